//! A picture of its own, to be saved or shared: on paper, growing downwards.

use super::drawing::Drawing;
use super::text::Typesetter;
use super::{Anchor, Font, Ink, Layout, Measure, Point, Rect, Shape};

/// Width of the picture in px.
pub(super) const WIDTH: f64 = 640.0;
/// Around everything.
pub(super) const MARGIN: f64 = 40.0;

pub(super) const KICKER: Font = Font::text(15.0).bold();
pub(super) const TITLE: Font = Font { size_px: 30.0, bold: true, serif: true };

/// Lines of words that stand below each other, at most.
const MOST_LINES: usize = 4;

/// A picture that grows downwards.
pub(super) struct Sheet<'a> {
    pub(super) drawing: Drawing,
    typesetter: Typesetter<'a>,
    is_rtl: bool,
    /// Where what comes next begins.
    pub(super) y: f64,
}

impl<'a> Sheet<'a> {
    /// An empty one.
    pub(super) fn new(measure: &'a dyn Measure, is_rtl: bool) -> Self {
        let mut drawing = Drawing::default();
        // Lies below all, and gets its height at the end.
        drawing.block(Rect::default(), Ink::Paper.solid());
        Self { drawing, typesetter: Typesetter::new(measure), is_rtl, y: MARGIN }
    }

    /// Some px from the side where lines begin.
    pub(super) fn x(&self, from_start: f64) -> f64 {
        if self.is_rtl { WIDTH - from_start } else { from_start }
    }

    /// Words on as many lines as they take, at most four, and a gap below.
    pub(super) fn words(&mut self, words: &str, font: Font, ink: Ink, gap: f64) {
        let line = self.typesetter.line(words, font, ink);
        let anchor = if self.is_rtl { Anchor::End } else { Anchor::Start };
        let height = font.size_px * 1.25;
        for line in self.typesetter.wrap(&line, WIDTH - 2.0 * MARGIN, MOST_LINES) {
            let at = Point::new(self.x(MARGIN), self.y + height / 2.0);
            self.drawing.text(&line, at, anchor);
            self.y += height;
        }
        self.y += gap;
    }

    /// A line of words around a point.
    pub(super) fn line(&mut self, words: &str, font: Font, ink: Ink, at: Point) {
        let line = self.typesetter.line(words, font, ink);
        self.drawing.text(&line, at, Anchor::Middle);
    }

    /// Another drawing as it is, no wider than the picture without its margins, and a gap below.
    pub(super) fn layout(&mut self, layout: &Layout, gap: f64) {
        let shapes = layout.shapes().iter().cloned();
        self.drawing.shapes.extend(shapes.map(|shape| shape.moved(MARGIN, self.y)));
        self.y += layout.size().height + gap;
    }

    /// The finished picture: a rule, and small lines below it.
    pub(super) fn foot(mut self, lines: &[&str]) -> Layout {
        self.drawing.rule_across(MARGIN, WIDTH - MARGIN, self.y, Ink::Rule.solid());
        self.y += 14.0;
        for line in lines {
            self.words(line, KICKER, Ink::Muted, 0.0);
        }
        let height = self.y + MARGIN - 14.0;
        let mut drawing = self.drawing.sized(WIDTH, height);
        let paper = Rect::between(0.0, 0.0, WIDTH, drawing.size.height);
        if let Some(lowest) = drawing.shapes.first_mut() {
            *lowest = Shape::Block(paper, Ink::Paper.solid());
        }
        Layout::of(drawing)
    }
}
