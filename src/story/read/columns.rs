//! Charts of columns: lines and points.

use super::chart::{AxisValue, MOST_MARKS, MOST_SERIES};
use super::claim::Sources;
use super::fields::{Shape, keys, object};
use super::leaf::{Id, PlainText, PlainTextOrEmpty};
use super::list::{List, UniqueIds};
use super::wrapper::{Nullable, OrDefault, WithOffset};
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::{Annotation, ChartKind, Columns, Date, Line, Status, XScale};

/// Columns while they are read.
#[derive(Default)]
pub(in crate::story) struct ColumnData {
    axis: XAxis,
    lines: Vec<Line>,
    annotations: Vec<Annotation>,
}

/// The x axis.
#[derive(Default)]
pub(in crate::story) struct XAxis {
    scale: XScale,
    label: Option<String>,
}

keys! {
    /// Long series over a common axis.
    "ColumnData" for ColumnData, |it| {
        /// The x axis.
        x: XAxis = it.axis,
        /// At least one and at most five.
        columns: AllColumns = it.lines,
        /// Remarks at a place of the plot.
        annotations: OrDefault<List<Annotation, 0, MOST_MARKS>> = it.annotations,
    }
}

object! {
    /// The x axis.
    "X" for XAxis, |it| {
        /// What it counts; numbers if left out.
        scale: OrDefault<XScale> = it.scale,
        /// Its name.
        label: Option<PlainText> = it.label,
    }
    check XAxis::keep_scale
}

impl XAxis {
    fn keep_scale(&mut self, _: Node<'_>, cx: &mut Context) -> bool {
        cx.chart.scale = Some(self.scale);
        true
    }
}

impl ColumnData {
    /// The columns and the remarks on them.
    pub(super) fn into_parts(self) -> (Columns, Vec<Annotation>) {
        let Self { axis: XAxis { scale, label }, lines, annotations } = self;
        (Columns { x: scale, x_label: label, lines }, annotations)
    }
}

/// The columns of a chart.
pub(in crate::story) struct AllColumns;

impl Shape for AllColumns {
    type Value = Vec<Line>;

    fn read(value: &mut Vec<Line>, node: Node<'_>, cx: &mut Context) -> bool {
        let mut forms = Vec::new();
        let is_whole = UniqueIds::<List<RawColumn, 1, MOST_SERIES>>::read(&mut forms, node, cx);
        let (mut first, mut last) = (f64::MAX, f64::MIN);
        for RawColumn { line, .. } in forms {
            for x in &line.x {
                (first, last) = (first.min(*x), last.max(*x));
            }
            value.push(line);
        }
        cx.chart.span = is_whole.then_some((first, last));
        is_whole
    }
}

/// A place on the x axis: where it is, and how it was written if it is a date.
type WrittenX = (f64, Option<Date>);

/// A column while it is read.
#[derive(Default)]
pub(in crate::story) struct RawColumn {
    line: Line,
    x: (usize, Vec<(usize, WrittenX)>),
    y: (usize, Vec<Option<f64>>),
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
        x: WithOffset<List<WithOffset<XValue>>> = it.x,
        /// One value per x; null is a gap.
        y: WithOffset<List<Nullable<AxisValue>>> = it.y,
        /// Names of single points, as many as there are points; may be empty.
        labels: Option<WithOffset<List<PlainTextOrEmpty>>> = it.labels,
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
        for (at, (x, date)) in &self.x.1 {
            if *x <= last && cx.chart.kind == ChartKind::Lines {
                let right = "Put the points of a line in ascending order, each x once.";
                fault!(cx, *at, "this x does not lie behind the last", "{right}");
                return false;
            }
            last = *x;
            self.line.x.push(*x);
            self.line.dates.extend(*date);
        }
        self.line.y = std::mem::take(&mut self.y.1);
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

/// A place on the x axis.
pub(in crate::story) struct XValue;

impl Shape for XValue {
    type Value = WrittenX;

    fn read(value: &mut WrittenX, node: Node<'_>, cx: &mut Context) -> bool {
        if node.string().is_none() {
            return f64::read(&mut value.0, node, cx) && is_on(XScale::Number, node, cx);
        }
        let mut date = Date::default();
        if !Date::read(&mut date, node, cx) || !is_on(XScale::Date, node, cx) {
            return false;
        }
        let Date::At(moment) = date else {
            let right = "Write a year, a month or a day, such as \"2025-06\".";
            fault!(cx, node.at, "a point needs a single date", "{right}");
            return false;
        };
        *value = (f64::from(moment.start()), Some(date));
        true
    }
}

/// Whether the axis takes values of this kind; notes it if not.
fn is_on(kind: XScale, node: Node<'_>, cx: &mut Context) -> bool {
    let is_on = cx.chart.scale.is_none_or(|scale| scale == kind);
    if !is_on {
        let (wrong, right) = match kind {
            XScale::Number => (
                "expected a date, found a number",
                "Write dates such as \"2025-06\" in quotes, or give the axis the scale \"number\".",
            ),
            XScale::Date => (
                "expected a number, found a date",
                "Write numbers, or give the axis the scale \"date\".",
            ),
        };
        fault!(cx, node.at, "{wrong}", "{right}");
    }
    is_on
}

object! {
    /// A remark at a place of the plot.
    "ColumnAnnotation" for Annotation, |it| {
        /// Where on the x axis.
        x: XInPlot = it.x,
        /// Where on the value axis.
        y: AxisValue = it.y,
        /// The remark.
        text: PlainText = it.text,
    }
}

/// A place on the x axis between the first point and the last.
pub(in crate::story) struct XInPlot;

impl Shape for XInPlot {
    type Value = f64;

    fn read(value: &mut f64, node: Node<'_>, cx: &mut Context) -> bool {
        let mut position = WrittenX::default();
        let is_whole = XValue::read(&mut position, node, cx);
        *value = position.0;
        if let Some((first, last)) = cx.chart.span
            && is_whole
            && !(first <= *value && *value <= last)
        {
            let right = "Move it between the first and the last point.";
            fault!(cx, node.at, "this remark lies outside the plot", "{right}");
        }
        is_whole
    }
}
