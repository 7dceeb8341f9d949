//! Label placement: finding room for words in a plot, beside what is already there, and the order
//! in which labels look for it.

use super::{Point, Rect};

/// What is taken in a plot.
#[derive(Clone, Debug, Default)]
pub(super) struct LabelPlacement {
    /// Words must stay within.
    pub(super) bounds: Rect,
    /// Words and dots.
    occupied: Vec<Rect>,
    /// Stretches of lines.
    strokes: Vec<(Point, Point)>,
    /// Lines of the grid, which words had better not cross.
    grid: Vec<(Point, Point)>,
}

/// From a point to the words about it, in px.
const NEAR: f64 = 9.0;
const FAR: f64 = 26.0;

impl LabelPlacement {
    pub(super) fn new(bounds: Rect) -> Self {
        Self { bounds, ..Self::default() }
    }

    /// Keeps words off a rectangle.
    pub(super) fn occupy(&mut self, rect: Rect) {
        self.occupied.push(rect);
    }

    /// Keeps words off a line through points.
    pub(super) fn occupy_path(&mut self, points: &[Point]) {
        self.strokes.extend(points.array_windows().map(|[from, to]| (*from, *to)));
    }

    /// Keeps words off a line of the grid at `y`, if there is another place.
    pub(super) fn avoid_gridline(&mut self, y: f64) {
        let ends = [self.bounds.x, self.bounds.right()].map(|x| Point::new(x, y));
        self.grid.push((ends[0], ends[1]));
    }

    /// Takes a free rectangle of this size beside a point, near before far, rather
    /// one that no line of the grid crosses.
    pub(super) fn place_beside(&mut self, at: Point, width: f64, height: f64) -> Option<Rect> {
        let places = around(at, width, height);
        let mut free = places;
        free.retain(|rect| self.free(rect));
        let clear = free.iter().find(|rect| !crossed(rect, &self.grid)).or(free.first());
        clear.copied().inspect(|rect| self.occupy(*rect))
    }

    /// Takes the first of some rectangles that is free.
    pub(super) fn place_first(&mut self, places: &[Rect]) -> Option<Rect> {
        let found = places.iter().find(|rect| self.free(rect)).copied();
        found.inspect(|rect| self.occupy(*rect))
    }

    fn free(&self, rect: &Rect) -> bool {
        let inside = rect.x >= self.bounds.x
            && rect.y >= self.bounds.y
            && rect.right() <= self.bounds.right()
            && rect.bottom() <= self.bounds.bottom();
        inside
            && !self.occupied.iter().any(|taken| taken.overlaps(rect))
            && !crossed(rect, &self.strokes)
    }
}

/// Whether any of the lines passes through a rectangle or touches it.
fn crossed(rect: &Rect, lines: &[(Point, Point)]) -> bool {
    let rect = rect.grown(2.0);
    lines.iter().any(|(from, to)| crosses(*from, *to, &rect))
}

/// Rectangles of a size beside a point, best first.
fn around(at: Point, width: f64, height: f64) -> Vec<Rect> {
    let mut places = Vec::with_capacity(16);
    for gap in [NEAR, FAR] {
        let (right, left, middle) = (at.x + gap, at.x - gap - width, at.x - width / 2.0);
        let (above, below, beside) = (at.y - gap - height, at.y + gap, at.y - height / 2.0);
        let corners = [
            (right, beside),
            (middle, above),
            (left, beside),
            (middle, below),
            (at.x, above),
            (at.x - width, above),
            (at.x, below),
            (at.x - width, below),
        ];
        places.extend(corners.map(|(x, y)| Rect { x, y, width, height }));
    }
    places
}

/// Whether a stretch of a line passes through a rectangle (Liang and Barsky).
fn crosses(from: Point, to: Point, rect: &Rect) -> bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let sides = [
        (-dx, from.x - rect.x),
        (dx, rect.right() - from.x),
        (-dy, from.y - rect.y),
        (dy, rect.bottom() - from.y),
    ];
    let (mut enter, mut leave) = (0.0f64, 1.0f64);
    for (slope, room) in sides {
        if slope == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if slope < 0.0 {
            enter = enter.max(room / slope);
        } else {
            leave = leave.min(room / slope);
        }
    }
    enter <= leave
}

/// The order in which to label `count` things so that the first labelled are far apart:
/// both ends, then always the middle of what is left.
pub(super) fn label_order(count: usize) -> Vec<usize> {
    let last = count.saturating_sub(1);
    let mut order: Vec<usize> = [0, last].into_iter().take(count.min(2)).collect();
    let mut gaps = vec![(0, last)];
    let mut next = 0;
    while let Some(&(from, to)) = gaps.get(next) {
        next += 1;
        if to > from + 1 {
            let middle = from.midpoint(to);
            order.push(middle);
            gaps.push((from, middle));
            gaps.push((middle, to));
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_crosses_what_it_passes_through() {
        let rect = Rect::between(10.0, 10.0, 20.0, 20.0);
        assert!(crosses(Point::new(0.0, 0.0), Point::new(30.0, 30.0), &rect));
        assert!(crosses(Point::new(15.0, 15.0), Point::new(15.0, 15.0), &rect));
        assert!(!crosses(Point::new(0.0, 0.0), Point::new(30.0, 5.0), &rect));
        assert!(!crosses(Point::new(0.0, 15.0), Point::new(5.0, 15.0), &rect));
    }

    #[test]
    fn words_go_where_nothing_is() {
        let mut placement = LabelPlacement::new(Rect::between(0.0, 0.0, 100.0, 100.0));
        let at = Point::new(50.0, 50.0);
        let first = placement.place_beside(at, 20.0, 10.0);
        assert_eq!(first, Some(Rect { x: 59.0, y: 45.0, width: 20.0, height: 10.0 }));
        placement.occupy_path(&[Point::new(0.0, 36.0), Point::new(100.0, 36.0)]);
        let second = placement.place_beside(at, 20.0, 10.0);
        assert_eq!(second, Some(Rect { x: 21.0, y: 45.0, width: 20.0, height: 10.0 }));
        placement.avoid_gridline(64.0);
        let third = placement.place_beside(at, 20.0, 10.0);
        assert_eq!(third, Some(Rect { x: 40.0, y: 14.0, width: 20.0, height: 10.0 }));
        let fourth = placement.place_beside(at, 20.0, 10.0);
        assert_eq!(fourth, Some(Rect { x: 40.0, y: 76.0, width: 20.0, height: 10.0 }));
        assert_eq!(placement.place_beside(at, 200.0, 10.0), None);
    }

    #[test]
    fn the_first_labelled_are_far_apart() {
        assert_eq!(label_order(0), [0; 0]);
        assert_eq!(label_order(1), [0]);
        assert_eq!(label_order(2), [0, 1]);
        assert_eq!(label_order(5), [0, 4, 2, 1, 3]);
        let mut all = label_order(100);
        all.sort_unstable();
        assert_eq!(all, (0..100).collect::<Vec<_>>());
    }
}
