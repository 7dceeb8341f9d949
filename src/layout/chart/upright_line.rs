//! A line across upright bars.

use crate::layout::drawing::Drawing;
use crate::layout::label_placement::LabelPlacement;
use crate::layout::{Fill, Ink, Point, Rect, Shape};

/// Half the width of a point, and of the paper around it, in px.
const RADIUS: f64 = 3.0;
pub(super) const HALO: f64 = 5.0;

/// The role of a line: what is muted would be lost over bars.
pub(super) fn line_ink(ink: Ink) -> Ink {
    if ink == Ink::Muted { Ink::Ink } else { ink }
}

/// Draws a line and takes its room; a missing value is a gap.
pub(super) fn draw_line(
    drawing: &mut Drawing,
    placement: &mut LabelPlacement,
    points: &[Option<Point>],
    ink: Ink,
) {
    for piece in points.split(Option::is_none) {
        let path: Vec<Point> = piece.iter().flatten().copied().collect();
        placement.occupy_path(&path);
        if path.len() > 1 {
            drawing.shapes.extend(with_halo(path, ink.solid()));
        }
    }
    for point in points.iter().flatten() {
        drawing.dot(*point, HALO, Ink::Paper.solid());
        drawing.dot(*point, RADIUS, ink.solid());
        placement.occupy(Rect::around(*point, HALO));
    }
}

/// A line with paper on both sides, so that it stands out from the bars.
fn with_halo(path: Vec<Point>, fill: Fill) -> [Shape; 3] {
    let moved = |by: f64| {
        let points = path.iter().map(|at| Point::new(at.x, at.y + by));
        Shape::Path(points.collect(), Ink::Paper.solid())
    };
    [moved(-2.0), moved(2.0), Shape::Path(path, fill)]
}
