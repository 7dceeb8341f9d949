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
mod waiting;

use crate::browser::{rest, trap};
use crate::story::Story;
use crate::view::{Failure, StoryRef};
use controller::Controller;
use js_sys::{Array, JsString, Object, Promise};
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

/// Says, before anything else is called, that the rest of the code is not there yet.
///
/// `fetch` begins to fetch it, again if it failed before; any number of calls is harmless. It ends
/// in a call of [`rest_came`].
#[wasm_bindgen(js_name = awaitRest)]
pub fn await_rest(fetch: rest::Call) {
    rest::await_rest(fetch);
}

/// Says that the rest is there and all code can be called, or that it could not be fetched.
///
/// To be called in a task of its own, when no call into Rust is under way.
#[wasm_bindgen(js_name = restCame)]
pub fn rest_came(came: bool) {
    rest::rest_came(came);
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

/// Reads a story from the text of the file at `address`, which names it in faults.
///
/// # Errors
/// Why the text is no story: `{kind, message, faults: [{path, line, column, message}], log}`.
#[wasm_bindgen(js_name = readStory)]
pub fn read_story(text: &str, address: &str) -> Result<StoryFile, Object> {
    if failure::is_page(text) {
        return Err(failure::page(address));
    }
    let story = Story::parse(text.as_bytes());
    story
        .map(|story| StoryFile(StoryRef::new(story)))
        .map_err(|faults| failure::faulty(address, &faults))
}

/// One card, as its element holds it.
#[wasm_bindgen]
pub struct CardHandle(Rc<Controller>);

#[wasm_bindgen]
impl CardHandle {
    /// A card of the element `host`, which has a shadow root. It shows nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new(host: &HtmlElement) -> Self {
        Self(Rc::new(Controller::new(host)))
    }

    /// Takes over an attribute of the element; a wrong value is reported in the console.
    #[wasm_bindgen(js_name = setAttribute)]
    #[expect(clippy::needless_pass_by_value, reason = "optional text comes by value only")]
    pub fn set_attribute(&self, name: &str, value: Option<String>) {
        self.0.set_attribute(name, value.as_deref());
    }

    /// Sees to it that all code is there to open a story as the attributes and the page's URL want
    /// it, and at `place`: the id of an element in its static card, none or empty for any.
    ///
    /// A promise if that has to be waited for, broken with `{kind, message}`; none if not.
    #[expect(clippy::needless_pass_by_value, reason = "optional text comes by value only")]
    pub fn prepare(&self, file: &StoryFile, place: Option<String>) -> Option<Promise> {
        let is_early = self.0.opens_early(&file.0, place.as_deref());
        (!is_early).then(|| rest::whole(failure::unfetched))
    }

    /// Says that somebody has turned to the card: all code is fetched, unless that was tried.
    pub fn touch(&self) {
        rest::expect();
    }

    /// Opens a story from its start.
    pub fn open(&self, file: &StoryFile) {
        self.0.open(&file.0);
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

    /// Goes to an address such as `timeline/premiere`; false if the card shows no such thing.
    ///
    /// `for_reader` says that the reader asked for it: focus goes there as well.
    pub fn show(&self, address: &str, for_reader: bool) -> bool {
        self.0.show(address, for_reader)
    }

    /// As [`Self::show`] for the page, true not before it is shown: that may be a promise, which
    /// gives false if the code for it could not be fetched.
    pub fn lead(&self, address: &str) -> JsValue {
        let found = self.0.show(address, false);
        if self.0.is_waiting() && found { rest::arrival().into() } else { found.into() }
    }

    /// Whether what an event of the card tells, while it is dispatched, was the reader's own doing.
    #[wasm_bindgen(js_name = isReaders)]
    pub fn is_readers(&self) -> bool {
        self.0.is_readers()
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
