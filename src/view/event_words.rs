//! An event in words: when it happened, and in a line.

use super::context::ViewContext;
use super::tag::{tag, words};
use crate::story::date::DAY;
use crate::story::{
    Date, Event, EventTime, Item, MessageKey, Moment, Precision, ScaleId, Section, Stretch,
};
use yew::prelude::*;

/// When it happened, or where in the work it stands.
pub(super) fn time(cx: &ViewContext, event: &Event) -> Html {
    let text = when_words(cx, event);
    let datetime = match &event.when {
        EventTime::Date(date) if event.other_dates.is_empty() => date.datetime(),
        EventTime::Date(_) | EventTime::Order { .. } => None,
    };
    match datetime {
        Some(datetime) => tag("time").set("datetime", datetime).words(text).done(),
        None => words(text),
    }
}

/// The same in words.
pub(super) fn when_words(cx: &ViewContext, event: &Event) -> String {
    match (&event.when, &event.setting) {
        (EventTime::Date(date), _) => {
            let date = date.words(cx.messages());
            let others = event.other_dates.iter().map(|other| other.date.words(cx.messages()));
            let others =
                others.collect::<Vec<String>>().join(cx.messages().text(MessageKey::ListComma));
            if others.is_empty() {
                return date;
            }
            cx.fill(MessageKey::TimelineOtherDates, &[("date", &date), ("others", &others)])
        }
        (EventTime::Order { .. }, Some(setting)) => setting.clone(),
        (EventTime::Order { from, .. }, None) => {
            cx.fill(MessageKey::TimelinePlace, &[("n", &from.to_string())])
        }
    }
}

/// From when to when a stretch goes. When a folded event happened is no secret, for the drawing has it
/// in its place; the settings of an order are words, and are not named.
pub(super) fn stretch_words(cx: &ViewContext, stretch: Stretch) -> String {
    let events = &cx.story().timeline.events;
    let first = events.get(stretch.first).map(|event| event.when);
    let last = events.get(stretch.first + stretch.count - 1).map(|event| event.when);
    match (first, last) {
        (Some(EventTime::Date(first)), Some(EventTime::Date(last))) => {
            let ends = [first, last].map(|date| date.first().rounded(stretch.precision));
            between(ends, cx.story().timeline.clock).words(cx.messages())
        }
        (Some(EventTime::Order { from, .. }), Some(EventTime::Order { from: to, .. })) => {
            let (low, high) = (from.to_string(), to.to_string());
            let range = [("low", low.as_str()), ("high", high.as_str())];
            let places =
                if from == to { low.clone() } else { cx.fill(MessageKey::NumberRange, &range) };
            cx.fill(MessageKey::TimelinePlace, &[("n", &places)])
        }
        _ => String::new(),
    }
}

/// The scale that buttons and keys change: that of the event that stands out, if it is shown, else the
/// shared one or that of the first lane shown.
pub(super) fn active_scale(cx: &ViewContext) -> ScaleId {
    let (timeline, state) = (&cx.story().timeline, cx.session().timeline());
    let lane_of = |event: usize| timeline.events.get(event).map(|event| event.lane);
    let picked = cx.event().filter(|event| state.shows(*event)).and_then(lane_of);
    let shown = || (0..timeline.events.len()).find(|event| state.shows(*event)).and_then(lane_of);
    picked.or_else(shown).map_or(ScaleId::Shared, |lane| timeline.scale_of(lane))
}

/// The ends of a window onto a scale, in words that are as exact as the window is narrow.
pub(super) fn window_ends(
    cx: &ViewContext,
    scale: ScaleId,
    (low, high): (f64, f64),
) -> [String; 2] {
    let timeline = &cx.story().timeline;
    // The end is not included.
    let ends = [low.floor(), (high.ceil() - 1.0).max(low.floor())];
    if !timeline.has_dates(scale) {
        return ends
            .map(|at| cx.fill(MessageKey::TimelinePlace, &[("n", &at.max(0.0).to_string())]));
    }
    let days = (high - low) / DAY as f64;
    let precision = match days {
        ..3.0 if timeline.has_times => Precision::Minute,
        ..120.0 => Precision::Day,
        ..3000.0 => Precision::Month,
        _ => Precision::Year,
    };
    ends.map(|at| {
        let moment = Moment::at(at as i64, timeline.clock).map(|at| at.rounded(precision));
        moment.map_or_else(String::new, |at| Date::At(at).words(cx.messages()))
    })
}

fn between([first, last]: [Moment; 2], clock: Option<i16>) -> Date {
    // Where one end is known less exactly, neither is said more exactly.
    let precision: Precision = first.precision().min(last.precision());
    match [first, last].map(|end| end.rounded(precision)) {
        [first, last] if first == last => Date::At(first),
        // Clocks far from each other can show a later event on an earlier day.
        [first, last] if last.start(clock) < first.start(clock) => Date::Range(last, first),
        [first, last] => Date::Range(first, last),
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
