//! Numbers as readers type them.
//!
//! In: what a text means, with the separators of the story's language or of another, and what a
//! number is in a field. Out: the field itself (`number_field`).

use crate::story::{MessageKey, Messages, number};

/// What a reader has typed into the field that was used last.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Typed {
    /// Which field.
    pub(super) field: FieldId,
    pub(super) text: String,
}

/// A field of the card: the seed of the round, the question, the place among its fields.
pub(super) type FieldId = (u64, usize, usize);

/// The number that a text means; none if it means none.
pub(super) fn read(text: &str, messages: &Messages) -> Option<f64> {
    let text: String = text.chars().filter(|c| !is_gap(*c)).map(ascii).collect();
    let (sign, text) = text.strip_prefix('-').map_or(("", &*text), |rest| ("-", rest));
    let (whole, decimals) = match decimal_mark(text, messages) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    };
    let whole = whole.replace(MARKS, "");
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = is_digits(&whole) && is_digits(decimals) && whole.len() + decimals.len() > 0;
    is_number.then(|| number::parse(&[sign, &whole, ".", decimals].concat())).flatten()
}

/// A number as it stands in a field: without groups, which would be in the way of typing.
pub(super) fn written(value: f64, messages: &Messages) -> String {
    number::plain(value).replace('.', messages.text(MessageKey::NumberDecimal))
}

/// What separates groups or decimals.
const MARKS: [char; 2] = ['.', ','];

/// What may stand between groups of digits in any language.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '\u{2019}' | '\u{66c}')
}

/// The zeros of the digits on keyboards: Arabic, Persian, Devanagari, as wide as a letter.
const ZEROS: [u32; 4] = [0x660, 0x6f0, 0x966, 0xff10];

/// The ASCII character for a digit or sign of a keyboard.
fn ascii(c: char) -> char {
    match c {
        '\u{2212}' => '-',
        '\u{66b}' => ',',
        c => {
            let digit = ZEROS.iter().map(|zero| u32::from(c).wrapping_sub(*zero));
            digit
                .min()
                .filter(|digit| *digit < 10)
                .and_then(|it| char::from_digit(it, 10))
                .unwrap_or(c)
        }
    }
}

/// Where the decimals of a number begin: at the last mark, unless it separates groups of digits.
fn decimal_mark(text: &str, messages: &Messages) -> Option<usize> {
    let at = text.rfind(MARKS)?;
    let (before, mark, after) = (&text[..at], &text[at..=at], &text[at + 1..]);
    let is_own = mark == messages.text(MessageKey::NumberDecimal);
    let is_group = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    let is_repeated = before.bytes().any(|byte| mark.as_bytes() == [byte]);
    let is_decimal = !is_repeated && (is_own || before.contains(MARKS) || !is_group);
    is_decimal.then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Story;

    fn messages(decimal: &str) -> Messages {
        let text = include_str!("../../tests/stories/good/minimal.story.json");
        let separators =
            format!("\"messages\": {{\"number.decimal\": \"{decimal}\"}}, \"sections\"");
        Story::parse(text.replacen("\"sections\"", &separators, 1).as_bytes()).unwrap().messages
    }

    #[test]
    fn a_number_is_read_as_it_is_meant() {
        for (text, english, german) in [
            ("90", Some(90.0), Some(90.0)),
            ("24.5", Some(24.5), Some(24.5)),
            ("24,5", Some(24.5), Some(24.5)),
            (" -3.25 ", Some(-3.25), Some(-3.25)),
            ("\u{2212}4", Some(-4.0), Some(-4.0)),
            ("1,234", Some(1234.0), Some(1.234)),
            ("1.234", Some(1.234), Some(1234.0)),
            ("1,234,567.5", Some(1_234_567.5), Some(1_234_567.5)),
            ("1.234.567,5", Some(1_234_567.5), Some(1_234_567.5)),
            ("1 234\u{a0}567", Some(1_234_567.0), Some(1_234_567.0)),
            ("12\u{2019}000", Some(12_000.0), Some(12_000.0)),
            ("24.", Some(24.0), Some(24.0)),
            (".5", Some(0.5), Some(0.5)),
            ("0,125", Some(0.125), Some(0.125)),
            ("\u{662}\u{664}\u{66b}\u{665}", Some(24.5), Some(24.5)),
            ("\u{ff19}\u{ff10}", Some(90.0), Some(90.0)),
            ("", None, None),
            ("-", None, None),
            (".", None, None),
            ("a lot", None, None),
            ("1e5", None, None),
            ("1-2", None, None),
        ] {
            assert_eq!(read(text, &messages(".")), english, "{text} in English");
            assert_eq!(read(text, &messages(",")), german, "{text} in German");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for decimal in [".", ","] {
            for value in [0.0, 24.5, -3.0, 1234.0, 1_234_567.25, 0.001] {
                let messages = messages(decimal);
                assert_eq!(read(&written(value, &messages), &messages), Some(value));
            }
        }
    }
}
