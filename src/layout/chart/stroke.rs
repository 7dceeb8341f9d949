//! A line through points.

use crate::layout::drawing::Drawing;
use crate::layout::label_placement::LabelPlacement;
use crate::layout::{Fill, Ink, Point, Rect, Shape};
use crate::story::Curve;

/// Points are drawn where each has this much room, in px.
const DOT_ROOM: f64 = 10.0;
/// Half the width of a point, and of the paper around it, in px.
const RADIUS: f64 = 3.0;
pub(super) const HALO: f64 = 5.0;

/// How a line is drawn.
#[derive(Clone, Copy)]
pub(super) struct Stroke {
    pub(super) fill: Fill,
    pub(super) curve: Curve,
    /// Its points are drawn, too.
    pub(super) has_dots: bool,
    /// Paper is around it, so that it stands out from bars.
    pub(super) has_halo: bool,
}

impl Stroke {
    /// A line with its points, where so many of them have room on so many px.
    pub(super) fn dotted(fill: Fill, curve: Curve, count: usize, width: f64) -> Self {
        let has_dots = count as f64 * DOT_ROOM <= width;
        Self { fill, curve, has_dots, has_halo: false }
    }

    /// Draws the line and takes its room; a missing point is a gap.
    pub(super) fn draw(
        self,
        drawing: &mut Drawing,
        placement: &mut LabelPlacement,
        points: &[Option<Point>],
    ) {
        for piece in points.split(Option::is_none) {
            let piece: Vec<Point> = piece.iter().flatten().copied().collect();
            let path = joined(&piece, self.curve);
            placement.occupy_path(&path);
            match path.as_slice() {
                [] => {}
                [_] if self.has_dots => {}
                [only] => drawing.dot(*only, RADIUS, self.fill),
                _ => self.draw_path(drawing, path),
            }
        }
        for point in points.iter().flatten().filter(|_| self.has_dots) {
            let mut reach = RADIUS + 1.0;
            if self.has_halo {
                drawing.dot(*point, HALO, Ink::Paper.solid());
                reach = HALO;
            }
            drawing.dot(*point, RADIUS, self.fill);
            placement.occupy(Rect::around(*point, reach));
        }
    }

    fn draw_path(self, drawing: &mut Drawing, path: Vec<Point>) {
        for by in if self.has_halo { [-2.0, 2.0].as_slice() } else { &[] } {
            let points = path.iter().map(|at| Point::new(at.x, at.y + by));
            drawing.shapes.push(Shape::Path(points.collect(), Ink::Paper.solid()));
        }
        drawing.shapes.push(Shape::Path(path, self.fill));
    }
}

/// The points of a path as a curve joins them, no more of them than can be seen.
pub(super) fn joined(points: &[Point], curve: Curve) -> Vec<Point> {
    let points = thinned(points);
    if curve == Curve::Linear {
        return points;
    }
    let mut path = points.get(..1).unwrap_or_default().to_vec();
    for [from, to] in points.array_windows() {
        path.extend([Point::new(to.x, from.y), *to]);
    }
    path
}

/// The points, at most four to a px of width: the first, the lowest, the highest and the last.
fn thinned(points: &[Point]) -> Vec<Point> {
    let mut path = Vec::new();
    for column in points.chunk_by(|a, b| a.x == b.x) {
        let lowest = column.iter().max_by(|a, b| a.y.total_cmp(&b.y));
        let highest = column.iter().min_by(|a, b| a.y.total_cmp(&b.y));
        for point in [column.first(), lowest, highest, column.last()] {
            path.extend(point);
        }
    }
    path.dedup();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_px_column_keeps_its_extremes() {
        let points: Vec<_> = (0..1000).map(|n| Point::new(5.0, f64::from(n % 100))).collect();
        let path = thinned(&points);
        assert_eq!(path.iter().map(|point| point.y).collect::<Vec<_>>(), [0.0, 99.0, 0.0, 99.0]);
    }
}
