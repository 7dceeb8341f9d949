//! The outline of a story: its own keys, and which sections it shows.

use super::Context;
use super::claim::SectionWithSources;
use super::fields::{Shape, object};
use super::item::Items;
use super::leaf::{Id, LanguageTag, PictureAddress, PlainText, SchemaOrgType, WebAddress};
use super::list::{List, MOST_ITEMS};
use super::messages::MessageTexts;
use super::node::{Node, member};
use super::wrapper::{OrDefault, WithOffset};
use crate::story::fault::fault;
use crate::story::{
    About, Answer, Chart, Date, Direction, Dispute, Image, Messages, Outcome, Overview, Person,
    Section, Source, Story, Text, Timeline, Trivia,
};

object! {
    /// A story: everything a card shows.
    "Story" for Story, |it| {
        /// The version of the format: 1.
        format: Format = (),
        /// The id of the story; names it in addresses and storage.
        id: Id = it.id,
        /// The heading of the card.
        title: PlainText = it.title,
        /// The sentence or two below the heading.
        subtitle: Option<Text> = it.subtitle,
        /// The language of the texts; `en` if left out.
        lang: OrDefault<LanguageTag> = it.lang,
        /// The direction of the texts; `ltr` if left out.
        dir: OrDefault<Direction> = it.dir,
        /// What the story is about, for metadata of full pages.
        about: Option<About> = it.about,
        /// The day up to which the story was researched.
        as_of: Option<Date> = it.as_of,
        /// Picture for link previews.
        image: Option<Image> = it.image,
        /// What the card itself says, by key, in the language of the story.
        messages: OrDefault<MessageTexts> = it.messages,
        /// The sections the card shows, in this order.
        sections: Sections = it.sections,
        /// The registry that every claim points into.
        sources: List<Source, 0, MOST_ITEMS> = it.sources,
        /// Key figures and facts.
        overview: OrDefault<SectionWithSources<Overview>> = it.overview,
        /// The quiz.
        trivia: OrDefault<SectionWithSources<Trivia>> = it.trivia,
        /// Lanes and events.
        timeline: OrDefault<SectionWithSources<Timeline>> = it.timeline,
        /// Charts.
        charts: OrDefault<Items<Chart>> = it.charts,
        /// Cast and crew, or whoever belongs to the subject.
        cast: OrDefault<Items<Person>> = it.cast,
        /// Questions readers ask.
        faq: OrDefault<Items<Answer>> = it.faq,
        /// What was expected against what happened.
        outcomes: OrDefault<Items<Outcome>> = it.outcomes,
        /// Where sources disagree.
        disputes: OrDefault<Items<Dispute>> = it.disputes,
    }
}

object! {
    /// What a story is about, in the terms of schema.org.
    "About" for About, |it| {
        /// A type of schema.org, such as `Movie`.
        r#type: SchemaOrgType = it.kind,
        /// The name of the thing.
        name: PlainText = it.name,
        /// An address that stands for the thing.
        url: Option<WebAddress> = it.url,
        /// When it was published.
        published: Option<Date> = it.published,
    }
}

object! {
    /// A picture for link previews.
    "Image" for Image, |it| {
        /// Where it is: an address, or a path beside the story.
        url: PictureAddress = it.url,
        /// What it shows, in words.
        alt: PlainText = it.alt,
    }
}

impl Default for Story {
    /// A story that says nothing, to be read into.
    fn default() -> Self {
        Self {
            id: String::new(),
            title: String::new(),
            subtitle: None,
            lang: "en".to_owned(),
            dir: Direction::Ltr,
            about: None,
            as_of: None,
            image: None,
            messages: Messages::default(),
            sections: Vec::new(),
            sources: Vec::new(),
            overview: Overview::default(),
            trivia: Trivia::default(),
            timeline: Timeline::default(),
            charts: Vec::new(),
            cast: Vec::new(),
            faq: Vec::new(),
            outcomes: Vec::new(),
            disputes: Vec::new(),
        }
    }
}

/// The version of the format.
pub(in crate::story) struct Format;

