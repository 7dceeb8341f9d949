//! What some values span.

/// What some values span.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Extent {
    /// Least and greatest; none before the first value.
    pub(super) ends: Option<(f64, f64)>,
    /// The least size of a value but 0, if there is one.
    pub(super) least: Option<f64>,
}

impl Extent {
    /// Takes in one more value.
    #[inline(never)]
    pub(super) fn add(&mut self, value: f64) {
        let (low, high) = self.ends.unwrap_or((value, value));
        self.ends = Some((low.min(value), high.max(value)));
        if value != 0.0 {
            self.least = Some(self.least.unwrap_or(f64::MAX).min(value.abs()));
        }
    }
}
