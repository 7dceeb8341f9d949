//! Where a mark is, and how near a point is to it.

use super::{Ink, Point, Rect, Shape};

/// A finger is not finer than this, in CSS px.
const REACH_PX: f64 = 24.0;

/// Where a mark is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct HitRegion {
    /// What is drawn of it.
    pub(super) rect: Rect,
    /// Where a pointer means it, at least `rect`.
    pub(super) area: Rect,
    /// Drawn as a circle, so emphasised by one.
    pub(super) is_round: bool,
}

/// How near a mark is: whether the pointer is beyond its area, how far from
/// what is drawn, and how far from its middle.
pub(super) type Nearness = (bool, f64, f64);

impl HitRegion {
    /// How near a point is; none beyond a finger's reach.
    pub(super) fn nearness(&self, point: Point) -> Option<Nearness> {
        let within = self.area.contains(point) || self.rect.contains(point);
        let distance = self.rect.distance(point);
        (within || distance <= REACH_PX)
            .then(|| (!within, distance, self.rect.center().distance(point)))
    }

    /// What to draw on top to show that the mark is picked.
    pub(super) fn emphasis(&self) -> Shape {
        if self.is_round {
            let radius = self.rect.width / 2.0 + 3.0;
            return Shape::Ring(self.rect.center(), radius, Ink::Ink.solid());
        }
        outline(self.rect.grown(2.0))
    }
}

/// The four sides of a rectangle as one line.
fn outline(rect: Rect) -> Shape {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    Shape::Path(corners.map(|(x, y)| Point::new(x, y)).to_vec(), Ink::Ink.solid())
}
