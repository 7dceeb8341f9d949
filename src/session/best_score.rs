//! The best round of those that are remembered.

/// The points of a round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BestScore {
    /// Reached.
    pub score: f64,
    /// To be had; at least 1, as each question has.
    pub total: f64,
}

impl BestScore {
    /// Whether its share of the points is greater.
    pub(super) fn is_better_than(self, other: Self) -> bool {
        self.score * other.total > other.score * self.total
    }
}
