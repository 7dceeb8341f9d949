//! A column of a chart: one series of points.

use super::claim::Sources;
use super::leaf::{Id, PlainText, PlainTextOrEmpty};
use super::list::List;
use super::object::object;
use super::of_kind::OwnAxis;
use super::value_axis::AxisValue;
use super::wrapper::{Nullable, OrDefault, WithDecimals, WithOffset};
use super::x_axis::{WrittenX, XValue};
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::limits::MOST_POINTS;
use crate::story::number::plain;
use crate::story::{ChartKind, Line, Status};

/// One entry for each point of a column.
type Points<S> = List<S, 0, MOST_POINTS>;

/// Values of x, each with its offset, for it must lie behind the one before.
type XValues = WithOffset<Points<WithOffset<XValue>>>;

/// Values of y; null is a gap.
type YValues = WithOffset<Points<Nullable<WithDecimals<AxisValue>>>>;

/// A value of y, with how many decimals it was written.
type WrittenY = Option<(f64, u8)>;

/// Ends of the band around a line, each with its offset; null where there is no y.
type BandValues = WithOffset<Points<WithOffset<Nullable<AxisValue>>>>;

/// The offset of an end of the band, and the end.
type BandEnd = (usize, Option<f64>);

/// Sizes of points, each with its offset, for it must not be negative.
type PointSizes = WithOffset<Points<WithOffset<f64>>>;

/// Names of points, each of which may be empty.
type PointLabels = WithOffset<Points<PlainTextOrEmpty>>;

/// A column as it is written.
#[derive(Default)]
pub(in crate::story) struct RawColumn {
    /// The offset at which it begins.
    pub(super) at: usize,
    pub(super) line: Line,
    x: (usize, Vec<(usize, WrittenX)>),
    y: (usize, Vec<WrittenY>),
    low: Option<(usize, Vec<BandEnd>)>,
    high: Option<(usize, Vec<BandEnd>)>,
    sizes: Option<(usize, Vec<(usize, f64)>)>,
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
        /// Numbers, or dates where the scale is `date`; ascending in a chart of lines or areas.
        x: XValues = it.x,
        /// One value per x; null is a gap.
        y: YValues = it.y,
        /// The lowest values of a band around a line; with `high`.
        low: Option<BandValues> = it.low,
        /// The highest values.
        high: Option<BandValues> = it.high,
        /// What the band is, such as `90% interval`; what sources give if left out.
        band: Option<PlainText> = it.line.band_label,
        /// How large each point is, as its area.
        size: Option<PointSizes> = it.sizes,
        /// Names of single points, as many as there are points; may be empty.
        labels: Option<PointLabels> = it.labels,
        /// Ids of the sources; those of the chart where left out.
        sources: Option<Sources> = it.sources,
        /// How firm the values are.
        status: Option<Status> = it.line.status,
        /// Never: a chart has one axis of values.
        axis: Option<OwnAxis> = None,
    }
    check RawColumn::settle
}

impl RawColumn {
    /// Settles sources, points and labels.
    fn settle(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        self.at = node.at;
        let named = self.sources.take();
        self.line.sources = named.unwrap_or_else(|| cx.inherited_sources(node.at));
        self.check_lengths(cx);
        let mut last = f64::NEG_INFINITY;
        let (_, ys) = std::mem::take(&mut self.y);
        for (place, (at, (x, decimals, date))) in self.x.1.iter().enumerate() {
            if *x <= last && cx.chart.kind.is_joined() {
                let right = "Put the points of a line or an area in ascending order, each x once.";
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
        self.settle_sizes(node.at, cx);
        self.settle_band(node.at, cx);
        true
    }

    /// Settles the sizes of its points.
    fn settle_sizes(&mut self, at: usize, cx: &mut Context) {
        let (sizes_at, sizes) = self.sizes.take().unwrap_or_default();
        let is_said = !sizes.is_empty();
        if is_said && !cx.chart.has_sizes {
            let right = "Say it in the chart: \"size\": {\"label\": \"Inhabitants\"}.";
            fault!(
                cx,
                sizes_at,
                "this chart does not say what the size of a point counts",
                "{right}"
            );
        } else if cx.chart.has_sizes && !is_said && cx.chart.kind == ChartKind::Scatter {
            let right = "Add \"size\", a list with one entry per x.";
            fault!(cx, at, "the points of this column have no size", "{right}");
        }
        if is_said {
            check_length(sizes_at, sizes.len(), self.line.x.len(), cx);
        }
        for (at, size) in sizes {
            if size < 0.0 {
                let right = "An area cannot be less than nothing; use another measure.";
                fault!(cx, at, "the size of a point is negative", "{right}");
            }
            self.line.sizes.push(size);
        }
    }

    /// Settles the band around its line.
    fn settle_band(&mut self, at: usize, cx: &mut Context) {
        let (low, high) = (self.low.take(), self.high.take());
        if low.is_none() && high.is_none() && self.line.band_label.is_none() {
            return;
        }
        if cx.chart.kind != ChartKind::Lines {
            let at = low.or(high).map_or(at, |(at, _)| at);
            let right = "Leave \"low\", \"high\" and \"band\" out.";
            fault!(cx, at, "only lines have a band around them", "{right}");
            return;
        }
        let (Some((low_at, low)), Some((high_at, high))) = (low, high) else {
            let right = "Write both \"low\" and \"high\".";
            fault!(cx, at, "a band needs both its ends", "{right}");
            return;
        };
        check_length(low_at, low.len(), self.line.x.len(), cx);
        check_length(high_at, high.len(), self.line.x.len(), cx);
        for (((at, low), (_, high)), y) in low.into_iter().zip(high).zip(&self.line.y) {
            let ends = match (low, *y, high) {
                (Some(low), Some(y), Some(high)) if low <= y && y <= high => Some((low, high)),
                (None, _, None) => None,
                _ => {
                    let [low, y, high] = [low, *y, high].map(|it| it.map_or("null".into(), plain));
                    let right = "Write low at most as large and high at least as large, or null for \
                                 both.";
                    fault!(cx, at, "{y} does not lie between low {low} and high {high}", "{right}");
                    return;
                }
            };
            self.line.band.push(ends);
        }
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
