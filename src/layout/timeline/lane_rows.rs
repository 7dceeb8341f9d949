//! Where the rows of a lane lie.

use super::cluster;
use super::lane_marks::LaneMark;

/// From one row of a lane to the next, in px.
const ROW: f64 = 18.0;

/// Where the rows of a lane lie.
pub(super) struct LaneRows {
    /// The axis: row 0.
    pub(super) axis: f64,
    /// How far the tallest mark on the axis reaches above and below it.
    pub(super) tallest: f64,
    /// Where the lowest row ends.
    pub(super) bottom: f64,
}

impl LaneRows {
    /// Rows for the marks, from `top` down.
    pub(super) fn new(marks: &[LaneMark], top: f64) -> Self {
        let tallest = |row: usize| {
            let marks = marks.iter().filter(|mark| mark.row == row);
            marks.map(LaneMark::half_height).fold(cluster::COUNTED, f64::max)
        };
        let last = marks.iter().map(|mark| mark.row).max().unwrap_or(0);
        let axis = (top + tallest(0) + 4.0).round();
        let rows = Self { axis, tallest: tallest(0), bottom: 0.0 };
        Self { bottom: rows.y(last) + tallest(last) + 2.0, ..rows }
    }

    /// The middle of a row.
    pub(super) fn y(&self, row: usize) -> f64 {
        let spare = if row > 0 { self.tallest - cluster::COUNTED } else { 0.0 };
        self.axis + row as f64 * ROW + spare
    }
}
