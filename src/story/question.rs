//! The quiz: its questions, as the author wrote them.
//!
//! What a reader did with them stands in `crate::session`.

use super::{Claim, Date, Number, Picture, Text, Unit};

/// The quiz of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trivia {
    /// The pool of questions.
    pub questions: Vec<Question>,
    /// Sentences for the end, by share of points; ascending in `from`.
    pub bands: Vec<Band>,
    /// How long the timer gives for each question, in seconds; 1 to 3600.
    pub seconds: Option<u32>,
    /// How many questions a round asks, if the author says it; at least 1.
    pub round: Option<u32>,
}

/// What to say at the end to a reader who reached at least `from`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// Share of the points, 0 to 1.
    pub from: f64,
    /// The sentence.
    pub text: Text,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Unique in the story.
    pub id: String,
    /// What is asked.
    pub prompt: Text,
    /// A picture that stands with it.
    pub image: Option<Box<Picture>>,
    /// How it is answered, with the right answer.
    pub form: Form,
    /// How hard it is.
    pub difficulty: Difficulty,
    /// What full credit is worth; at least 1.
    pub points: u32,
    /// Why the answer is right.
    pub explanation: Text,
    /// Help before answering.
    pub hint: Option<Text>,
    /// Where it comes from.
    pub claim: Claim,
}

impl Default for Question {
    /// A question that asks nothing, of medium difficulty and worth one point.
    fn default() -> Self {
        Self {
            id: String::new(),
            prompt: Text::default(),
            image: None,
            form: Form::default(),
            difficulty: Difficulty::default(),
            points: 1,
            explanation: Text::default(),
            hint: None,
            claim: Claim::default(),
        }
    }
}

/// How hard a question is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difficulty {
    /// Most readers of the article know it.
    Easy,
    /// Needs attention.
    #[default]
    Medium,
    /// For those who know the subject.
    Hard,
}

/// How a question is answered, with the right answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// One of several options.
    One {
        /// At least two.
        options: Vec<Choice>,
        /// The right one's index in `options`.
        answer: usize,
    },
    /// All that apply.
    Several {
        /// At least two.
        options: Vec<Choice>,
        /// The right ones' indices in `options`, ascending, at least one.
        answers: Vec<usize>,
    },
    /// A statement to judge.
    TrueFalse {
        /// Whether the statement holds.
        answer: bool,
    },
    /// Entries to put in order.
    Order {
        /// In the right order, at least two.
        items: Vec<Choice>,
    },
    /// A number to estimate.
    Estimate {
        /// The value and the spread of the sources, which counts as right.
        answer: Number,
        /// Ends of the scale, `min < max`.
        min: f64,
        /// See `min`.
        max: f64,
        /// Distance of two settings, above 0.
        step: f64,
        /// The unit of all these numbers.
        unit: Unit,
        /// Within this distance of the spread the answer has full credit; at least 0.
        full: f64,
        /// Beyond this distance it has none; at least `full`.
        none: f64,
    },
    /// Pairs to match.
    Match {
        /// At least two; every `right` differs.
        pairs: Vec<Pair>,
    },
    /// A guess drawn on a chart.
    Draw {
        /// Index into [`super::Story::charts`]; a chart of bars or lines with one series.
        chart: usize,
        /// Mean distance, as a share of the chart's value range, beyond which there is no credit; above 0.
        tolerance: f64,
    },
    /// A word or a name to type; how it may be spelled is told in [`super::Spelling`].
    Type {
        /// The answer as readers are shown it.
        answer: Text,
        /// Further answers that count as right, such as other names.
        alternatives: Vec<String>,
    },
    /// An event to place in time; what that comes to is told by [`super::Placing`].
    Place {
        /// Index into `Timeline::events`; it has a date.
        event: usize,
        /// The stretch of time to choose from; what the timeline shows first if absent.
        window: Option<Date>,
        /// So many days from the date there is no credit, above 0; by the window if absent.
        within_days: Option<f64>,
    },
}

impl Form {
    /// How many forms there are.
    pub const COUNT: usize = 9;

    /// The place of the form among all, below [`Self::COUNT`].
    pub fn place(&self) -> usize {
        match self {
            Self::One { .. } => 0,
            Self::Several { .. } => 1,
            Self::TrueFalse { .. } => 2,
            Self::Order { .. } => 3,
            Self::Estimate { .. } => 4,
            Self::Match { .. } => 5,
            Self::Draw { .. } => 6,
            Self::Type { .. } => 7,
            Self::Place { .. } => 8,
        }
    }

    /// Whether it is answered by picking options, which takes no script.
    pub fn is_choice(&self) -> bool {
        matches!(self, Self::One { .. } | Self::Several { .. } | Self::TrueFalse { .. })
    }
}

impl Default for Form {
    /// A statement that does not hold.
    fn default() -> Self {
        Self::TrueFalse { answer: false }
    }
}

/// One option of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Unique in its question.
    pub id: String,
    /// What the reader sees.
    pub text: Text,
    /// What to say to a reader who chose it.
    pub remark: Option<Text>,
}

/// A pair to match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// Unique in its question.
    pub id: String,
    /// The given side.
    pub left: Text,
    /// The side to find.
    pub right: Text,
}
