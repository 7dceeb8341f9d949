//! What a card waits to do until the rest of its code is there.

use crate::session::Action;
use crate::view::Wait;
use std::cell::{Cell, RefCell};

/// Actions in their order, each with whether it is the reader's; and what the card says of it.
#[derive(Default)]
pub(super) struct Waiting {
    actions: RefCell<Vec<(Action, bool)>>,
    wait: Cell<Wait>,
}

impl Waiting {
    /// What the card says.
    pub(super) fn wait(&self) -> Wait {
        self.wait.get()
    }

    /// Whether anything waits, so that what comes next has to wait behind it.
    pub(super) fn is_under_way(&self) -> bool {
        self.wait.get() == Wait::Coming
    }

    /// Lets an action wait; true if it is the first.
    pub(super) fn push(&self, action: Action, is_readers: bool) -> bool {
        self.actions.borrow_mut().push((action, is_readers));
        self.wait.replace(Wait::Coming) != Wait::Coming
    }

    /// Ends the wait: what is to be done now. If the rest could not be fetched that is nothing, and
    /// the card says so; unless nothing waits any more.
    pub(super) fn end(&self, came: bool) -> Vec<(Action, bool)> {
        if self.is_under_way() {
            self.wait.set(if came { Wait::Nothing } else { Wait::Failed });
        }
        let mut actions = self.actions.take();
        if !came {
            actions.clear();
        }
        actions
    }

    /// Forgets what waits, and that the rest could not be fetched.
    pub(super) fn clear(&self) {
        self.actions.take();
        self.wait.take();
    }
}
