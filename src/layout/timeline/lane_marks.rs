//! The marks of one lane of the timeline: which row each event lies in, and
//! which events share a mark.
//!
//! Out: labels (`lane_labels`), and how marks look (`mark_drawing`).

use super::cluster::{self, Cluster};
use crate::layout::scale::LinearScale;
use crate::layout::text::Typesetter;

/// Height of a bar in px.
const BAR: f64 = 8.0;
/// Narrower than this a bar could not be told from a point, in px.
const LEAST_BAR: f64 = 13.0;
/// Between two bars of a row, in px.
const BAR_GAP: f64 = 3.0;
/// Bars lie in at most so many rows; what finds no room is counted in one more.
const MAX_ROWS: usize = 6;

/// An event and the stretch of the lane's scale that it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct EventSpan {
    /// Index into `Timeline::events`.
    pub(super) event: usize,
    pub(super) start: f64,
    pub(super) end: f64,
}

/// What a mark is drawn as.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum MarkForm {
    /// As wide as the event lasts or as its date is in doubt.
    Bar {
        /// Left end.
        from: f64,
        /// Right end.
        to: f64,
    },
    /// A point, or a count.
    Round {
        /// Middle.
        x: f64,
        /// Half the width.
        radius: f64,
    },
}

/// One mark of a lane.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LaneMark {
    /// Indices into `Timeline::events`, ascending; never empty.
    pub(super) events: Vec<usize>,
    /// 0 is the axis.
    pub(super) row: usize,
    pub(super) form: MarkForm,
    /// Before (-1) or after (1) what the scale shows; 0 on it.
    pub(super) beyond: i8,
}

impl LaneMark {
    /// Left and right end.
    pub(super) fn span(&self) -> (f64, f64) {
        match self.form {
            MarkForm::Bar { from, to } => (from, to),
            MarkForm::Round { x, radius } => (x - radius, x + radius),
        }
    }

    /// How far it reaches above and below the middle of its row.
    pub(super) fn half_height(&self) -> f64 {
        match self.form {
            MarkForm::Bar { .. } => BAR / 2.0,
            MarkForm::Round { radius, .. } => radius,
        }
    }

    /// Halfway between its ends.
    pub(super) fn middle(&self) -> f64 {
        let (from, to) = self.span();
        f64::midpoint(from, to)
    }
}

/// Marks for the events that the scale shows, in no particular order.
pub(super) fn marks(
    typesetter: Typesetter,
    spans: &[EventSpan],
    scale: &LinearScale,
) -> Vec<LaneMark> {
    let ends = |span: &EventSpan| (scale.at(span.start), scale.at(span.end));
    let (mut bars, points): (Vec<EventSpan>, Vec<EventSpan>) = spans.iter().partition(|span| {
        let (from, to) = ends(span);
        to - from >= LEAST_BAR
    });
    let edges = (scale.from - cluster::DOT, scale.to + cluster::DOT);
    let (points, clusters) = clustered(typesetter, points, scale, edges);
    let mut marks: Vec<LaneMark> =
        clusters.iter().map(|cluster| counted(cluster, &points, 0)).collect();
    let longest_first =
        |a: (f64, f64), b: (f64, f64)| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1));
    bars.sort_by(|a, b| longest_first(ends(a), ends(b)));
    let mut rows = BarRows::new(&clusters);
    let mut left_over = Vec::new();
    for bar in bars {
        let (from, to) = ends(&bar);
        match rows.take(from, to) {
            Some(row) => marks.push(LaneMark {
                events: vec![bar.event],
                row,
                form: MarkForm::Bar { from, to: to - BAR_GAP },
                beyond: 0,
            }),
            None => left_over.push(bar),
        }
    }
    let (left_over, clusters) = clustered(typesetter, left_over, scale, edges);
    marks.extend(clusters.iter().map(|cluster| counted(cluster, &left_over, MAX_ROWS)));
    marks
}

