//! Numbers in words: the one place where a number becomes a text that a reader sees.

use super::decimal::{ALL, Decimal, TRUSTED};
use crate::story::{MessageKey, Messages};

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notation {
    /// With all its digits.
    #[default]
    Standard,
    /// Where room lacks: rounded to three digits with a word for thousands, millions and so on, or
    /// a power of ten, which tells that it is rounded. Other numbers keep their digits.
    Compact,
}

/// Longer numbers than a quintillion take a power of ten, and so do small ones of more digits.
const MOST_WHOLE: i32 = 18;
const MOST_DIGITS: i32 = 12;
/// A number with fewer zeros behind the point gains nothing by a power of ten.
const LEAST_PLACE: i32 = -4;
/// From a thousand on there are words.
const LEAST_SCALED: i32 = 3;
/// What a compact number keeps besides its first digit.
const COMPACT_DIGITS: i32 = 2;

/// `value` with the story's separators and all its digits, at most 15.
pub fn format(value: f64, messages: &Messages) -> String {
    Notation::Standard.words(value, 0, messages)
}

/// What two values differ by, with no more decimals than they have.
pub fn difference(one: f64, other: f64, messages: &Messages) -> String {
    let [one_power, other_power] = [one, other].map(|it| Decimal::new(it, TRUSTED).power);
    let difference = Decimal::new((one - other).abs().min(f64::MAX), TRUSTED);
    standard(difference.rounded(one_power.min(other_power)), 0, messages)
}

/// A value that was worked out from values set in steps, with no finer places than a step has.
pub fn worked_out(value: f64, step: f64, messages: &Messages) -> String {
    let places = Decimal::new(step, TRUSTED).power;
    standard(Decimal::new(value, TRUSTED).rounded(places), 0, messages)
}

/// A share of a hundred, in whole percent, below one percent in tenths.
pub fn percent(share: f64, messages: &Messages) -> String {
    let step = if share.abs() < 1.0 { 0.1 } else { 1.0 };
    let number = worked_out(share, step, messages);
    unbroken(&messages.fill(MessageKey::NumberPercent, &[("number", &number), ("unit", "%")]))
}

/// The marks of one axis, with at least so many decimals: whatever they are, no two read alike.
///
/// Compact ones have the word for the greatest of them all, or each that for its own size.
pub fn ticks(
    values: &[f64],
    (notation, decimals): (Notation, u8),
    has_own_word: bool,
    messages: &Messages,
) -> Vec<String> {
    let ticks = || values.iter().map(|value| Decimal::new(*value, ALL));
    let greatest = ticks().map(Decimal::first_place).max().unwrap_or_default();
    let words = |tick: Decimal| match notation {
        Notation::Standard => standard(tick, decimals, messages),
        Notation::Compact if has_own_word => with_scale(tick, tick.first_place(), messages),
        Notation::Compact => with_scale(tick, greatest, messages),
    };
    ticks().map(words).collect()
}

impl Notation {
    /// `value` in this notation, with at least so many decimals.
    pub fn words(self, value: f64, decimals: u8, messages: &Messages) -> String {
        let number = Decimal::new(value, TRUSTED);
        let place = number.first_place();
        if self == Self::Standard || (LEAST_PLACE..LEAST_SCALED).contains(&place) {
            // Where noise was cut off there are no decimals to keep.
            let is_kept = i32::from(decimals) + place < TRUSTED as i32;
            return standard(number, if is_kept { decimals } else { 0 }, messages);
        }
        let number = number.rounded(place - COMPACT_DIGITS);
        with_scale(number, number.first_place(), messages)
    }
}

/// A number with all its digits.
fn standard(number: Decimal, decimals: u8, messages: &Messages) -> String {
    let place = number.first_place();
    let is_long = place < LEAST_PLACE && -number.power >= MOST_DIGITS;
    if place >= MOST_WHOLE || is_long {
        return scientific(number, messages);
    }
    unbroken(&plain(number, decimals, messages))
}

/// A number with the word for the greatest power of a thousand in a number of this size.
fn with_scale(number: Decimal, place: i32, messages: &Messages) -> String {
    let (key, power) = match place {
        _ if number.digits == 0 => return standard(number, 0, messages),
        LEAST_SCALED..=5 => (MessageKey::NumberThousand, 3),
        6..=8 => (MessageKey::NumberMillion, 6),
        9..=11 => (MessageKey::NumberBillion, 9),
        12..MOST_WHOLE => (MessageKey::NumberTrillion, 12),
        LEAST_PLACE..LEAST_SCALED => return standard(number, 0, messages),
        _ => return scientific(number, messages),
    };
    let digits = plain(Decimal { power: number.power - power, ..number }, 0, messages);
    unbroken(&messages.fill(key, &[("number", &digits)]))
}

