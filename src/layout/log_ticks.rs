//! Round numbers along axes on which equal ratios are equally long: powers of ten, and 1, 2 and 5
//! times these where there is room.

use super::ticks::{Step, multiples};
use crate::story::number;

/// Digits of marks within a decade, the closest first.
const DIGITS: [&[u64]; 3] = [&[1, 2, 5], &[1, 3], &[1]];
/// From so many decades on an axis ends at powers of ten.
const LONG: i32 = 3;
/// Powers of ten that are numbers, with room to both sides.
const LAST_POWER: i32 = 300;

/// Ten to a power.
fn power_of_ten(power: i32) -> f64 {
    number::scaled(1, power.clamp(-LAST_POWER, LAST_POWER))
}

/// The power of ten at or below a value, 0 or above.
fn below(value: f64) -> i32 {
    number::first_place(value).clamp(-LAST_POWER, LAST_POWER)
}

/// The power of ten at or above a value.
fn above(value: f64) -> i32 {
    below(value) + i32::from(power_of_ten(below(value)) < value)
}

/// A whole number of powers from one mark to the next, at most about `most` of them.
fn step(first: i32, last: i32, most: usize) -> Step {
    let step = Step::new(f64::from(first), f64::from(last), most);
    if step.size() < 1.0 { Step::ONE } else { step }
}

/// The powers of a step from one that is at most `first` to one that is at least `last`.
fn powers(first: i32, last: i32, step: Step) -> Vec<i32> {
    let [first, last] = [first, last].map(f64::from);
    let (first, last) = (step.times(step.within(first)), step.times(step.up_to(last)));
    multiples(first, last, step).into_iter().map(|power| power as i32).collect()
}

/// Round ends around values above 0, and marks between them.
pub(super) fn log_axis((low, high): (f64, f64), most: usize) -> ((f64, f64), Vec<f64>) {
    let (first, last) = (below(low), above(high));
    if last - first >= LONG {
        let powers = powers(first, last, step(first, last, most));
        let ticks: Vec<f64> = powers.into_iter().map(power_of_ten).collect();
        let [from, to] = [ticks.first(), ticks.last()].map(|it| it.copied().unwrap_or(1.0));
        return ((from, to), ticks);
    }
    let mut found = ((power_of_ten(first), power_of_ten(last)), Vec::new());
    for digits in DIGITS {
        let ends = round_ends((low, high), digits);
        found = (ends, marks(ends, digits));
        if found.1.len() <= most + 1 {
            break;
        }
    }
    let (ends, ticks) = found;
    (ends, if ticks.len() < 3 { with_ends(even_ticks(ends, most), ends) } else { ticks })
}

/// How much larger one mark is than another at least, in parts of it: sums of tiny steps are not exact.
const APART: f64 = 1e-9;

/// Marks with both ends among them, which are round.
fn with_ends(mut ticks: Vec<f64>, (low, high): (f64, f64)) -> Vec<f64> {
    ticks.retain(|tick| tick / low > 1.0 + APART && high / tick > 1.0 + APART);
    ticks.insert(0, low);
    ticks.push(high);
    ticks
}

/// The nearest of some digits times powers of ten around values, which may be one.
fn round_ends((low, high): (f64, f64), digits: &[u64]) -> (f64, f64) {
    let (first, last) = (below(low), above(high));
    let round = marks((power_of_ten(first), power_of_ten(last)), digits);
    let least = round.iter().rfind(|mark| **mark <= low).copied();
    let greatest = round.iter().find(|mark| **mark >= high).copied();
    match (least, greatest) {
        (Some(least), Some(greatest)) if least < greatest => (least, greatest),
        _ => (power_of_ten(first - 1), power_of_ten(last + 1)),
    }
}

/// Marks between two values above 0, about `most` of them and three where there can be.
pub(super) fn log_ticks((low, high): (f64, f64), most: usize) -> Vec<f64> {
    let mut best = Vec::new();
    for digits in DIGITS {
        let found = marks((low, high), digits);
        if best.is_empty() || found.len() > 2 {
            best = found;
        }
        if best.len() <= most + 1 {
            break;
        }
    }
    if best.len() < 3 {
        return even_ticks((low, high), most);
    }
    if best.len() > most + 1 {
        let (first, last) = (above(low), below(high));
        let mut fewer: Vec<f64> =
            powers(first, last, step(first, last, most)).into_iter().map(power_of_ten).collect();
        fewer.retain(|tick| low <= *tick && *tick <= high);
        if fewer.len() > 2 {
            return fewer;
        }
    }
    best
}

/// Marks at equal differences, rather those that mark both ends.
fn even_ticks((low, high): (f64, f64), most: usize) -> Vec<f64> {
    let ticks = |most| multiples(low, high, Step::new(low, high, most));
    let is_marked = |ticks: &Vec<f64>| ticks.first() == Some(&low) && ticks.last() == Some(&high);
    (most..most + 3).map(ticks).find(is_marked).unwrap_or_else(|| ticks(most))
}

/// Some digits times each power of ten between two values.
fn marks((low, high): (f64, f64), digits: &[u64]) -> Vec<f64> {
    let mut marks = Vec::new();
    for power in below(low)..=below(high) {
        let values = digits.iter().map(|digit| number::scaled(*digit, power));
        marks.extend(values.filter(|mark| low <= *mark && *mark <= high));
    }
    marks
}

/// An axis that goes through 0, on both sides of which equal ratios are equally long.
#[derive(Clone, Copy)]
pub(super) struct Symlog {
    /// The power of ten of the first mark on each side.
    first: i32,
    step: Step,
}

/// The least values are at most so many powers of ten below the greatest; what is nearer to 0 lies
/// at 0.
const MOST_DECADES: i32 = 9;

