//! What an author chooses for a card when it is built, for it changes the static card.

use std::io;

use clap::{ArgAction, Args, ValueEnum};

use super::super::new::id;
use super::super::static_card::static_card;
use super::markup;
use crate::session::Options;
use crate::story::{Section, Story};
use crate::view::Lists;

/// The author's choices.
#[derive(Args, Clone, Debug, Default)]
pub(in crate::cli) struct Choices {
    /// Sections to show, in this order, with spaces or commas between; all if left out
    #[arg(long, value_name = "SECTIONS", value_parser = sections, action = ArgAction::Set)]
    sections: Option<Sections>,
    /// Level of the card's title, 1 to 6; if left out, 1 in the pages and 2 in the snippet
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=6))]
    heading_level: Option<u8>,
    /// Whether spoilers are folded
    #[arg(long, value_name = "WHICH", default_value = "hide")]
    spoilers: Spoilers,
    /// Fetch the runtime at once, not when a reader turns to the card
    #[arg(long)]
    eager: bool,
    /// What the ids in the static card begin with after `sc-`, for a second card of one story in a
    /// page; the story's id if left out
    #[arg(long, value_name = "ID", value_parser = id)]
    id: Option<String>,
}

/// Sections in the order they were named.
type Sections = Vec<Section>;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Spoilers {
    /// Folded until the reader opens them.
    #[default]
    Hide,
    /// Open from the start.
    Show,
}

/// A card as the author chose it: what stands in its tag and in the element.
pub(super) struct BuiltCard {
    /// Attributes of the tag, but for `src`.
    pub(super) attributes: Vec<(&'static str, String)>,
    /// The static card.
    pub(super) inside: String,
}

impl Choices {
    /// Refuses a section that the story does not have.
    pub(super) fn fit(&self, story: &Story) -> io::Result<()> {
        let missing = |section: &&Section| !story.sections.contains(section);
        let Some(section) = self.sections.iter().flatten().find(missing) else { return Ok(()) };
        Err(io::Error::other(format!(
            "--sections: the story has no section {}; it has {}",
            section.id(),
            ids(&story.sections)
        )))
    }

    /// The card of a story; its title has the level chosen, or else `usual`.
    pub(super) fn card(&self, story: &Story, usual: u8, lists: Lists) -> io::Result<BuiltCard> {
        let options = Options {
            sections: self.sections.clone().unwrap_or_default(),
            heading_level: self.heading_level.unwrap_or(usual),
            spoilers: self.shows_spoilers(),
            ..Options::default()
        };
        let attributes = self.attributes(options.heading_level);
        let inside = static_card(story, options, lists, self.id.clone())?;
        Ok(BuiltCard { attributes, inside })
    }

    /// Whether spoilers stand open.
    pub(super) fn shows_spoilers(&self) -> bool {
        self.spoilers == Spoilers::Show
    }

    fn attributes(&self, heading_level: u8) -> Vec<(&'static str, String)> {
        let mut attributes = Vec::new();
        if let Some(sections) = &self.sections {
            attributes.push(("sections", ids(sections)));
        }
        if heading_level != Options::default().heading_level {
            attributes.push(("heading-level", heading_level.to_string()));
        }
        if self.shows_spoilers() {
            attributes.push(("spoilers", "show".into()));
        }
        if self.eager {
            attributes.push(("loading", "eager".into()));
        }
        attributes
    }
}

impl BuiltCard {
    /// The start tag of the card with these attributes before its own.
    pub(super) fn start_tag(&self, more: &[(&'static str, String)]) -> String {
        markup::start_tag("story-card", more.iter().chain(&self.attributes))
    }
}

fn ids(sections: &[Section]) -> String {
    sections.iter().map(|section| section.id()).collect::<Vec<_>>().join(" ")
}

/// Reads section ids with spaces or commas between; the error names those allowed.
fn sections(text: &str) -> Result<Sections, String> {
    let words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let mut sections = Sections::new();
    for word in words {
        let section = Section::from_id(word)
            .ok_or_else(|| format!("\"{word}\" is no section; there are {}", ids(&Section::ALL)))?;
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    if sections.is_empty() { Err("it names no section".into()) } else { Ok(sections) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_read_in_their_order() {
        let read = sections("charts, trivia charts").unwrap();
        assert_eq!(read, [Section::Charts, Section::Trivia]);
        assert!(sections("chart").unwrap_err().contains("\"chart\" is no section"));
        assert!(sections(" , ").is_err());
    }

    #[test]
    fn only_what_differs_from_the_default_stands_in_the_tag() {
        let choices = Choices::default();
        assert_eq!(choices.attributes(2), []);
        let choices = Choices {
            sections: Some(vec![Section::Trivia, Section::Cast]),
            spoilers: Spoilers::Show,
            eager: true,
            ..choices
        };
        let attributes = choices.attributes(3);
        let tag = markup::start_tag("story-card", &attributes);
        let expected = "<story-card sections=\"trivia cast\" heading-level=\"3\" \
                        spoilers=\"show\" loading=\"eager\">";
        assert_eq!(tag, expected);
    }
}
