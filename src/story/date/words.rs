//! Dates in the words of a story's messages.

use super::print::two_digits;
use super::{Date, Moment, Precision, Qualifier};
use crate::story::{MessageKey, Messages, number};

/// From this year back, whole thousands of years are said as so many years ago.
const LEAST_AGO: i64 = 100_000;

/// So many years ago: in thousands, millions or billions of them.
struct Ago {
    key: MessageKey,
    count: f64,
}

/// A year in words, such as `2025`, `44 BCE` or `66 million years ago`; our era is said as well
/// where a reader asks for it or could take the year for some other number.
pub(crate) fn year_words(year: i64, with_era: bool, messages: &Messages) -> String {
    era_words(year, None, with_era, messages)
}

/// The time of a clock in words, in minutes since midnight.
pub(crate) fn clock_words(minute: u16, messages: &Messages) -> String {
    let [hour, minute] = [minute / 60, minute % 60].map(two_digits);
    messages.fill(MessageKey::DateClock, &[("hour", &hour), ("minute", &minute)])
}

/// A time with how far its clock is ahead of UTC, if that is known: `15:17 UTC−5`.
pub(crate) fn zoned_words(time: String, offset: Option<i16>, messages: &Messages) -> String {
    let Some(offset) = offset else { return time };
    let sign = if offset < 0 { "\u{2212}" } else { "+" };
    let (hours, minutes) = (offset.unsigned_abs() / 60, offset.unsigned_abs() % 60);
    let (hours, minutes) = (hours.to_string(), two_digits(minutes));
    let ahead = match (offset, offset % 60) {
        (0, _) => String::new(),
        (_, 0) => [sign, &hours].concat(),
        _ => [sign, &hours, ":", &minutes].concat(),
    };
    messages.fill(MessageKey::DateOffset, &[("time", &time), ("offset", &ahead)])
}

/// A year with its era, or a decade by its first year.
fn era_words(year: i64, decade: Option<MessageKey>, with_era: bool, messages: &Messages) -> String {
    if let Some(ago) = Ago::of(year) {
        return ago.words(&ago.number(messages), messages);
    }
    // There is no year 0: 0 in the calendar of computers is 1 BCE.
    let (count, era) = match year {
        ..=0 => (1 - year, Some(MessageKey::DateBce)),
        1000..=9999 if !with_era => (year, None),
        _ => (year, Some(MessageKey::DateCe)),
    };
    let mut words = number::format(count as f64, messages);
    for key in [decade, era].into_iter().flatten() {
        words = messages.fill(key, &[("year", &words)]);
    }
    words
}

impl Ago {
    /// What a year is said as, if it is long enough ago and round enough for it.
    fn of(year: i64) -> Option<Self> {
        let ago = -year;
        if ago < LEAST_AGO || ago % 1000 > 0 {
            return None;
        }
        let (key, size) = if ago < 1_000_000 {
            (MessageKey::DateYearsAgo, 1.0)
        } else if ago < 1_000_000_000 {
            (MessageKey::DateMillionAgo, 1e6)
        } else {
            (MessageKey::DateBillionAgo, 1e9)
        };
        let count = ago as f64 / size;
        Some(Self { key, count })
    }

    fn number(&self, messages: &Messages) -> String {
        number::format(self.count, messages)
    }

    /// `number` of them, in the form that its own number takes.
    fn words(&self, number: &str, messages: &Messages) -> String {
        messages.fill_counted(self.key, self.count, &[("n", number)])
    }
}

impl Moment {
    /// In words, such as `6 June 2025`.
    pub fn words(&self, messages: &Messages) -> String {
        self.words_with_era(false, messages)
    }

    /// In words behind others, such as `the 1960s` in `before the 1960s`.
    fn words_behind(&self, messages: &Messages) -> String {
        match self.precision {
            Precision::Decade => {
                era_words(self.year, Some(MessageKey::DateDecadeBehind), false, messages)
            }
            _ => self.words(messages),
        }
    }

