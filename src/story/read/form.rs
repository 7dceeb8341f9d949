//! How questions are answered: answers that exist, scales that hold them.
//!
//! Drawing on a chart has a file of its own (`draw`).

use super::Context;
use super::leaf::{Id, IdRef};
use super::list::{List, UniqueIds, has_length};
use super::object::{Fields, keys, object};
use super::wrapper::{OrDefault, WithOffset};
use crate::story::fault::{fault, quote, suggestion};
use crate::story::limits::{MOST_CHOICES, MOST_STEPS};
use crate::story::{Choice, Form, Number, Pair, Text, Unit};

object! {
    /// One option of a question, or one entry to put in order.
    "Choice" for Choice, |it| {
        /// Its id, unique in the question.
        id: Id = it.id,
        /// What the reader sees.
        text: Text = it.text,
        /// What to say to a reader who chose it.
        remark: Option<Text> = it.remark,
    }
}

object! {
    /// A pair to match.
    "Pair" for Pair, |it| {
        /// Its id, unique in the question.
        id: Id = it.id,
        /// The given side.
        left: Text = it.left,
        /// The side to find.
        right: Text = it.right,
    }
}

/// Options or entries with ids of their own.
type Choices = UniqueIds<List<Choice, 2, MOST_CHOICES>>;

/// Pairs with ids of their own, each with its offset, for their right sides must differ.
type Pairs = UniqueIds<List<WithOffset<Pair>, 2, MOST_CHOICES>>;

/// Ids of options, each with its offset, for it must be one of them.
type OptionIds = WithOffset<List<WithOffset<IdRef>>>;

#[derive(Default)]
pub(in crate::story) struct One {
    options: Vec<Choice>,
    answer: (usize, String),
}

keys! {
    /// One of several options is right.
    "One" for One, |it| {
        /// At least two.
        options: Choices = it.options,
        /// The id of the right option.
        answer: WithOffset<IdRef> = it.answer,
    }
}

impl One {
    pub(super) fn form(mut self, fields: &mut Fields<'_>, cx: &mut Context) -> Option<Form> {
        if !self.take_keys(fields, cx) {
            return None;
        }
        let answer = option(&self.options, &self.answer, cx)?;
        Some(Form::One { options: self.options, answer })
    }
}

#[derive(Default)]
pub(in crate::story) struct Several {
    options: Vec<Choice>,
    answer: (usize, Vec<(usize, String)>),
}

keys! {
    /// One or more of the options are right.
    "Several" for Several, |it| {
        /// At least two.
        options: Choices = it.options,
        /// The ids of all right options.
        answer: OptionIds = it.answer,
    }
}

impl Several {
    pub(super) fn form(mut self, fields: &mut Fields<'_>, cx: &mut Context) -> Option<Form> {
        if !self.take_keys(fields, cx) {
            return None;
        }
        let (Self { options, answer: (at, named) }, mut answers) = (self, Vec::new());
        if !has_length(at, named.len(), (1, options.len()), cx) {
            return None;
        }
        for answer in &named {
            let index = option(&options, answer, cx)?;
            cx.push_new(&mut answers, index, &answer.1, answer.0);
        }
        answers.sort_unstable();
        Some(Form::Several { options, answers })
    }
}

/// The index of the option that an answer names.
fn option(options: &[Choice], (at, id): &(usize, String), cx: &mut Context) -> Option<usize> {
    let index = options.iter().position(|option| option.id == *id);
    if index.is_none() {
        let known: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
        let (found, right) = (quote(id), suggestion(id, &known, "options"));
        fault!(cx, *at, "no option has the id {found}", "{right}");
    }
    index
}

#[derive(Default)]
pub(in crate::story) struct TrueFalse {
    answer: bool,
}

keys! {
    /// A statement to judge.
    "TrueFalse" for TrueFalse, |it| {
        /// Whether the statement of the prompt holds.
        answer: bool = it.answer,
    }
}

impl TrueFalse {
    pub(super) fn form(mut self, fields: &mut Fields<'_>, cx: &mut Context) -> Option<Form> {
        self.take_keys(fields, cx).then_some(Form::TrueFalse { answer: self.answer })
    }
}

