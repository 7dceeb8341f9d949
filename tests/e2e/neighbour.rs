//! A good neighbour: what the tests of it share.
//!
//! In: a portrait of a live card, to compare one in a strange page with one in a plain page;
//! a static card made by hand. The tests: [`crate::neighbour_styles`] (other people's CSS),
//! [`crate::neighbour_scripts`] (other people's scripts), [`crate::neighbour_places`] (where
//! cards are put) and [`crate::neighbour_numbers`] (many cards, often).

use serde_json::{Value, json};

use crate::{
    Outcome,
    card::Card,
    world::{EVERYTHING, World},
};

/// A page without margins: the card is as wide as the window, as under a reset.
pub(crate) const PLAIN: &str = "<style>body, p { margin: 0 }</style>";

/// Something to read without script.
pub(crate) const STATIC: &str = r#"<article class="sc-card" lang="en" dir="ltr">
<header class="sc-head"><h2 class="sc-title">The Skerry Light</h2><p class="sc-subtitle">A lamp and its keepers</p></header>
<section class="sc-panel"><h3>Overview</h3><p>The lamp was lit in 1854 and put out in 1911.</p>
<ul class="sc-facts"><li class="sc-fact">It showed a red light.</li></ul></section>
<details class="sc-part"><summary><h3 class="sc-part-name">Questions</h3></summary>
<section class="sc-panel"><p>Which colour did the light show?</p></section></details>
<footer class="sc-foot"><p>Sources: the keeper’s log.</p></footer>
</article>"#;

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
    let differing = plain.iter().zip(strange).filter(|(one, other)| one != other);
    let lines: Vec<_> = differing.take(3).map(|(one, other)| difference(one, other)).collect();
    assert!(lines.is_empty(), "{page}: the card looks different:\n{}", lines.join("\n"));
    assert_eq!(plain.len(), strange.len(), "{page}: the card has other parts");
}

fn difference(one: &str, other: &str) -> String {
    let pairs = one.split("; ").zip(other.split("; "));
    let differing = pairs.filter(|(a, b)| a != b).map(|(a, b)| format!("{a} -> {b}"));
    let part = one.split("; ").next().unwrap_or_default();
    format!("{part}: {}", differing.collect::<Vec<_>>().join(", "))
}

/// Plays a card a little: opens sections, answers, points at a chart; an error if anything fails.
pub(crate) async fn use_card(world: &World, card: &Card) -> Outcome {
    for section in card.sections().await? {
        card.open(&section).await?;
        assert_eq!(card.section().await?, section);
    }
    card.open("trivia").await?;
    let option = card.options().await?.into_iter().next().ok_or("no option")?;
    card.choose(&option).await?;
    let answers = world.page.details("story-answer").await?;
    assert_eq!(answers.last().map(|answer| &answer["answered"]), Some(&json!(1)));
    Ok(())
}
