//! A stretch of the calendar that is named as one: from a decade down to a minute.

use super::calendar::{civil_from_days, days_from_civil, days_in_month};

/// Minutes of a day.
pub(crate) const DAY: i64 = 24 * 60;

/// The years a story may name; all there was since the Big Bang, and as much again.
///
/// A double holds each of their minutes exactly.
pub const YEARS: std::ops::RangeInclusive<i64> = -13_800_000_000..=13_800_000_000;

/// Years beyond it, on either side, have more than four digits, and no months.
pub(super) const LAST_SHORT_YEAR: i64 = 9999;

/// No place is further than this from UTC, in minutes; old local times are.
const MOST_OFFSET: i16 = 16 * 60;

/// A decade, a year, a quarter, a month, a day or a minute of the proleptic Gregorian calendar.
///
/// Its years are those of astronomers and ISO 8601: 0 is 1 BCE, -43 is 44 BCE. Made only by the
/// function for its precision, so month, day and minute exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The first one of a decade.
    pub(super) year: i64,
    /// The first one where it is known less exactly.
    pub(super) month: u8,
    /// The same.
    pub(super) day: u8,
    /// Since midnight; 0 where it is not known.
    pub(super) minute: u16,
    /// How far the clock is ahead of UTC, in minutes; none for the time of the place, wherever that is.
    pub(super) offset: Option<i16>,
    pub(super) precision: Precision,
}

/// How exactly a moment is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// Ten years that begin with the same digits.
    Decade,
    /// The year alone.
    Year,
    /// Three months from January, April, July or October on.
    Quarter,
    /// Year and month.
    Month,
    /// The day.
    Day,
    /// Day and minute.
    Minute,
}

impl Moment {
    /// The year 1970.
    pub(super) const EPOCH: Self =
        Self { year: 1970, month: 1, day: 1, minute: 0, offset: None, precision: Precision::Year };

    /// The same, if the calendar and the clock have it.
    pub(super) fn checked(self) -> Option<Self> {
        let Self { year, month, day, minute, offset, precision } = self;
        let is_short = year.abs() <= LAST_SHORT_YEAR;
        let exists = match precision {
            Precision::Decade => is_short && year > 0 && year % 10 == 0,
            Precision::Year => YEARS.contains(&year),
            _ => is_short,
        };
        let exists = exists
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day)
            && i64::from(minute) < DAY
            && offset.is_none_or(|offset| offset.abs() < MOST_OFFSET);
        exists.then_some(self)
    }

    /// A year within [`YEARS`].
    pub fn year(year: i64) -> Option<Self> {
        Self { year, ..Self::EPOCH }.checked()
    }

    /// The ten years from this one on, 10 to 9990.
    pub fn decade(year: i64) -> Option<Self> {
        Self { year, precision: Precision::Decade, ..Self::EPOCH }.checked()
    }

    /// A quarter, 1 to 4, of a year of at most four digits.
    pub fn quarter(year: i64, quarter: u8) -> Option<Self> {
        let month = first_month(quarter);
        Self { year, month, precision: Precision::Quarter, ..Self::EPOCH }.checked()
    }

    /// A month, 1 to 12, of such a year.
    pub fn month(year: i64, month: u8) -> Option<Self> {
        Self { year, month, precision: Precision::Month, ..Self::EPOCH }.checked()
    }

    /// A day that the month has.
    pub fn day(year: i64, month: u8, day: u8) -> Option<Self> {
        Self { year, month, day, precision: Precision::Day, ..Self::EPOCH }.checked()
    }

    /// A minute of this day, counted from its midnight, on a clock so many minutes ahead of UTC;
    /// none for the clock of the place.
    pub fn minute(self, minute: u16, offset: Option<i16>) -> Option<Self> {
        let is_day = self.precision == Precision::Day;
        Self { minute, offset, precision: Precision::Minute, ..self }.checked().filter(|_| is_day)
    }

    /// The minute that is so many minutes after 1970 on a clock; a year where it is that far away.
    pub fn at(minutes: i64, clock: Option<i16>) -> Option<Self> {
        let (year, month, day) = civil_from_days(minutes.div_euclid(DAY));
        let minute = u16::try_from(minutes.rem_euclid(DAY)).ok()?;
        let exact = Self::day(year, month, day).and_then(|day| day.minute(minute, clock));
        exact.or_else(|| Self::year(year))
    }

    /// How exactly the moment is known.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The same, no more exactly than this.
    #[must_use]
    pub fn rounded(self, precision: Precision) -> Self {
        if precision >= self.precision {
            return self;
        }
        let mut at = Self { precision, minute: 0, offset: None, ..self };
        if precision < Precision::Day {
            at.day = 1;
        }
        match precision {
            Precision::Quarter => at.month -= (at.month - 1) % 3,
            Precision::Year | Precision::Decade => at.month = 1,
            _ => {}
        }
        if precision == Precision::Decade {
            // There are none before our era and none far from it.
            let year = Self { precision: Precision::Year, ..at };
            return Self::decade(at.year - at.year % 10).unwrap_or(year);
        }
        at
    }

    /// Its first minute, in minutes since 1970-01-01 on a clock so far ahead of UTC; a moment
    /// without an offset of its own is taken to be of that clock, and with none each of its own.
    pub fn start(&self, clock: Option<i16>) -> i64 {
        let ahead = match (clock, self.offset) {
            (Some(clock), Some(own)) => i64::from(clock) - i64::from(own),
            _ => 0,
        };
        days_from_civil(self.year, self.month, self.day) * DAY + i64::from(self.minute) + ahead
    }

    /// The minute after its last one, counted as [`start`](Self::start) does.
    pub fn end(&self, clock: Option<i16>) -> i64 {
        self.start(clock) + self.length()
    }

    /// How many minutes it has.
    fn length(&self) -> i64 {
        let months = match self.precision {
            Precision::Decade => 120,
            Precision::Year => 12,
            Precision::Quarter => 3,
            Precision::Month => 1,
            Precision::Day => return DAY,
            Precision::Minute => return 1,
        };
        let month = i64::from(self.month) - 1 + months;
        let end = days_from_civil(self.year + month / 12, (month % 12) as u8 + 1, 1);
        (end - days_from_civil(self.year, self.month, 1)) * DAY
    }

    /// How wide the doubt is that `about` means, in minutes: as wide as the moment, and in a
    /// year of more than four digits as its last one that is not 0, so that `about -66000000` means
    /// a million years.
    pub(super) fn doubt(&self) -> i64 {
        let mut years = 1;
        if self.year.abs() > LAST_SHORT_YEAR {
            while self.year % (years * 10) == 0 {
                years *= 10;
            }
        }
        self.length() * years
    }
}

