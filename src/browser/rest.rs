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

/// Told whether the rest came.
type Task = Box<dyn FnOnce(bool)>;

thread_local! {
    /// While the rest is missing, what begins to fetch it; may be called at any time.
    static MISSING: RefCell<Option<Call>> = const { RefCell::new(None) };
    /// Whether it was asked for.
    static IS_EXPECTED: Cell<bool> = const { Cell::new(false) };
    /// Who waits for it.
    static WAITING: RefCell<Vec<Task>> = const { RefCell::new(Vec::new()) };
}

/// From now on the rest is missing.
///
/// `fetch` begins to fetch it, again if it could not be fetched before, and ends in a call of
/// [`rest_came`].
pub fn await_rest(fetch: Call) {
    MISSING.replace(Some(fetch));
    IS_EXPECTED.set(false);
}

/// Whether all code is there.
pub fn is_whole() -> bool {
    MISSING.with_borrow(Option::is_none)
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
        MISSING.take();
    }
    for task in WAITING.take() {
        if !trap::is_set() {
            task(came);
        }
    }
}

/// Asks for the rest if nobody has yet, for it will be needed.
pub fn expect() {
    if !IS_EXPECTED.replace(true) {
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

/// A promise of whether all code is there, kept when it is, or when it could not be fetched.
pub fn arrival() -> Promise {
    Promise::new(&mut |kept, _| {
        when_whole(move |came| kept.unchecked_into::<Call>().call(&JsValue::NULL, &came.into()));
    })
}

/// Begins to fetch the rest, if it is missing.
fn fetch() {
    // It may call us, so nothing stays borrowed.
    let fetch = MISSING.with_borrow(Clone::clone);
    if let Some(fetch) = fetch {
        fetch.call(&JsValue::NULL, &JsValue::NULL);
    }
}
