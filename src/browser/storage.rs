//! What the browser keeps of a story, one text for each, in its `localStorage`.
//!
//! It may be blocked, full, or throw: then nothing is kept, and nobody is told. `gloo::storage`
//! panics where the browser refuses storage altogether, which would end every card of the page.

use web_sys::Storage;

/// What is kept of the story with this id.
pub fn kept(story: &str) -> Option<String> {
    storage()?.get_item(&key(story)).ok()?
}

/// Keeps a text of the story with this id, or forgets it.
pub fn keep(story: &str, text: Option<&str>) {
    let Some(storage) = storage() else { return };
    // What cannot be kept is not.
    let _ = match text {
        Some(text) => storage.set_item(&key(story), text),
        None => storage.remove_item(&key(story)),
    };
}

fn key(story: &str) -> String {
    ["story-card:", story].concat()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
