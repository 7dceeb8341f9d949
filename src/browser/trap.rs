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
