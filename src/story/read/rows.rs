//! Charts of rows, such as bars.

use super::leaf::{Id, PlainText};
use super::list::{List, UniqueIds, has_length};
use super::object::{keys, object};
use super::of_kind::{Donut, OfKind, OwnAxis, StackParts};
use super::row::RawRow;
use super::shape::Shape;
use super::wrapper::OrDefault;
use super::{Context, Node};
use crate::story::chart::whole_and_cut;
use crate::story::fault::fault;
use crate::story::limits::{BEYOND_WHOLE, MOST_ROWS};
use crate::story::{ChartKind, Number, Orientation, Row, Rows, Series, SeriesMark};

keys! {
    /// A list of things, each with its values.
    "RowData" for Rows, |it| {
        /// Upright bars turn to horizontal ones where their names find no room.
        orientation: OrDefault<OfKind<Orientation>> = it.orientation,
        /// Stacked values, or shares of their sum.
        stack: OrDefault<OfKind<StackParts>> = it.stack,
        /// A ring, not a bar.
        donut: OrDefault<OfKind<Donut>> = it.is_donut,
        /// What each column of values is called; may be left out where each row has one value.
        series: OrDefault<AllSeries> = it.series,
        /// At least one.
        rows: AllRows = it.rows,
    }
}

object! {
    /// What one column of values is called.
    "Series" for Series, |it| {
        /// Its id, unique in the chart.
        id: Id = it.id,
        /// Its name.
        label: PlainText = it.label,
        /// Drawn in the colour of the subject.
        subject: OrDefault<bool> = it.subject,
        /// `line` goes across upright bars.
        mark: OrDefault<OfKind<SeriesMark>> = it.mark,
        /// Never: a chart has one axis of values.
        axis: Option<OwnAxis> = None,
    }
}

/// What the values of the rows are called.
pub(in crate::story) struct AllSeries;

impl Shape for AllSeries {
    type Value = Vec<Series>;

    fn read(value: &mut Vec<Series>, node: Node<'_>, cx: &mut Context) -> bool {
        let is_whole = UniqueIds::<List<Series>>::read(value, node, cx)
            && has_length(node.at, value.len(), cx.chart.kind.series_bounds(), cx);
        if is_whole && value.iter().all(|series| series.mark == SeriesMark::Line) {
            let right = "Leave \"mark\" out of one, or make a chart of the kind \"lines\".";
            fault!(cx, node.at, "no series of this chart of bars is drawn as bars", "{right}");
        }
        cx.chart.series_count = is_whole.then_some(value.len());
        is_whole
    }
}

impl Rows {
    /// Names what needs no name; `at` is the offset of the chart.
    pub(super) fn name_series(&mut self, at: usize, cx: &mut Context) -> bool {
        if !self.series.is_empty() {
            return true;
        }
        if cx.chart.kind.may_be_nameless() {
            // Nothing to tell apart, so nothing to name.
            self.series.push(Series { id: "value".into(), ..Series::default() });
            return true;
        }
        let right = "Add \"series\" with an id and a label for each value of a row.";
        fault!(cx, at, "this chart does not say what its values are", "{right}");
        false
    }
}

/// The rows of a chart, at least one of which has a value.
pub(in crate::story) struct AllRows;

impl Shape for AllRows {
    type Value = Vec<Row>;

    fn read(value: &mut Vec<Row>, node: Node<'_>, cx: &mut Context) -> bool {
        let mut raw_rows = Vec::new();
        let kind = cx.chart.kind;
        // One part alone is the whole.
        let least = if kind == ChartKind::Shares { 2 } else { 1 };
        let is_whole = UniqueIds::<List<RawRow, 1, MOST_ROWS>>::read(&mut raw_rows, node, cx)
            && has_length(node.at, raw_rows.len(), (least, kind.most_rows()), cx);
        let (mut is_empty, mut dates) = (true, 0);
        for RawRow { row, .. } in raw_rows {
            is_empty &= row.values.iter().all(|it| is_nothing(*it, cx));
            dates += usize::from(row.date.is_some());
            value.push(row);
        }
        let is_whole = is_whole && can_be_cut(value, node.at, cx);
        if is_whole && dates > 0 && dates < value.len() {
            let right = "Give each row its \"date\", or none.";
            fault!(cx, node.at, "only some rows of this chart have a date", "{right}");
        }
        if is_whole && is_empty && cx.chart.series_count.is_some() {
            let right = "Leave the chart out, or say what is missing in another.";
            fault!(cx, node.at, "this chart has no value", "{right}");
        }
        is_whole
    }
}

/// Whether the bars that are to be cut short can be; notes it if not.
fn can_be_cut(rows: &[Row], at: usize, cx: &mut Context) -> bool {
    let Some((whole, least_cut)) = whole_and_cut(rows) else { return true };
    let leave_whole = "Cut only what dwarfs all others, and leave these whole.";
    let (wrong, right) = if cx.chart.kind != ChartKind::Bars {
        ("only a bar can be cut short", "Leave \"cut\" out.")
    } else if cx.chart.domain.is_some() {
        ("on an axis with fixed ends no bar is cut short", "Leave \"cut\" out, or the domain.")
    } else if whole == 0.0 {
        ("no bar above 0 is left whole", leave_whole)
    } else if least_cut <= (whole * BEYOND_WHOLE).max(cx.chart.marked[1].0) {
        ("a bar that is cut short is hardly longer than the others or a reference", leave_whole)
    } else {
        return true;
    };
    fault!(cx, at, "{wrong}", "{right}");
    false
}

/// Whether a value leaves nothing to see: there is none, or a part of a whole that is nothing.
fn is_nothing(value: Option<Number>, cx: &Context) -> bool {
    let is_part = cx.chart.kind == ChartKind::Shares;
    value.is_none_or(|number| is_part && number.value == 0.0)
}
