//! Which spoilers are folded.

use crate::story::{Item, Story};

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
