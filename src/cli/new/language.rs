//! What a story in another language brings: its tag, its direction, the words of the card itself.

use std::str::FromStr;

use icu_locale::{Locale, LocaleDirectionality};
use serde_json::{Value, json};

use crate::story::messages_to_translate;

/// A language as BCP 47 names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Language(Locale);

impl FromStr for Language {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let no_tag = || "write a language tag such as en, pt-BR or zh-Hant".to_owned();
        Locale::try_from_str(text).map(Self).map_err(|_| no_tag())
    }
}

impl Language {
    /// Whether the card speaks it without being told how.
    pub(super) fn is_english(&self) -> bool {
        self.0.id.language.as_str() == "en"
    }

    /// The keys of a story in this language, one on each line, the first without its indent.
    pub(super) fn keys(&self) -> String {
        let mut keys = format!("\"lang\": \"{}\",", self.0);
        if LocaleDirectionality::new_extended().is_right_to_left(&self.0.id) {
            keys.push_str("\n  \"dir\": \"rtl\",");
        }
        if !self.is_english() {
            keys.push_str("\n  \"messages\": {\n");
            keys.push_str(&self.messages().join(",\n"));
            keys.push_str("\n  },");
        }
        keys
    }

    /// Each message with its English, in as many forms as the language has.
    fn messages(&self) -> Vec<String> {
        let messages = messages_to_translate(&self.0.to_string());
        let line = |(key, forms): (&str, Vec<(&str, &str)>)| {
            let value = match &*forms {
                [(_, only)] => json!(only).to_string(),
                _ => {
                    let form = |(name, text): &(&str, &str)| format!("\"{name}\": {}", json!(text));
                    format!("{{{}}}", forms.iter().map(form).collect::<Vec<_>>().join(", "))
                }
            };
            format!("    {}: {value}", Value::from(key))
        };
        messages.into_iter().map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(lang: &str) -> String {
        lang.parse::<Language>().unwrap().keys()
    }

    #[test]
    fn the_tag_is_written_as_it_should_be() {
        assert_eq!(keys("EN-gb"), "\"lang\": \"en-GB\",");
        assert!("englisch!".parse::<Language>().is_err() && "".parse::<Language>().is_err());
    }

    #[test]
    fn counted_messages_have_the_forms_of_the_language() {
        let polish = keys("pl");
        assert!(polish.contains(
            "\n    \"card.sources\": {\"one\": \"{n} source\", \"few\": \"{n} sources\", \
             \"many\": \"{n} sources\", \"other\": \"{n} sources\"},\n"
        ));
        assert!(polish.contains("\n    \"quiz.next\": \"Next question\",\n"));
        assert!(keys("ja").contains("\n    \"card.sources\": \"{n} sources\",\n"));
    }

    #[test]
    fn the_direction_is_that_of_the_script() {
        let is_rtl = |lang| keys(lang).contains("\"dir\": \"rtl\"");
        assert!(is_rtl("he") && is_rtl("fa-AF") && is_rtl("pa-Arab") && is_rtl("dv"));
        assert!(!is_rtl("pa") && !is_rtl("fr") && !is_rtl("az-Latn"));
    }
}
