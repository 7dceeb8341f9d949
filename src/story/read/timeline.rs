//! Lanes and events.

use super::claim::{SectionSources, Sources};
use super::item::{Claimed, ItemOf};
use super::leaf::{Id, IdRef, PlainText};
use super::list::{List, elements};
use super::object::object;
use super::shape::{Shape, note_table};
use super::symbols::{Symbol, SymbolKind};
use super::wrapper::{OrDefault, WithOffset};
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::limits::{MOST_ERAS, MOST_EVENTS, MOST_LANES};
use crate::story::{
    Claim, Date, Era, Event, EventTime, Lane, LaneKind, OtherDate, Picture, Text, Timeline,
};

/// More tags than this no event needs.
const MOST_TAGS: usize = 20;

/// More tags than this no reader looks through, and telling each event's apart would take long.
const MOST_DISTINCT_TAGS: usize = 100;

/// More dates than this sources hardly give of one event.
const MOST_OTHER_DATES: usize = 5;

/// So many colours series have.
pub(in crate::story) const MOST_COLORS: u32 = 5;

object! {
    /// Lanes and events.
    "Timeline" for Timeline, |it| {
        /// Ids of the sources of all events that name none.
        sources: OrDefault<SectionSources> = Vec::new(),
        /// The rows of the timeline.
        lanes: List<Lane, 0, MOST_LANES> = it.lanes,
        /// Spans behind all lanes of dates, such as the phases of a project.
        eras: OrDefault<List<Era, 0, MOST_ERAS>> = it.eras,
        /// The stretch of dates to show first; all if left out.
        window: Option<Date> = it.window,
        /// The events, in any order.
        events: Events = it.events,
    }
    check Timeline::keep_clock_and_tags
}

impl Timeline {
    fn keep_clock_and_tags(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        self.clock = cx.symbols.event_clock;
        self.has_times = self.events.iter().flat_map(Event::dates).any(Date::has_time);
        for tag in self.events.iter().flat_map(|event| &event.tags) {
            let known = self.tags.iter().position(|(known, _)| known == tag);
            let place = known.unwrap_or_else(|| {
                self.tags.push((tag.clone(), 0));
                self.tags.len() - 1
            });
            if place == MOST_DISTINCT_TAGS {
                let right = "Readers choose events by them: use few, for many events each.";
                fault!(
                    cx,
                    node.at,
                    "the events have more than {MOST_DISTINCT_TAGS} different tags",
                    "{right}"
                );
                return false;
            }
            self.tags.iter_mut().skip(place).take(1).for_each(|(_, count)| *count += 1);
        }
        true
    }
}

object! {
    /// A row of the timeline.
    "Lane" for Lane, |it| {
        /// Its id, unique in the story.
        id: Id = it.id,
        /// What the row holds.
        title: PlainText = it.title,
        /// What its events are ordered by: `dates`, on the scale that all such lanes share (as if left
        /// out); `own`, dates on a scale of the lane's own; `order`, their places in an order.
        scale: OrDefault<LaneKind> = it.kind,
        /// Which of the five colours of series its events have.
        color: Option<LaneColor> = it.color,
    }
}

/// The colour of a lane, 1 to 5.
pub(in crate::story) struct LaneColor;

impl Shape for LaneColor {
    type Value = u32;

    fn read(value: &mut u32, node: Node<'_>, cx: &mut Context) -> bool {
        let is_whole = u32::read(value, node, cx);
        let is_known = (1..=MOST_COLORS).contains(value);
        if is_whole && !is_known {
            let right = "Write 1 to 5, or leave it out for the colour of its kind.";
            fault!(cx, node.at, "there is no colour {value}", "{right}");
        }
        is_whole && is_known
    }
}

object! {
    /// A span of time with a name. Its sources are those of the events in it.
    "Era" for Era, |it| {
        /// Its name.
        title: PlainText = it.title,
        /// From when to when.
        date: Date = it.date,
    }
}

/// The events, sorted.
pub(in crate::story) struct Events;

impl Shape for Events {
    type Value = Vec<Event>;

    fn read(value: &mut Vec<Event>, node: Node<'_>, cx: &mut Context) -> bool {
        if node.member("csv").is_some() {
            note_table(node.at, cx);
            return false;
        }
        let Some(nodes) = elements(node, (0, MOST_EVENTS), cx) else { return false };
        let mut is_whole = true;
        for index in cx.symbols.event_order.clone() {
            let Some(node) = nodes.get(index) else { continue };
            let mut form = RawEvent::default();
            is_whole &= ItemOf::read(&mut form, *node, cx);
            value.push(form.event);
        }
        is_whole
    }
}

/// An event while it is read.
#[derive(Default)]
pub(in crate::story) struct RawEvent {
    event: Event,
    lane: (usize, Option<LaneKind>),
    date: Option<(usize, Date)>,
    order: Option<(usize, (u32, u32))>,
    other_dates: Vec<(usize, OtherDate)>,
}

object! {
    /// A date that other sources give.
    "OtherDate" for OtherDate, |it| {
        /// When it happened by them.
        date: Date = it.date,
        /// Ids of the sources that say so.
        sources: Sources = it.sources,
    }
}

