//! What a reader changes the timeline with: chips for lanes and tags, a field to find events, buttons
//! that zoom; and what of it is shown, in words.

use super::context::ViewContext;
use super::drawing_layout::Subject;
use super::event_words::{active_scale, window_ends};
use super::find_field::find_field;
use super::tag::{Tag, button, classed, group, nothing, tag};
use super::zoom::Zoom;
use crate::session::{Action, TimelineChange};
use crate::story::MessageKey;
use yew::prelude::*;

/// From so many events on there is a field to find one.
const LEAST_TO_FIND: usize = 12;

/// More chips than this are folded.
const MOST_CHIPS: usize = 3;

/// The tools above the drawing.
pub(super) fn tools(cx: &ViewContext) -> Html {
    if cx.is_static() || cx.story().timeline.events.len() < 2 {
        return nothing();
    }
    let zoom = Zoom::of(cx, Subject::Timeline);
    let tools = classed("div", "sc-chip-row").child(lanes(cx)).child(tags(cx));
    tools.child(finder(cx)).child(zoom.map_or_else(nothing, |zoom| zoom.buttons())).done()
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

/// The eras in words, folded, for in the drawing some have no room for their names.
pub(super) fn eras(cx: &ViewContext) -> Html {
    let eras = &cx.story().timeline.eras;
    if eras.is_empty() {
        return nothing();
    }
    let list = tag("ul").each(eras.len(), &|nth| {
        let (label, value) = (&eras[nth].title, eras[nth].date.words(cx.messages()));
        let words = cx.fill(MessageKey::ChartValue, &[("label", label), ("value", &value)]);
        tag("li").words(words).done()
    });
    let summary = tag("summary").words(cx.say(MessageKey::TimelineEras));
    classed("details", "sc-eras").tag(summary).tag(list).done()
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
    let chosen = cx.session().timeline().lanes();
    let chip = |lane: usize| {
        let count = timeline.events_of(lane).len();
        let (name, is_on) = (&timeline.lanes[lane].title, chosen.contains(&lane));
        chip(cx, name, count, is_on, TimelineChange::Lane(lane)).done()
    };
    let title = |lane: &usize| timeline.lanes.get(*lane).map(|lane| lane.title.as_str());
    let names: Vec<&str> = chosen.iter().filter_map(title).collect();
    chips(cx, MessageKey::TimelineLanes, &names, timeline.lanes.len(), &chip)
}

fn tags(cx: &ViewContext) -> Html {
    let timeline = &cx.story().timeline;
    if timeline.tags.is_empty() {
        return nothing();
    }
    let chosen = cx.session().timeline().tags();
    let chip = |nth: usize| {
        let (name, count) = &timeline.tags[nth];
        chip(cx, name, *count, chosen.contains(&nth), TimelineChange::Tag(nth)).done()
    };
    let names =
        chosen.iter().filter_map(|nth| timeline.tags.get(*nth)).map(|(tag, _)| tag.as_str());
    let names: Vec<&str> = names.collect();
    chips(cx, MessageKey::TimelineTags, &names, timeline.tags.len(), &chip)
}

/// Chips side by side; many are folded below a line that names those that are chosen.
fn chips(
    cx: &ViewContext,
    name: MessageKey,
    chosen: &[&str],
    count: usize,
    chip: &dyn Fn(usize) -> Html,
) -> Html {
    let chips = group("sc-chips", cx.say(name)).each(count, chip);
    if count <= MOST_CHIPS {
        return chips.done();
    }
    let line = if chosen.is_empty() {
        cx.say(name)
    } else {
        chosen.join(cx.messages().text(MessageKey::ListComma))
    };
    let summary = tag("summary").attr("class", "sc-chip").words(line);
    classed("details", "sc-tags").tag(summary).tag(chips).done()
}

/// A field to find events with.
fn finder(cx: &ViewContext) -> Html {
    if cx.story().timeline.events.len() < LEAST_TO_FIND {
        return nothing();
    }
    let (name, wanted) = (cx.say(MessageKey::TimelineFind), cx.session().timeline().wanted());
    let find = |wanted| Action::Timeline(TimelineChange::Find(wanted));
    find_field(cx, name, wanted, find).done()
}
