//! The JSON of TimelineJS 3, as far as something is made of it. Numbers may stand in quotes, and
//! everything may be left out, empty or null.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Timeline {
    #[serde(deserialize_with = "words")]
    pub(super) scale: String,
    #[serde(deserialize_with = "part")]
    pub(super) title: Option<Slide>,
    #[serde(deserialize_with = "parts")]
    pub(super) events: Vec<Slide>,
    #[serde(deserialize_with = "parts")]
    pub(super) eras: Vec<Slide>,
    /// What version 2 has at its root.
    pub(super) timeline: Option<serde::de::IgnoredAny>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::cli::import) struct Slide {
    #[serde(deserialize_with = "part")]
    pub(in crate::cli::import) start_date: Option<DateParts>,
    #[serde(deserialize_with = "part")]
    pub(in crate::cli::import) end_date: Option<DateParts>,
    #[serde(deserialize_with = "part")]
    pub(in crate::cli::import) text: Option<SlideText>,
    #[serde(deserialize_with = "part")]
    pub(in crate::cli::import) media: Option<Media>,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) group: String,
    #[serde(deserialize_with = "words")]
    pub(in crate::cli::import) display_date: String,
    #[serde(deserialize_with = "part")]
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
    Ok(match Value::deserialize(value)? {
        Value::String(words) => words.trim().to_owned(),
        // Spreadsheets write whole numbers with a point.
        Value::Number(number) => match number.as_f64().filter(|it| it.fract() == 0.0) {
            Some(whole) if whole.abs() < 1e15 => format!("{whole:.0}"),
            _ => number.to_string(),
        },
        Value::Bool(true) => "true".to_owned(),
        _ => String::new(),
    })
}

/// A part; none where nothing stands in its place.
fn part<'de, D: Deserializer<'de>, T: DeserializeOwned>(value: D) -> Result<Option<T>, D::Error> {
    let value = Value::deserialize(value)?;
    let is_nothing = match &value {
        Value::Null | Value::Bool(false) => true,
        Value::String(words) => words.trim().is_empty(),
        Value::Array(parts) => parts.is_empty(),
        Value::Object(parts) => parts.is_empty(),
        _ => false,
    };
    if is_nothing { Ok(None) } else { T::deserialize(value).map(Some).map_err(Error::custom) }
}

/// A list of parts, of which some may be nothing: they keep their places.
fn parts<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(
    value: D,
) -> Result<Vec<T>, D::Error> {
    let values: Option<Vec<Value>> = part(value)?;
    let parts =
        values.unwrap_or_default().into_iter().map(|value| part(value).map_err(Error::custom));
    parts.map(|part| part.map(Option::unwrap_or_default)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_may_be_written_in_many_ways() {
        for nothing in ["null", "\"\"", "\" \"", "{}", "[]", "false"] {
            let text = format!(
                "{{\"\": 1, \"scale\": {nothing}, \"title\": {nothing}, \"eras\": {nothing}, \
                 \"events\": [{nothing}, {{\"start_date\": {{\"year\": 2018.0, \"month\": {nothing}}}, \
                 \"end_date\": {nothing}, \"text\": {nothing}, \"media\": {nothing}, \
                 \"background\": {nothing}, \"group\": {nothing}}}]}}"
            );
            let timeline: Timeline = serde_json::from_str(&text).unwrap();
            let [first, second] = &*timeline.events else { panic!("{text}") };
            assert!(
                first.start_date.is_none() && second.text.is_none() && timeline.eras.is_empty()
            );
            assert!(second.background.is_none() && second.media.is_none());
            assert_eq!(second.start_date.as_ref().unwrap().year, "2018");
            assert_eq!(second.start_date.as_ref().unwrap().month, "");
        }
        let wrong = serde_json::from_str::<Timeline>("{\n\"events\": [\"x\"]}");
        assert!(wrong.is_err_and(|error| error.line() == 2));
    }
}
