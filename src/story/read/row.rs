//! A row of a chart: one thing and its values.

use super::claim::Sources;
use super::leaf::{Id, PlainText};
use super::list::List;
use super::object::object;
use super::shape::Shape;
use super::wrapper::{Nullable, OrDefault, WithOffset};
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::{ChartKind, Date, Number, Row, Stack, Status, Text};

/// Values, one per series, each of which may be null where no figure was found.
type RowValues = List<WithOffset<Nullable<RowValue>>>;

/// A value of a row and its offset; none where no figure was found.
type ValueAtOffset = (usize, Option<Number>);

/// A row as it is written.
#[derive(Default)]
pub(in crate::story) struct RawRow {
    pub(super) row: Row,
    value: Option<ValueAtOffset>,
    values: Option<(usize, Vec<ValueAtOffset>)>,
    sources: Option<Vec<usize>>,
}

object! {
    /// One thing, with one `value` or a list of `values`.
    "Row" for RawRow, |it| {
        /// Its id, unique in the chart.
        id: Id = it.row.id,
        /// Its name.
        label: PlainText = it.row.label,
        /// When it was; upright bars stand there. All rows have one, or none.
        date: Option<Date> = it.row.date,
        /// Set lighter behind the name, such as a year.
        detail: Option<PlainText> = it.row.detail,
        /// Drawn in the colour of the subject.
        subject: OrDefault<bool> = it.row.subject,
        /// The value of a single series; null if unknown.
        value: Option<WithOffset<Nullable<RowValue>>> = it.value,
        /// Its values, one per series; null if unknown.
        values: Option<WithOffset<RowValues>> = it.values,
        /// Words to stand behind the value, such as a ratio.
        annotation: Option<PlainText> = it.row.annotation,
        /// A remark for the table and for speech.
        note: Option<Text> = it.row.note,
        /// Ids of the sources; those of the chart where left out.
        sources: Option<Sources> = it.sources,
        /// Its bar is cut short, for it dwarfs the others.
        cut: OrDefault<bool> = it.row.is_cut,
        /// How firm the values are.
        status: Option<Status> = it.row.status,
        /// The day up to which they hold.
        as_of: Option<Date> = it.row.as_of,
    }
    check RawRow::settle
}

impl RawRow {
    /// Settles sources and values.
    fn settle(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        let named = self.sources.take();
        self.row.sources = named.unwrap_or_else(|| cx.inherited_sources(node.at));
        let (at, wrong, right) = match (self.value.take(), self.values.take()) {
            (Some(value), None) => return self.fill(value.0, &[value], cx),
            (None, Some((at, values))) => return self.fill(at, &values, cx),
            (Some(_), Some((at, _))) => (
                at,
                "this row has both a value and values",
                "Keep \"value\" for a single series, \"values\" for several.",
            ),
            (None, None) => (
                node.at,
                "this row has no value",
                "Add \"value\", or \"values\" with one entry per series.",
            ),
        };
        fault!(cx, at, "{wrong}", "{right}");
        false
    }

    /// Fills in the values, which stand at the offset `at`, one per series.
    fn fill(&mut self, at: usize, values: &[ValueAtOffset], cx: &mut Context) -> bool {
        let (mut up, mut down) = (0.0, 0.0);
        for (at, value) in values {
            let size = value.map_or(0.0, |value| value.value);
            *(if size < 0.0 { &mut down } else { &mut up }) += size;
            if value.is_none() && cx.chart.kind == ChartKind::Shares {
                let right = "Without it the whole is not known: leave the chart out, or use bars.";
                fault!(cx, *at, "a part of a whole needs its figure", "{right}");
            }
            self.row.values.push(*value);
        }
        let length = values.len();
        if let Some(series) = cx.chart.series_count
            && series != length
        {
            fault!(
                cx,
                at,
                "the number of values is {length}, of series {series}",
                "Name every series, and write null where a row lacks a value."
            );
            return false;
        }
        let first = values.iter().find(|(_, value)| value.is_some());
        if let Some((first, _)) = first
            && cx.chart.kind == ChartKind::Stacked
        {
            cx.check_on_axis(*first, up);
            cx.check_on_axis(*first, down);
        }
        true
    }
}

/// A value of a row.
pub(in crate::story) struct RowValue;

impl Shape for RowValue {
    type Value = Number;

    fn read(value: &mut Number, node: Node<'_>, cx: &mut Context) -> bool {
        if !Number::read(value, node, cx) {
            return false;
        }
        let Number { low, high, .. } = *value;
        value.decimals = value.decimals.map(|decimals| decimals.max(cx.chart.axis.1));
        if cx.chart.kind != ChartKind::Stacked {
            let _ = cx.check_on_axis(node.at, low) && cx.check_on_axis(node.at, high);
        }
        let is_share = cx.chart.stack == Stack::Percent || cx.chart.kind == ChartKind::Shares;
        if is_share && low < 0.0 {
            let right = "Use a chart of bars for values below 0.";
            fault!(cx, node.at, "a part of a whole cannot be negative", "{right}");
        }
        true
    }
}
