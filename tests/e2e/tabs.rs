//! One story in several tabs and cards that remember it.

use serde_json::{Value, json};
use story_card::story::MessageKey;

use crate::{Outcome, card::Card, stories, world::World};

/// The story with every form of question, remembered, with these attributes.
fn tag(attributes: &str) -> String {
    format!(
        r#"<story-card src="../stories/everything.story.json" section="trivia" spoilers="show" remember="on" {attributes}></story-card>"#
    )
}

fn say(key: MessageKey) -> Outcome<String> {
    Ok(stories::say(&stories::example("everything")?, key))
}

/// Leaves so many questions unanswered.
async fn skip(card: &Card, count: usize) -> Outcome {
    for _ in 0..count {
        card.press(&say(MessageKey::QuizSkip)?).await?;
    }
    Ok(())
}

/// Waits until a card says that so many questions are done.
async fn wait_for_done(card: &Card, count: usize) -> Outcome {
    let script = "return root.querySelectorAll('.sc-bead:is(.sc-right, .sc-half, .sc-wrong, .sc-skipped)').length === input";
    card.until(&format!("{count} questions done"), script, json!(count)).await.map(drop)
}

/// Waits until the browser keeps so many questions that are done, or as many as one of a list says;
/// null for nothing at all. It is written with the next frame, which may be late in a busy browser.
async fn wait_for_kept(world: &World, count: Value) -> Outcome {
    let script = "const kept = JSON.parse(localStorage.getItem('story-card:everything'));
        const done = kept && (kept.asked ?? []).filter(([, reply]) => reply > 0).length;
        return [arguments[0]].flat().includes(done)";
    world.page.until(&format!("{count} questions kept"), script, vec![count]).await.map(drop)
}

/// A card and another in a frame, with a head of its own: to the storage that is another tab.
/// The page is looked at, not the frame.
async fn two_tabs(world: &World, head: &str) -> Outcome<[Card; 2]> {
    world.put("posts/other.html", head, &tag(r#"loading="eager""#));
    let frame =
        r#"<iframe src="other.html" style="inline-size: 700px; block-size: 600px"></iframe>"#;
    world.open("").await?;
    world.page.js("localStorage.clear()", vec![]).await?;
    world.open(&[&tag(r#"loading="eager""#), frame].concat()).await?;
    let first = world.ready(0).await?;
    world.page.enter_frame(0).await?;
    let second = world.ready(0).await?;
    world.page.leave_frame().await?;
    Ok([first, second])
}

/// Looks at the frame, whole: a driver scrolls within it, but not the page around it.
async fn enter_frame(world: &World) -> Outcome {
    let script =
        "document.querySelector('iframe').scrollIntoView({ block: 'end', behavior: 'instant' })";
    world.page.js(script, vec![]).await?;
    world.page.enter_frame(0).await
}

pub(crate) async fn answers_of_two_tabs_are_joined(world: World) -> Outcome {
    let [first, second] = two_tabs(&world, "").await?;
    skip(&first, 3).await?;
    enter_frame(&world).await?;
    wait_for_done(&second, 3).await?;
    skip(&second, 1).await?;
    wait_for_kept(&world, json!(4)).await?;
    world.page.leave_frame().await?;
    wait_for_done(&first, 4).await?;
    first.press(&say(MessageKey::QuizForget)?).await?;
    wait_for_kept(&world, Value::Null).await?;
    enter_frame(&world).await?;
    wait_for_done(&second, 0).await?;
    skip(&second, 1).await?;
    wait_for_done(&second, 1).await?;
    // What is forgotten does not come back.
    wait_for_kept(&world, json!(1)).await
}

pub(crate) async fn a_tab_that_hears_nothing_overwrites_nothing(world: World) -> Outcome {
    // Some pages stop events that they did not ask for.
    world.site.page(
        "posts/deaf.js",
        "addEventListener('storage', (event) => event.stopImmediatePropagation(), true);",
    );
    let [first, second] = two_tabs(&world, r#"<script src="deaf.js"></script>"#).await?;
    skip(&first, 6).await?;
    enter_frame(&world).await?;
    wait_for_done(&second, 0).await?;
    skip(&second, 1).await?;
    // As many, or one more that the other had not reached.
    wait_for_kept(&world, json!([6, 7])).await
}

pub(crate) async fn cards_of_a_page_share_a_round_unless_it_is_fixed(world: World) -> Outcome {
    let tags = [tag(""), tag(""), tag(r#"seed="1""#), tag(r#"seed="1" questions="4""#)];
    world.open(&tags.concat()).await?;
    world.page.js("localStorage.clear()", vec![]).await?;
    world.open(&tags.concat()).await?;
    let cards = async || -> Outcome<Vec<Card>> {
        let mut cards = Vec::new();
        for place in 0..tags.len() {
            Card::nth(&world.page, place).await?.scroll_to().await?;
            cards.push(world.ready(place).await?);
        }
        Ok(cards)
    };
    let all = cards().await?;
    skip(&all[0], 1).await?;
    skip(&all[1], 1).await?;
    skip(&all[2], 3).await?;
    skip(&all[3], 1).await?;
    let done = [2, 2, 3, 1];
    for (card, done) in all.iter().zip(done) {
        wait_for_done(card, done).await?;
    }
    world.page.go(&world.site.address("posts/post.html")).await?;
    for (card, done) in cards().await?.iter().zip(done) {
        wait_for_done(card, done).await?;
    }
    let keys = world.page.js("return Object.keys(localStorage)", vec![]).await?;
    assert_eq!(keys, json!(["story-card:everything"]));
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}
