//! What became of an answer: the marks on options, and the verdict with its reason and sources.

use super::answer::{remarks, right_answer};
use crate::session::{Action, Asked, Reply, Target};
use crate::story::{Item, Key, Question, Section};
use crate::view::claim::{link, see};
use crate::view::prose::prose;
use crate::view::reader::Reader;
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
        html! { <span class="sc-say"><span aria-hidden="true">{picture}{" "}</span>{reader.say(word)}</span> }
    }
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
            Self::Partly => Key::QuizVerdictPartly,
            Self::Wrong | Self::Skipped => Key::QuizVerdictWrong,
        };
        reader.fill(key, &[("answer", &right_answer(reader, question))])
    }
}

/// The verdict on the question being asked; nothing before it is answered.
pub(super) fn verdict(reader: &Reader, question: &Question, asked: &Asked) -> Html {
    let Some(reply) = asked.reply else { return html! {} };
    let grade = Grade::of(Some(reply));
    let quiz = reader.session().quiz();
    let is_last = quiz.answered() == quiz.asked().len();
    let next = if is_last { Key::QuizFinish } else { Key::QuizNext };
    html! {
        <div class="sc-verdict" part="verdict">
            <div id={reader.target_id(Target::Verdict)} tabindex="-1">
                <p class={classes!("sc-verdict-word", grade.class())}>
                    <span aria-hidden="true">{grade.picture()}{" "}</span>{grade.sentence(reader, question)}
                </p>
                {for remarks(question, asked).into_iter().map(|remark| html! { <p>{prose(remark)}</p> })}
                {why(reader, question)}
            </div>
            <p class="sc-row">
                <button type="button" class="sc-button" onclick={reader.wish(Action::Next)}>{reader.say(next)}</button>
                {see(reader, &question.claim)}
            </p>
        </div>
    }
}

/// Why the answer is right, and who says so.
pub(super) fn why(reader: &Reader, question: &Question) -> Html {
    let sources = question.claim.sources.iter();
    html! {<>
        <p>{prose(&question.explanation)}</p>
        <p class="sc-source-line">
            {reader.say(Key::SourcesLabel)}
            {for sources.enumerate().map(|(place, source)| source_link(reader, place, *source))}
        </p>
    </>}
}

fn source_link(reader: &Reader, place: usize, source: usize) -> Html {
    let Some(entry) = reader.story().sources.get(source) else { return html! {} };
    let address = Reader::address(Item { section: Section::Sources, index: source });
    let title = if reader.shows(Section::Sources) {
        link(reader, address, entry.title.clone(), None)
    } else {
        html! { {&entry.title} }
    };
    html! {<>{if place == 0 { " " } else { ", " }}{title}</>}
}
