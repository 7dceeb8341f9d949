//! Values end to end: where each part of a stack begins and ends.

use crate::layout::Mark;
use crate::layout::extent::Extent;
use crate::story::{
    Chart, ChartKind, Columns, Data, Line, Messages, Notation, Number, Row, Rows, Stack, number,
};

/// The part of a value in its stack.
#[derive(Clone, Copy)]
pub(super) struct Segment {
    pub(super) series: usize,
    pub(super) number: Number,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// The values of each row end to end, those below zero to the other side; as shares they come to
/// 100, and there are none where one is missing or the whole is nothing.
pub(super) fn segments(rows: &Rows) -> Vec<Vec<Segment>> {
    rows.rows.iter().map(|row| of_row(row, rows.stack)).collect()
}

fn of_row(row: &Row, stack: Stack) -> Vec<Segment> {
    let shares = match stack {
        Stack::Absolute => None,
        Stack::Percent => match shares(row.values.iter().copied()) {
            Some(shares) => Some(shares),
            None => return Vec::new(),
        },
    };
    let (mut up, mut down) = (0.0, 0.0);
    let mut segments = Vec::new();
    for (series, number) in row.values.iter().enumerate() {
        let Some(number) = *number else { continue };
        let side = if number.value < 0.0 { &mut down } else { &mut up };
        let from = *side;
        let share = shares.as_ref().and_then(|shares| shares.get(series));
        // Sums stay finite whatever is added up.
        *side = (from + share.unwrap_or(&number.value)).clamp(f64::MIN, f64::MAX);
        segments.push(Segment { series, number, from, to: *side });
    }
    segments
}

/// The columns on each other from the lowest up: each value is where its area ends, and its band the
/// area. Where one is missing, all above it are.
pub(super) fn stacked(columns: &Columns) -> Columns {
    let of = |line: &Line| Line { x: line.x.clone(), ..Line::default() };
    let lines = columns.lines.iter().map(of).collect();
    let mut stack = Columns { lines, ..Columns::default() };
    let value = |line: &Line, place: usize| line.y.get(place).copied().flatten();
    for place in 0..columns.lines.first().map_or(0, |line| line.x.len()) {
        let (whole, unit) = match columns.stack {
            Stack::Absolute => (Some(1.0), 1.0),
            Stack::Percent => (columns.lines.iter().map(|line| value(line, place)).sum(), 100.0),
        };
        let whole = whole.filter(|whole| *whole > 0.0);
        let mut base = Some(0.0);
        for (line, stacked) in columns.lines.iter().zip(&mut stack.lines) {
            let size = value(line, place).zip(whole).map(|(y, whole)| y / whole * unit);
            // Sums stay finite whatever is added up.
            let top = base.zip(size).map(|(base, size)| (base + size).clamp(f64::MIN, f64::MAX));
            stacked.band.push(base.zip(top));
            stacked.y.push(top);
            base = top;
        }
    }
    stack
}

/// What all segments span; shares always the whole.
pub(super) fn extent(segments: &[Vec<Segment>], stack: Stack) -> Extent {
    let mut extent = Extent::default();
    if stack == Stack::Percent {
        return Extent { ends: Some((0.0, 100.0)), ..extent };
    }
    for segment in segments.iter().flatten() {
        extent.add(segment.to);
    }
    extent
}

impl Segment {
    /// Its value in words, or its share.
    pub(super) fn words(&self, stack: Stack, notation: Notation, messages: &Messages) -> String {
        match stack {
            Stack::Absolute => self.number.words(notation, messages),
            Stack::Percent => number::percent(self.to - self.from, messages),
        }
    }
}

/// The share of a hundred that a value is drawn as; none where the whole is nothing or not known, and
/// in a chart that shows no shares.
pub(super) fn share_of(chart: &Chart, mark: Mark) -> Option<f64> {
    let Mark::Value { series, index } = mark else { return None };
    match &chart.data {
        Data::Rows(rows) if chart.kind == ChartKind::Shares => {
            shares(rows.rows.iter().map(|row| *row.values.first()?))?.get(index).copied()
        }
        Data::Rows(rows) if rows.stack == Stack::Percent => {
            shares(rows.rows.get(index)?.values.iter().copied())?.get(series).copied()
        }
        Data::Columns(columns) if columns.stack == Stack::Percent => {
            shares(columns.lines.iter().map(|line| line.value(index)))?.get(series).copied()
        }
        _ => None,
    }
}

/// The value as whose size a mark is drawn: its share where values are stacked as shares.
pub(super) fn drawn_value(chart: &Chart, mark: Mark) -> Option<Number> {
    let Mark::Value { series, index } = mark else { return None };
    let (number, stack) = match &chart.data {
        Data::Rows(rows) => (*rows.rows.get(index)?.values.get(series)?, rows.stack),
        Data::Columns(columns) => (columns.lines.get(series)?.value(index), columns.stack),
    };
    match stack {
        Stack::Absolute => number,
        Stack::Percent => Some(Number { value: share_of(chart, mark)?, ..number? }),
    }
}

/// The shares of a hundred that values are of their sum; none where one is missing or that is nothing.
fn shares(values: impl Iterator<Item = Option<Number>>) -> Option<Vec<f64>> {
    let all = values.collect::<Option<Vec<Number>>>()?;
    let sum = Number::sum(all.iter().copied()).value;
    let share = |number: &Number| (number.value / sum * 100.0).max(0.0);
    (sum > 0.0).then(|| all.iter().map(share).collect())
}

/// What the values of a row come to, where that is what the end of its bar shows.
pub(super) fn sum(row: &Row, stack: Stack) -> Option<Number> {
    let known = row.values.iter().flatten().copied();
    let has_sum = known.clone().count() > 1 || row.values.len() == 1;
    let is_length = stack == Stack::Absolute && known.clone().all(|number| number.value >= 0.0);
    (has_sum && is_length).then(|| Number::sum(known))
}
