//! Where a mark is, and how near a point is to it.

use super::grip::grip;
use super::{Ink, Point, Rect, Shape};

/// A finger is not finer than this, in CSS px.
const REACH_PX: f64 = 24.0;

/// A finger that goes down so near to a grip takes hold of it, in CSS px.
const GRIP_REACH_PX: f64 = 8.0;

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
    /// A grip of a value to set.
    Grip {
        /// It goes up and down, not to both sides.
        is_vertical: bool,
        /// It is drawn whether it is picked or not.
        is_shown: bool,
    },
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

    /// The same in the mirrored drawing of a width.
    pub(super) fn mirrored(self, width: f64) -> Self {
        Self { rect: self.rect.mirrored(width), area: self.area.mirrored(width), ..self }
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
