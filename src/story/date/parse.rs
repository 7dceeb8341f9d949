//! Reading dates as a story writes them.

use super::{Date, Moment, Qualifier};

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::story) enum DateFault {
    /// It is not written as one.
    Form,
    /// The calendar has no such month or day.
    Missing,
    /// A range that does not end behind its start.
    Order,
}

/// The words that may stand before a moment.
const QUALIFIERS: [(&str, Qualifier); 3] =
    [("about ", Qualifier::About), ("before ", Qualifier::Before), ("after ", Qualifier::After)];

impl Date {
    /// Reads `2025`, `2025-06`, `2025-06-06`, `2024-03/2025`, `about 2025` and their like.
    pub(in crate::story) fn parse(text: &str) -> Result<Self, DateFault> {
        for (word, qualifier) in QUALIFIERS {
            if let Some(moment) = text.strip_prefix(word) {
                return moment_of(moment).map(|moment| Self::Qualified(qualifier, moment));
            }
        }
        let Some((from, to)) = text.split_once('/') else {
            return moment_of(text).map(Self::At);
        };
        let (from, to) = (moment_of(from)?, moment_of(to)?);
        let is_ordered = from.start() < to.start() && from.end() <= to.end();
        if is_ordered { Ok(Self::Range(from, to)) } else { Err(DateFault::Order) }
    }
}

/// Reads a year of four digits, with a month and a day of two digits where they are known.
fn moment_of(text: &str) -> Result<Moment, DateFault> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let mut parts = digits.split('-');
    let year = sign * number(parts.next(), 4)?.ok_or(DateFault::Form)?;
    let month = number(parts.next(), 2)?;
    let day = number(parts.next(), 2)?;
    if parts.next().is_some() || (sign < 0 && year == 0) {
        return Err(DateFault::Form);
    }
    let small = |number: i32| u8::try_from(number).unwrap_or(0);
    let moment = match (month, day) {
        (Some(month), Some(day)) => Moment::day(year, small(month), small(day)),
        (Some(month), None) => Moment::month(year, small(month)),
        (None, _) => Moment::year(year),
    };
    moment.ok_or(DateFault::Missing)
}

/// Reads a part of exactly so many digits; none if the part is not there.
fn number(part: Option<&str>, length: usize) -> Result<Option<i32>, DateFault> {
    let Some(digits) = part else { return Ok(None) };
    let is_number = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number {
        return Err(DateFault::Form);
    }
    digits.parse().map(Some).map_err(|_| DateFault::Form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Messages, Precision};

    fn words(text: &str) -> String {
        Date::parse(text).unwrap().words(&Messages::default())
    }

    #[test]
    fn every_form_of_a_date_is_read() {
        let cases = [
            ("2025", "2025"),
            ("2025-06", "June 2025"),
            ("2025-06-06", "6 June 2025"),
            ("-0043", "44 BCE"),
            ("0000", "1 BCE"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("2024-03/2025-06-06", "March 2024 to 6 June 2025"),
            ("2024/2025", "2024 to 2025"),
            ("-0044/-0043", "45 BCE to 44 BCE"),
            ("about 2025-06", "about June 2025"),
            ("before 2025", "before 2025"),
            ("after 2025-12-31", "after 31 December 2025"),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text}");
        }
        assert_eq!(Date::parse("2025-06").unwrap().first().precision(), Precision::Month);
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
            ("June 2025", DateFault::Form),
            ("about", DateFault::Form),
            ("about  2025", DateFault::Form),
            ("about 2024/2025", DateFault::Form),
            ("2024/2025/2026", DateFault::Form),
            ("２０２５", DateFault::Form),
            ("2025-13", DateFault::Missing),
            ("2025-00", DateFault::Missing),
            ("2023-02-29", DateFault::Missing),
            ("2025-06-00", DateFault::Missing),
            ("2025/2024", DateFault::Order),
            ("2025/2025", DateFault::Order),
            ("2025/2025-06", DateFault::Order),
            ("2025-06/2025", DateFault::Order),
        ];
        for (text, expected) in cases {
            assert_eq!(Date::parse(text), Err(expected), "{text}");
        }
    }
}
