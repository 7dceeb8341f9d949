//! Round dates along an axis of minutes since 1970-01-01: from every minute to billions of years.

use super::ticks::Tick;
use crate::story::date::{
    DAY, civil_from_days, clock_words, days_from_civil, year_words, zoned_words,
};
use crate::story::{Date, MessageKey, Messages, Notation, number};

/// The distance of two round dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CalendarStep {
    Minutes(i64),
    Days(u8),
    Months(i64),
    Years(i64),
}

/// Steps up to a year, in ascending order.
const SHORT_STEPS: [CalendarStep; 19] = [
    CalendarStep::Minutes(1),
    CalendarStep::Minutes(2),
    CalendarStep::Minutes(5),
    CalendarStep::Minutes(10),
    CalendarStep::Minutes(15),
    CalendarStep::Minutes(30),
    CalendarStep::Minutes(60),
    CalendarStep::Minutes(120),
    CalendarStep::Minutes(180),
    CalendarStep::Minutes(360),
    CalendarStep::Minutes(720),
    CalendarStep::Days(1),
    CalendarStep::Days(2),
    CalendarStep::Days(7),
    CalendarStep::Days(14),
    CalendarStep::Months(1),
    CalendarStep::Months(2),
    CalendarStep::Months(3),
    CalendarStep::Months(6),
];

/// How many powers of ten years have steps: up to five billion years.
const POWERS: usize = 10;

/// From this step on years are counted back from today, in thousands, millions and billions; a
/// thousand years more or less are not seen there.
const LEAST_AGO: i64 = 20_000;

/// Minutes that no date of a story reaches, before and after.
const LAST_MINUTE: f64 = 8e15;

/// The place of the step of one day; those before it have times.
const DAYS: usize = 11;

/// A stretch of time along an axis.
#[derive(Clone, Copy)]
pub(super) struct DateTicks<'a> {
    low: i64,
    high: i64,
    clock: AxisClock,
    messages: &'a Messages,
}

/// What an axis of dates knows of times of the day.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct AxisClock {
    /// How far its clock is ahead of UTC, in minutes, if that is known.
    pub(super) offset: Option<i16>,
    /// Whether there are times on it; without any it is marked by days at the finest.
    pub(super) has_times: bool,
}

impl AxisClock {
    /// The clock of the first date that names one.
    pub(super) fn of(dates: &mut dyn Iterator<Item = &Date>) -> Self {
        let mut clock = Self::default();
        for date in dates {
            clock.offset = clock.offset.or(date.offset());
            clock.has_times |= date.has_time();
        }
        clock
    }
}

impl<'a> DateTicks<'a> {
    /// For a stretch of minutes since 1970-01-01.
    pub(super) fn new((low, high): (f64, f64), clock: AxisClock, messages: &'a Messages) -> Self {
        let [low, high] =
            [low.ceil(), high.floor()].map(|end| end.clamp(-LAST_MINUTE, LAST_MINUTE) as i64);
        Self { low, high, clock, messages }
    }

    /// The place in the list of all steps of the least one with at most about `most` ticks.
    pub(super) fn step(&self, most: usize) -> usize {
        let rough = (self.high - self.low) as f64 / most.max(1) as f64;
        let last = SHORT_STEPS.len() + 3 * POWERS - 1;
        (self.finest()..last).find(|place| step(*place).minutes() >= rough).unwrap_or(last)
    }

    /// The place of the finest step that tells anything.
    pub(super) fn finest(&self) -> usize {
        if self.clock.has_times { 0 } else { DAYS }
    }

    /// The ticks of a step, in words; a time has its day, and the first one says what clock it is.
    pub(super) fn ticks(&self, place: usize) -> Vec<Tick> {
        let step = step(place);
        let instants = self.instants(step);
        let mut sizes = self.sizes(step, &instants).into_iter();
        let (mut named, mut zone) = (None, self.clock.offset);
        let mut ticks = Vec::new();
        for at in instants {
            let date = civil_from_days(at.div_euclid(DAY));
            let (year, ..) = date;
            let is_news = named != Some(year);
            named = Some(year);
            let mut day = None;
            let text = match step {
                CalendarStep::Minutes(_) => {
                    day = Some(self.date_words(date, true, true));
                    let time = clock_words(at.rem_euclid(DAY) as u16, self.messages);
                    zoned_words(time, zone.take(), self.messages)
                }
                CalendarStep::Days(_) => self.date_words(date, true, is_news),
                CalendarStep::Months(_) => self.date_words(date, false, is_news),
                CalendarStep::Years(_) => self.year_words(year, sizes.next()),
            };
            ticks.push(Tick { at: at as f64, text, day });
        }
        ticks
    }

