//! What every chart is set with: sizes, faces, and putting words on a drawing.

use super::drawing::Drawing;
use super::text::{Line, Run, Setter};
use super::{Anchor, Fill, Font, Ink, Label, Point, Rect, Shape, Size};
use crate::story::{Chart, Key, Messages, Number, number};

/// Labels and values.
pub(super) const TEXT: Font = Font::text(13.5);
/// What stands behind a label or along an axis.
pub(super) const SMALL: Font = Font::text(12.5);
/// From one line of words to the next, in px.
pub(super) const LINE: f64 = 17.0;

/// Measure, words and width of one layout.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) setter: Setter<'a>,
    pub(super) messages: &'a Messages,
    /// Whole px.
    pub(super) width: f64,
}

impl Desk<'_> {
    /// Words of the second rank.
    pub(super) fn small(&self, text: &str) -> Run {
        self.setter.run(text, SMALL, Ink::Muted)
    }

    /// A line of words of the second rank.
    pub(super) fn note(&self, text: &str) -> Line {
        self.setter.line(text, SMALL, Ink::Muted)
    }

    /// Words of the second rank below each other, each text on at most `most` lines.
    pub(super) fn notes(&self, texts: &[String], width: f64, most: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        for text in texts {
            lines.append(&mut self.setter.wrap(&self.note(text), width, most));
        }
        lines
    }

    /// A value as a label.
    pub(super) fn value(&self, value: f64, bold: bool) -> Run {
        let font = if bold { TEXT.bold() } else { TEXT };
        self.setter.run(&number::format(value, self.messages), font, Ink::Ink)
    }

    /// The sources' spread, if they differ: both ends, or only the one the value is not.
    pub(super) fn spread(&self, number: &Number) -> Option<Run> {
        Some(self.small(&self.spread_words(number)?))
    }

    /// The same in words: `to 174.3` says enough beside 171.5.
    pub(super) fn spread_words(&self, number: &Number) -> Option<String> {
        let end = |key, name, value| {
            self.messages.fill(key, &[(name, &number::format(value, self.messages))])
        };
        let whole = number.spread(self.messages)?;
        Some(if number.low == number.value {
            end(Key::NumberTo, "high", number.high)
        } else if number.high == number.value {
            end(Key::NumberFrom, "low", number.low)
        } else {
            whole
        })
    }

    /// Says above the plot what its numbers count, where no subtitle does; returns where that ends.
    pub(super) fn unit(&self, drawing: &mut Drawing, chart: &Chart) -> f64 {
        if chart.subtitle.is_some() || chart.unit.is_empty() {
            return 0.0;
        }
        let words = self.setter.fit(&self.note(&chart.unit), self.width);
        drawing.set(&words, Point::new(0.0, LINE / 2.0), Anchor::Start);
        LINE + 4.0
    }

    /// `label: value`.
    pub(super) fn labelled(&self, label: &str, value: &str) -> String {
        self.messages.fill(Key::ChartValue, &[("label", label), ("value", value)])
    }
}

impl Drawing {
    /// Puts a line of words at a place.
    pub(super) fn set(&mut self, line: &Line, at: Point, anchor: Anchor) {
        self.set_on(line, at, anchor, None);
    }

    /// Puts a line of words on something filled, if it stands on something.
    pub(super) fn set_on(&mut self, line: &Line, at: Point, anchor: Anchor, on: Option<Fill>) {
        for label in line.labels(at, anchor) {
            self.shapes.push(Shape::Label(Label { on, ..label }));
        }
    }

    /// A filled rectangle.
    pub(super) fn block(&mut self, rect: Rect, fill: Fill) {
        self.shapes.push(Shape::Block(rect, fill));
    }

    /// A filled circle.
    pub(super) fn dot(&mut self, center: Point, radius: f64, fill: Fill) {
        self.shapes.push(Shape::Dot(center, radius, fill));
    }

    /// A circle's outline.
    pub(super) fn ring(&mut self, center: Point, radius: f64, fill: Fill) {
        self.shapes.push(Shape::Ring(center, radius, fill));
    }

    /// A hairline from left to right, its upper edge at `y`.
    pub(super) fn rule_across(&mut self, from: f64, to: f64, y: f64, fill: Fill) {
        self.block(Rect::between(from, y, to, y + 1.0), fill);
    }

    /// A hairline from top to bottom, its left edge at `x`.
    pub(super) fn rule_down(&mut self, x: f64, from: f64, to: f64, fill: Fill) {
        self.block(Rect::between(x, from, x + 1.0, to), fill);
    }

    /// The same, interrupted where it would cross words.
    pub(super) fn rule_down_clear(&mut self, x: f64, from: f64, to: f64, fill: Fill) {
        let rule = Rect::between(x, from, x + 1.0, to);
        let crossed = self.crossed(rule, |words| (words.y, words.bottom()));
        for (from, to) in gaps(from, to, crossed) {
            self.rule_down(x, from, to, fill);
        }
    }

    /// A hairline across, interrupted where it would cross words.
    pub(super) fn rule_across_clear(&mut self, from: f64, to: f64, y: f64, fill: Fill) {
        let rule = Rect::between(from, y, to, y + 1.0);
        let crossed = self.crossed(rule, |words| (words.x, words.right()));
        for (from, to) in gaps(from, to, crossed) {
            self.rule_across(from, to, y, fill);
        }
    }

    /// The sides of all words, with a little air, that a rectangle would touch.
    fn crossed(&self, rect: Rect, sides: fn(&Rect) -> (f64, f64)) -> Vec<(f64, f64)> {
        let mut crossed = Vec::new();
        for shape in &self.shapes {
            let Shape::Label(label) = shape else { continue };
            let words = label.rect().grown(4.0);
            if words.overlaps(&rect) {
                crossed.push(sides(&words));
            }
        }
        crossed
    }

    /// The finished drawing, `width` by `height` px.
    pub(super) fn sized(mut self, width: f64, height: f64) -> Self {
        self.size = Size { width, height: height.ceil().max(1.0) };
        self
    }
}

/// What is left of a stretch when others are taken out of it.
fn gaps(from: f64, to: f64, mut taken: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let mut free = Vec::new();
    let mut start = from;
    taken.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    for (begin, end) in taken {
        if begin > start {
            free.push((start, begin.min(to)));
        }
        start = start.max(end);
    }
    if start < to {
        free.push((start, to));
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_stops_at_words() {
        assert_eq!(
            gaps(0.0, 100.0, vec![(60.0, 70.0), (20.0, 30.0)]),
            [(0.0, 20.0), (30.0, 60.0), (70.0, 100.0)]
        );
        assert_eq!(gaps(0.0, 100.0, vec![(-10.0, 30.0), (20.0, 110.0)]), []);
        assert_eq!(gaps(0.0, 100.0, Vec::new()), [(0.0, 100.0)]);
    }
}
