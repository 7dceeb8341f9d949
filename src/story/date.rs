//! Dates that know their precision.

mod parse;

pub(super) use parse::DateFault;

use super::{MessageKey, Messages};

/// A year, a month or a day of the proleptic Gregorian calendar.
///
/// Made only by [`Moment::year`], [`Moment::month`] and [`Moment::day`], so month and day exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    year: i32,
    /// 0 where the precision is a year.
    month: u8,
    /// 0 where the precision is a year or a month.
    day: u8,
}

/// How exactly a moment is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// The year alone.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
}

/// What a date says about its moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// Near it.
    About,
    /// At some time before it.
    Before,
    /// At some time after it.
    After,
}

/// A moment, a qualified moment, or a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Date {
    /// Within the moment.
    At(Moment),
    /// Near, before or after the moment.
    Qualified(Qualifier, Moment),
    /// From the first moment to the last, both included; the first starts earlier and ends no later.
    Range(Moment, Moment),
}

impl Default for Date {
    /// The year 1970.
    fn default() -> Self {
        Self::At(Moment::EPOCH)
    }
}

/// The years a story may name.
pub const YEARS: std::ops::RangeInclusive<i32> = -9999..=9999;

impl Moment {
    /// The year 1970.
    const EPOCH: Self = Self { year: 1970, month: 0, day: 0 };

    /// A year within [`YEARS`].
    pub fn year(year: i32) -> Option<Self> {
        YEARS.contains(&year).then_some(Self { year, month: 0, day: 0 })
    }

    /// A month, 1 to 12.
    pub fn month(year: i32, month: u8) -> Option<Self> {
        Self::year(year).filter(|_| (1..=12).contains(&month)).map(|at| Self { month, ..at })
    }

    /// A day that the month has.
    pub fn day(year: i32, month: u8, day: u8) -> Option<Self> {
        let at = Self::month(year, month)?;
        (1..=days_in_month(year, month)).contains(&day).then_some(Self { day, ..at })
    }

    /// How exactly the moment is known.
    pub fn precision(&self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The same, no more exactly than this.
    pub fn rounded(self, precision: Precision) -> Self {
        match precision {
            Precision::Year => Self { month: 0, day: 0, ..self },
            Precision::Month => Self { day: 0, ..self },
            Precision::Day => self,
        }
    }

    /// The first day, in days since 1970-01-01.
    pub fn start(&self) -> i32 {
        days_from_civil(self.year, self.month.max(1), self.day.max(1))
    }

    /// The day after the last day, in days since 1970-01-01.
    pub fn end(&self) -> i32 {
        match self.precision() {
            Precision::Year => days_from_civil(self.year + 1, 1, 1),
            Precision::Month if self.month == 12 => days_from_civil(self.year + 1, 1, 1),
            Precision::Month => days_from_civil(self.year, self.month + 1, 1),
            Precision::Day => self.start() + 1,
        }
    }

    /// In words, such as `6 June 2025`.
    pub fn words(&self, messages: &Messages) -> String {
        let year = if self.year > 0 {
            self.year.to_string()
        } else {
            // There is no year 0: 0 in the calendar of computers is 1 BCE.
            messages.fill(MessageKey::DateBce, &[("year", &(1 - self.year).to_string())])
        };
        let month = messages.month(self.month);
        match self.precision() {
            Precision::Year => year,
            Precision::Month => {
                messages.fill(MessageKey::DateMonth, &[("month", month), ("year", &year)])
            }
            Precision::Day => {
                let day = self.day.to_string();
                messages
                    .fill(MessageKey::DateDay, &[("day", &day), ("month", month), ("year", &year)])
            }
        }
    }

    /// In words as the start of a range, without what the end says again: `6` before
    /// `8 June 2025`, `30 June` before `2 July 2025`.
    fn words_before(&self, end: &Self, messages: &Messages) -> String {
        let are_days = self.precision() == Precision::Day && end.precision() == Precision::Day;
        if !are_days || self.year != end.year {
            return self.words(messages);
        }
        let day = self.day.to_string();
        if self.month == end.month {
            return day;
        }
        let month = messages.month(self.month);
        messages.fill(MessageKey::DateDayMonth, &[("day", &day), ("month", month)])
    }

    /// As HTML's `datetime` has it; none for years that HTML does not know.
    pub fn datetime(&self) -> Option<String> {
        (self.year > 0).then(|| match self.precision() {
            Precision::Year => format!("{:04}", self.year),
            Precision::Month => format!("{:04}-{:02}", self.year, self.month),
            Precision::Day => format!("{:04}-{:02}-{:02}", self.year, self.month, self.day),
        })
    }
}

impl Date {
    /// Start and end (not included) in days since 1970-01-01: how wide a drawing shows it.
    ///
    /// A doubt of `about` is drawn half its own precision wider on either side;
    /// `before` and `after` reach one precision away from their moment, so that the
    /// drawing shows on which side it lies without claiming how far.
    pub fn span(&self) -> (f64, f64) {
        let (from, to) = match self {
            Self::At(at) | Self::Qualified(_, at) => (at, at),
            Self::Range(from, to) => (from, to),
        };
        let (start, end) = (f64::from(from.start()), f64::from(to.end()));
        let width = end - start;
        match self {
            Self::Qualified(Qualifier::About, _) => (start - width / 2.0, end + width / 2.0),
            Self::Qualified(Qualifier::Before, _) => (start - width, start),
            Self::Qualified(Qualifier::After, _) => (end, end + width),
            Self::At(_) | Self::Range(..) => (start, end),
        }
    }

