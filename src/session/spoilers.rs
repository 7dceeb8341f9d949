//! Which spoilers are folded.

use super::{Session, Target};
use crate::story::{Item, Section, Story};

/// Which spoilers are folded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spoilers {
    /// Whether every spoiler is unfolded.
    pub(super) all: bool,
    /// Those that were unfolded one by one.
    pub(super) unfolded: Vec<Item>,
}

impl Spoilers {
    /// Whether an item's words must not be shown.
    pub fn fold(&self, story: &Story, item: Item) -> bool {
        !self.all && story.is_spoiler(item) && !self.unfolded.contains(&item)
    }
}

impl Session {
    pub(super) fn unfold(&mut self, story: &Story, item: Item) {
        if self.is_folded(story, item) {
            self.spoilers.unfolded.push(item);
            self.reveal(story, item);
            self.request_focus(Target::Item(item), true);
        }
    }

    pub(super) fn fold_all(&mut self, story: &Story, fold: bool) {
        self.spoilers.all = !fold;
        if fold {
            self.spoilers.unfolded.clear();
        }
        self.allow_spoilers(story);
        // The switch itself goes when the questions come.
        if self.open == Section::Trivia {
            self.request_question();
        }
    }
}
