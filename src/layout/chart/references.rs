//! Lines across a plot at a value, and their labels.

use crate::layout::context::{LINE_HEIGHT, LayoutContext, SMALL};
use crate::layout::drawing::Drawing;
use crate::layout::label_rows::{LabelPosition, LabelRows};
use crate::layout::scale::LinearScale;
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Ink, Point};
use crate::story::{Reference, says};

/// A plot carries no more of them; the words name all.
pub(super) const MOST: usize = 12;

/// The labels of reference lines, above the plot.
pub(super) struct ReferenceLabels {
    labels: Vec<(f64, TextLine, LabelPosition)>,
    rows: LabelRows,
}

/// The words of a reference: its label, and its value if the label does not say it.
pub(super) fn words(cx: &LayoutContext, reference: &Reference) -> TextLine {
    let value = reference.words(cx.messages);
    let text = if says(&reference.label, &value) {
        reference.label.clone()
    } else {
        cx.labelled(&reference.label, &value)
    };
    cx.typesetter.line(&text, SMALL, Ink::Ink)
}

impl ReferenceLabels {
    /// Finds room above the plot for the labels of vertical lines.
    pub(super) fn new(cx: &LayoutContext, references: &[Reference], scale: &LinearScale) -> Self {
        let mut rows = LabelRows::new(0.0, cx.width, 3);
        let mut labels = Vec::new();
        for reference in references.iter().take(MOST) {
            let words = cx.typesetter.fit(&words(cx, reference), cx.width);
            let x = scale.at(reference.value);
            let position = rows.place(x, words.width());
            let position = position.unwrap_or_else(|| rows.place_on_own_row(x, words.width()));
            labels.push((x, words, position));
        }
        Self { labels, rows }
    }

    /// How high the labels stand, in px.
    pub(super) fn height(&self) -> f64 {
        match self.rows.used() {
            0 => 0.0,
            rows => rows as f64 * LINE_HEIGHT + 4.0,
        }
    }

    /// Writes the labels from `y` down and draws the lines to `bottom`, around all words.
    pub(super) fn draw(&self, drawing: &mut Drawing, y: f64, bottom: f64) {
        for (_, words, position) in &self.labels {
            let row = (self.rows.used() - 1 - self.rows.rows_below(*position)) as f64;
            drawing.text(
                words,
                Point::new(position.x, y + (row + 0.5) * LINE_HEIGHT),
                Anchor::Start,
            );
        }
        for (x, _, position) in &self.labels {
            let top = y + (self.rows.used() - self.rows.rows_below(*position)) as f64 * LINE_HEIGHT;
            drawing.rule_down_around_words(x.round(), top, bottom, Ink::Ink.solid());
        }
    }
}
