//! What of a chart stays the same while a reader moves along its x axis.

use super::domain;
use super::stack::stacked;
use crate::layout::Point;
use crate::layout::date_ticks::AxisClock;
use crate::layout::extent::Extent;
use crate::layout::scale::Scale;
use crate::story::{Chart, ChartKind, Columns};

/// What of a chart stays the same while a reader moves along its x axis; nothing of a chart of rows.
#[derive(Debug, Default)]
pub struct ChartIndex {
    /// What lies on its axes.
    pub(super) x: Extent,
    pub(super) y: Extent,
    /// Whether no x has a fraction.
    pub(super) is_whole: bool,
    pub(super) clock: AxisClock,
    /// The size of its largest point.
    pub(super) most_size: f64,
    /// Its areas on each other.
    pub(super) stack: Option<Columns>,
    /// What is drawn in the strip.
    pub(super) sketch: Option<Sketch>,
}

/// All lines of a chart, small, from the upper left corner of the strip.
#[derive(Debug)]
pub(super) struct Sketch {
    /// From what lies along the x axis to px.
    pub(super) along: Scale,
    /// The points of each line, across in px and down their values; none is a gap.
    pub(super) lines: Vec<Vec<Option<(usize, Point)>>>,
}

impl ChartIndex {
    /// For columns that are drawn in the frame of a chart, without a strip.
    pub(super) fn of(chart: &Chart, columns: &Columns) -> Self {
        let stack = (chart.kind == ChartKind::Areas).then(|| stacked(columns));
        let mut index = Self {
            x: domain::x_extent(chart, columns),
            y: domain::y_extent(chart, stack.as_ref().unwrap_or(columns)),
            is_whole: true,
            clock: AxisClock::of(&mut columns.lines.iter().flat_map(|line| &line.dates)),
            ..Self::default()
        };
        for line in &columns.lines {
            index.is_whole &= line.x.iter().all(|x| x.fract() == 0.0);
            for size in &line.sizes {
                index.most_size = index.most_size.max(*size);
            }
        }
        Self { stack, ..index }
    }
}

/// The part of a chart that is shown, and what was found of all of it.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) index: &'a ChartIndex,
    /// The part of the x axis, as it lies along the axis; none for all.
    pub(super) window: Option<(f64, f64)>,
    /// Whether a strip shows all of a chart that can be looked at in part.
    pub(super) has_strip: bool,
}

impl Part<'_> {
    /// What has to find room beside it: the part, and what all of it would show.
    pub(super) fn windows(self) -> Vec<Option<(f64, f64)>> {
        let mut windows = vec![self.window];
        windows.extend(self.window.map(|_| None));
        windows
    }
}
