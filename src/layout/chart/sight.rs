//! The part of an x axis that is shown, and what lies on it.

use crate::story::AxisScale;
use std::ops::Range;

/// What is this little beyond an end still lies on it; a share of the part shown.
const SLACK: f64 = 1e-6;

/// The part of an x axis that is shown.
#[derive(Clone, Copy, Default)]
pub(super) struct Sight {
    pub(super) scale: AxisScale,
    /// From where to where, as it lies along the axis; none for all.
    pub(super) window: Option<(f64, f64)>,
}

impl Sight {
    /// The ends of the part in values.
    pub(super) fn ends(self) -> Option<(f64, f64)> {
        self.window.map(|(low, high)| (self.scale.value_along(low), self.scale.value_along(high)))
    }

    /// Whether any of what begins and ends at some values is seen.
    pub(super) fn shows(self, from: f64, to: f64) -> bool {
        let (low, high) = self.stretch(SLACK);
        self.scale.along(to) >= low && self.scale.along(from) <= high
    }

    /// The places of ascending values that are seen.
    pub(super) fn of(self, xs: &[f64]) -> Range<usize> {
        self.range(xs, SLACK)
    }

    /// The part with so much more on both sides, a share of it.
    fn stretch(self, more: f64) -> (f64, f64) {
        let (low, high) = self.window.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
        let more = if self.window.is_some() { (high - low) * more } else { 0.0 };
        (low - more, high + more)
    }

    /// The same with so much more on both sides, a share of the part.
    pub(super) fn range(self, xs: &[f64], more: f64) -> Range<usize> {
        let (low, high) = self.stretch(more);
        let from = xs.partition_point(|x| self.scale.along(*x) < low);
        from..xs.partition_point(|x| self.scale.along(*x) <= high).max(from)
    }
}
