//! The next animation frame, asked for at most once at a time.

use super::trap;
use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// At most one animation frame in flight; dropped, it never comes.
#[derive(Default)]
pub struct Frame {
    in_flight: Rc<Cell<bool>>,
    handle: RefCell<Option<AnimationFrame>>,
}

impl Frame {
    /// Runs `task` in the next frame, unless an earlier task already waits for it.
    pub fn request(&self, task: impl FnOnce() + 'static) {
        if self.in_flight.replace(true) {
            return;
        }
        let in_flight = Rc::clone(&self.in_flight);
        let frame = request_animation_frame(move |_| {
            in_flight.set(false);
            if !trap::is_set() {
                task();
            }
        });
        // Whatever stood here has run; a frame may ask for the next one from within.
        self.handle.replace(Some(frame));
    }
}
