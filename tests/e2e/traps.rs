//! A trap inside WebAssembly: every card of the page goes back to its static card, the next press
//! starts a fresh instance in which the round goes on, and a second trap ends that.
//!
//! The runtime of these tests is built so that it traps when it is told to (`cargo xtask test`
//! puts it into `target/traps`).

use serde_json::{Value, json};
use story_card::story::MessageKey;

use crate::{
    Outcome,
    card::Card,
    failures::still_readable,
    world::{CARD, MINIMAL, World, with_static},
};

const GLUE: &str = "card/story-card-app.js";
const WASM: &str = "card/story-card-app_bg.wasm";

/// A page with a card that has a static one inside, and one without; both ready.
async fn two_cards(world: &World, head: &str) -> Outcome<[Card; 2]> {
    world.site.with_traps()?;
    world.open_with(head, &format!("{}{MINIMAL}", with_static(CARD))).await?;
    world.turn_to_all().await?;
    let first = world.ready(0).await?;
    Card::nth(&world.page, 1).await?.scroll_to().await?;
    Ok([first, world.ready(1).await?])
}

/// Has the next action of any card trap. `glue` is what the page calls the module of the instance.
async fn set_trap_in(world: &World, glue: &str) -> Outcome {
    // A module of the page's own, for what a driver's script imports may be another copy.
    const SET: &str = "window.isTrapSet = false;
        const script = document.createElement('script');
        script.type = 'module';
        script.textContent = `import { trapNext } from ${JSON.stringify(arguments[0])}; trapNext(); window.isTrapSet = true;`;
        document.head.append(script);";
    world.page.js(SET, vec![json!(world.site.address(glue))]).await?;
    world.page.until("the trap", "return isTrapSet", vec![]).await.map(drop)
}

/// As [`set_trap_in`], in the `n`-th instance that the loader has fetched (from 0).
async fn set_trap(world: &World, n: usize) -> Outcome {
    set_trap_in(world, &format!("{GLUE}?v={}#{n}", env!("CARGO_PKG_VERSION"))).await
}

/// How many instances were ever made.
async fn instances(world: &World) -> Outcome<Value> {
    world.page.js("return probe.instances", vec![]).await
}

/// Both cards have gone back to their static card; each has told so, the console once.
async fn have_gone_back(world: &World, cards: &[Card; 2], says: &str) -> Outcome {
    for card in cards {
        card.wait_for_state("failed").await?;
    }
    let errors = world.page.details("story-error").await?;
    let kinds: Vec<_> = errors.iter().map(|error| error["kind"].clone()).collect();
    assert_eq!(kinds, ["trap", "trap"]);
    // The browser reports the trap itself, where nobody has caught it.
    let console = world.page.console().await?;
    let ours: Vec<_> = console.iter().filter(|line| line.contains("story-card> ")).collect();
    assert!(ours.len() == 1 && console.len() <= 2, "{console:?}");
    still_readable(world).await?;
    let text = "return root.textContent.includes(input)";
    assert_eq!(cards[1].js(text, json!(says)).await?, json!(true), "it does not say {says}");
    Ok(())
}

pub(crate) async fn a_trap_in_a_callback_sends_every_card_back(world: World) -> Outcome {
    let cards = two_cards(&world, "").await?;
    set_trap(&world, 0).await?;
    cards[1].tab("charts").await?.click().await?;
    have_gone_back(&world, &cards, "Press it to go on").await
}

pub(crate) async fn a_trap_in_a_call_sends_every_card_back(world: World) -> Outcome {
    let cards = two_cards(&world, "").await?;
    set_trap(&world, 0).await?;
    assert!(!cards[0].show("charts").await?);
    have_gone_back(&world, &cards, "Press it to go on").await
}

pub(crate) async fn a_card_in_use_goes_back_too(world: World) -> Outcome {
    world.site.with_traps()?;
    world.open(&format!("{}{MINIMAL}", with_static(CARD))).await?;
    world.turn_to_all().await?;
    let waiting = Card::nth(&world.page, 0).await?;
    waiting.js("host.querySelector('summary').focus({ preventScroll: true })", Value::Null).await?;
    Card::nth(&world.page, 1).await?.scroll_to().await?;
    let other = world.ready(1).await?;
    set_trap(&world, 0).await?;
    other.tab("charts").await?.click().await?;
    waiting.wait_for_state("failed").await?;
    still_readable(&world).await
}

