//! The timeline: lanes and the events on them, as the author wrote them.
//!
//! Where they are drawn stands in `crate::layout`.

use super::{Claim, Date, Text};

/// The timeline of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// In the author's order.
    pub lanes: Vec<Lane>,
    /// Ascending by lane, then by start, then in the author's order.
    pub events: Vec<Event>,
    /// The stretch of dates to show first; all if absent.
    pub window: Option<Date>,
}

/// A row of the timeline with a name of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lane {
    /// Unique in the story.
    pub id: String,
    /// What the row holds.
    pub title: String,
    /// What its events are ordered by.
    pub kind: LaneKind,
}

/// The kind of a lane: what its events are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneKind {
    /// Dates of the calendar.
    #[default]
    Dates,
    /// Places in an order, such as a film's inner chronology.
    Order,
}

/// One event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// Unique in the story.
    pub id: String,
    /// Index into [`Timeline::lanes`].
    pub lane: usize,
    /// When it happened; the kind is that of its lane.
    pub when: EventTime,
    /// Its name.
    pub title: Text,
    /// What happened.
    pub text: Option<Text>,
    /// Where in the work it stands, such as `Prologue`; shown in an ordered lane in place of a date.
    pub setting: Option<String>,
    /// Belongs to the subject of the story and is drawn in its colour.
    pub subject: bool,
    /// For filtering.
    pub tags: Vec<String>,
    /// Where it comes from.
    pub claim: Claim,
}

/// When an event happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTime {
    /// In the calendar.
    Date(Date),
    /// From one place of an order to another, both included, `from <= to`.
    Order {
        /// First place.
        from: u32,
        /// Last place.
        to: u32,
    },
}

impl Default for EventTime {
    /// The first place of all.
    fn default() -> Self {
        Self::Order { from: 0, to: 0 }
    }
}

impl EventTime {
    /// Start and end on the lane's scale: days since 1970-01-01 (the end not
    /// included), or places (a place is one wide). `start < end`.
    pub fn span(&self) -> (f64, f64) {
        match self {
            Self::Date(date) => date.span(),
            Self::Order { from, to } => (f64::from(*from), f64::from(*to) + 1.0),
        }
    }
}
