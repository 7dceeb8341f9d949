//! A window onto an axis: which part of it is shown, and the steps by which a reader changes that.

/// How many times as little is shown after a step of zooming, by button, key or double tap.
pub const ZOOM_STEP: f64 = 2.0;

/// A step by which a reader changes which part of an axis is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WindowChange {
    /// This part is to be shown.
    Show((f64, f64)),
    /// So many times as little is to be shown, or as much where it is below 1. What lies at `around`
    /// stays where it is; without it the middle, or in the timeline the picked event.
    Zoom {
        /// How many times.
        factor: f64,
        /// What stays.
        around: Option<f64>,
    },
    /// The window moves by so many of its widths.
    Pan(f64),
}

/// How far a window onto an axis can go.
#[derive(Clone, Copy)]
pub(super) struct WindowBounds {
    /// From where to where there is something.
    pub(super) whole: (f64, f64),
    /// The narrowest window; not wider than all.
    pub(super) least: f64,
}

impl WindowBounds {
    /// The window after a change, as far as there is something, and not less than can be looked at.
    pub(super) fn after(&self, (low, high): (f64, f64), change: WindowChange) -> (f64, f64) {
        match change {
            WindowChange::Show(window) => self.within(window),
            WindowChange::Zoom { factor, around } => {
                let around = around.unwrap_or_else(|| f64::midpoint(low, high));
                let width = self.allowed((high - low) / factor);
                let low = around - (around - low) / (high - low) * width;
                self.within((low, low + width))
            }
            WindowChange::Pan(by) => {
                let by = (high - low) * by;
                self.within((low + by, high + by))
            }
        }
        .unwrap_or((low, high))
    }

    /// Whether less can be shown than a window does, and whether more.
    pub(super) fn can_zoom(&self, (low, high): (f64, f64)) -> (bool, bool) {
        let is_less = |a: f64, b: f64| a < b * (1.0 - f64::EPSILON * 4.0);
        (is_less(self.least, high - low), is_less(high - low, self.whole.1 - self.whole.0))
    }

    fn within(&self, (low, high): (f64, f64)) -> Option<(f64, f64)> {
        if !(low.is_finite() && high.is_finite() && low < high) {
            return None;
        }
        let width = self.allowed(high - low);
        let low = f64::midpoint(low, high) - width / 2.0;
        let low = low.min(self.whole.1 - width).max(self.whole.0);
        Some((low, low + width))
    }

    fn allowed(&self, width: f64) -> f64 {
        width.max(self.least).min(self.whole.1 - self.whole.0)
    }
}