/// What the quiz says of the round: the questions behind the reader, and the open one.
async fn round(card: &Card) -> Outcome<Value> {
    card.js(
        "return [root.querySelector('.sc-progress')?.innerText, root.querySelector('.sc-quiz legend, .sc-quiz .sc-prompt')?.innerText]",
        Value::Null,
    )
    .await
}

pub(crate) async fn the_next_press_goes_on_with_the_round(world: World) -> Outcome {
    let cards = two_cards(&world, "").await?;
    let card = &cards[0];
    // Another seed than a fresh instance would take.
    card.js("host.removeAttribute('seed'); host.restart()", Value::Null).await?;
    card.open("trivia").await?;
    for _ in 0..3 {
        card.press(MessageKey::QuizSkip.english()).await?;
    }
    let before = round(card).await?;
    assert!(before[1].as_str().is_some_and(|prompt| !prompt.is_empty()), "{before}");
    set_trap(&world, 0).await?;
    card.tab("charts").await?.click().await?;
    card.wait_for_state("failed").await?;
    // A click on the text leads nowhere, so the card opens where it was.
    card.js("host.querySelector('.sc-title').click()", Value::Null).await?;
    card.wait_for_state("ready").await?;
    assert_eq!(card.section().await?, "trivia");
    assert_eq!(round(card).await?, before);
    assert_eq!(instances(&world).await?, json!(2));
    // The other card waits for a press of its own, and is served by the same instance.
    let other = &cards[1];
    assert_eq!(other.state().await?, "failed");
    other.host().click().await?;
    other.wait_for_state("ready").await?;
    other.open("charts").await?;
    assert_eq!(instances(&world).await?, json!(2));
    Ok(())
}

pub(crate) async fn a_press_on_a_place_leads_there(world: World) -> Outcome {
    let cards = two_cards(&world, "").await?;
    set_trap(&world, 0).await?;
    assert!(!cards[1].show("charts").await?);
    cards[0].wait_for_state("failed").await?;
    cards[0].js("host.querySelector('[href$=-faq]').click()", Value::Null).await?;
    cards[0].wait_for_state("ready").await?;
    assert_eq!(cards[0].section().await?, "faq");
    // The page may ask as well.
    assert!(cards[1].show("timeline").await?);
    assert_eq!(cards[1].state().await?, "ready");
    Ok(())
}

pub(crate) async fn a_second_trap_is_the_last(world: World) -> Outcome {
    let cards = two_cards(&world, "").await?;
    for (n, card) in cards.iter().enumerate() {
        if n > 0 {
            cards[0].js("host.querySelector('.sc-title').click()", Value::Null).await?;
            cards[0].wait_for_state("ready").await?;
            card.host().click().await?;
            card.wait_for_state("ready").await?;
        }
        set_trap(&world, n).await?;
        card.tab("charts").await?.click().await?;
        for card in &cards {
            card.wait_for_state("failed").await?;
        }
    }
    let says = "return root.textContent.includes('Reload the page')";
    for card in &cards {
        assert_eq!(card.js(says, Value::Null).await?, json!(true));
        card.js("(host.querySelector('.sc-title') ?? host).click()", Value::Null).await?;
        card.js("host.setAttribute('seed', '8'); host.restart(); host.remove(); document.querySelector('main').append(host)", Value::Null).await?;
        assert!(!card.show("charts").await?);
        assert_eq!(card.state().await?, "failed");
    }
    still_readable(&world).await?;
    assert_eq!(world.page.barriers().await?, Vec::<String>::new());
    // A card that comes later is no better off, and says so as well.
    let later = "document.querySelector('main').prepend(document.createElement('story-card'))";
    world.page.js(later, vec![]).await?;
    let later = Card::nth(&world.page, 0).await?;
    later.wait_for_state("failed").await?;
    assert_eq!(later.js(says, Value::Null).await?, json!(true));
    assert_eq!(instances(&world).await?, json!(2));
    let errors = world.page.details("story-error").await?;
    assert_eq!(errors.len(), 5, "each card tells of each trap once: {errors:?}");
    Ok(())
}

