//! The timeline: drawn on lanes, the picked event below, and the same events as lists that fold by
//! stretches of time. Picking in one moves the other.

use super::claim::{claim, marks, see};
use super::context::ViewContext;
use super::disclosure::{entry, late_disclosure};
use super::drawing::drawing;
use super::drawing_layout::Subject;
use super::event_words::{stretch_words, time};
use super::left_out::left_out;
use super::lists::MOST_EVENTS;
use super::picture::{picture, small_picture};
use super::prose::prose;
use super::spoilers::spoiler_switch;
use super::tag::{button, classed, each, nodes, nothing, tag, words};
use super::timeline_tools::{eras, tools};
use crate::session::{Action, Disclosure};
use crate::story::{Event, Item, MessageKey, Section, Stretch};
use yew::prelude::*;

/// What stands where an event has no neighbour.
const NO_NEIGHBOUR: &str = "–";

/// Up to so many events stand in a list that does not fold.
const MOST_FLAT: usize = 8;

/// Up to so many events of a lane that were looked for stand there without folds.
const MOST_FOUND: usize = 12;

/// The timeline.
pub(super) fn timeline(cx: &ViewContext) -> Html {
    let count = cx.story().timeline.events.len();
    let left = count - cx.held(count, MOST_EVENTS);
    nodes(vec![
        tools(cx),
        drawing(cx, Subject::Timeline),
        picked(cx),
        if cx.is_static() { eras(cx) } else { nothing() },
        nothing_found(cx),
        classed("div", "sc-lanes")
            .each(cx.story().timeline.lanes.len(), &|lane| list(cx, lane))
            .done(),
        left_out(cx, MessageKey::TimelineLeftOut, left, "timeline"),
        spoiler_switch(cx, Section::Timeline),
    ])
}

/// Says that no event is what the reader wants to see.
fn nothing_found(cx: &ViewContext) -> Html {
    let mut all = 0..cx.story().timeline.events.len();
    let state = cx.session().timeline();
    if state.matching().is_none() || all.any(|event| state.shows(event)) {
        return nothing();
    }
    classed("p", "sc-none").words(cx.say(MessageKey::TimelineNone)).done()
}

/// The event that stands out, with its neighbours in its lane.
fn picked(cx: &ViewContext) -> Html {
    let events = &cx.story().timeline.events;
    let shown = cx.event().filter(|_| !cx.is_static());
    let Some((index, event)) = shown.and_then(|it| Some((it, events.get(it)?))) else {
        return nothing();
    };
    let state = cx.session().timeline();
    let is_near = |to: &usize| {
        state.shows(*to) && events.get(*to).is_some_and(|other| other.lane == event.lane)
    };
    let (earlier, later) = (MessageKey::TimelineEarlier, MessageKey::TimelineLater);
    let row = classed("div", "sc-steps")
        .child(step(cx, "sc-link sc-step-back", earlier, (0..index).rev().find(is_near)))
        .child(step(cx, "sc-link sc-step-on", later, (index + 1..events.len()).find(is_near)));
    let picked = classed("div", "sc-spot");
    let picked = if cx.is_folded(Item { section: Section::Timeline, index }) {
        picked.tag(classed("p", "sc-fold-word").words(cx.say(MessageKey::SpoilerFolded)))
    } else {
        picked.child(told(cx, event))
    };
    picked.tag(row).done()
}

/// All that an event says.
fn told(cx: &ViewContext, event: &Event) -> Html {
    let title = classed("p", "sc-event-title")
        .tag(classed("span", "sc-when").child(time(cx, event)))
        .text(" ")
        .tag(tag("b").child(prose(&event.title)))
        .child(claim(cx, &event.claim));
    nodes(vec![
        small_picture(cx, event.image.as_deref()),
        title.done(),
        other_dates(cx, event),
        text(event),
        see(cx, &event.claim),
    ])
}

/// The dates that other sources give, and which give them.
fn other_dates(cx: &ViewContext, event: &Event) -> Html {
    let others = &event.other_dates;
    each(others.len(), &|nth| {
        let date = others[nth].date.words(cx.messages());
        let marks = marks(cx, &others[nth].sources, None);
        classed("p", "sc-other-date").words(date).child(marks).done()
    })
}

fn text(event: &Event) -> Html {
    match &event.text {
        Some(text) => classed("p", "sc-event-text").child(prose(text)).done(),
        None => nothing(),
    }
}

