//! Charts of rows: bars, stacked bars, ranges.

use std::mem::take;

use super::chart::{Frame, MOST_SERIES};
use super::{Check, optional, words};
use crate::story::raw::{self, At, List, Spread};
use crate::story::{ChartKind, Number, Row, Rows, Series};

/// More rows than this are no chart but a register.
const MOST_ROWS: usize = 200;

impl Check<'_> {
    /// Series and rows.
    pub(super) fn rows(&mut self, data: &mut raw::RowData, frame: &Frame) -> Option<Rows> {
        let series = self.row_series(data.series.as_mut(), frame)?;
        if !self.has_length(&data.rows, 1, MOST_ROWS, "rows") {
            return None;
        }
        let raw = &mut data.rows.entries;
        self.unique(raw.iter().map(|row| &row.value.id).collect(), "rows");
        let mut rows = Vec::new();
        for row in raw.iter_mut() {
            rows.extend(self.row(row, series.len(), frame));
        }
        if rows.len() < raw.len() {
            return None;
        }
        if rows.iter().all(|row: &Row| row.values.iter().all(Option::is_none)) {
            let right = "Leave the chart out, or say what is missing in another.";
            self.faults.push(data.rows.at, "this chart has no value", right);
        }
        Some(Rows { series, rows })
    }

    /// What the values of a row are called.
    fn row_series(
        &mut self,
        named: Option<&mut List<raw::Series>>,
        frame: &Frame,
    ) -> Option<Vec<Series>> {
        let Some(named) = named else {
            if frame.kind == ChartKind::Bars {
                // Nothing to tell apart, so nothing to name.
                let only = Series { id: "value".into(), label: String::new(), subject: false };
                return Some(vec![only]);
            }
            let right = "Add \"series\" with an id and a label for each value of a row.";
            self.faults.push(frame.at, "this chart does not say what its values are", right);
            return None;
        };
        let (least, most) = if frame.kind == ChartKind::Ranges { (2, 2) } else { (1, MOST_SERIES) };
        self.unique(named.entries.iter().map(|series| &series.id).collect(), "series");
        self.has_length(named, least, most, "series")
            .then(|| named.entries.iter_mut().map(series).collect())
    }

    fn row(&mut self, row: &mut At<raw::Row>, series: usize, frame: &Frame) -> Option<Row> {
        let At { at, value: row } = row;
        let sources = self.sources_or(row.sources.as_ref(), &frame.inherited, *at);
        let values = self.values(row, series, *at)?;
        self.fit(&values, frame);
        Some(Row {
            id: take(&mut row.id.text),
            label: take(&mut row.label.0),
            detail: words(&mut row.detail),
            subject: row.subject.is_some_and(|subject| subject.0),
            values: values.iter().map(|value| value.map(|value| value.number)).collect(),
            annotation: words(&mut row.annotation),
            note: optional(&mut row.note),
            sources,
            status: row.status.map(|status| status.value),
            as_of: row.as_of.map(|day| day.date),
        })
    }

    /// The values of the row at the offset `at`, one per series.
    fn values(&mut self, row: &raw::Row, series: usize, at: usize) -> Option<Vec<Option<Spread>>> {
        let (values, at): (Vec<_>, _) = match (row.value, &row.values) {
            (Some(value), None) => (vec![Some(value)], value.at),
            (None, Some(values)) => {
                (values.entries.iter().map(|value| value.0).collect(), values.at)
            }
            (Some(_), Some(values)) => {
                let right = "Keep \"value\" for a single series, \"values\" for several.";
                self.faults.push(values.at, "this row has both a value and values", right);
                return None;
            }
            (None, None) => {
                let right = "Add \"value\", or \"values\" with one entry per series.";
                self.faults.push(at, "this row has no value", right);
                return None;
            }
        };
        if values.len() != series {
            let wrong = format!("the number of values is {}, of series {series}", values.len());
            let right = "Name every series, and write null where a row lacks a value.";
            self.faults.push(at, wrong, right);
            return None;
        }
        Some(values)
    }

    /// Notes values that the chart cannot show.
    fn fit(&mut self, values: &[Option<Spread>], frame: &Frame) {
        if frame.kind != ChartKind::Stacked {
            for Spread { at, number: Number { low, high, .. } } in values.iter().flatten() {
                let outside = |value| frame.domain.is_some_and(|(from, _)| value < from);
                self.within(frame, *at, if outside(*low) { *low } else { *high });
            }
            return;
        }
        let (mut first, mut sum) = (None, 0.0);
        for value in values.iter().flatten() {
            if value.number.low < 0.0 {
                let right = "Use a chart of bars for values below 0.";
                self.faults.push(value.at, "a part of a stacked bar cannot be negative", right);
            }
            first = first.or(Some(value.at));
            sum += value.number.value;
        }
        if let Some(first) = first {
            self.within(frame, first, sum);
        }
    }
}

/// The name of a column of values.
fn series(series: &mut raw::Series) -> Series {
    Series {
        id: take(&mut series.id.text),
        label: take(&mut series.label.0),
        subject: series.subject.is_some_and(|subject| subject.0),
    }
}