pub(crate) async fn a_card_out_of_the_page_is_not_called(world: World) -> Outcome {
    let cards = two_cards(&world, "").await?;
    cards[1].open("timeline").await?;
    cards[1].js("window.away = host; host.remove()", Value::Null).await?;
    set_trap(&world, 0).await?;
    assert!(!cards[0].show("charts").await?);
    // Of two instances, it must call neither.
    cards[0].js("host.querySelector('[href$=-faq]').click()", Value::Null).await?;
    cards[0].wait_for_state("ready").await?;
    world.page.js("away.restart(); document.querySelector('main').append(away)", vec![]).await?;
    let back = Card::nth(&world.page, 1).await?;
    back.scroll_to().await?;
    back.wait_for_state("ready").await?;
    assert_eq!(back.section().await?, "timeline");
    assert_eq!(world.page.details("story-error").await?.len(), 2);
    Ok(())
}

pub(crate) async fn what_waits_for_a_card_is_answered(world: World) -> Outcome {
    world.site.with_traps()?;
    world.site.hold("card/ballerina.story.json");
    world.open(&format!("{MINIMAL}{}", with_static(CARD))).await?;
    world.turn_to_all().await?;
    let other = world.ready(0).await?;
    let card = Card::nth(&world.page, 1).await?;
    card.js("host.setAttribute('loading', 'eager')", Value::Null).await?;
    card.js(
        "window.shown = 'nothing'; host.show('faq').then((found) => (window.shown = found))",
        Value::Null,
    )
    .await?;
    set_trap(&world, 0).await?;
    assert!(!other.show("charts").await?);
    world.site.release("card/ballerina.story.json");
    world.page.until("an answer", "return shown === false", vec![]).await?;
    card.wait_for_state("failed").await
}

/// The runtime as the offline file brings it along: a function that makes it anew.
const GIVEN: &str = r#"
const [css, wasm] = await Promise.all(["css", "wasm"].map((name) => fetch(`../card/story-card${name === "css" ? ".css" : "-app_bg.wasm"}`)));
const [text, module_or_path] = [await css.text(), new Uint8Array(await wasm.arrayBuffer())];
let tries = 0;
globalThis.storyCardRuntime = async () => ({ app: await import(`../card/story-card-app.js?given=${tries++}`), css: [text], module_or_path });
await import("../given/story-card.js");
"#;

pub(crate) async fn a_runtime_brought_along_is_used_and_its_traps_are_known(
    world: World,
) -> Outcome {
    world.site.page("card/story-card.js", "");
    let loader = std::fs::read_to_string(crate::site::dist().join("story-card.js"))?;
    world.site.page("given/story-card.js", &loader);
    world.site.page("posts/given.js", GIVEN);
    let cards = two_cards(&world, r#"<script type="module" src="given.js"></script>"#).await?;
    let beside: Vec<_> =
        world.site.requests().into_iter().filter(|it| it.starts_with("given/")).collect();
    assert_eq!(beside, ["given/story-card.js"], "the loader fetched what it was given");
    set_trap_in(&world, &format!("{GLUE}?given=0")).await?;
    cards[0].tab("cast").await?.click().await?;
    have_gone_back(&world, &cards, "Press it to go on").await?;
    cards[0].js("host.querySelector('[href$=-faq]').click()", Value::Null).await?;
    cards[0].wait_for_state("ready").await?;
    assert_eq!((instances(&world).await?, world.site.count(WASM)), (json!(2), 1));
    Ok(())
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
    let head = r#"<script src="theirs.js"></script>"#;
    world.open_with(head, &format!("{}{MINIMAL}", with_static(CARD))).await?;
    world.turn_to_all().await?;
    for n in 0..2 {
        let card = Card::nth(&world.page, n).await?;
        card.scroll_to().await?;
        world.ready(n).await?.open("charts").await?;
    }
    Card::nth(&world.page, 0).await?.show("sources").await?;
    world.page.until("their errors", "return thrown >= 7", vec![]).await?;
    for n in 0..2 {
        assert_eq!(Card::nth(&world.page, n).await?.state().await?, "ready");
    }
    assert_eq!(world.page.details("story-error").await?, Vec::<Value>::new());
    Ok(())
}
