//! The language of a story: whether it is one, and whether it runs the way the story says.

use icu_locale::{Direction, LocaleDirectionality};
use icu_locale_core::LanguageIdentifier;
use isolang::Language;

use super::Lint;
use crate::story::fault::quote;

/// Countries that are taken for languages, and what is spoken there.
const COUNTRIES: [(&str, &str); 10] = [
    ("jp", "ja"),
    ("cn", "zh"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gr", "el"),
    ("ua", "uk"),
    ("us", "en"),
    ("gb", "en"),
    ("at", "de"),
    ("ir", "fa"),
];

impl Lint<'_> {
    /// Notes what is wrong with the language; whether it is one, so that more can be said of it.
    pub(super) fn language(&mut self) -> bool {
        let Some(node) = self.at(&["lang"]) else { return true };
        let lang = &self.story.lang;
        let main = lang.split('-').next().unwrap_or("").to_ascii_lowercase();
        if !is_language(&main) {
            let right = match meant(&main) {
                Some(code) => format!("Did you mean {}?", quote(code)),
                None => "Write the code of a language, such as \"en\", \"pt-BR\" or \"zh-Hant\"."
                    .to_owned(),
            };
            self.warn(node.at, format!("{} is no language", quote(lang)), &right);
            return false;
        }
        if let Some(short) = short(&main) {
            let wrong = format!("{} has a shorter code", quote(lang));
            self.warn(node.at, wrong, &format!("Write {}.", quote(short)));
        }
        if self.at(&["dir"]).is_none() && runs_from_the_right(lang) {
            let wrong = format!("{} is written from the right", quote(lang));
            self.warn(node.at, wrong, "Add \"dir\": \"rtl\" to the story.");
        }
        true
    }
}

/// Whether ISO 639 knows a code, or it is one for several languages.
fn is_language(code: &str) -> bool {
    match code.len() {
        2 => Language::from_639_1(code).is_some(),
        3 => Language::from_639_3(code).is_some() || ["mul", "und", "zxx"].contains(&code),
        _ => false,
    }
}

/// The code of two letters for a language that has one of three as well.
fn short(code: &str) -> Option<&'static str> {
    (code.len() == 3).then(|| Language::from_639_3(code)?.to_639_1()).flatten()
}

/// The language that a name or a country stands for.
fn meant(word: &str) -> Option<&'static str> {
    let country = COUNTRIES.iter().find(|(country, _)| *country == word);
    let named = || {
        let mut name = word.to_owned();
        name.get_mut(..1)?.make_ascii_uppercase();
        Language::from_name(&name)?.to_639_1()
    };
    country.map(|(_, language)| *language).or_else(named)
}

fn runs_from_the_right(lang: &str) -> bool {
    let Ok(locale) = LanguageIdentifier::try_from_str(lang) else { return false };
    LocaleDirectionality::new_extended().get(&locale) == Some(Direction::RightToLeft)
}
