//! What a card can show and do before all of its code is there.
//!
//! `cargo xtask build` takes the WebAssembly apart. The first part opens a card with its overview
//! or a choice question and takes the first answers; everything else comes with the rest. Here is
//! told which is which. What waits for the rest, and how it comes, is not (`crate::element`,
//! `crate::browser`).

use super::{Action, Options, Session};
use crate::story::{Form, Section, Story};

impl Action {
    /// Whether the first part can work out what comes of it; that may still need the rest
    /// ([`Session::is_early`]).
    pub fn is_early(&self) -> bool {
        matches!(
            self,
            Self::Configure(_)
                | Self::Open(_)
                | Self::Unfold(_)
                | Self::Guess(_)
                | Self::Change(_)
                | Self::Choose(_)
                | Self::Submit
                | Self::Hint
                | Self::Skip
                | Self::Next
        )
    }
}

impl Options {
    /// Whether the first part can make a session of it; what that shows may still need the rest.
    pub fn is_early(&self) -> bool {
        // An item may be anything, and a question that is one changes the round.
        !self.remember && !self.section.as_deref().is_some_and(|address| address.contains('/'))
    }
}

impl Session {
    /// Whether the first part can show this.
    pub fn is_early(&self, story: &Story) -> bool {
        self.is_early_in(story, self.open)
    }

    /// Whether the first part can show this and then go to `places`: the addresses that are
    /// waited for, where there are any.
    pub fn leads_early(&self, story: &Story, places: [Option<&str>; 2]) -> bool {
        self.is_early(story)
            && places.into_iter().flatten().all(|place| {
                Section::from_id(place).is_some_and(|section| self.is_early_in(story, section))
            })
    }

    /// As [`Session::is_early`], were `section` open.
    fn is_early_in(&self, story: &Story, section: Section) -> bool {
        let is_plain = !self.options.remember && !self.timer && self.away.is_none();
        is_plain
            && match section {
                Section::Overview => true,
                Section::Trivia => self.asks_for_choice(story),
                _ => false,
            }
    }

    /// Whether a question is open, or its verdict, that is answered by choosing.
    fn asks_for_choice(&self, story: &Story) -> bool {
        let asked = self.quiz.current();
        let question = asked.and_then(|asked| story.trivia.questions.get(asked.question));
        question.is_some_and(|question| {
            matches!(
                question.form,
                Form::One { .. } | Form::Several { .. } | Form::TrueFalse { .. }
            )
        })
    }
}
