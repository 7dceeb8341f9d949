//! A drawing: its shapes, the marks in it, and what is under a point.

use super::hit_region::{Form, HitRegion, Nearness};
use super::scale::Scale;
use super::text::TextLine;
use super::{Anchor, Fill, Label, Mark, Point, Rect, Shape, Size, ZoomAxis};

/// Shapes from back to front, and the marks in walking order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Drawing {
    pub(super) size: Size,
    pub(super) shapes: Vec<Shape>,
    pub(super) marks: Vec<Mark>,
    /// As long as `marks`.
    pub(super) hit_regions: Vec<HitRegion>,
    /// The axis of the values of a guess.
    pub(super) value_axis: Option<ValueAxis>,
    /// The axes that a reader can zoom and move along.
    pub(super) axes: Vec<ZoomAxis>,
}

/// An axis of values in a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ValueAxis {
    pub(super) scale: Scale,
    /// It runs from top to bottom, not from left to right.
    pub(super) is_vertical: bool,
}

impl ValueAxis {
    /// Where a point is beside the axis, and where along it.
    fn sides(self, point: Point) -> (f64, f64) {
        if self.is_vertical { (point.x, point.y) } else { (point.y, point.x) }
    }
}

/// Drawing.
impl Drawing {
    /// Adds a mark; `region` is where it is.
    pub(super) fn mark(&mut self, mark: Mark, region: HitRegion) {
        self.marks.push(mark);
        self.hit_regions.push(region);
    }

    /// Adds a mark that is drawn as a bar; `area` is where a pointer means it.
    pub(super) fn mark_bar(&mut self, mark: Mark, rect: Rect, area: Rect) {
        self.mark(mark, HitRegion { rect, area, form: Form::Bar });
    }

    /// Adds a mark that is drawn as a circle.
    pub(super) fn mark_dot(&mut self, mark: Mark, center: Point, radius: f64) {
        let rect = Rect::around(center, radius);
        self.mark(mark, HitRegion { rect, area: rect, form: Form::Dot });
    }

    /// Puts a line of words at a point.
    pub(super) fn text(&mut self, line: &TextLine, at: Point, anchor: Anchor) {
        self.text_on(line, at, anchor, None);
    }