#[derive(Default)]
pub(in crate::story) struct Entries {
    items: Vec<Choice>,
}

keys! {
    /// Entries to put in order.
    "Entries" for Entries, |it| {
        /// At least two, in the right order.
        items: Choices = it.items,
    }
}

impl Entries {
    pub(super) fn form(mut self, fields: &mut Fields<'_>, cx: &mut Context) -> Option<Form> {
        self.take_keys(fields, cx).then_some(Form::Order { items: self.items })
    }
}

#[derive(Default)]
pub(in crate::story) struct Estimate {
    answer: (usize, Number),
    min: f64,
    max: (usize, f64),
    step: (usize, f64),
    unit: Unit,
    full: (usize, f64),
    none: (usize, f64),
}

keys! {
    /// A number to estimate.
    "Estimate" for Estimate, |it| {
        /// The value; all of its spread counts as right.
        answer: WithOffset<Number> = it.answer,
        /// Lower end of the scale.
        min: f64 = it.min,
        /// Upper end of the scale.
        max: WithOffset<f64> = it.max,
        /// Distance of two settings of the scale.
        step: WithOffset<f64> = it.step,
        /// The unit of all these numbers.
        unit: OrDefault<Unit> = it.unit,
        /// Within this distance of the spread the estimate has full credit.
        full: WithOffset<f64> = it.full,
        /// Beyond this distance it has none; at least `full`.
        none: WithOffset<f64> = it.none,
    }
}

impl Estimate {
    pub(super) fn form(mut self, fields: &mut Fields<'_>, cx: &mut Context) -> Option<Form> {
        if !self.take_keys(fields, cx) {
            return None;
        }
        if let Some((at, wrong, right)) = self.fault() {
            fault!(cx, at, "{wrong}", "{right}");
            return None;
        }
        let Self { answer: (_, answer), min, max: (_, max), step: (_, step), unit, full, none } =
            self;
        Some(Form::Estimate { answer, min, max, step, unit, full: full.1, none: none.1 })
    }

    /// What is wrong with its numbers: where, what, and what would be right.
    fn fault(&self) -> Option<(usize, &'static str, &'static str)> {
        let Self { answer: (answer_at, answer), min, max, step, full, none, .. } = self;
        let reach = max.1 - min;
        Some(if reach <= 0.0 {
            (max.0, "the scale ends before it starts", "Make \"max\" larger than \"min\".")
        } else if step.1 <= 0.0 || step.1 > reach {
            (step.0, "the step does not fit the scale", "Write more than 0, up to max - min.")
        } else if reach / step.1 > MOST_STEPS {
            (step.0, "the scale has more than 100000 steps", "Write a larger step.")
        } else if answer.value < *min || answer.value > max.1 {
            (*answer_at, "the answer lies outside the scale", "Widen \"min\" and \"max\".")
        } else if full.1 < 0.0 {
            (full.0, "a distance cannot be negative", "Write 0 or more.")
        } else if none.1 < full.1 {
            (none.0, "no credit begins nearer than full credit ends", "Write at least \"full\".")
        } else {
            return None;
        })
    }
}

#[derive(Default)]
pub(in crate::story) struct Match {
    pairs: Vec<(usize, Pair)>,
}

keys! {
    /// Pairs to match.
    "Match" for Match, |it| {
        /// At least two; every `right` differs.
        pairs: Pairs = it.pairs,
    }
}

impl Match {
    pub(super) fn form(mut self, fields: &mut Fields<'_>, cx: &mut Context) -> Option<Form> {
        if !self.take_keys(fields, cx) {
            return None;
        }
        let mut pairs: Vec<Pair> = Vec::new();
        for (at, pair) in self.pairs {
            let words = pair.right.words();
            if pairs.iter().any(|other| other.right.words() == words) {
                let words = quote(&words);
                let right = "Make them differ; else nobody can tell which belongs where.";
                fault!(cx, at, "two pairs have the right side {words}", "{right}");
            }
            pairs.push(pair);
        }
        Some(Form::Match { pairs })
    }
}