/// A number below ten, times a power of ten.
fn scientific(number: Decimal, messages: &Messages) -> String {
    let place = number.first_place();
    let digits = plain(Decimal { power: number.power - place, ..number }, 0, messages);
    let raised: String = place.to_string().chars().map(raised).collect();
    let values = [("number", digits.as_str()), ("power", raised.as_str())];
    unbroken(&messages.fill(MessageKey::NumberScientific, &values))
}

/// A sign of a power.
fn raised(sign: char) -> char {
    match sign {
        '1' => '\u{b9}',
        '2' => '\u{b2}',
        '3' => '\u{b3}',
        '0'..='9' => char::from_u32('\u{2070}' as u32 + (sign as u32 - '0' as u32)).unwrap_or(sign),
        _ => '\u{207b}',
    }
}

/// The digits of a number with the story's separators.
fn plain(number: Decimal, decimals: u8, messages: &Messages) -> String {
    let (whole, part) = number.parts(decimals);
    let mut out = String::from(if number.is_negative { "\u{2212}" } else { "" });
    push_grouped(&mut out, &whole, messages);
    if !part.is_empty() {
        out.push_str(messages.text(MessageKey::NumberDecimal));
        out.push_str(&part);
    }
    out
}

/// Writes `digits` in groups of the language's sizes, that of the last group first; four digits stay
/// together, as newspapers set them.
fn push_grouped(out: &mut String, digits: &str, messages: &Messages) {
    if digits.len() <= 4 {
        out.push_str(digits);
        return;
    }
    let mut sizes = messages.text(MessageKey::NumberGroupSizes).bytes();
    let (mut size, mut end, mut starts) = (3, digits.len(), Vec::new());
    loop {
        let next = sizes.next().filter(|it| matches!(it, b'1'..=b'9'));
        size = next.map_or(size, |it| usize::from(it - b'0'));
        if end <= size {
            break;
        }
        end -= size;
        starts.push(end);
    }
    for (index, digit) in digits.char_indices() {
        if index > 0 && starts.contains(&index) {
            out.push_str(messages.text(MessageKey::NumberGroup));
        }
        out.push(digit);
    }
}

