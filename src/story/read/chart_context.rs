//! What is known of a chart while its values are read.

use crate::story::{AxisScale, ChartKind, Stack};

/// What is known of a chart while its values are read.
#[derive(Default)]
pub(super) struct ChartContext {
    pub(super) kind: ChartKind,
    pub(super) domain: Option<(f64, f64)>,
    /// The scale of the value axis, and how many decimals its numbers have at least.
    pub(super) axis: (AxisScale, u8),
    /// The least and the greatest of 0 and what references mark, each with the offset of its reference.
    pub(super) marked: [(f64, usize); 2],
    /// What is stacked.
    pub(super) stack: Stack,
    /// Whether its points have sizes.
    pub(super) has_sizes: bool,
    /// How many values a row has; none if the series cannot be read.
    pub(super) series_count: Option<usize>,
    /// The scale of the x axis, and how many decimals its numbers have at least; none if that cannot
    /// be read.
    pub(super) x_axis: Option<(AxisScale, u8)>,
    /// The first and the last x; none if they cannot be read.
    pub(super) x_range: Option<(f64, f64)>,
    /// The first clock that a date of its x axis names, in minutes ahead of UTC.
    pub(super) clock: Option<i16>,
}
