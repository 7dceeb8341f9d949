//! What a card says: the checked story, every reference resolved.
//!
//! In: the types of a valid story and how to look things up in it.
//! Out: reading and checking its text (`read`) and the words of faults (`fault`);
//! where a reader is stands in `crate::session`.
//!
//! A [`Story`] can only be made by [`Story::parse`], so whoever holds one may
//! rely on it: ids are unique, every index is in range, every number is finite,
//! every claim has at least one source, events are in order.

mod axis;
mod beside;
mod chart;
#[cfg(feature = "tool")]
mod compact;
#[cfg(feature = "tool")]
mod correction;
mod counted_message;
pub mod date;
#[cfg(feature = "tool")]
mod draft;
mod event;
mod fault;
#[cfg(feature = "tool")]
mod ids;
#[cfg(feature = "tool")]
mod jsonc;
pub mod limits;
#[cfg(feature = "tool")]
mod lint;
mod locate;
mod lookup;
mod message_key;
mod messages;
pub mod number;
mod parse;
mod picture;
mod placing;
mod plural;
mod question;
mod read;
mod records;
#[cfg(feature = "tool")]
mod schema;
mod section;
#[cfg(feature = "tool")]
mod site_links;
mod source;
#[cfg(feature = "tool")]
mod spans;
mod spelling;
mod stretch;
#[cfg(feature = "tool")]
mod tables;
mod text;
mod time_scale;
mod unit;
#[cfg(feature = "tool")]
mod writing;

pub use axis::{Axis, AxisScale};
pub use beside::{is_beside, is_in_folder};
pub use chart::{
    Annotation, Chart, ChartKind, Columns, Curve, Data, Line, Orientation, PointSize, Reference,
    Row, Rows, Series, SeriesMark, Stack,
};
#[cfg(feature = "tool")]
pub use compact::compact;
#[cfg(feature = "tool")]
pub use correction::date_edit;
pub use date::{Date, Moment, Precision, Qualifier};
#[cfg(feature = "tool")]
pub use draft::{Draft, draft};
pub use event::{Era, Event, EventTime, Lane, LaneKind, OtherDate, Stretch, Timeline};
pub use fault::{Fault, Position};
#[cfg(feature = "tool")]
pub use ids::Ids;
#[cfg(feature = "tool")]
pub use jsonc::{Cause, Edit, Jsonc, NotJson, positions};
#[cfg(feature = "tool")]
pub use lint::{MEASURES, MessageForms, PictureFile, messages_to_translate};
pub use message_key::MessageKey;
pub use messages::Messages;
pub use number::{Notation, Number};
pub use picture::Picture;
pub use placing::{Placing, TimeStep};
pub use plural::PluralCategory;
pub use question::{Band, Choice, Difficulty, Form, Pair, Question, Trivia};
pub use records::{Record, csv};
pub use section::{Address, Item, Section};
#[cfg(feature = "tool")]
pub use site_links::SiteLinks;
pub use source::{Claim, Source, Status};
#[cfg(feature = "tool")]
pub use spans::{item_ids, span};
pub use spelling::{Spelling, folded, has_part};
#[cfg(feature = "tool")]
pub use tables::{CsvRow, CsvTable, Filled, ReadTable, TableFault};
pub use text::{Inline, Text};
pub use time_scale::ScaleId;
pub use unit::Unit;
pub(crate) use unit::says;

/// One story: everything a card shows, already valid.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// `[a-z0-9-]+`; names the story in addresses, storage and element ids.
    pub id: String,
    /// The card's heading.
    pub title: String,
    /// The sentence or two below the heading.
    pub subtitle: Option<Text>,
    /// BCP 47 language of the texts; `en` if the story names none.
    pub lang: String,
    /// Direction of the texts.
    pub dir: Direction,
    /// What the story is about, for metadata of full pages.
    pub about: Option<About>,
    /// The day up to which the story was researched.
    pub as_of: Option<Date>,
    /// Picture for link previews.
    pub image: Option<Image>,
    /// What the card itself says, in the story's language.
    pub messages: Messages,
    /// The sections the story has, in the author's order; never empty.
    pub sections: Vec<Section>,
    /// The registry every claim points into.
    pub sources: Vec<Source>,
    /// Key figures and facts.
    pub overview: Overview,
    /// The quiz.
    pub trivia: Trivia,
    /// Lanes and events.
    pub timeline: Timeline,
    /// Charts in the author's order.
    pub charts: Vec<Chart>,
    /// Cast and crew, or whoever belongs to the subject.
    pub cast: Vec<Person>,
    /// Questions readers ask.
    pub faq: Vec<Answer>,
    /// What was expected against what happened.
    pub outcomes: Vec<Outcome>,
    /// Where sources disagree.
    pub disputes: Vec<Dispute>,
}

