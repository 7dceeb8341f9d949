//! Lanes and events.

use std::mem::take;

use super::claim::Inherited;
use super::register::{Place, What};
use super::{Check, optional, whole, words};
use crate::story::order::{arrange, order};
use crate::story::raw::{self, Given, Item, Items, Outline};
use crate::story::{Event, Lane, Scale, Timeline, When};

/// More lanes than this cannot be told apart.
const MOST_LANES: usize = 12;

/// More tags than this no event needs.
const MOST_TAGS: usize = 20;

/// Sorts the events by lane and start; places of events count in this order.
pub(super) fn sort(outline: &mut Outline) {
    let Some(timeline) = outline.timeline.given() else { return };
    let Some(events) = &mut timeline.events.0 else { return };
    let lanes = timeline.lanes.items();
    let mut keys = Vec::with_capacity(events.slots.len());
    for slot in &events.slots {
        keys.push(match slot.whole() {
            Some(event) => (lane_of(lanes, &event.own.lane.text), start(&event.own)),
            None => (usize::MAX, 0),
        });
    }
    let order = order(keys.len(), &mut |a, b| keys[a].cmp(&keys[b]));
    arrange(&mut events.slots, &order);
}

/// The place of a lane; the last of all for one that is not there.
fn lane_of(lanes: Given<'_>, id: &str) -> usize {
    let Given::List(lanes) = lanes else { return usize::MAX };
    let is_it = |index: &usize| matches!(lanes.id(*index), Some((Some(lane), _)) if lane == id);
    (0..lanes.count()).find(is_it).unwrap_or(usize::MAX)
}

/// What orders an event within its lane.
fn start(event: &raw::Event) -> i64 {
    match (&event.date, &event.order) {
        (Some(day), _) => day.date.first().start().into(),
        (None, Some(order)) => order.from.into(),
        (None, None) => 0,
    }
}

impl Check<'_> {
    /// Lanes, events and the window.
    pub(super) fn timeline(&mut self, timeline: Option<&mut raw::Timeline>) -> Timeline {
        let Some(timeline) = timeline else { return Timeline::default() };
        let inherited = self.inherited(&timeline.sources);
        let lanes = timeline.lanes.0.as_mut().map(|lanes| self.lanes(lanes)).unwrap_or_default();
        let event = |check: &mut Self, item: &mut Item<raw::Event>, above: &Inherited| {
            check.event(item, above, &lanes)
        };
        Timeline {
            events: self.items(timeline.events.0.as_mut(), &inherited, event),
            window: timeline.window.given().map(|day| day.date),
            lanes: whole(lanes),
        }
    }

    /// Every lane by its place, by which it is looked up; none where one is broken.
    fn lanes(&mut self, lanes: &mut Items<raw::Lane>) -> Vec<Option<Lane>> {
        let count = lanes.slots.len();
        if count > MOST_LANES {
            let right = format!("There may be at most {MOST_LANES}.");
            self.faults.push(lanes.at, format!("there are {count} lanes"), right);
        }
        lanes.slots.iter_mut().map(|slot| slot.whole_mut().map(lane)).collect()
    }

    fn event(
        &mut self,
        item: &mut Item<raw::Event>,
        above: &Inherited,
        lanes: &[Option<Lane>],
    ) -> Option<Event> {
        let claim = self.claim(&item.base, item.at, above);
        let own = &mut item.own;
        let lane = self.lane(&own.lane);
        let scale = lane.and_then(|lane| lanes.get(lane)?.as_ref()).map(|lane| lane.scale);
        let when = self.when(own, scale, item.at);
        if let Some(tags) = &own.tags {
            self.has_length(tags, 0, MOST_TAGS, "tags");
        }
        let tags = own.tags.iter_mut().flat_map(|tags| &mut tags.entries);
        Some(Event {
            id: take(&mut item.base.id.text),
            claim,
            lane: lane?,
            when: when?,
            title: take(&mut own.title.text),
            text: optional(&mut own.text),
            setting: words(&mut own.setting),
            subject: own.subject.is_some_and(|subject| subject.0),
            tags: tags.map(|tag| take(&mut tag.0)).collect(),
        })
    }

    /// The place of the lane with this id.
    fn lane(&mut self, lane: &raw::Ref) -> Option<usize> {
        if let Some(What::Lane(index)) = self.register.find(&lane.text) {
            return Some(index);
        }
        self.note_dangling(&lane.text, Place::Lanes, lane.at);
        None
    }

    /// When an event happened: a date or a place, as its lane asks.
    fn when(&mut self, event: &raw::Event, scale: Option<Scale>, at: usize) -> Option<When> {
        let (wrong_at, wrong, right) = match (&event.date, &event.order, scale) {
            (Some(day), None, Some(Scale::Dates) | None) => return Some(When::Date(day.date)),
            (None, Some(order), Some(Scale::Order) | None) => {
                return Some(When::Order { from: order.from, to: order.to });
            }
            (Some(_), Some(order), _) => {
                (order.at, "this event has both a date and an order", "Keep the one of its lane.")
            }
            (None, None, _) => (
                at,
                "this event has no time",
                "Add a \"date\", or an \"order\" in a lane of order.",
            ),
            (Some(day), None, Some(Scale::Order)) => (
                day.at,
                "this event has a date, but its lane is one of order",
                "Write \"order\" with a place, such as 3, or move the event.",
            ),
            (None, Some(order), Some(Scale::Dates)) => (
                order.at,
                "this event has an order, but its lane is one of dates",
                "Write \"date\", give the lane the scale \"order\", or move the event.",
            ),
        };
        self.faults.push(wrong_at, wrong, right);
        None
    }
}

/// A lane of the right shape.
fn lane(lane: &mut raw::Lane) -> Lane {
    Lane {
        id: take(&mut lane.id.text),
        title: take(&mut lane.title.0),
        scale: lane.scale.map_or(Scale::Dates, |scale| scale.value),
    }
}