    /// Puts a line of words on something filled, if it stands on something.
    pub(super) fn text_on(&mut self, line: &TextLine, at: Point, anchor: Anchor, on: Option<Fill>) {
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

    /// What lies between two paths from left to right.
    pub(super) fn area(&mut self, one: Vec<Point>, other: Vec<Point>, fill: Fill) {
        let points: Vec<Point> = one.into_iter().chain(other.into_iter().rev()).collect();
        if points.len() > 2 {
            self.shapes.push(Shape::Area(points, fill));
        }
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
    pub(super) fn rule_down_around_words(&mut self, x: f64, from: f64, to: f64, fill: Fill) {
        let rule = Rect::between(x, from, x + 1.0, to);
        let crossed = self.crossed(rule, |words| (words.y, words.bottom()));
        for (from, to) in gaps(from, to, crossed) {
            self.rule_down(x, from, to, fill);
        }
    }

    /// A hairline across, interrupted where it would cross words.
    pub(super) fn rule_across_around_words(&mut self, from: f64, to: f64, y: f64, fill: Fill) {
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

    /// The drawing with left and right exchanged.
    pub(super) fn mirrored(self) -> Self {
        let width = self.size.width;
        let shapes = self.shapes.into_iter().map(|shape| shape.mirrored(width)).collect();
        let regions = self.hit_regions.into_iter().map(|region| region.mirrored(width)).collect();
        let mirrored_axis = |axis: ValueAxis| match axis.is_vertical {
            true => axis,
            false => ValueAxis { scale: axis.scale.mirrored(width), ..axis },
        };
        let value_axis = self.value_axis.map(mirrored_axis);
        let axes = self.axes.into_iter().map(|axis| axis.mirrored(width)).collect();
        Self { shapes, hit_regions: regions, value_axis, axes, ..self }
    }

    /// The finished drawing, `width` by `height` px.
    pub(super) fn sized(mut self, width: f64, height: f64) -> Self {
        self.size = Size { width, height: height.ceil().max(1.0) };
        self
    }
}

/// Reading what is drawn.
impl Drawing {
    /// The mark at a point, or the nearest within a finger's reach.
    pub(super) fn hit(&self, point: Point) -> Option<Mark> {
        if !(point.x.is_finite() && point.y.is_finite()) {
            return None;
        }
        let mut best: Option<(Nearness, Mark)> = None;
        for (mark, region) in self.marks.iter().zip(&self.hit_regions) {
            let Some(nearness) = region.nearness(point) else { continue };
            if best.is_none_or(|(least, _)| nearness < least) {
                best = Some((nearness, *mark));
            }
        }
        best.map(|(_, mark)| mark)
    }

    /// Where a mark is drawn.
    pub(super) fn rect(&self, mark: Mark) -> Option<Rect> {
        self.hit_region(mark).map(|region| region.rect)
    }

    /// What to draw on top to show that a mark is picked.
    pub(super) fn emphasis(&self, mark: Mark) -> Vec<Shape> {
        self.hit_region(mark).map_or_else(Vec::new, HitRegion::emphasis)
    }

    /// The value that a point stands for on the value axis; beyond an end, that end.
    pub(super) fn value_at(&self, point: Point) -> Option<f64> {
        let axis = self.value_axis?;
        Some(axis.scale.value_at(axis.sides(point).1))
    }

    /// The values that a stroke from one point to another sets, each with the place of its mark: of
    /// all that it passes on the way, and last of the one where it ends.
    pub(super) fn stroke(&self, from: Point, to: Point) -> Vec<(usize, f64)> {
        let (mut values, mut last) = (Vec::new(), None);
        let Some(axis) = self.value_axis else { return values };
        let ((start, first), (end, value)) = (axis.sides(from), axis.sides(to));
        let mut least = f64::INFINITY;
        for (place, region) in self.hit_regions.iter().enumerate() {
            let at = axis.sides(region.rect.center()).0;
            let share = (at - start) / (end - start);
            if share > 0.0 && share < 1.0 {
                values.push((place, axis.scale.value_at(first + (value - first) * share)));
            }
            if last.is_none() || (at - end).abs() < least {
                (least, last) = ((at - end).abs(), Some(place));
            }
        }
        values.retain(|(place, _)| Some(*place) != last);
        values.extend(last.map(|place| (place, axis.scale.value_at(value))));
        values
    }

    /// Whether a finger at a point takes hold of a grip that goes up and down.
    pub(super) fn holds(&self, point: Point, picked: Option<Mark>) -> bool {
        let mut regions = self.marks.iter().zip(&self.hit_regions);
        regions.any(|(mark, region)| region.holds(point, Some(*mark) == picked))
    }

    /// Where a mark is, and as what.
    pub(super) fn hit_region(&self, mark: Mark) -> Option<&HitRegion> {
        let index = self.marks.iter().position(|known| *known == mark)?;
        self.hit_regions.get(index)
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

    fn value(index: usize) -> Mark {
        Mark::Value { series: 0, index }
    }

    fn two_dots() -> Drawing {
        let mut drawing = Drawing::default();
        drawing.mark_dot(value(0), Point::new(10.0, 10.0), 4.0);
        drawing.mark_dot(value(1), Point::new(40.0, 10.0), 4.0);
        drawing
    }

    #[test]
    fn a_finger_finds_the_nearest_mark() {
        let drawing = two_dots();
        assert_eq!(drawing.hit(Point::new(12.0, 12.0)), Some(value(0)));
        assert_eq!(drawing.hit(Point::new(27.0, 10.0)), Some(value(1)));
        assert_eq!(drawing.hit(Point::new(40.0, 37.0)), Some(value(1)));
        assert_eq!(drawing.hit(Point::new(40.0, 39.0)), None);
        assert_eq!(drawing.hit(Point::new(f64::NAN, 10.0)), None);
    }

    #[test]
    fn an_area_catches_what_is_far_from_the_bar() {
        let mut drawing = two_dots();
        let band = Rect::between(0.0, 0.0, 500.0, 20.0);
        drawing.mark_bar(value(2), Rect::between(0.0, 5.0, 3.0, 15.0), band);
        assert_eq!(drawing.hit(Point::new(400.0, 10.0)), Some(value(2)));
        assert_eq!(drawing.hit(Point::new(41.0, 10.0)), Some(value(1)));
    }

    #[test]
    fn emphasis_has_the_form_of_the_mark() {
        let mut drawing = two_dots();
        let bar = Rect::between(0.0, 5.0, 30.0, 15.0);
        drawing.mark_bar(value(2), bar, bar);
        assert!(matches!(drawing.emphasis(value(0))[..], [Shape::Ring(_, 7.0, _)]));
        assert!(matches!(drawing.emphasis(value(2))[..], [Shape::Path(..)]));
        assert_eq!(drawing.emphasis(value(9)), []);
    }

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
