//! The root object of a story: its own keys, and a key for each section.

use super::claim::SectionWithSources;
use super::format::Format;
use super::item::Items;
use super::leaf::{
    Id, LanguageTag, PictureAddress, PlainText, PlainTextOrEmpty, SchemaOrgType, WebAddress,
};
use super::list::List;
use super::messages::MessageTexts;
use super::object::object;
use super::section_names::Sections;
use super::wrapper::OrDefault;
use crate::story::limits::MOST_ITEMS;
use crate::story::{
    About, Answer, Chart, Date, Direction, Dispute, Image, Messages, Outcome, Overview, Person,
    Source, Story, Text, Timeline, Trivia,
};

object! {
    /// A story: everything a card shows.
    "Story" for Story, |it| {
        /// The address of this schema, for editors; the card does not look at it.
        dollar_schema: Option<PlainTextOrEmpty> = None,
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
