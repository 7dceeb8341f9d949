//! What a value is taken hold of by: a ring with two arrowheads, which point where it can go.

use super::{Ink, Point, Shape};

/// Half the width of a grip, in px.
pub(super) const RADIUS: f64 = 9.0;

/// A grip that goes up and down, or to both sides; the picked one is filled.
pub(super) fn grip(center: Point, is_vertical: bool, is_picked: bool) -> Vec<Shape> {
    let (ground, arrows) = if is_picked { (Ink::Ink, Ink::Paper) } else { (Ink::Paper, Ink::Ink) };
    let mut shapes = vec![
        Shape::Dot(center, RADIUS, ground.solid()),
        Shape::Ring(center, RADIUS, Ink::Ink.solid()),
    ];
    for side in [-1.0, 1.0] {
        let arrow = [(2.0, -3.0), (5.0, 0.0), (2.0, 3.0)].map(|(along, across)| {
            let (along, across) = (side * along, across);
            let (x, y) = if is_vertical { (across, along) } else { (along, across) };
            Point::new(center.x + x, center.y + y)
        });
        shapes.push(Shape::Path(arrow.to_vec(), arrows.solid()));
    }
    shapes
}