impl Format {
    /// The version this parser reads.
    pub(in crate::story) const KNOWN: u8 = 1;

    /// The version that a text names, if it is newer than this parser.
    pub(in crate::story) fn newer(root: Node<'_>) -> Option<Node<'_>> {
        let version = root.member("format")?;
        let number = version.number().flatten()?;
        (number > f64::from(Self::KNOWN)).then_some(version)
    }
}

impl Shape for Format {
    type Value = ();

    fn read(_: &mut (), node: Node<'_>, cx: &mut Context) -> bool {
        let is_known = node.number().flatten() == Some(f64::from(Self::KNOWN));
        if !is_known {
            fault!(cx, node.at, "this is not a version of the story format", "Write 1.");
        }
        is_known
    }
}

/// What a story says under the key of a section.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SectionContent {
    Nothing,
    /// Something that cannot be read.
    Broken,
    /// Something, from this offset on.
    At(usize),
}

/// The keys under which a section says something.
pub(super) fn keys_of(section: Section) -> &'static [&'static str] {
    match section {
        Section::Overview => &["text", "figures", "facts"],
        Section::Trivia => &["questions"],
        Section::Timeline => &["events"],
        _ => &[],
    }
}

/// What a story says in each section.
pub(super) fn contents(root: &[(Node<'_>, Node<'_>)]) -> Vec<SectionContent> {
    let mut contents = Vec::new();
    for section in Section::ALL {
        let found = member(root, section.id());
        contents.push(found.map_or(SectionContent::Nothing, |found| content(found, section)));
    }
    contents
}

/// The first part of a section that says something.
fn content(node: Node<'_>, section: Section) -> SectionContent {
    let keys = keys_of(section);
    if keys.is_empty() {
        return content_of(node);
    }
    if node.members().is_none() {
        return SectionContent::Broken;
    }
    for key in keys {
        match node.member(key).map(content_of) {
            None | Some(SectionContent::Nothing) => {}
            Some(content) => return content,
        }
    }
    SectionContent::Nothing
}

/// What a list says, or a text that may stand in place of one.
fn content_of(node: Node<'_>) -> SectionContent {
    match node.elements() {
        Some(entries) if entries.is_empty() => SectionContent::Nothing,
        None if node.string().is_none() => SectionContent::Broken,
        _ => SectionContent::At(node.at),
    }
}

/// The sections a story names.
pub(in crate::story) struct Sections;

impl Shape for Sections {
    type Value = Vec<Section>;

    fn read(value: &mut Vec<Section>, node: Node<'_>, cx: &mut Context) -> bool {
        let mut named = Vec::new();
        if !List::<WithOffset<Section>>::read(&mut named, node, cx) {
            return false;
        }
        if named.is_empty() {
            let right = "Name those it has, such as \"trivia\".";
            fault!(cx, node.at, "the story names no section", "{right}");
        }
        for (at, section) in named {
            check_named(value, section, at, cx);
            value.push(section);
        }
        cx.shown.clone_from(value);
        check_unnamed(value, cx);
        true
    }
}

/// Notes a section that is named a second time or has no content.
fn check_named(before: &[Section], section: Section, at: usize, cx: &mut Context) {
    let id = section.id();
    if before.contains(&section) {
        fault!(cx, at, "the section \"{id}\" is named twice", "Name it once.");
    } else if cx.contents[section as usize] == SectionContent::Nothing {
        fault!(
            cx,
            at,
            "the section \"{id}\" has no content",
            "Add items under the key \"{id}\", or do not name the section."
        );
    }
}

/// Notes sections that have content but no name; only the registry of sources may go unnamed.
fn check_unnamed(named: &[Section], cx: &mut Context) {
    for section in Section::ALL {
        if let SectionContent::At(at) = cx.contents[section as usize]
            && section != Section::Sources
            && !named.contains(&section)
        {
            let id = section.id();
            fault!(
                cx,
                at,
                "the section \"{id}\" has content, but the card does not show it",
                "Add \"{id}\" to the story's sections."
            );
        }
    }
}
