//! Which role each series of a chart is drawn in.
//!
//! The subject is the accent, all else is muted. Series that a reader must tell
//! apart take the set of series colours.

use crate::layout::{Fill, Ink};
use crate::story::{Rows, Series};

/// The roles of the series of a chart.
#[derive(Clone, Debug)]
pub(super) struct Palette {
    series: Vec<Ink>,
    /// Two series in the two tints of the row's own colour.
    tinted: bool,
    /// Rows have no colour of their own.
    by_series: bool,
}

impl Palette {
    /// Roles for a list of rows.
    pub(super) fn rows(rows: &Rows) -> Self {
        let subject_rows = rows.rows.iter().any(|row| row.subject);
        let subject_series = rows.series.iter().any(|series| series.subject);
        let tinted = rows.series.len() == 2 && subject_rows && !subject_series;
        let by_series = subject_series || (rows.series.len() > 1 && !tinted);
        Self { tinted, by_series, ..Self::series(rows.series.iter()) }
    }

    /// Roles for a list of ranges: their ends differ in form, so that the row has the colour.
    pub(super) fn ranges(rows: &Rows) -> Self {
        let by_series = rows.series.iter().any(|series| series.subject);
        Self { by_series, ..Self::series(rows.series.iter()) }
    }

    /// Roles for the lines of a chart of columns.
    pub(super) fn series<'a>(series: impl Iterator<Item = &'a Series>) -> Self {
        let subjects: Vec<bool> = series.map(|series| series.subject).collect();
        let others = subjects.iter().filter(|subject| !**subject).count();
        let mut next = 0..=u8::MAX;
        let ink = |subject: &bool| match subject {
            true => Ink::Accent,
            false if others == 1 => Ink::Muted,
            false => Ink::Series(next.next().unwrap_or(0)),
        };
        Self { series: subjects.iter().map(ink).collect(), tinted: false, by_series: true }
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
