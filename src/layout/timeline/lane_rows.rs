//! Where the rows of a lane lie.

use super::cluster;
use crate::layout::context::LINE_HEIGHT;

/// From one row of a lane to the next, in px.
const ROW: f64 = 18.0;

/// How many rows a lane has. It keeps them in every window, so that nothing below it moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LaneRoom {
    /// Of labels, over the axis.
    pub(super) labels: usize,
    /// Of bars and labels, below the axis.
    pub(super) bars: usize,
    /// Half the height of the tallest mark on the axis, in whole px.
    pub(super) tallest: u8,
}

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
    /// The rows of a lane, from `top` down.
    pub(super) fn new(room: LaneRoom, top: f64) -> Self {
        let tallest = f64::from(room.tallest);
        let axis = (top + room.labels as f64 * LINE_HEIGHT + tallest + 4.0).round();
        let rows = Self { axis, tallest, bottom: 0.0 };
        let last = if room.bars > 0 { cluster::COUNTED } else { tallest };
        Self { bottom: rows.y(room.bars) + last + 2.0, ..rows }
    }

    /// The middle of a row.
    pub(super) fn y(&self, row: usize) -> f64 {
        let spare = if row > 0 { self.tallest - cluster::COUNTED } else { 0.0 };
        self.axis + row as f64 * ROW + spare
    }
}