/// The way to a neighbour, by its name. Where there is none it stays and does nothing, for it may have
/// the focus.
fn step(cx: &ViewContext, class: &'static str, name: MessageKey, to: Option<usize>) -> Html {
    let event = to.and_then(|to| cx.story().timeline.events.get(to));
    let is_folded = |index| cx.is_folded(Item { section: Section::Timeline, index });
    let title = match (event, to) {
        (Some(_), Some(index)) if is_folded(index) => cx.say(MessageKey::SpoilerFolded),
        (Some(event), _) => event.title.words(),
        _ => NO_NEIGHBOUR.to_owned(),
    };
    let press = match to {
        Some(to) => cx.on_press(Action::PickEvent(Some(to))),
        None => Callback::noop(),
    };
    let label = cx.fill(name, &[("event", &title)]);
    let step = button(class, title, press).set("aria-label", label);
    step.aria("aria-disabled", to.is_none()).done()
}

/// The events of one lane in words.
fn list(cx: &ViewContext, lane: usize) -> Html {
    let timeline = &cx.story().timeline;
    let held = cx.held(timeline.events.len(), MOST_EVENTS);
    let state = cx.session().timeline();
    let is_shown = |event: &usize| *event < held && state.shows(*event);
    let shown = |stretch: &Stretch| (stretch.first..stretch.first + stretch.count).filter(is_shown);
    let count = |stretch: &Stretch| match state.matching() {
        None => stretch.count.min(held.saturating_sub(stretch.first)),
        Some(_) => shown(stretch).count(),
    };
    let stretches = timeline.stretches_of(lane).map(|stretch| (stretch, count(&stretch)));
    let stretches = stretches.filter(|(_, count)| *count > 0);
    let stretches: Vec<(Stretch, usize)> = stretches.collect();
    if stretches.is_empty() {
        return nothing();
    }
    let all = stretches.iter().map(|(_, count)| count).sum::<usize>();
    let is_flat =
        timeline.events.len() <= MOST_FLAT || (state.matching().is_some() && all <= MOST_FOUND);
    let title = &timeline.lanes[lane].title;
    // A lane that is a single stretch needs no heading above it.
    let is_single = !is_flat && timeline.lanes.len() > 1 && stretches.len() == 1;
    let list = classed("div", "sc-stretches").attr("part", "list");
    let list = list.each(stretches.len(), &|nth| {
        let (stretch, count) = &stretches[nth];
        let events = || events(cx, &shown(stretch).collect::<Vec<_>>());
        if is_flat {
            return events();
        }
        let name = if is_single { title.clone() } else { stretch_words(cx, *stretch) };
        let name = classed("span", "sc-stretch-name").words(name);
        let held = if state.matching().is_some() { *count } else { stretch.count };
        let count = cx.count(MessageKey::HoldsEvents, held);
        let line = nodes(vec![name.done(), classed("span", "sc-count").words(count).done()]);
        late_disclosure(cx, Disclosure::Stretch(stretch.first), "sc-entry", line, &events)
    });
    let heading = if is_single { nothing() } else { cx.subheading(title.clone()) };
    classed("div", "sc-lane").child(heading).tag(list).done()
}

/// Some events as a list.
fn events(cx: &ViewContext, shown: &[usize]) -> Html {
    let events = &cx.story().timeline.events;
    classed("ol", "sc-events")
        .each(shown.len(), &|nth| event(cx, shown[nth], &events[shown[nth]]))
        .done()
}

/// An event in a line; what happened unfolds.
fn event(cx: &ViewContext, index: usize, event: &Event) -> Html {
    let class = match (cx.event() == Some(index) && !cx.is_static(), event.subject) {
        (true, _) => "sc-event sc-picked",
        (false, true) => "sc-event sc-subject",
        (false, false) => "sc-event",
    };
    let line = || {
        nodes(vec![
            classed("span", "sc-when").child(time(cx, event)).done(),
            words(" ".to_owned()),
            classed("span", "sc-event-title").child(prose(&event.title)).done(),
        ])
    };
    entry(cx, Item { section: Section::Timeline, index }, class, &line, &|| {
        let claim = claim(cx, &event.claim);
        nodes(vec![
            picture(cx, event.image.as_deref()),
            other_dates(cx, event),
            text(event),
            claim,
            see(cx, &event.claim),
        ])
    })
}
