//! Why a text is not JSON, where, and what would be right.

use std::ops::Range;

/// One thing for which a text is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// Where it stands in the text, in bytes; may be empty.
    pub at: Range<usize>,
    /// What is wrong: a clause without a full stop.
    pub wrong: String,
    /// What would be right: whole sentences.
    pub right: String,
    /// The one right form, if there is only one.
    pub edit: Option<Edit>,
}

/// A part of a text, and what to write in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The part, in bytes; empty where something is inserted.
    pub at: Range<usize>,
    /// What to write there.
    pub with: String,
}

impl Cause {
    /// A cause that only its author can put right.
    pub(super) fn new(
        at: Range<usize>,
        wrong: impl Into<String>,
        right: impl Into<String>,
    ) -> Self {
        Self { at, wrong: wrong.into(), right: right.into(), edit: None }
    }

    /// What is wrong with the text as a whole.
    pub fn whole(wrong: impl Into<String>, right: impl Into<String>) -> Self {
        Self::new(0..0, wrong, right)
    }

    /// Leaves it to the author.
    pub(super) fn doubt(&mut self) {
        self.edit = None;
    }

    /// The same with its one right form: what to write in place of a part of the text.
    pub(super) fn or_write(mut self, at: Range<usize>, with: impl Into<String>) -> Self {
        self.edit = Some(Edit { at, with: with.into() });
        self
    }
}
