//! What some values span.

/// What some values span.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Extent {
    /// Least and greatest; none before the first value.
    pub(super) ends: Option<(f64, f64)>,
}

impl Extent {
    /// Takes in one more value.
    pub(super) fn add(&mut self, value: f64) {
        let (low, high) = self.ends.unwrap_or((value, value));
        self.ends = Some((low.min(value), high.max(value)));
    }
}
