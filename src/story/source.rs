//! Sources, and how a claim points to them.

use super::{Date, Item, MessageKey};

/// One entry of a story's registry of sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Unique in the story.
    pub id: String,
    /// What it is, for readers.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it stands; http or https.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// A remark, such as that the address is a copy.
    pub note: Option<String>,
    /// Heading under which it stands in the list.
    pub group: Option<String>,
}

/// What a statement rests on, and how firm it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// Indices into [`super::Story::sources`], in the author's order, without repeats; never empty.
    pub sources: Vec<usize>,
    /// The day up to which it is known to hold.
    pub as_of: Option<Date>,
    /// How firm it is, if it is less than a plain fact.
    pub status: Option<Status>,
    /// Tells what happens in the work; folded until the reader asks.
    pub spoiler: bool,
    /// Items elsewhere in the story that show or prove it.
    pub see: Vec<Item>,
}

/// How firm a claim is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Said by a source, not checked elsewhere.
    #[default]
    Reported,
    /// Announced, not yet happened.
    Expected,
    /// A judgement.
    Opinion,
    /// Computed by the author from other claims.
    Derived,
}

impl Status {
    /// The message that names this status.
    pub fn name(self) -> MessageKey {
        match self {
            Self::Reported => MessageKey::StatusReported,
            Self::Expected => MessageKey::StatusExpected,
            Self::Opinion => MessageKey::StatusOpinion,
            Self::Derived => MessageKey::StatusDerived,
        }
    }
}
