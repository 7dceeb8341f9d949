//! A date in words or numbers, taken apart.

use crate::story::{MessageKey, Moment};

/// The numbers of a date, and what its words say of them.
#[derive(Default)]
pub(super) struct Parts<'a> {
    numbers: Vec<&'a str>,
    month: Option<u8>,
    /// Whether its years count backwards, if an era is named.
    is_bce: Option<bool>,
    is_quarter: bool,
    is_decade: bool,
    is_century: bool,
    /// Whether a minus stands before it.
    is_negative: bool,
    /// Whether points stand between its numbers, and so the day is first.
    has_points: bool,
}

impl<'a> Parts<'a> {
    /// Takes a text apart; none if it has a word that is none of a date.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let mut parts = Self {
            is_negative: text.starts_with('-'),
            has_points: text.contains('.'),
            ..Self::default()
        };
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let is_digit = first.is_ascii_digit();
            let is_word = first.is_alphabetic();
            let end =
                rest.find(|c: char| c.is_ascii_digit() != is_digit || c.is_alphabetic() != is_word);
            let (token, behind) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
            rest = behind;
            if is_digit {
                parts.numbers.push(token);
            } else if is_word {
                parts.take(token)?;
            }
        }
        Some(parts)
    }

    /// Takes in a word.
    fn take(&mut self, word: &str) -> Option<()> {
        const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let months = MessageKey::DateMonths.english().split('|');
        let is_month = |name: &str| word.len() > 2 && name.to_lowercase().starts_with(word);
        if let Some(month) = months.into_iter().position(is_month) {
            self.month = Some(month as u8 + 1);
            return Some(());
        }
        match word {
            "sept" => self.month = Some(9),
            "bc" | "bce" | "b" => self.is_bce = Some(true),
            "ad" | "ce" | "a" => self.is_bce = self.is_bce.or(Some(false)),
            "q" | "quarter" => self.is_quarter = true,
            "s" => self.is_decade = true,
            "century" => self.is_century = true,
            "c" | "d" | "e" | "st" | "nd" | "rd" | "th" | "the" | "of" | "on" | "in" | "year" => {}
            _ if DAYS.iter().any(|day| word.starts_with(day)) => {}
            _ => return None,
        }
        Some(())
    }

    /// The year that a number means; none if it is more likely a day or a month.
    fn year(&self, number: &str) -> Option<i64> {
        let year: i64 = number.parse().ok()?;
        match self.is_bce {
            Some(true) => Some(1 - year),
            Some(false) => Some(year),
            None if self.is_negative => Some(-year),
            None => (3..=4).contains(&number.len()).then_some(year),
        }
    }

    /// The moments that it may mean, or a century.
    pub(super) fn moments(&self) -> Vec<String> {
        let say = |moment: Option<Moment>| moment.map(|moment| moment.to_string());
        let small = |number: &str| number.parse::<u8>().ok();
        let found = match (&*self.numbers, self.month) {
            ([number], None) if self.is_century => {
                small(number).and_then(|nth| self.century(i64::from(nth)))
            }
            ([number], None) if self.is_decade => {
                say(self.year(number).and_then(|year| Moment::decade(year / 10 * 10)))
            }
            ([number], None) if number.len() < 8 => say(self.year(number).and_then(Moment::year)),
            ([number], Some(month)) => {
                say(self.year(number).and_then(|year| Moment::month(year, month)))
            }
            // Before our era two numbers are two years, if anything.
            ([_, _], None) if self.is_bce == Some(true) && !self.is_quarter => None,
            ([one, other], None) => {
                let (year, part) = if one.len() > 2 { (one, other) } else { (other, one) };
                let (year, part) = (self.year(year), small(part));
                say(year.zip(part).and_then(|(year, part)| match self.is_quarter {
                    true => Moment::quarter(year, part),
                    false => Moment::month(year, part),
                }))
            }
            _ => return self.days(),
        };
        found.into_iter().collect()
    }

    /// Years of a century, which ends with the one it is called by.
    fn century(&self, nth: i64) -> Option<String> {
        let (from, to) = match self.is_bce {
            Some(true) => (1 - nth * 100, (1 - nth) * 100),
            _ => ((nth - 1) * 100 + 1, nth * 100),
        };
        Some([Moment::year(from)?.to_string(), Moment::year(to)?.to_string()].join("/"))
    }

    /// The days that it may mean.
    pub(super) fn days(&self) -> Vec<String> {
        let day = |year: &str, month: &str, day: &str| {
            let month = month.parse().ok()?;
            Moment::day(self.year(year)?, month, day.parse().ok()?)
        };
        let found = match (&*self.numbers, self.month) {
            ([number], None) if number.len() == 8 => {
                let (year, rest) = number.split_at(4);
                let (month, last) = rest.split_at(2);
                [day(year, month, last), None]
            }
            ([one, other], Some(month)) => {
                let (year, last) = if one.len() > 2 { (one, other) } else { (other, one) };
                [day(year, &month.to_string(), last), None]
            }
            ([year, month, last], None) if year.len() > 2 || self.is_negative => {
                [day(year, month, last), None]
            }
            ([last, month, year], None) => {
                // Some write the month first, but not before a point.
                let swapped = day(year, last, month).filter(|_| !self.has_points);
                [day(year, month, last), swapped]
            }
            _ => [None, None],
        };
        found.into_iter().flatten().map(|day| day.to_string()).collect()
    }
}
