//! What a reader guessed, drawn: a chart with values of their own, an estimate on its scale.
//!
//! The chart is laid out as any other, with the guess as its data. Before the answer is given
//! nothing here follows from a true value but the ends of the value axis, which are rounded far off.

use super::bars::{self, Guessed, NEAR, whisker};
use super::{lines, plot};
use crate::layout::context::{Desk, LINE, TEXT};
use crate::layout::drawing::{Drawing, Place};
use crate::layout::scale::{self, Need};
use crate::layout::text::{Line, Setter};
use crate::layout::{Anchor, Ink, Layout, Measure, Point, Rect, ticks, whole_width};
use crate::story::{self, Chart, Columns, Data, Key, Messages, Number, Rows, Series, number};

/// The ends of an axis of values to guess, and the distance between two settings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The low end.
    pub low: f64,
    /// The high end, above `low`.
    pub high: f64,
    /// Above 0.
    pub step: f64,
}

impl Scale {
    /// Where values stand that were never set.
    pub fn rest(self) -> f64 {
        self.low.midpoint(self.high)
    }
}

/// How much higher an axis goes at least than the greatest value on it.
const BEYOND: f64 = 1.2;
/// An axis ends on a multiple of 1, 2 or 5 times a power of ten, of which it has about so many.
const ROUND: usize = 4;
/// A scale has at most so many settings.
const SETTINGS: usize = 200;
/// Bars are taken up this far before their baseline, in px.
const BEFORE: f64 = 12.0;
/// Px of width to a point that can be dragged.
const KNOB_ROOM: f64 = 20.0;
/// Half the width of a knob, and of the dot that is the truth, in px.
const KNOB: f64 = 7.0;
const DOT: f64 = 4.0;

/// The axis on which the values of a chart are guessed: what the author fixed, or round ends
/// that tell little of the greatest value.
pub fn guess_scale(chart: &Chart) -> Scale {
    let known = chart.data.known();
    let values = known.iter().map(|(_, number)| number.value);
    let ends = (values.clone().fold(0.0, f64::min), values.fold(0.0, f64::max));
    let (low, high) = chart.domain.unwrap_or((-beyond(-ends.0), beyond(ends.1)));
    let high = if high > low { high } else { low + 1.0 };
    let step = ticks::step(low, high, SETTINGS).max(f64::MIN_POSITIVE);
    Scale { low, high, step }
}

/// A round number well above a value that is not negative.
fn beyond(value: f64) -> f64 {
    let least = (value * BEYOND).min(f64::MAX);
    let step = ticks::step(0.0, least, ROUND);
    if step > 0.0 { plot::rounded((least / step).ceil(), step, value) } else { value }
}

/// Lays out a chart of bars or lines with `drawn` in place of the known values of its first
/// series; `is_known` draws the true values over them. The marks are named by their place in `drawn`.
pub fn guess(
    chart: &Chart,
    drawn: &[f64],
    is_known: bool,
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> Layout {
    let desk = Desk { setter: Setter::new(measure), messages, width: whole_width(width_px) };
    let scale = guess_scale(chart);
    // Neither the finding nor anything else that the author says of the values.
    let sheet = Chart {
        kind: chart.kind,
        unit: chart.unit.clone(),
        domain: Some((scale.low, scale.high)),
        ..Chart::default()
    };
    let sketch = Sketch { desk, sheet, scale, known: chart.data.known(), drawn, is_known };
    Layout::of(match &chart.data {
        Data::Rows(rows) => sketch.bars(rows),
        Data::Columns(columns) => sketch.lines(columns),
    })
}

/// What a guess at a chart is laid out with.
struct Sketch<'a> {
    desk: Desk<'a>,
    /// The chart without its data.
    sheet: Chart,
    scale: Scale,
    known: Vec<(usize, Number)>,
    drawn: &'a [f64],
    is_known: bool,
}

