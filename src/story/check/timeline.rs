//! Lanes and events.

use super::Check;
use super::claim::Inherited;
use super::register::{Place, What};
use super::sections::optional;
use crate::story::order::sorted;
use crate::story::raw::{self, Item, Items, Slot, Try};
use crate::story::{Event, Lane, Scale, Timeline, When};

/// More lanes than this cannot be told apart.
const MOST_LANES: usize = 12;

/// More tags than this no event needs.
const MOST_TAGS: usize = 20;

/// Sorts the events by lane and start; places of events count in this order.
pub(super) fn sort(timeline: &mut Try<Option<raw::Timeline>>) {
    let Some(Some(timeline)) = &mut timeline.0 else { return };
    let Some(events) = &mut timeline.events.0 else { return };
    let lanes = timeline.lanes.0.as_ref();
    let mut slots = Vec::with_capacity(events.slots.len());
    for slot in std::mem::take(&mut events.slots) {
        let lane = slot.as_whole().map(|event| lane_of(lanes, &event.own.lane.text));
        let start = slot.as_whole().map_or(0, |event| start(&event.own));
        slots.push((lane.unwrap_or(usize::MAX), start, slot));
    }
    let slots = sorted(slots, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    events.slots = slots.into_iter().map(|(_, _, slot)| slot).collect();
}

/// The place of a lane; the last of all for one that is not there.
fn lane_of(lanes: Option<&Items<raw::Lane>>, id: &str) -> usize {
    let lanes = lanes.map_or(&[][..], |lanes| &lanes.slots);
    lanes.iter().position(|lane| lane.id().0 == Some(id)).unwrap_or(usize::MAX)
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
    pub(super) fn timeline(&mut self, timeline: Option<raw::Timeline>) -> Timeline {
        let Some(timeline) = timeline else { return Timeline::default() };
        let inherited = self.inherited(timeline.sources.0.as_ref().map(Option::as_ref));
        if let Some(lanes) = &timeline.lanes.0
            && lanes.slots.len() > MOST_LANES
        {
            let right = format!("There may be at most {MOST_LANES}.");
            self.faults.push(lanes.at, format!("there are {} lanes", lanes.slots.len()), right);
        }
        // Lanes are looked up by their place, so broken ones keep theirs.
        let lanes = timeline.lanes.0.map_or_else(Vec::new, |lanes| lanes.slots);
        let lanes: Vec<Option<Lane>> = lanes.into_iter().map(lane).collect();
        let event = |check: &mut Self, item: Item<raw::Event>, above: &Inherited| {
            check.event(item, above, &lanes)
        };
        Timeline {
            events: self.items(timeline.events.0, &inherited, event),
            window: timeline.window.0.flatten().map(|day| day.date),
            lanes: lanes.into_iter().flatten().collect(),
        }
    }

    fn event(
        &mut self,
        item: Item<raw::Event>,
        above: &Inherited,
        lanes: &[Option<Lane>],
    ) -> Option<Event> {
        let Item { at, base, own } = item;
        let id = base.id.text.clone();
        let claim = self.claim(base, at, above);
        let lane = self.lane(&own.lane);
        let scale = lane.and_then(|lane| lanes.get(lane)?.as_ref()).map(|lane| lane.scale);
        let when = self.when(&own, scale, at);
        let tags = own.tags.filter(|tags| self.has_length(tags, 0, MOST_TAGS, "tags"));
        let tags = tags.map(|tags| tags.entries).unwrap_or_default();
        Some(Event {
            id,
            claim,
            lane: lane?,
            when: when?,
            title: own.title.text,
            text: optional(own.text),
            setting: own.setting.map(|setting| setting.0),
            subject: own.subject.is_some_and(|subject| subject.0),
            tags: tags.into_iter().map(|tag| tag.0).collect(),
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
fn lane(slot: Slot<raw::Lane>) -> Option<Lane> {
    let lane = slot.whole()?;
    Some(Lane {
        id: lane.id.text,
        title: lane.title.0,
        scale: lane.scale.map_or(Scale::Dates, |scale| scale.value),
    })
}
