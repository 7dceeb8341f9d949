//! An estimate beside the answer, on a scale.

use super::whisker::{HALF, whisker};
use crate::layout::context::{LABEL_GAP, LINE_HEIGHT, LayoutContext, TEXT};
use crate::layout::drawing::Drawing;
use crate::layout::scale::Scale;
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Ink, Layout, Measure, Point};
use crate::story::{MessageKey, Messages, Number, Unit};

/// Half the width of the ring that is the guess, and of the dot that is the truth, in px.
const HANDLE: f64 = 7.0;
const DOT: f64 = 4.0;

/// Lays out an estimate, the value and the spread of its sources on a scale from `min` to `max`.
///
/// Every label has a line to itself, so none meets another at any width.
pub fn estimate(
    answer: &Number,
    guess: f64,
    (min, max, unit): (f64, f64, &Unit),
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> Layout {
    let cx = LayoutContext::new(measure, messages, width_px);
    let mut drawing = Drawing::default();
    let scale = Scale::new((min, max), HANDLE + 2.0, cx.width - HANDLE - 2.0);
    let guess = Number::exact(guess);
    let (guess_x, truth_x) = (scale.at(guess.value).round(), scale.at(answer.value).round());
    let named = |key, number: &Number, font, ink| {
        cx.fitting(cx.width, &|notation| {
            let words = cx.labelled(messages.text(key), &number.words(notation, messages));
            cx.typesetter.line(&words, font, ink)
        })
    };
    let mut y = LINE_HEIGHT / 2.0;
    over(
        &mut drawing,
        &cx,
        &named(MessageKey::QuizYourAnswer, &guess, TEXT, Ink::Muted),
        guess_x,
        y,
    );
    y += LINE_HEIGHT / 2.0 + 5.0 + HANDLE;
    let axis = y.round();
    drawing.rule_across(scale.from, scale.to, axis, Ink::Muted.solid());
    for end in [scale.from, scale.to] {
        drawing.rule_down(end.round(), axis - 4.0, axis + 5.0, Ink::Muted.solid());
    }
    whisker(&mut drawing, &scale, answer, (axis, HALF), false);
    drawing.dot(Point::new(truth_x, axis), DOT, Ink::Accent.solid());
    drawing.ring(Point::new(guess_x, axis), HANDLE, Ink::Muted.solid());
    y = axis + HANDLE + 5.0 + LINE_HEIGHT / 2.0;
    let truth = named(MessageKey::QuizRightAnswer, answer, TEXT.bold(), Ink::Ink);
    let whole = truth.clone().with(cx.spread(answer));
    let truth = if whole.width() <= cx.width { whole } else { truth };
    over(&mut drawing, &cx, &truth, truth_x, y);
    y += LINE_HEIGHT;
    let end = |value: f64, unit: &Unit| {
        cx.fitting(cx.width / 2.0 - LABEL_GAP, &|notation| {
            cx.note(&unit.beside(&notation.words(value, 0, messages), messages))
        })
    };
    drawing.text(&end(min, &Unit::default()), Point::new(0.0, y), Anchor::Start);
    drawing.text(&end(max, unit), Point::new(cx.width, y), Anchor::End);
    Layout::of(drawing.sized(cx.width, y + LINE_HEIGHT / 2.0))
}

/// Writes a line of words with its middle at x, or as near as the edges allow.
fn over(drawing: &mut Drawing, cx: &LayoutContext, words: &TextLine, x: f64, y: f64) {
    let words = cx.typesetter.fit(words, cx.width);
    let left = (x - words.width() / 2.0).min(cx.width - words.width()).max(0.0);
    drawing.text(&words, Point::new(left, y), Anchor::Start);
}
