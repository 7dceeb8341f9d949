//! Nothing is wider than the card: for words without end, in every section, form and state.

use serde_json::{Value, json};
use story_card::{
    session::Options,
    story::{MessageKey, Story},
    view::{self, Lists},
};

use crate::{Outcome, card::Card, play::answer_by, stories, world::World};

/// A word of 89 letters; no language breaks it.
const WORD: &str =
    "DonaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaftskasseXY";
/// What a reader finds words in.
const TEXTS: [&str; 25] = [
    "title",
    "subtitle",
    "publisher",
    "note",
    "unit",
    "label",
    "text",
    "prompt",
    "remark",
    "hint",
    "explanation",
    "left",
    "right",
    "setting",
    "question",
    "group",
    "name",
    "role",
    "detail",
    "annotation",
    "missing",
    "topic",
    "reason",
    "summary",
    "labels",
];
/// Widths of the box around the card in CSS px, and the size of the page's text in percent.
const ROOMS: [(u32, u32); 5] = [(150, 100), (280, 100), (320, 100), (412, 100), (320, 200)];

/// A story with everything, each text longer by a word without end; and a fact from many sources.
fn endless_story() -> Outcome<Value> {
    let mut story = stories::example("everything")?;
    lengthen(&mut story, false);
    let sources = story["sources"].as_array_mut().ok_or("sources")?;
    let more = (0..12).map(|n| json!({ "id": format!("more-{n}"), "title": format!("{WORD}{n}") }));
    sources.extend(more);
    let ids: Vec<String> = (0..12).map(|n| format!("more-{n}")).collect();
    story["overview"]["facts"][0]["sources"] = json!(ids);
    // No word of the card's own may hold the page together either.
    story["messages"] = json!({});
    story["lang"] = json!("en");
    Ok(story)
}

/// Puts the word before every text.
fn lengthen(value: &mut Value, is_text: bool) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                lengthen(value, TEXTS.contains(&key.as_str()));
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(|value| lengthen(value, is_text)),
        Value::String(text) if is_text && !text.is_empty() => text.insert_str(0, WORD),
        _ => {}
    }
}

/// Opens a page with the card in a box of its own, as wide as a telephone.
async fn open(world: &World, card: &str) -> Outcome<Card> {
    world.page.window(412, 800).await?;
    let plain = "<style>body { margin: 0 }</style>";
    world.open_with(plain, &format!("<div>{card}</div>")).await?;
    Card::nth(&world.page, 0).await
}

/// Fails if anything shown reaches out of the card, or the page scrolls sideways, in any room.
async fn assert_fits(world: &World, card: &Card, state: &str) -> Outcome {
    for (width, percent) in ROOMS {
        card.put_in_room(width, percent).await?;
        world.page.settle().await?;
        let outside = card.outside().await?;
        assert_eq!(outside, Vec::<String>::new(), "{state}, {width} px, text at {percent} %");
    }
    card.put_in_room(412, 100).await?;
    world.page.settle().await
}

pub(crate) async fn nothing_is_wider_than_the_card(world: World) -> Outcome {
    world.site.page("stories/endless.story.json", &endless_story()?.to_string());
    let tag =
        r#"<story-card src="../stories/endless.story.json" spoilers="show" seed="7"></story-card>"#;
    let card = open(&world, tag).await?;
    card.wait_for_state("ready").await?;
    for section in card.sections().await? {
        card.open(&section).await?;
        card.unfold().await?;
        world.page.settle().await?;
        if section == "timeline" {
            card.pick_first().await?;
        }
        assert_fits(&world, &card, &section).await?;
    }
    card.open("trivia").await?;
    let count = stories::items(&stories::example("everything")?, "trivia").len();
    for place in 1..=count {
        card.press_if_there(MessageKey::QuizHint.english()).await?;
        assert_fits(&world, &card, &format!("question {place}")).await?;
        match card.options().await?.first() {
            Some(option) => card.choose(option).await?,
            None => answer_by(&world, &card, "mouse").await?,
        }
        card.press_if_there(MessageKey::QuizCheck.english()).await?;
        assert_fits(&world, &card, &format!("verdict {place}")).await?;
        let is_last = place == count;
        let next = if is_last { MessageKey::QuizFinish } else { MessageKey::QuizNext };
        // Among names of 89 letters not every control is large enough to be aimed at.
        let is_answered = card.count_buttons(next.english()).await? > 0;
        let on = if is_answered { next } else { MessageKey::QuizSkip };
        card.press(on.english()).await?;
    }
    card.unfold().await?;
    assert_fits(&world, &card, "the result").await
}

pub(crate) async fn nothing_is_wider_than_the_static_card(world: World) -> Outcome {
    // Without the loader, as where scripts are off.
    world.site.page("card/story-card.js", "");
    let text = endless_story()?.to_string();
    let story = Story::parse(text.as_bytes()).map_err(|faults| format!("{faults:?}"))?;
    let inside = view::static_card(story, Options::default(), Lists::Whole, None)
        .ok_or("the static card waits for something")?;
    let card = open(&world, &format!("<story-card>{inside}</story-card>")).await?;
    card.unfold().await?;
    assert_fits(&world, &card, "all unfolded").await
}