/// A text that stays on one line: a number, or a number with its unit.
pub(crate) fn unbroken(text: &str) -> String {
    text.chars().map(|c| if c == ' ' { '\u{a0}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn compact(value: f64) -> String {
        Notation::Compact.words(value, 0, &Messages::default())
    }

    /// What a text says, as a reader takes it, and what its last digit counts.
    fn read(text: &str) -> (f64, f64) {
        let text = text.replace(',', "").replace('\u{2212}', "-");
        let (digits, power) = match text.split_once('\u{a0}') {
            None => (text.as_str(), 0),
            Some((digits, "k")) => (digits, 3),
            Some((digits, "mn")) => (digits, 6),
            Some((digits, "bn")) => (digits, 9),
            Some((digits, "tn")) => (digits, 12),
            Some((digits, raised)) => {
                (digits, lowered(raised.strip_prefix("\u{d7}\u{a0}10").unwrap()))
            }
        };
        let decimals = digits.split_once('.').map_or(0, |(_, part)| part.len() as i32);
        let parse = |text: String| text.parse::<f64>().unwrap();
        (parse(format!("{digits}e{power}")), parse(format!("1e{}", power - decimals)))
    }

    fn lowered(raised_power: &str) -> i32 {
        let sign = |c: char| "-0123456789".chars().find(|sign| raised(*sign) == c).unwrap();
        raised_power.chars().map(sign).collect::<String>().parse().unwrap()
    }

    #[test]
    fn numbers_are_written_as_a_newspaper_would() {
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
            (0.999_999_9, "0.9999999"),
            (-0.000_000_1, "\u{2212}0.0000001"),
            (3e-7, "0.0000003"),
            (1e-12, "1\u{a0}\u{d7}\u{a0}10\u{207b}\u{b9}\u{b2}"),
            (1.2e15, "1,200,000,000,000,000"),
            (123_456_789_012_345.0, "123,456,789,012,345"),
            (4.5e20, "4.5\u{a0}\u{d7}\u{a0}10\u{b2}\u{2070}"),
        ];
        for (value, words) in cases {
            assert_eq!(format(value, &Messages::default()), words);
        }
    }

    #[test]
    fn a_compact_number_has_a_word_for_its_size() {
        let cases = [
            (999e12, "999\u{a0}tn"),
            (1e15, "1000\u{a0}tn"),
            (12e15, "12,000\u{a0}tn"),
            (123_456_789_012_345.0, "123\u{a0}tn"),
            (1_250_000_000.0, "1.25\u{a0}bn"),
            (999_999.0, "1\u{a0}mn"),
            (-12_345.0, "\u{2212}12.3\u{a0}k"),
            (800.0, "800"),
            (137.25, "137.25"),
            (999.9, "999.9"),
            (0.0, "0"),
            (5e-9, "5\u{a0}\u{d7}\u{a0}10\u{207b}\u{2079}"),
        ];
        for (value, words) in cases {
            assert_eq!(compact(value), words);
        }
    }

    #[test]
    fn decimals_are_kept_as_they_are_written() {
        let words =
            |value, decimals| Notation::Standard.words(value, decimals, &Messages::default());
        assert_eq!(words(1.1, 2), "1.10");
        assert_eq!(words(41.0, 1), "41.0");
        assert_eq!(words(0.1 + 0.2, 17), "0.3");
        assert_eq!(words(1e15, 1), "1,000,000,000,000,000");
    }

    #[test]
    fn a_difference_has_no_digits_of_its_own() {
        let messages = Messages::default();
        assert_eq!(difference(24.5, 24.3, &messages), "0.2");
        assert_eq!(difference(24.25, 30.0, &messages), "5.75");
        assert_eq!(difference(1e-9, 3e-9, &messages), "0.000000002");
    }

    #[test]
    fn ticks_share_a_word() {
        let messages = Messages::default();
        let compact = (Notation::Compact, 0);
        let words = ticks(&[0.0, 5e5, 1e6, 1.5e6], compact, false, &messages);
        assert_eq!(words, ["0", "0.5\u{a0}mn", "1\u{a0}mn", "1.5\u{a0}mn"]);
        let words = ticks(&[1.0, 1e3, 1e6], compact, true, &messages);
        assert_eq!(words, ["1", "1\u{a0}k", "1\u{a0}mn"]);
        let words = ticks(&[0.0, 12.5], (Notation::Standard, 1), false, &messages);
        assert_eq!(words, ["0.0", "12.5"]);
    }

    #[test]
    fn digits_stand_in_groups_of_the_language() {
        let grouped = |sizes: &str, value| {
            let sizes = (MessageKey::NumberGroupSizes, sizes.to_owned());
            format(value, &Messages::new(vec![sizes]))
        };
        assert_eq!(grouped("32", 1_234_567.0), "12,34,567");
        assert_eq!(grouped("32", 1_234_567_890.5), "1,23,45,67,890.5");
        assert_eq!(grouped("32", 12_345.0), "12,345");
        assert_eq!(grouped("4", 123_456_789.0), "1,2345,6789");
        assert_eq!(grouped("3", 123_456.0), "123,456");
        assert_eq!(grouped("32", 123_456.0), "1,23,456");
        assert_eq!(grouped("x0", 12_345.0), "12,345");
    }

    #[test]
    fn nothing_breaks_a_number() {
        let group = (MessageKey::NumberGroup, " ".to_owned());
        let messages = Messages::new(vec![group]);
        assert_eq!(format(1e6, &messages), "1\u{a0}000\u{a0}000");
    }

    proptest! {
        #[test]
        fn a_number_reads_as_what_it_names(digits in -999_999_999_999_999_i64..=999_999_999_999_999, power in -300..285) {
            let value: f64 = format!("{digits}e{power}").parse().unwrap();
            prop_assert_eq!(read(&format(value, &Messages::default())).0, value);
        }

        #[test]
        fn a_compact_number_reads_as_what_it_names_rounded(digits in -999_999_999_999_999_i64..=999_999_999_999_999, power in -300..285) {
            let value: f64 = format!("{digits}e{power}").parse().unwrap();
            let words = compact(value);
            let (said, _) = read(&words);
            prop_assert!((said - value).abs() <= value.abs() * 0.005_000_1, "{} as {}", value, words);
        }

        #[test]
        fn ticks_differ(first in -1e3..1e3_f64, step in 1..100_u32, power in -300..300, count in 2..12_usize) {
            let at = |n: usize| (first.round() + f64::from(step) * n as f64) * 10_f64.powi(power);
            let values: Vec<f64> = (0..count).map(at).collect();
            for notation in [Notation::Standard, Notation::Compact] {
                let words = ticks(&values, (notation, 0), false, &Messages::default());
                for (value, word) in values.iter().zip(&words) {
                    prop_assert_eq!(read(word).0, *value, "{}", word);
                    prop_assert_eq!(words.iter().filter(|other| *other == word).count(), 1);
                }
            }
        }
    }
}
