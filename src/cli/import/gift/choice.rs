//! Questions with options to choose from.

use super::format::Answer;
use super::{Maker, start};
use crate::cli::import::draft::{DraftChoice, DraftForm};
use crate::story::Ids;
use crate::story::limits::MOST_CHOICES;

impl Maker<'_> {
    /// A question of one right option, or of all that have credit.
    pub(super) fn choice(
        &mut self,
        prompt: String,
        is_single: bool,
        options: &[Answer],
    ) -> Option<DraftForm> {
        let options = if is_single { self.of_one(options) } else { options.iter().collect() };
        let is_right = |answer: &Answer| answer.credit >= if is_single { 100.0 } else { 0.01 };
        let is_some_right = options.iter().any(|answer| is_right(answer));
        if options.len() < 2 || !is_some_right || options.len() > MOST_CHOICES {
            self.say(format_args!(
                "it is left out: it needs 2 to {MOST_CHOICES} options, one of them right"
            ));
            return None;
        }
        let mut ids = Ids::default();
        let (mut choices, mut answers) = (Vec::new(), Vec::new());
        for (nth, answer) in options.into_iter().enumerate() {
            let words = self.words(&answer.text);
            self.lost(&words);
            let id = ids.make(&words.plain, &format!("option {}", nth + 1));
            let mut remark = self.feedback(&answer.feedback);
            if is_right(answer) {
                answers.push(id.clone());
                // What is said to who is right says why it is.
                self.spare.extend(remark.take());
            }
            let text = if words.is_empty() { "[Option]".to_owned() } else { words.text };
            choices.push(DraftChoice { id, text, remark });
        }
        match answers.first().filter(|_| is_single).cloned() {
            Some(answer) => Some(DraftForm::One { prompt, options: choices, answer }),
            None => Some(DraftForm::Several { prompt, options: choices, answer: answers }),
        }
    }

    /// The options of which one is right: another right one would count as wrong.
    fn of_one<'a>(&mut self, options: &'a [Answer]) -> Vec<&'a Answer> {
        let (mut kept, mut has_right) = (Vec::new(), false);
        for answer in options {
            let (credit, text) = (answer.credit, start(&answer.text.text));
            if credit >= 100.0 && has_right {
                let what = "is right too, and left out: only one option can be";
                self.say(format_args!("\"{text}\" {what}"));
                continue;
            }
            has_right |= credit >= 100.0;
            if credit != 0.0 && credit < 100.0 {
                self.say(format_args!("\"{text}\" is worth {credit} % there, and wrong here"));
            }
            kept.push(answer);
        }
        kept
    }
}
