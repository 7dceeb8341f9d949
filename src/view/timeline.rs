//! The timeline: drawn on lanes, and the same events as lists. Picking in one moves the other.

use super::claim::{claim, see};
use super::drawing::{Drawing, Subject};
use super::fold::{foldable, spoiler_switch};
use super::prose::prose;
use super::reader::Reader;
use crate::session::Action;
use crate::story::{Date, Event, Item, Key, Section, When};
use yew::prelude::*;

/// The timeline.
pub(super) fn timeline(reader: &Reader) -> Html {
    let lanes = 0..reader.story().timeline.lanes.len();
    html! {<>
        <Drawing reader={reader.clone()} subject={Subject::Timeline} />
        {for lanes.map(|lane| list(reader, lane))}
        {spoiler_switch(reader, Section::Timeline)}
    </>}
}

/// The events of one lane in words.
fn list(reader: &Reader, lane: usize) -> Html {
    let timeline = &reader.story().timeline;
    let Some(title) = timeline.lanes.get(lane).map(|lane| &lane.title) else { return html! {} };
    let events = timeline.events.iter().enumerate().filter(|(_, event)| event.lane == lane);
    html! {<>
        <@{reader.heading(1)} class="sc-subheading">{title}</@>
        <ol class="sc-events" part="list">{for events.map(|(index, it)| event(reader, index, it))}</ol>
    </>}
}

fn event(reader: &Reader, index: usize, event: &Event) -> Html {
    let is_picked = reader.session().event() == Some(index);
    let class = match (is_picked, event.subject) {
        (true, _) => "sc-event sc-picked",
        (false, true) => "sc-event sc-subject",
        (false, false) => "sc-event",
    };
    foldable(reader, Item { section: Section::Timeline, index }, "li", class, &|| {
        html! {<>
            <p class="sc-when">{when(reader, event)}</p>
            <div>
                <p class="sc-event-title">{title(reader, index, event, is_picked)}{claim(reader, &event.claim)}</p>
                if let Some(text) = &event.text { <p class="sc-event-text">{prose(text)}</p> }
                {see(reader, &event.claim)}
            </div>
        </>}
    })
}

/// The title, as a button that picks the event.
fn title(reader: &Reader, index: usize, event: &Event, is_picked: bool) -> Html {
    if reader.on_action.is_none() {
        return prose(&event.title);
    }
    let pick = (!is_picked).then_some(index);
    html! {
        <button type="button" class="sc-pick" aria-pressed={is_picked.to_string()}
            onclick={reader.wish(Action::PickEvent(pick))}>{event.title.words()}</button>
    }
}

/// When it happened, or where in the work it stands.
fn when(reader: &Reader, event: &Event) -> Html {
    let words = when_words(reader, event);
    match &event.when {
        When::Date(date) => match datetime(date) {
            Some(datetime) => html! { <time {datetime}>{words}</time> },
            None => html! { {words} },
        },
        When::Order { .. } => html! { {words} },
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

/// As HTML's `datetime` has it; it knows no ranges and no doubt.
fn datetime(date: &Date) -> Option<String> {
    match date {
        Date::At(at) => at.datetime(),
        Date::Qualified(..) | Date::Range(..) => None,
    }
}
