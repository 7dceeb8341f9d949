//! What a page chooses for a card: the element's attributes, read and checked.

use super::Session;
use super::draw_method::{DrawMethod, RoundLength, RoundPlan, USUAL_LENGTH};
use crate::story::{Item, Section, Story};
use std::fmt;

/// What a page chose. The default is that of an element without attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Sections to show, in this order; empty for all.
    pub sections: Vec<Section>,
    /// Address where the card opens.
    pub section: Option<String>,
    /// Level of the card's title, 1 to 6.
    pub heading_level: u8,
    /// Fixes the order of questions and options.
    pub seed: Option<u64>,
    /// How many questions a round draws; if absent, the reader and the story say so.
    pub questions: Option<usize>,
    /// Whether spoilers are shown from the start.
    pub spoilers: bool,
    /// Whether answers and place are kept in the browser.
    pub remember: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            sections: Vec::new(),
            section: None,
            heading_level: 2,
            seed: None,
            questions: None,
            spoilers: false,
            remember: false,
        }
    }
}

/// An attribute with a value that the contract or the story does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongValue {
    /// The attribute.
    pub attribute: String,
    /// What stands in it.
    pub value: String,
    /// What may stand in it.
    pub allowed: &'static str,
    /// What is used in its place.
    pub used: &'static str,
}

impl fmt::Display for WrongValue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { attribute, value, allowed, used } = self;
        write!(out, "<story-card {attribute}=\"{value}\">: allowed is {allowed}; {used} is used.")
    }
}

