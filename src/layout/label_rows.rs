//! Labels over an axis, each joined to its point by a leader, in as few rows as do.

/// Clear space between two labels in px.
const LABEL_GAP: f64 = 8.0;
/// Clear space on either side of a leader in px.
const LEADER_GAP: f64 = 3.0;
/// How far a label that hangs on its leader by an end reaches past it in px.
const OVERHANG: f64 = 3.0;

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
pub(super) struct LabelPosition {
    /// For [`LabelRows::rows_below`].
    row: usize,
    /// Left end of the label.
    pub(super) x: f64,
}

impl LabelRows {
    /// `most` empty rows between two x.
    pub(super) fn new(left: f64, right: f64, most: usize) -> Self {
        Self { left, right, rows: vec![Row::default(); most] }
    }

    /// The x at which all rows end.
    pub(super) fn right(&self) -> f64 {
        self.right
    }

    /// How many rows hold a label.
    pub(super) fn used(&self) -> usize {
        self.rows.iter().filter(|row| !row.labels.is_empty()).count()
    }

    /// How many rows with labels lie between a label and the axis.
    pub(super) fn rows_below(&self, position: LabelPosition) -> usize {
        self.rows.iter().take(position.row).filter(|row| !row.labels.is_empty()).count()
    }

    /// Finds room for a label of a width at x, centred or hanging on its leader
    /// by an end; none if every row is taken there.
    pub(super) fn place(&mut self, x: f64, width: f64) -> Option<LabelPosition> {
        if width > self.right - self.left {
            return None;
        }
        let starts = [x - width / 2.0, x - OVERHANG, x + OVERHANG - width];
        let starts = starts.map(|start| start.min(self.right - width).max(self.left));
        let at = |row: usize| starts.map(|x| LabelPosition { row, x });
        let free = |position: &LabelPosition| {
            self.free(*position, width) && self.leader_free(position.row, x)
        };
        let position = (0..self.rows.len()).rev().find_map(|row| at(row).into_iter().find(free))?;
        for (index, row) in self.rows.iter_mut().enumerate().take(position.row + 1) {
            if index == position.row {
                row.labels.push((position.x, position.x + width));
            } else {
                row.leaders.push(x);
            }
        }
        Some(position)
    }

    /// Room on a row of its own above all others, without a leader.
    pub(super) fn place_on_own_row(&mut self, x: f64, width: f64) -> LabelPosition {
        let start = (x - width / 2.0).min(self.right - width).max(self.left);
        // The whole width is taken: no leader of a later label may pass.
        self.rows.push(Row { labels: vec![(f64::MIN, f64::MAX)], leaders: Vec::new() });
        LabelPosition { row: self.rows.len() - 1, x: start }
    }

    fn free(&self, position: LabelPosition, width: f64) -> bool {
        let Some(row) = self.rows.get(position.row) else { return false };
        let (from, to) = (position.x, position.x + width);
        row.labels.iter().all(|(start, end)| to + LABEL_GAP <= *start || *end + LABEL_GAP <= from)
            && row.leaders.iter().all(|x| to + LEADER_GAP <= *x || *x + LEADER_GAP <= from)
    }

    fn leader_free(&self, row: usize, x: f64) -> bool {
        let passes = |(start, end): &(f64, f64)| x + LEADER_GAP <= *start || *end + LEADER_GAP <= x;
        self.rows.iter().take(row).all(|row| row.labels.iter().all(passes))
    }
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
        assert_eq!((rows.rows_below(first), rows.rows_below(second)), (1, 0));
        assert!(second.x >= 100.0 + LEADER_GAP, "the first leader stays clear: {second:?}");
        assert_eq!(rows.used(), 2);
    }

    #[test]
    fn rows_without_a_label_fall_away() {
        let mut rows = LabelRows::new(0.0, 300.0, 3);
        let only = rows.place(50.0, 60.0).unwrap();
        assert_eq!((rows.used(), rows.rows_below(only)), (1, 0));
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
        assert_eq!(rows.place(0.0, 60.0).map(|position| position.x), Some(0.0));
        assert_eq!(rows.place(50.0, 101.0), None);
        assert_eq!(rows.place_on_own_row(100.0, 60.0).x, 40.0);
    }
}
