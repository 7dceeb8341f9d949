//! The scales of a timeline: how far each goes, what of it is shown first, how near one can look.

use super::{EventTime, LaneKind, Timeline};
use std::ops::Range;

/// A scale of a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleId {
    /// That which all lanes of the kind [`LaneKind::Dates`] share.
    Shared,
    /// That of the lane at this index alone.
    Lane(usize),
}

/// The narrowest window onto dates that have no time of day, in minutes: two days.
const LEAST_DAYS: f64 = 2880.0;
/// The same where there are times of day: ten minutes.
const LEAST_MINUTES: f64 = 10.0;
/// The narrowest window onto an order, in places.
const LEAST_PLACES: f64 = 2.0;

impl Timeline {
    /// The scale on which a lane lies.
    pub fn scale_of(&self, lane: usize) -> ScaleId {
        match self.lanes.get(lane).map(|lane| lane.kind) {
            Some(LaneKind::Dates) | None => ScaleId::Shared,
            Some(LaneKind::Own | LaneKind::Order) => ScaleId::Lane(lane),
        }
    }

    /// Start of the first event of a scale and end of the last, as [`super::Event::span`] has them;
    /// 0 to 1 without events. Open ends do not count.
    pub fn extent(&self, scale: ScaleId) -> (f64, f64) {
        let of_scale = |(lane, _): &(usize, _)| self.scale_of(*lane) == scale;
        let extents = self.extents.iter().copied().enumerate().filter(of_scale);
        let extents = extents.filter_map(|(_, extent)| extent);
        let joined = |a: (f64, f64), b: (f64, f64)| (a.0.min(b.0), a.1.max(b.1));
        extents.reduce(joined).unwrap_or((0.0, 1.0))
    }

    /// What of a scale is shown first: the author's window onto the shared one, else all of it.
    pub fn first_window(&self, scale: ScaleId) -> (f64, f64) {
        let (low, high) = self.extent(scale);
        let Some(window) = self.window.filter(|_| scale == ScaleId::Shared) else {
            return (low, high);
        };
        let (start, end) = window.reach(self.clock);
        let start = if start.is_finite() { start } else { low };
        let end = if end.is_finite() { end } else { high };
        // An open window that begins behind all events shows them all.
        if start < end { (start, end) } else { (low, high) }
    }

    /// Whether a scale is one of dates, and not of places in an order.
    pub fn has_dates(&self, scale: ScaleId) -> bool {
        match scale {
            ScaleId::Shared => true,
            ScaleId::Lane(lane) => self.lanes.get(lane).is_none_or(|it| it.kind.has_dates()),
        }
    }

    /// The narrowest window onto a scale.
    pub fn least_window(&self, scale: ScaleId) -> f64 {
        match (self.has_dates(scale), self.has_times) {
            (false, _) => LEAST_PLACES,
            (true, true) => LEAST_MINUTES,
            (true, false) => LEAST_DAYS,
        }
    }

    /// The events of a lane, places in [`Timeline::events`].
    pub fn events_of(&self, lane: usize) -> Range<usize> {
        let first = self.events.partition_point(|event| event.lane < lane);
        first..self.events.partition_point(|event| event.lane <= lane)
    }

    /// Works out how far the events of each lane go.
    pub fn measure(&mut self) {
        let mut extents: Vec<Option<(f64, f64)>> = vec![None; self.lanes.len()];
        for event in &self.events {
            let (start, end) = event.span(self.clock);
            let Some(extent) = extents.get_mut(event.lane) else { continue };
            let (low, high) = extent.unwrap_or((start, end));
            *extent = Some((low.min(start), high.max(end)));
        }
        self.extents = extents;
    }
}

impl EventTime {
    /// The same as [`span`](Self::span), with open ends without end.
    pub fn reach(&self, clock: Option<i16>) -> (f64, f64) {
        match self {
            Self::Date(date) => date.reach(clock),
            Self::Order { .. } => self.span(clock),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Date, Event, Lane};

    fn timeline(window: Option<&str>, events: &[(usize, &str)]) -> Timeline {
        let lane = |kind| Lane { kind, ..Lane::default() };
        let event = |(lane, date): &(usize, &str)| Event {
            lane: *lane,
            when: EventTime::Date(Date::parse(date).unwrap()),
            ..Event::default()
        };
        let mut timeline = Timeline {
            lanes: [LaneKind::Dates, LaneKind::Dates, LaneKind::Own, LaneKind::Order]
                .map(lane)
                .into(),
            events: events.iter().map(event).collect(),
            window: window.map(|text| Date::parse(text).unwrap()),
            ..Timeline::default()
        };
        timeline.measure();
        timeline
    }

    fn span(date: &str) -> (f64, f64) {
        Date::parse(date).unwrap().span(None)
    }

    #[test]
    fn lanes_of_dates_share_a_scale_and_the_others_have_their_own() {
        let timeline = timeline(None, &[(0, "1969"), (1, "1975"), (2, "2025-06-06")]);
        assert_eq!(timeline.scale_of(1), ScaleId::Shared);
        assert_eq!(timeline.scale_of(2), ScaleId::Lane(2));
        assert_eq!(timeline.extent(ScaleId::Shared), (span("1969").0, span("1975").1));
        assert_eq!(timeline.extent(ScaleId::Lane(2)), span("2025-06-06"));
        assert_eq!(timeline.extent(ScaleId::Lane(3)), (0.0, 1.0));
    }

    #[test]
    fn the_window_is_that_of_the_shared_scale_and_its_open_ends_are_those_of_the_events() {
        let events = [(0, "1969"), (1, "1975"), (2, "2025-06-06")];
        let window = |text| timeline(Some(text), &events).first_window(ScaleId::Shared);
        assert_eq!(window("1970/1971"), span("1970/1971"));
        assert_eq!(window("1970/"), (span("1970").0, span("1975").1));
        assert_eq!(window("/1970"), (span("1969").0, span("1970").1));
        assert_eq!(window("2000/"), span("1969/1975"));
        let own = timeline(Some("1970/1971"), &events).first_window(ScaleId::Lane(2));
        assert_eq!(own, span("2025-06-06"));
    }
}
