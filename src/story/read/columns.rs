//! Charts of columns: lines, areas, points.

use super::column::RawColumn;
use super::leaf::PlainText;
use super::list::{List, UniqueIds, has_length};
use super::object::{keys, object};
use super::of_kind::{OfKind, SHARES, StackParts};
use super::shape::Shape;
use super::value_axis::AxisValue;
use super::wrapper::OrDefault;
use super::x_axis::{XAxis, XPlace, XStretch};
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::limits::{MOST_LINES, MOST_MARKS};
use crate::story::{Annotation, ChartKind, Columns, Curve, Line, PointSize, Stack};

/// Columns while they are read.
#[derive(Default)]
pub(in crate::story) struct ColumnData {
    axis: XAxis,
    curve: Curve,
    stack: Stack,
    size: Option<PointSize>,
    lines: Vec<Line>,
    annotations: Vec<RawAnnotation>,
}

keys! {
    /// Long series over a common axis.
    "ColumnData" for ColumnData, |it| {
        /// The x axis.
        x: XAxis = it.axis,
        /// `step` holds each value until the next.
        curve: OrDefault<OfKind<Curve>> = it.curve,
        /// Stacked values, or shares of their sum.
        stack: OrDefault<OfKind<StackParts>> = it.stack,
        /// What the sizes of points count.
        size: Option<SizeOfPoints> = it.size,
        /// At least one and at most twelve, of areas five.
        columns: AllColumns = it.lines,
        /// Remarks at a place of the plot.
        annotations: OrDefault<List<RawAnnotation, 0, MOST_MARKS>> = it.annotations,
    }
}

impl ColumnData {
    /// The columns and the remarks on them.
    pub(super) fn into_parts(self) -> (Columns, Vec<Annotation>) {
        let Self { axis: XAxis { axis, label }, curve, stack, size, lines, annotations } = self;
        let annotations = annotations.into_iter().map(|raw| raw.annotation).collect();
        (Columns { x: axis, x_label: label, lines, curve, stack, size }, annotations)
    }
}

/// What the sizes of points count.
pub(in crate::story) struct SizeOfPoints;

impl Shape for SizeOfPoints {
    type Value = PointSize;

    fn read(value: &mut PointSize, node: Node<'_>, cx: &mut Context) -> bool {
        // Whatever is wrong with it, the columns are looked at as its points.
        cx.chart.has_sizes = true;
        OfKind::<PointSize>::read(value, node, cx)
    }
}

/// The columns of a chart.
pub(in crate::story) struct AllColumns;

impl Shape for AllColumns {
    type Value = Vec<Line>;

    fn read(value: &mut Vec<Line>, node: Node<'_>, cx: &mut Context) -> bool {
        let mut raw_columns = Vec::new();
        let is_whole =
            UniqueIds::<List<RawColumn, 1, MOST_LINES>>::read(&mut raw_columns, node, cx)
                && has_length(node.at, raw_columns.len(), cx.chart.kind.series_bounds(), cx);
        let (mut first, mut last) = (f64::MAX, f64::MIN);
        if is_whole && cx.chart.kind == ChartKind::Areas {
            check_stack(&raw_columns, cx);
        }
        for RawColumn { line, .. } in raw_columns {
            for x in &line.x {
                (first, last) = (first.min(*x), last.max(*x));
            }
            value.push(line);
        }
        cx.chart.x_range = is_whole.then_some((first, last));
        is_whole
    }
}

/// Notes areas that cannot be stacked.
fn check_stack(columns: &[RawColumn], cx: &mut Context) {
    let [first, others @ ..] = columns else { return };
    let is_negative = |column: &&RawColumn| column.line.y.iter().flatten().any(|y| *y < 0.0);
    if others.is_empty() && cx.chart.stack == Stack::Absolute {
        return;
    }
    if let Some(other) = others.iter().find(|column| column.line.x != first.line.x) {
        let right = "Give each column the same x, with null where it has no figure.";
        fault!(cx, other.at, "areas are stacked, so their columns need the same x", "{right}");
    } else if let Some(negative) = columns.iter().find(is_negative) {
        let right = "Use a chart of lines for values below 0.";
        fault!(cx, negative.at, "a part of a stack of areas cannot be negative", "{right}");
    } else {
        // Where one is missing, all above it are.
        let sum = |place: usize| {
            let value = |column: &RawColumn| column.line.y.get(place).copied().flatten();
            columns.iter().map_while(value).sum::<f64>()
        };
        let _ = (0..first.line.y.len()).all(|place| cx.check_on_axis(first.at, sum(place)));
    }
}

/// A remark as it is written.
#[derive(Default)]
pub(in crate::story) struct RawAnnotation {
    x: XStretch,
    annotation: Annotation,
}

object! {
    /// A remark at a point, at a place of the x axis, or along a stretch of it.
    "ColumnAnnotation" for RawAnnotation, |it| {
        /// Where on the x axis, or from where to where.
        x: XPlace = it.x,
        /// Where on the value axis; left out for all of the height.
        y: Option<AxisValue> = it.annotation.y,
        /// The remark.
        text: PlainText = it.annotation.text,
    }
    check RawAnnotation::settle
}

impl RawAnnotation {
    /// Settles its place.
    fn settle(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        let ((x, _, date), end) = self.x;
        let (end, end_date) = end.map_or((None, None), |(end, _, date)| (Some(end), date));
        let annotation = std::mem::take(&mut self.annotation);
        self.annotation = Annotation { x, end, dates: [date, end_date], ..annotation };
        if cx.chart.stack == Stack::Percent {
            cx.check_within(node.at, self.annotation.y.unwrap_or_default(), SHARES);
        }
        let is_wrong = end.is_some() && self.annotation.y.is_some();
        if is_wrong {
            let right = "Leave \"y\" out, or write a single x.";
            fault!(cx, node.at, "a stretch of the x axis has no height", "{right}");
        }
        !is_wrong
    }
}
