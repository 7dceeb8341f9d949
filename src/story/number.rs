//! Numbers that know their spread.

mod parse;

pub(crate) use parse::parse;

use super::{MessageKey, Messages};

/// A finite number, with the span the sources give where they differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The value to show.
    pub value: f64,
    /// The lowest value a source gives; at most `value`.
    pub low: f64,
    /// The highest value a source gives; at least `value`.
    pub high: f64,
}

/// More decimals than this are rounding noise of binary fractions.
const MOST_DECIMALS: usize = 6;

impl Default for Number {
    /// Zero, on which all agree.
    fn default() -> Self {
        Self::exact(0.0)
    }
}

impl Number {
    /// A number on which all sources agree.
    pub const fn exact(value: f64) -> Self {
        Self { value, low: value, high: value }
    }

    /// Whether sources give different values.
    pub fn is_disputed(&self) -> bool {
        self.low < self.high
    }

    /// The spread in words, such as `86 to 88.8`; none where sources agree.
    pub fn spread(&self, messages: &Messages) -> Option<String> {
        self.is_disputed().then(|| {
            let (low, high) = (format(self.low, messages), format(self.high, messages));
            messages.fill(MessageKey::NumberRange, &[("low", &low), ("high", &high)])
        })
    }
}

/// `value` with the story's separators and as many decimals as it has (at most six).
pub fn format(value: f64, messages: &Messages) -> String {
    let plain = decimal(value, MOST_DECIMALS);
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => ("\u{2212}", rest),
        None => ("", plain.as_str()),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::from(sign);
    push_grouped(&mut out, whole, messages.text(MessageKey::NumberGroup));
    if !decimals.is_empty() {
        out.push_str(messages.text(MessageKey::NumberDecimal));
        out.push_str(decimals);
    }
    out
}

/// `value` with a point and no grouping, as a field of a form or a kept session has it.
pub fn plain(value: f64) -> String {
    // More decimals a double does not know, unless it is next to nothing.
    decimal(value, 15)
}

/// `value` with as few decimals as tell it, at most so many; beyond 1.8e19 only its size is right.
///
/// The standard library writes a double to its last digit, which may be noise, or with as many
/// decimals as are asked for.
fn decimal(value: f64, most_decimals: usize) -> String {
    let size = value.abs();
    let (whole, part) = (size.trunc(), size.fract());
    let (mut decimals, mut scale) = (0, 1.0);
    while decimals < most_decimals && whole + (part * scale).round() / scale != size {
        decimals += 1;
        scale *= 10.0;
    }
    let part = (part * scale).round();
    let (whole, part) = if part < scale { (whole, part) } else { (whole + 1.0, 0.0) };
    let sign = if value < 0.0 && whole + part > 0.0 { "-" } else { "" };
    // Behind a 1 the zeros of the part keep their places.
    let part = ((part + scale) as u64).to_string();
    let part = part[1..].trim_end_matches('0');
    let point = if part.is_empty() { "" } else { "." };
    [sign, &(whole as u64).to_string(), point, part].concat()
}

/// Writes `digits` in groups of three; four digits stay together, as newspapers set them.
fn push_grouped(out: &mut String, digits: &str, separator: &str) {
    if digits.len() <= 4 {
        out.push_str(digits);
        return;
    }
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_a_newspaper_would() {
        let messages = Messages::default();
        let cases = [
            (137.2, "137.2"),
            (58.0, "58"),
            (0.0, "0"),
            (-0.0, "0"),
            (-4.0, "\u{2212}4"),
            (2025.0, "2025"),
            (10_000.0, "10,000"),
            (1_234_567.25, "1,234,567.25"),
            (0.1 + 0.2, "0.3"),
            (0.999_999_9, "1"),
            (-0.000_000_1, "0"),
            (1.05, "1.05"),
        ];
        for (value, words) in cases {
            assert_eq!(format(value, &messages), words);
        }
    }

    #[test]
    fn a_plain_number_is_read_back() {
        for text in
            ["0", "7", "137.2", "-3.3", "0.1", "0.000001", "1000000000000000", "0.05", "2.5"]
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
        let number = Number { value: 87.8, low: 86.0, high: 88.8 };
        assert_eq!(number.spread(&messages).as_deref(), Some("86 to 88.8"));
    }
}