/// The events by their middle, and the marks they make.
fn clustered(
    typesetter: Typesetter,
    mut spans: Vec<EventSpan>,
    scale: &LinearScale,
    edges: (f64, f64),
) -> (Vec<EventSpan>, Vec<Cluster>) {
    let middle = |span: &EventSpan| scale.at(f64::midpoint(span.start, span.end));
    spans.sort_by(|a, b| middle(a).total_cmp(&middle(b)).then(a.event.cmp(&b.event)));
    let xs: Vec<f64> = spans.iter().map(middle).collect();
    let clusters = cluster::join(typesetter, &xs, edges);
    (spans, clusters)
}

fn counted(cluster: &Cluster, spans: &[EventSpan], row: usize) -> LaneMark {
    let members = spans.get(cluster.members.clone()).unwrap_or_default();
    let mut events: Vec<usize> = members.iter().map(|member| member.event).collect();
    events.sort_unstable();
    LaneMark {
        events,
        row,
        form: MarkForm::Round { x: cluster.x, radius: cluster.radius },
        beyond: 0,
    }
}

/// Where the rows of bars are free. Bars come in the order of their start.
struct BarRows<'a> {
    /// Marks on the axis that no bar has passed yet.
    points: std::iter::Peekable<std::slice::Iter<'a, Cluster>>,
    /// Where each row's last bar ends.
    ends: Vec<f64>,
}

impl<'a> BarRows<'a> {
    fn new(points: &'a [Cluster]) -> Self {
        Self { points: points.iter().peekable(), ends: vec![f64::MIN; MAX_ROWS] }
    }

    /// The first row with room for a bar; none if all are full there.
    fn take(&mut self, from: f64, to: f64) -> Option<usize> {
        while self.points.next_if(|point| point.span().1 <= from).is_some() {}
        let point_in_the_way = self.points.peek().is_some_and(|point| point.span().0 < to);
        let free =
            |(row, end): &(usize, &mut f64)| **end <= from && !(*row == 0 && point_in_the_way);
        let (row, end) = self.ends.iter_mut().enumerate().find(free)?;
        *end = to;
        Some(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::TableMeasure;

    fn laid(spans: &[(f64, f64)]) -> Vec<LaneMark> {
        let span = |(event, (start, end)): (usize, &(f64, f64))| EventSpan {
            event,
            start: *start,
            end: *end,
        };
        let spans: Vec<_> = spans.iter().enumerate().map(span).collect();
        marks(
            Typesetter::new(&TableMeasure),
            &spans,
            &LinearScale::new((0.0, 1000.0), 10.0, 1010.0),
        )
    }

    fn row_of(marks: &[LaneMark], event: usize) -> usize {
        marks.iter().find(|mark| mark.events == [event]).unwrap().row
    }

    #[test]
    fn overlapping_bars_lie_in_rows_below_each_other() {
        let marks = laid(&[(0.0, 300.0), (100.0, 200.0), (250.0, 400.0), (310.0, 500.0)]);
        assert_eq!([0, 1, 2, 3].map(|event| row_of(&marks, event)), [0, 1, 1, 0]);
    }

    #[test]
    fn a_bar_makes_way_for_a_point() {
        let marks = laid(&[(100.0, 101.0), (50.0, 200.0), (300.0, 400.0)]);
        assert_eq!([0, 1, 2].map(|event| row_of(&marks, event)), [0, 1, 0]);
    }

    #[test]
    fn of_two_bars_with_one_start_the_longer_lies_higher() {
        let marks = laid(&[(310.0, 500.0), (0.0, 100.0), (0.0, 300.0)]);
        assert_eq!([0, 1, 2].map(|event| row_of(&marks, event)), [0, 1, 0]);
    }

    #[test]
    fn points_join_their_neighbours_in_whatever_order_they_come() {
        let marks = laid(&[(500.0, 501.0), (101.0, 102.0), (300.0, 301.0), (100.0, 101.0)]);
        let events: Vec<_> = marks.into_iter().map(|mark| mark.events).collect();
        assert_eq!(events, [vec![1, 3], vec![2], vec![0]]);
    }

    #[test]
    fn bars_without_room_are_counted() {
        let marks = laid(&[(0.0, 900.0); 20]);
        assert_eq!(marks.len(), MAX_ROWS + 1);
        let counted = marks.iter().find(|mark| mark.row == MAX_ROWS).unwrap();
        assert_eq!(counted.events.len(), 14);
    }
}