    fn words_with_era(&self, with_era: bool, messages: &Messages) -> String {
        let decade = (self.precision == Precision::Decade).then_some(MessageKey::DateDecade);
        let year = era_words(self.year, decade, with_era, messages);
        let key = match self.precision {
            Precision::Decade | Precision::Year => return year,
            Precision::Quarter => MessageKey::DateQuarter,
            Precision::Month => MessageKey::DateMonth,
            Precision::Day => MessageKey::DateDay,
            Precision::Minute => {
                let day = self.filled(MessageKey::DateDay, &year, messages);
                return self.timed(&day, clock_words(self.minute, messages), messages);
            }
        };
        self.filled(key, &year, messages)
    }

    /// A message with what it may ask for of the moment.
    fn filled(&self, key: MessageKey, year: &str, messages: &Messages) -> String {
        let (day, quarter) = (self.day.to_string(), self.month.div_ceil(3).to_string());
        let month = messages.month(self.month);
        messages.fill(key, &[("day", &day), ("month", month), ("n", &quarter), ("year", year)])
    }

    /// A day with a time on its clock.
    fn timed(&self, day: &str, time: String, messages: &Messages) -> String {
        let time = zoned_words(time, self.offset, messages);
        messages.fill(MessageKey::DateTime, &[("date", day), ("time", &time)])
    }

    /// In words as the start of a range, without what the end says again: `6` before
    /// `8 June 2025`, `30 June` before `2 July 2025`.
    fn words_before(&self, end: &Self, messages: &Messages) -> String {
        let are_days = self.precision == Precision::Day && end.precision == Precision::Day;
        if !are_days || self.year != end.year {
            return self.words(messages);
        }
        if self.month == end.month {
            return self.day.to_string();
        }
        self.filled(MessageKey::DateDayMonth, "", messages)
    }
}

impl Date {
    /// In words, such as `about 2024` or `March 2024 to June 2024`.
    pub fn words(&self, messages: &Messages) -> String {
        let (key, date) = match self {
            Self::At(at) => return at.words(messages),
            Self::Range(from, to) => return range_words(*from, *to, messages),
            Self::AboutRange(from, to) => {
                (MessageKey::DateAbout, range_words(*from, *to, messages))
            }
            Self::Qualified(qualifier, at) => (qualifier.message(), at.words_behind(messages)),
        };
        messages.fill(key, &[("date", &date)])
    }
}

impl Qualifier {
    fn message(self) -> MessageKey {
        match self {
            Self::About => MessageKey::DateAbout,
            Self::Before => MessageKey::DateBefore,
            Self::After => MessageKey::DateAfter,
            Self::From => MessageKey::DateFrom,
            Self::Until => MessageKey::DateUntil,
        }
    }
}

