//! The flag that a trap leaves behind.
//!
//! A panic aborts: borrows stay taken and every later call may trap again. So the
//! first one is recorded, the page is told, and our own callbacks stop at the flag.
//! A trap without words, and so any panic of the small release build, is noticed by the
//! loader, which sets the flag.

use js_sys::Function;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;

thread_local! {
    static IS_SET: Cell<bool> = const { Cell::new(false) };
    static ON_TRAP: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Records a trap that somebody else has noticed.
pub fn set() {
    IS_SET.set(true);
}

/// Whether a trap has happened; nothing of ours may be called any more.
pub fn is_set() -> bool {
    IS_SET.get()
}

/// Records panics from now on and tells `on_trap` of the first, with its message and place.
///
/// Call it before the first render: Yew otherwise installs a hook of its own.
pub fn watch(on_trap: Function) {
    ON_TRAP.set(Some(on_trap));
    yew::set_custom_panic_hook(Box::new(|panic| {
        if !IS_SET.replace(true) {
            tell(&panic.to_string());
        }
    }));
}

fn tell(message: &str) {
    let on_trap = ON_TRAP.with(|slot| slot.try_borrow().ok().and_then(|slot| slot.clone()));
    if let Some(on_trap) = on_trap {
        // The page is told in a task of its own; what it throws there is its own affair.
        let _ = on_trap.call1(&JsValue::UNDEFINED, &message.into());
    }
}
