//! Charts of columns: lines and points.

use super::chart_context::MOST_MARKS;
use super::column::RawColumn;
use super::leaf::PlainText;
use super::list::{List, UniqueIds};
use super::object::{keys, object};
use super::shape::Shape;
use super::value_axis::AxisValue;
use super::wrapper::OrDefault;
use super::x_axis::{WrittenX, XAxis, XInPlot};
use super::{Context, Node};
use crate::story::limits::MOST_SERIES;
use crate::story::{Annotation, Columns, Line};

/// Columns while they are read.
#[derive(Default)]
pub(in crate::story) struct ColumnData {
    axis: XAxis,
    lines: Vec<Line>,
    annotations: Vec<RawAnnotation>,
}

keys! {
    /// Long series over a common axis.
    "ColumnData" for ColumnData, |it| {
        /// The x axis.
        x: XAxis = it.axis,
        /// At least one and at most five.
        columns: AllColumns = it.lines,
        /// Remarks at a place of the plot.
        annotations: OrDefault<List<RawAnnotation, 0, MOST_MARKS>> = it.annotations,
    }
}

impl ColumnData {
    /// The columns and the remarks on them.
    pub(super) fn into_parts(self) -> (Columns, Vec<Annotation>) {
        let Self { axis: XAxis { scale, label }, lines, annotations } = self;
        let annotations = annotations.into_iter().map(RawAnnotation::settled).collect();
        (Columns { x: scale, x_label: label, lines }, annotations)
    }
}

/// The columns of a chart.
pub(in crate::story) struct AllColumns;

impl Shape for AllColumns {
    type Value = Vec<Line>;

    fn read(value: &mut Vec<Line>, node: Node<'_>, cx: &mut Context) -> bool {
        let mut raw_columns = Vec::new();
        let is_whole =
            UniqueIds::<List<RawColumn, 1, MOST_SERIES>>::read(&mut raw_columns, node, cx);
        let (mut first, mut last) = (f64::MAX, f64::MIN);
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

/// A remark as it is written.
#[derive(Default)]
pub(in crate::story) struct RawAnnotation {
    x: WrittenX,
    annotation: Annotation,
}

object! {
    /// A remark at a place of the plot.
    "ColumnAnnotation" for RawAnnotation, |it| {
        /// Where on the x axis.
        x: XInPlot = it.x,
        /// Where on the value axis.
        y: AxisValue = it.annotation.y,
        /// The remark.
        text: PlainText = it.annotation.text,
    }
}

impl RawAnnotation {
    fn settled(self) -> Annotation {
        let (x, _, date) = self.x;
        Annotation { x, date, ..self.annotation }
    }
}
