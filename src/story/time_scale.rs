//! The scales of a timeline: how far each goes, what of it is shown first, how near one can look.

use super::{EventTime, LaneKind, Timeline};

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

    /// Start of the first event of a scale and end of the last, as [`EventTime::span`] has them;
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
        let (start, end) = window.span(self.clock);
        let (from_ever, for_ever) = window.is_open();
        let start = if from_ever { low } else { start };
        let end = if for_ever { high } else { end };
        // An open window that begins behind all events shows them all.
        if start < end { (start, end) } else { (low, high) }
    }

    /// The narrowest window onto a scale.
    pub fn least_window(&self, scale: ScaleId) -> f64 {
        let is_order = |lane: usize| self.lanes.get(lane).is_some_and(|it| !it.kind.has_dates());
        match scale {
            ScaleId::Lane(lane) if is_order(lane) => LEAST_PLACES,
            _ if self.has_times => LEAST_MINUTES,
            _ => LEAST_DAYS,
        }
    }

    /// Works out how far the events of each lane go.
    pub fn measure(&mut self) {
        let mut extents: Vec<Option<(f64, f64)>> = vec![None; self.lanes.len()];
        for event in &self.events {
            let (start, end) = event.when.span(self.clock);
            let Some(extent) = extents.get_mut(event.lane) else { continue };
            let (low, high) = extent.unwrap_or((start, end));
            *extent = Some((low.min(start), high.max(end)));
        }
        self.extents = extents;
    }
}

impl EventTime {
    /// Whether it has no beginning, and whether it has no end.
    pub fn is_open(&self) -> (bool, bool) {
        match self {
            Self::Date(date) => date.is_open(),
            Self::Order { .. } => (false, false),
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
