//! `story-card new NAME`
//!
//! In: which story to start from, and its name in it. Out: what another language brings
//! (`language`), writing the file (`new_file`).

mod language;

use std::io;
use std::path::Path;

use clap::{Args, ValueEnum};

use super::Host;
use super::new_file::write_new;
use language::Language;

/// A small complete story.
const SMALL: &str = include_str!("new/small.story.json");

/// A story with all there is, and comments on what it is for.
pub(super) const FULL: &str = include_str!("new/full.story.jsonc");

/// What `new` is told on the command line.
#[derive(Args, Debug)]
pub(super) struct New {
    /// The id of the story: small letters, digits and hyphens
    name: String,
    /// Write every section, kind of question and kind of chart once, each with a comment on what it
    /// is for
    #[arg(long, conflicts_with = "template")]
    full: bool,
    /// What the story is about: its sections and what to ask are laid out, and what to fill in
    /// stands in [brackets]
    #[arg(long, value_name = "SUBJECT")]
    template: Option<Template>,
    /// The language of its texts, such as de or pt-BR; what the card says itself is written into
    /// the story to be translated
    #[arg(long, value_name = "TAG")]
    lang: Option<Language>,
}

/// What a story may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Template {
    Film,
    Person,
    Place,
    Event,
    Species,
    Report,
}

impl Template {
    fn text(self) -> &'static str {
        match self {
            Self::Film => include_str!("new/film.story.json"),
            Self::Person => include_str!("new/person.story.json"),
            Self::Place => include_str!("new/place.story.json"),
            Self::Event => include_str!("new/event.story.json"),
            Self::Species => include_str!("new/species.story.json"),
            Self::Report => include_str!("new/report.story.json"),
        }
    }
}

/// Writes a story to start from; false if the name is no id or the file exists.
pub(super) fn run(new: &New, host: &mut Host<'_>) -> io::Result<bool> {
    let name = &new.name;
    if !is_id(name) {
        writeln!(
            host.output,
            "\"{name}\" is not an id. Use small letters a to z, digits and hyphens, \
             such as first-night."
        )?;
        return Ok(false);
    }
    let is_written = write_new(Path::new(&format!("{name}.story.json")), &new.story(), host)?;
    if is_written && new.template.is_some() {
        let hint =
            "Replace what stands in [brackets], and with it the numbers, dates and addresses.";
        writeln!(host.output, "{hint}")?;
    }
    if is_written && new.lang.as_ref().is_some_and(|lang| !lang.is_english()) {
        writeln!(host.output, "Translate the texts, and what stands under \"messages\".")?;
    }
    Ok(is_written)
}

impl New {
    /// The story to start from, under its own name and in its language.
    fn story(&self) -> String {
        let text = if self.full { FULL } else { self.template.map_or(SMALL, Template::text) };
        let named =
            text.replacen("my-story", &self.name, 1).replacen("My story", &title(&self.name), 1);
        match &self.lang {
            Some(lang) => named.replacen("\"lang\": \"en\",", &lang.keys(), 1),
            None => named,
        }
    }
}

/// A name such as `first-night` as a title: `First night`.
pub(super) fn title(name: &str) -> String {
    let words = name.replace('-', " ");
    let words = words.trim();
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name.to_owned(),
    }
}

/// Takes an id; the error says what that is.
pub(super) fn id(text: &str) -> Result<String, String> {
    match is_id(text) {
        true => Ok(text.to_owned()),
        false => Err("use small letters a to z, digits and hyphens, at most 80".into()),
    }
}

