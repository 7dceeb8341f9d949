//! Where a mark is, and how near a point is to it.

use super::circle::{arc, on_circle};
use super::grip::grip;
use super::{Ink, Point, Rect, Shape};

/// A finger is not finer than this, in CSS px.
const REACH_PX: f64 = 24.0;

/// A finger that goes down so near to a grip takes hold of it, in CSS px.
const GRIP_REACH_PX: f64 = 8.0;

/// Sides of neighbours are taken for one within this, in CSS px.
const SIDE: f64 = 0.1;

/// Where a mark is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct HitRegion {
    /// What is drawn of it.
    pub(super) rect: Rect,
    /// Where a pointer means it, at least `rect`.
    pub(super) area: Rect,
    /// As what it is drawn, and so emphasised.
    pub(super) form: Form,
}

/// As what a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    /// A bar.
    Bar,
    /// A circle.
    Dot,
    /// A part of a ring; `rect` is in its middle.
    Slice(Slice),
    /// A grip of a value to set.
    Grip {
        /// It goes up and down, not to both sides.
        is_vertical: bool,
        /// It is drawn whether it is picked or not.
        is_shown: bool,
    },
}

/// A part of a ring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Slice {
    /// The middle of the ring.
    pub(super) middle: Point,
    /// The radius of its hole, and its own, in px.
    pub(super) radii: (f64, f64),
    /// From where to where, in parts of a turn, clockwise from the top.
    pub(super) turn: (f64, f64),
}

impl Slice {
    /// How far a point is away, in px; none within.
    fn distance(&self, point: Point) -> f64 {
        let Self { middle, radii: (hole, radius), turn: (from, to) } = *self;
        let (dx, dy) = (point.x - middle.x, point.y - middle.y);
        let [first, last] = [from, to].map(|turn| on_circle(Point::new(0.0, 0.0), 1.0, turn));
        let is_behind = first.x * dy - first.y * dx >= 0.0;
        let is_before = dx * last.y - dy * last.x > 0.0;
        let is_between =
            if to - from > 0.5 { is_behind || is_before } else { is_behind && is_before };
        if is_between {
            let away = point.distance(middle);
            return (hole - away).max(away - radius).max(0.0);
        }
        let to_side = |side: Point| {
            let along = (side.x * dx + side.y * dy).clamp(hole, radius);
            point.distance(Point::new(middle.x + side.x * along, middle.y + side.y * along))
        };
        // A part without a size is on its side as those beside it are.
        (to_side(first).min(to_side(last)) - SIDE).max(0.0)
    }

    fn mirrored(self, width: f64) -> Self {
        let (from, to) = self.turn;
        let middle = Point::new(width - self.middle.x, self.middle.y);
        Self { middle, turn: (1.0 - to, 1.0 - from), ..self }
    }

    /// Its edge as one line.
    fn outline(&self) -> Shape {
        let mut points = arc(self.middle, self.radii.1, self.turn, 0.0);
        points.extend(arc(self.middle, self.radii.0, self.turn, 0.0).into_iter().rev());
        points.extend(points.first().copied());
        Shape::Path(points, Ink::Ink.solid())
    }
}

/// How near a mark is: whether the pointer is beyond its area, how far from
/// what is drawn, and how far from its middle.
pub(super) type Nearness = (bool, f64, f64);

impl HitRegion {
    /// How near a point is; none beyond a finger's reach.
    pub(super) fn nearness(&self, point: Point) -> Option<Nearness> {
        let distance = match self.form {
            Form::Slice(slice) => slice.distance(point),
            _ => self.rect.distance(point),
        };
        let within = self.area.contains(point) || distance <= 0.0;
        (within || distance <= REACH_PX)
            .then(|| (!within, distance, self.rect.center().distance(point)))
    }

    /// The same in the mirrored drawing of a width.
    pub(super) fn mirrored(self, width: f64) -> Self {
        let form = match self.form {
            Form::Slice(slice) => Form::Slice(slice.mirrored(width)),
            form => form,
        };
        Self { rect: self.rect.mirrored(width), area: self.area.mirrored(width), form }
    }

    /// What to draw on top to show that the mark is picked.
    pub(super) fn emphasis(&self) -> Vec<Shape> {
        let center = self.rect.center();
        match self.form {
            Form::Bar => vec![outline(self.rect.grown(2.0))],
            Form::Dot => {
                let radius = self.rect.width / 2.0 + 3.0;
                vec![Shape::Ring(center, radius, Ink::Ink.solid())]
            }
            Form::Slice(slice) => vec![slice.outline()],
            Form::Grip { is_vertical, .. } => grip(center, is_vertical, true),
        }
    }

    /// Whether a finger at a point takes hold of a grip that goes up and down, as the page does.
    pub(super) fn holds(&self, point: Point, is_picked: bool) -> bool {
        let is_grip = matches!(self.form, Form::Grip { is_vertical: true, is_shown } if is_shown || is_picked);
        is_grip && self.rect.distance(point) <= GRIP_REACH_PX
    }
}

/// The four sides of a rectangle as one line.
fn outline(rect: Rect) -> Shape {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    Shape::Path(corners.map(|(x, y)| Point::new(x, y)).to_vec(), Ink::Ink.solid())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How far points around a middle at 100, 100 are from a part of a ring between 20 and 50 px.
    fn distances(turn: (f64, f64), points: &[(f64, f64)]) -> Vec<f64> {
        let slice = Slice { middle: Point::new(100.0, 100.0), radii: (20.0, 50.0), turn };
        points.iter().map(|(x, y)| slice.distance(Point::new(*x, *y)).round()).collect()
    }

    #[test]
    fn a_part_of_a_ring_is_near_its_own_points() {
        let [up, right, down, left] =
            [(100.0, 70.0), (130.0, 100.0), (100.0, 130.0), (70.0, 100.0)];
        let diagonal = [(125.0, 75.0), (125.0, 125.0), (75.0, 125.0), (75.0, 75.0)];
        assert_eq!(distances((0.0, 0.25), &diagonal), [0.0, 25.0, 51.0, 25.0]);
        assert_eq!(distances((0.0, 0.75), &diagonal), [0.0, 0.0, 0.0, 25.0]);
        assert_eq!(distances((0.0, 1.0), &diagonal), [0.0; 4]);
        assert_eq!(
            distances((0.875, 1.0), &[up, (90.0, 70.0), right, left]),
            [0.0, 0.0, 36.0, 21.0]
        );
        // Neither its hole nor what is around it is meant, and no part without a size.
        assert_eq!(distances((0.0, 1.0), &[(100.0, 100.0), (100.0, 160.0)]), [20.0, 10.0]);
        assert_eq!(distances((0.25, 0.25), &[right, down, left]), [0.0, 36.0, 50.0]);
    }

    #[test]
    fn a_mirrored_part_is_at_the_other_side() {
        let slice =
            Slice { middle: Point::new(60.0, 50.0), radii: (20.0, 50.0), turn: (0.0, 0.25) };
        let mirrored = slice.mirrored(200.0);
        assert_eq!(mirrored.middle, Point::new(140.0, 50.0));
        assert_eq!(mirrored.distance(Point::new(115.0, 25.0)), 0.0);
        assert!(mirrored.distance(Point::new(165.0, 25.0)) > 10.0);
    }
}
