//! Joining a round with what another card or tab has kept of it.

use super::{Phase, Quiz};
use crate::session::asked::Asked;
use crate::session::round;
use crate::story::Story;

impl Quiz {
    /// This round with the answers that were given in another copy of it.
    ///
    /// A round that was begun later takes the place of this one, and so does one with answers if
    /// nothing was done in this. Else no answer is lost: if a question was answered in both, what
    /// was kept first counts, so that all copies come to say the same. What is set but not given
    /// yet is no answer.
    pub(in crate::session) fn joined(&self, story: &Story, kept: Self) -> Self {
        let has_answers = || kept.asked.iter().any(|asked| asked.reply.is_some());
        let is_later = kept.turn > self.turn;
        if is_later || (kept.turn == self.turn && !self.is_started() && has_answers()) {
            return kept;
        }
        let mut quiz = self.clone();
        if kept.turn == self.turn {
            let is_over = kept.phase() == Phase::Finished
                && kept.asked.iter().all(|asked| self.find(asked.question).is_some());
            kept.asked.into_iter().for_each(|asked| quiz.take_answer(story, asked));
            quiz.follow(self.phase());
            // A reader who has ended the round there has ended it here.
            if is_over {
                quiz.asked.retain(|asked| asked.reply.is_some());
                quiz.at = quiz.asked.len();
            }
        }
        quiz
    }

    /// Goes on from a question that was open and is answered now, and to the end where it was.
    fn follow(&mut self, phase: Phase) {
        match phase {
            Phase::Asking => drop(self.next()),
            Phase::Finished => self.at = self.asked.len(),
            Phase::Answered | Phase::Empty => {}
        }
    }

    /// Takes over an answer that was given elsewhere, and its question if this round has another.
    fn take_answer(&mut self, story: &Story, answered: Asked) {
        if answered.reply.is_none() {
            return;
        }
        let known = self.asked.iter().position(|asked| asked.question == answered.question);
        if known.is_none() {
            self.asked.extend(round::ask(story, answered.question, self.seed));
        }
        let place = known.unwrap_or_else(|| self.asked.len().saturating_sub(1));
        if let Some(asked) = self.asked.get_mut(place) {
            (asked.guess, asked.reply) = (answered.guess, answered.reply);
        }
    }
}
