//! The quiz: questions, and what all kinds of them share.

use super::claim::SectionSources;
use super::draw::Draw;
use super::enumeration::QuestionKind;
use super::form::{Entries, Estimate, Match, One, Several, TrueFalse};
use super::item::{Items, claimed};
use super::list::List;
use super::object::{Destination, Fields, Keys, keys, object};
use super::place::Place;
use super::shape::Shape;
use super::type_answer::TypeAnswer;
use super::wrapper::{OrDefault, WithOffset};
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::number::plain;
use crate::story::{Band, Difficulty, Picture, Question, Text, Trivia};

/// What a question may be worth at most.
pub(in crate::story) const MOST_POINTS: u32 = 100;
/// How long the timer may give for a question at most: an hour.
pub(in crate::story) const MOST_SECONDS: u32 = 3600;
/// So many questions a round may ask at most.
pub(in crate::story) const MOST_IN_ROUND: u32 = 100_000;

object! {
    /// The quiz.
    "Trivia" for Trivia, |it| {
        /// Ids of the sources of all questions that name none.
        sources: OrDefault<SectionSources> = Vec::new(),
        /// The pool of questions.
        questions: Items<Question> = it.questions,
        /// Sentences for the end, by share of points; ascending.
        bands: OrDefault<Bands> = it.bands,
        /// How long the timer that a reader may switch on gives for each question, in seconds;
        /// 30 if left out.
        seconds: Option<Seconds> = it.seconds,
        /// How many questions a round asks; 10 if left out.
        round: Option<RoundLength> = it.round,
    }
}

/// Reads a whole number from 1 to `most`, of which `owner` may `verb` so many `unit`.
pub(super) fn read_amount(
    value: &mut u32,
    most: u32,
    [owner, verb, unit]: [&str; 3],
    node: Node<'_>,
    cx: &mut Context,
) -> bool {
    let is_whole = u32::read(value, node, cx);
    if is_whole && !(1..=most).contains(value) {
        fault!(cx, node.at, "{owner} cannot {verb} {value} {unit}", "Write 1 to {most}.");
    }
    is_whole
}

/// Seconds for a question.
pub(in crate::story) struct Seconds;

impl Shape for Seconds {
    type Value = u32;

    fn read(value: &mut u32, node: Node<'_>, cx: &mut Context) -> bool {
        read_amount(value, MOST_SECONDS, ["a question", "have", "seconds"], node, cx)
    }
}

/// How many questions a round asks.
pub(in crate::story) struct RoundLength;

impl Shape for RoundLength {
    type Value = u32;

    fn read(value: &mut u32, node: Node<'_>, cx: &mut Context) -> bool {
        read_amount(value, MOST_IN_ROUND, ["a round", "ask", "questions"], node, cx)
    }
}

/// Bands in ascending order.
pub(in crate::story) struct Bands;

impl Shape for Bands {
    type Value = Vec<Band>;

    fn read(value: &mut Vec<Band>, node: Node<'_>, cx: &mut Context) -> bool {
        let mut bands = Vec::new();
        let is_whole = List::<WithOffset<Band>>::read(&mut bands, node, cx);
        for (at, band) in bands {
            if is_whole && value.last().is_some_and(|last| band.from <= last.from) {
                let right = "Put the bands in ascending order, each share once.";
                fault!(cx, at, "this band does not begin above the last", "{right}");
            }
            value.push(band);
        }
        is_whole
    }
}

object! {
    /// What to say at the end.
    "Band" for Band, |it| {
        /// From this share of the points on, 0 to 1.
        from: PointShare = it.from,
        /// The sentence.
        text: Text = it.text,
    }
}

/// A share of the points.
pub(in crate::story) struct PointShare;

impl Shape for PointShare {
    type Value = f64;

    fn read(value: &mut f64, node: Node<'_>, cx: &mut Context) -> bool {
        if !f64::read(value, node, cx) {
            return false;
        }
        let is_share = (0.0..=1.0).contains(value);
        if !is_share {
            let value = plain(*value);
            let right = "Write a number from 0 to 1, such as 0.5 for half of the points.";
            fault!(cx, node.at, "{value} is not a share", "{right}");
        }
        is_share
    }
}

impl Keys for Question {
    /// The kind is looked at first and decides about the other keys.
    fn take(&mut self, fields: &mut Fields<'_>, cx: &mut Context) -> bool {
        let mut kind = QuestionKind::One;
        if !fields.take(&[("kind", false)], &mut [&mut Destination::<QuestionKind>(&mut kind)], cx)
        {
            fields.give_up();
            return false;
        }
        let is_whole = self.take_keys(fields, cx);
        // All is read, whatever is wrong with the first keys.
        let form = match kind {
            QuestionKind::One => One::default().form(fields, cx),
            QuestionKind::Several => Several::default().form(fields, cx),
            QuestionKind::TrueFalse => TrueFalse::default().form(fields, cx),
            QuestionKind::Order => Entries::default().form(fields, cx),
            QuestionKind::Estimate => Estimate::default().form(fields, cx),
            QuestionKind::Match => Match::default().form(fields, cx),
            QuestionKind::Draw => Draw::default().form(fields, self.claim.spoiler, cx),
            QuestionKind::Type => TypeAnswer::default().form(fields, cx),
            QuestionKind::Place => Place::default().form(fields, self.claim.spoiler, cx),
        };
        let is_formed = form.is_some();
        self.form = form.unwrap_or_default();
        is_whole && is_formed
    }
}

claimed! { Question }

keys! {
    /// What every question says.
    "Question" for Question, |it| {
        /// What is asked.
        prompt: Text = it.prompt,
        /// A picture that stands with the question.
        image: Option<Box<Picture>> = it.image,
        /// How hard it is; medium if left out.
        difficulty: OrDefault<Difficulty> = it.difficulty,
        /// What full credit is worth; 1 if left out.
        points: OrDefault<Points> = it.points,
        /// Why the answer is right.
        explanation: Text = it.explanation,
        /// Help before answering.
        hint: Option<Text> = it.hint,
    }
}

/// What full credit is worth.
pub(in crate::story) struct Points;

impl Shape for Points {
    type Value = u32;

    fn read(value: &mut u32, node: Node<'_>, cx: &mut Context) -> bool {
        read_amount(value, MOST_POINTS, ["a question", "be worth", "points"], node, cx)
    }
}
