//! Labels over an axis, each joined to its place by a leader, in as few rows as do.

/// Clear space between two labels in px.
const GAP: f64 = 8.0;
/// Clear space on either side of a leader in px.
const LEADER: f64 = 3.0;
/// How far a label that hangs on its leader by an end reaches past it in px.
const HOLD: f64 = 3.0;

/// Rows of labels above one another.
///
/// The topmost is filled first: its leaders are thin where they pass the rows
/// below, so that more labels find room there. Rows without a label fall away.
#[derive(Clone, Debug)]
pub(super) struct LabelRows {
    left: f64,
    right: f64,
    /// From the axis up.
    rows: Vec<Row>,
}

#[derive(Clone, Debug, Default)]
struct Row {
    labels: Vec<(f64, f64)>,
    leaders: Vec<f64>,
}

/// Where a label found room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    /// For [`LabelRows::level`].
    row: usize,
    /// Left end of the label.
    pub(super) x: f64,
}

impl LabelRows {
    /// `most` empty rows between two x.
    pub(super) fn new(left: f64, right: f64, most: usize) -> Self {
        Self { left, right, rows: vec![Row::default(); most] }
    }

    /// How many rows hold a label.
    pub(super) fn used(&self) -> usize {
        self.rows.iter().filter(|row| !row.labels.is_empty()).count()
    }

    /// How many rows with labels lie between a label and the axis.
    pub(super) fn level(&self, spot: Spot) -> usize {
        self.rows.iter().take(spot.row).filter(|row| !row.labels.is_empty()).count()
    }

    /// Finds room for a label of a width at x, centred or hanging on its leader
    /// by an end; none if every row is taken there.
    pub(super) fn place(&mut self, x: f64, width: f64) -> Option<Spot> {
        if width > self.right - self.left {
            return None;
        }
        let starts = [x - width / 2.0, x - HOLD, x + HOLD - width];
        let starts = starts.map(|start| start.min(self.right - width).max(self.left));
        let at = |row: usize| starts.map(|x| Spot { row, x });
        let free = |spot: &Spot| self.free(*spot, width) && self.leader_free(spot.row, x);
        let spot = (0..self.rows.len()).rev().find_map(|row| at(row).into_iter().find(free))?;
        for (place, row) in self.rows.iter_mut().enumerate().take(spot.row + 1) {
            if place == spot.row {
                row.labels.push((spot.x, spot.x + width));
            } else {
                row.leaders.push(x);
            }
        }
        Some(spot)
    }

    /// Room on a row of its own above all others, without a leader.
    pub(super) fn place_apart(&mut self, x: f64, width: f64) -> Spot {
        let start = (x - width / 2.0).min(self.right - width).max(self.left);
        // The whole width is taken: no leader of a later label may pass.
        self.rows.push(Row { labels: vec![(f64::MIN, f64::MAX)], leaders: Vec::new() });
        Spot { row: self.rows.len() - 1, x: start }
    }

    fn free(&self, spot: Spot, width: f64) -> bool {
        let Some(row) = self.rows.get(spot.row) else { return false };
        let (from, to) = (spot.x, spot.x + width);
        row.labels.iter().all(|(start, end)| to + GAP <= *start || *end + GAP <= from)
            && row.leaders.iter().all(|x| to + LEADER <= *x || *x + LEADER <= from)
    }

    fn leader_free(&self, row: usize, x: f64) -> bool {
        let passes = |(start, end): &(f64, f64)| x + LEADER <= *start || *end + LEADER <= x;
        self.rows.iter().take(row).all(|row| row.labels.iter().all(passes))
    }
}

/// The order in which to label `count` things so that the first labelled are far apart:
/// both ends, then always the middle of what is left.
pub(super) fn spread(count: usize) -> Vec<usize> {
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
    fn labels_take_the_row_below_where_the_first_is_taken() {
        let mut rows = LabelRows::new(0.0, 300.0, 3);
        let first = rows.place(100.0, 80.0).unwrap();
        assert_eq!(first.x, 60.0);
        let second = rows.place(120.0, 80.0).unwrap();
        assert_eq!((rows.level(first), rows.level(second)), (1, 0));
        assert!(second.x >= 100.0 + LEADER, "the first leader stays clear: {second:?}");
        assert_eq!(rows.used(), 2);
    }

    #[test]
    fn rows_without_a_label_fall_away() {
        let mut rows = LabelRows::new(0.0, 300.0, 3);
        let only = rows.place(50.0, 60.0).unwrap();
        assert_eq!((rows.used(), rows.level(only)), (1, 0));
    }

    #[test]
    fn a_leader_never_crosses_a_label() {
        let mut rows = LabelRows::new(0.0, 100.0, 1);
        rows.place(50.0, 60.0);
        rows.rows.push(Row::default());
        assert_eq!(rows.place(50.0, 20.0), None);
    }

    #[test]
    fn labels_stay_between_the_edges() {
        let mut rows = LabelRows::new(0.0, 100.0, 2);
        assert_eq!(rows.place(0.0, 60.0).map(|spot| spot.x), Some(0.0));
        assert_eq!(rows.place(50.0, 101.0), None);
        assert_eq!(rows.place_apart(100.0, 60.0).x, 40.0);
    }

    #[test]
    fn the_first_labelled_are_far_apart() {
        assert_eq!(spread(0), [0; 0]);
        assert_eq!(spread(1), [0]);
        assert_eq!(spread(2), [0, 1]);
        assert_eq!(spread(5), [0, 4, 2, 1, 3]);
        let mut all = spread(100);
        all.sort_unstable();
        assert_eq!(all, (0..100).collect::<Vec<_>>());
    }
}
