//! The JSON of TimelineJS 3, as far as something is made of it. Numbers may stand in quotes, and
//! everything may be left out, empty or null.

use serde::{Deserialize, Deserializer};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Timeline {
    pub(super) scale: Option<String>,
    pub(super) title: Option<Slide>,
    pub(super) events: Option<Vec<Slide>>,
    pub(super) eras: Option<Vec<Slide>>,
    /// What version 2 has at its root.
    pub(super) timeline: Option<serde::de::IgnoredAny>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::cli::import) struct Slide {
    pub(in crate::cli::import) start_date: Option<DateParts>,
    pub(in crate::cli::import) end_date: Option<DateParts>,
    pub(in crate::cli::import) text: Option<SlideText>,
    pub(in crate::cli::import) media: Option<Media>,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) group: String,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) display_date: String,
    pub(in crate::cli::import) background: Option<serde::de::IgnoredAny>,
    /// The row of a spreadsheet that it comes from.
    #[serde(skip)]
    pub(in crate::cli::import) row: Option<usize>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::cli::import) struct SlideText {
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) headline: String,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) text: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::cli::import) struct Media {
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) url: String,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) caption: String,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) credit: String,
}

/// The parts of a date, each as it is written.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::cli::import) struct DateParts {
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) year: String,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) month: String,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) day: String,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) hour: String,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) minute: String,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) second: String,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) display_date: String,
}

/// A text, a number in its digits, or nothing.
fn words<'de, D: Deserializer<'de>>(value: D) -> Result<String, D::Error> {
    Ok(match serde_json::Value::deserialize(value)? {
        serde_json::Value::String(words) => words.trim().to_owned(),
        serde_json::Value::Number(number) => number.to_string(),
        serde_json::Value::Bool(flag) => flag.to_string(),
        _ => String::new(),
    })
}
