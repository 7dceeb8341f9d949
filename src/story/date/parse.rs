//! Reading dates as a story writes them.

use super::moment::first_month;
use super::{Date, Moment, Precision, Qualifier};

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::story) enum DateFault {
    /// It is not written as one.
    Form,
    /// The calendar has no such quarter, month or day, the clock no such time.
    Missing,
    /// A year that no story names.
    Far,
    /// A range that does not end behind its start.
    Order,
    /// A range of times of which one has an offset and the other none.
    HalfOffset,
}

/// The words that may stand before a moment.
const QUALIFIERS: [(&str, Qualifier); 3] =
    [("about ", Qualifier::About), ("before ", Qualifier::Before), ("after ", Qualifier::After)];

impl Date {
    /// Reads `2025`, `2025-06`, `2025-06-06T20:17Z`, `2024-03/2025`, `about 2025` and their like.
    pub(in crate::story) fn parse(text: &str) -> Result<Self, DateFault> {
        let (mut rest, mut qualifier) = (text, None);
        for (word, of) in QUALIFIERS {
            if let Some(behind) = text.strip_prefix(word) {
                (rest, qualifier) = (behind, Some(of));
            }
        }
        let is_about = qualifier == Some(Qualifier::About);
        let (from, to) = match rest.split_once('/') {
            None => {
                let at = moment_of(rest)?;
                return Ok(qualifier.map_or(Self::At(at), |of| Self::Qualified(of, at)));
            }
            Some(_) if qualifier.is_some() && !is_about => return Err(DateFault::Form),
            Some((from, "")) if !is_about => {
                return Ok(Self::Qualified(Qualifier::From, moment_of(from)?));
            }
            Some(("", to)) if !is_about => {
                return Ok(Self::Qualified(Qualifier::Until, moment_of(to)?));
            }
            Some((from, to)) => (moment_of(from)?, moment_of(to)?),
        };
        // On which clock a time of the place runs, only the rest of the story could tell.
        let are_times = from.precision == Precision::Minute && to.precision == Precision::Minute;
        if are_times && from.offset.is_some() != to.offset.is_some() {
            return Err(DateFault::HalfOffset);
        }
        let clock = from.offset.or(to.offset);
        let is_ordered = from.start(clock) < to.start(clock) && from.end(clock) <= to.end(clock);
        match is_ordered {
            false => Err(DateFault::Order),
            true if is_about => Ok(Self::AboutRange(from, to)),
            true => Ok(Self::Range(from, to)),
        }
    }
}

/// Reads a moment: what is known of it from the year on, or a decade.
fn moment_of(text: &str) -> Result<Moment, DateFault> {
    let mut rest = Rest(text.as_bytes());
    let is_negative = rest.take(b'-');
    let has_sign = is_negative || rest.take(b'+');
    let has_zero = rest.0.first() == Some(&b'0');
    let (length, size) = rest.number();
    let year = if is_negative { -size } else { size };
    let mut at = Moment { year, ..Moment::EPOCH };
    let mut fault = DateFault::Missing;
    if length > 4 && has_sign && !has_zero {
        fault = DateFault::Far;
    } else if length != 4 || (has_sign && !is_negative) || (is_negative && size == 0) {
        return Err(DateFault::Form);
    } else if !is_negative && size % 10 == 0 && rest.take(b's') {
        at.precision = Precision::Decade;
    } else if rest.take(b'-') {
        rest.fill(&mut at)?;
    }
    if rest.0.is_empty() { at.checked().ok_or(fault) } else { Err(DateFault::Form) }
}

