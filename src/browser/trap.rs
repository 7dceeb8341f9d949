//! The flag that a trap leaves behind.
//!
//! A panic aborts: borrows stay taken and every later call may trap again. The loader
//! notices it, and whatever else traps, by what is thrown; it sets this flag, at which our
//! own callbacks stop.

use std::cell::Cell;

thread_local! {
    static IS_SET: Cell<bool> = const { Cell::new(false) };
}

/// Records that there was a trap.
pub fn set() {
    IS_SET.set(true);
}

/// Whether there was a trap; nothing of ours may be called any more.
pub fn is_set() -> bool {
    IS_SET.get()
}

#[cfg(feature = "traps")]
thread_local! {
    static IS_SET_UP: Cell<bool> = const { Cell::new(false) };
}

/// Lets the next [`spring`] trap.
#[cfg(feature = "traps")]
pub fn set_up() {
    IS_SET_UP.set(true);
}

/// Traps if that was [`set_up`].
#[cfg(feature = "traps")]
pub fn spring() {
    if IS_SET_UP.take() {
        std::arch::wasm32::unreachable();
    }
}
