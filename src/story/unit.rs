//! What numbers count, and whether a text says it.

use super::number::unbroken;
use super::{MessageKey, Messages};

/// What stands beside a number: `million dollars` behind it, or `$` before and `million` behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Directly before the number, such as the sign of a currency; may be empty.
    pub before: String,
    /// Behind the number; may be empty.
    pub after: String,
}

/// Stands for a unit while what is around it is made unbreakable.
const PLACE: char = '\u{1}';

impl Unit {
    /// A unit behind the number.
    pub fn behind(after: impl Into<String>) -> Self {
        Self { before: String::new(), after: after.into() }
    }

    /// Whether it says nothing, as for counts and indexes.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// The unit alone.
    pub fn words(&self) -> String {
        let gap = if self.before.is_empty() || self.after.is_empty() { "" } else { " " };
        [&self.before, gap, &self.after].concat()
    }

    /// The words of a number with the unit, which no line break parts from it.
    pub fn beside(&self, number: &str, messages: &Messages) -> String {
        // A minus stands before the sign of a currency.
        let (minus, size) = match number.strip_prefix('\u{2212}') {
            Some(size) if !self.before.is_empty() => ("\u{2212}", size),
            _ => ("", number),
        };
        let before = joined(MessageKey::NumberUnitBefore, &self.before, size, messages);
        let key =
            if self.after == "%" { MessageKey::NumberPercent } else { MessageKey::NumberUnit };
        joined(key, &self.after, &[minus, &before].concat(), messages)
    }

    /// Whether a text says it, such as `in million US dollars` for `million dollars`.
    pub fn is_said_by(&self, text: &str) -> bool {
        let mut words = self.before.split(' ').chain(self.after.split(' '));
        words.all(|word| word.is_empty() || says(text, word))
    }
}

/// A number with one side of its unit.
fn joined(key: MessageKey, unit: &str, number: &str, messages: &Messages) -> String {
    if unit.is_empty() {
        return number.to_owned();
    }
    let whole =
        unbroken(&messages.fill(key, &[("number", number), ("unit", PLACE.encode_utf8(&mut [0]))]));
    match whole.split_once(PLACE) {
        Some((before, behind)) => [before, unit, behind].concat(),
        None => whole,
    }
}

/// Whether a text holds a word or a number as such, not within another; long words also in the
/// plural.
pub(crate) fn says(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let is_long = word.len() > 3 && word.iter().all(u8::is_ascii_alphabetic);
    // The standard library's search would add its engine to the card.
    text.windows(word.len().max(1)).enumerate().any(|(at, part)| {
        let before = text.iter().take(at).rev();
        let mut behind = text.iter().skip(at + word.len());
        let is_end = is_apart(&mut behind.clone())
            || is_long && behind.next() == Some(&b's') && is_apart(&mut behind);
        part.eq_ignore_ascii_case(word) && is_apart(&mut before.into_iter()) && is_end
    })
}

/// Whether what goes on here is neither more of a word nor more of a number.
fn is_apart<'a>(mut rest: impl Iterator<Item = &'a u8>) -> bool {
    match rest.next() {
        Some(b'.' | b',') => !rest.next().is_some_and(u8::is_ascii_digit),
        next => !next.is_some_and(u8::is_ascii_alphanumeric),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money() -> Unit {
        Unit { before: "$".into(), after: "million".into() }
    }

    #[test]
    fn a_unit_stands_beside_its_number_and_stays_there() {
        let messages = Messages::default();
        let beside = |unit: &Unit, number| unit.beside(number, &messages);
        assert_eq!(beside(&Unit::default(), "7"), "7");
        assert_eq!(beside(&Unit::behind("million dollars"), "137.2"), "137.2\u{a0}million dollars");
        assert_eq!(beside(&money(), "137.2"), "$137.2\u{a0}million");
        assert_eq!(beside(&money(), "\u{2212}4"), "\u{2212}$4\u{a0}million");
        assert_eq!(beside(&Unit::behind("m"), "\u{2212}4"), "\u{2212}4\u{a0}m");
    }

    #[test]
    fn a_language_says_how_a_unit_is_joined() {
        let message = (MessageKey::NumberUnitBefore, "{unit} {number}".to_owned());
        let words = money().beside("5", &Messages::new(vec![message]));
        assert_eq!(words, "$\u{a0}5\u{a0}million");
    }

    #[test]
    fn a_unit_is_said_word_by_word() {
        let is_said = |unit: &str, text| Unit::behind(unit).is_said_by(text);
        assert!(is_said("million dollars", "Gross in million US dollars."));
        assert!(is_said("million dollars", "In millions of dollars"));
        assert!(is_said("m", "Height (m)") && is_said("%", "Share in %"));
        assert!(is_said("m", "\u{9ad8}\u{3055}\u{ff08}m\u{ff09}"));
        assert!(!is_said("m", "Height above the rock") && !is_said("dollars", "Money"));
        assert!(money().is_said_by("Million $") && !money().is_said_by("Million"));
        assert!(Unit::default().is_said_by(""));
    }

    #[test]
    fn a_number_within_another_is_not_said() {
        assert!(says("After 90 days", "90") && says("90", "90") && says("by 90.", "90"));
        for label in ["After 190 days", "90.5 m", "1,090", "0.90"] {
            assert!(!says(label, "90"), "{label}");
        }
    }
}
