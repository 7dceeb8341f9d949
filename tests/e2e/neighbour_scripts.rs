//! Other people's scripts: they do not harm the card, and the card leaves no trace in the page.

use serde_json::{Value, json};

use crate::{
    Outcome,
    engine::Engine,
    neighbour::{PLAIN, assert_alike, plain_portrait, portrait, use_card},
    world::{CARD, EVERYTHING, MINIMAL, World},
};

/// What old libraries and eager analysts do to a page.
const HOSTILE: &str = r#"
for (const prototype of [Array.prototype, Object.prototype, String.prototype, Function.prototype]) {
  for (const name of ["each", "extend", "isReady", "toQuery", "theirs"]) prototype[name] = THEIRS;
}
Array.prototype.last = function () { return this[this.length - 1]; };
const fetched = (window.fetched = []);
const fetch = window.fetch;
window.fetch = function (...args) { fetched.push(String(args[0].url ?? args[0])); return fetch.apply(this, args); };
const define = customElements.define;
customElements.define = function (name, element, ...rest) {
  return define.call(this, name, class extends element { get theirs() { return "theirs"; } }, ...rest);
};
for (const name of ["requestAnimationFrame", "setTimeout", "addEventListener"]) {
  const native = window[name];
  window[name] = function (...args) { return native.apply(this ?? window, args); };
}
customElements.define("their-card", class extends HTMLElement {
  connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = "<slot></slot><p>Theirs</p>"; }
});
// A library that looks after every element that comes.
new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => node.setAttribute?.("data-seen", ""))))
  .observe(document, { childList: true, subtree: true });
"#;

