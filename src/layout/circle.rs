//! Points on a circle.

use super::Point;
use std::f64::consts::{FRAC_PI_2, TAU};

/// How far apart the points along an arc are at most, in px.
const CORNER: f64 = 8.0;

/// Points along an arc from one part of a turn to another, clockwise from the top, with
/// half of a gap in px left at either end.
pub(super) fn arc(middle: Point, radius: f64, (from, to): (f64, f64), gap: f64) -> Vec<Point> {
    let around = TAU * radius;
    let gap = (gap / 2.0 / around).min((to - from) / 4.0);
    let (from, to) = (from + gap, to - gap);
    let count = ((to - from) * around / CORNER).ceil().clamp(1.0, 400.0);
    let angle = |nth: i32| from + (to - from) * f64::from(nth) / count;
    (0..=count as i32).map(|nth| on_circle(middle, radius, angle(nth))).collect()
}

/// The point of a circle at a part of a turn, clockwise from the top.
pub(super) fn on_circle(middle: Point, radius: f64, turn: f64) -> Point {
    let quarters = turn.clamp(0.0, 1.0) * 4.0;
    let quarter = quarters.floor();
    let angle = (quarters - quarter) * FRAC_PI_2;
    let (sin, cos) = (sine(angle), sine(FRAC_PI_2 - angle));
    let (x, y) = match quarter as u8 % 4 {
        0 => (sin, -cos),
        1 => (cos, sin),
        2 => (-sin, cos),
        _ => (-cos, -sin),
    };
    Point::new(middle.x + radius * x, middle.y + radius * y)
}

/// The sine of an angle of a quarter turn at most, to a millionth, by the first terms of its series.
fn sine(angle: f64) -> f64 {
    // The standard library's takes angles of any size, and brings the tables for that.
    let square = angle * angle;
    let mut factor = 1.0;
    for place in [110.0, 72.0, 42.0, 20.0, 6.0] {
        factor = 1.0 - square / place * factor;
    }
    angle * factor
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn an_arc_stays_on_its_circle_and_between_its_ends() {
        let middle = Point::new(100.0, 100.0);
        let points = arc(middle, 50.0, (0.0, 0.5), 2.0);
        assert!(points.len() > 18);
        for point in &points {
            assert!((point.distance(middle) - 50.0).abs() < 1e-4);
            assert!(point.x >= 100.0, "{point:?}");
        }
        assert!(points.first().is_some_and(|point| point.y < 51.0));
        assert!(arc(middle, 50.0, (0.0, 1.0), 0.0).len() > 36);
        assert_eq!(arc(middle, 50.0, (0.2, 0.2), 2.0).len(), 2);
    }

    #[test]
    fn a_sine_is_exact_enough_for_any_screen() {
        for nth in 0..=90 {
            let angle = f64::from(nth).to_radians();
            assert!((sine(angle) - angle.sin()).abs() < 1e-6, "{nth}");
        }
    }
}
