//! The timeline: drawn on lanes, and the same events as lists. Picking in one moves the other.

use super::claim::{claim, see};
use super::context::ViewContext;
use super::drawing::drawing;
use super::drawing_layout::Subject;
use super::left_out::left_out;
use super::lists::MOST_EVENTS;
use super::prose::prose;
use super::spoilers::{foldable, spoiler_switch};
use super::tag::{button, classed, each, nodes, nothing, tag, words};
use crate::session::Action;
use crate::story::{Event, EventTime, Item, MessageKey, Section};
use yew::prelude::*;

/// The timeline.
pub(super) fn timeline(cx: &ViewContext) -> Html {
    let count = cx.story().timeline.events.len();
    let left = count - cx.held(count, MOST_EVENTS);
    nodes(vec![
        drawing(cx, Subject::Timeline),
        each(cx.story().timeline.lanes.len(), &|lane| list(cx, lane)),
        left_out(cx, MessageKey::TimelineLeftOut, left, "timeline"),
        spoiler_switch(cx, Section::Timeline),
    ])
}

/// The events of one lane in words.
fn list(cx: &ViewContext, lane: usize) -> Html {
    let timeline = &cx.story().timeline;
    let mut list = classed("ol", "sc-events").attr("part", "list");
    let mut is_empty = true;
    let held = cx.held(timeline.events.len(), MOST_EVENTS);
    for (index, it) in timeline.events.iter().enumerate().take(held) {
        if it.lane == lane {
            list = list.child(event(cx, index, it));
            is_empty = false;
        }
    }
    if is_empty {
        return nothing();
    }
    nodes(vec![cx.subheading(timeline.lanes[lane].title.clone()), list.done()])
}

fn event(cx: &ViewContext, index: usize, event: &Event) -> Html {
    let is_picked = cx.session().event() == Some(index);
    let class = match (is_picked, event.subject) {
        (true, _) => "sc-event sc-picked",
        (false, true) => "sc-event sc-subject",
        (false, false) => "sc-event",
    };
    foldable(cx, Item { section: Section::Timeline, index }, "li", class, &|| {
        let mut words = tag("div").tag(
            classed("p", "sc-event-title")
                .child(title(cx, index, event, is_picked))
                .child(claim(cx, &event.claim)),
        );
        if let Some(text) = &event.text {
            words = words.tag(classed("p", "sc-event-text").child(prose(text)));
        }
        let when = classed("p", "sc-when").child(when(cx, event));
        nodes(vec![when.done(), words.child(see(cx, &event.claim)).done()])
    })
}

/// The title, as a button that picks the event.
fn title(cx: &ViewContext, index: usize, event: &Event, is_picked: bool) -> Html {
    if cx.is_static() {
        return prose(&event.title);
    }
    let pick = (!is_picked).then_some(index);
    button("sc-pick", event.title.words(), cx.on_press(Action::PickEvent(pick)))
        .aria("aria-pressed", is_picked)
        .done()
}

/// When it happened, or where in the work it stands.
fn when(cx: &ViewContext, event: &Event) -> Html {
    let text = when_words(cx, event);
    let datetime = match &event.when {
        EventTime::Date(date) => date.datetime(),
        EventTime::Order { .. } => None,
    };
    match datetime {
        Some(datetime) => tag("time").set("datetime", datetime).words(text).done(),
        None => words(text),
    }
}

/// The same in words.
fn when_words(cx: &ViewContext, event: &Event) -> String {
    match (&event.when, &event.setting) {
        (EventTime::Date(date), _) => date.words(cx.messages()),
        (EventTime::Order { .. }, Some(setting)) => setting.clone(),
        (EventTime::Order { from, .. }, None) => {
            cx.fill(MessageKey::TimelinePlace, &[("n", &from.to_string())])
        }
    }
}

/// An event in a line, or that it is folded.
pub(super) fn event_words(cx: &ViewContext, index: usize) -> String {
    let Some(event) = cx.story().timeline.events.get(index) else { return String::new() };
    if cx.is_folded(Item { section: Section::Timeline, index }) {
        return cx.say(MessageKey::SpoilerFolded);
    }
    let (label, value) = (when_words(cx, event), event.title.words());
    cx.fill(MessageKey::ChartValue, &[("label", &label), ("value", &value)])
}
