//! Round numbers along an axis. Round dates stand in `date_ticks`.

use crate::story::number;

/// A mark of an axis with its words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    /// The value, or the minutes since 1970-01-01.
    pub(super) at: f64,
    /// What to write.
    pub(super) text: String,
    /// What to write below it where the tick before does not have the same: the day of a time.
    pub(super) day: Option<String>,
}

/// The distance of two round numbers: 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    digit: u64,
    power: i32,
}

impl Step {
    /// From one whole number to the next.
    pub(super) const ONE: Self = Self { digit: 1, power: 0 };

    /// The least step with at most `most` of them in the stretch.
    pub(super) fn new(low: f64, high: f64, most: usize) -> Self {
        let rough = (high / 2.0 - low / 2.0) / (most.max(1) as f64) * 2.0;
        let power = number::first_place(rough);
        let steps = [1, 2, 5, 10].map(|digit| Self { digit, power });
        steps.into_iter().find(|step| step.size() >= rough).unwrap_or(steps[3])
    }

    /// How long it is.
    pub(super) fn size(self) -> f64 {
        self.times(1.0)
    }

    /// A whole number of steps, as the nearest double there is to it.
    pub(super) fn times(self, count: f64) -> f64 {
        let size = number::scaled((count.abs() as u64).saturating_mul(self.digit), self.power);
        if count < 0.0 { -size } else { size }
    }

    /// The least number of steps that reach `value`.
    pub(super) fn up_to(self, value: f64) -> f64 {
        -self.within(-value)
    }

    /// The greatest number of steps that do not exceed `value`.
    pub(super) fn within(self, value: f64) -> f64 {
        let count = (value / self.size()).round();
        if self.times(count) > value { count - 1.0 } else { count }
    }
}

/// `value`, or what stands in for it where it is beyond all numbers.
pub(super) fn finite(value: f64, or: f64) -> f64 {
    if value.is_finite() { value } else { or }
}

/// Multiples of the step within the stretch; the two ends if the step is too fine for numbers to tell.
pub(super) fn multiples(low: f64, high: f64, step: Step) -> Vec<f64> {
    let (first, last) = (step.up_to(low), step.within(high));
    // Beyond 2^53 a step of one is lost; a stretch has few steps by how the step was chosen.
    let is_exact = first.abs() < 9e15 && last.abs() < 9e15 && last - first < 200.0;
    if !(step.size().is_normal() && is_exact) {
        return vec![low, high];
    }
    let count = (last - first).max(-1.0) as i32;
    (0..=count).map(|n| step.times(first + f64::from(n))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Messages, Notation};
    use proptest::prelude::*;

    fn round(low: f64, high: f64, most: usize) -> Vec<f64> {
        multiples(low, high, Step::new(low, high, most))
    }

    #[test]
    fn numbers_are_round() {
        assert_eq!(round(0.0, 447.0, 5), [0.0, 100.0, 200.0, 300.0, 400.0]);
        assert_eq!(round(-1.0, 1.0, 4), [-1.0, -0.5, 0.0, 0.5, 1.0]);
    }

    #[test]
    fn both_ends_of_a_round_stretch_are_marked() {
        assert_eq!(round(0.0, 0.3, 3), [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(round(0.0, 0.6, 3), [0.0, 0.2, 0.4, 0.6]);
        assert_eq!(round(-0.7, 0.7, 14).len(), 15);
        assert_eq!(round(0.0, 5e-9, 5), [0.0, 1e-9, 2e-9, 3e-9, 4e-9, 5e-9]);
    }

    #[test]
    fn steps_are_exact() {
        for (high, size) in [(1e22, 1e22), (447.0, 500.0), (1.0, 1.0), (0.99, 1.0), (1e-9, 1e-9)] {
            assert_eq!(Step::new(0.0, high, 1).size(), size, "{high}");
        }
    }

    #[test]
    fn no_stretch_of_numbers_hangs() {
        for (low, high) in
            [(f64::MIN, f64::MAX), (0.0, 5e-324), (1e300, 1.1e300), (1.0, 1.0 + 1e-15), (0.0, 0.0)]
        {
            let ticks = round(low, high, 5);
            assert!(ticks.len() <= 12 && ticks.iter().all(|tick| tick.is_finite()), "{low} {high}");
        }
    }

    proptest! {
        #[test]
        fn ticks_lie_on_the_axis_and_read_differently(
            from in -1e3..1e3_f64, length in 1e-6..1e3_f64, power in -300..300, most in 1..12_usize,
        ) {
            let [low, high] = [from, from + length].map(|end| end * 10_f64.powi(power));
            prop_assume!(low < high);
            let ticks = round(low, high, most);
            prop_assert!(ticks.iter().all(|tick| low <= *tick && *tick <= high));
            for notation in [Notation::Standard, Notation::Compact] {
                let mut words = number::ticks(&ticks, (notation, 0), false, &Messages::default());
                words.sort_unstable();
                words.dedup();
                prop_assert_eq!(words.len(), ticks.len(), "{:?}", words);
            }
        }
    }
}
