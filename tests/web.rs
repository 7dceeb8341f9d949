//! What only a browser can show: pixels, observers, colours, and the handle of the element.
#![cfg(all(target_arch = "wasm32", feature = "browser"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "web/canvas.rs"]
mod canvas;
#[path = "web/element.rs"]
mod element;
#[path = "web/hooks.rs"]
mod hooks;
#[path = "web/page.rs"]
mod page;
#[path = "web/surface.rs"]
mod surface;
#[path = "web/words.rs"]
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
