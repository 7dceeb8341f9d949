//! Axes of charts: how values lie along them, and how their numbers are written.

use super::{Messages, Notation, Unit, number};

/// An axis of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// What it counts, and how that lies along it.
    pub scale: AxisScale,
    /// What is marked, in ascending order; round values where it is empty.
    pub ticks: Vec<f64>,
    /// How many decimals its numbers are shown with at least.
    pub decimals: u8,
    /// How its numbers are drawn where there is room for all digits; table and speech have all.
    pub notation: Notation,
    /// What stands beside the numbers along it.
    pub unit: Unit,
    /// It runs from the greatest to the least: down, or from the right.
    pub is_reversed: bool,
}

/// What an axis counts, and how that lies along it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AxisScale {
    /// Numbers, equal differences equally long.
    #[default]
    Number,
    /// Minutes since 1970-01-01, whole ones, on the clock of the first date that names one.
    Date,
    /// Numbers above 0, equal ratios equally long.
    Log,
    /// Numbers, from near 0 on to both sides as [`Self::Log`].
    Symlog,
}

impl AxisScale {
    /// Whether equal ratios are equally long.
    pub fn is_log(self) -> bool {
        matches!(self, Self::Log | Self::Symlog)
    }
}

impl Axis {
    /// Marks along it in words, with what stands beside them.
    pub fn tick_words(
        &self,
        ticks: &[f64],
        notation: Notation,
        messages: &Messages,
    ) -> Vec<String> {
        let words = number::ticks(ticks, (notation, self.decimals), self.scale.is_log(), messages);
        words.iter().map(|words| self.unit.beside(words, messages)).collect()
    }

    /// A number on it with all its digits, with what stands beside it.
    pub fn words(&self, value: f64, decimals: u8, messages: &Messages) -> String {
        self.unit.beside(&Notation::Standard.words(value, decimals, messages), messages)
    }
}
