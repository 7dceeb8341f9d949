//! The rest of the code, where the WebAssembly comes in two parts.
//!
//! In: whether it is there, asking for it, who waits for it. Out: how it is fetched and joined to
//! the first part (the glue), what needs it (`crate::session`). As long as nobody says otherwise
//! all code is there: only a build in two parts calls [`await_rest`].

use super::trap;
use js_sys::{Object, Promise};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A function. What it throws goes through to whoever called us.
    #[derive(Clone)]
    pub type Call;

    #[wasm_bindgen(method)]
    fn call(this: &Call, of: &JsValue, value: &JsValue);
}

thread_local! {
    /// Begins to fetch the rest, while it is missing; may be called at any time.
    static FETCH: RefCell<Option<Call>> = const { RefCell::new(None) };
    /// Whether somebody has asked for it.
    static EXPECTED: Cell<bool> = const { Cell::new(false) };
    /// Who is told whether it came.
    static WAITING: RefCell<Vec<Box<dyn FnOnce(bool)>>> = const { RefCell::new(Vec::new()) };
}

/// From now on the rest is missing.
///
/// `fetch` begins to fetch it, again if it could not be fetched before, and ends in a call of
/// [`rest_came`].
pub fn await_rest(fetch: Call) {
    FETCH.replace(Some(fetch));
}

/// Whether all code is there.
pub fn is_whole() -> bool {
    FETCH.with_borrow(Option::is_none)
}

/// The rest has come, or could not be fetched: tells all who wait, in their order.
///
/// They may call anything of the card, so no call of ours may be under way.
pub fn rest_came(came: bool) {
    // After a trap nothing of ours can be relied on.
    if trap::is_set() {
        return;
    }
    if came {
        FETCH.take();
    }
    for task in WAITING.take() {
        if !trap::is_set() {
            task(came);
        }
    }
}

/// Asks for the rest if nobody has yet, for it will be needed.
pub fn expect() {
    if !EXPECTED.replace(true) {
        fetch();
    }
}

/// Runs `task` once all code is there: at once, or when the rest has come, which is asked for.
///
/// `task` is told false if the rest could not be fetched; the next to wait asks for it again.
pub fn when_whole(task: impl FnOnce(bool) + 'static) {
    if is_whole() {
        return task(true);
    }
    WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(task)));
    fetch();
}

/// A promise for all code; broken with `problem` if the rest could not be fetched.
pub fn whole(problem: fn() -> Object) -> Promise {
    Promise::new(&mut |kept, broken| {
        when_whole(move |came| {
            let (settle, value) =
                if came { (kept, JsValue::NULL) } else { (broken, problem().into()) };
            settle.unchecked_into::<Call>().call(&JsValue::NULL, &value);
        });
    })
}

fn fetch() {
    // It may call us, so nothing stays borrowed.
    let fetch = FETCH.with_borrow(Option::clone);
    if let Some(fetch) = fetch {
        fetch.call(&JsValue::NULL, &JsValue::NULL);
    }
}
