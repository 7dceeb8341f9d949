//! Pictures of every section to look at, and those of the guide: `cargo xtask screenshots`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use story_card::story::Jsonc;

use crate::{
    Outcome,
    card::Card,
    page::Scheme,
    stories::items,
    world::{CARD, World},
};

const BOTH: &str = r#"<meta name="color-scheme" content="light dark"><style>body { margin: 0 } h1, p { display: none }</style>"#;

/// Every section, light and dark, narrow and wide, as `SECTION-SCHEME-WIDTH.png`.
pub(crate) async fn screenshots(world: World) -> Outcome {
    for scheme in [Scheme::Light, Scheme::Dark] {
        world.page.prefer(scheme, true).await?;
        for width in [360, 1024] {
            world.page.window(width, 900).await?;
            world.open_with(BOTH, CARD).await?;
            let card = world.ready(0).await?;
            for section in card.sections().await? {
                card.open(&section).await?;
                world.page.window(width, card.height().await?).await?;
                world.page.settle().await?;
                world.page.save_picture(&format!("{section}-{}-{width}", scheme.word())).await?;
                world.page.window(width, 900).await?;
            }
        }
    }
    Ok(())
}

/// The story that `new --full` writes: every form of question, kind of chart and lane.
const FULL: &str = include_str!("../../src/cli/new/full.story.jsonc");

const FULL_CARD: &str = r#"<story-card src="../stories/full.story.json" seed="7" questions="99" spoilers="show"></story-card>"#;

/// Pictures for the guide, each a part of the card of [`FULL`].
pub(crate) async fn guide(world: World) -> Outcome {
    let story = full()?;
    fs::create_dir_all(picture(""))?;
    world.page.prefer(Scheme::Light, true).await?;
    world.page.window(520, 2400).await?;
    let card = show(&world, &story).await?;
    for section in card.sections().await? {
        card.open(&section).await?;
        // The list below the drawing is as long as the story.
        let part = if section == "timeline" { ".sc-frame" } else { ".sc-card" };
        card.save_part(part, &picture(&section)).await?;
    }
    for (section, part) in [("trivia", ".sc-form"), ("charts", ".sc-chart")] {
        for item in items(&story, section) {
            assert!(card.show(&format!("{section}/{}", word(&item["id"]))).await?);
            card.save_part(part, &picture(&name(section, item))).await?;
        }
    }
    for lane in items(&story["timeline"], "lanes") {
        let card = show(&world, &with_one_lane(&story, lane)).await?;
        card.save_part(".sc-frame", &picture(&name("lanes", lane))).await?;
    }
    Ok(())
}

/// What the pages of the guide show is there; `cargo xtask screenshots` makes it.
pub(crate) async fn the_guide_has_its_pictures(_: World) -> Outcome {
    let story = full()?;
    let parts = [(&story, "trivia"), (&story, "charts"), (&story["timeline"], "lanes")];
    let names = parts.into_iter().flat_map(|(from, section)| {
        items(from, section).into_iter().map(move |item| name(section, item))
    });
    let missing: Vec<String> = names.filter(|name| !picture(name).exists()).collect();
    assert_eq!(missing, [""; 0], "run `cargo xtask screenshots`, and add the pictures");
    Ok(())
}

/// The story without its comments.
fn full() -> Outcome<Value> {
    let story = Jsonc::read(FULL.as_bytes()).map_err(|_| "the full story is no JSON")?;
    Ok(serde_json::from_str(story.json())?)
}

/// What the picture of a question, a chart or a lane is called.
fn name(section: &str, item: &Value) -> String {
    match section {
        "trivia" => format!("question-{}", word(&item["kind"])),
        "charts" => format!("chart-{}", word(&item["kind"])),
        _ => format!("lane-{}", item["scale"].as_str().unwrap_or("dates")),
    }
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Where a picture of the guide stands.
fn picture(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/pictures");
    if name.is_empty() { folder } else { folder.join(format!("{name}.png")) }
}

async fn show(world: &World, story: &Value) -> Outcome<Card> {
    world.site.page("stories/full.story.json", &story.to_string());
    let low = format!("{BOTH}<style>story-card {{ --story-height: 0 }}</style>");
    world.open_with(&low, FULL_CARD).await?;
    world.ready(0).await
}

/// A story of one lane and what stands in it.
fn with_one_lane(story: &Value, lane: &Value) -> Value {
    let events = items(story, "timeline").into_iter().filter(|event| event["lane"] == lane["id"]);
    let events = events.cloned().map(|mut event| {
        event["see"] = json!([]);
        event
    });
    let mut one = json!({ "format": 1, "id": "lane", "title": "A lane", "sections": ["timeline"] });
    one["sources"] = story["sources"].clone();
    one["timeline"] = json!({ "lanes": [lane], "events": events.collect::<Vec<_>>() });
    one["timeline"]["sources"] = story["timeline"]["sources"].clone();
    one
}
