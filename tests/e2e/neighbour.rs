//! A good neighbour: what the tests of it share.
//!
//! In: a portrait of a live card, to compare one in a strange page with one in a plain page.
//! The tests: [`crate::neighbour_styles`] (other people's CSS), [`crate::neighbour_scripts`]
//! (other people's scripts), [`crate::neighbour_places`] (where cards are put) and
//! [`crate::neighbour_numbers`] (many cards, often).

use std::{fs, path::Path};

use serde_json::Value;
use story_card::story::MessageKey;

use crate::{
    Outcome,
    card::Card,
    stories,
    world::{EVERYTHING, World},
};

/// A page without margins: the card is as wide as the window, as under a reset. It reserves no
/// room, which a page is free to overrule.
pub(crate) const PLAIN: &str =
    "<style>body, p { margin: 0 } story-card { --story-height: 0px }</style>";

/// The bundled story, readable without script.
pub(crate) fn static_card() -> Outcome<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/stories/ballerina.static.html");
    Ok(fs::read_to_string(path)?)
}

/// What a live card looks like, section by section: every part with its box and style.
pub(crate) async fn portrait(card: &Card) -> Outcome<Vec<String>> {
    let mut parts = Vec::new();
    for section in card.sections().await? {
        card.open(&section).await?;
        // The pointer is over another tab each time, and what it passed fades for a while.
        let script = "return root.getAnimations().length === 0";
        card.until("a card at rest", script, Value::Null).await?;
        let seen: Vec<String> =
            serde_json::from_value(card.js(include_str!("portrait.js"), Value::Null).await?)?;
        parts.extend(seen.into_iter().map(|part| format!("{section}: {part}")));
    }
    Ok(parts)
}

/// What [`EVERYTHING`] looks like in a page that says nothing about it.
pub(crate) async fn plain_portrait(world: &World) -> Outcome<Vec<String>> {
    world.open_with(PLAIN, EVERYTHING).await?;
    portrait(&world.ready(0).await?).await
}

/// Fails with the first parts that differ.
pub(crate) fn assert_alike(plain: &[String], strange: &[String], page: &str) {
    let differences = plain.iter().zip(strange).filter_map(|(one, other)| difference(one, other));
    let lines: Vec<_> = differences.take(3).collect();
    assert!(lines.is_empty(), "{page}: it looks different:\n{}", lines.join("\n"));
    assert_eq!(plain.len(), strange.len(), "{page}: it has other parts");
}

fn difference(one: &str, other: &str) -> Option<String> {
    let pairs = one.split("; ").zip(other.split("; "));
    let differing: Vec<_> =
        pairs.filter(|(a, b)| !is_alike(a, b)).map(|(a, b)| format!("{a} -> {b}")).collect();
    let part = one.split("; ").next().unwrap_or_default();
    (!differing.is_empty()).then(|| format!("{part}: {}", differing.join(", ")))
}

/// Lengths may differ by what rounding to device pixels makes of another place in the page.
fn is_alike(one: &str, other: &str) -> bool {
    let numbers = |text: &str| {
        text.split(' ').map(str::parse).collect::<Result<Vec<f64>, _>>().unwrap_or_default()
    };
    let (a, b) = (numbers(one), numbers(other));
    let is_near =
        a.len() > 1 && a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| (a - b).abs() <= 1.0);
    one == other || is_near
}

/// Plays a card a little: opens every section, and answers a question.
pub(crate) async fn use_card(world: &World, card: &Card) -> Outcome {
    for section in card.sections().await? {
        card.open(&section).await?;
        assert_eq!(card.section().await?, section);
    }
    card.open("trivia").await?;
    let story = stories::example("everything")?;
    let names = |key: MessageKey| [key.english().to_owned(), stories::say(&story, key)];
    // Some questions have no options to choose from.
    while card.options().await?.is_empty() {
        let [english, own] = names(MessageKey::QuizSkip);
        let skip = if card.count_buttons(&own).await? > 0 { own } else { english };
        card.press(&skip).await?;
    }
    let option = card.options().await?.into_iter().next().ok_or("no option")?;
    let before = world.page.details("story-answer").await?.len();
    card.choose(&option).await?;
    for name in names(MessageKey::QuizCheck) {
        card.press_if_there(&name).await?;
    }
    world.page.told("story-answer", before + 1).await.map(drop)
}