impl Sketch<'_> {
    /// The value drawn for the `nth` known one.
    fn drawn(&self, nth: usize) -> f64 {
        self.drawn.get(nth).copied().filter(|value| value.is_finite()).unwrap_or(self.scale.low)
    }

    fn bars(&self, rows: &Rows) -> Drawing {
        let mut own = Rows { series: vec![Series::default()], rows: Vec::new() };
        for (nth, (place, truth)) in self.known.iter().enumerate() {
            let Some(row) = rows.rows.get(*place) else { continue };
            let shown = if self.is_known { *truth } else { Number::exact(self.drawn(nth)) };
            own.rows.push(story::Row {
                label: row.label.clone(),
                detail: row.detail.clone(),
                subject: self.is_known,
                values: vec![Some(shown)],
                ..story::Row::default()
            });
        }
        let under: Vec<f64> = (0..own.rows.len()).map(|nth| self.drawn(nth)).collect();
        if self.is_known {
            let guessed = Guessed { room: &[], under: &under };
            return bars::bars(&self.sheet, &own, &self.desk, guessed);
        }
        let guessed = Guessed { room: &self.room(), under: &[] };
        let mut drawing = bars::bars(&self.sheet, &own, &self.desk, guessed);
        let Some((scale, _)) = drawing.values else { return drawing };
        let mut knobs = Vec::new();
        for (nth, Place { rect, area, .. }) in drawing.places.iter_mut().enumerate() {
            // What is taken hold of, at the bar's end.
            let end = scale.at(self.drawn(nth)).round();
            knobs.push(Rect::between(end - 2.0, rect.y - 3.0, end + 2.0, rect.bottom() + 3.0));
            *area = Rect::between(scale.from - BEFORE, area.y, self.desk.width, area.bottom());
        }
        knobs.into_iter().for_each(|knob| drawing.block(knob, Ink::Ink.solid()));
        drawing
    }

    /// Room for the words of any value behind its bar.
    fn room(&self) -> [Need; 2] {
        let Scale { low, high, step } = self.scale;
        let room = |value: f64| {
            let words = self.desk.note(&number::format(value, self.desk.messages));
            words.width() + 3.0 * NEAR
        };
        let left = if low < 0.0 { room(low + step) } else { 0.0 };
        [
            Need { value: high, left: 0.0, right: room(high - step) },
            Need { value: low, left, right: 0.0 },
        ]
    }

    fn lines(&self, columns: &Columns) -> Drawing {
        let Some(line) = columns.lines.first() else { return Drawing::default() };
        let mut lines = Vec::new();
        for (key, is_truth) in [(Key::QuizYourAnswer, false), (Key::QuizRightAnswer, true)] {
            let mut own = story::Line::default();
            own.series.label = self.desk.messages.text(key).to_owned();
            own.series.subject = is_truth;
            for (nth, (place, number)) in self.known.iter().enumerate() {
                own.x.extend(line.x.get(*place));
                own.y.push(Some(if is_truth { number.value } else { self.drawn(nth) }));
            }
            lines.push(own);
        }
        lines.truncate(1 + usize::from(self.is_known));
        let own = Columns { x: columns.x, x_label: columns.x_label.clone(), lines };
        let mut drawing = lines::lines(&self.sheet, &own, &self.desk, self.is_known);
        let knobs: Vec<Point> = drawing.places.iter().map(|place| place.rect.center()).collect();
        if !self.is_known && knobs.len() as f64 * KNOB_ROOM <= self.desk.width {
            knobs.into_iter().for_each(|knob| drawing.ring(knob, KNOB, Ink::Ink.solid()));
        }
        drawing
    }
}

/// Lays out an estimate, the value and the spread of its sources on a scale from `min` to `max`.
///
/// Every label has a line to itself, so none meets another at any width.
pub fn estimate(
    answer: &Number,
    guess: f64,
    (min, max, unit): (f64, f64, Option<&str>),
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> Layout {
    let desk = Desk { setter: Setter::new(measure), messages, width: whole_width(width_px) };
    let mut drawing = Drawing::default();
    let scale = scale::Scale::new((min, max), KNOB + 2.0, desk.width - KNOB - 2.0);
    let (guess_x, truth_x) = (scale.at(guess).round(), scale.at(answer.value).round());
    let named = |key, value, font, ink| {
        let words = desk.labelled(messages.text(key), &number::format(value, messages));
        desk.setter.line(&words, font, ink)
    };
    let mut y = LINE / 2.0;
    over(&mut drawing, &desk, &named(Key::QuizYourAnswer, guess, TEXT, Ink::Muted), guess_x, y);
    y += LINE / 2.0 + 5.0 + KNOB;
    let axis = y.round();
    drawing.rule_across(scale.from, scale.to, axis, Ink::Muted.solid());
    for end in [scale.from, scale.to] {
        drawing.rule_down(end.round(), axis - 4.0, axis + 5.0, Ink::Muted.solid());
    }
    whisker(&mut drawing, &scale, answer, axis);
    drawing.dot(Point::new(truth_x, axis), DOT, Ink::Accent.solid());
    drawing.ring(Point::new(guess_x, axis), KNOB, Ink::Muted.solid());
    y = axis + KNOB + 5.0 + LINE / 2.0;
    let truth = named(Key::QuizRightAnswer, answer.value, TEXT.bold(), Ink::Ink);
    let whole = truth.clone().with(desk.spread(answer));
    let truth = if whole.width() <= desk.width { whole } else { truth };
    over(&mut drawing, &desk, &truth, truth_x, y);
    y += LINE;
    let (low, high) = (number::format(min, messages), number::format(max, messages));
    let high = match unit {
        Some(unit) => messages.fill(Key::NumberUnit, &[("number", &high), ("unit", unit)]),
        None => high,
    };
    let half = desk.width / 2.0 - NEAR;
    let (low, high) = (desk.note(&low), desk.note(&high));
    drawing.set(&desk.setter.fit(&low, half), Point::new(0.0, y), Anchor::Start);
    drawing.set(&desk.setter.fit(&high, half), Point::new(desk.width, y), Anchor::End);
    Layout::of(drawing.sized(desk.width, y + LINE / 2.0))
}

/// Writes a line of words with its middle at x, or as near as the edges allow.
fn over(drawing: &mut Drawing, desk: &Desk, words: &Line, x: f64, y: f64) {
    let words = desk.setter.fit(words, desk.width);
    let left = (x - words.width() / 2.0).min(desk.width - words.width()).max(0.0);
    drawing.set(&words, Point::new(left, y), Anchor::Start);
}
