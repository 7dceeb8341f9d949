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

/// Data keep this far from the plot's left and right edge, in px.
pub(super) const INSET: f64 = 6.0;

/// How a line is drawn.
#[derive(Clone, Copy)]
pub(super) struct Stroke {
    pub(super) fill: Fill,
    pub(super) curve: Curve,
    /// Its points are drawn, too.
    pub(super) has_dots: bool,
    /// Paper is around it, so that it stands out from bars.
    pub(super) has_halo: bool,
    /// The two x between which it is drawn.
    pub(super) clip: Option<(f64, f64)>,
}

impl Stroke {
    /// A line with its points, where so many of them have room on so many px.
    pub(super) fn dotted(fill: Fill, curve: Curve, count: usize, width: f64) -> Self {
        Self { curve, ..Self::straight(fill, count as f64 * DOT_ROOM <= width) }
    }

    /// A line from point to point.
    pub(super) fn straight(fill: Fill, has_dots: bool) -> Self {
        Self { fill, curve: Curve::Linear, has_dots, has_halo: false, clip: None }
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
            let path = joined(piece, self.curve, self.clip);
            placement.occupy_path(&path);
            match path.as_slice() {
                [] => {}
                [_] if self.has_dots => {}
                [only] => drawing.dot(*only, RADIUS, self.fill),
                _ => self.draw_path(drawing, path),
            }
        }
        for point in points.iter().flatten().filter(|at| self.has_dots && self.shows_dot(at.x)) {
            let mut reach = RADIUS + 1.0;
            if self.has_halo {
                drawing.dot(*point, HALO, Ink::Paper.solid());
                reach = HALO;
            }
            drawing.dot(*point, RADIUS, self.fill);
            placement.occupy(Rect::around(*point, reach));
        }
    }

    /// Whether a point is as far within the plot as points of the whole are.
    fn shows_dot(self, x: f64) -> bool {
        self.clip.is_none_or(|(left, right)| (left + INSET..=right - INSET).contains(&x))
    }

    fn draw_path(self, drawing: &mut Drawing, path: Vec<Point>) {
        for by in if self.has_halo { [-2.0, 2.0].as_slice() } else { &[] } {
            let points = path.iter().map(|at| Point::new(at.x, at.y + by));
            drawing.shapes.push(Shape::Path(points.collect(), Ink::Paper.solid()));
        }
        drawing.shapes.push(Shape::Path(path, self.fill));
    }
}

/// The points of a path as a curve joins them, between two x.
pub(super) fn joined(mut path: Vec<Point>, curve: Curve, clip: Option<(f64, f64)>) -> Vec<Point> {
    path.dedup();
    if curve == Curve::Step {
        let points = std::mem::take(&mut path);
        path.extend(points.first());
        for [from, to] in points.array_windows() {
            path.extend([Point::new(to.x, from.y), *to]);
        }
    }
    match clip {
        Some((left, right)) => clipped(&path, left, right),
        None => path,
    }
}

/// The points, each with its place, at most four to a px of width: the first, the lowest, the highest
/// and the last. A missing one is a gap; one within a px is not seen.
pub(super) fn thinned(points: &[Option<(usize, Point)>]) -> Vec<Option<(usize, Point)>> {
    let mut path = Vec::new();
    let mut column: Option<[(usize, Point); 4]> = None;
    let mut is_gap = false;
    for point in points {
        let Some(point) = *point else {
            is_gap = true;
            continue;
        };
        match &mut column {
            Some([first, lowest, highest, last]) if first.1.x == point.1.x => {
                if point.1.y > lowest.1.y {
                    *lowest = point;
                }
                if point.1.y < highest.1.y {
                    *highest = point;
                }
                *last = point;
            }
            _ => {
                add_column(&mut path, column);
                path.extend(is_gap.then_some(None));
                column = Some([point; 4]);
            }
        }
        is_gap = false;
    }
    add_column(&mut path, column);
    path
}

fn add_column(path: &mut Vec<Option<(usize, Point)>>, column: Option<[(usize, Point); 4]>) {
    let Some([first, mut lowest, mut highest, last]) = column else { return };
    if highest.0 < lowest.0 {
        std::mem::swap(&mut lowest, &mut highest);
    }
    path.push(Some(first));
    let mut before = first.0;
    for point in [lowest, highest, last] {
        if point.0 > before {
            before = point.0;
            path.push(Some(point));
        }
    }
}

