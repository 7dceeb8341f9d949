//! Pictures of items: fetched when they are unfolded and not before, from where the story says, and
//! never moving anything, whatever comes of them.

use std::{fs, time::Duration};

use serde_json::{Value, json};
use story_card::{
    session::Options,
    story::Story,
    view::{Lists, static_card},
};

use crate::{Outcome, card::Card, site::stories, world::World};

/// A card of a story with pictures.
const CARD: &str = r#"<story-card src="../stories/pictures.story.json" seed="7"></story-card>"#;
const LIT: &str = "stories/images/lit.png";
const LAMP: &str = "stories/lamp.png";
const NO_PICTURE: &str = "stories/no-picture.png";

/// A drawing, for a text is all that a test's site holds.
const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><path fill="#a8123a" d="M0 0h1200v800z"/></svg>"##;

/// Puts two pictures and one file that is none into the site; others are missing.
fn put_pictures(world: &World) {
    for path in [LIT, LAMP] {
        world.site.page(path, DRAWING);
        world.site.content_type(path, "image/svg+xml");
    }
    world.site.page(NO_PICTURE, "no picture");
    world.site.content_type(NO_PICTURE, "image/png");
}

/// The card with its static card inside, as `story-card build` writes it for a page elsewhere.
fn with_static() -> Outcome<String> {
    let text = fs::read_to_string(stories().join("pictures.story.json"))?;
    let mut story = Story::parse_text(&text).map_err(|faults| faults[0].to_string())?;
    for picture in story.pictures_mut() {
        picture.src = Some(["../stories/", &picture.url].concat());
    }
    let inside = static_card(story, Options::default(), Lists::Whole, None).ok_or("no card")?;
    Ok(CARD.replace("></story-card>", &format!(">{inside}</story-card>")))
}

/// The pictures that were asked for.
fn fetched(world: &World) -> Vec<String> {
    let mut fetched = world.site.requests();
    fetched.retain(|path| path.ends_with(".png"));
    fetched
}

/// Panics if another picture was asked for than these. One may come from the memory of a browser that
/// another test has filled, so that none of them need have been.
fn assert_none_but(world: &World, allowed: &[&str], when: &str) {
    let fetched = fetched(world);
    assert!(fetched.iter().all(|path| allowed.contains(&path.as_str())), "{when}: {fetched:?}");
}

/// Gives what should not be fetched time to be.
async fn wait() {
    tokio::time::sleep(Duration::from_millis(400)).await;
}

/// Unfolds what the picture with this address stands in; `within` is the card or its shadow root.
async fn unfold(card: &Card, within: &str, end: &str) -> Outcome {
    let script = format!(
        "for (let at = {within}.querySelector(`details img[src$='${{input}}']`); at; at = at.parentElement) {{
            if (at.matches('details:not([open])')) at.firstElementChild.click();
        }}"
    );
    card.js(&script, json!(end)).await?;
    Ok(())
}

/// Width and height of a picture, and whether the browser is done with it.
async fn room(card: &Card, within: &str, end: &str) -> Outcome<Value> {
    let script = format!(
        "const image = {within}.querySelector(`details img[src$='${{input}}']`);
        const {{ width, height }} = image.getBoundingClientRect();
        return [Math.round(width), Math.round(height), image.complete]"
    );
    card.js(&script, json!(end)).await
}

pub(crate) async fn folded_pictures_are_not_fetched(world: World) -> Outcome {
    put_pictures(&world);
    world.open(&with_static()?).await?;
    let card = Card::nth(&world.page, 0).await?;
    card.scroll_to().await?;
    wait().await;
    assert_none_but(&world, &[], "in the static card");
    let seen = "return [...host.querySelectorAll('img')].filter((it) => it.naturalWidth).length";
    assert_eq!(card.js(seen, Value::Null).await?, json!(0), "from no memory either");

    unfold(&card, "host", "lit.png").await?;
    card.until(
        "the picture",
        "return host.querySelector('img[src$=\"lit.png\"]').naturalWidth",
        Value::Null,
    )
    .await?;
    assert_none_but(&world, &[LIT], "what is unfolded");
    Ok(())
}

pub(crate) async fn the_live_card_fetches_what_its_section_shows(world: World) -> Outcome {
    put_pictures(&world);
    let card = world.card(CARD).await?;
    wait().await;
    let lit = "return root.querySelector('img[src$=\"lit.png\"]').naturalWidth";
    card.until("the picture of the event that stands out", lit, Value::Null).await?;
    assert_none_but(&world, &[LIT], "of the event that stands out");
    card.open("trivia").await?;
    let lamp = "return root.querySelector('img[src$=\"lamp.png\"]').naturalWidth";
    card.until("the picture of the question", lamp, Value::Null).await?;
    card.open("cast").await?;
    wait().await;
    assert_none_but(&world, &[LIT, LAMP], "the person is folded");
    Ok(())
}

pub(crate) async fn a_picture_has_its_room_whatever_comes_of_it(world: World) -> Outcome {
    put_pictures(&world);
    world.page.window(500, 900).await?;
    world.site.hold(LIT);
    let card = world.card(CARD).await?;
    for (section, end, height) in [
        ("timeline", "lit.png", 320),
        ("timeline", "none.png", 100),
        ("cast", "no-picture.png", 320),
    ] {
        card.open(section).await?;
        unfold(&card, "root", end).await?;
        world.page.settle().await?;
        let before = room(&card, "root", end).await?;
        if end == "lit.png" {
            world.site.release(LIT);
        }
        let done = format!("return root.querySelector(`details img[src$='{end}']`).complete");
        card.until(&format!("the end of {end}"), &done, Value::Null).await?;
        wait().await;
        let after = room(&card, "root", end).await?;
        assert_eq!([&before[0], &before[1]], [&after[0], &after[1]], "{end}");
        let width = after[0].as_f64().unwrap_or_default();
        assert!(width > 150.0, "{end}: {after}");
        assert!(after[1].as_f64().unwrap_or_default() <= f64::from(height), "{end}: {after}");
        assert!(after[1].as_f64().unwrap_or_default() > 90.0, "{end}: {after}");
    }
    Ok(())
}