pub(crate) async fn hostile_scripts_do_no_harm(world: World) -> Outcome {
    let plain = plain_portrait(&world).await?;
    // WebKit's driver itself is at a loss with functions that every object has.
    let theirs = match world.page.engine() {
        Engine::WebKit => r#""theirs""#,
        _ => r#"function () { return "theirs"; }"#,
    };
    world.site.page("posts/theirs.js", &HOSTILE.replace("THEIRS", theirs));
    let head = format!(r#"{PLAIN}<script src="theirs.js"></script>"#);
    let body = format!("<their-card>{EVERYTHING}</their-card>");
    world.open_with(&head, &body).await?;
    let card = world.ready(0).await?;
    assert_eq!(card.js("return host.theirs", Value::Null).await?, json!("theirs"));
    assert_alike(&plain, &portrait(&card).await?, "hostile scripts");
    use_card(&world, &card).await?;
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

pub(crate) async fn a_fetch_replaced_later_is_not_ours(world: World) -> Outcome {
    world.open("").await?;
    // The page's own choice, once the loader is there.
    let script = "const done = arguments[0];
        customElements.whenDefined('story-card').then(() => { window.fetch = () => Promise.reject(new Error('theirs')); done(); });";
    world.page.js_later(script, vec![]).await?;
    world
        .page
        .js("document.querySelector('main').innerHTML = arguments[0]", vec![json!(MINIMAL)])
        .await?;
    use_card(&world, &world.ready(0).await?).await
}

pub(crate) async fn a_second_loader_of_another_version_is_silent(world: World) -> Outcome {
    let loader = std::fs::read_to_string(crate::site::dist().join("story-card.js"))?;
    let other = loader.replace(env!("CARGO_PKG_VERSION"), "99.0.0");
    assert_ne!(loader, other, "the loader says no version");
    world.site.page("other/story-card.js", &other);
    let head = r#"<script type="module" src="../other/story-card.js"></script>"#;
    world.open_with(head, &format!("{MINIMAL}{CARD}")).await?;
    use_card(&world, &world.ready(0).await?).await?;
    let strange: Vec<_> =
        world.site.requests().into_iter().filter(|request| request.starts_with("other/")).collect();
    assert_eq!(strange, ["other/story-card.js"], "the second loader fetched something");
    assert_eq!(world.page.console().await?, Vec::<String>::new());
    Ok(())
}

/// Notes what a card could leave behind in a page, from before the loader.
const WATCH: &str = r#"
window.left = { listeners: [], pushed: 0 };
document.addEventListener("DOMContentLoaded", begin);
for (const [owner, target] of Object.entries({ window, document, html: document.documentElement })) {
  const native = target.addEventListener;
  Object.defineProperty(target, "addEventListener", { configurable: true, enumerable: false, value(type, ...rest) {
    window.left.listeners.push(`${owner} ${type}`);
    return native.call(target, type, ...rest);
  } });
}
for (const name of ["pushState", "replaceState"]) {
  const native = history[name];
  history[name] = function (...args) { window.left.pushed += 1; return native.apply(this, args); };
}
const shape = (object) => Object.getOwnPropertyNames(object).map((name) => {
  const { value, get, set } = Object.getOwnPropertyDescriptor(object, name);
  return [name, value, get, set];
});
const owners = { Object, Array, String, Element, HTMLElement, Node, Event, EventTarget, Document, Promise, WebAssembly: { prototype: WebAssembly },
  History, CanvasRenderingContext2D, ShadowRoot, CSSStyleSheet };
const shapes = () => Object.fromEntries(Object.entries(owners).map(([name, owner]) => [name, shape(owner.prototype)]));
const page = () => ({
  sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
  markup: [document.documentElement, document.body].map((part) => part.cloneNode(false).outerHTML).join(""),
  head: document.head.innerHTML,
  rest: [...document.querySelectorAll("main > :not(story-card)")].map((part) => part.outerHTML).join(""),
  body: document.body.children.length,
  story: document.querySelector("story-card").innerHTML,
  place: location.href,
  entries: history.length,
  state: JSON.stringify(history.state),
  stored: `${localStorage.length} ${sessionStorage.length} ${document.cookie}`,
  focus: document.activeElement?.id,
  chosen: `${document.activeElement?.selectionStart} ${document.activeElement?.selectionEnd}`,
  scroll: `${scrollX} ${scrollY}`,
});
// The driver of Chromium keeps something of its own in the page.
const globals = () => Object.getOwnPropertyNames(window).filter((name) => !/^(ret_nodes$|se_)/.test(name));
function begin() {
  const known = new Set(globals());
  const field = document.getElementById("field");
  field.focus();
  field.setSelectionRange(1, 3);
  window.left.page = page();
  window.left.shapes = shapes();
  window.left.now = () => {
    const changes = [];
    const now = page();
    for (const [name, before] of Object.entries(window.left.page)) if (now[name] !== before) changes.push([name, before, now[name]]);
    const added = globals().filter((name) => !known.has(name));
    if (added.length) changes.push(["globals", ...added]);
    const after = shapes();
    for (const [name, before] of Object.entries(window.left.shapes)) {
      if (after[name].length !== before.length || after[name].some((one, place) => one.some((part, n) => !Object.is(part, before[place][n])))) changes.push([name, "prototype"]);
    }
    return { changes, listeners: [...new Set(window.left.listeners)].sort(), pushed: window.left.pushed };
  };
}
"#;

pub(crate) async fn a_card_leaves_no_trace_in_the_page(world: World) -> Outcome {
    world.site.page("posts/watch.js", WATCH);
    let body = format!(r#"<input id="field" value="hello">{EVERYTHING}"#);
    world.open_with(r#"<script src="watch.js"></script>"#, &body).await?;
    let card = world.ready(0).await?;
    let now = async || world.page.js("return left.now()", vec![]).await;
    // Where the style sheet cannot unfold what is printed, the loader does.
    let script = "return CSS.supports('selector(::details-content)') ? [] : ['window afterprint', 'window beforeprint']";
    let mut heard: Vec<String> = serde_json::from_value(world.page.js(script, vec![]).await?)?;
    heard.extend(["window error", "window hashchange"].map(str::to_owned));
    let quiet = json!({ "changes": [], "listeners": heard, "pushed": 0 });
    assert_eq!(now().await?, quiet, "once the card is ready");
    use_card(&world, &card).await?;
    let script = "document.getElementById('field').focus({ preventScroll: true }); scrollTo(0, 0); host.blur();";
    card.js(script, Value::Null).await?;
    assert_eq!(now().await?, quiet, "after playing");
    Ok(())
}

pub(crate) async fn the_pages_shortcuts_work_on(world: World) -> Outcome {
    world.site.page("posts/keys.js", "window.did = []; document.addEventListener('keydown', (event) => {
        if (event.composedPath()[0].matches?.('input:not([type=radio]), select')) return;
        if (['j', '/', 'Escape', 'ArrowDown', ' '].includes(event.key)) did.push(event.key + event.defaultPrevented); });");
    world
        .open_with(
            r#"<script src="keys.js"></script>"#,
            &EVERYTHING.replace("seed", r#"section="faq" seed"#),
        )
        .await?;
    let card = world.ready(0).await?;
    for focused in [false, true] {
        if focused {
            card.focus_tab().await?;
        }
        for key in ["j", "/"] {
            world.page.press(key).await?;
        }
        world.page.press(thirtyfour::Key::Escape).await?;
        world.page.press(thirtyfour::Key::Down).await?;
        let did = world.page.js("return did.splice(0)", vec![]).await?;
        assert_eq!(
            did,
            json!(["jfalse", "/false", "Escapefalse", "ArrowDownfalse"]),
            "focus in the card: {focused}"
        );
    }
    Ok(())
}