fn range_words(from: Moment, to: Moment, messages: &Messages) -> String {
    let range =
        |from: &str, to: &str| messages.fill(MessageKey::DateRange, &[("from", from), ("to", to)]);
    if let (Some(first), Some(last)) = (Ago::of(from.year), Ago::of(to.year))
        && first.key == last.key
    {
        let numbers = range(&first.number(messages), &last.number(messages));
        return last.words(&numbers, messages);
    }
    // Of two times of one day it is said once.
    let end = Moment { minute: to.minute, ..from };
    if from.precision == Precision::Minute && end == to {
        let [from, to] = [from.minute, to.minute].map(|minute| clock_words(minute, messages));
        let day = end.rounded(Precision::Day).words(messages);
        return end.timed(&day, range(&from, &to), messages);
    }
    // An era is said at both ends where they are not of one.
    let with_era = from.year <= 0 && to.year > 0;
    range(&from.words_before(&to, messages), &to.words_with_era(with_era, messages))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{dates, moments};
    use super::*;
    use proptest::prelude::*;

    fn said(text: &str, messages: &Messages) -> String {
        Date::parse(text).unwrap().words(messages)
    }

    #[test]
    fn a_language_has_its_own_order_and_names() {
        let german = [
            (MessageKey::DateDay, "{day}. {month} {year}"),
            (
                MessageKey::DateMonths,
                "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
            ),
            (MessageKey::DateTime, "{date} um {time}"),
            (MessageKey::DateClock, "{hour}.{minute} Uhr"),
            (MessageKey::DateOffset, "{time} (UTC{offset})"),
            (MessageKey::DateRange, "{from} bis {to}"),
            (MessageKey::DateDecade, "{year}er"),
            (MessageKey::DateQuarter, "{n}. Quartal {year}"),
            (MessageKey::DateBce, "{year} v. Chr."),
            (MessageKey::DateFrom, "ab {date}"),
            (MessageKey::NumberDecimal, ","),
            (MessageKey::DateBillionAgo, "vor {n} Milliarden Jahren"),
        ];
        let german = german.map(|(key, text)| (key, text.to_owned())).to_vec();
        let german = Messages::new(german);
        let cases = [
            ("1969-07-20T15:17-05:00", "20. Juli 1969 um 15.17 Uhr (UTC\u{2212}5)"),
            ("1969-07-20T20:17/1969-07-20T21:36", "20. Juli 1969 um 20.17 Uhr bis 21.36 Uhr"),
            ("1960s", "1960er"),
            ("1969-Q3", "3. Quartal 1969"),
            ("-0043-Q1", "1. Quartal 44 v. Chr."),
            ("1969/", "ab 1969"),
            ("-13800000000", "vor 13,8 Milliarden Jahren"),
        ];
        for (text, words) in cases {
            assert_eq!(said(text, &german), words);
        }
    }

    #[test]
    fn a_date_says_itself_as_exactly_as_it_is_known() {
        let messages = Messages::default();
        assert_eq!(said("2025-06-06/2025-06-08", &messages), "6 to 8 June 2025");
        assert_eq!(said("2025-06-30/2025-07-02", &messages), "30 June to 2 July 2025");
        assert_eq!(said("0001", &messages), "1 CE");
        assert_eq!(said("0060s", &messages), "60s CE");
        assert_eq!(said("-1000000", &messages), "1 million years ago");
        assert_eq!(said("-99000", &messages), "99,001 BCE");
        assert_eq!(said("1969-07-20T20:17+00:30", &messages), "20 July 1969, 20:17 UTC+0:30");
    }

    /// The moment behind one, as exactly known.
    fn next(at: Moment) -> Option<Moment> {
        let Moment { year, month, day, minute, offset, .. } = at;
        match at.precision {
            Precision::Decade => Moment::decade(year + 10),
            Precision::Year => Moment::year(year + 1),
            Precision::Quarter => Moment::quarter(year, month.div_ceil(3) + 1),
            Precision::Month => Moment::month(year, month + 1),
            Precision::Day => Moment::day(year, month, day + 1),
            Precision::Minute => Moment::day(year, month, day)?.minute(minute + 1, offset),
        }
    }

    proptest! {
        #[test]
        fn neighbours_differ_in_their_words(at in moments()) {
            let messages = Messages::default();
            if let Some(next) = next(at) {
                prop_assert_ne!(at.words(&messages), next.words(&messages));
                let range = Date::Range(at, next).words(&messages);
                prop_assert_ne!(range, Date::AboutRange(at, next).words(&messages));
            }
        }

        #[test]
        fn dates_that_differ_differ_in_their_words(one in dates(), other in dates()) {
            let messages = Messages::default();
            prop_assert_eq!(one == other, one.words(&messages) == other.words(&messages));
        }

        #[test]
        fn no_placeholder_is_left_and_nothing_is_empty(date in dates()) {
            let words = date.words(&Messages::default());
            prop_assert!(!words.is_empty() && !words.contains(['{', '}', '|']), "{}", words);
        }
    }
}
