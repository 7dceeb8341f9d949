//! A column of a chart: one series of points.

use super::claim::Sources;
use super::leaf::{Id, PlainText, PlainTextOrEmpty};
use super::list::List;
use super::object::object;
use super::value_axis::AxisValue;
use super::wrapper::{Nullable, OrDefault, WithDecimals, WithOffset};
use super::x_axis::{WrittenX, XValue};
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::{ChartKind, Line, Status};

/// Values of x, each with its offset, for it must lie behind the one before.
type XValues = WithOffset<List<WithOffset<XValue>>>;

/// Values of y; null is a gap.
type YValues = WithOffset<List<Nullable<WithDecimals<AxisValue>>>>;

/// A value of y, with how many decimals it was written.
type WrittenY = Option<(f64, u8)>;

/// Names of points, each of which may be empty.
type PointLabels = WithOffset<List<PlainTextOrEmpty>>;

/// A column as it is written.
#[derive(Default)]
pub(in crate::story) struct RawColumn {
    pub(super) line: Line,
    x: (usize, Vec<(usize, WrittenX)>),
    y: (usize, Vec<WrittenY>),
    labels: Option<(usize, Vec<String>)>,
    sources: Option<Vec<usize>>,
}

object! {
    /// One series of points.
    "Column" for RawColumn, |it| {
        /// Its id, unique in the chart.
        id: Id = it.line.series.id,
        /// Its name.
        label: PlainText = it.line.series.label,
        /// Drawn in the colour of the subject.
        subject: OrDefault<bool> = it.line.series.subject,
        /// Numbers, or dates where the scale is `date`; ascending in a chart of lines.
        x: XValues = it.x,
        /// One value per x; null is a gap.
        y: YValues = it.y,
        /// Names of single points, as many as there are points; may be empty.
        labels: Option<PointLabels> = it.labels,
        /// Ids of the sources; those of the chart where left out.
        sources: Option<Sources> = it.sources,
        /// How firm the values are.
        status: Option<Status> = it.line.status,
    }
    check RawColumn::settle
}

impl RawColumn {
    /// Settles sources, points and labels.
    fn settle(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        let named = self.sources.take();
        self.line.sources = named.unwrap_or_else(|| cx.inherited_sources(node.at));
        self.check_lengths(cx);
        let mut last = f64::NEG_INFINITY;
        let (_, ys) = std::mem::take(&mut self.y);
        for (place, (at, (x, decimals, date))) in self.x.1.iter().enumerate() {
            if *x <= last && cx.chart.kind == ChartKind::Lines {
                let right = "Put the points of a line in ascending order, each x once.";
                fault!(cx, *at, "this x does not lie behind the last", "{right}");
                return false;
            }
            last = *x;
            self.line.x.push(*x);
            self.line.dates.extend(*date);
            let y = ys.get(place).copied().flatten();
            let y_decimals = y.map_or(0, |(_, decimals)| decimals).max(cx.chart.axis.1);
            self.line.decimals.push([*decimals, y_decimals]);
        }
        self.line.y = ys.into_iter().map(|y| Some(y?.0)).collect();
        self.line.labels = self.labels.take().unwrap_or_default().1;
        true
    }

    /// Notes what is wrong with the number of its points.
    fn check_lengths(&self, cx: &mut Context) {
        let (x_at, length) = (self.x.0, self.x.1.len());
        let (y_at, y) = &self.y;
        if length == 0 {
            fault!(cx, x_at, "this column has no point", "Add one, or leave it out.");
        }
        check_length(*y_at, y.len(), length, cx);
        if let Some((at, labels)) = &self.labels {
            check_length(*at, labels.len(), length, cx);
        }
        if length > 0 && y.iter().all(Option::is_none) {
            fault!(cx, *y_at, "this column has no value", "Add one, or leave it out.");
        }
    }
}

/// Notes a list that has not one entry per x.
fn check_length(at: usize, found: usize, length: usize, cx: &mut Context) {
    if found != length {
        let right = "Write one entry per x.";
        fault!(cx, at, "this list has {found} entries, x has {length}", "{right}");
    }
}
