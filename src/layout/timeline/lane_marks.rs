//! The marks of one lane of the timeline: which row each event lies in, and
//! which events share a mark.
//!
//! Out: labels (`lane_labels`), and how marks look (`mark_drawing`).

use super::cluster::{self, Cluster, DOT, Radii};
use super::index::EventSpan;
use crate::layout::scale::Scale;

/// Height of a bar in px.
pub(super) const BAR: f64 = 8.0;
/// The same where its words stand inside.
const BAR_WITH_WORDS: f64 = 16.0;
/// Narrower than this a bar could not be told from a point, in px.
pub(super) const LEAST_BAR: f64 = 13.0;
/// Between two bars of a row, in px.
const BAR_GAP: f64 = 3.0;
/// Bars lie in at most so many rows below the axis; what finds no room is counted in the last.
pub(super) const MAX_ROWS: usize = 4;

/// What a mark is drawn as.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum MarkForm {
    /// As wide as the event lasts or as its date is in doubt.
    Bar {
        /// Left end, as far as it can be seen.
        from: f64,
        /// Right end, as far as it can be seen.
        to: f64,
        /// Whether it goes on beyond what can be seen, before and behind.
        cut: (bool, bool),
    },
    /// The dates that sources give, and a line between them.
    Dates {
        /// Left end, as far as it can be seen.
        from: f64,
        /// Right end, as far as it can be seen.
        to: f64,
        /// The middle of the date that stands for the event, in between.
        at: f64,
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
    /// Indices into `Timeline::events`, in the order of time; never empty.
    pub(super) events: Vec<usize>,
    /// When the first of its labels is due, the soonest with the least.
    pub(super) rank: usize,
    /// The first of the events that belongs to the subject of the story.
    pub(super) subject: Option<usize>,
    /// Whether that is the only one.
    pub(super) is_only_subject: bool,
    /// 0 is the axis.
    pub(super) row: usize,
    pub(super) form: MarkForm,
    /// Whether it is a bar with its words inside.
    pub(super) has_words: bool,
}

impl LaneMark {
    /// Left and right end.
    pub(super) fn span(&self) -> (f64, f64) {
        match self.form {
            MarkForm::Bar { from, to, .. } | MarkForm::Dates { from, to, .. } => (from, to),
            MarkForm::Round { x, radius } => (x - radius, x + radius),
        }
    }

    /// How far it reaches above and below the middle of its row.
    pub(super) fn half_height(&self) -> f64 {
        match self.form {
            MarkForm::Bar { .. } if self.has_words => BAR_WITH_WORDS / 2.0,
            MarkForm::Bar { .. } => BAR / 2.0,
            MarkForm::Dates { .. } => DOT,
            MarkForm::Round { radius, .. } => radius,
        }
    }

    /// Where words point to it: halfway between its ends, or at the date that stands for it.
    pub(super) fn middle(&self) -> f64 {
        if let MarkForm::Dates { at, .. } = self.form {
            return at;
        }
        let (from, to) = self.span();
        f64::midpoint(from, to)
    }
}

/// Where the marks of a lane go.
pub(super) struct LanePlot {
    pub(super) radii: Radii,
    /// From values to px.
    pub(super) scale: Scale,
    /// The whole width, in px.
    pub(super) width: f64,
    /// How many rows below the axis bars may take.
    pub(super) rows: usize,
}

/// Marks for the events that the scale shows, in no particular order.
pub(super) fn marks(plot: &LanePlot, spans: &mut dyn Iterator<Item = &EventSpan>) -> Vec<LaneMark> {
    let (mut bars, mut points) = (Vec::new(), Vec::new());
    for span in spans {
        let (from, to) = plot.ends(span);
        if to - from >= LEAST_BAR {
            // At its ends are marks as wide as those of other dates.
            let (before, behind) =
                if span.date.is_some() { (DOT, DOT + BAR_GAP) } else { (0.0, 0.0) };
            bars.push((from - before, to + behind, span));
        } else {
            points.push((f64::midpoint(from, to), span));
        }
    }
    let mut clusters = plot.clustered(&mut points);
    bars.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)));
    let (mut placed, mut left_over) = plot.in_rows(&bars, &clusters, plot.rows + 1);
    if !left_over.is_empty() {
        // The last row is that of the counted ones.
        (placed, left_over) = plot.in_rows(&bars, &clusters, plot.rows);
        if plot.rows == 0 {
            points.append(&mut left_over);
            clusters = plot.clustered(&mut points);
        }
    }
    let mut marks: Vec<LaneMark> =
        clusters.iter().map(|cluster| counted(cluster, &points, 0)).collect();
    marks.append(&mut placed);
    let clusters = plot.clustered(&mut left_over);
    marks.extend(clusters.iter().map(|cluster| counted(cluster, &left_over, plot.rows)));
    marks
}

/// An event and where its middle lies, in px.
type Point<'a> = (f64, &'a EventSpan);
/// An event with its ends, in px.
type Bar<'a> = (f64, f64, &'a EventSpan);

impl LanePlot {
    /// The ends of an event in px, which may lie far beyond what can be seen.
    fn ends(&self, span: &EventSpan) -> (f64, f64) {
        (self.scale.extended(span.start), self.scale.extended(span.end))
    }

