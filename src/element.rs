//! The outside: what `static/story-card.js` holds and calls, the only exports of the WebAssembly.
//!
//! In: stories read from text, and one [`CardHandle`] to each element. Out: when to load
//! and what to fetch (the loader), what happens inside a card (`crate::session`).
//!
//! Every method takes `&self` and holds no borrow while the page runs, so that the page
//! may call any of them at any time, from within an event of the card as well.

mod controller;
mod event;
mod failure;
mod report;
mod root;

use crate::browser::trap;
use crate::story::Story;
use crate::view::{Failure, StoryRef};
use controller::Controller;
use js_sys::{Array, Function, JsString, Object};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

pub use root::root_count;

/// The version of this runtime; the loader refuses any other than its own.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Lets no callback of ours act any more: there was a trap. Nothing here may be called afterwards.
#[wasm_bindgen]
pub fn stop() {
    trap::set();
}

/// Lets the next action in any card end in a trap, so that tests can see what comes of one.
#[cfg(feature = "traps")]
#[wasm_bindgen(js_name = trapNext)]
pub fn trap_next() {
    trap::set_up();
}

/// A story that was read; any number of cards may show it.
#[wasm_bindgen]
pub struct StoryFile(StoryRef);

#[wasm_bindgen]
impl StoryFile {
    /// The story's id.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.0.id.clone()
    }
}

/// Reads a story from the text of the file at `address`, which names it in faults. `place` is called
/// with the address of each picture beside the story, and says where the page has it.
///
/// # Errors
/// Why the text is no story: `{kind, message, faults: [{path, line, column, message}], log}`.
#[wasm_bindgen(js_name = readStory)]
pub fn read_story(text: &str, address: &str, place: &Function) -> Result<StoryFile, Object> {
    if failure::is_page(text) {
        return Err(failure::page(address));
    }
    let mut story = Story::parse_text(text).map_err(|faults| failure::faulty(address, &faults))?;
    for picture in story.pictures_mut().filter(|picture| picture.is_beside()) {
        let src = place.call1(&JsValue::NULL, &JsValue::from_str(&picture.url));
        picture.src = src.ok().and_then(|src| src.as_string());
    }
    Ok(StoryFile(StoryRef::new(story)))
}

/// One card, as its element holds it.
#[wasm_bindgen]
pub struct CardHandle(Rc<Controller>);

#[wasm_bindgen]
impl CardHandle {
    /// A card of the element `host`, which has a shadow root. It shows nothing yet.
    ///
    /// `hold` is called with `host` and the session as a text whenever it has changed and was
    /// drawn: should there be a trap, [`CardHandle::open`] of another instance goes on from it.
    #[wasm_bindgen(constructor)]
    pub fn new(host: &HtmlElement, hold: Function) -> Self {
        Self(Rc::new(Controller::new(host, hold)))
    }

    /// Takes over an attribute of the element; a wrong value is reported in the console.
    #[wasm_bindgen(js_name = setAttribute)]
    #[expect(clippy::needless_pass_by_value, reason = "optional text comes by value only")]
    pub fn set_attribute(&self, name: &str, value: Option<String>) {
        self.0.set_attribute(name, value.as_deref());
    }

    /// Opens a story from its start, or where the text `held` says that the reader was.
    #[expect(clippy::needless_pass_by_value, reason = "optional text comes by value only")]
    pub fn open(&self, file: &StoryFile, held: Option<String>) {
        self.0.open(&file.0, held.as_deref());
    }

    /// Shows in place of a story why there is none; the console lists all `faults`.
    pub fn fail(&self, message: String, faults: usize) {
        self.0.fail(Failure { message, more: faults.saturating_sub(1) });
    }

    /// Closes the story, if one is open.
    pub fn close(&self) {
        self.0.close();
    }

    /// Puts the card into the shadow root of its element, where it was if it has been there.
    pub fn resume(&self) {
        self.0.resume();
    }

    /// Takes the card out of the page; its state is kept.
    pub fn suspend(&self) {
        self.0.suspend();
    }

    /// Takes over what the reader did in the static card, and `asked`, the address of which was
    /// pressed there, if it is that of a question.
    #[expect(clippy::needless_pass_by_value, reason = "optional text comes by value only")]
    pub fn adopt(&self, asked: Option<String>) {
        self.0.adopt(asked.as_deref());
    }

    /// Goes to an address such as `timeline/premiere`; false if the card shows no such thing.
    ///
    /// `for_reader` says that the reader asked for it: focus goes there as well. What is shown is to
    /// stand `top` CSS px below the upper edge of the window, or else in sight.
    pub fn show(&self, address: &str, for_reader: bool, top: Option<f64>) -> bool {
        self.0.show(address, for_reader, top)
    }

    /// Begins a new round of questions.
    pub fn restart(&self) {
        self.0.restart();
    }

    /// The ids of the sections shown; empty without a story.
    pub fn sections(&self) -> Array {
        self.0.sections().iter().map(|section| JsString::from(section.id())).collect()
    }
}
