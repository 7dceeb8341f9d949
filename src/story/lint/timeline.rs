//! Lanes and events: what is empty, and what is not shown.

use super::Lint;
use crate::story::fault::quote;
use crate::story::read::Node;
use crate::story::{Event, ScaleId};

/// More events than this slow a card down, and no reader looks through them.
const MANY_EVENTS: usize = 5000;

impl Lint<'_> {
    pub(super) fn lanes(&mut self) {
        let timeline = &self.story.timeline;
        let places = self.id_places(&["timeline", "lanes"]);
        for (index, (lane, at)) in timeline.lanes.iter().zip(places).enumerate() {
            if !timeline.events.iter().any(|event| event.lane == index) {
                let wrong = format!("the lane {} has no event", quote(&lane.id));
                self.warn(at, wrong, "Add one, or leave the lane out.");
            }
        }
    }

    /// Notes a window that shows none of the events on the shared scale.
    pub(super) fn window(&mut self) {
        let timeline = &self.story.timeline;
        let window = self.at(&["timeline", "window"]);
        let Some(window) = window.filter(|_| timeline.window.is_some()) else { return };
        let (low, high) = timeline.first_window(ScaleId::Shared);
        let is_seen = |event: &Event| {
            let (start, end) = event.reach(timeline.clock);
            timeline.scale_of(event.lane) == ScaleId::Shared && start < high && end > low
        };
        if !timeline.events.iter().any(is_seen) {
            let wrong = "the window shows no event of a lane of dates";
            self.warn(window.at, wrong, "Widen it, or leave it out to show all events.");
        }
    }

    /// Notes more events than a reader can look through.
    pub(super) fn many_events(&mut self) {
        let count = self.story.timeline.events.len();
        let events = self.at(&["timeline", "events"]);
        if let Some(events) = events.filter(|_| count > MANY_EVENTS) {
            let wrong = format!("the timeline has {count} events");
            let right = "Readers look through some hundreds. The static card holds the first 500 \
                         and links the rest.";
            self.warn(events.at, wrong, right);
        }
    }

    /// Notes settings of events that show their date in place of it.
    pub(super) fn settings(&mut self) {
        let events = self.at(&["timeline", "events"]);
        for event in events.and_then(Node::elements).unwrap_or_default() {
            let Some(setting) = event.member("setting") else { continue };
            let lane = event.member("lane").and_then(Node::content).unwrap_or_default();
            let lane = self.story.timeline.lanes.iter().find(|it| it.id == lane);
            if lane.is_some_and(|lane| lane.kind.has_dates()) {
                let wrong = "a \"setting\" is not shown in a lane of dates";
                let right = "Say it in the event's text, or give its lane the scale \"order\".";
                self.warn(setting.at, wrong, right);
            }
        }
    }
}
