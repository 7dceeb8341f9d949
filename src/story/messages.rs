//! What the card itself says: English built in, any of it replaced by a story.
//!
//! Out: which messages there are (`message_key`).

use super::{MessageKey, PluralCategory};

/// What the card says, in the story's language. Two are equal if they say the same.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    replaced: Vec<(MessageKey, PluralCategory, String)>,
    /// The language, and who knows its rules.
    plurals: Option<(String, PluralRules)>,
    /// The language, and who knows in which order its names stand.
    collation: Option<(String, Collation)>,
}

/// The name of the category that a number of things has in a language (BCP 47).
type PluralRules = fn(&str, f64) -> String;

/// The places of names in the order in which they stand in a language (BCP 47).
type Collation = fn(&str, &[&str]) -> Vec<usize>;

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        self.replaced == other.replaced
    }
}

impl Eq for Messages {}

impl Messages {
    /// English, with these messages replaced.
    pub fn new(replaced: Vec<(MessageKey, String)>) -> Self {
        let replaced = replaced.into_iter();
        Self::with_forms(replaced.map(|(key, text)| (key, PluralCategory::Other, text)).collect())
    }

    /// English, with these messages replaced; each has a text for `Other`, counted ones may have
    /// texts for other categories as well.
    pub fn with_forms(replaced: Vec<(MessageKey, PluralCategory, String)>) -> Self {
        Self { replaced, ..Self::default() }
    }

    /// Has numbers of things told apart as this language does, by who knows its rules.
    pub fn count_by(&mut self, language: &str, rules: PluralRules) {
        self.plurals = Some((language.to_owned(), rules));
    }

    /// Has names ordered as this language does, by who knows how.
    pub fn order_by(&mut self, language: &str, collation: Collation) {
        self.collation = Some((language.to_owned(), collation));
    }

    /// The places of names in their order; as they are where nobody knows it.
    pub fn order_of(&self, names: &[&str]) -> Vec<usize> {
        match &self.collation {
            Some((language, collation)) => collation(language, names),
            None => (0..names.len()).collect(),
        }
    }

    /// The words that the story brings for a category.
    fn form(&self, key: MessageKey, category: PluralCategory) -> Option<&str> {
        let mut all = self.replaced.iter();
        let form = all.find(|(name, form, _)| *name == key && *form == category);
        form.map(|(_, _, text)| text.as_str())
    }

    /// The words of a message, its placeholders unfilled.
    pub fn text(&self, key: MessageKey) -> &str {
        self.form(key, PluralCategory::Other).unwrap_or_else(|| key.english())
    }

    /// The words of a message for so many things, its placeholders unfilled; the rules of the
    /// story's language are only asked where there is a choice.
    fn counted(&self, key: MessageKey, count: f64) -> &str {
        match self.replaced.iter().filter(|(name, ..)| *name == key).count() {
            0 => key.english_one().filter(|_| count == 1.0).unwrap_or_else(|| key.english()),
            1 => self.text(key),
            _ => {
                let rules = self.plurals.as_ref();
                let name = rules.map(|(language, category)| category(language, count));
                let category = name.and_then(|name| PluralCategory::from_name(&name));
                self.form(key, category.unwrap_or_default()).unwrap_or_else(|| self.text(key))
            }
        }
    }

    /// The words of a message with `{name}` replaced by its value for each pair.
    ///
    /// A value is never looked into, so braces in a story's text stay as they are.
    pub fn fill(&self, key: MessageKey, values: &[(&str, &str)]) -> String {
        filled(self.text(key), values)
    }

    /// The same for so many things: in the form of that number.
    pub fn fill_counted(&self, key: MessageKey, count: f64, values: &[(&str, &str)]) -> String {
        filled(self.counted(key, count), values)
    }

    /// The name of a month, 1 to 12; empty for any other number.
    pub fn month(&self, month: u8) -> &str {
        nth(self.text(MessageKey::DateMonths), month)
    }

    /// The short name of a month, 1 to 12; empty for any other number.
    pub fn month_short(&self, month: u8) -> &str {
        nth(self.text(MessageKey::DateMonthsShort), month)
    }
}

/// A text with `{name}` replaced by its value for each pair.
fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, after))
        });
        if let Some((value, after)) = value {
            out.push_str(value);
            rest = after;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// The `n`-th of the names between bars, counted from 1.
fn nth(names: &str, n: u8) -> &str {
    usize::from(n).checked_sub(1).and_then(|place| names.split('|').nth(place)).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_filled_once_and_only_where_it_asks() {
        let messages =
            Messages::new(vec![(MessageKey::QuizProgress, "{n} von {total} {x}".into())]);
        assert_eq!(
            messages.fill(MessageKey::QuizProgress, &[("n", "{total}"), ("total", "9")]),
            "{total} von 9 {x}"
        );
    }

    #[test]
    fn a_count_takes_the_form_of_its_number() {
        let forms = [("one", "{n} Quelle"), ("other", "{n} Quellen")];
        let forms = forms.map(|(name, text)| {
            let category = PluralCategory::from_name(name).unwrap();
            (MessageKey::FootSources, category, text.to_owned())
        });
        let say = |messages: &Messages, count: usize| {
            let n = count.to_string();
            messages.fill_counted(MessageKey::FootSources, count as f64, &[("n", &n)])
        };
        let mut german = Messages::with_forms(forms.to_vec());
        german.count_by("de", |_, count| if count == 1.0 { "one" } else { "other" }.to_owned());
        assert_eq!([1, 2].map(|n| say(&german, n)), ["1 Quelle", "2 Quellen"]);
        assert_eq!([1, 2].map(|n| say(&Messages::default(), n)), ["1 source", "2 sources"]);
        let plain = Messages::new(vec![(MessageKey::FootSources, "Quellen: {n}".into())]);
        assert_eq!([1, 2].map(|n| say(&plain, n)), ["Quellen: 1", "Quellen: 2"]);
    }

    #[test]
    fn there_are_twelve_months() {
        let messages = Messages::default();
        assert_eq!(messages.month(1), "January");
        assert_eq!(messages.month_short(12), "Dec");
        assert_eq!(messages.month(0), "");
        assert_eq!(messages.month(13), "");
    }
}
