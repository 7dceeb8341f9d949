//! What is to be brought into sight.

use crate::story::{Item, Section};

/// What the view is to scroll into view, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FocusRequest {
    /// What.
    pub target: Target,
    /// Rises with every request, so that the same target can be requested again.
    pub serial: u32,
    /// Whether focus goes there as well: only after the reader's own action.
    pub focus: bool,
}

/// What can be scrolled into view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The tab of a section.
    Tab(Section),
    /// The panel of the open section.
    Panel,
    /// An item of a section.
    Item(Item),
    /// The question being asked.
    Question,
    /// The verdict on it.
    Verdict,
    /// The end of the round.
    Result,
    /// The text for the reader to take.
    Text,
}
