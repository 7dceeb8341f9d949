//! The events of a timeline that are shown, sorted so that a window onto them is found without a
//! look at the others.

use crate::layout::label_placement::label_order;
use crate::story::{ScaleId, Timeline};

/// The events that are shown, lane by lane; made once for many layouts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimelineIndex {
    /// By lane of the timeline; none where the lane is not shown.
    lanes: Vec<Option<LaneIndex>>,
}

/// The events of one lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct LaneIndex {
    /// Ascending by start.
    spans: Vec<EventSpan>,
    /// As long: the latest end of all up to there.
    reach: Vec<f64>,
}

/// An event and the stretch of the lane's scale that it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct EventSpan {
    /// Index into `Timeline::events`.
    pub(super) event: usize,
    /// Open ends are without end.
    pub(super) start: f64,
    pub(super) end: f64,
    /// Its place among the events that wait for a label, the first with the least. It is the same
    /// in every window, so that labels stay while the reader moves along.
    pub(super) rank: usize,
    /// Whether it belongs to the subject of the story.
    pub(super) is_subject: bool,
    /// The middle of the date that stands for it, if sources give others too: it then goes from the
    /// first of all to the last.
    pub(super) date: Option<f64>,
}

impl TimelineIndex {
    /// The events (indices into `Timeline::events`) that are `shown`. A lane is shown if it has one,
    /// or if it has no events at all.
    pub fn new(timeline: &Timeline, shown: &dyn Fn(usize) -> bool) -> Self {
        let mut lanes: Vec<(bool, Vec<EventSpan>)> =
            vec![(false, Vec::new()); timeline.lanes.len()];
        for (event, of) in timeline.events.iter().enumerate() {
            let Some((has_events, spans)) = lanes.get_mut(of.lane) else { continue };
            *has_events = true;
            if shown(event) {
                let (start, end) = of.reach(timeline.clock);
                let middle = |(start, end): (f64, f64)| f64::midpoint(start, end);
                let has_others = !of.other_dates.is_empty();
                let date = has_others.then(|| middle(of.when.span(timeline.clock)));
                let is_subject = of.subject;
                spans.push(EventSpan { event, start, end, rank: 0, is_subject, date });
            }
        }
        let is_shown = |(has_events, spans): &(bool, Vec<_>)| !has_events || !spans.is_empty();
        let lane = |lane: (bool, Vec<_>)| is_shown(&lane).then(|| LaneIndex::new(lane.1));
        Self { lanes: lanes.into_iter().map(lane).collect() }
    }

    /// The same for the events of one lane only; no other lane is shown.
    pub fn of_lane(timeline: &Timeline, lane: usize, shown: &dyn Fn(usize) -> bool) -> Self {
        let is_in = |event: usize| timeline.events.get(event).is_some_and(|it| it.lane == lane);
        let mut index = Self::new(timeline, &|event| is_in(event) && shown(event));
        for (other, spans) in index.lanes.iter_mut().enumerate() {
            if other != lane {
                *spans = None;
            } else if spans.is_none() {
                *spans = Some(LaneIndex::default());
            }
        }
        index
    }

    /// The lanes that are shown.
    pub(super) fn lanes(&self) -> impl Iterator<Item = (usize, &LaneIndex)> {
        let lanes = self.lanes.iter().enumerate();
        lanes.filter_map(|(lane, index)| Some((lane, index.as_ref()?)))
    }

    /// Whether some event of a scale lies between two values.
    pub(super) fn has_events(
        &self,
        timeline: &Timeline,
        scale: ScaleId,
        low: f64,
        high: f64,
    ) -> bool {
        let mut of_scale = self.lanes().filter(|(lane, _)| timeline.scale_of(*lane) == scale);
        of_scale.any(|(_, lane)| {
            let first = lane.spans.partition_point(|span| span.start < low);
            lane.spans.get(first).is_some_and(|span| span.start < high)
        })
    }
}

impl LaneIndex {
    fn new(mut spans: Vec<EventSpan>) -> Self {
        spans.sort_by(|a, b| a.start.total_cmp(&b.start).then(a.event.cmp(&b.event)));
        for (rank, place) in label_order(spans.len()).into_iter().enumerate() {
            if let Some(span) = spans.get_mut(place) {
                span.rank = rank;
            }
        }
        let mut latest = f64::NEG_INFINITY;
        let mut reach = Vec::with_capacity(spans.len());
        for span in &spans {
            latest = latest.max(span.end);
            reach.push(latest);
        }
        Self { spans, reach }
    }

    /// The events of which some part lies between two values. Looks back from the first that begins
    /// there no further than one may reach in.
    pub(super) fn between(&self, low: f64, high: f64) -> impl Iterator<Item = &EventSpan> {
        let from = self.reach.partition_point(|reach| *reach <= low);
        let spans = self.spans.get(from..self.begun(high)).unwrap_or_default();
        spans.iter().filter(move |span| span.end > low)
    }

    /// How many begin before a value.
    pub(super) fn begun(&self, high: f64) -> usize {
        self.spans.partition_point(|span| span.start < high)
    }

    /// How many events the lane has.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }
}
