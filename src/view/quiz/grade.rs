//! How good an answer was, and what that makes of each option: class, symbol and word together.

use crate::layout::Ink;
use crate::session::Reply;
use crate::story::MessageKey;
use crate::view::context::ViewContext;
use crate::view::tag::{Tag, classed, tag};
use yew::prelude::*;

/// What a verdict says of one option: word, symbol and class together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum OptionMark {
    /// The right one, chosen or not.
    Right,
    /// Chosen and wrong.
    Wrong,
    /// Right and not chosen, where several were to be chosen.
    Missed,
}

impl OptionMark {
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

    fn look(self) -> (&'static str, MessageKey) {
        match self {
            Self::Right => ("\u{2713}", MessageKey::QuizRight),
            Self::Wrong => ("\u{2715}", MessageKey::QuizYourAnswer),
            Self::Missed => ("\u{2713}", MessageKey::QuizMissed),
        }
    }

    /// Symbol and word.
    pub(super) fn words(self, cx: &ViewContext) -> Html {
        let (symbol, word) = self.look();
        symbol_and_word(cx, symbol, word)
    }
}

/// A symbol and its word.
pub(super) fn symbol_and_word(cx: &ViewContext, symbol: &'static str, word: MessageKey) -> Html {
    classed("span", "sc-say").tag(hidden(symbol)).words(cx.say(word)).done()
}

/// A symbol whose word stands behind it.
pub(super) fn hidden(symbol: &'static str) -> Tag {
    tag("span").attr("aria-hidden", "true").text(symbol).text(" ")
}

/// How good an answer was: its class, symbol and word.
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

    /// The class that gives its mark among others its colour and shape.
    pub(super) fn mark_class(self) -> &'static str {
        match self {
            Self::Skipped => "sc-skipped",
            graded => graded.class(),
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

    pub(super) fn symbol(self) -> &'static str {
        match self {
            Self::Right => "\u{2713}",
            Self::Partly => "\u{2248}",
            Self::Wrong => "\u{2715}",
            Self::Skipped => "\u{2013}",
        }
    }

    pub(super) fn word(self) -> MessageKey {
        match self {
            Self::Right => MessageKey::QuizRight,
            Self::Partly => MessageKey::QuizPartly,
            Self::Wrong => MessageKey::QuizWrong,
            Self::Skipped => MessageKey::QuizSkipped,
        }
    }
}