/// Direction of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// What a story is about, in schema.org's terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// A schema.org type, such as `Movie`.
    pub kind: String,
    /// The name of the thing.
    pub name: String,
    /// An address that stands for the thing (`sameAs`).
    pub url: Option<String>,
    /// When it was published, as the author wrote it.
    pub published: Option<Date>,
}

/// A picture for link previews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Address, absolute or beside the story.
    pub url: String,
    /// What it shows, in words.
    pub alt: String,
}

/// Key figures and facts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// The opening paragraphs, each with what it rests on.
    pub text: Vec<Statement>,
    /// What the section rests on where a part of it names nothing; may be empty.
    pub sources: Vec<usize>,
    /// The numbers to remember.
    pub figures: Vec<Figure>,
    /// Single sentences, each with its sources.
    pub facts: Vec<Fact>,
    /// What is shown small, as a way in.
    pub lead: Lead,
}

/// What the cover shows small, as a way into other sections.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lead {
    /// The question that can be answered on the cover: an index into [`Trivia::questions`], of one
    /// with options to choose from and without a spoiler. See [`Story::lead_question`].
    pub question: Option<usize>,
    /// The chart that is shown on the cover: an index into [`Story::charts`], of one without a
    /// spoiler. See [`Story::lead_chart`].
    pub chart: Option<usize>,
    /// The event that stands out in the timeline until a reader picks one: an index into
    /// [`Timeline::events`], of one without a spoiler. See [`Story::lead_event`].
    pub event: Option<usize>,
}

/// A number to remember.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// Unique in the story.
    pub id: String,
    /// The number and its spread.
    pub value: Number,
    /// Its unit, shown beside it.
    pub unit: Unit,
    /// What the number counts.
    pub label: Text,
    /// Where it comes from.
    pub claim: Claim,
}

/// One sourced sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fact {
    /// Unique in the story.
    pub id: String,
    /// The sentence.
    pub text: Text,
    /// Where it comes from.
    pub claim: Claim,
}

/// One of the cast and crew.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// Unique in the story.
    pub id: String,
    /// The name.
    pub name: String,
    /// The part played or the work done.
    pub role: Text,
    /// Heading under which the person stands, such as `Cast` or `Crew`.
    pub group: Option<String>,
    /// Was part of an earlier work of the series.
    pub returning: bool,
    /// A remark.
    pub note: Option<Text>,
    /// A picture of the person.
    pub image: Option<Box<Picture>>,
    /// Where it comes from.
    pub claim: Claim,
}

/// A question readers ask, answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Unique in the story.
    pub id: String,
    /// The question.
    pub question: Text,
    /// The answer.
    pub answer: Text,
    /// Where it comes from.
    pub claim: Claim,
}

/// Something said, with the sources that say it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// What is said.
    pub text: Text,
    /// Who says it: indices into [`Story::sources`]; empty only where the item says so.
    pub sources: Vec<usize>,
}

/// An expectation and what became of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Unique in the story.
    pub id: String,
    /// What was expected, and by whom.
    pub expected: Statement,
    /// What happened, and who says so.
    pub happened: Statement,
    /// How the two compare.
    pub result: OutcomeResult,
    /// The result in the author's words, if the plain word is too plain.
    pub summary: Option<Text>,
    /// The sources of both sides together, spoiler mark and links.
    pub claim: Claim,
}

/// How expectation and outcome compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OutcomeResult {
    /// It came as expected.
    #[default]
    Met,
    /// Part of it came.
    Partly,
    /// It did not come.
    Missed,
    /// It is not decided.
    Open,
}

/// A topic on which sources disagree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dispute {
    /// Unique in the story.
    pub id: String,
    /// What the disagreement is about.
    pub topic: Text,
    /// The sides, at least two.
    pub sides: Vec<Statement>,
    /// What the author concludes.
    pub verdict: DisputeVerdict,
    /// Why, and what that rests on beside the sides themselves; its sources may be empty.
    pub reason: Statement,
    /// The sources of all sides and of the reason, spoiler mark and links.
    pub claim: Claim,
}

/// What an author concludes about a dispute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DisputeVerdict {
    /// One side is right, or both are and the seeming conflict is explained.
    #[default]
    Settled,
    /// Part of it is clear.
    Partly,
    /// It cannot be decided from what was found.
    Open,
    /// It is a matter of opinion.
    Opinion,
}
