//! Labels over an axis, each joined to its place by a leader, in as few rows as do.

/// Clear space between two labels in px.
const GAP: f64 = 8.0;
/// Clear space on either side of a leader in px.
const LEADER: f64 = 3.0;
/// How far a label that hangs on its leader by an end reaches past it in px.
const HOLD: f64 = 3.0;

/// Rows of labels above one another; row 0 is the nearest to the axis.
#[derive(Clone, Debug)]
pub(super) struct LabelRows {
    left: f64,
    right: f64,
    /// Taken stretches of x by row: labels, and leaders of the rows above.
    rows: Vec<Vec<(f64, f64)>>,
    most: usize,
}

/// Where a label found room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    /// Counted from the axis.
    pub(super) row: usize,
    /// Left end of the label.
    pub(super) x: f64,
}

impl LabelRows {
    /// Up to `most` empty rows between two x.
    pub(super) fn new(left: f64, right: f64, most: usize) -> Self {
        Self { left, right, rows: Vec::new(), most }
    }

    /// How many rows are in use.
    pub(super) fn used(&self) -> usize {
        self.rows.len()
    }

    /// Finds room for a label of a width at x, centred or hanging on its leader
    /// by an end; none if every row is taken there.
    pub(super) fn place(&mut self, x: f64, width: f64) -> Option<Spot> {
        if width > self.right - self.left {
            return None;
        }
        let starts = [x - width / 2.0, x - HOLD, x + HOLD - width];
        for row in 0..self.most {
            for start in starts {
                let start = start.clamp(self.left, self.right - width);
                if self.free(row, start, start + width) && self.leader_free(row, x) {
                    self.take(row, start, start + width, x);
                    return Some(Spot { row, x: start });
                }
            }
        }
        None
    }

    /// Room on a row of its own, without a leader.
    pub(super) fn place_apart(&mut self, x: f64, width: f64) -> Spot {
        let start = (x - width / 2.0).min(self.right - width).max(self.left);
        // The whole width is taken: a leader of a later label must not pass.
        self.rows.push(vec![(f64::MIN, f64::MAX)]);
        Spot { row: self.rows.len() - 1, x: start }
    }

    fn free(&self, row: usize, from: f64, to: f64) -> bool {
        let taken = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        taken.iter().all(|(start, end)| to + GAP <= *start || *end + GAP <= from)
    }

    fn leader_free(&self, row: usize, x: f64) -> bool {
        let below = self.rows.iter().take(row).flatten();
        below.into_iter().all(|(start, end)| x + LEADER <= *start || *end + LEADER <= x)
    }

    fn take(&mut self, row: usize, from: f64, to: f64, x: f64) {
        while self.rows.len() <= row {
            self.rows.push(Vec::new());
        }
        for (place, taken) in self.rows.iter_mut().enumerate().take(row + 1) {
            taken.push(if place == row { (from, to) } else { (x, x) });
        }
    }
}

/// The order in which to label `count` things so that the first labelled are far apart:
/// both ends, then always the middle of what is left.
pub(super) fn spread(count: usize) -> Vec<usize> {
    let mut order: Vec<usize> =
        (0..count.min(1)).chain((count > 1).then_some(count.saturating_sub(1))).collect();
    let mut gaps = std::collections::VecDeque::from([(0, count.saturating_sub(1))]);
    while let Some((from, to)) = gaps.pop_front() {
        if to <= from + 1 {
            continue;
        }
        let middle = from.midpoint(to);
        order.push(middle);
        gaps.extend([(from, middle), (middle, to)]);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_take_the_next_row_where_the_first_is_taken() {
        let mut rows = LabelRows::new(0.0, 300.0, 3);
        assert_eq!(rows.place(100.0, 80.0), Some(Spot { row: 0, x: 60.0 }));
        assert_eq!(rows.place(150.0, 80.0), Some(Spot { row: 0, x: 148.0 - 1.0 }));
        assert_eq!(rows.used(), 1);
        assert!(rows.place(60.0, 100.0).is_none(), "the leader would cross the first label");
        let spot = rows.place(142.0, 80.0);
        assert_eq!(spot, None);
    }

    #[test]
    fn a_leader_keeps_lower_labels_away() {
        let mut rows = LabelRows::new(0.0, 300.0, 3);
        rows.place(50.0, 60.0);
        let second = rows.place(84.0, 120.0);
        assert_eq!(second.map(|spot| spot.row), Some(1));
        let third = rows.place(110.0, 40.0);
        assert!(third.is_none_or(|spot| spot.row > 0 || spot.x >= 84.0 + GAP), "{third:?}");
    }

    #[test]
    fn labels_stay_between_the_edges() {
        let mut rows = LabelRows::new(0.0, 100.0, 2);
        assert_eq!(rows.place(0.0, 60.0), Some(Spot { row: 0, x: 0.0 }));
        assert_eq!(rows.place(50.0, 101.0), None);
        assert_eq!(rows.place_apart(100.0, 60.0), Spot { row: 1, x: 40.0 });
        assert_eq!(rows.place(90.0, 10.0).map(|spot| spot.row), Some(0));
    }

    #[test]
    fn the_first_labelled_are_far_apart() {
        assert_eq!(spread(0), []);
        assert_eq!(spread(1), [0]);
        assert_eq!(spread(2), [0, 1]);
        assert_eq!(spread(5), [0, 4, 2, 1, 3]);
        let mut all = spread(100);
        all.sort_unstable();
        assert_eq!(all, (0..100).collect::<Vec<_>>());
    }
}
