//! The timeline: drawn on lanes, and the same events as lists. Picking in one moves the other.

use super::claim::{claim, see};
use super::drawing::{Subject, drawing};
use super::fold::{foldable, spoiler_switch};
use super::prose::prose;
use super::reader::Reader;
use super::tag::{button, classed, each, nodes, tag, words};
use crate::session::Action;
use crate::story::{Event, Item, Key, Section, When};
use yew::prelude::*;

/// The timeline.
pub(super) fn timeline(reader: &Reader) -> Html {
    nodes(vec![
        drawing(reader, Subject::Timeline),
        each(reader.story().timeline.lanes.len(), &|lane| list(reader, lane)),
        spoiler_switch(reader, Section::Timeline),
    ])
}

/// The events of one lane in words.
fn list(reader: &Reader, lane: usize) -> Html {
    let timeline = &reader.story().timeline;
    let mut list = classed("ol", "sc-events").attr("part", "list");
    for (index, it) in timeline.events.iter().enumerate() {
        if it.lane == lane {
            list = list.child(event(reader, index, it));
        }
    }
    nodes(vec![reader.subheading(timeline.lanes[lane].title.clone()), list.done()])
}

fn event(reader: &Reader, index: usize, event: &Event) -> Html {
    let is_picked = reader.session().event() == Some(index);
    let class = match (is_picked, event.subject) {
        (true, _) => "sc-event sc-picked",
        (false, true) => "sc-event sc-subject",
        (false, false) => "sc-event",
    };
    foldable(reader, Item { section: Section::Timeline, index }, "li", class, &|| {
        let mut words = tag("div").tag(
            classed("p", "sc-event-title")
                .child(title(reader, index, event, is_picked))
                .child(claim(reader, &event.claim)),
        );
        if let Some(text) = &event.text {
            words = words.tag(classed("p", "sc-event-text").child(prose(text)));
        }
        let when = classed("p", "sc-when").child(when(reader, event));
        nodes(vec![when.done(), words.child(see(reader, &event.claim)).done()])
    })
}

/// The title, as a button that picks the event.
fn title(reader: &Reader, index: usize, event: &Event, is_picked: bool) -> Html {
    if reader.is_static() {
        return prose(&event.title);
    }
    let pick = (!is_picked).then_some(index);
    button("sc-pick", event.title.words(), reader.wish(Action::PickEvent(pick)))
        .aria("aria-pressed", is_picked)
        .done()
}

/// When it happened, or where in the work it stands.
fn when(reader: &Reader, event: &Event) -> Html {
    let text = when_words(reader, event);
    let datetime = match &event.when {
        When::Date(date) => date.datetime(),
        When::Order { .. } => None,
    };
    match datetime {
        Some(datetime) => tag("time").set("datetime", datetime).words(text).done(),
        None => words(text),
    }
}

/// The same in words.
fn when_words(reader: &Reader, event: &Event) -> String {
    match (&event.when, &event.setting) {
        (When::Date(date), _) => date.words(reader.messages()),
        (When::Order { .. }, Some(setting)) => setting.clone(),
        (When::Order { from, .. }, None) => {
            reader.fill(Key::TimelinePlace, &[("n", &from.to_string())])
        }
    }
}

/// An event in a line, or that it is folded.
pub(super) fn event_words(reader: &Reader, index: usize) -> String {
    let Some(event) = reader.story().timeline.events.get(index) else { return String::new() };
    if reader.is_folded(Item { section: Section::Timeline, index }) {
        return reader.say(Key::SpoilerFolded);
    }
    let (label, value) = (when_words(reader, event), event.title.words());
    reader.fill(Key::ChartValue, &[("label", &label), ("value", &value)])
}
