//! Dates as a story writes them: what is printed is read as the same date.

use std::fmt::{self, Display, Formatter};

use super::moment::LAST_SHORT_YEAR;
use super::{Date, Moment, Precision, Qualifier};

impl Display for Moment {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.year.abs() > LAST_SHORT_YEAR {
            return write!(f, "{:+}", self.year);
        }
        f.write_str(if self.year < 0 { "-" } else { "" })?;
        f.write_str(&self.short())
    }
}

impl Moment {
    /// One of a year of at most four digits, without the sign of the year.
    fn short(&self) -> String {
        let Self { year, month, day, minute, .. } = *self;
        let year = year.unsigned_abs() as u16;
        let mut text = [two_digits(year / 100), two_digits(year % 100)].concat();
        let mut push = |sign: &str, number: u16| {
            text.push_str(sign);
            text.push_str(&two_digits(number));
        };
        match self.precision {
            Precision::Year => return text,
            Precision::Decade => return [&text, "s"].concat(),
            Precision::Quarter => {
                return [&text, "-Q", &month.div_ceil(3).to_string()].concat();
            }
            Precision::Month | Precision::Day | Precision::Minute => push("-", u16::from(month)),
        }
        if self.precision > Precision::Month {
            push("-", u16::from(day));
        }
        if self.precision > Precision::Day {
            push("T", minute / 60);
            push(":", minute % 60);
            if let Some(offset) = self.offset.filter(|offset| *offset != 0) {
                let size = offset.unsigned_abs();
                push(if offset < 0 { "-" } else { "+" }, size / 60);
                push(":", size % 60);
            } else if self.offset.is_some() {
                text.push('Z');
            }
        }
        text
    }
}

/// A number below a hundred as calendars and clocks have it.
pub(super) fn two_digits(number: u16) -> String {
    [if number < 10 { "0" } else { "" }, &number.to_string()].concat()
}

impl Display for Date {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(at) => at.fmt(f),
            Self::Qualified(Qualifier::About, at) => write!(f, "about {at}"),
            Self::Qualified(Qualifier::Before, at) => write!(f, "before {at}"),
            Self::Qualified(Qualifier::After, at) => write!(f, "after {at}"),
            Self::Qualified(Qualifier::From, at) => write!(f, "{at}/"),
            Self::Qualified(Qualifier::Until, at) => write!(f, "/{at}"),
            Self::Range(from, to) => write!(f, "{from}/{to}"),
            Self::AboutRange(from, to) => write!(f, "about {from}/{to}"),
        }
    }
}

impl Moment {
    /// As HTML's `datetime` and ISO 8601 have it; none for what they do not know: decades,
    /// quarters, and years before our era or of more than four digits.
    pub fn datetime(&self) -> Option<String> {
        let is_known = !matches!(self.precision, Precision::Decade | Precision::Quarter)
            && (1..=LAST_SHORT_YEAR).contains(&self.year);
        is_known.then(|| self.short())
    }
}
