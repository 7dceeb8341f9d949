//! Which role each series of a chart is drawn in.
//!
//! The subject is the accent, all else is muted. Series that a reader must tell
//! apart take the set of series colours.

use crate::layout::{Fill, Ink};
use crate::story::{Columns, Line, Rows, Series};

/// The roles of the series of a chart.
#[derive(Clone, Debug)]
pub(super) struct Palette {
    series: Vec<Ink>,
    /// Two series in the two tints of the row's own colour.
    tinted: bool,
    /// Rows have no colour of their own.
    by_series: bool,
    /// All but a few series are grey.
    has_focus: bool,
}

impl Palette {
    /// Roles for a list of rows.
    pub(super) fn rows(rows: &Rows) -> Self {
        let subject_rows = rows.rows.iter().any(|row| row.subject);
        let subject_series = rows.series.iter().any(|series| series.subject);
        let tinted = rows.series.len() == 2 && !rows.is_part() && subject_rows && !subject_series;
        let by_series = subject_series || (rows.has_named_series() && !tinted);
        Self { tinted, by_series, ..Self::series(rows.series.iter()) }
    }

    /// Roles for a list of ranges: their ends differ in form, so that the row has the colour.
    pub(super) fn ranges(rows: &Rows) -> Self {
        let by_series = rows.series.iter().any(|series| series.subject);
        Self { by_series, ..Self::series(rows.series.iter()) }
    }

    /// Roles for the lines of a chart of columns: of many, the subject and the one in focus have
    /// colours, the rest is grey.
    pub(super) fn lines(columns: &Columns, focus: Option<usize>) -> Self {
        let palette = Self::series(columns.lines.iter().map(|line| &line.series));
        if !columns.has_focus() {
            return palette;
        }
        let focus = focus.unwrap_or_else(|| columns.first_focus());
        let ink = |(index, line): (usize, &Line)| match line.series.subject {
            true => Ink::Accent,
            false if index == focus => Ink::Series(0),
            false => Ink::Muted,
        };
        let series = columns.lines.iter().enumerate().map(ink).collect();
        Self { series, has_focus: true, ..palette }
    }

    /// Whether a line is one of the many that are not in focus.
    pub(super) fn is_grey(&self, index: usize) -> bool {
        self.has_focus && self.series.get(index) == Some(&Ink::Muted)
    }

    /// Roles for series. Where a reader has left some out, the others keep theirs.
    pub(super) fn series<'a>(series: impl Iterator<Item = &'a Series>) -> Self {
        let series: Vec<&Series> = series.collect();
        let others = series.iter().filter(|series| !series.subject).count();
        let mut next = 0..=u8::MAX;
        let ink = |series: &&Series| {
            if series.subject {
                return Ink::Accent;
            }
            let (nth, others) = series.among.unwrap_or((next.next().unwrap_or(0), others));
            if others == 1 { Ink::Muted } else { Ink::Series(nth) }
        };
        Self {
            series: series.iter().map(ink).collect(),
            tinted: false,
            by_series: true,
            has_focus: false,
        }
    }

    /// The colour of a value of a row.
    pub(super) fn fill(&self, series: usize, subject_row: bool) -> Fill {
        let ink = self.ink(series, subject_row);
        let soft = if self.tinted { series == 1 } else { ink == Ink::Muted };
        if soft { ink.soft() } else { ink.solid() }
    }

    /// The role of a value of a row.
    pub(super) fn ink(&self, series: usize, subject_row: bool) -> Ink {
        if self.by_series {
            return self.series.get(series).copied().unwrap_or(Ink::Muted);
        }
        if subject_row { Ink::Accent } else { Ink::Muted }
    }
}