    /// Sorts points by the px of their middle, and joins them.
    fn clustered(&self, points: &mut Vec<Point>) -> Vec<Cluster> {
        *points = self.sorted(points);
        let xs: Vec<f64> = points.iter().map(|(x, _)| *x).collect();
        // A point of the subject is drawn a px larger.
        cluster::join(&self.radii, &xs, (1.0, self.width - 1.0))
    }

    /// Points by the px of their middle, those of one px in the order in which they come: they are
    /// counted by px, for a sort of a hundred thousand takes longer than a frame.
    fn sorted<'a>(&self, points: &[Point<'a>]) -> Vec<Point<'a>> {
        let column = |x: f64| x.clamp(0.0, self.width) as usize;
        let mut places = vec![0; self.width as usize + 2];
        for (x, _) in points {
            places.get_mut(column(*x) + 1).into_iter().for_each(|count| *count += 1);
        }
        let mut start = 0;
        for place in &mut places {
            start += *place;
            *place = start;
        }
        let mut sorted = points.to_vec();
        for point in points {
            let Some(place) = places.get_mut(column(point.0)) else { continue };
            sorted.get_mut(*place).into_iter().for_each(|slot| *slot = *point);
            *place += 1;
        }
        sorted
    }

    /// The marks of bars that find room in so many rows, and what is left over.
    fn in_rows<'a>(
        &self,
        bars: &[Bar<'a>],
        clusters: &[Cluster],
        most: usize,
    ) -> (Vec<LaneMark>, Vec<Point<'a>>) {
        let mut rows = BarRows::new(clusters, most);
        let (mut marks, mut left_over) = (Vec::new(), Vec::new());
        for (from, to, span) in bars {
            let cut = (*from < 0.0, *to > self.width);
            let (from, to) = (from.max(0.0), to.min(self.width));
            let Some(row) = rows.take(from, to) else {
                left_over.push((f64::midpoint(from, to), *span));
                continue;
            };
            // Of a bar that is seen for a px or two only, as much stays.
            let to = if cut.1 { to } else { (to - BAR_GAP).max((from + 1.0).min(to)) };
            let form = match span.date {
                Some(date) => {
                    let at = self.scale.extended(date).clamp(from, to);
                    MarkForm::Dates { from, to, at }
                }
                None => MarkForm::Bar { from, to, cut },
            };
            marks.push(LaneMark {
                events: vec![span.event],
                rank: span.rank,
                subject: span.is_subject.then_some(span.event),
                is_only_subject: true,
                row,
                form,
                has_words: false,
            });
        }
        (marks, left_over)
    }
}

fn counted(cluster: &Cluster, points: &[Point], row: usize) -> LaneMark {
    let members = points.get(cluster.members.clone()).unwrap_or_default();
    let mut subjects = members.iter().filter(|(_, span)| span.is_subject);
    LaneMark {
        subject: subjects.next().map(|(_, span)| span.event),
        is_only_subject: subjects.next().is_none(),
        events: members.iter().map(|(_, span)| span.event).collect(),
        rank: members.iter().map(|(_, span)| span.rank).min().unwrap_or(usize::MAX),
        row,
        form: MarkForm::Round { x: cluster.x, radius: cluster.radius },
        has_words: false,
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
    fn new(points: &'a [Cluster], most: usize) -> Self {
        Self { points: points.iter().peekable(), ends: vec![f64::MIN; most] }
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
    use crate::layout::text::Typesetter;

    fn laid(spans: &[(f64, f64)]) -> Vec<LaneMark> {
        let span = |(event, (start, end)): (usize, &(f64, f64))| EventSpan {
            event,
            start: *start,
            end: *end,
            rank: event,
            is_subject: false,
            date: None,
        };
        let spans: Vec<_> = spans.iter().enumerate().map(span).collect();
        let plot = LanePlot {
            radii: Radii::new(Typesetter::new(&TableMeasure)),
            scale: Scale::new((0.0, 1000.0), 10.0, 1010.0),
            width: 1020.0,
            rows: MAX_ROWS,
        };
        marks(&plot, &mut spans.iter())
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
        assert_eq!(events, [vec![3, 1], vec![2], vec![0]]);
    }

    #[test]
    fn bars_without_room_are_counted() {
        let marks = laid(&[(0.0, 900.0); 20]);
        assert_eq!(marks.len(), MAX_ROWS + 1);
        let counted = marks.iter().find(|mark| mark.row == MAX_ROWS).unwrap();
        assert_eq!(counted.events.len(), 16);
    }

    #[test]
    fn a_bar_is_seen_as_far_as_the_window_goes() {
        let marks = laid(&[(-5000.0, 5000.0), (f64::NEG_INFINITY, 300.0), (900.0, f64::INFINITY)]);
        let form =
            |event: usize| marks.iter().find(|mark| mark.events == [event]).map(|it| &it.form);
        let bar = |from, to, cut| Some(MarkForm::Bar { from, to, cut });
        assert_eq!(form(0), bar(0.0, 1020.0, (true, true)).as_ref());
        assert_eq!(form(1), bar(0.0, 307.0, (true, false)).as_ref());
        assert_eq!(form(2), bar(910.0, 1020.0, (false, true)).as_ref());
    }
}
