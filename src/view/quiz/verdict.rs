//! What became of an answer: the marks on options, and the verdict with its reason and sources.

use super::answer::{remarks, right_answer};
use super::parts::parts;
use crate::layout::Ink;
use crate::session::{Action, Asked, Reply, Target};
use crate::story::{Form, Item, Key, Question, Section};
use crate::view::claim::{link, see};
use crate::view::prose::prose;
use crate::view::reader::Reader;
use crate::view::tag::{Tag, button, classed, nodes, nothing, tag, words};
use yew::prelude::*;

/// What a verdict says of one option: word, picture and class together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// The right one, chosen or not.
    Right,
    /// Chosen and wrong.
    Wrong,
    /// Right and not chosen, where several were to be chosen.
    Missed,
}

impl Mark {
    /// The mark of an option where one was to be chosen.
    pub(super) fn of_single(chosen: bool, right: bool) -> Option<Self> {
        match (chosen, right) {
            (_, true) => Some(Self::Right),
            (true, false) => Some(Self::Wrong),
            (false, false) => None,
        }
    }

    /// The mark of an option where several were to be chosen.
    pub(super) fn of_several(chosen: bool, right: bool) -> Option<Self> {
        match (chosen, right) {
            (true, true) => Some(Self::Right),
            (true, false) => Some(Self::Wrong),
            (false, true) => Some(Self::Missed),
            (false, false) => None,
        }
    }

    /// The class that gives it its colour.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Right | Self::Missed => "sc-right",
            Self::Wrong => "sc-wrong",
        }
    }

    fn look(self) -> (&'static str, Key) {
        match self {
            Self::Right => ("\u{2713}", Key::QuizRight),
            Self::Wrong => ("\u{2715}", Key::QuizYourAnswer),
            Self::Missed => ("\u{2713}", Key::QuizMissed),
        }
    }

    /// Picture and word.
    pub(super) fn words(self, reader: &Reader) -> Html {
        let (picture, word) = self.look();
        say(reader, picture, word)
    }
}

/// A picture and its word.
pub(super) fn say(reader: &Reader, picture: &'static str, word: Key) -> Html {
    classed("span", "sc-say").tag(hidden(picture)).words(reader.say(word)).done()
}

/// A picture whose word stands behind it.
fn hidden(picture: &'static str) -> Tag {
    tag("span").attr("aria-hidden", "true").text(picture).text(" ")
}

/// How good an answer was: its class, picture and word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Grade {
    /// Full credit.
    Right,
    /// Some.
    Partly,
    /// None.
    Wrong,
    /// Not answered.
    Skipped,
}

impl Grade {
    pub(super) fn of(reply: Option<Reply>) -> Self {
        match reply {
            Some(reply) if reply.is_right() => Self::Right,
            Some(Reply::Answered(credit)) if credit > 0.0 => Self::Partly,
            Some(Reply::Answered(_)) => Self::Wrong,
            Some(Reply::Skipped) | None => Self::Skipped,
        }
    }

    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Right => "sc-right",
            Self::Partly => "sc-half",
            Self::Wrong | Self::Skipped => "sc-wrong",
        }
    }

    /// Its colour in a drawing.
    pub(super) fn ink(self) -> Ink {
        match self {
            Self::Right => Ink::Right,
            Self::Partly => Ink::Gold,
            Self::Wrong => Ink::Wrong,
            Self::Skipped => Ink::Muted,
        }
    }

    pub(super) fn picture(self) -> &'static str {
        match self {
            Self::Right => "\u{2713}",
            Self::Partly => "\u{2248}",
            Self::Wrong => "\u{2715}",
            Self::Skipped => "\u{2013}",
        }
    }

    pub(super) fn word(self) -> Key {
        match self {
            Self::Right => Key::QuizRight,
            Self::Partly => Key::QuizPartly,
            Self::Wrong => Key::QuizWrong,
            Self::Skipped => Key::QuizSkipped,
        }
    }

    /// The verdict as a sentence.
    fn sentence(self, reader: &Reader, question: &Question) -> String {
        let key = match self {
            Self::Right => return reader.say(Key::QuizVerdictRight),
            // What was set and what is true stands below, number by number.
            _ if matches!(question.form, Form::Draw { .. } | Form::Estimate { .. }) => {
                return reader.say(self.word());
            }
            Self::Partly => Key::QuizVerdictPartly,
            Self::Wrong => Key::QuizVerdictWrong,
            Self::Skipped => Key::QuizVerdictSkipped,
        };
        reader.fill(key, &[("answer", &right_answer(reader, question))])
    }
}

/// The verdict on the question being asked; nothing before it is answered.
pub(super) fn verdict(reader: &Reader, question: &Question, asked: &Asked) -> Html {
    let Some(reply) = asked.reply else { return nothing() };
    let grade = Grade::of(Some(reply));
    let quiz = reader.session().quiz();
    let is_last = quiz.answered() == quiz.asked().len();
    let next = if is_last { Key::QuizFinish } else { Key::QuizNext };
    let mut reasons =
        tag("div").set("id", reader.target_id(Target::Verdict)).attr("tabindex", "-1");
    reasons = reasons.tag(
        tag("p")
            .set("class", ["sc-verdict-word ", grade.class()].concat())
            .tag(hidden(grade.picture()))
            .words(grade.sentence(reader, question)),
    );
    reasons = reasons.child(parts(reader, question, asked));
    for remark in remarks(question, asked) {
        reasons = reasons.tag(tag("p").child(prose(remark)));
    }
    let row = classed("div", "sc-row")
        .tag(button("sc-button", reader.say(next), reader.wish(Action::Next)))
        .child(see(reader, &question.claim));
    classed("div", "sc-verdict")
        .attr("part", "verdict")
        .tag(reasons.child(why(reader, question)))
        .tag(row)
        .done()
}

/// Why the answer is right, and who says so.
pub(super) fn why(reader: &Reader, question: &Question) -> Html {
    let sources = &question.claim.sources;
    let line = classed("p", "sc-source-line").words(reader.say(Key::SourcesLabel));
    let line = line.each(sources.len(), &|nth| source_link(reader, nth, sources[nth]));
    nodes(vec![tag("p").child(prose(&question.explanation)).done(), line.done()])
}

fn source_link(reader: &Reader, nth: usize, source: usize) -> Html {
    let Some(entry) = reader.story().sources.get(source) else { return nothing() };
    let address = Reader::address(Item { section: Section::Sources, index: source });
    let title = if reader.shows(Section::Sources) {
        link(reader, address, entry.title.clone(), None)
    } else {
        words(entry.title.clone())
    };
    let gap = if nth == 0 { " " } else { ", " };
    nodes(vec![words(gap.to_owned()), title])
}
