//! What a reader gets when something is missing, wrong or refused.
//!
//! Traps have a file of their own ([`crate::traps`]).

use std::time::Duration;

use serde_json::json;
use story_card::story::MessageKey;

use crate::{
    Outcome,
    card::Card,
    site::Site,
    stories,
    world::{CARD, MINIMAL, World, with_static},
};

const WASM: &str = "card/story-card-app_bg.wasm";
const GLUE: &str = "card/story-card-app.js";
const SHEET: &str = "card/story-card-live.css";
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
    assert!(error["message"].as_str().is_some_and(|it| it.contains("wasm-unsafe-eval")), "{error}");
    said_once(&world).await?;
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

pub(crate) async fn a_wasm_of_another_type_is_taken(world: World) -> Outcome {
    world.site.content_type(WASM, "application/octet-stream");
    world.open(&with_content()).await?;
    world.ready(0).await?;
    // The glue tells the host how it could be quicker.
    let console = world.page.console().await?;
    assert!(console.iter().all(|line| line.contains("MIME type")), "{console:?}");
    Ok(())
}

pub(crate) async fn what_is_no_wasm_leaves_the_content(world: World) -> Outcome {
    let cases: [fn(&World); 2] = [
        |world| {
            world.site.page(WASM, "<!doctype html><title>Not found</title>");
            world.site.content_type(WASM, "text/html");
        },
        |world| world.site.content_type(WASM, "application/wasm"),
    ];
    for (n, set) in cases.into_iter().enumerate() {
        set(&world);
        world.open(&with_static(CARD)).await?;
        world.turn_to_all().await?;
        let (error, _) = failure(&world, 0).await?;
        assert_eq!(error["kind"], "network", "case {n}: {error}");
        let message = error["message"].as_str().unwrap_or_default();
        assert!(message.contains("story-card-app_bg.wasm"), "case {n}: {message}");
        said_once(&world).await?;
        still_readable(&world).await?;
    }
    Ok(())
}

pub(crate) async fn a_wasm_cut_off_midway_leaves_the_content(world: World) -> Outcome {
    world.site.cut_off(WASM);
    world.open(&with_static(CARD)).await?;
    world.turn_to_all().await?;
    let (error, _) = failure(&world, 0).await?;
    assert_eq!(error["kind"], "network", "{error}");
    said_once(&world).await?;
    still_readable(&world).await
}

