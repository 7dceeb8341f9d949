//! Questions: what all kinds share, and what each kind adds.

use super::fields::{keys, object};
use super::leaf::{Address, Flag, Id, Markup, Ref, Words};
use super::quantity::{Num, Spread, Whole};
use super::word::QuestionKind;
use super::{Fields, Keys, List, OneOf};
use crate::story::Difficulty;

/// A question: its kind is looked at first and decides about the other keys.
#[derive(Debug, Default)]
pub(in crate::story) struct Question {
    pub(in crate::story) asked: Asked,
    pub(in crate::story) form: Form,
}

/// What a kind of question adds.
#[derive(Debug)]
pub(in crate::story) enum Form {
    One(One),
    Several(Several),
    TrueFalse(TrueFalse),
    Order(Entries),
    Estimate(Estimate),
    Match(Match),
    Draw(Draw),
}

impl Default for Form {
    fn default() -> Self {
        Self::TrueFalse(TrueFalse::default())
    }
}

impl Form {
    /// An empty place for what a kind of question adds.
    fn of(kind: QuestionKind) -> Self {
        match kind {
            QuestionKind::One => Self::One(One::default()),
            QuestionKind::Several => Self::Several(Several::default()),
            QuestionKind::TrueFalse => Self::default(),
            QuestionKind::Order => Self::Order(Entries::default()),
            QuestionKind::Estimate => Self::Estimate(Estimate::default()),
            QuestionKind::Match => Self::Match(Match::default()),
            QuestionKind::Draw => Self::Draw(Draw::default()),
        }
    }

    fn keys(&mut self) -> &mut dyn Keys {
        match self {
            Self::One(one) => one,
            Self::Several(several) => several,
            Self::TrueFalse(judged) => judged,
            Self::Order(order) => order,
            Self::Estimate(estimate) => estimate,
            Self::Match(matched) => matched,
            Self::Draw(draw) => draw,
        }
    }
}

impl Keys for Question {
    fn take(&mut self, fields: &mut Fields<'_, '_>) -> bool {
        let mut kind: OneOf<QuestionKind> = OneOf::default();
        if !fields.take(&["kind"], &mut [&mut kind]) {
            fields.give_up();
            return false;
        }
        self.form = Form::of(kind.value);
        // Both are read, whatever is wrong with the first.
        self.asked.take(fields) & self.form.keys().take(fields)
    }
}

keys! {
    /// What every question says.
    struct Asked {
        /// What is asked.
        prompt: Markup,
        /// How hard it is; medium if left out.
        difficulty: Option<OneOf<Difficulty>>,
        /// What full credit is worth; 1 if left out.
        points: Option<Whole>,
        /// Why the answer is right.
        explanation: Markup,
        /// Help before answering.
        hint: Option<Markup>,
    }
}

keys! {
    /// One of several options is right.
    struct One {
        /// At least two.
        options: List<Choice>,
        /// The id of the right option.
        answer: Ref,
    }
}

keys! {
    /// One or more of the options are right.
    struct Several {
        /// At least two.
        options: List<Choice>,
        /// The ids of all right options.
        answer: List<Ref>,
    }
}

keys! {
    /// A statement to judge.
    struct TrueFalse {
        /// Whether the statement of the prompt holds.
        answer: Flag,
    }
}

keys! {
    /// Entries to put in order.
    struct Entries {
        /// At least two, in the right order.
        items: List<Choice>,
    }
}

keys! {
    /// A number to estimate.
    struct Estimate {
        /// The value; all of its spread counts as right.
        answer: Spread,
        /// Lower end of the scale.
        min: Num,
        /// Upper end of the scale.
        max: Num,
        /// Distance of two settings of the scale.
        step: Num,
        /// The unit of all these numbers.
        unit: Option<Words>,
        /// Within this distance of the spread the estimate has full credit.
        full: Num,
        /// Beyond this distance it has none; at least `full`.
        none: Num,
    }
}

keys! {
    /// Pairs to match.
    struct Match {
        /// At least two; every `right` differs.
        pairs: List<Pair>,
    }
}

keys! {
    /// A guess drawn on a chart.
    struct Draw {
        /// The address of a chart of bars or lines with a single series, such as `charts/heights`.
        chart: Address,
        /// Mean distance, as a share of the chart's range of values, beyond which there is no credit.
        tolerance: Num,
    }
}

object! {
    /// One option of a question, or one entry to put in order.
    struct Choice {
        /// Its id, unique in the question.
        id: Id,
        /// What the reader sees.
        text: Markup,
        /// What to say to a reader who chose it.
        remark: Option<Markup>,
    }
}

object! {
    /// A pair to match.
    struct Pair {
        /// Its id, unique in the question.
        id: Id,
        /// The given side.
        left: Markup,
        /// The side to find.
        right: Markup,
    }
}
