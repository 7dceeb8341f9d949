//! Round numbers and round dates along an axis.

use crate::story::date::{civil_from_days, days_from_civil};
use crate::story::{MessageKey, Messages, number};

/// A mark of an axis with its words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    /// The value, or the days since 1970-01-01.
    pub(super) at: f64,
    /// What to write.
    pub(super) text: String,
}

/// Steps of a calendar, from days to millennia.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CalendarStep {
    Days(u8),
    Months(u8),
    Years(i32),
}

/// Calendar steps in ascending order; days restart with every month.
const STEPS: [CalendarStep; 19] = [
    CalendarStep::Days(1),
    CalendarStep::Days(2),
    CalendarStep::Days(7),
    CalendarStep::Days(14),
    CalendarStep::Months(1),
    CalendarStep::Months(2),
    CalendarStep::Months(3),
    CalendarStep::Months(6),
    CalendarStep::Years(1),
    CalendarStep::Years(2),
    CalendarStep::Years(5),
    CalendarStep::Years(10),
    CalendarStep::Years(20),
    CalendarStep::Years(50),
    CalendarStep::Years(100),
    CalendarStep::Years(200),
    CalendarStep::Years(500),
    CalendarStep::Years(1000),
    CalendarStep::Years(5000),
];

/// Days that no date of a story reaches, before and after.
const LAST_DAY: f64 = 11_000_000.0;

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

/// At most about `most` ticks of the calendar in a stretch of days, in words.
pub(super) fn date_ticks(low: f64, high: f64, most: usize, messages: &Messages) -> Vec<Tick> {
    let (low, high) = (low.clamp(-LAST_DAY, LAST_DAY), high.clamp(-LAST_DAY, LAST_DAY));
    let rough = (high - low) / (most.max(1) as f64);
    let step =
        STEPS.into_iter().find(|step| step.days() >= rough).unwrap_or(CalendarStep::Years(5000));
    let mut ticks = Vec::new();
    let mut named: Option<i32> = None;
    for (year, month, day) in step.walk(low, high) {
        let at = f64::from(days_from_civil(year, month, day));
        if at < low || at > high {
            continue;
        }
        let text = step.words((year, month, day), named != Some(year), messages);
        named = Some(year);
        ticks.push(Tick { at, text });
    }
    ticks
}

impl CalendarStep {
    /// About how long it is.
    fn days(self) -> f64 {
        match self {
            Self::Days(n) => f64::from(n),
            Self::Months(n) => f64::from(n) * 30.4,
            Self::Years(n) => f64::from(n) * 365.25,
        }
    }

    /// Year, month and day of every step from before `low` to after `high`.
    fn walk(self, low: f64, high: f64) -> Vec<(i32, u8, u8)> {
        let first = civil_from_days(low.floor() as i32).0;
        let last = civil_from_days(high.ceil() as i32).0;
        match self {
            Self::Years(n) => years(first, last, n).into_iter().map(|year| (year, 1, 1)).collect(),
            Self::Months(n) => every_month(first, last, n),
            Self::Days(n) => every_day(low, high, n),
        }
    }

    /// A tick in words; the year only where it is news.
    fn words(
        self,
        (year, month, day): (i32, u8, u8),
        year_is_news: bool,
        messages: &Messages,
    ) -> String {
        let short = messages.month_short(month);
        let year = year_words(year, messages);
        let day = day.to_string();
        match self {
            Self::Years(_) => year,
            Self::Months(_) if !year_is_news => short.to_owned(),
            Self::Months(_) => {
                messages.fill(MessageKey::DateMonth, &[("month", short), ("year", &year)])
            }
            Self::Days(_) if !year_is_news => {
                messages.fill(MessageKey::DateDayMonth, &[("day", &day), ("month", short)])
            }
            Self::Days(_) => messages
                .fill(MessageKey::DateDay, &[("day", &day), ("month", short), ("year", &year)]),
        }
    }
}

/// A year of the calendar of computers, in which 0 is 1 BCE.
fn year_words(year: i32, messages: &Messages) -> String {
    if year > 0 {
        return year.to_string();
    }
    messages.fill(MessageKey::DateBce, &[("year", &(1 - year).to_string())])
}

/// Round years: multiples of the step after the turn of the era, and as readers count before it.
fn years(first: i32, last: i32, step: i32) -> Vec<i32> {
    let (from, to) = (first.div_euclid(step) - 1, last.div_euclid(step) + 1);
    let mut years: Vec<i32> =
        (from..=to).map(|n| if n > 0 { n * step } else { n * step + 1 }).collect();
    years.dedup();
    years
}

fn every_month(first: i32, last: i32, step: u8) -> Vec<(i32, u8, u8)> {
    let mut months = Vec::new();
    for year in first..=last {
        let mut month = 1;
        while month <= 12 {
            months.push((year, month, 1));
            month += step;
        }
    }
    months
}

/// Every `step`-th day of each month, so that the first of a month is always one;
/// what would stand too near to the next first is left out.
fn every_day(low: f64, high: f64, step: u8) -> Vec<(i32, u8, u8)> {
    let days = (low.floor() as i32)..=(high.ceil() as i32);
    let mut every = Vec::new();
    for (year, month, day) in days.map(civil_from_days) {
        if (day - 1) % step == 0 && (step == 1 || day + step / 2 < 32) {
            every.push((year, month, day));
        }
    }
    every
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Notation;
    use proptest::prelude::*;

    fn words(from: (i32, u8, u8), to: (i32, u8, u8), most: usize) -> Vec<String> {
        let day = |(year, month, day)| f64::from(days_from_civil(year, month, day));
        let ticks = date_ticks(day(from), day(to), most, &Messages::default());
        ticks.into_iter().map(|tick| tick.text).collect()
    }

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
                let mut words = number::ticks(&ticks, notation, &Messages::default());
                words.sort_unstable();
                words.dedup();
                prop_assert_eq!(words.len(), ticks.len(), "{:?}", words);
            }
        }
    }

    #[test]
    fn dates_go_from_days_to_centuries() {
        assert_eq!(
            words((2025, 6, 6), (2025, 6, 9), 6),
            ["6 June 2025", "7 June", "8 June", "9 June"]
        );
        assert_eq!(
            words((2025, 6, 1), (2025, 7, 20), 8),
            ["1 June 2025", "8 June", "15 June", "22 June", "1 July", "8 July", "15 July"]
        );
        assert_eq!(
            words((2025, 11, 1), (2026, 3, 1), 5),
            ["Nov 2025", "Dec", "Jan 2026", "Feb", "Mar"]
        );
        assert_eq!(
            words((2014, 10, 24), (2028, 12, 31), 8),
            ["2016", "2018", "2020", "2022", "2024", "2026", "2028"]
        );
        assert_eq!(
            words((1500, 1, 1), (2000, 1, 1), 5),
            ["1500", "1600", "1700", "1800", "1900", "2000"]
        );
    }

    #[test]
    fn there_is_no_year_nought() {
        assert_eq!(words((-250, 1, 1), (220, 1, 1), 5), ["200 BCE", "100 BCE", "1", "100", "200"]);
    }

    #[test]
    fn no_stretch_of_days_hangs() {
        for (low, high) in [(f64::MIN, f64::MAX), (0.0, 0.0), (5.0, -5.0)] {
            assert!(date_ticks(low, high, 5, &Messages::default()).len() <= 12);
        }
    }
}