impl Symlog {
    /// For values between two ends, the least of which but 0 has this size.
    pub(super) fn new((low, high): (f64, f64), least: f64, most: usize) -> Self {
        let last = above(low.abs().max(high.abs()));
        let first = below(least).clamp(last - MOST_DECADES, last);
        let side = |end: f64| if end > 0.0 { (above(end) - first).max(0) + 1 } else { 0 };
        Self { first, step: step(0, side(high) + side(-low), most) }
    }

    /// Up to here on both sides equal differences are about equally long.
    pub(super) fn linear_to(self) -> f64 {
        power_of_ten(self.first)
    }

    /// Round ends around values.
    pub(super) fn ends(self, (low, high): (f64, f64)) -> (f64, f64) {
        let last = |end: f64| self.side(end).last().copied().unwrap_or(0.0);
        let (low, high) = (-last(-low), last(high));
        if low < high { (low, high) } else { (0.0, self.linear_to()) }
    }

    /// Marks between two values.
    pub(super) fn ticks(self, (low, high): (f64, f64)) -> Vec<f64> {
        let below = self.side(-low).into_iter().rev().map(|mark| -mark);
        let marks = below.chain([0.0]).chain(self.side(high));
        marks.filter(|mark| low <= *mark && *mark <= high).collect()
    }

    /// Marks on one side, the last of which is at least `end`.
    fn side(self, end: f64) -> Vec<f64> {
        if end <= 0.0 {
            return Vec::new();
        }
        let count = (above(end) - self.first).max(0);
        let powers = powers(0, count, self.step).into_iter();
        powers.map(|power| power_of_ten(self.first + power)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn powers_of_ten_are_marked_and_within_short_stretches_more() {
        assert_eq!(log_ticks((1.0, 1e4), 5), [1.0, 10.0, 100.0, 1e3, 1e4]);
        assert_eq!(log_ticks((20.0, 500.0), 5), [20.0, 50.0, 100.0, 200.0, 500.0]);
        assert_eq!(log_ticks((1.0, 100.0), 3), [1.0, 10.0, 100.0]);
        assert_eq!(log_ticks((30.0, 90.0), 3), [40.0, 60.0, 80.0]);
        assert_eq!(log_ticks((1e-9, 1e15), 5), [1e-5, 1.0, 1e5, 1e10, 1e15]);
    }

    #[test]
    fn ends_are_round() {
        assert_eq!(log_axis((3.0, 41_000.0), 5).0, (1.0, 1e5));
        assert_eq!(log_axis((30.0, 410.0), 5).0, (20.0, 500.0));
        assert_eq!(log_axis((10.0, 10.0), 5).0, (1.0, 100.0));
        assert_eq!(log_axis((1e-9, 1e14), 5).0, (1e-10, 1e15));
    }

    #[test]
    fn an_axis_through_zero_is_marked_on_both_sides() {
        let ends = (-40.0, 2000.0);
        let axis = Symlog::new(ends, 3.0, 7);
        assert_eq!(axis.ends(ends), (-100.0, 1e4));
        assert_eq!(axis.ticks((-100.0, 1e4)), [-100.0, -1.0, 0.0, 1.0, 100.0, 1e4]);
        let axis = Symlog::new((0.0, 900.0), 2.0, 5);
        assert_eq!(axis.ticks(axis.ends((0.0, 900.0))), [0.0, 1.0, 10.0, 100.0, 1e3]);
    }

    #[test]
    fn a_tiny_axis_is_marked_at_both_ends() {
        let (ends, ticks) = log_axis((5.8e-34, 5.8e-34), 3);
        assert_eq!((ticks[0], ticks[ticks.len() - 1]), ends);
        assert_eq!(ends, (5e-34, 1e-33));
    }

    proptest! {
        #[test]
        fn ticks_lie_between_round_ends(low in -320..300_i32, decades in prop_oneof![0.0..1.0_f64, 0.0..300.0_f64], share in 1.0..10.0_f64, most in 3..12_usize) {
            let low = share * 10_f64.powi(low);
            let high = (low * 10_f64.powf(decades)).min(1e300);
            prop_assume!(0.0 < low && low <= high);
            let ((from, to), ticks) = log_axis((low, high), most);
            prop_assert!(0.0 < from && from < to);
            prop_assert!(low < 1e-300 || from <= low && high <= to, "{from} {to}");
            prop_assert!((3..=most * 2 + 2).contains(&ticks.len()), "{ticks:?}");
            prop_assert!(ticks.is_sorted_by(|a, b| a < b));
            prop_assert!(ticks.iter().all(|tick| from <= *tick && *tick <= to));
            prop_assert_eq!((ticks[0], ticks[ticks.len() - 1]), (from, to));
        }

        #[test]
        fn an_axis_through_zero_holds_all(
            ends in (-1e9..1e9_f64, -1e9..1e9_f64), power in -300..300_i32, least in 1e-12..1.0_f64, most in 3..12_usize,
        ) {
            let [one, other] = [ends.0, ends.1].map(|end| end * 10_f64.powi(power));
            let (low, high) = (one.min(other).max(-1e300), one.max(other).min(1e300));
            let axis = Symlog::new((low, high), least, most);
            let (from, to) = axis.ends((low, high));
            prop_assert!(from < to && from <= low.min(0.0) && high.max(0.0) <= to, "{from} {to}");
            let ticks = axis.ticks((from, to));
            prop_assert!(ticks.contains(&0.0) && ticks.is_sorted_by(|a, b| a < b));
            prop_assert!((2..=most + 5).contains(&ticks.len()), "{ticks:?}");
        }
    }
}
