//! What a reader guessed, drawn: a chart with values of their own.
//!
//! The chart is laid out as any other, with the guess as its data. Before the answer is given
//! nothing here follows from a true value but the ends of the value axis, which are rounded far off.

use super::bars::{self, GuessOptions};
use super::lines;
use super::slider_range::{SliderRange, slider_range};
use crate::layout::context::{LABEL_GAP, LayoutContext};
use crate::layout::drawing::{Drawing, ValueAxis};
use crate::layout::hit_region::HitRegion;
use crate::layout::scale::LabelMargin;
use crate::layout::{Ink, Layout, Measure, Point, Rect};
use crate::story::{
    self, Chart, Columns, Data, MessageKey, Messages, Notation, Number, Rows, Series,
};

/// Bars are taken up this far before their baseline, in px.
const REACH_BEFORE: f64 = 12.0;
/// Px of width to a point that can be dragged.
const HANDLE_ROOM: f64 = 20.0;
/// Values beside bars with all their digits take at most this share of the width.
const LABELS_SHARE: f64 = 0.4;
/// Half the width of what is taken hold of, in px.
const HANDLE: f64 = 7.0;

/// Lays out a chart of bars or lines with `drawn` in place of the known values of its first
/// series; `is_known` draws the true values over them. The marks are named by their index in `drawn`.
pub fn guess(
    chart: &Chart,
    drawn: &[f64],
    is_known: bool,
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> Layout {
    let cx = LayoutContext::new(measure, messages, width_px);
    let range = slider_range(chart);
    // Neither the finding nor anything else that the author says of the values.
    let frame = Chart {
        kind: chart.kind,
        unit: chart.unit.clone(),
        domain: Some((range.low, range.high)),
        ..Chart::default()
    };
    let guess = GuessLayout { cx, frame, range, known: chart.data.known(), drawn, is_known };
    Layout::of(match &chart.data {
        Data::Rows(rows) => guess.bars(rows),
        Data::Columns(columns) => guess.lines(columns),
    })
}

/// What a guess at a chart is laid out with.
struct GuessLayout<'a> {
    cx: LayoutContext<'a>,
    /// The chart without its data.
    frame: Chart,
    range: SliderRange,
    known: Vec<(usize, Number)>,
    drawn: &'a [f64],
    is_known: bool,
}

impl GuessLayout<'_> {
    /// The value drawn for the `nth` known one.
    fn drawn(&self, nth: usize) -> f64 {
        self.drawn.get(nth).copied().filter(|value| value.is_finite()).unwrap_or(self.range.low)
    }

    fn bars(&self, rows: &Rows) -> Drawing {
        let mut guessed = Rows { series: vec![Series::default()], rows: Vec::new() };
        for (nth, (index, truth)) in self.known.iter().enumerate() {
            let Some(row) = rows.rows.get(*index) else { continue };
            let shown = if self.is_known { *truth } else { Number::exact(self.drawn(nth)) };
            guessed.rows.push(story::Row {
                label: row.label.clone(),
                detail: row.detail.clone(),
                subject: self.is_known,
                values: vec![Some(shown)],
                ..story::Row::default()
            });
        }
        let values: Vec<f64> = (0..guessed.rows.len()).map(|nth| self.drawn(nth)).collect();
        if self.is_known {
            let guess = GuessOptions { reserved: &[], values: &values };
            return bars::bars(&self.frame, &guessed, &self.cx, guess);
        }
        let guess = GuessOptions { reserved: &self.reserved(), values: &[] };
        let mut drawing = bars::bars(&self.frame, &guessed, &self.cx, guess);
        let Some(ValueAxis { scale, .. }) = drawing.value_axis else { return drawing };
        let mut handles = Vec::new();
        for (nth, HitRegion { rect, area, .. }) in drawing.hit_regions.iter_mut().enumerate() {
            // What is taken hold of, at the bar's end.
            let end = scale.at(self.drawn(nth)).round();
            handles.push(Rect::between(end - 2.0, rect.y - 3.0, end + 2.0, rect.bottom() + 3.0));
            *area = Rect::between(scale.from - REACH_BEFORE, area.y, self.cx.width, area.bottom());
        }
        handles.into_iter().for_each(|handle| drawing.block(handle, Ink::Ink.solid()));
        drawing
    }

    /// Room for the words of any value beside its bar.
    fn reserved(&self) -> [LabelMargin; 2] {
        let SliderRange { low, high, step } = self.range;
        let room = |value: f64| {
            let measured = |notation: Notation| {
                let words = self.cx.note(&notation.words(value, 0, self.cx.messages));
                ((), words.width() + 3.0 * LABEL_GAP)
            };
            self.cx.notation_that_fits(self.cx.width * LABELS_SHARE, measured).1
        };
        let left = if low < 0.0 { room(low + step) } else { 0.0 };
        [
            LabelMargin { value: high, left: 0.0, right: room(high - step) },
            LabelMargin { value: low, left, right: 0.0 },
        ]
    }

    fn lines(&self, columns: &Columns) -> Drawing {
        let Some(line) = columns.lines.first() else { return Drawing::default() };
        let mut lines = Vec::new();
        for (key, is_truth) in
            [(MessageKey::QuizYourAnswer, false), (MessageKey::QuizRightAnswer, true)]
        {
            let mut guessed = story::Line::default();
            guessed.series.label = self.cx.messages.text(key).to_owned();
            guessed.series.subject = is_truth;
            for (nth, (index, number)) in self.known.iter().enumerate() {
                guessed.x.extend(line.x.get(*index));
                guessed.y.push(Some(if is_truth { number.value } else { self.drawn(nth) }));
            }
            lines.push(guessed);
        }
        lines.truncate(1 + usize::from(self.is_known));
        let guessed = Columns { x: columns.x, x_label: columns.x_label.clone(), lines };
        let mut drawing = lines::lines(&self.frame, &guessed, &self.cx, self.is_known);
        let regions = drawing.hit_regions.iter();
        let handles: Vec<Point> = regions.map(|region| region.rect.center()).collect();
        if !self.is_known && handles.len() as f64 * HANDLE_ROOM <= self.cx.width {
            handles.into_iter().for_each(|handle| drawing.ring(handle, HANDLE, Ink::Ink.solid()));
        }
        drawing
    }
}
