//! Lines across a plot at a value, and their labels.

use crate::layout::context::{LINE_HEIGHT, LayoutContext, SMALL};
use crate::layout::drawing::Drawing;
use crate::layout::label_rows::{LabelPosition, LabelRows};
use crate::layout::scale::Scale;
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Ink, Point, Rect, Shape};
use crate::story::{Reference, says};

/// The labels of reference lines, above the plot.
pub(super) struct ReferenceLabels {
    labels: Vec<ReferenceLabel>,
    rows: LabelRows,
}

/// A label, and where what it names lies, in px.
struct ReferenceLabel {
    words: TextLine,
    position: LabelPosition,
    /// Where the line is, or the middle of the band.
    x: f64,
    /// Both ends of a band.
    band: Option<(f64, f64)>,
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

/// The ground of a band, behind all that is drawn.
pub(super) fn band(rect: Rect) -> Shape {
    Shape::Block(rect, Ink::Rule.soft())
}

impl ReferenceLabels {
    /// Finds room above the plot for the labels of vertical lines.
    pub(super) fn new(cx: &LayoutContext, references: &[Reference], scale: &Scale) -> Self {
        let mut rows = LabelRows::new(0.0, cx.width, 3);
        let mut labels = Vec::new();
        for reference in references {
            let words = cx.typesetter.fit(&words(cx, reference), cx.width);
            let from = scale.at(reference.value);
            let band = reference.end.map(|end| (from.round(), scale.at(end).round()));
            let x = band.map_or(from, |(from, to)| from.midpoint(to));
            let position = rows.place(x, words.width());
            let position = position.unwrap_or_else(|| rows.place_on_own_row(x, words.width()));
            labels.push(ReferenceLabel { words, position, x, band });
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
        for ReferenceLabel { words, position, .. } in &self.labels {
            let row = (self.rows.used() - 1 - self.rows.rows_below(*position)) as f64;
            drawing.text(
                words,
                Point::new(position.x, y + (row + 0.5) * LINE_HEIGHT),
                Anchor::Start,
            );
        }
        let plot_top = y + self.height();
        for (from, to) in self.labels.iter().filter_map(|label| label.band) {
            drawing.shapes.insert(0, band(Rect::between(from, plot_top, to, bottom)));
            for x in [from, to] {
                drawing.rule_down_around_words(x, plot_top, bottom, Ink::Muted.solid());
            }
        }
        for ReferenceLabel { position, x, band, .. } in &self.labels {
            let bottom = if band.is_some() { plot_top } else { bottom };
            let top = y + (self.rows.used() - self.rows.rows_below(*position)) as f64 * LINE_HEIGHT;
            drawing.rule_down_around_words(x.round(), top, bottom, Ink::Ink.solid());
        }
    }
}
