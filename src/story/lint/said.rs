//! What a text says, as words and numbers that can be looked for in another.

use crate::story::{MessageKey, Messages};

/// Words of fewer letters say too little to be looked for.
const FEWEST_LETTERS: usize = 3;

/// Two words that begin alike in so many letters are forms of one word.
const STEM: usize = 5;

/// So is a word of so many letters with which another begins.
const SHORTEST_STEM: usize = 4;

/// A text, taken apart.
pub(super) struct Said {
    /// Letters and digits in lower case, without what stands between words.
    pub(super) words: Vec<String>,
    /// What its digits mean.
    pub(super) numbers: Vec<f64>,
}

impl Said {
    /// A text in the story's language, which writes numbers as its messages say.
    pub(super) fn new(text: &str, messages: &Messages) -> Self {
        let decimal = messages.text(MessageKey::NumberDecimal);
        let group = messages.text(MessageKey::NumberGroup);
        Self { words: words(text), numbers: numbers(text, decimal, group) }
    }

    /// Where it says these words one behind the other, if they say enough.
    pub(super) fn place_of(&self, phrase: &[String]) -> Option<usize> {
        let letters: usize = phrase.iter().map(|word| word.chars().count()).sum();
        if letters < FEWEST_LETTERS {
            return None;
        }
        self.words.windows(phrase.len()).position(|part| part == phrase)
    }

    /// Whether it has a word or another form of it.
    pub(super) fn has_form_of(&self, word: &str) -> bool {
        self.words.iter().any(|other| is_form(word, other))
    }
}

/// The words of a text, in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Whether two words are the same or begin alike, such as `take` and `taken`.
fn is_form(one: &str, other: &str) -> bool {
    let alike = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let shorter = one.chars().count().min(other.chars().count());
    one == other || alike >= STEM || alike == shorter && shorter >= SHORTEST_STEM
}

/// The numbers of a text, with these signs before decimals and between groups of digits.
fn numbers(text: &str, decimal: &str, group: &str) -> Vec<f64> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|it: char| it.is_ascii_digit()) {
        rest = &rest[at..];
        let mut number = String::new();
        loop {
            let digits = rest.len() - rest.trim_start_matches(|it: char| it.is_ascii_digit()).len();
            number.push_str(&rest[..digits]);
            rest = &rest[digits..];
            let goes_on = |mark: &str| {
                let behind = (!mark.is_empty()).then(|| rest.strip_prefix(mark)).flatten();
                behind.filter(|behind| behind.starts_with(|it: char| it.is_ascii_digit()))
            };
            if let Some(behind) = goes_on(decimal).filter(|_| !number.contains('.')) {
                number.push('.');
                rest = behind;
            } else if let Some(behind) = goes_on(group) {
                rest = behind;
            } else {
                break;
            }
        }
        numbers.extend(number.parse::<f64>());
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_language_writes_them() {
        assert_eq!(numbers("In 1999 it took 1,250.5, then 3.", ".", ","), [1999.0, 1250.5, 3.0]);
        assert_eq!(numbers("1.250,5 und 3,", ",", "."), [1250.5, 3.0]);
        assert_eq!(numbers("1.2.3", ".", ""), [1.2, 3.0]);
        assert_eq!(numbers("none", ".", ","), [0.0; 0]);
    }

    #[test]
    fn forms_of_a_word_are_known_and_short_words_are_not_guessed() {
        assert!(is_form("take", "taken") && is_form("towers", "tower"));
        assert!(is_form("directed", "director"));
        assert!(!is_form("the", "they") && !is_form("film", "filth"));
    }

    #[test]
    fn a_phrase_is_found_whole() {
        let said =
            Said::new("It is not the *Continental*, it is the High Table.", &Messages::default());
        assert_eq!(said.place_of(&words("the high table")), Some(7));
        assert_eq!(said.place_of(&words("high tab")), None);
        assert_eq!(said.place_of(&words("it")), None, "too little");
        assert_eq!(said.place_of(&words("")), None);
    }
}
