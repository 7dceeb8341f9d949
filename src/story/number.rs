//! Numbers that know their spread.

use super::{Key, Messages};

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
            messages.fill(Key::NumberRange, &[("low", &low), ("high", &high)])
        })
    }
}

/// `value` with the story's separators and as many decimals as it has (at most six).
pub fn format(value: f64, messages: &Messages) -> String {
    let plain = std::format!("{value:.MOST_DECIMALS$}");
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => ("\u{2212}", rest),
        None => ("", plain.as_str()),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let decimals = decimals.trim_end_matches('0');
    let mut out = String::with_capacity(plain.len() + 4);
    if !(whole == "0" && decimals.is_empty()) {
        out.push_str(sign);
    }
    push_grouped(&mut out, whole, messages.text(Key::NumberGroup));
    if !decimals.is_empty() {
        out.push_str(messages.text(Key::NumberDecimal));
        out.push_str(decimals);
    }
    out
}

/// `value` with a point and no grouping, as a field of a form has it.
pub fn plain(value: f64) -> String {
    value.to_string()
}

/// Writes `digits` in groups of three; four digits stay together, as newspapers set them.
fn push_grouped(out: &mut String, digits: &str, separator: &str) {
    if digits.len() <= 4 {
        out.push_str(digits);
        return;
    }
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
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
        ];
        for (value, words) in cases {
            assert_eq!(format(value, &messages), words);
        }
    }

    #[test]
    fn only_a_disputed_number_has_a_spread() {
        let messages = Messages::default();
        assert_eq!(Number::exact(5.0).spread(&messages), None);
        let number = Number { value: 87.8, low: 86.0, high: 88.8 };
        assert_eq!(number.spread(&messages).as_deref(), Some("86 to 88.8"));
    }
}
