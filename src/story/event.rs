//! The timeline: lanes and the events on them, as the author wrote them.
//!
//! Where they are drawn stands in `crate::layout`.

use super::{Claim, Date, Picture, Precision, Text};

/// The timeline of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// In the author's order.
    pub lanes: Vec<Lane>,
    /// Ascending by lane, then by start, then in the author's order.
    pub events: Vec<Event>,
    /// Spans behind all lanes of dates that share a scale, such as a project's phases.
    pub eras: Vec<Era>,
    /// The stretch of dates to show first; all if absent.
    pub window: Option<Date>,
    /// The clock that orders dates and is drawn, in minutes ahead of UTC: that of the first event
    /// in the author's order that names one. Dates without one are taken to be of it.
    pub clock: Option<i16>,
    /// Whether some event has a time of day.
    pub has_times: bool,
    /// The stretches by which a list of the events folds, see [`Timeline::fold`]; in their order.
    pub stretches: Vec<Stretch>,
    /// Every tag of the events once, in the order of its first event, with how many have it.
    pub tags: Vec<(String, usize)>,
    /// By lane, from where to where its events go; see [`Timeline::extent`].
    pub extents: Vec<Option<(f64, f64)>>,
}

/// A span of time with a name, which stands behind the events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Era {
    /// Its name.
    pub title: String,
    /// From when to when.
    pub date: Date,
}

/// Events of one lane that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The lane, an index.
    pub lane: usize,
    /// The first event, an index into [`Timeline::events`].
    pub first: usize,
    /// How many events.
    pub count: usize,
    /// How exactly its ends are told apart from those of its neighbours.
    pub precision: Precision,
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
    /// Its colour, one of the five of series, 1 to 5; that of its kind if absent.
    pub color: Option<u32>,
}

/// The kind of a lane: what its events are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneKind {
    /// Dates of the calendar, on the scale of all lanes of this kind.
    #[default]
    Dates,
    /// Dates of the calendar, on a scale of the lane's own.
    Own,
    /// Places in an order, such as a film's inner chronology.
    Order,
}

impl LaneKind {
    /// Whether its events have dates, and not places in an order.
    pub fn has_dates(self) -> bool {
        self != Self::Order
    }
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
    /// When it happened by other sources; no two dates of an event are the same.
    pub other_dates: Vec<OtherDate>,
    /// Its name.
    pub title: Text,
    /// A shorter name, for the drawing where there is no room for the whole one.
    pub short: Option<String>,
    /// What happened.
    pub text: Option<Text>,
    /// A picture of it.
    pub image: Option<Box<Picture>>,
    /// Where in the work it stands, such as `Prologue`; shown in an ordered lane in place of a date.
    pub setting: Option<String>,
    /// Belongs to the subject of the story and is drawn in its colour.
    pub subject: bool,
    /// For filtering.
    pub tags: Vec<String>,
    /// Where it comes from.
    pub claim: Claim,
}

/// A date that other sources give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherDate {
    /// When it happened by them.
    pub date: Date,
    /// Who says so: indices into [`super::Story::sources`], at least one.
    pub sources: Vec<usize>,
}

impl Event {
    /// From the start of the first date that sources give to the end of the last, as
    /// [`EventTime::span`] has them.
    pub fn span(&self, clock: Option<i16>) -> (f64, f64) {
        self.joined(self.when.span(clock), &|date| date.span(clock))
    }

    /// The same, with open ends without end.
    pub fn reach(&self, clock: Option<i16>) -> (f64, f64) {
        self.joined(self.when.reach(clock), &|date| date.reach(clock))
    }

    fn joined(&self, first: (f64, f64), of: &dyn Fn(&Date) -> (f64, f64)) -> (f64, f64) {
        let others = self.other_dates.iter().map(|other| of(&other.date));
        others.fold(first, |all, other| (all.0.min(other.0), all.1.max(other.1)))
    }

    /// Its dates, that which stands for it first; none in an order.
    pub fn dates(&self) -> impl Iterator<Item = &Date> {
        let first = match &self.when {
            EventTime::Date(date) => Some(date),
            EventTime::Order { .. } => None,
        };
        first.into_iter().chain(self.other_dates.iter().map(|other| &other.date))
    }
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
    /// Start and end on the lane's scale: minutes since 1970-01-01 on the timeline's clock (the end
    /// not included; [`Date::span`]), or places (a place is one wide). `start < end`.
    pub fn span(&self, clock: Option<i16>) -> (f64, f64) {
        match self {
            Self::Date(date) => date.span(clock),
            Self::Order { from, to } => (f64::from(*from), f64::from(*to) + 1.0),
        }
    }
}