object! {
    /// One event. It has a `date` in a lane of dates and an `order` in a lane of order.
    "Event" for RawEvent, |it| {
        /// The id of its lane.
        lane: LaneRef = it.lane,
        /// When it happened.
        date: Option<WithOffset<Date>> = it.date,
        /// When it happened by other sources, if they differ.
        other_dates: OrDefault<List<WithOffset<OtherDate>, 0, MOST_OTHER_DATES>> = it.other_dates,
        /// Its place in the order, or the first and the last.
        order: Option<WithOffset<OrderPlaces>> = it.order,
        /// Its name.
        title: Text = it.event.title,
        /// A shorter name, for the drawing where there is no room for the whole one.
        short: Option<PlainText> = it.event.short,
        /// What happened.
        text: Option<Text> = it.event.text,
        /// A picture of it.
        image: Option<Box<Picture>> = it.event.image,
        /// Where in the work it stands, such as `Prologue`.
        setting: Option<PlainText> = it.event.setting,
        /// Belongs to the subject of the story and is drawn in its colour.
        subject: OrDefault<bool> = it.event.subject,
        /// For filtering.
        tags: OrDefault<List<PlainText, 0, MOST_TAGS>> = it.event.tags,
    }
    check RawEvent::check_time
}

impl Claimed for RawEvent {
    fn head(&mut self) -> (&mut String, &mut Claim) {
        (&mut self.event.id, &mut self.event.claim)
    }
}

impl RawEvent {
    /// Settles lane and time: a date or a place, as the lane asks.
    fn check_time(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        let (lane, kind) = self.lane;
        self.event.lane = lane;
        let (at, wrong, right) = match (self.date, self.order, kind) {
            (Some((_, date)), None, Some(LaneKind::Dates | LaneKind::Own) | None) => {
                self.event.when = EventTime::Date(date);
                return self.check_other_dates(cx);
            }
            (None, Some((_, (from, to))), Some(LaneKind::Order) | None) => {
                self.event.when = EventTime::Order { from, to };
                return self.has_no_other_dates(cx);
            }
            (Some(_), Some((at, _)), _) => {
                (at, "this event has both a date and an order", "Keep the one of its lane.")
            }
            (None, None, _) => (
                node.at,
                "this event has no time",
                "Add a \"date\", or an \"order\" in a lane of order.",
            ),
            (Some((at, _)), None, Some(LaneKind::Order)) => (
                at,
                "this event has a date, but its lane is one of order",
                "Write \"order\" with a place, such as 3, or move the event.",
            ),
            (None, Some((at, _)), Some(LaneKind::Dates | LaneKind::Own)) => (
                at,
                "this event has an order, but its lane is one of dates",
                "Write \"date\", give the lane the scale \"order\", or move the event.",
            ),
        };
        fault!(cx, at, "{wrong}", "{right}");
        false
    }
}

impl RawEvent {
    /// Takes over the dates that other sources give, if each is another.
    fn check_other_dates(&mut self, cx: &mut Context) -> bool {
        for (at, other) in std::mem::take(&mut self.other_dates) {
            if self.event.dates().any(|date| *date == other.date) {
                let right = "Write each date once, with all the sources that give it.";
                fault!(cx, at, "this event has this date already", "{right}");
                return false;
            }
            self.event.other_dates.push(other);
        }
        true
    }

    /// Notes other dates of an event that has none.
    fn has_no_other_dates(&self, cx: &mut Context) -> bool {
        let Some((at, _)) = self.other_dates.first() else { return true };
        let right = "Leave \"other_dates\" out, or move the event to a lane of dates.";
        fault!(cx, *at, "an event in an order has no other dates", "{right}");
        false
    }
}

/// The id of a lane: its index, and what orders the events there.
pub(in crate::story) struct LaneRef;

impl Shape for LaneRef {
    type Value = (usize, Option<LaneKind>);

    fn read(value: &mut Self::Value, node: Node<'_>, cx: &mut Context) -> bool {
        let mut id = String::new();
        if !IdRef::read(&mut id, node, cx) {
            return false;
        }
        if let Some(Symbol::Lane(index, kind)) = cx.symbols.find(&id) {
            *value = (index, kind);
        } else {
            cx.note_dangling(&id, SymbolKind::Lanes, node.at);
        }
        true
    }
}

/// A place in an order, or the first and the last.
pub(in crate::story) struct OrderPlaces;

object! {
    /// A stretch of an order.
    "Stretch" for OrderRange, |it| {
        /// The first place.
        from: u32 = it.from,
        /// The last place.
        to: u32 = it.to,
    }
}

#[derive(Default)]
pub(in crate::story) struct OrderRange {
    from: u32,
    to: u32,
}

impl Shape for OrderPlaces {
    type Value = (u32, u32);

    fn read(value: &mut (u32, u32), node: Node<'_>, cx: &mut Context) -> bool {
        let mut range = OrderRange::default();
        let is_whole = if node.text.starts_with('{') {
            OrderRange::read(&mut range, node, cx)
        } else {
            let is_whole = u32::read(&mut range.from, node, cx);
            range.to = range.from;
            is_whole
        };
        let OrderRange { from, to } = range;
        *value = (from, to);
        if is_whole && from > to {
            let right = "Write the smaller place as \"from\".";
            fault!(cx, node.at, "the order ends at {to}, before it starts at {from}", "{right}");
        }
        is_whole && from <= to
    }
}
