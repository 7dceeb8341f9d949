//! What stands above a plot: the unit of its values, and the legend, which says what each series is
//! called where no label fits beside it.

use crate::layout::context::{LINE_HEIGHT, LayoutContext, SMALL};
use crate::layout::drawing::Drawing;
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Fill, Ink, Point, Rect, Shape};
use crate::story::{Series, Unit};

/// Between symbol and word, and between entries, in px.
const NEAR: f64 = 6.0;
const APART: f64 = 18.0;
/// A symbol is this wide and high, in px.
const SYMBOL: f64 = 10.0;
/// That of a line is so wide that its dashes show.
const STROKE: f64 = 28.0;

/// What stands for a series.
#[derive(Clone, Copy, Debug)]
pub(super) enum Symbol {
    /// A bar.
    Square(Fill),
    /// The first end of a range.
    Ring(Fill),
    /// The second end, or a point.
    Dot(Fill),
    /// A line.
    Stroke(Fill),
}

/// Says what the numbers of a plot count; returns where that ends.
pub(super) fn draw_unit(drawing: &mut Drawing, cx: &LayoutContext, unit: &Unit) -> f64 {
    if unit.is_empty() {
        return 0.0;
    }
    let words = cx.typesetter.fit(&cx.note(&unit.words()), cx.width);
    drawing.text(&words, Point::new(0.0, LINE_HEIGHT / 2.0), Anchor::Start);
    LINE_HEIGHT + 4.0
}

/// Draws the entries from `y` down, on as many lines as they need; returns where they end.
pub(super) fn draw(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    y: f64,
    entries: &[(Symbol, TextLine)],
) -> f64 {
    let (mut x, mut y) = (0.0, y);
    for (symbol, words) in entries {
        let symbol_width = symbol.width();
        let words = cx.typesetter.fit(words, cx.width - symbol_width - NEAR);
        let width = symbol_width + NEAR + words.width();
        if x > 0.0 && x + width > cx.width {
            (x, y) = (0.0, y + LINE_HEIGHT + 1.0);
        }
        let middle = (y + LINE_HEIGHT / 2.0).round();
        drawing.shapes.push(symbol.shape(Point::new(x + symbol_width / 2.0, middle)));
        drawing.text(&words, Point::new(x + symbol_width + NEAR, middle), Anchor::Start);
        x += width + APART;
    }
    if entries.is_empty() { y } else { y + LINE_HEIGHT + 6.0 }
}

/// Draws the names over the first row where they found room there, else the entries, from `y` down;
/// returns where they end.
pub(super) fn draw_direct_or_entries(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    y: f64,
    names: Option<&[(f64, TextLine)]>,
    entries: &[(Symbol, TextLine)],
) -> f64 {
    let Some(names) = names else { return draw(drawing, cx, y, entries) };
    for (x, name) in names {
        drawing.text(name, Point::new(*x, y + LINE_HEIGHT / 2.0), Anchor::Start);
    }
    y + LINE_HEIGHT
}

/// An entry for each of some series, with what stands for it; none for those that nothing stands for.
pub(super) fn entries<'a>(
    cx: &LayoutContext,
    series: &mut dyn Iterator<Item = &'a Series>,
    symbol: &dyn Fn(usize, &Series) -> Option<Symbol>,
) -> Vec<(Symbol, TextLine)> {
    let mut entries = Vec::new();
    for (index, series) in series.enumerate() {
        entries.extend(symbol(index, series).map(|symbol| (symbol, words(cx, &series.label))));
    }
    entries
}

/// An entry's words.
pub(super) fn words(cx: &LayoutContext, label: &str) -> TextLine {
    cx.typesetter.line(label, SMALL, Ink::Ink)
}

impl Symbol {
    fn width(self) -> f64 {
        if matches!(self, Self::Stroke(_)) { STROKE } else { SYMBOL }
    }

    pub(super) fn shape(self, at: Point) -> Shape {
        let half = self.width() / 2.0;
        match self {
            Self::Square(fill) => Shape::Block(Rect::around(at, half), fill),
            Self::Ring(fill) => Shape::Ring(at, half - 1.0, fill),
            Self::Dot(fill) => Shape::Dot(at, half, fill),
            Self::Stroke(fill) => {
                let ends = [-half, half].map(|dx| Point::new(at.x + dx, at.y));
                Shape::Path(ends.to_vec(), fill)
            }
        }
    }
}
