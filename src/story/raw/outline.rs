//! The outline of a story: its own keys and its sections.
//!
//! Everything here is in a [`Try`], so that a fault in one part leaves the others to be checked.

use super::fields::{members_of, object};
use super::leaf::Id;
use super::leaf::{Kind, Lang, Link, Markup, Picture, Ref, Words, text};
use super::quantity::{Day, Num};
use super::{
    Answer, Chart, Dispute, Event, Fact, Figure, Given, Item, Items, Lane, List, Node, OneOf,
    OneOrMore, Outcome, Person, Question, Read, Source, Try,
};
use crate::story::fault::Faults;
use crate::story::{Direction, Section};

object! {
    /// A story: everything a card shows.
    struct Outline {
        /// The version of the format: 1.
        format: Try<Format>,
        /// The id of the story; names it in addresses and storage.
        id: Try<Id>,
        /// The heading of the card.
        title: Try<Words>,
        /// The sentence or two below the heading.
        subtitle: Try<Option<Markup>>,
        /// The language of the texts; `en` if left out.
        lang: Try<Option<Lang>>,
        /// The direction of the texts; `ltr` if left out.
        dir: Try<Option<OneOf<Direction>>>,
        /// What the story is about, for metadata of full pages.
        about: Try<Option<About>>,
        /// The day up to which the story was researched.
        as_of: Try<Option<Day>>,
        /// Picture for link previews.
        image: Try<Option<Image>>,
        /// What the card itself says, by key, in the language of the story.
        messages: Try<Option<MessageTexts>>,
        /// The sections the card shows, in this order.
        sections: Try<List<OneOf<Section>>>,
        /// The registry that every claim points into.
        sources: Try<Items<Source>>,
        /// Key figures and facts.
        overview: Try<Option<Overview>>,
        /// The quiz.
        trivia: Try<Option<Trivia>>,
        /// Lanes and events.
        timeline: Try<Option<Timeline>>,
        /// Charts.
        charts: Try<Option<Items<Item<Chart>>>>,
        /// Cast and crew, or whoever belongs to the subject.
        cast: Try<Option<Items<Item<Person>>>>,
        /// Questions readers ask.
        faq: Try<Option<Items<Item<Answer>>>>,
        /// What was expected against what happened.
        outcomes: Try<Option<Items<Item<Outcome>>>>,
        /// Where sources disagree.
        disputes: Try<Option<Items<Item<Dispute>>>>,
    }
}

impl Outline {
    /// The figures of the overview.
    pub(in crate::story) fn figures(&self) -> Given<'_> {
        self.overview.list(|overview| overview.figures.items())
    }

    /// The facts of the overview.
    pub(in crate::story) fn facts(&self) -> Given<'_> {
        self.overview.list(|overview| overview.facts.items())
    }

    /// The questions of the quiz.
    pub(in crate::story) fn questions(&self) -> Given<'_> {
        self.trivia.list(|trivia| trivia.questions.items())
    }

    /// The lanes of the timeline.
    pub(in crate::story) fn lanes(&self) -> Given<'_> {
        self.timeline.list(|timeline| timeline.lanes.items())
    }

    /// The events of the timeline.
    pub(in crate::story) fn events(&self) -> Given<'_> {
        self.timeline.list(|timeline| timeline.events.items())
    }
}

/// The version of the format.
#[derive(Debug, Default)]
pub(in crate::story) struct Format;

/// The version this parser reads.
pub(in crate::story) const VERSION: f64 = 1.0;

impl Read for Format {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        let is_known = node.number().flatten() == Some(VERSION);
        if !is_known {
            faults.push(node.at, "this is not a version of the story format", "Write 1.");
        }
        is_known
    }
}

impl Format {
    /// The version that a text names, if it is newer than this parser.
    pub(in crate::story) fn newer(root: Node<'_>) -> Option<Node<'_>> {
        let members = root.members().unwrap_or_default();
        let (_, version) = members.into_iter().find(|(key, _)| key.text == "\"format\"")?;
        version.number().flatten().is_some_and(|number| number > VERSION).then_some(version)
    }
}

object! {
    /// What a story is about, in the terms of schema.org.
    struct About {
        /// A type of schema.org, such as `Movie`.
        r#type: Kind,
        /// The name of the thing.
        name: Words,
        /// An address that stands for the thing.
        url: Option<Link>,
        /// When it was published.
        published: Option<Day>,
    }
}

object! {
    /// A picture for link previews.
    struct Image {
        /// Where it is: an address, or a path beside the story.
        url: Picture,
        /// What it shows, in words.
        alt: Words,
    }
}

object! {
    /// Key figures and facts.
    struct Overview {
        /// The opening paragraphs.
        text: Try<Option<OneOrMore<Markup>>>,
        /// Ids of the sources of the paragraphs, and of all below that name none.
        sources: Try<Option<List<Ref>>>,
        /// The numbers to remember.
        figures: Try<Option<Items<Item<Figure>>>>,
        /// Single sentences.
        facts: Try<Option<Items<Item<Fact>>>>,
    }
}

object! {
    /// The quiz.
    struct Trivia {
        /// Ids of the sources of all questions that name none.
        sources: Try<Option<List<Ref>>>,
        /// The pool of questions.
        questions: Try<Items<Item<Question>>>,
        /// Sentences for the end, by share of points; ascending.
        bands: Try<Option<List<Band>>>,
    }
}

object! {
    /// What to say at the end.
    struct Band {
        /// From this share of the points on, 0 to 1.
        from: Num,
        /// The sentence.
        text: Markup,
    }
}

object! {
    /// Lanes and events.
    struct Timeline {
        /// Ids of the sources of all events that name none.
        sources: Try<Option<List<Ref>>>,
        /// The rows of the timeline.
        lanes: Try<Items<Lane>>,
        /// The stretch of dates to show first; all if left out.
        window: Try<Option<Day>>,
        /// The events, in any order.
        events: Try<Items<Item<Event>>>,
    }
}

/// Messages by key, as they stand in the text.
#[derive(Debug, Default)]
pub(in crate::story) struct MessageTexts(pub(in crate::story) Vec<MessageText>);

/// A key with its message.
#[derive(Debug, Default)]
pub(in crate::story) struct MessageText {
    pub(in crate::story) key: String,
    pub(in crate::story) key_at: usize,
    pub(in crate::story) at: usize,
    pub(in crate::story) text: String,
}

impl Read for MessageTexts {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        let Some(members) = members_of(node, faults) else { return false };
        for (key, value) in members {
            let mut message = MessageText { key_at: key.at, at: value.at, ..Default::default() };
            if text(&mut message.text, value, faults) {
                message.key = key.string().flatten().unwrap_or_default();
                self.0.push(message);
            }
        }
        true
    }
}
