//! What stands over upright bars, and what of it goes below the plot.

use super::category_axis::spreads;
use super::stack;
use super::upright_axis::UprightAxis;
use crate::layout::context::{LINE_HEIGHT, LayoutContext};
use crate::layout::text::TextLine;
use crate::story::{Notation, Row, Rows};

/// Between the words over two bars, in px.
const GAP: f64 = 6.0;
/// From a bar to the words over it, in px.
const NEAR: f64 = 6.0;
/// The words over one bar, line by line.
#[derive(Clone, Default)]
pub(super) struct BarWords(pub(super) Vec<TextLine>);

/// The words over all bars, and those below the plot.
pub(super) struct UprightLabels {
    /// By row, then by series, or a single one for a stack; empty where values are read on an axis.
    over: Vec<Vec<BarWords>>,
    pub(super) below: Vec<TextLine>,
    /// Lines above the plot and below it.
    lines: [usize; 2],
}

/// How much is said over a bar.
#[derive(Clone, Copy, PartialEq)]
enum Detail {
    Full,
    Value,
    CompactValue,
}

impl UprightLabels {
    /// Says the values over the bars; none where one finds no room.
    pub(super) fn over_bars(
        cx: &LayoutContext,
        rows: &Rows,
        axis: &UprightAxis,
        is_stack: bool,
    ) -> Option<Self> {
        let room =
            if is_stack || rows.series.len() == 1 { axis.slot - GAP } else { axis.bar_width };
        [Detail::Full, Detail::Value, Detail::CompactValue].into_iter().find_map(|detail| {
            let row = |row: &Row| -> Option<Vec<BarWords>> {
                let count = if is_stack { 1 } else { row.values.len() };
                let words = |series| words(cx, (row, rows, is_stack), series, detail, room);
                (0..count).map(words).collect()
            };
            let over: Vec<_> = rows.rows.iter().map(row).collect::<Option<_>>()?;
            let lines = lines(rows, &over);
            let below = if detail == Detail::Full { Vec::new() } else { below(cx, rows) };
            Some(Self { over, below, lines })
        })
    }

    /// Says below the plot what no axis tells.
    pub(super) fn below_plot(cx: &LayoutContext, rows: &Rows) -> Self {
        Self { over: Vec::new(), below: below(cx, rows), lines: [0, 0] }
    }

    /// Px above the plot and below it that the words need.
    pub(super) fn room(&self) -> [f64; 2] {
        self.lines.map(|lines| if lines == 0 { 0.0 } else { lines as f64 * LINE_HEIGHT + NEAR })
    }

    /// The words over a bar.
    pub(super) fn words(&self, row: usize, series: usize) -> Option<&BarWords> {
        self.over.get(row)?.get(series)
    }
}

/// What stands over a bar, or over a stack; none where it finds no room.
fn words(
    cx: &LayoutContext,
    (row, rows, is_stack): (&Row, &Rows, bool),
    series: usize,
    detail: Detail,
    room: f64,
) -> Option<BarWords> {
    let number = match is_stack {
        true => stack::sum(row, rows.stack),
        false => row.values.get(series).copied().flatten(),
    };
    let mut texts = Vec::new();
    if let Some(number) = &number {
        let notation = match detail {
            Detail::CompactValue => Notation::Compact,
            _ => Notation::Standard,
        };
        texts.push(vec![TextLine { runs: vec![cx.value(number, notation, row.subject)] }]);
        let spread = cx.spread_words(number).filter(|_| !is_stack && detail == Detail::Full);
        texts.extend(spread.map(|words| vec![cx.note(&words)]));
    }
    let is_last = is_stack || series + 1 == row.values.len();
    let annotation = row.annotation.as_deref().filter(|_| is_last && detail == Detail::Full);
    texts.extend(annotation.map(|words| vec![cx.note(words)]));
    let lines = texts.concat();
    lines.iter().all(|line| line.width() <= room).then_some(BarWords(lines))
}

/// How many lines stand above the highest bars at most, and below the lowest.
fn lines(rows: &Rows, over: &[Vec<BarWords>]) -> [usize; 2] {
    let (mut above, mut below) = (0, 0);
    for (row, words) in rows.rows.iter().zip(over) {
        for (series, BarWords(lines)) in words.iter().enumerate() {
            let number = row.values.get(series).copied().flatten();
            let is_own = words.len() == row.values.len();
            let is_low = is_own && number.is_some_and(|it| it.value < 0.0);
            // That a figure is missing is said below the other words.
            let is_missing = row.values.iter().all(Option::is_none) || is_own && number.is_none();
            let side = if is_low { &mut below } else { &mut above };
            *side = (lines.len() + usize::from(is_missing)).max(*side);
        }
    }
    [above, below]
}

/// What is not said over the bars.
fn below(cx: &LayoutContext, rows: &Rows) -> Vec<TextLine> {
    let mut lines = Vec::new();
    for row in &rows.rows {
        let mut said = spreads(cx, rows, row);
        said.extend(row.annotation.clone());
        for words in said {
            lines.push(cx.note(&cx.labelled(&row.label, &words)));
        }
    }
    lines
}
