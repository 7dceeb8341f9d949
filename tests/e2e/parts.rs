//! The WebAssembly in two parts: when the rest is fetched, and what a reader sees who wants
//! something of it before it is there.

use serde_json::{Value, json};
use story_card::story::Key as Words;

use crate::{
    Outcome,
    card::Card,
    stories,
    world::{CARD, World},
};

pub(crate) const REST: &str = "card/story-card-app_rest.wasm";

/// Whether the card waits for something.
pub(crate) const BUSY: &str = "root.querySelector('article').ariaBusy === 'true'";

/// A page without the rest until the test lets it come.
pub(crate) async fn held(world: &World, tag: &str) -> Outcome<Card> {
    world.site.hold(REST);
    world.card(tag).await
}

/// A card of the bundled story that asks only questions with options.
pub(crate) fn plain_card(world: &World, attributes: &str) -> Outcome<String> {
    let story = with_plain_questions(stories::bundled()?);
    world.site.page("posts/plain.story.json", &story.to_string());
    Ok(format!(r#"<story-card src="plain.story.json" {attributes}></story-card>"#))
}

/// The story with those of its questions that have options.
pub(crate) fn with_plain_questions(mut story: Value) -> Value {
    if let Some(questions) = story.pointer_mut("/trivia/questions").and_then(Value::as_array_mut) {
        questions.retain(is_plain);
    }
    story
}

fn is_plain(question: &Value) -> bool {
    matches!(question["kind"].as_str(), Some("one" | "several" | "true-false"))
}

pub(crate) async fn the_rest_is_fetched_when_a_reader_comes(world: World) -> Outcome {
    let card = world.card(CARD).await?;
    world.page.settle().await?;
    assert_eq!(world.site.count(REST), 0, "nobody has touched the card");
    world.page.hover(&card.tab("overview").await?).await?;
    world.site.asked_for(REST).await?;
    // One for the page, whatever the reader does.
    for section in ["charts", "timeline", "trivia"] {
        card.open(section).await?;
    }
    assert_eq!(world.site.count(REST), 1);
    Ok(())
}

pub(crate) async fn first_answers_do_not_wait_for_the_rest(world: World) -> Outcome {
    for width in [320, 1024] {
        world.page.window(width, 800).await?;
        let card = held(&world, &plain_card(&world, "")?).await?;
        // A real reader: that fetches the rest, which does not come.
        card.open("trivia").await?;
        let option = card.options().await?.remove(0);
        card.choose(&option).await?;
        card.press_if_there(Words::QuizCheck.english()).await?;
        card.press(Words::QuizNext.english()).await?;
        assert_eq!(world.page.details("story-answer").await?.len(), 1);
        card.press(Words::QuizSkip.english()).await?;
        card.open("overview").await?;
        let waits = card.js(&format!("return {BUSY}"), Value::Null).await?;
        assert_eq!(waits, json!(false), "the card waits for something");
        world.site.release(REST);
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn what_needs_the_rest_waits_for_it(world: World) -> Outcome {
    let card = held(&world, CARD).await?;
    card.tab("charts").await?.click().await?;
    card.until("a card that waits", &format!("return {BUSY}"), Value::Null).await?;
    assert_eq!(card.section().await?, "overview", "what is there stays");
    // In their order: the last one wins.
    card.tab("faq").await?.click().await?;
    let show = "window.shown = []; for (const address of input)
        host.show(address).then((found) => shown.push([address, found, tabs().find((tab) => tab.ariaSelected === 'true').id]));";
    card.js(show, json!(["timeline", "nowhere"])).await?;
    world.site.release(REST);
    card.wait_for_section("timeline").await?;
    let shown =
        world.page.until("two answers", "return shown.length === 2 && shown", vec![]).await?;
    let tab = |section: &str| format!("sc-ballerina-tab-{section}");
    let expected =
        json!([["nowhere", false, tab("overview")], ["timeline", true, tab("timeline")]]);
    assert_eq!(shown, expected, "what is not there is known at once, the rest once it is shown");
    card.until("a card that waits no more", &format!("return !({BUSY})"), Value::Null).await?;
    let shown = world.page.details("story-show").await?;
    let sections: Vec<_> = shown.iter().map(|detail| &detail["section"]).collect();
    assert_eq!(sections, ["charts", "faq", "timeline"]);
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_rest_that_does_not_come_is_told_and_tried_again(world: World) -> Outcome {
    world.site.fail(REST, 503);
    let card = world.card(CARD).await?;
    card.tab("charts").await?.click().await?;
    let told = "return root.querySelector('[role=alert]')?.innerText === input";
    card.until("the message", told, json!(Words::ErrorRest.english())).await?;
    assert_eq!((card.section().await?, card.state().await?), ("overview".into(), "ready".into()));
    assert_eq!(world.page.barriers().await?, Vec::<String>::new());
    let console = world.page.console().await?;
    assert!(
        console.iter().any(|line| line.contains("app_rest.wasm") && line.contains("503")),
        "{console:?}"
    );
    // Answers do not need it, and passing over the card asks for nothing.
    let asked = world.site.count(REST);
    world.page.hover(&card.tab("overview").await?).await?;
    world.page.settle().await?;
    assert_eq!(world.site.count(REST), asked);
    world.site.fail(REST, 200);
    card.open("charts").await?;
    card.until("a card without message", "return !root.querySelector('[role=alert]')", Value::Null)
        .await
        .map(drop)
}

pub(crate) async fn a_card_that_opens_further_on_brings_all(world: World) -> Outcome {
    let ways = [
        (r#"section="charts""#, "charts"),
        (r#"sections="sources overview""#, "sources"),
        (r#"section="trivia/q-releases""#, "trivia"),
        (r#"remember="on""#, "overview"),
    ];
    for (attribute, section) in ways {
        world.site.hold(REST);
        world.open(&CARD.replace("seed", &format!("{attribute} seed"))).await?;
        world.site.asked_for(REST).await?;
        let card = Card::nth(&world.page, 0).await?;
        assert_eq!(card.state().await?, "loading", "{attribute}");
        world.site.release(REST);
        assert_eq!(world.ready(0).await?.section().await?, section, "{attribute}");
    }
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn eager_cards_bring_all_at_once(world: World) -> Outcome {
    world.card(&CARD.replace("seed", r#"loading="eager" seed"#)).await?;
    world.site.asked_for(REST).await
}
