//! What a reader gets when something is missing, wrong or refused.

use serde_json::json;

use crate::{
    Outcome,
    card::Card,
    stories,
    world::{CARD, MINIMAL, World},
};

const TOLD: &str = r#"<story-card src="told.story.json"></story-card>"#;

/// The card's failure: kind, message, faults and what the card says.
async fn failure(world: &World, n: usize) -> Outcome<(serde_json::Value, String)> {
    let card = Card::nth(&world.page, n).await?;
    card.scroll_to().await?;
    card.wait_for_state("failed").await?;
    let errors = world.page.details("story-error").await?;
    assert_eq!(errors.len(), 1, "{errors:?}");
    Ok((errors[0].clone(), card.text().await?))
}

pub(crate) async fn a_missing_story_is_told(world: World) -> Outcome {
    world.open(TOLD).await?;
    let (error, text) = failure(&world, 0).await?;
    assert_eq!(error["kind"], "network", "{error}");
    assert!(text.contains("told.story.json") && text.contains("404"), "{text}");
    Ok(())
}

pub(crate) async fn a_page_instead_of_a_story_is_told(world: World) -> Outcome {
    world.site.page("posts/told.story.json", "<!doctype html><title>Sign in</title>");
    world.site.content_type("posts/told.story.json", "text/html");
    world.open(TOLD).await?;
    let (error, text) = failure(&world, 0).await?;
    assert_eq!(error["kind"], "format", "{error}");
    assert!(text.contains("told.story.json") && text.contains("not JSON"), "{text}");
    Ok(())
}

pub(crate) async fn broken_json_is_told_with_its_place(world: World) -> Outcome {
    world.site.page("posts/told.story.json", "{\n  \"format\": 1,\n  \"id\" \"x\"\n}");
    world.open(TOLD).await?;
    let (error, text) = failure(&world, 0).await?;
    assert_eq!(error["kind"], "format", "{error}");
    assert!(text.contains("told.story.json:3:8"), "no place: {text}");
    assert!(!text.contains("more"), "there is one fault only: {text}");
    Ok(())
}

pub(crate) async fn every_fault_is_told(world: World) -> Outcome {
    let mut story = stories::example("minimal")?;
    story["trivia"]["questions"][0]["answer"] = json!("purple");
    story["timeline"]["events"][0]["date"] = json!("the first of May");
    world.site.page("posts/told.story.json", &serde_json::to_string_pretty(&story)?);
    world.open(TOLD).await?;
    let (error, text) = failure(&world, 0).await?;
    assert_eq!(error["kind"], "story", "{error}");
    assert_eq!(error["faults"].as_array().map(Vec::len), Some(2), "{error}");
    assert!(text.contains("purple"), "{text}");
    Ok(())
}

pub(crate) async fn a_story_too_large_is_told(world: World) -> Outcome {
    let story = format!("{}{}", stories::example("minimal")?, " ".repeat(16 * 1024 * 1024));
    world.site.page("posts/told.story.json", &story);
    world.open(TOLD).await?;
    let (_, text) = failure(&world, 0).await?;
    assert!(text.contains("16 MB"), "{text}");
    Ok(())
}

pub(crate) async fn other_cards_are_unaffected(world: World) -> Outcome {
    world.site.page("posts/told.story.json", "[]");
    world.open(&format!("{MINIMAL}{TOLD}")).await?;
    failure(&world, 1).await?;
    let card = world.ready(0).await?;
    card.open("charts").await?;
    let page = world.page.js("return document.querySelector('main').innerText", vec![]).await?;
    assert!(page.as_str().unwrap_or_default().contains("After the card."), "{page}");
    Ok(())
}

pub(crate) async fn a_refused_wasm_names_the_policy(world: World) -> Outcome {
    world.site.header("Content-Security-Policy", "script-src 'self'");
    world.open(&with_content()).await?;
    let (error, _) = failure(&world, 0).await?;
    assert_eq!(error["kind"], "wasm-refused", "{error}");
    let console = world.page.console().await?;
    let ours: Vec<_> = console.iter().filter(|line| line.contains("story-card>")).collect();
    assert_eq!(ours.len(), 1, "{console:?}");
    assert!(ours[0].contains("wasm-unsafe-eval"), "{ours:?}");
    still_readable(&world).await
}

pub(crate) async fn a_missing_wasm_leaves_the_content(world: World) -> Outcome {
    world.site.fail("card/story-card-app_bg.wasm", 404);
    world.open(&with_content()).await?;
    let (error, _) = failure(&world, 0).await?;
    assert_eq!(error["kind"], "network", "{error}");
    still_readable(&world).await
}

pub(crate) async fn without_webassembly_the_content_stays(world: World) -> Outcome {
    world.site.page("posts/locked.js", "delete window.WebAssembly;");
    world.open_with(r#"<script src="locked.js"></script>"#, &with_content()).await?;
    let (error, _) = failure(&world, 0).await?;
    assert_eq!(error["kind"], "wasm-missing", "{error}");
    assert_eq!(world.site.count("card/story-card-app_bg.wasm"), 0, "fetched in vain");
    still_readable(&world).await
}

pub(crate) async fn another_version_is_refused(world: World) -> Outcome {
    let loader = std::fs::read_to_string(crate::site::dist().join("story-card.js"))?;
    let version = env!("CARGO_PKG_VERSION");
    assert!(loader.contains(version), "the loader says no version");
    world.site.page("card/story-card.js", &loader.replace(version, "99.0.0"));
    world.open(&with_content()).await?;
    failure(&world, 0).await?;
    let console = world.page.console().await?;
    assert_eq!(console.len(), 1, "{console:?}");
    assert!(console[0].contains(version) && console[0].contains("99.0.0"), "{console:?}");
    still_readable(&world).await
}

pub(crate) async fn a_trap_sends_every_card_back(world: World) -> Outcome {
    world.open(&format!("{}{MINIMAL}", with_content())).await?;
    let cards = [world.ready(0).await?, world.ready(1).await?];
    let trap = "const error = new WebAssembly.RuntimeError('unreachable');
        error.stack = 'RuntimeError: unreachable\\n    at story-card-app_bg.wasm:wasm-function[7]:0x1';
        dispatchEvent(new ErrorEvent('error', { error, message: error.message }));";
    world.page.js(trap, vec![]).await?;
    for card in &cards {
        card.wait_for_state("failed").await?;
        assert!(!card.show("charts").await?, "Rust was called after a trap");
    }
    let kinds: Vec<_> = world
        .page
        .details("story-error")
        .await?
        .iter()
        .map(|error| error["kind"].clone())
        .collect();
    assert_eq!(kinds, ["trap", "trap"]);
    still_readable(&world).await
}

/// [`CARD`] with something in it to read without script.
fn with_content() -> String {
    CARD.replace("></story-card>", "><p>What stood here before.</p></story-card>")
}

/// The element's own content is shown.
async fn still_readable(world: &World) -> Outcome {
    let script = "return [...document.querySelectorAll('story-card p')].every((text) => text.checkVisibility() && text.offsetHeight > 0)";
    assert_eq!(world.page.js(script, vec![]).await?, json!(true));
    Ok(())
}
