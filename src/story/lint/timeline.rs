//! Lanes and events: what is empty, and what is not shown.

use super::Lint;
use crate::story::LaneKind;
use crate::story::fault::quote;
use crate::story::read::Node;

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

    /// Notes settings of events that show their date in place of it.
    pub(super) fn settings(&mut self) {
        let events = self.root.member("timeline").and_then(|timeline| timeline.member("events"));
        for event in events.and_then(Node::elements).unwrap_or_default() {
            let lane = event.member("lane").and_then(Node::content).unwrap_or_default();
            let lane = self.story.timeline.lanes.iter().find(|it| it.id == lane);
            let is_dated = lane.is_some_and(|lane| lane.kind != LaneKind::Order);
            if let Some(setting) = event.member("setting").filter(|_| is_dated) {
                let wrong = "a \"setting\" is not shown in a lane of dates";
                let right = "Say it in the event's text, or give its lane the scale \"order\".";
                self.warn(setting.at, wrong, right);
            }
        }
    }
}
