//! What tells one series from another besides its colour: the dashes of its line and the shape of
//! its points. Both go with the role, as the colour does.

use crate::layout::{Ink, Point};

/// Lengths of dash and gap in turn, in px; none for a line that is whole.
pub(super) fn pattern(ink: Ink) -> &'static [f64] {
    match ink {
        Ink::Series(1) => &[12.0, 4.0],
        Ink::Series(2) => &[4.0, 4.0],
        Ink::Series(3) => &[14.0, 4.0, 4.0, 4.0],
        Ink::Series(4) => &[24.0, 6.0],
        _ => &[],
    }
}

/// The corners of a point of this half width around the origin, in px; none for a round one.
pub(super) fn corners(ink: Ink, half: i32) -> Vec<(i32, i32)> {
    let tip = half + 1;
    match ink {
        Ink::Series(1) => vec![(-half, -half), (half, -half), (half, half), (-half, half)],
        Ink::Series(2) => vec![(0, -tip), (tip, half), (-tip, half)],
        Ink::Series(3) => vec![(0, -tip), (tip, 0), (0, tip), (-tip, 0)],
        Ink::Series(4) => vec![(0, tip), (tip, -half), (-tip, -half)],
        _ => Vec::new(),
    }
}

/// The pieces of a line that are drawn; all of it without a pattern.
pub(super) fn dashes(points: &[Point], pattern: &[f64]) -> Vec<Vec<Point>> {
    let (Some(first), Some(length)) = (points.first(), pattern.first()) else {
        return vec![points.to_vec()];
    };
    let mut pieces = vec![vec![*first]];
    let (mut turn, mut left) = (0, *length);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut way = distance(from, to);
        while way > left {
            from = between(from, to, left / way);
            way -= left;
            turn += 1;
            left = pattern[turn % pattern.len()];
            match pieces.last_mut() {
                Some(piece) if turn % 2 == 1 => piece.push(from),
                _ => pieces.push(vec![from]),
            }
        }
        left -= way;
        if let Some(piece) = pieces.last_mut().filter(|_| turn % 2 == 0) {
            piece.push(to);
        }
    }
    pieces
}

fn distance(from: Point, to: Point) -> f64 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    (x * x + y * y).sqrt()
}

fn between(from: Point, to: Point, share: f64) -> Point {
    Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERIES: [Ink; 5] =
        [Ink::Series(0), Ink::Series(1), Ink::Series(2), Ink::Series(3), Ink::Series(4)];

    #[test]
    fn five_series_differ_in_dash_and_shape() {
        for (place, one) in SERIES.iter().enumerate() {
            for other in &SERIES[place + 1..] {
                assert_ne!(pattern(*one), pattern(*other));
                assert_ne!(corners(*one, 3), corners(*other, 3));
            }
        }
    }

    #[test]
    fn dashes_go_on_around_corners() {
        let corner = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)].map(|(x, y)| Point::new(x, y));
        let pieces = dashes(&corner, &[8.0, 4.0]);
        let lengths = |piece: &Vec<Point>| piece.windows(2).map(|it| distance(it[0], it[1])).sum();
        let lengths: Vec<f64> = pieces.iter().map(lengths).collect();
        assert_eq!(lengths, [8.0, 8.0]);
        assert_eq!(pieces[1].first(), Some(&Point::new(10.0, 2.0)));
        assert_eq!(dashes(&corner, &[]), [corner.to_vec()]);
        assert_eq!(dashes(&corner, &[4.0, 4.0]).len(), 3);
    }

    #[test]
    fn a_dash_keeps_the_corners_within() {
        let corner =
            [(0.0, 0.0), (3.0, 0.0), (3.0, 3.0), (9.0, 3.0)].map(|(x, y)| Point::new(x, y));
        assert_eq!(dashes(&corner, &[100.0, 1.0]), [corner.to_vec()]);
    }
}
