//! What every drawing is laid out with: sizes, faces, a width, and the words of the story's language.

use super::text::{TextLine, TextRun, Typesetter};
use super::{Font, Ink, Measure};
use crate::story::{MessageKey, Messages, Notation, Number};

/// Labels and values.
pub(super) const TEXT: Font = Font::text(13.5);
/// What stands beside a label or along an axis.
pub(super) const SMALL: Font = Font::text(12.5);
/// From one line of words to the next, in px.
pub(super) const LINE_HEIGHT: f64 = 17.0;
/// Between a mark and the words beside it, in px.
pub(super) const LABEL_GAP: f64 = 8.0;

/// Measure, words and width of one layout.
#[derive(Clone, Copy)]
pub(super) struct LayoutContext<'a> {
    pub(super) typesetter: Typesetter<'a>,
    pub(super) messages: &'a Messages,
    /// Whole px.
    pub(super) width: f64,
    /// Whether the drawing is to be small, and no higher than it must.
    pub(super) is_small: bool,
    /// The line in focus, in a chart of more than colours can tell apart; none for the first.
    pub(super) focus: Option<usize>,
    /// How the numbers of a chart are drawn where there is room for all digits.
    pub(super) notation: Notation,
}

impl<'a> LayoutContext<'a> {
    /// For a drawing of about this width.
    pub(super) fn new(measure: &'a dyn Measure, messages: &'a Messages, width_px: f64) -> Self {
        let width = whole_width(width_px);
        let (typesetter, notation) = (Typesetter::new(measure), Notation::Standard);
        Self { typesetter, messages, width, is_small: false, focus: None, notation }
    }
}

impl LayoutContext<'_> {
    /// Words of the second rank.
    pub(super) fn small(&self, text: &str) -> TextRun {
        self.typesetter.run(text, SMALL, Ink::Muted)
    }

    /// A line of words of the second rank.
    pub(super) fn note(&self, text: &str) -> TextLine {
        self.typesetter.line(text, SMALL, Ink::Muted)
    }

    /// Words of the second rank below each other, each text on at most `most` lines.
    pub(super) fn notes(&self, texts: &[String], width: f64, most: usize) -> Vec<TextLine> {
        let mut lines = Vec::new();
        for text in texts {
            lines.append(&mut self.typesetter.wrap(&self.note(text), width, most));
        }
        lines
    }

    /// What is laid out with all digits of its numbers, or, where that is wider than `room`, with
    /// compact numbers if these are narrower; `laid_out` says with a layout how wide it is.
    pub(super) fn notation_that_fits<T>(
        &self,
        room: f64,
        laid_out: impl Fn(Notation) -> (T, f64),
    ) -> (T, f64) {
        let standard = laid_out(self.notation);
        if standard.1 <= room || self.notation == Notation::Compact {
            return standard;
        }
        let compact = laid_out(Notation::Compact);
        if compact.1 < standard.1 { compact } else { standard }
    }

    /// A number as a line, with words around it, that fits where it can.
    pub(super) fn fitting(&self, room: f64, line: &dyn Fn(Notation) -> TextLine) -> TextLine {
        let measured = |notation| {
            let line = line(notation);
            let width = line.width();
            (line, width)
        };
        let (line, _) = self.notation_that_fits(room, measured);
        self.typesetter.fit(&line, room)
    }

    /// A value as a label.
    pub(super) fn value(&self, number: &Number, notation: Notation, bold: bool) -> TextRun {
        let font = if bold { TEXT.bold() } else { TEXT };
        let is_long = notation == Notation::Standard;
        let notation = if is_long { self.notation } else { notation };
        self.typesetter.run(&number.words(notation, self.messages), font, Ink::Ink)
    }

    /// The sources' spread, if they differ: both ends, or only the one the value is not.
    pub(super) fn spread(&self, number: &Number) -> Option<TextRun> {
        Some(self.small(&self.spread_words(number)?))
    }

    /// The same in words: `to 174.3` says enough beside 171.5.
    pub(super) fn spread_words(&self, number: &Number) -> Option<String> {
        let whole = number.spread(self.messages)?;
        let [low, high] = number.ends(self.messages);
        Some(if number.low == number.value {
            self.messages.fill(MessageKey::NumberTo, &[("high", &high)])
        } else if number.high == number.value {
            self.messages.fill(MessageKey::NumberFrom, &[("low", &low)])
        } else {
            whole
        })
    }

    /// `label: value`, or the value alone where there is no label.
    pub(super) fn labelled(&self, label: &str, value: &str) -> String {
        if label.is_empty() {
            return value.to_owned();
        }
        self.messages.fill(MessageKey::ChartValue, &[("label", label), ("value", value)])
    }
}

/// A width that a drawing can have: whole, neither too narrow for words nor too wide for a canvas.
pub(super) fn whole_width(width_px: f64) -> f64 {
    if width_px.is_finite() { width_px.floor().clamp(120.0, 8192.0) } else { 640.0 }
}