    /// The moment by which it is ordered.
    pub fn first(&self) -> Moment {
        match self {
            Self::At(at) | Self::Qualified(_, at) | Self::Range(at, _) => *at,
        }
    }

    /// As HTML's `datetime` has it; it knows no ranges and no doubt.
    pub fn datetime(&self) -> Option<String> {
        match self {
            Self::At(at) => at.datetime(),
            Self::Qualified(..) | Self::Range(..) => None,
        }
    }

    /// In words, such as `about 2024` or `March 2024 to June 2024`.
    pub fn words(&self, messages: &Messages) -> String {
        let qualified = |key, at: &Moment| messages.fill(key, &[("date", &at.words(messages))]);
        match self {
            Self::At(at) => at.words(messages),
            Self::Qualified(Qualifier::About, at) => qualified(MessageKey::DateAbout, at),
            Self::Qualified(Qualifier::Before, at) => qualified(MessageKey::DateBefore, at),
            Self::Qualified(Qualifier::After, at) => qualified(MessageKey::DateAfter, at),
            Self::Range(from, to) => {
                let first = from.words_before(to, messages);
                messages
                    .fill(MessageKey::DateRange, &[("from", &first), ("to", &to.words(messages))])
            }
        }
    }
}

/// Length of a month, 1 to 12.
fn days_in_month(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 of a day of the proleptic Gregorian calendar.
///
/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
pub fn days_from_civil(year: i32, month: u8, day: u8) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (i32::from(month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i32::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month and day of a count of days since 1970-01-01.
///
/// Howard Hinnant, the same, `civil_from_days`.
pub fn civil_from_days(days: i32) -> (i32, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970() {
        assert_eq!(days_from_civil(1970, 1, 1), 0);
        assert_eq!(days_from_civil(2000, 3, 1), 11_017);
        assert_eq!(days_from_civil(2025, 6, 6), 20_245);
        assert_eq!(days_from_civil(1969, 12, 31), -1);
    }

    #[test]
    fn days_go_there_and_back() {
        for days in (-4_300_000..=2_900_000).step_by(997) {
            let (year, month, day) = civil_from_days(days);
            assert_eq!(days_from_civil(year, month, day), days);
        }
    }

    #[test]
    fn only_days_that_exist_are_made() {
        assert!(Moment::day(2024, 2, 29).is_some());
        assert!(Moment::day(2023, 2, 29).is_none());
        assert!(Moment::day(1900, 2, 29).is_none());
        assert!(Moment::month(2024, 13).is_none());
        assert!(Moment::year(10_000).is_none());
    }

    #[test]
    fn a_date_says_itself_as_exactly_as_it_is_known() {
        let messages = Messages::default();
        let day = Moment::day(2025, 6, 6).unwrap();
        let month = Moment::month(2024, 3).unwrap();
        let year = Moment::year(2024).unwrap();
        assert_eq!(Date::At(day).words(&messages), "6 June 2025");
        assert_eq!(Date::At(month).words(&messages), "March 2024");
        assert_eq!(Date::Qualified(Qualifier::About, year).words(&messages), "about 2024");
        assert_eq!(Date::Range(month, day).words(&messages), "March 2024 to 6 June 2025");
        let june = |day| Moment::day(2025, 6, day).unwrap();
        let july = Moment::day(2025, 7, 2).unwrap();
        assert_eq!(Date::Range(june(6), june(8)).words(&messages), "6 to 8 June 2025");
        assert_eq!(Date::Range(june(30), july).words(&messages), "30 June to 2 July 2025");
        assert_eq!(Moment::year(-43).unwrap().words(&messages), "44 BCE");
        assert_eq!(day.datetime().as_deref(), Some("2025-06-06"));
    }

    #[test]
    fn doubt_is_as_wide_as_the_precision() {
        let year = Moment::year(2025).unwrap();
        let (start, end) = Date::At(year).span();
        assert_eq!(end - start, 365.0);
        let (start, end) = Date::Qualified(Qualifier::About, year).span();
        assert_eq!(end - start, 730.0);
        let before = Date::Qualified(Qualifier::Before, year).span();
        assert_eq!(before.1, f64::from(year.start()));
        let december = Moment::month(2025, 12).unwrap();
        assert_eq!(december.end() - december.start(), 31);
    }
}