impl Options {
    /// Takes over one attribute, or its default if `value` is absent or wrong.
    ///
    /// # Errors
    /// A value the contract does not know; the default has been set.
    pub fn set(&mut self, attribute: &str, value: Option<&str>) -> Result<(), WrongValue> {
        let wrong = |allowed| {
            Err(WrongValue {
                attribute: attribute.to_owned(),
                value: value.unwrap_or_default().to_owned(),
                allowed,
                used: "the default",
            })
        };
        let text = value.map(str::trim).filter(|text| !text.is_empty());
        match attribute {
            "theme" if !matches!(text, None | Some("auto" | "light" | "dark")) => {
                return wrong("auto, light or dark");
            }
            "loading" if !matches!(text, None | Some("lazy" | "eager")) => {
                return wrong("lazy or eager");
            }
            "link" if !matches!(text, None | Some("on" | "off")) => return wrong("on or off"),
            "remember" => {
                self.remember = text == Some("on");
                if !matches!(text, None | Some("on" | "off")) {
                    return wrong("on or off");
                }
            }
            "section" => self.section = text.map(str::to_owned),
            "sections" => {
                let (sections, all_known) = read_sections(text.unwrap_or_default());
                self.sections = if all_known { sections } else { Vec::new() };
                if !all_known {
                    return wrong(SECTIONS_ALLOWED);
                }
            }
            "heading-level" => match read_number(text, 1..=6) {
                Ok(level) => self.heading_level = level.map_or(2, |level| level as u8),
                Err(()) => {
                    self.heading_level = 2;
                    return wrong("a whole number from 1 to 6");
                }
            },
            "seed" => match read_number(text, 0..=MOST) {
                Ok(seed) => self.seed = seed,
                Err(()) => {
                    self.seed = None;
                    return wrong("a whole number from 0 to 9007199254740991");
                }
            },
            "questions" => match read_number(text, 1..=100_000) {
                Ok(count) => self.questions = count.map(|count| count as usize),
                Err(()) => {
                    self.questions = None;
                    return wrong("a whole number from 1");
                }
            },
            "spoilers" => {
                self.spoilers = text == Some("show");
                if !matches!(text, None | Some("hide" | "show")) {
                    return wrong("hide or show");
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The name of the rounds that the page fixes by its attributes; empty if it fixes none.
    pub(super) fn round_name(&self) -> String {
        if self.seed.is_none() && self.questions.is_none() {
            return String::new();
        }
        let seed = self.seed.map_or_else(String::new, |seed| seed.to_string());
        let questions = self.questions.map_or_else(String::new, |count| (count as u64).to_string());
        [&seed, "/", &questions].concat()
    }

    /// How rounds are drawn. A page that fixes the seed keeps the draw it had when it did so.
    pub(super) fn round_plan(
        &self,
        story: &Story,
        wanted: Option<RoundLength>,
        spoilers: bool,
    ) -> RoundPlan {
        let is_fixed = self.seed.is_some();
        let own = || story.trivia.round.map_or(USUAL_LENGTH, |count| count as usize);
        let most = self.questions.or(wanted.map(RoundLength::most)).unwrap_or_else(own);
        let method = if is_fixed { DrawMethod::Shuffled } else { DrawMethod::Mixed };
        RoundPlan { method, most, spoilers }
    }

    /// The sections a card of `story` shows: those chosen that it has, or all it has.
    pub fn sections_of(&self, story: &Story) -> Vec<Section> {
        let chosen: Vec<Section> = self
            .sections
            .iter()
            .copied()
            .filter(|section| story.sections.contains(section))
            .collect();
        if chosen.is_empty() { story.sections.clone() } else { chosen }
    }
}

impl Session {
    /// What is wrong with where the page wants the card to open; only the story tells.
    pub fn wrong_section(&self, story: &Story) -> Option<WrongValue> {
        let wanted = self.options.section.as_deref()?;
        let is_shown = story.find(wanted).is_some_and(|address| {
            let item = address.item.map(|index| Item { section: address.section, index });
            self.leads_anywhere(story, address.section, item)
        });
        (!is_shown).then(|| WrongValue {
            attribute: "section".to_owned(),
            value: wanted.to_owned(),
            allowed: "a section that the card shows, or SECTION/ITEM in it",
            used: "the first section",
        })
    }
}

/// The largest whole number that JavaScript hands on exactly.
const MOST: u64 = (1 << 53) - 1;

const SECTIONS_ALLOWED: &str = "any of overview trivia timeline charts cast faq outcomes disputes sources, with spaces between";

/// The known sections in `text` without repeats, and whether all were known.
fn read_sections(text: &str) -> (Vec<Section>, bool) {
    let mut sections = Vec::new();
    let mut all_known = true;
    for word in text.split_whitespace() {
        match Section::from_id(word) {
            Some(section) if !sections.contains(&section) => sections.push(section),
            Some(_) => {}
            None => all_known = false,
        }
    }
    (sections, all_known)
}

/// A whole number within `range`, or none where there is no text.
fn read_number(
    text: Option<&str>,
    range: std::ops::RangeInclusive<u64>,
) -> Result<Option<u64>, ()> {
    let Some(text) = text else { return Ok(None) };
    match text.parse() {
        Ok(number) if range.contains(&number) => Ok(Some(number)),
        _ => Err(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The attributes this module checks. `theme` is followed by the style sheet, `loading` and `link` by the loader.
    const ATTRIBUTES: [&str; 10] = [
        "loading",
        "link",
        "theme",
        "section",
        "sections",
        "heading-level",
        "seed",
        "questions",
        "spoilers",
        "remember",
    ];

    fn set(attribute: &str, value: &str) -> (Options, Option<String>) {
        let mut options = Options::default();
        let wrong = options.set(attribute, Some(value)).err().map(|wrong| wrong.to_string());
        (options, wrong)
    }

    #[test]
    fn right_values_are_taken_over() {
        assert_eq!(set("heading-level", "3").0.heading_level, 3);
        assert_eq!(set("seed", " 42 ").0.seed, Some(42));
        assert_eq!(set("questions", "5").0.questions, Some(5));
        assert!(set("spoilers", "show").0.spoilers);
        assert!(set("remember", "on").0.remember);
        assert_eq!(
            set("sections", "trivia charts trivia").0.sections,
            [Section::Trivia, Section::Charts]
        );
        assert_eq!(
            set("section", "timeline/premiere").0.section.as_deref(),
            Some("timeline/premiere")
        );
    }

    #[test]
    fn a_wrong_value_names_what_is_allowed_and_leaves_the_default() {
        for (attribute, value) in [
            ("theme", "blue"),
            ("loading", "soon"),
            ("link", "yes"),
            ("heading-level", "7"),
            ("heading-level", "two"),
            ("seed", "-1"),
            ("seed", "9007199254740992"),
            ("questions", "0"),
            ("spoilers", "yes"),
            ("remember", "yes"),
        ] {
            let (options, wrong) = set(attribute, value);
            assert_eq!(options, Options::default(), "{attribute}={value}");
            let wrong = wrong.expect("a wrong value is reported");
            assert!(
                wrong.contains(attribute) && wrong.contains(value) && wrong.contains("allowed is"),
                "{wrong}"
            );
        }
        let (options, wrong) = set("sections", "trivia chart");
        assert_eq!(options, Options::default());
        assert!(wrong.is_some());
    }

    #[test]
    fn absent_and_empty_values_are_the_default() {
        let mut options = Options { heading_level: 4, seed: Some(1), ..Options::default() };
        for attribute in ATTRIBUTES {
            assert_eq!(options.set(attribute, None), Ok(()));
            assert_eq!(options.set(attribute, Some("")), Ok(()));
        }
        assert_eq!(options, Options::default());
    }
}
