//! Questions whose answer is given without options: typed, matched, estimated.

use std::collections::BTreeSet;

use super::format::{Answer, Marked, Markup};
use super::scale::Accepted;
use super::{Maker, start};
use crate::cli::import::draft::{DraftForm, DraftPair};
use crate::story::limits::{LONGEST_ANSWER, MOST_ALTERNATIVES, MOST_CHOICES};
use crate::story::{Ids, folded};

/// What GIFT does not say of a number.
const GUESSED: &str = "the scale from \"min\" to \"max\" is a guess, and so is \"none\", from where \
                       on there is no credit";

impl Maker<'_> {
    /// An answer to type, and others that count.
    pub(super) fn typed(&mut self, prompt: String, answers: &[Answer]) -> Option<DraftForm> {
        let (mut right, mut known) = (Vec::new(), BTreeSet::new());
        for answer in answers {
            let words = self.words(&Marked { markup: Markup::Plain, ..answer.text.clone() });
            let text = start(&words.plain);
            let spelled = folded(&words.plain);
            if answer.credit < 100.0 {
                self.say(format_args!(
                    "\"{text}\" is worth {} % there, and wrong here",
                    answer.credit
                ));
                continue;
            }
            let feedback = self.feedback(&answer.feedback);
            if spelled.is_empty()
                || words.plain.chars().count() > LONGEST_ANSWER
                || words.plain.contains('*')
            {
                self.say(format_args!("the answer \"{text}\" cannot be typed, and is left out"));
                continue;
            }
            if known.insert(spelled) {
                right.push(words);
            }
            if !self.spare.iter().any(|said| Some(said) == feedback.as_ref()) {
                self.spare.extend(feedback);
            }
        }
        let mut right = right.into_iter();
        let Some(answer) = right.next() else {
            self.say("it is left out: no answer is left");
            return None;
        };
        let mut alternatives: Vec<String> = right.map(|words| words.plain).collect();
        if alternatives.len() > MOST_ALTERNATIVES {
            self.say(format_args!("only {MOST_ALTERNATIVES} further answers are kept"));
            alternatives.truncate(MOST_ALTERNATIVES);
        }
        Some(DraftForm::Type { prompt, answer: answer.text, alternatives })
    }

    /// Pairs to match.
    pub(super) fn pairs(
        &mut self,
        prompt: String,
        pairs: &[(Marked, Marked)],
    ) -> Option<DraftForm> {
        let (mut kept, mut rights, mut ids) = (Vec::new(), BTreeSet::new(), Ids::default());
        for (left, right) in pairs {
            let (left, right) = (self.words(left), self.words(right));
            let shown = start(&right.plain);
            if left.is_empty() || right.is_empty() {
                self.say(format_args!("\"{shown}\" has no partner, and is left out"));
            } else if !rights.insert(right.plain.clone()) {
                self.say(format_args!(
                    "a second pair has the right side \"{shown}\", and is left out"
                ));
            } else if kept.len() == MOST_CHOICES {
                self.say(format_args!(
                    "the pair with \"{shown}\" is left out: {MOST_CHOICES} are the most"
                ));
            } else {
                self.lost(&left);
                let id = ids.make(&left.plain, &format!("pair {}", kept.len() + 1));
                kept.push(DraftPair { id, left: left.text, right: right.text });
            }
        }
        if kept.len() < 2 {
            self.say("it is left out: it needs two pairs");
            return None;
        }
        Some(DraftForm::Match { prompt, pairs: kept })
    }

    /// A number to estimate.
    pub(super) fn number(&mut self, prompt: String, answers: &[Answer]) -> Option<DraftForm> {
        let (mut right, mut partly) = (None, None);
        for answer in answers {
            let text = &answer.text.text;
            match Accepted::parse(text) {
                Some(accepted) if answer.credit >= 100.0 && right.is_none() => {
                    right = Some(accepted);
                }
                Some(accepted)
                    if right.is_some_and(|right: Accepted| right.value == accepted.value) =>
                {
                    partly = Some(accepted.tolerance);
                }
                _ => self.say(format_args!("the answer \"{}\" is left out", start(text))),
            }
            let feedback = self.feedback(&answer.feedback);
            self.spare.extend(feedback);
        }
        let Some(right) = right else {
            self.say("it is left out: it has no number");
            return None;
        };
        self.say(GUESSED);
        Some(right.form(prompt, partly))
    }
}