    /// Where the ticks of a step stand, in minutes.
    fn instants(&self, step: CalendarStep) -> Vec<i64> {
        let mut instants = Vec::new();
        let mut add = |at: i64| {
            // The first two years of our era are one where only even ones are named.
            let is_new = instants.last() != Some(&at);
            if is_new && self.low <= at && at <= self.high {
                instants.push(at);
            }
        };
        let (first, last) = (self.low.div_euclid(DAY), self.high.div_euclid(DAY));
        let [(year, month, _), (last_year, last_month, _)] = [first, last].map(civil_from_days);
        let month_of = |year: i64, month: u8| year * 12 + i64::from(month) - 1;
        let (first_month, last_month) = (month_of(year, month), month_of(last_year, last_month));
        let (size, from, to) = match step {
            CalendarStep::Minutes(size) => (size, self.low, self.high),
            CalendarStep::Days(_) => (1, first, last),
            CalendarStep::Months(size) => (size, first_month, last_month),
            CalendarStep::Years(size) => (size, year - size, last_year),
        };
        let mut nth = from.div_euclid(size);
        while nth * size <= to {
            match step {
                CalendarStep::Minutes(_) => add(nth * size),
                // Each month begins anew, and what would stand too near to the next one is left out.
                CalendarStep::Days(step) => {
                    let (.., day) = civil_from_days(nth);
                    if (day - 1) % step == 0 && (step == 1 || day + step / 2 < 32) {
                        add(nth * DAY);
                    }
                }
                CalendarStep::Months(_) => {
                    let (year, month) = ((nth * size).div_euclid(12), (nth * size).rem_euclid(12));
                    add(days_from_civil(year, month as u8 + 1, 1) * DAY);
                }
                // Multiples of the step in our era, and before it as readers count there.
                CalendarStep::Years(_) => {
                    let shift = i64::from(nth == 0 || (nth < 0 && size < LEAST_AGO));
                    add(days_from_civil(nth * size + shift, 1, 1) * DAY);
                }
            }
            nth += 1;
        }
        instants
    }

    /// Years of long steps as compact numbers, which are told from each other.
    fn sizes(&self, step: CalendarStep, instants: &[i64]) -> Vec<String> {
        if !matches!(step, CalendarStep::Years(LEAST_AGO..)) {
            return Vec::new();
        }
        let size = |at: &i64| civil_from_days(at.div_euclid(DAY)).0.abs() as f64;
        let sizes: Vec<f64> = instants.iter().map(size).collect();
        number::ticks(&sizes, (Notation::Compact, 0), false, self.messages)
    }

    /// A year; one of a long step by its size, counted back from today or on from the turn of the
    /// era, which is the year 1.
    fn year_words(&self, year: i64, size: Option<String>) -> String {
        match size {
            Some(size) if year < 0 => self.messages.fill(MessageKey::DateAgo, &[("number", &size)]),
            Some(size) if year > 1 => self.messages.fill(MessageKey::DateCe, &[("year", &size)]),
            _ => {
                let (first, ..) = civil_from_days(self.low.div_euclid(DAY));
                year_words(year, first <= 0, self.messages)
            }
        }
    }

    /// A month or a day in it, with the year where that is news.
    fn date_words(&self, date: (i64, u8, u8), has_day: bool, year_is_news: bool) -> String {
        let (year, month, day) = date;
        let short = self.messages.month_short(month);
        let key = match (has_day, year_is_news) {
            (true, true) => MessageKey::DateDay,
            (true, false) => MessageKey::DateDayMonth,
            (false, true) => MessageKey::DateMonth,
            (false, false) => return short.to_owned(),
        };
        let (day, year) = (day.to_string(), year_words(year, false, self.messages));
        self.messages.fill(key, &[("day", &day), ("month", short), ("year", &year)])
    }
}

/// The step at a place of the list of all steps: 1, 2 and 5 times a power of ten years come last.
fn step(place: usize) -> CalendarStep {
    SHORT_STEPS.get(place).copied().unwrap_or_else(|| {
        let nth = place - SHORT_STEPS.len();
        let digit = [1, 2, 5].into_iter().nth(nth % 3).unwrap_or(1);
        CalendarStep::Years(digit * 10_i64.pow(nth as u32 / 3))
    })
}

