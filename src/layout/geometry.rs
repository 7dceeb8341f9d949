//! Points, sizes and rectangles of a drawing, in CSS px from its upper left corner.

/// A point of a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
}

/// Width and height of a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Whole, at least 1.
    pub width: f64,
    /// Whole, at least 1.
    pub height: f64,
}

/// A rectangle with sides along the axes; width and height are never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// To the right edge.
    pub width: f64,
    /// To the lower edge.
    pub height: f64,
}

impl Point {
    /// A point.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The same point in the mirrored drawing of a width.
    pub fn mirrored(self, width: f64) -> Self {
        Self { x: width - self.x, ..self }
    }

    /// Distance to another point.
    pub fn distance(self, other: Self) -> f64 {
        length(self.x - other.x, self.y - other.y)
    }
}

impl Rect {
    /// From one x and y to another, in either order.
    pub fn between(x0: f64, y0: f64, x1: f64, y1: f64) -> Self {
        Self { x: x0.min(x1), y: y0.min(y1), width: (x1 - x0).abs(), height: (y1 - y0).abs() }
    }

    /// A square around a point, `radius` to each side.
    pub fn around(center: Point, radius: f64) -> Self {
        Self {
            x: center.x - radius,
            y: center.y - radius,
            width: 2.0 * radius,
            height: 2.0 * radius,
        }
    }

    /// The same rectangle in the mirrored drawing of a width.
    pub fn mirrored(self, width: f64) -> Self {
        Self { x: width - self.x - self.width, ..self }
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Middle.
    pub fn center(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Wider by `by` on all four sides; a negative `by` makes it smaller, never less than nothing.
    pub fn grown(&self, by: f64) -> Self {
        let (dx, dy) = (by.max(-self.width / 2.0), by.max(-self.height / 2.0));
        let (width, height) = (self.width + 2.0 * dx, self.height + 2.0 * dy);
        Self { x: self.x - dx, y: self.y - dy, width, height }
    }

    /// Whether the point lies within or on an edge.
    pub fn contains(&self, point: Point) -> bool {
        self.distance(point) <= 0.0
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Distance from the point to the nearest point of the rectangle; 0 within.
    pub fn distance(&self, point: Point) -> f64 {
        let dx = (self.x - point.x).max(point.x - self.right()).max(0.0);
        let dy = (self.y - point.y).max(point.y - self.bottom()).max(0.0);
        length(dx, dy)
    }
}

/// How long the way is that goes so far across and down. No `hypot`: px do not overflow a square.
fn length(dx: f64, dy: f64) -> f64 {
    (dx * dx + dy * dy).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_is_not_overlapping() {
        let left = Rect::between(0.0, 0.0, 10.0, 10.0);
        assert!(!left.overlaps(&Rect::between(10.0, 0.0, 20.0, 10.0)));
        assert!(left.overlaps(&Rect::between(9.0, 9.0, 20.0, 20.0)));
    }

    #[test]
    fn distance_is_to_the_nearest_edge() {
        let rect = Rect::between(10.0, 10.0, 0.0, 0.0);
        assert_eq!(rect.distance(Point::new(5.0, 5.0)), 0.0);
        assert_eq!(rect.distance(Point::new(13.0, 14.0)), 5.0);
        assert!(rect.contains(Point::new(10.0, 0.0)));
    }

    #[test]
    fn nothing_shrinks_below_nothing() {
        let point = Rect::between(4.0, 4.0, 4.0, 8.0).grown(-10.0);
        assert_eq!((point.width, point.height), (0.0, 0.0));
        assert_eq!(point.center(), Point::new(4.0, 6.0));
    }
}
