//! A chart's mark in words: what a reader hears while walking through the values.

use super::stack::share_of;
use crate::layout::Mark;
use crate::story::{
    Chart, Columns, Data, Line, MessageKey, Messages, Notation, Number, Row, Rows, Status, number,
};

/// The words of a value, such as `John Wick, 2014: 87.8 million US dollars, sources
/// give 86 to 88.8`. Empty for a mark that is not in the chart.
pub fn sentence(chart: &Chart, mark: Mark, messages: &Messages) -> String {
    let Mark::Value { series, index } = mark else { return String::new() };
    let wording = Wording { chart, messages };
    let words = match &chart.data {
        Data::Rows(rows) => wording.row(rows, series, index),
        Data::Columns(columns) => wording.point(columns, series, index),
    };
    words.unwrap_or_default()
}

/// What a sentence is made with.
pub(super) struct Wording<'a> {
    pub(super) chart: &'a Chart,
    pub(super) messages: &'a Messages,
}

impl Wording<'_> {
    /// What a value is of, without the value.
    pub(super) fn label(&self, mark: Mark) -> Option<String> {
        let Mark::Value { series, index } = mark else { return None };
        let (label, series) = match &self.chart.data {
            Data::Rows(rows) => {
                let row = rows.rows.get(index)?;
                let label = self.detailed(row.label.clone(), row.detail.clone());
                (label, &rows.series.get(series)?.label)
            }
            Data::Columns(columns) => {
                let line = columns.lines.get(series)?;
                (self.place(columns, line, index)?, &line.series.label)
            }
        };
        Some(self.detailed(label, Some(series.clone())))
    }

    /// Where a point of a line stands.
    fn place(&self, columns: &Columns, line: &Line, index: usize) -> Option<String> {
        let x = columns.x_words(line, index, self.messages);
        match line.labels.get(index).filter(|label| !label.is_empty()) {
            Some(label) => Some(self.detailed(label.clone(), x)),
            None => x,
        }
    }

    fn row(&self, rows: &Rows, series: usize, index: usize) -> Option<String> {
        let row = rows.rows.get(index)?;
        let number = row.values.get(series)?.as_ref();
        let label = self.detailed(row.label.clone(), row.detail.clone());
        let value = self.value(number);
        let spread = number.and_then(|number| self.spread(number));
        let words = self.named(&label, &rows.series.get(series)?.label, &value);
        let words = self.detailed(words, self.share(series, index));
        let words = self.detailed(self.detailed(words, spread), row.annotation.clone());
        let cut = row.is_cut.then(|| self.messages.text(MessageKey::ChartCut).to_owned());
        let words = self.detailed(words, cut);
        Some(self.detailed(self.detailed(words, self.status(row.status)), self.as_of(row)))
    }

    fn point(&self, columns: &Columns, series: usize, index: usize) -> Option<String> {
        let line = columns.lines.get(series)?;
        line.y.get(index)?;
        let value = self.value(line.value(index).as_ref());
        let label = self.place(columns, line, index)?;
        let words = self.named(&label, &line.series.label, &value);
        let words = self.detailed(words, self.share(series, index));
        let words = self.detailed(words, self.band(line, index));
        let words = self.detailed(words, self.size(columns, line, index));
        Some(self.detailed(words, self.status(line.status)))
    }

    /// The share that a value has, where the chart shows shares.
    fn share(&self, series: usize, index: usize) -> Option<String> {
        let share = share_of(self.chart, Mark::Value { series, index })?;
        Some(number::percent(share, self.messages))
    }

    /// The band around a value: by its name, or as what sources give.
    fn band(&self, line: &Line, index: usize) -> Option<String> {
        let number = line.value(index)?;
        let Some(name) = &line.band_label else { return self.spread(&number) };
        let parts = [("label", name.as_str()), ("value", &number.spread(self.messages)?)];
        Some(self.messages.fill(MessageKey::ChartValue, &parts))
    }

    /// The size of a point.
    fn size(&self, columns: &Columns, line: &Line, index: usize) -> Option<String> {
        let size = columns.size.as_ref()?;
        let words = number::format(*line.sizes.get(index)?, self.messages);
        let words = size.unit.beside(&words, self.messages);
        let parts = [("label", size.label.as_str()), ("value", &words)];
        Some(self.messages.fill(MessageKey::ChartValue, &parts))
    }

    fn named(&self, label: &str, series: &str, value: &str) -> String {
        if series.is_empty() {
            return self
                .messages
                .fill(MessageKey::ChartValue, &[("label", label), ("value", value)]);
        }
        let parts = [("label", label), ("series", series), ("value", value)];
        self.messages.fill(MessageKey::ChartSeriesValue, &parts)
    }

    /// A number with the chart's unit, or that there is none.
    fn value(&self, number: Option<&Number>) -> String {
        let Some(number) = number else {
            return self.messages.text(MessageKey::ChartNoValue).to_owned();
        };
        self.with_unit(&number.words(Notation::Standard, self.messages))
    }

    /// The words of a number with the chart's unit.
    pub(super) fn with_unit(&self, number: &str) -> String {
        self.chart.unit.beside(number, self.messages)
    }

    fn spread(&self, number: &Number) -> Option<String> {
        let spread = number.spread(self.messages)?;
        Some(self.messages.fill(MessageKey::SourcesDiffer, &[("spread", &spread)]))
    }

    fn status(&self, status: Option<Status>) -> Option<String> {
        Some(self.messages.text(status?.name()).to_owned())
    }

    fn as_of(&self, row: &Row) -> Option<String> {
        let date = row.as_of?.words(self.messages);
        Some(self.messages.fill(MessageKey::AsOf, &[("date", &date)]))
    }

    /// `words, detail`, if there is a detail.
    fn detailed(&self, words: String, detail: Option<String>) -> String {
        match detail.filter(|detail| !detail.is_empty()) {
            Some(detail) => self
                .messages
                .fill(MessageKey::ChartDetail, &[("words", &words), ("detail", &detail)]),
            None => words,
        }
    }
}