pub(crate) async fn whatever_is_wrong_with_a_story_its_static_card_stands(world: World) -> Outcome {
    let wrong = stories::example("minimal")?.to_string().replace("red", "purple");
    let large = format!("{wrong}{}", " ".repeat(20 * 1024 * 1024));
    let cases: [(&str, Option<&str>); 6] = [
        ("network", None),
        ("format", Some("<!doctype html><title>Sign in</title>")),
        ("format", Some(&large)),
        ("format", Some("{")),
        ("story", Some("{}")),
        ("network", Some(&wrong)),
    ];
    for (n, (kind, text)) in cases.into_iter().enumerate() {
        let name = format!("posts/told{n}.story.json");
        if let Some(text) = text {
            world.site.page(&name, text);
        }
        if n == 5 {
            world.site.cut_off(&name);
        }
        let tag = format!(r#"<story-card src="told{n}.story.json"></story-card>"#);
        world.open(&format!("{}{MINIMAL}", with_static(&tag))).await?;
        world.turn_to_all().await?;
        let (error, _) = failure(&world, 0).await?;
        assert_eq!(error["kind"], kind, "case {n}: {error}");
        let message = error["message"].as_str().unwrap_or_default();
        assert!(message.contains(&format!("told{n}.story.json")), "case {n}: {message}");
        still_readable(&world).await?;
        said_once(&world).await?;
        Card::nth(&world.page, 1).await?.scroll_to().await?;
        world.ready(1).await?.open("charts").await?;
    }
    Ok(())
}

pub(crate) async fn the_limit_holds_for_stories_from_anywhere(world: World) -> Outcome {
    let large = format!("{}{}", stories::example("minimal")?, " ".repeat(16 * 1024 * 1024));
    let inline = format!(r#"<script type="application/json">{large}</script></story-card>"#);
    world.open(&CARD.replace("</story-card>", &inline)).await?;
    let (error, text) = failure(&world, 0).await?;
    assert_eq!(error["kind"], "format");
    assert!(text.contains("16 MB"), "{text}");
    world.open(CARD).await?;
    let card = world.ready(0).await?;
    // Each of these letters is two bytes.
    card.js("host.story = 'é'.repeat(2 ** 23 + 1)", json!(null)).await?;
    let (error, text) = failure(&world, 0).await?;
    assert_eq!(error["kind"], "format");
    assert!(text.contains("16 MB"), "{text}");
    Ok(())
}

/// What spoils a file of a site.
type Spoil = fn(&Site, &str);

/// All that can go wrong with a file of the runtime.
const FAULTS: [(&str, Spoil); 4] = [
    ("not there", |site, path| site.fail(path, 404)),
    ("refused", |site, path| site.fail(path, 0)),
    ("cut off", |site, path| site.cut_off(path)),
    ("of another version", |site, path| site.change(path, of_another_version)),
];

/// The file as another version has it: the WebAssembly tells its version, the glue lends
/// functions under other names. A style sheet fits any.
fn of_another_version(file: &[u8]) -> Vec<u8> {
    let (ours, other) = match file.first() {
        Some(0) => (env!("CARGO_PKG_VERSION").as_bytes(), b"9.9.9".as_slice()),
        _ => (b"{__proto__:null,a:".as_slice(), b"{__proto__:null,z:".as_slice()),
    };
    let at = file.windows(ours.len()).position(|bytes| bytes == ours).expect("it has a version");
    [&file[..at], other, &file[at + ours.len()..]].concat()
}

pub(crate) async fn each_file_of_the_runtime_may_fail(world: World) -> Outcome {
    let head = r#"<link rel="stylesheet" href="sheet.css">"#;
    for path in [GLUE, WASM, SHEET] {
        for (fault, set) in FAULTS {
            if (path, fault) == (SHEET, "of another version") {
                continue;
            }
            set(&world.site, path);
            world.open_with(head, &format!("{MINIMAL}{}", with_static(CARD))).await?;
            world.turn_to_all().await?;
            for n in 0..2 {
                Card::nth(&world.page, n).await?.wait_for_state("failed").await?;
            }
            let told = world.page.details("story-error").await?;
            let kinds: Vec<_> = told.iter().map(|error| error["kind"].clone()).collect();
            assert_eq!(kinds, ["network", "network"], "{path} {fault}: each tells once");
            let said = said(&world).await?.len();
            assert!((1..=2).contains(&said), "{path} {fault}: once for each try");
            // What is put right is there for both with the next press.
            world.site.mend(path);
            for n in 0..2 {
                let card = Card::nth(&world.page, n).await?;
                assert!(card.show("trivia").await?, "{path} {fault}: card {n}");
                card.wait_for_state("ready").await?;
                card.press(MessageKey::QuizSkip.english()).await?;
            }
        }
    }
    Ok(())
}

pub(crate) async fn a_file_of_the_runtime_may_be_late(world: World) -> Outcome {
    for path in [GLUE, WASM, SHEET] {
        world.site.delay(path, Duration::from_millis(700));
        world.open(&format!("{MINIMAL}{}", with_static(CARD))).await?;
        world.turn_to_all().await?;
        for n in 0..2 {
            world.ready(n).await?;
        }
        world.site.mend(path);
        assert_eq!(world.page.console().await?, Vec::<String>::new(), "{path}");
    }
    Ok(())
}

pub(crate) async fn after_a_failure_the_next_action_tries_again(world: World) -> Outcome {
    for missing in [GLUE, WASM, SHEET, "card/ballerina.story.json"] {
        for how in ["click", "show", "src"] {
            // The page's own sheet and that of the live card are one file.
            let head = r#"<link rel="stylesheet" href="sheet.css">"#;
            world.site.fail(missing, 503);
            world.open_with(head, &with_static(CARD)).await?;
            world.turn_to_all().await?;
            let (error, _) = failure(&world, 0).await?;
            assert_eq!(error["kind"], "network", "{missing}");
            world.site.fail(missing, 200);
            let card = Card::nth(&world.page, 0).await?;
            match how {
                "click" => card.js("host.querySelector('[href$=-faq]').click()", json!(null)).await?,
                "show" => json!(card.show("faq").await?),
                _ => card.js("scrollTo(0, 0); host.setAttribute('src', '../card/ballerina.story.json?again'); host.setAttribute('section', 'faq')", json!(null)).await?,
            };
            card.wait_for_state("ready")
                .await
                .map_err(|error| format!("{missing}, {how}: {error}"))?;
            assert_eq!(card.section().await?, "faq", "{missing}, {how}");
        }
    }
    Ok(())
}

pub(crate) async fn a_message_can_be_clicked_away(world: World) -> Outcome {
    for missing in [GLUE, "card/ballerina.story.json"] {
        world.site.fail(missing, 503);
        world.open(CARD).await?;
        let (_, text) = failure(&world, 0).await?;
        assert!(!text.is_empty() || missing == GLUE, "{text}");
        world.site.fail(missing, 200);
        let card = Card::nth(&world.page, 0).await?;
        card.host().click().await?;
        card.wait_for_state("ready").await?;
        let shown = "return [...root.childNodes].filter((node) => node.nodeType === 3).length";
        assert_eq!(card.js(shown, json!(null)).await?, json!(0), "the message stays");
        assert!(card.text().await?.contains("Ballerina"));
    }
    Ok(())
}

pub(crate) async fn a_story_put_right_is_read_again(world: World) -> Outcome {
    world.site.page("posts/told.story.json", "[]");
    world.open(TOLD).await?;
    failure(&world, 0).await?;
    world.site.page("posts/told.story.json", &stories::example("minimal")?.to_string());
    let add =
        "document.querySelector('main').prepend(document.querySelector('story-card').cloneNode())";
    world.page.js(add, vec![]).await?;
    let card = world.ready(0).await?;
    assert!(card.text().await?.contains("The Skerry Light"));
    Ok(())
}

/// [`CARD`] with something in it to read without script.
fn with_content() -> String {
    CARD.replace("></story-card>", "><p>What stood here before.</p></story-card>")
}

/// There is one line of ours in the console.
async fn said_once(world: &World) -> Outcome {
    let said = said(world).await?;
    assert_eq!(said.len(), 1, "{said:?}");
    Ok(())
}

/// What cards have said in the console.
async fn said(world: &World) -> Outcome<Vec<String>> {
    let console = world.page.console().await?;
    Ok(console.into_iter().filter(|line| line.contains("story-card>")).collect())
}

/// The element's own content is shown, and folds unfold.
pub(crate) async fn still_readable(world: &World) -> Outcome {
    let script = "const card = document.querySelector('story-card');
        for (const fold of card.querySelectorAll('details')) fold.open = true;
        const texts = [...card.querySelectorAll('p')].filter((text) => !text.closest('details'));
        const unfolded = [...card.querySelectorAll('details[open] > .sc-panel')];
        return card.state === 'failed' && texts.length > 0
            && [...texts, ...unfolded].every((text) => text.checkVisibility() && text.offsetHeight > 0)";
    assert_eq!(world.page.js(script, vec![]).await?, json!(true));
    Ok(())
}
