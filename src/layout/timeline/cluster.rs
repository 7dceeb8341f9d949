//! Marks that would touch become one counted mark.

use crate::layout::Ink;
use crate::layout::context::SMALL;
use crate::layout::text::Typesetter;
use std::ops::Range;

/// Half the width of a single event's mark, in px.
pub(super) const DOT: f64 = 5.0;
/// The least half of a counted mark's width, in px.
pub(super) const COUNTED: f64 = 9.0;
/// Clear space between two marks in px.
const APART: f64 = 2.0;

/// One or more neighbours as one mark.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cluster {
    /// Indices into the list that was given.
    pub(super) members: Range<usize>,
    /// Middle of the mark.
    pub(super) x: f64,
    /// Half its width.
    pub(super) radius: f64,
    /// Sum of its members' x.
    sum: f64,
}

/// Half the width of a mark with these digits.
fn counted_radius(typesetter: Typesetter, digits: &str) -> f64 {
    let width = typesetter.run(digits, SMALL, Ink::Muted).width;
    (width / 2.0 + 4.0).ceil().max(COUNTED)
}

/// Half the widths of counted marks, by how many digits the count has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Radii([f64; 7]);

impl Radii {
    pub(super) fn new(typesetter: Typesetter) -> Self {
        let mut digits = String::new();
        Self(std::array::from_fn(|_| {
            digits.push('0');
            counted_radius(typesetter, &digits)
        }))
    }

    /// Half the width of a mark that stands for so many.
    pub(super) fn of(&self, count: usize) -> f64 {
        if count < 2 {
            return DOT;
        }
        let digits = count.ilog10() as usize;
        self.0.get(digits).or(self.0.last()).copied().unwrap_or(COUNTED)
    }
}

/// Joins ascending x to marks of which no two touch, all between `left` and `right`.
///
/// Each mark stands at the mean of its members. Linear in their number.
pub(super) fn join(radii: &Radii, xs: &[f64], edges: (f64, f64)) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for (index, &x) in xs.iter().enumerate() {
        let mut last = Cluster::new(radii, index..index + 1, x, edges);
        while let Some(before) = clusters.pop_if(|before| before.touches(&last)) {
            let members = before.members.start..last.members.end;
            last = Cluster::new(radii, members, before.sum + last.sum, edges);
        }
        clusters.push(last);
    }
    clusters
}

impl Cluster {
    fn new(radii: &Radii, members: Range<usize>, sum: f64, (left, right): (f64, f64)) -> Self {
        let radius = radii.of(members.len());
        let x = (sum / members.len() as f64).min(right - radius).max(left + radius).round();
        Self { members, x, radius, sum }
    }

    fn touches(&self, next: &Self) -> bool {
        next.x - self.x < self.radius + next.radius + APART
    }

    /// Its stretch of x, with the space around it.
    pub(super) fn span(&self) -> (f64, f64) {
        (self.x - self.radius - APART, self.x + self.radius + APART)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::TableMeasure;

    fn joined(xs: &[f64]) -> Vec<Cluster> {
        join(&Radii::new(Typesetter::new(&TableMeasure)), xs, (0.0, 600.0))
    }

    #[test]
    fn neighbours_join_and_others_stay_alone() {
        let clusters = joined(&[20.0, 100.0, 103.0, 300.0]);
        let members: Vec<_> = clusters.iter().map(|cluster| cluster.members.clone()).collect();
        assert_eq!(members, [0..1, 1..3, 3..4]);
        assert_eq!(clusters[1].x, 102.0);
    }

    #[test]
    fn no_two_marks_touch_and_none_leaves_the_axis() {
        let xs: Vec<f64> = (0..2000).map(|n| f64::from(n * n % 7919)).collect();
        let mut xs: Vec<f64> = xs.iter().map(|x| x * 600.0 / 7919.0).collect();
        xs.sort_by(f64::total_cmp);
        let clusters = joined(&xs);
        for pair in clusters.windows(2) {
            assert!(pair[0].x + pair[0].radius < pair[1].x - pair[1].radius);
        }
        assert!(
            clusters
                .iter()
                .all(|mark| mark.x - mark.radius >= 0.0 && mark.x + mark.radius <= 600.0)
        );
        assert_eq!(clusters.iter().map(|mark| mark.members.len()).sum::<usize>(), xs.len());
    }
}