/// Whether a name may stand as the id of a story.
fn is_id(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=80).contains(&name.len()) && name.bytes().all(fits) && name.bytes().any(|it| it != b'-')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::story::{Jsonc, PictureFile, Section, Story};

    fn new(full: bool, template: Option<Template>, lang: Option<&str>) -> New {
        let lang = lang.map(|lang| lang.parse().unwrap());
        New { name: "first-night".into(), full, template, lang }
    }

    /// A story that `new` writes, and what is likely a slip in it.
    fn checked(new: &New) -> (Story, Vec<String>) {
        let jsonc = Jsonc::read(new.story().as_bytes()).unwrap();
        let story = Story::parse_text(jsonc.json())
            .unwrap_or_else(|faults| panic!("{:?}: {}", new.template, faults[0]));
        let warnings = story.warnings(jsonc.json(), &|_| PictureFile::Missing);
        (story, warnings.iter().map(ToString::to_string).collect())
    }

    fn every() -> impl Iterator<Item = (bool, Option<Template>)> {
        let templates = Template::value_variants().iter().map(|template| (false, Some(*template)));
        [(false, None), (true, None)].into_iter().chain(templates)
    }

    #[test]
    fn every_story_to_start_from_is_one_without_a_warning() {
        for (full, template) in every() {
            let (story, warnings) = checked(&new(full, template, None));
            assert_eq!(warnings, [""; 0], "{template:?}");
            assert_eq!(
                (story.id.as_str(), story.title.as_str(), story.lang.as_str()),
                ("first-night", "First night", "en")
            );
        }
    }

    #[test]
    fn what_the_author_has_to_fill_in_stands_in_brackets() {
        for template in Template::value_variants() {
            let (story, _) = checked(&new(false, Some(*template), None));
            let bracketed = |text: &str| text.contains('[') && text.contains(']');
            let subtitle = story.subtitle.unwrap().words();
            assert!(bracketed(&subtitle) && bracketed(&story.about.unwrap().name));
            assert!(story.sources.iter().all(|source| bracketed(&source.title)), "{template:?}");
        }
    }

    /// The words under a key, wherever it stands.
    fn words(value: &Value, key: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    if name == key
                        && let Some(word) = value.as_str()
                    {
                        found.insert(word.to_owned());
                    }
                    words(value, key, found);
                }
            }
            Value::Array(entries) => entries.iter().for_each(|entry| words(entry, key, found)),
            _ => {}
        }
    }

    /// What the schema allows under a key, wherever it stands.
    fn allowed(schema: &Value, key: &str, found: &mut BTreeSet<String>) {
        match schema {
            Value::Object(members) => {
                for (name, value) in members {
                    let choices = value.get("enum").and_then(Value::as_array);
                    if name == key {
                        let choices = choices.into_iter().flatten().filter_map(Value::as_str);
                        found.extend(choices.map(ToOwned::to_owned));
                    }
                    allowed(value, key, found);
                }
            }
            Value::Array(entries) => entries.iter().for_each(|entry| allowed(entry, key, found)),
            _ => {}
        }
    }

    #[test]
    fn the_full_story_has_every_section_kind_and_verdict() {
        let (story, _) = checked(&new(true, None, None));
        assert_eq!(story.sections, Section::ALL);
        let text = Jsonc::read(FULL.as_bytes()).unwrap();
        let (mut used, mut known) = (BTreeSet::new(), BTreeSet::new());
        words(&serde_json::from_str(text.json()).unwrap(), "kind", &mut used);
        allowed(&Story::schema(), "kind", &mut known);
        assert!(known.len() >= 13, "the kinds were found");
        assert_eq!(used, known);
    }

    #[test]
    fn all_that_the_full_story_shows_for_the_first_time_has_a_comment() {
        let text = include_str!("new/full.story.jsonc");
        let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
        for (at, line) in lines.iter().enumerate() {
            let opens_kind = line.starts_with("\"kind\": ");
            // Behind the bracket of the item and its id.
            let above = at.checked_sub(if opens_kind { 3 } else { 1 }).map(|at| lines[at]);
            let is_section = Section::ALL.iter().any(|section| {
                line.starts_with(&format!("\"{}\": [", section.id()))
                    || line.starts_with(&format!("\"{}\": {{", section.id()))
            });
            // Sources are also named by items.
            let is_list = !line.ends_with("],") && !line.ends_with(']');
            if opens_kind || is_section && is_list {
                assert!(above.unwrap_or("").starts_with("//"), "line {}: {line}", at + 1);
            }
        }
    }

    #[test]
    fn a_story_in_another_language_brings_what_the_card_says() {
        for lang in ["de", "ar", "ja", "pl", "tr", "zh-Hant-TW", "yi", "und"] {
            for (full, template) in every() {
                let (story, warnings) = checked(&new(full, template, Some(lang)));
                assert_eq!(warnings, [""; 0], "{template:?} in {lang}");
                assert_eq!(story.lang, lang);
                let is_rtl = ["ar", "yi"].contains(&lang);
                assert_eq!(story.dir.as_str(), if is_rtl { "rtl" } else { "ltr" }, "{lang}");
            }
        }
    }

    #[test]
    fn a_story_in_english_brings_nothing() {
        let story = new(false, None, Some("en-gb")).story();
        assert!(story.contains("\"lang\": \"en-GB\",\n  \"as_of\""), "{story}");
    }

    #[test]
    fn only_an_id_is_a_name() {
        assert!(is_id("a-1"));
        assert!(!is_id("") && !is_id("--") && !is_id("A") && !is_id("a/b") && !is_id("../a"));
    }
}
