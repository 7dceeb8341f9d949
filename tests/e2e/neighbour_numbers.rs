//! Many cards, and cards that come and go often: each file once, memory where it was.

use serde_json::{Value, json};

use crate::{
    Outcome,
    world::{CARD, MINIMAL, World},
};

const WASM: &str = "card/story-card-app_bg.wasm";
const GLUE: &str = "card/story-card-app.js";
const STORY: &str = "stories/minimal.story.json";

/// Body of an asynchronous script: a card comes by `innerHTML`, is moved, taken out and put
/// back, and goes, `times` times; notes every stage a card was seen on.
const COME_AND_GO: &str = r"const [tag, times, done] = arguments;
    const stages = (window.stages ??= new Set());
    const [here, there] = ['here', 'there'].map((id) => document.getElementById(id));
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const task = () => new Promise((resolve) => setTimeout(resolve));
    (async () => {
        for (let time = 0; time < times; time += 1) {
            const ready = new Promise((resolve) => here.addEventListener('story-ready', resolve, { once: true }));
            here.innerHTML = tag;
            const card = here.firstElementChild;
            card.scrollIntoView();
            await ready;
            // Waste hurries the collector, which lets go of cards that are gone.
            window.waste = new ArrayBuffer(4 << 20);
            await card.show('charts');
            stages.add(card.shadowRoot.querySelector('.stage'));
            there.append(card);
            await frame();
            card.remove();
            await task();
            there.append(card);
            await frame();
            if (card.state !== 'ready') throw new Error(card.state);
            card.remove();
            await task();
        }
        // Whatever the probe noted is its own.
        for (const notes of [probe.drawn, probe.events, probe.said, probe.shifts]) notes.length = 0;
        done(stages.size);
    })().catch((error) => done(String(error)));";

/// Bytes and things a page holds, as far as its engine tells.
pub(crate) struct Held {
    wasm: u64,
    /// Of JavaScript, after a collection: bytes, nodes, listeners.
    script: Option<[u64; 3]>,
}

/// What the page of a card holds now.
pub(crate) async fn held(world: &World) -> Outcome<Held> {
    let script = "return probe.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)";
    let wasm = world.page.js(script, vec![]).await?.as_u64().ok_or("no size")?;
    Ok(Held { wasm, script: world.page.heap().await? })
}

/// Fails if a page holds more than a tenth more than before.
pub(crate) fn assert_no_more(before: &Held, after: &Held) {
    let grown = |before: u64, after: u64| after > before + before / 10;
    assert!(
        !grown(before.wasm, after.wasm),
        "WebAssembly: {} -> {} bytes",
        before.wasm,
        after.wasm
    );
    if let (Some(before), Some(after)) = (before.script, after.script) {
        let fits = before.iter().zip(after).all(|(before, after)| !grown(*before, after));
        assert!(fits, "bytes, nodes, listeners of scripts: {before:?} -> {after:?}");
    }
}

pub(crate) async fn coming_and_going_500_times_keeps_memory(world: World) -> Outcome {
    world.open(r#"<div id="here"></div><div id="there"></div>"#).await?;
    let go = async |times: u32| -> Outcome {
        for _ in 0..times / 25 {
            let stages = world.page.js_later(COME_AND_GO, vec![json!(MINIMAL), json!(25)]).await?;
            assert_eq!(stages, json!(1), "one card at a time needs one root");
        }
        Ok(())
    };
    go(50).await?;
    let before = held(&world).await?;
    go(450).await?;
    let after = held(&world).await?;
    assert_no_more(&before, &after);
    assert_eq!(world.page.js("return probe.instances", vec![]).await?, json!(1));
    assert_eq!((world.site.count(WASM), world.site.count(GLUE)), (1, 1));
    Ok(())
}

pub(crate) async fn fifty_cards_of_one_story(world: World) -> Outcome {
    let cards = MINIMAL.repeat(50);
    world.open(&format!(r#"<div id="here">{cards}</div><div id="there"></div>"#)).await?;
    let all_ready = |count: usize| {
        format!(
            "document.querySelector('story-card:not(:state(ready))')?.scrollIntoView();
            return document.querySelectorAll('story-card:state(ready)').length === {count}"
        )
    };
    world.page.until("fifty cards", &all_ready(50), vec![]).await?;
    for file in [WASM, GLUE, STORY] {
        assert_eq!(world.site.count(file), 1, "{file} was fetched more than once");
    }
    assert_eq!(world.page.js("return probe.instances", vec![]).await?, json!(1));
    let stages = "const stages = (window.stages ??= new Set());
        for (const card of document.querySelectorAll('story-card')) stages.add(card.shadowRoot.querySelector('.stage'));
        return stages.size";
    assert_eq!(world.page.js(stages, vec![]).await?, json!(50));
    // Fifty others take their places on the same stages.
    world.page.js("document.getElementById('here').replaceChildren()", vec![]).await?;
    world.page.settle().await?;
    let insert = "document.getElementById('there').innerHTML = arguments[0]";
    world.page.js(insert, vec![json!(cards)]).await?;
    world.page.until("fifty others", &all_ready(50), vec![]).await?;
    assert_eq!(world.page.js(stages, vec![]).await?, json!(50), "more roots than cards at once");
    world.ready(49).await?.open("timeline").await?;
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn cards_among_others_play_alone(world: World) -> Outcome {
    world.open(&format!("{MINIMAL}{CARD}{MINIMAL}")).await?;
    let first = world.ready(0).await?;
    for n in [1, 2] {
        crate::card::Card::nth(&world.page, n).await?.scroll_to().await?;
        world.ready(n).await?;
    }
    first.open("trivia").await?;
    first.choose("Red").await?;
    let last = world.ready(2).await?;
    last.open("trivia").await?;
    assert_eq!(last.options().await?.len(), 3, "one card's answer reached another");
    let told = world.page.details("story-answer").await?.len();
    assert_eq!(told, 1);
    assert_eq!(first.js("return host.state", Value::Null).await?, json!("ready"));
    Ok(())
}
