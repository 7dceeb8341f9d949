//! Numbers that know their spread, and how many decimals they were written with.

mod decimal;
mod notation;
mod parse;

pub(crate) use notation::unbroken;
pub use notation::{Notation, difference, format, percent, ticks, worked_out};
pub(crate) use parse::{decimals, parse, scaled};

use super::{MessageKey, Messages};
use decimal::{ALL, Decimal, TRUSTED};

/// A finite number, with the span the sources give where they differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The value to show.
    pub value: f64,
    /// The lowest value a source gives; at most `value`.
    pub low: f64,
    /// The highest value a source gives; at least `value`.
    pub high: f64,
    /// How many decimals the three are shown with at least, for so they were written.
    pub decimals: [u8; 3],
}

impl Default for Number {
    /// Zero, on which all agree.
    fn default() -> Self {
        Self::exact(0.0)
    }
}

impl Number {
    /// A number on which all sources agree.
    pub const fn exact(value: f64) -> Self {
        Self::written(value, 0)
    }

    /// A number on which all sources agree, written with so many decimals.
    pub const fn written(value: f64, decimals: u8) -> Self {
        Self { value, low: value, high: value, decimals: [decimals; 3] }
    }

    /// What several numbers come to, with the decimals of the one that has most.
    pub fn sum(numbers: impl Iterator<Item = Self>) -> Self {
        numbers.fold(Self::default(), |sum, number| {
            // Sums stay finite whatever is added up.
            let value = (sum.value + number.value).clamp(f64::MIN, f64::MAX);
            Self::written(value, sum.decimals[0].max(number.decimals[0]))
        })
    }

    /// Whether sources give different values.
    pub fn is_disputed(&self) -> bool {
        self.low < self.high
    }

    /// The value in words.
    pub fn words(&self, notation: Notation, messages: &Messages) -> String {
        notation.words(self.value, self.decimals[0], messages)
    }

    /// The lowest and the highest value in words.
    pub fn ends(&self, messages: &Messages) -> [String; 2] {
        let [_, low, high] = self.decimals;
        [(self.low, low), (self.high, high)]
            .map(|(value, decimals)| Notation::Standard.words(value, decimals, messages))
    }

    /// The spread in words, such as `86 to 88.8`; none where sources agree.
    pub fn spread(&self, messages: &Messages) -> Option<String> {
        self.is_disputed().then(|| {
            let [low, high] = self.ends(messages);
            messages.fill(MessageKey::NumberRange, &[("low", &low), ("high", &high)])
        })
    }
}

/// The power of ten of the first digit of a value.
pub(crate) fn first_place(value: f64) -> i32 {
    Decimal::new(value, ALL).first_place()
}

/// `value` with a point and no grouping, as a field of a form has it.
pub fn plain(value: f64) -> String {
    let number = Decimal::new(value, TRUSTED);
    let sign = if number.is_negative { "-" } else { "" };
    if number.power.abs() > 20 {
        return [sign, &number.digits.to_string(), "e", &number.power.to_string()].concat();
    }
    let (whole, part) = number.parts(0);
    let point = if part.is_empty() { "" } else { "." };
    [sign, &whole, point, &part].concat()
}

/// A value without the noise that sums leave behind its last trusted digit.
pub(crate) fn without_noise(value: f64) -> f64 {
    parse(&plain(value)).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_number_is_read_back() {
        for text in
            ["0", "7", "137.2", "-3.3", "0.1", "0.000001", "1000000000000000", "0.05", "5e-324"]
        {
            let value: f64 = text.parse().unwrap();
            assert_eq!(plain(value), text);
        }
        assert_eq!(plain(-0.0), "0");
        assert_eq!(plain(0.1 + 0.2), "0.3");
        assert_eq!(plain(2.9999999999999996), "3");
        assert_eq!(plain(1e-9), "0.000000001");
    }

    #[test]
    fn only_a_disputed_number_has_a_spread() {
        let messages = Messages::default();
        assert_eq!(Number::exact(5.0).spread(&messages), None);
        let number = Number { value: 87.8, low: 86.0, high: 88.8, decimals: [0, 0, 2] };
        assert_eq!(number.spread(&messages).as_deref(), Some("86 to 88.80"));
    }

    #[test]
    fn a_sum_has_the_decimals_of_its_parts() {
        let parts = [Number::written(1.1, 2), Number::exact(2.2), Number::written(3.0, 1)];
        let sum = Number::sum(parts.into_iter());
        assert_eq!(sum.words(Notation::Standard, &Messages::default()), "6.30");
    }
}