/// The part of a path from left to right, or from right to left, that lies between two x.
pub(super) fn clipped(path: &[Point], left: f64, right: f64) -> Vec<Point> {
    let mut kept = Vec::new();
    let mut last: Option<Point> = None;
    for point in path {
        if let Some(last) = last {
            let edges = if last.x < point.x { [left, right] } else { [right, left] };
            for x in edges {
                if (last.x < x && x < point.x) || (point.x < x && x < last.x) {
                    let share = (x - last.x) / (point.x - last.x);
                    kept.push(Point::new(x, last.y + (point.y - last.y) * share));
                }
            }
        }
        kept.extend((left..=right).contains(&point.x).then_some(*point));
        last = Some(*point);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_px_column_keeps_its_extremes() {
        let point = |n: usize| Some((n, Point::new(5.0, (n % 100) as f64)));
        let points: Vec<_> = (0..1000).map(point).collect();
        let places = thinned(&points).into_iter().flatten().map(|(place, _)| place);
        assert_eq!(places.collect::<Vec<_>>(), [0, 99, 999]);
    }

    /// From the least to the greatest y that is drawn in each px column.
    fn extents<'a>(points: impl Iterator<Item = &'a (usize, Point)>) -> BTreeMap<i64, (f64, f64)> {
        let mut extents = BTreeMap::new();
        for (_, at) in points {
            let (top, bottom) = extents.entry(at.x as i64).or_insert((at.y, at.y));
            (*top, *bottom) = (top.min(at.y), bottom.max(at.y));
        }
        extents
    }

    /// The y of a path at an x: from where to where.
    fn span_at(path: &[Point], x: f64) -> Option<(f64, f64)> {
        let mut span: Option<(f64, f64)> = None;
        for [a, b] in path.array_windows() {
            let (low, high) = (a.x.min(b.x), a.x.max(b.x));
            if !(low..=high).contains(&x) {
                continue;
            }
            let share = if low < high { (x - a.x) / (b.x - a.x) } else { 0.0 };
            let ends = if low < high { [a.y + (b.y - a.y) * share; 2] } else { [a.y, b.y] };
            for y in ends {
                let (top, bottom) = span.unwrap_or((y, y));
                span = Some((top.min(y), bottom.max(y)));
            }
        }
        span
    }

    fn path(xs: std::ops::Range<i32>) -> impl Strategy<Value = Vec<Point>> {
        prop::collection::vec((xs, 0..300i32), 2..60).prop_map(|mut points| {
            points.sort_unstable_by_key(|(x, _)| *x);
            points.iter().map(|(x, y)| Point::new(f64::from(*x), f64::from(*y))).collect()
        })
    }

    proptest! {
        /// In every px column what is left covers what all points would, and gaps wider than a
        /// column stay.
        #[test]
        fn thinned_points_cover_what_all_would(
            points in prop::collection::vec(prop::option::weighted(0.9, (0..8i32, 0..300i32)), 1..400),
        ) {
            let mut x = 0;
            let mut all = Vec::new();
            for (place, point) in points.into_iter().enumerate() {
                all.push(point.map(|(step, y)| {
                    x += i32::from(step == 0);
                    (place, Point::new(f64::from(x), f64::from(y)))
                }));
            }
            let thinned = thinned(&all);
            prop_assert_eq!(extents(thinned.iter().flatten()), extents(all.iter().flatten()));
            for column in thinned.iter().flatten().collect::<Vec<_>>().chunk_by(|a, b| a.1.x == b.1.x) {
                prop_assert!(column.len() <= 4);
            }
            // What is joined in all is joined, and what is not is not, but within a column.
            let joins = |points: &[Option<(usize, Point)>]| -> Vec<(i64, i64)> {
                let pairs = points.array_windows().filter_map(|[a, b]| Some(((*a)?.1, (*b)?.1)));
                let mut joins: Vec<_> = pairs.map(|(a, b)| (a.x as i64, b.x as i64)).collect();
                joins.retain(|(a, b)| a != b);
                joins
            };
            prop_assert_eq!(joins(&thinned), joins(&all));
        }

        /// Nothing of a clipped path lies outside; what lies inside is what the whole path shows there.
        #[test]
        fn a_clipped_path_shows_what_the_whole_does(
            path in path(-500..1200),
            (left, right) in (0..300i32, 301..700i32),
            is_backwards in any::<bool>(),
            is_step in any::<bool>(),
        ) {
            let mut points = path;
            if is_backwards {
                points.reverse();
            }
            let curve = if is_step { Curve::Step } else { Curve::Linear };
            let (left, right) = (f64::from(left), f64::from(right));
            let whole = joined(points.clone(), curve, None);
            let part = joined(points, curve, Some((left, right)));
            prop_assert!(part.iter().all(|at| (left..=right).contains(&at.x)));
            for x in (left as i32..=right as i32).map(f64::from) {
                match (span_at(&whole, x), span_at(&part, x)) {
                    (Some(whole), Some(part)) => {
                        prop_assert!((whole.0 - part.0).abs() + (whole.1 - part.1).abs() < 1e-6);
                    }
                    (whole, part) => prop_assert!(
                        whole == part || x == left || x == right, "{x}: {whole:?}, {part:?}"
                    ),
                }
            }
        }
    }
}
