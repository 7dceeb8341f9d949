//! What the browser keeps of a story, one text for each, in its `localStorage`.
//!
//! It may be blocked, full, or throw: then nothing is kept, and nobody is told. `gloo::storage`
//! panics where the browser refuses storage altogether, which would end every card of the page.
//! What one card has kept is told to those of the same story, in this page and in others.

use super::trap;
use gloo::events::EventListener;
use std::cell::{OnceCell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

/// What is kept of the story with this id.
pub fn kept(story: &str) -> Option<String> {
    storage()?.get_item(&key(story)).ok()?
}

/// Keeps a text of the story with this id, or forgets it.
pub fn keep(story: &str, text: Option<&str>) {
    let Some(storage) = storage() else { return };
    let result = match text {
        Some(text) => storage.set_item(&key(story), text),
        None => storage.remove_item(&key(story)),
    };
    // What cannot be kept is not.
    if result.is_ok() {
        tell(&key(story));
    }
}

/// Tells its owner that something else is kept of a story; dropped, it tells no more.
pub struct StorageWatch {
    _watcher: Rc<Watcher>,
}

struct Watcher {
    key: String,
    tell: Box<dyn Fn()>,
}

thread_local! {
    static WATCHERS: RefCell<Vec<Weak<Watcher>>> = const { RefCell::new(Vec::new()) };
    /// Hears what other pages keep. It comes with the first card that remembers.
    static LISTENER: OnceCell<Option<EventListener>> = const { OnceCell::new() };
}

impl StorageWatch {
    /// Calls `tell` when a card has kept something of a story, in this page or in another, or when
    /// it was forgotten.
    pub fn new(story: &str, tell: impl Fn() + 'static) -> Self {
        LISTENER.with(|listener| {
            listener.get_or_init(listen);
        });
        let watcher = Rc::new(Watcher { key: key(story), tell: Box::new(tell) });
        WATCHERS.with_borrow_mut(|watchers| {
            watchers.retain(|watcher| watcher.strong_count() > 0);
            watchers.push(Rc::downgrade(&watcher));
        });
        Self { _watcher: watcher }
    }
}

fn listen() -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", |event| {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        if let Some(key) = key.filter(|_| !trap::is_set()) {
            tell(&key);
        }
    }))
}

fn tell(key: &str) {
    // One that is told may come or go meanwhile.
    let watchers = WATCHERS.with_borrow(Vec::clone);
    for watcher in watchers.iter().filter_map(Weak::upgrade).filter(|it| it.key == key) {
        (watcher.tell)();
    }
}

fn key(story: &str) -> String {
    ["story-card:", story].concat()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