/// What of a text is not read yet.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    /// Takes a sign if it comes next.
    fn take(&mut self, sign: u8) -> bool {
        match self.0.split_first() {
            Some((first, rest)) if *first == sign => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// Takes all digits that come next: how many, and the number they make.
    fn number(&mut self) -> (usize, i64) {
        let (mut length, mut number) = (0, 0_i64);
        while let Some((digit, rest)) = self.0.split_first()
            && digit.is_ascii_digit()
        {
            number = number.saturating_mul(10).saturating_add(i64::from(digit - b'0'));
            (length, self.0) = (length + 1, rest);
        }
        (length, number)
    }

    /// Takes a number of so many digits.
    fn digits(&mut self, count: usize) -> Result<u8, DateFault> {
        let (length, number) = self.number();
        if length == count { Ok(number as u8) } else { Err(DateFault::Form) }
    }

    /// Takes what is known within a year: a quarter, or month, day and time.
    fn fill(&mut self, at: &mut Moment) -> Result<(), DateFault> {
        if self.take(b'Q') {
            (at.month, at.precision) = (first_month(self.digits(1)?), Precision::Quarter);
            return Ok(());
        }
        (at.month, at.precision) = (self.digits(2)?, Precision::Month);
        if !self.take(b'-') {
            return Ok(());
        }
        (at.day, at.precision) = (self.digits(2)?, Precision::Day);
        if !self.take(b'T') {
            return Ok(());
        }
        (at.minute, at.precision) = (self.clock()?, Precision::Minute);
        if self.take(b'Z') {
            at.offset = Some(0);
        } else if self.take(b'+') {
            at.offset = Some(self.clock()? as i16);
        } else if self.take(b'-') {
            at.offset = Some(-(self.clock()? as i16));
        }
        Ok(())
    }

    /// Takes hours and minutes; more than a day of them if no clock shows these.
    fn clock(&mut self) -> Result<u16, DateFault> {
        let hours = u16::from(self.digits(2)?);
        if !self.take(b':') {
            return Err(DateFault::Form);
        }
        let minutes = u16::from(self.digits(2)?);
        Ok(if minutes < 60 { hours * 60 + minutes } else { u16::MAX / 4 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Messages;
    use proptest::prelude::*;

    fn words(text: &str) -> String {
        Date::parse(text).unwrap().words(&Messages::default())
    }

    #[test]
    fn every_form_of_a_date_is_read() {
        let cases = [
            ("2025", "2025"),
            ("2025-06", "June 2025"),
            ("2025-06-06", "6 June 2025"),
            ("1969-Q3", "Q3 1969"),
            ("1960s", "1960s"),
            ("1969-07-20T20:17Z", "20 July 1969, 20:17 UTC"),
            ("1969-07-20T15:17-05:00", "20 July 1969, 15:17 UTC\u{2212}5"),
            ("1969-07-21T01:47+05:30", "21 July 1969, 01:47 UTC+5:30"),
            ("1969-07-20T20:17", "20 July 1969, 20:17"),
            ("-0043", "44 BCE"),
            ("0000", "1 BCE"),
            ("0079", "79 CE"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("0079-08-24T13:00", "24 August 79 CE, 13:00"),
            ("2024-03/2025-06-06", "March 2024 to 6 June 2025"),
            ("2024/2025", "2024 to 2025"),
            ("-0044/-0043", "45 BCE to 44 BCE"),
            ("-0043/1945", "44 BCE to 1945 CE"),
            ("1969-07-20T20:17Z/1969-07-20T21:36Z", "20 July 1969, 20:17 to 21:36 UTC"),
            (
                "1969-07-20T20:17Z/1969-07-21T17:54Z",
                "20 July 1969, 20:17 UTC to 21 July 1969, 17:54 UTC",
            ),
            ("2020/", "from 2020 on"),
            ("/1945", "until 1945"),
            ("about 1270/1290", "about 1270 to 1290"),
            ("about 2025-06", "about June 2025"),
            ("before 2025", "before 2025"),
            ("after 2025-12-31", "after 31 December 2025"),
            ("before 1960s", "before the 1960s"),
            ("-11999", "12,000 BCE"),
            ("+12000", "12,000 CE"),
            ("-300000", "300,000 years ago"),
            ("-66000000", "66 million years ago"),
            ("-66043000", "66.043 million years ago"),
            ("-66043001", "66,043,002 BCE"),
            ("-4543000000", "4.543 billion years ago"),
            ("about -13800000000", "about 13.8 billion years ago"),
            ("-66000000/-23000000", "66 to 23 million years ago"),
            ("-4543000000/-66000000", "4.543 billion years ago to 66 million years ago"),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text}");
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        let cases = [
            ("", DateFault::Form),
            ("25", DateFault::Form),
            ("2025-6", DateFault::Form),
            ("2025-06-06-01", DateFault::Form),
            ("20255", DateFault::Form),
            ("+2025", DateFault::Form),
            ("-0000", DateFault::Form),
            ("-012000", DateFault::Form),
            ("-12000-06", DateFault::Form),
            ("20250606", DateFault::Form),
            ("June 2025", DateFault::Form),
            ("about", DateFault::Form),
            ("about  2025", DateFault::Form),
            ("before 2024/2025", DateFault::Form),
            ("about 2024/", DateFault::Form),
            ("2024/2025/2026", DateFault::Form),
            ("/", DateFault::Form),
            ("２０２５", DateFault::Form),
            ("1965s", DateFault::Form),
            ("-1960s", DateFault::Form),
            ("1969-q3", DateFault::Form),
            ("2025T20:17", DateFault::Form),
            ("2025-06-06T", DateFault::Form),
            ("2025-06-06T2017", DateFault::Form),
            ("2025-06-06T20:17:00", DateFault::Form),
            ("2025-06-06T20:17z", DateFault::Form),
            ("2025-06-06T20:17+5", DateFault::Form),
            ("2025-06-06T20:17Z+01:00", DateFault::Form),
            ("2025-06-06t20:17", DateFault::Form),
            ("0000s", DateFault::Missing),
            ("1969-Q5", DateFault::Missing),
            ("1969-Q0", DateFault::Missing),
            ("2025-13", DateFault::Missing),
            ("2025-00", DateFault::Missing),
            ("2023-02-29", DateFault::Missing),
            ("2025-06-00", DateFault::Missing),
            ("2025-06-06T24:00", DateFault::Missing),
            ("2025-06-06T20:60", DateFault::Missing),
            ("2025-06-06T20:17+16:00", DateFault::Missing),
            ("-13800000001", DateFault::Far),
            ("+99999999999999999999", DateFault::Far),
            ("2025/2024", DateFault::Order),
            ("2025/2025", DateFault::Order),
            ("2025/2025-06", DateFault::Order),
            ("2025-06/2025", DateFault::Order),
            ("about 1290/1270", DateFault::Order),
            ("2025-06-06T20:17/2025-06-06T21:00+05:00", DateFault::HalfOffset),
            ("2025-06-06T20:17Z/2025-06-06T21:00", DateFault::HalfOffset),
            ("1969-07-20T20:17Z/1969-07-20T15:17-05:00", DateFault::Order),
        ];
        for (text, expected) in cases {
            assert_eq!(Date::parse(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn the_ends_of_a_range_are_compared_as_instants() {
        assert!(Date::parse("1969-07-20T20:17Z/1969-07-20T15:18-05:00").is_ok());
        assert!(Date::parse("1969-07-20T23:00+02:00/1969-07-20T22:00").is_err());
        assert!(Date::parse("1969-07-20T23:00-05:00/1969-07-21T00:00-05:00").is_ok());
    }

    proptest! {
        #[test]
        fn no_text_stops_it(text in ".{0,30}") {
            let _ = Date::parse(&text);
        }

        /// What is nearly a date is read as what it says, or not at all.
        #[test]
        fn what_is_read_is_printed_as_it_was_written(
            text in "(about |before |after )?[-+]?[0-9]{4,6}(-[0-9Q]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(Z|[-+][0-9]{2}:[0-9]{2})?)?)?|s)?/?([0-9]{4}(-[0-9]{2})?)?",
        ) {
            if let Ok(date) = Date::parse(&text) {
                let printed = date.to_string();
                let same = text.replace("+00:00", "Z").replace("-00:00", "Z");
                prop_assert_eq!(printed, same);
            }
        }
    }
}
