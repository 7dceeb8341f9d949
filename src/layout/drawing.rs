//! A finished drawing: its shapes, the marks in it, and what is under a point.

use super::scale::Scale;
use super::{Fill, Ink, Point, Rect, Shape, Size};

/// Something a reader can point at or walk to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A value of a chart.
    Value {
        /// Place of its series, or of its line.
        series: usize,
        /// Place of its row, or of its point in the line.
        place: usize,
    },
    /// A mark of the timeline, named by the first of its events (a place in
    /// `Timeline::events`). It may stand for several.
    Event(usize),
}

/// A finger is not finer than this, in CSS px.
const REACH_PX: f64 = 24.0;

/// Where a mark is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// What is drawn of it.
    pub(super) rect: Rect,
    /// Where a pointer means it, at least `rect`.
    pub(super) area: Rect,
    /// Drawn as a circle, so emphasised by one.
    pub(super) round: bool,
}

/// Shapes from back to front, and the marks in walking order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Drawing {
    pub(super) size: Size,
    pub(super) shapes: Vec<Shape>,
    pub(super) marks: Vec<Mark>,
    /// As long as `marks`.
    pub(super) places: Vec<Place>,
    /// The value axis of bars and lines, and whether it runs down the drawing.
    pub(super) values: Option<(Scale, bool)>,
}

impl Drawing {
    /// Adds a mark that is drawn as a bar; `area` is where a pointer means it.
    pub(super) fn mark_bar(&mut self, mark: Mark, rect: Rect, area: Rect) {
        self.marks.push(mark);
        self.places.push(Place { rect, area, round: false });
    }

    /// Adds a mark that is drawn as a circle.
    pub(super) fn mark_dot(&mut self, mark: Mark, center: Point, radius: f64) {
        let rect = Rect::around(center, radius);
        self.marks.push(mark);
        self.places.push(Place { rect, area: rect, round: true });
    }

    /// The mark at a point, or the nearest within a finger's reach.
    pub(super) fn hit(&self, point: Point) -> Option<Mark> {
        if !(point.x.is_finite() && point.y.is_finite()) {
            return None;
        }
        let mut best: Option<(Rank, Mark)> = None;
        for (mark, place) in self.marks.iter().zip(&self.places) {
            let Some(rank) = rank(place, point) else { continue };
            if best.is_none_or(|(least, _)| rank < least) {
                best = Some((rank, *mark));
            }
        }
        best.map(|(_, mark)| mark)
    }

    /// Where a mark is drawn.
    pub(super) fn rect(&self, mark: Mark) -> Option<Rect> {
        self.place(mark).map(|place| place.rect)
    }

    /// What to draw on top to show that a mark is picked.
    pub(super) fn emphasis(&self, mark: Mark) -> Option<Shape> {
        let place = self.place(mark)?;
        if place.round {
            let radius = place.rect.width / 2.0 + 3.0;
            return Some(Shape::Ring(place.rect.center(), radius, Ink::Ink.solid()));
        }
        Some(outline(place.rect.grown(2.0), Ink::Ink.solid()))
    }

    /// The value that a point stands for on the value axis; beyond an end, that end.
    pub(super) fn value_at(&self, point: Point) -> Option<f64> {
        let (scale, down) = self.values?;
        Some(scale.value_at(if down { point.y } else { point.x }))
    }

    fn place(&self, mark: Mark) -> Option<&Place> {
        let at = self.marks.iter().position(|known| *known == mark)?;
        self.places.get(at)
    }
}

/// How near a mark is: whether the pointer is beyond its area, how far from
/// what is drawn, and how far from its middle.
type Rank = (bool, f64, f64);

fn rank(place: &Place, point: Point) -> Option<Rank> {
    let within = place.area.contains(point) || place.rect.contains(point);
    let distance = place.rect.distance(point);
    (within || distance <= REACH_PX)
        .then(|| (!within, distance, place.rect.center().distance(point)))
}

/// The four sides of a rectangle as one line.
fn outline(rect: Rect, fill: Fill) -> Shape {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    Shape::Path(corners.map(|(x, y)| Point::new(x, y)).to_vec(), fill)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(place: usize) -> Mark {
        Mark::Value { series: 0, place }
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
        assert!(matches!(drawing.emphasis(value(0)), Some(Shape::Ring(_, 7.0, _))));
        assert!(matches!(drawing.emphasis(value(2)), Some(Shape::Path(..))));
        assert_eq!(drawing.emphasis(value(9)), None);
    }
}
