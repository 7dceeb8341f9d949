//! The forms that a counted phrase has in a language.

/// Which form a number takes. Every language has `Other`, and those of these that CLDR gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PluralCategory {
    /// As in Arabic for 0.
    Zero,
    /// As in English for 1.
    One,
    /// As in Arabic for 2.
    Two,
    /// As in Polish for 2 to 4.
    Few,
    /// As in Polish for 5 and more.
    Many,
    /// All else.
    #[default]
    Other,
}

impl PluralCategory {
    /// All of them, by the names that CLDR gives them.
    pub const ALL: [(&'static str, Self); 6] = [
        ("zero", Self::Zero),
        ("one", Self::One),
        ("two", Self::Two),
        ("few", Self::Few),
        ("many", Self::Many),
        ("other", Self::Other),
    ];

    /// The category with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, category)| *category)
    }
}