impl CalendarStep {
    /// About how many minutes it has.
    fn minutes(self) -> f64 {
        let day = DAY as f64;
        match self {
            Self::Minutes(n) => n as f64,
            Self::Days(n) => f64::from(n) * day,
            Self::Months(n) => n as f64 * 30.4 * day,
            Self::Years(n) => n as f64 * 365.25 * day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(from: (i64, u8, u8), to: (i64, u8, u8), most: usize) -> Vec<String> {
        let minute = |(year, month, day)| (days_from_civil(year, month, day) * DAY) as f64;
        named((minute(from), minute(to)), most, None).into_iter().map(|tick| tick.text).collect()
    }

    fn named(stretch: (f64, f64), most: usize, offset: Option<Option<i16>>) -> Vec<Tick> {
        let messages = Messages::default();
        let clock = AxisClock { offset: offset.flatten(), has_times: offset.is_some() };
        let axis = DateTicks::new(stretch, clock, &messages);
        axis.ticks(axis.step(most))
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
    fn there_is_no_year_nought_and_eras_are_said_where_both_occur() {
        assert_eq!(
            words((-250, 1, 1), (220, 1, 1), 5),
            ["200 BCE", "100 BCE", "1 CE", "100 CE", "200 CE"]
        );
        assert_eq!(words((-3, 1, 1), (4, 1, 1), 4), ["4 BCE", "2 BCE", "1 CE", "2 CE", "4 CE"]);
        assert_eq!(
            words((-4999, 1, 1), (2100, 1, 1), 4),
            ["4000 BCE", "2000 BCE", "1 CE", "2000 CE"]
        );
        assert_eq!(
            words((800, 1, 1), (1300, 1, 1), 5),
            ["800 CE", "900 CE", "1000", "1100", "1200", "1300"]
        );
    }

    #[test]
    fn times_of_a_night_have_their_days_and_their_clock() {
        let night = days_from_civil(1969, 7, 20) * DAY;
        let stretch = ((night + 20 * 60) as f64, (night + 27 * 60) as f64);
        let ticks = named(stretch, 4, Some(Some(-300)));
        let texts: Vec<&str> = ticks.iter().map(|tick| tick.text.as_str()).collect();
        assert_eq!(texts, ["20:00 UTC\u{2212}5", "22:00", "00:00", "02:00"]);
        let days: Vec<Option<&str>> = ticks.iter().map(|tick| tick.day.as_deref()).collect();
        assert_eq!(
            days,
            [
                Some("20 July 1969"),
                Some("20 July 1969"),
                Some("21 July 1969"),
                Some("21 July 1969")
            ]
        );
        let days = named(stretch, 4, None);
        assert_eq!(days.len(), 1, "no times are marked where there are none");
        let minutes = named((night as f64, (night + 5) as f64), 5, Some(None));
        assert_eq!(minutes.len(), 6);
        assert_eq!(minutes[5].text, "00:05");
    }

    #[test]
    fn deep_time_is_counted_back_in_a_word_for_its_size() {
        assert_eq!(
            words((-13_800_000_000, 1, 1), (2025, 1, 1), 4),
            ["10\u{a0}bn ago", "5\u{a0}bn ago", "1 CE"]
        );
        assert_eq!(
            words((-66_000_000, 1, 1), (-1_000_000, 1, 1), 4),
            ["60\u{a0}mn ago", "40\u{a0}mn ago", "20\u{a0}mn ago"]
        );
        assert_eq!(
            words((-300_000, 1, 1), (2025, 1, 1), 4),
            ["300\u{a0}k ago", "200\u{a0}k ago", "100\u{a0}k ago", "1 CE"]
        );
        assert_eq!(words((-12_000, 1, 1), (2025, 1, 1), 4), ["10,000 BCE", "5000 BCE", "1 CE"]);
    }

    #[test]
    fn no_stretch_of_time_hangs() {
        for stretch in [(f64::MIN, f64::MAX), (0.0, 0.0), (5.0, -5.0), (f64::NAN, f64::INFINITY)] {
            assert!(named(stretch, 5, Some(None)).len() <= 14);
        }
    }

    proptest! {
        #[test]
        fn ticks_ascend_on_the_axis_are_few_and_read_differently(
            from in -13.8e9..2100.0_f64, power in 0.7..15.8_f64, most in 2..12_usize,
        ) {
            let low = (from * 525_949.2).round();
            let high = low + 10_f64.powf(power).round();
            let ticks = named((low, high), most, Some(None));
            prop_assert!(ticks.len() <= most * 2 + 3, "{} of {}", ticks.len(), most);
            prop_assert!(ticks.is_sorted_by(|a, b| a.at < b.at));
            prop_assert!(ticks.iter().all(|tick| low <= tick.at && tick.at <= high));
            let words: Vec<_> = ticks.iter().map(|tick| (&tick.text, &tick.day)).collect();
            prop_assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{:?}", words);
        }
    }
}
