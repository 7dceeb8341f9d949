//! Which forms the numbers of a language take: CLDR's rules, by ICU4X.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// The categories of numbers that count, in the order in which CLDR lists them.
pub(super) const CARDINALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// No card counts further. Some languages have a form for whole millions only.
const MOST: usize = 1000;

/// Languages that have forms for one and for other numbers, and whose nouns stay as they are behind
/// a number.
const UNBENT: [&str; 15] =
    ["az", "bn", "cy", "eu", "fa", "hu", "hy", "ka", "kk", "ku", "ky", "mn", "tr", "ug", "uz"];

/// The forms of a language.
pub(super) struct Cardinals {
    /// Those that CLDR knows, for fractions and great numbers as well.
    pub(super) known: Vec<&'static str>,
    /// Those that a card picks.
    pub(super) picked: Vec<&'static str>,
    is_bending: bool,
}

impl Cardinals {
    /// The forms of a language; none for what is not the name of one.
    pub(super) fn of(lang: &str) -> Option<Self> {
        let locale = Locale::try_from_str(lang).ok()?;
        let is_unbent = UNBENT.contains(&locale.id.language.as_str());
        let rules = PluralRules::try_new_cardinal(locale.into()).ok()?;
        let known: Vec<PluralCategory> = rules.categories().collect();
        let picked: Vec<PluralCategory> = (0..=MOST).map(|n| rules.category_for(n)).collect();
        let picked = names(&picked);
        Some(Self { known: names(&known), is_bending: picked.len() > 1 && !is_unbent, picked })
    }

    /// Whether words bend with their number.
    pub(super) fn is_bending(&self) -> bool {
        self.is_bending
    }

    /// Whether a phrase has a number directly before a word, and words bend with their number.
    pub(super) fn bends(&self, phrase: &str) -> bool {
        let behind = phrase.split_once("{n}").map_or("", |(_, behind)| behind);
        let noun = behind.strip_prefix([' ', '\u{A0}', '\u{202F}']).unwrap_or_default();
        self.is_bending && noun.starts_with(char::is_alphabetic)
    }

    /// How a message with all forms begins: `"one": …, "other": …`.
    pub(super) fn written(&self) -> String {
        let forms: Vec<String> = self.picked.iter().map(|name| format!("\"{name}\": …")).collect();
        forms.join(", ")
    }
}

/// The names of these categories, each once, in the order of CLDR; `other` is always one.
fn names(categories: &[PluralCategory]) -> Vec<&'static str> {
    let is_there =
        |name: &&str| *name == "other" || categories.iter().any(|it| self::name(*it) == *name);
    CARDINALS.into_iter().filter(is_there).collect()
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
