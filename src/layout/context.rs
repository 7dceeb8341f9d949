//! What every drawing is laid out with: sizes, faces, a width, and the words of the story's language.

use super::text::{TextLine, TextRun, Typesetter};
use super::{Font, Ink, Measure};
use crate::story::{MessageKey, Messages, Number, number};

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
}

impl<'a> LayoutContext<'a> {
    /// For a drawing of about this width.
    pub(super) fn new(measure: &'a dyn Measure, messages: &'a Messages, width_px: f64) -> Self {
        Self { typesetter: Typesetter::new(measure), messages, width: whole_width(width_px) }
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

    /// A value as a label.
    pub(super) fn value(&self, value: f64, bold: bool) -> TextRun {
        let font = if bold { TEXT.bold() } else { TEXT };
        self.typesetter.run(&number::format(value, self.messages), font, Ink::Ink)
    }

    /// The sources' spread, if they differ: both ends, or only the one the value is not.
    pub(super) fn spread(&self, number: &Number) -> Option<TextRun> {
        Some(self.small(&self.spread_words(number)?))
    }

    /// The same in words: `to 174.3` says enough beside 171.5.
    pub(super) fn spread_words(&self, number: &Number) -> Option<String> {
        let end = |key, name, value| {
            self.messages.fill(key, &[(name, &number::format(value, self.messages))])
        };
        let whole = number.spread(self.messages)?;
        Some(if number.low == number.value {
            end(MessageKey::NumberTo, "high", number.high)
        } else if number.high == number.value {
            end(MessageKey::NumberFrom, "low", number.low)
        } else {
            whole
        })
    }

    /// `label: value`.
    pub(super) fn labelled(&self, label: &str, value: &str) -> String {
        self.messages.fill(MessageKey::ChartValue, &[("label", label), ("value", value)])
    }
}

/// A width that a drawing can have: whole, neither too narrow for words nor too wide for a canvas.
fn whole_width(width_px: f64) -> f64 {
    if width_px.is_finite() { width_px.floor().clamp(120.0, 8192.0) } else { 640.0 }
}
