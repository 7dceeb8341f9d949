//! A trap inside WebAssembly: every card of the page goes back to its static card, and the
//! page lives on.

use serde_json::{Value, json};

use crate::{
    Outcome,
    card::Card,
    failures::still_readable,
    world::{CARD, MINIMAL, World, with_static},
};

/// Spoils the memory of the WebAssembly, so that whatever it does next ends in a trap: every
/// pointer leads beyond its end. All ones would not do, for that is a weak reference to nothing.
const SPOIL: &str = "new Uint8Array(probe.memories[0].buffer).fill(0xa4)";

/// A card with a static one inside, and one without.
async fn two_cards(world: &World, head: &str) -> Outcome<[Card; 2]> {
    world.open_with(head, &format!("{}{MINIMAL}", with_static(CARD))).await?;
    let first = world.ready(0).await?;
    Card::nth(&world.page, 1).await?.scroll_to().await?;
    Ok([first, world.ready(1).await?])
}

/// Presses a tab of a card whose memory is spoiled. What is done with such memory cannot be
/// foretold, so it is pressed again if nothing comes of it.
async fn press_into_trap(world: &World, card: &Card, section: &str) -> Outcome {
    for _ in 0..5 {
        card.tab(section).await?.click().await?;
        for _ in 0..10 {
            world.page.settle().await?;
            if card.state().await? == "failed" {
                return Ok(());
            }
        }
    }
    Err("no trap after five presses".into())
}

/// Both cards have gone back, said so once, and call Rust no more.
async fn have_gone_back(world: &World, cards: &[Card; 2]) -> Outcome {
    for card in cards {
        card.wait_for_state("failed").await?;
        assert!(!card.show("charts").await?, "Rust was called after a trap");
        card.js("host.setAttribute('seed', '8'); host.restart(); host.remove(); document.querySelector('main').append(host)", Value::Null).await?;
    }
    world.page.window(700, 900).await?;
    world.page.settle().await?;
    let errors = world.page.details("story-error").await?;
    let kinds: Vec<_> = errors.iter().map(|error| error["kind"].clone()).collect();
    assert_eq!(kinds, ["trap", "trap"]);
    // The browser reports the trap itself, where nobody has caught it.
    let console = world.page.console().await?;
    let ours: Vec<_> = console.iter().filter(|line| line.contains("story-card> ")).collect();
    assert!(ours.len() == 1 && console.len() <= 2, "{console:?}");
    still_readable(world).await?;
    let says = "return root.textContent.includes('Reload the page')";
    assert_eq!(cards[1].js(says, Value::Null).await?, json!(true));
    // A card that comes later is no better off, and says so as well.
    let later = "document.querySelector('main').prepend(document.createElement('story-card'))";
    world.page.js(later, vec![]).await?;
    Card::nth(&world.page, 0).await?.wait_for_state("failed").await
}

pub(crate) async fn a_trap_in_a_callback_sends_every_card_back(world: World) -> Outcome {
    let cards = two_cards(&world, "").await?;
    world.page.js(SPOIL, vec![]).await?;
    press_into_trap(&world, &cards[1], "charts").await?;
    have_gone_back(&world, &cards).await
}

pub(crate) async fn a_trap_in_a_call_sends_every_card_back(world: World) -> Outcome {
    let cards = two_cards(&world, "").await?;
    world.page.js(SPOIL, vec![]).await?;
    assert!(!cards[0].show("charts").await?);
    have_gone_back(&world, &cards).await
}

pub(crate) async fn a_card_in_use_goes_back_too(world: World) -> Outcome {
    world.open(&format!("{}{MINIMAL}", with_static(CARD))).await?;
    let waiting = Card::nth(&world.page, 0).await?;
    waiting.js("host.querySelector('summary').focus({ preventScroll: true })", Value::Null).await?;
    Card::nth(&world.page, 1).await?.scroll_to().await?;
    let other = world.ready(1).await?;
    world.page.js(SPOIL, vec![]).await?;
    press_into_trap(&world, &other, "charts").await?;
    waiting.wait_for_state("failed").await?;
    still_readable(&world).await
}

/// The runtime as the offline file brings it along.
const GIVEN: &str = r#"
import * as app from "../card/story-card-app.js";
const [css, wasm] = await Promise.all(["css", "wasm"].map((name) => fetch(`../card/story-card${name === "css" ? ".css" : "-app_bg.wasm"}`)));
globalThis.storyCardRuntime = { app, css: await css.text(), module_or_path: new Uint8Array(await wasm.arrayBuffer()) };
await import("../card/story-card.js?given");
"#;

pub(crate) async fn a_runtime_brought_along_is_used_and_its_traps_are_known(
    world: World,
) -> Outcome {
    world.site.page("posts/given.js", GIVEN);
    world.site.page("card/story-card.js", "");
    let loader = std::fs::read_to_string(crate::site::dist().join("story-card.js"))?;
    world.site.page("given/story-card.js", &loader);
    world.site.page(
        "posts/given.js",
        &GIVEN.replace("../card/story-card.js?given", "../given/story-card.js"),
    );
    let cards = two_cards(&world, r#"<script type="module" src="given.js"></script>"#).await?;
    let beside: Vec<_> =
        world.site.requests().into_iter().filter(|it| it.starts_with("given/")).collect();
    assert_eq!(beside, ["given/story-card.js"], "the loader fetched what it was given");
    world.page.js(SPOIL, vec![]).await?;
    press_into_trap(&world, &cards[0], "cast").await?;
    have_gone_back(&world, &cards).await
}

/// WebAssembly of the page's own, whose only function traps: in a task of its own, and called
/// from within an event of the card.
const THEIRS: &str = "const module = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0,
    3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11));
    const { f } = new WebAssembly.Instance(module).exports;
    window.thrown = 0;
    addEventListener('error', () => { window.thrown += 1; });
    addEventListener('story-show', f);
    addEventListener('story-show', () => { throw new Error('theirs'); });
    setTimeout(f);";

pub(crate) async fn other_peoples_traps_are_theirs(world: World) -> Outcome {
    world.site.page("posts/theirs.js", THEIRS);
    let cards = two_cards(&world, r#"<script src="theirs.js"></script>"#).await?;
    for card in &cards {
        card.open("charts").await?;
    }
    cards[0].show("sources").await?;
    world.page.until("their errors", "return thrown >= 7", vec![]).await?;
    for card in &cards {
        assert_eq!(card.state().await?, "ready");
    }
    assert_eq!(world.page.details("story-error").await?, Vec::<Value>::new());
    Ok(())
}
