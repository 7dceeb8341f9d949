//! The timeline: drawn on lanes, the picked event below, and the same events as lists that fold by
//! stretches of time. Picking in one moves the other.

use super::claim::{claim, see};
use super::context::ViewContext;
use super::disclosure::{entry, late_disclosure};
use super::drawing::drawing;
use super::drawing_layout::Subject;
use super::event_words::{stretch_words, time};
use super::left_out::left_out;
use super::lists::MOST_EVENTS;
use super::prose::prose;
use super::spoilers::spoiler_switch;
use super::tag::{button, classed, nodes, nothing, tag, words};
use crate::session::{Action, Disclosure};
use crate::story::{Event, Item, MessageKey, Section, Stretch};
use yew::prelude::*;

/// What stands where an event has no neighbour.
const NO_NEIGHBOUR: &str = "–";

/// Up to so many events stand in a list that does not fold.
const MOST_FLAT: usize = 8;

/// The timeline.
pub(super) fn timeline(cx: &ViewContext) -> Html {
    let count = cx.story().timeline.events.len();
    let left = count - cx.held(count, MOST_EVENTS);
    nodes(vec![
        drawing(cx, Subject::Timeline),
        picked(cx),
        classed("div", "sc-lanes")
            .each(cx.story().timeline.lanes.len(), &|lane| list(cx, lane))
            .done(),
        left_out(cx, MessageKey::TimelineLeftOut, left, "timeline"),
        spoiler_switch(cx, Section::Timeline),
    ])
}

/// The event that stands out, with its neighbours in its lane.
fn picked(cx: &ViewContext) -> Html {
    let events = &cx.story().timeline.events;
    let shown = cx.event().filter(|_| !cx.is_static());
    let Some((index, event)) = shown.and_then(|it| Some((it, events.get(it)?))) else {
        return nothing();
    };
    let neighbour = |to: Option<usize>| {
        to.filter(|to| events.get(*to).is_some_and(|other| other.lane == event.lane))
    };
    let (earlier, later) = (MessageKey::TimelineEarlier, MessageKey::TimelineLater);
    let row = classed("div", "sc-steps")
        .child(step(cx, "sc-link sc-step-back", earlier, neighbour(index.checked_sub(1))))
        .child(step(cx, "sc-link sc-step-on", later, neighbour(index.checked_add(1))));
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
    nodes(vec![title.done(), text(event), see(cx, &event.claim)])
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
    let is_held = |stretch: &Stretch| stretch.first < held;
    let stretches: Vec<Stretch> = timeline.stretches_of(lane).filter(is_held).collect();
    if stretches.is_empty() {
        return nothing();
    }
    let is_flat = timeline.events.len() <= MOST_FLAT;
    let list = classed("div", "sc-stretches").attr("part", "list");
    let list = list.each(stretches.len(), &|nth| {
        let stretch = stretches[nth];
        let events = || events(cx, stretch, held);
        if is_flat {
            return events();
        }
        let name = classed("span", "sc-stretch-name").words(stretch_words(cx, stretch));
        let count = cx.count(MessageKey::HoldsEvents, stretch.count);
        let line = nodes(vec![name.done(), classed("span", "sc-count").words(count).done()]);
        late_disclosure(cx, Disclosure::Stretch(stretch.first), "sc-entry", line, &events)
    });
    let heading = cx.subheading(timeline.lanes[lane].title.clone());
    classed("div", "sc-lane").child(heading).tag(list).done()
}

/// The events of a stretch, of which a static card holds those before `held`.
fn events(cx: &ViewContext, stretch: Stretch, held: usize) -> Html {
    let Stretch { first, count, .. } = stretch;
    let timeline = &cx.story().timeline;
    classed("ol", "sc-events")
        .each(count.min(held - first), &|nth| event(cx, first + nth, &timeline.events[first + nth]))
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
        nodes(vec![text(event), claim, see(cx, &event.claim)])
    })
}