/// The first month of a quarter; none of a year where there is no such quarter.
pub(super) fn first_month(quarter: u8) -> u8 {
    quarter.saturating_mul(3).saturating_sub(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_moments_that_exist_are_made() {
        assert!(Moment::day(2024, 2, 29).is_some());
        assert!(Moment::day(2023, 2, 29).is_none());
        assert!(Moment::day(1900, 2, 29).is_none());
        assert!(Moment::month(2024, 13).is_none());
        assert!(Moment::month(-10_000, 1).is_none());
        assert!(Moment::quarter(2024, 0).is_none() && Moment::quarter(2024, 5).is_none());
        assert!(Moment::quarter(2024, 200).is_none());
        assert!(Moment::decade(1965).is_none() && Moment::decade(0).is_none());
        assert!(Moment::year(-13_800_000_000).is_some());
        assert!(Moment::year(13_800_000_001).is_none());
        let day = Moment::day(2025, 6, 6).unwrap();
        assert!(day.minute(1439, Some(-959)).is_some());
        assert!(day.minute(1440, None).is_none() && day.minute(0, Some(960)).is_none());
        assert!(Moment::year(2025).unwrap().minute(0, None).is_none());
    }

    #[test]
    fn a_moment_is_as_long_as_it_is_exact() {
        let days = |moment: Option<Moment>| {
            let moment = moment.unwrap();
            (moment.end(None) - moment.start(None)) / DAY
        };
        assert_eq!(days(Moment::decade(1960)), 3653);
        assert_eq!(days(Moment::year(2024)), 366);
        assert_eq!(days(Moment::quarter(2025, 4)), 92);
        assert_eq!(days(Moment::month(2025, 12)), 31);
        assert_eq!(days(Moment::day(2025, 12, 31)), 1);
        let minute = Moment::day(2025, 6, 6).unwrap().minute(7, None).unwrap();
        assert_eq!(minute.end(None) - minute.start(None), 1);
    }

    #[test]
    fn a_clock_of_elsewhere_shows_the_same_instant() {
        let landing = Moment::day(1969, 7, 20).unwrap();
        let utc = landing.minute(20 * 60 + 17, Some(0)).unwrap();
        let houston = landing.minute(15 * 60 + 17, Some(-300)).unwrap();
        for clock in [0, -300, 60].map(Some) {
            assert_eq!(utc.start(clock), houston.start(clock));
        }
        assert_eq!(utc.start(Some(60)), utc.start(Some(0)) + 60);
        // A time of the place stands as given, whatever the clock.
        let there = landing.minute(15 * 60 + 17, None).unwrap();
        assert_eq!(there.start(Some(-300)), houston.start(Some(-300)));
        assert_eq!(there.start(Some(0)), there.start(None));
    }

    #[test]
    fn minutes_of_all_years_are_whole_in_a_double() {
        let last = Moment::year(*YEARS.end()).unwrap().end(None);
        let first = Moment::year(*YEARS.start()).unwrap().start(None);
        for minute in [first, first + 1, last - 1, last] {
            assert_eq!(minute as f64 as i64, minute);
            assert!(minute.abs() < 1 << 53);
        }
    }

    #[test]
    fn a_moment_is_rounded_but_never_made_more_exact() {
        let minute = Moment::day(1969, 8, 20).unwrap().minute(5, Some(60)).unwrap();
        let rounded = |precision| minute.rounded(precision);
        assert_eq!(Some(rounded(Precision::Day)), Moment::day(1969, 8, 20));
        assert_eq!(Some(rounded(Precision::Month)), Moment::month(1969, 8));
        assert_eq!(Some(rounded(Precision::Quarter)), Moment::quarter(1969, 3));
        assert_eq!(Some(rounded(Precision::Year)), Moment::year(1969));
        assert_eq!(Some(rounded(Precision::Decade)), Moment::decade(1960));
        let year = Moment::year(-43).unwrap();
        assert_eq!(year.rounded(Precision::Minute), year);
        assert_eq!(year.rounded(Precision::Decade), year);
    }
}
