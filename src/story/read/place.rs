//! Questions answered by placing an event in time: events that have a date, windows that hold it.

use super::Context;
use super::leaf::EventAddress;
use super::object::{Fields, keys};
use super::wrapper::WithOffset;
use crate::story::fault::fault;
use crate::story::number::plain;
use crate::story::{Date, Form, Item, Section, Story};

#[derive(Default)]
pub(in crate::story) struct Place {
    event: (usize, String),
    window: Option<Date>,
    within_days: Option<(usize, f64)>,
}

keys! {
    /// An event to place in time.
    "Place" for Place, |it| {
        /// The address of an event with a date, such as `timeline/premiere`. The drawing hides it.
        event: WithOffset<EventAddress> = it.event,
        /// The stretch of time to choose from; what the timeline shows first if left out.
        window: Option<Date> = it.window,
        /// So many days from the date there is no credit any more; a twentieth of the window if left
        /// out.
        within_days: Option<WithOffset<f64>> = it.within_days,
    }
}

/// An event that a question lets readers place; looked at when the timeline is read.
pub(super) struct PlacedEvent {
    /// Offset of its address.
    at: usize,
    event: usize,
    window: Option<Date>,
    /// Whether the question is a spoiler.
    spoiler: bool,
}

impl Place {
    pub(super) fn form(
        mut self,
        fields: &mut Fields<'_>,
        spoiler: bool,
        cx: &mut Context,
    ) -> Option<Form> {
        if !self.take_keys(fields, cx) {
            return None;
        }
        if let Some((at, days)) = self.within_days.filter(|(_, days)| *days <= 0.0) {
            let days = plain(days);
            let right = "Write more than 0 days, such as 30, or leave it out.";
            fault!(cx, at, "within {days} days of a date lies nothing", "{right}");
        }
        let (at, address) = self.event;
        let words = ["this is not an event", "Name an event, such as \"timeline/premiere\"."];
        let event = cx.index_in(Section::Timeline, (at, &address), words)?;
        let window = self.window;
        cx.placed_events.push(PlacedEvent { at, event, window, spoiler });
        let within_days = self.within_days.map(|(_, days)| days);
        Some(Form::Place { event, window, within_days })
    }
}

/// Notes the events that readers cannot place as a question asks.
pub(super) fn check(story: &Story, cx: &mut Context) {
    for placed in std::mem::take(&mut cx.placed_events) {
        if let Some((wrong, right)) = unfit(story, &placed) {
            fault!(cx, placed.at, "{wrong}", "{right}");
        }
    }
}

/// Why a reader cannot place an event, and what would be right.
fn unfit(story: &Story, placed: &PlacedEvent) -> Option<(&'static str, &'static str)> {
    let timeline = &story.timeline;
    // A broken event rests on nothing; it has its fault.
    let event = timeline.events.get(placed.event).filter(|it| !it.claim.sources.is_empty())?;
    let item = Item { section: Section::Timeline, index: placed.event };
    if event.dates().next().is_none() {
        return Some(("this event has no date", "Name an event in a lane of dates."));
    }
    let (start, end) = event.span(timeline.clock);
    let is_outside = placed.window.is_some_and(|window| {
        let (low, high) = window.span(timeline.clock);
        start < low || end > high || window.is_open() != (false, false)
    });
    if event.dates().any(|date| date.is_open() != (false, false)) {
        Some(("this event has no end", "Name an event with a date that can be placed."))
    } else if is_outside {
        Some((
            "the event lies outside the window of this question",
            "Widen \"window\", such as \"2014/2028\", so that it holds the event's date.",
        ))
    } else if story.is_spoiler(item) && !placed.spoiler {
        Some((
            "this event is a spoiler, and the question would show it",
            "Mark the question as a spoiler too.",
        ))
    } else {
        None
    }
}
