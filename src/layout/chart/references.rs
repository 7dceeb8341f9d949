//! Lines across a plot at a value, and their labels.

use crate::layout::context::{Desk, LINE, SMALL};
use crate::layout::drawing::Drawing;
use crate::layout::label_rows::{LabelRows, Spot};
use crate::layout::scale::Scale;
use crate::layout::text::Line;
use crate::layout::{Anchor, Ink, Point};
use crate::story::{Reference, number};

/// A plot carries no more of them; the words name all.
pub(super) const MOST: usize = 12;

/// A reference with a label above the plot.
pub(super) struct Header {
    labels: Vec<(f64, Line, Spot)>,
    rows: LabelRows,
}

/// The words of a reference: its label, and its value if the label does not say it.
pub(super) fn words(desk: &Desk, reference: &Reference) -> Line {
    let value = number::format(reference.value, desk.messages);
    let text = if says(&reference.label, &value) {
        reference.label.clone()
    } else {
        desk.labelled(&reference.label, &value)
    };
    desk.setter.line(&text, SMALL, Ink::Ink)
}

/// Whether a label says a value. The standard library's search would add its engine to the card.
fn says(label: &str, value: &str) -> bool {
    label.as_bytes().windows(value.len().max(1)).any(|part| part == value.as_bytes())
}

impl Header {
    /// Finds room above the plot for the labels of vertical lines.
    pub(super) fn new(desk: &Desk, references: &[Reference], scale: &Scale) -> Self {
        let mut rows = LabelRows::new(0.0, desk.width, 3);
        let mut labels = Vec::new();
        for reference in references.iter().take(MOST) {
            let words = desk.setter.fit(&words(desk, reference), desk.width);
            let x = scale.at(reference.value);
            let spot = rows.place(x, words.width());
            let spot = spot.unwrap_or_else(|| rows.place_apart(x, words.width()));
            labels.push((x, words, spot));
        }
        Self { labels, rows }
    }

    /// How high the labels stand, in px.
    pub(super) fn height(&self) -> f64 {
        match self.rows.used() {
            0 => 0.0,
            rows => rows as f64 * LINE + 4.0,
        }
    }

    /// Writes the labels from `y` down and draws the lines to `bottom`, around all words.
    pub(super) fn draw(&self, drawing: &mut Drawing, y: f64, bottom: f64) {
        for (_, words, spot) in &self.labels {
            let row = (self.rows.used() - 1 - self.rows.level(*spot)) as f64;
            drawing.set(words, Point::new(spot.x, y + (row + 0.5) * LINE), Anchor::Start);
        }
        for (x, _, spot) in &self.labels {
            let top = y + (self.rows.used() - self.rows.level(*spot)) as f64 * LINE;
            drawing.rule_down_clear(x.round(), top, bottom, Ink::Ink.solid());
        }
    }
}
