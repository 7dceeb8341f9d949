//! What a reader changes the timeline with: chips for lanes and tags, a field to find events, buttons
//! that zoom; and what of it is shown, in words.

use super::context::ViewContext;
use super::drawing::{ZOOM_STEP, active_scale};
use super::event_words::window_ends;
use super::tag::{Tag, button, classed, nodes, nothing, tag};
use crate::browser::hooks::text_of;
use crate::session::{Action, TimelineChange};
use crate::story::MessageKey;
use std::rc::Rc;
use yew::html::oninput;
use yew::prelude::*;

/// From so many events on there is a field to find one.
const LEAST_TO_FIND: usize = 12;

/// The tools above the drawing.
pub(super) fn tools(cx: &ViewContext) -> Html {
    if cx.is_static() || cx.story().timeline.events.len() < 2 {
        return nothing();
    }
    let filters = classed("div", "sc-filters").child(lanes(cx)).child(tags(cx)).child(finder(cx));
    classed("div", "sc-timeline-tools").tag(filters).child(zoom(cx)).done()
}

/// What of the active scale is shown, and how many of all events are seen.
pub(super) fn window_words(cx: &ViewContext, seen: usize) -> String {
    let timeline = &cx.story().timeline;
    if timeline.events.is_empty() {
        return String::new();
    }
    let scale = active_scale(cx);
    let window = cx.session().timeline().window(timeline, scale);
    let [from, to] = window_ends(cx, scale, window);
    let [n, all] = [seen, timeline.events.len()].map(|count| cx.number(count));
    let values = [("from", &*from), ("to", &to), ("n", &n), ("all", &all)];
    cx.fill(MessageKey::TimelineWindow, &values)
}

fn group(class: &'static str, name: String) -> Tag {
    classed("div", class).attr("role", "group").set("aria-label", name)
}

/// A button that is on or off, with a count.
fn chip(cx: &ViewContext, name: &str, count: usize, is_on: bool, change: TimelineChange) -> Tag {
    let press = cx.on_press(Action::Timeline(change));
    let words = [name, " "].concat();
    let count = classed("span", "sc-count").words(cx.number(count));
    button("sc-chip", words, press).tag(count).aria("aria-pressed", is_on)
}

fn lanes(cx: &ViewContext) -> Html {
    let timeline = &cx.story().timeline;
    if timeline.lanes.len() < 2 {
        return nothing();
    }
    let chips = group("sc-chips", cx.say(MessageKey::TimelineLanes));
    let chips = chips.each(timeline.lanes.len(), &|lane| {
        let count = timeline.events.iter().filter(|event| event.lane == lane).count();
        let is_on = cx.session().timeline().lanes().contains(&lane);
        chip(cx, &timeline.lanes[lane].title, count, is_on, TimelineChange::Lane(lane)).done()
    });
    chips.done()
}

/// The tags, folded, for they may be many.
fn tags(cx: &ViewContext) -> Html {
    let timeline = &cx.story().timeline;
    if timeline.tags.is_empty() {
        return nothing();
    }
    let chosen = cx.session().timeline().tags();
    let chips = group("sc-chips", cx.say(MessageKey::TimelineTags));
    let chips = chips.each(timeline.tags.len(), &|nth| {
        let name = &timeline.tags[nth];
        let count = timeline.events.iter().filter(|event| event.tags.contains(name)).count();
        chip(cx, name, count, chosen.contains(&nth), TimelineChange::Tag(nth)).done()
    });
    let names = chosen.iter().filter_map(|nth| timeline.tags.get(*nth));
    let names: Vec<&str> = names.map(String::as_str).collect();
    let name = match names.as_slice() {
        [] => cx.say(MessageKey::TimelineTags),
        names => names.join(", "),
    };
    let summary = tag("summary").attr("class", "sc-chip").words(name);
    classed("details", "sc-tags").tag(summary).tag(chips).done()
}

/// A field to find events with.
fn finder(cx: &ViewContext) -> Html {
    if cx.story().timeline.events.len() < LEAST_TO_FIND {
        return nothing();
    }
    let on_action = cx.clone();
    let find = Callback::from(move |event: InputEvent| {
        let wanted = text_of(&event).unwrap_or_default();
        on_action.dispatch(Action::Timeline(TimelineChange::Find(wanted)));
    });
    classed("input", "sc-field sc-find")
        .attr("type", "search")
        .set("aria-label", cx.say(MessageKey::TimelineFind))
        .set("placeholder", cx.say(MessageKey::TimelineFind))
        .value(cx.session().timeline().wanted().to_owned())
        .listen(Rc::new(oninput::Wrapper::new(find)))
        .done()
}

/// Buttons that show more, less, all, or what was shown first.
fn zoom(cx: &ViewContext) -> Html {
    let (timeline, state) = (&cx.story().timeline, cx.session().timeline());
    let scale = active_scale(cx);
    let (is_nearer, is_farther) = state.can_zoom(timeline, scale);
    let step = |factor| TimelineChange::Zoom { scale, factor, around: None };
    let named = |sign: &str, name: MessageKey, change, can: bool| {
        let press = if can { cx.on_press(Action::Timeline(change)) } else { Callback::noop() };
        let button = button("sc-mover", sign.to_owned(), press).set("aria-label", cx.say(name));
        button.aria("aria-disabled", !can).done()
    };
    let worded = |name: MessageKey, change| {
        button("sc-mover sc-worded", cx.say(name), cx.on_press(Action::Timeline(change))).done()
    };
    let mut buttons = vec![
        named("\u{2212}", MessageKey::TimelineZoomOut, step(1.0 / ZOOM_STEP), is_farther),
        named("+", MessageKey::TimelineZoomIn, step(ZOOM_STEP), is_nearer),
        worded(MessageKey::TimelineFit, TimelineChange::Fit),
    ];
    if timeline.window.is_some() {
        buttons.push(worded(MessageKey::TimelineFirst, TimelineChange::First));
    }
    group("sc-zoom", cx.say(MessageKey::TimelineZoom)).child(nodes(buttons)).done()
}
