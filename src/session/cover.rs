//! The question on the cover: one of the round, answered beside the overview.

use super::asked::Asked;
use super::round;
use super::{Action, Phase, Session};
use crate::story::{Section, Story};

impl Session {
    /// The question that the overview asks, a place in the pool; none if it asks none. In later
    /// rounds, when the one that the story leads with is known, it is one of the round.
    pub fn cover_question(&self, story: &Story) -> Option<usize> {
        let is_shown = |section| self.sections.contains(&section);
        let has_place = is_shown(Section::Overview) && is_shown(Section::Trivia);
        let lead = story.lead_question().filter(|_| has_place)?;
        if !self.known.contains(&lead) || self.quiz.find(lead).is_some() {
            return Some(lead);
        }
        let is_choice = |asked: &&Asked| {
            let question = story.trivia.questions.get(asked.question);
            question.is_some_and(|question| question.form.is_choice())
        };
        let of_round = self.quiz.asked().iter().find(is_choice).map(|asked| asked.question);
        Some(of_round.unwrap_or(lead))
    }

    /// The question on the cover as it stands in the round, or as it would stand there.
    pub fn cover_asked(&self, story: &Story) -> Option<Asked> {
        self.asked(story, self.cover_question(story)?)
    }

    /// A question of the pool as it stands in the round, or as it would stand there.
    pub fn asked(&self, story: &Story, question: usize) -> Option<Asked> {
        let in_round = self.quiz.find(question).cloned();
        in_round.or_else(|| round::ask(story, question, self.quiz.seed()))
    }

    /// Does what the reader did on the cover; a question that is answered becomes the one being asked.
    pub(super) fn act_on_cover(&mut self, story: &Story, action: Action) {
        let is_answer = matches!(
            action,
            Action::Guess(_) | Action::Change(_) | Action::Choose(_) | Action::Submit
        );
        // All else is a link, which leads where it leads from anywhere, also without a question.
        if is_answer || action == Action::Next {
            let Some(question) = self.cover_question(story) else { return };
            if !is_answer {
                return self.leave_cover(story, question);
            }
            self.leave_finished_round(story, question);
            self.bring(story, question);
            if !self.is_asking(question) {
                return;
            }
        }
        if let Some(next) = self.apply(story, action) {
            *self = next;
        }
    }

    /// Goes on in the quiz, to the question after the one on the cover or to where the round is.
    fn leave_cover(&mut self, story: &Story, question: usize) {
        if self.is_asking(question) {
            self.quiz.next();
        }
        self.open = Section::Trivia;
        self.drop_return_link();
        self.arrive_at_question(story);
    }

    /// Makes a question the one being asked, as the next of the round; a round that is fixed, by
    /// the page or by an address, keeps its order.
    pub(super) fn bring(&mut self, story: &Story, question: usize) {
        if self.has_fixed_round() {
            self.quiz.go_to(story, question, true);
        } else {
            self.quiz.bring(story, question);
        }
    }

    /// Begins another round if this one is over and does not ask a question that is asked now: an
    /// end that was reached stays as it was.
    pub(super) fn leave_finished_round(&mut self, story: &Story, question: usize) {
        if self.quiz.phase() == Phase::Finished && self.quiz.find(question).is_none() {
            self.restart(story, self.quiz.seed().wrapping_add(1), false);
        }
    }

    fn is_asking(&self, question: usize) -> bool {
        self.quiz.current().is_some_and(|asked| asked.question == question)
    }

    /// Whether the page or an address says what the round asks, and in which order.
    pub(super) fn has_fixed_round(&self) -> bool {
        self.options.seed.is_some() || self.quiz.link().is_some()
    }
}
