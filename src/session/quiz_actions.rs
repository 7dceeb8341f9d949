//! What a reader does in the quiz, as far as it concerns more than the round: where focus
//! goes, the best round, rounds anew.

use super::{BestScore, Guess, Phase, Quiz, RoundLink, Session, ShareOutcome, Target};
use crate::story::{Section, Story};

impl Session {
    /// The same reader at the start of the round that an address names.
    ///
    /// A round that asks the same already goes on.
    pub fn playing(mut self, story: &Story, link: &RoundLink) -> Self {
        if self.sections.contains(&Section::Trivia) {
            let linked = Quiz::linked(story, link, self.all_spoilers);
            if !self.quiz.asks_as(&linked) {
                self.quiz = linked;
            }
            self.open = Section::Trivia;
        }
        self
    }

    pub(super) fn play(&mut self, story: &Story, link: &RoundLink, focus: bool) {
        *self = self.clone().playing(story, link);
        self.drop_return_link();
        self.request_focus(self.quiz_target(), focus);
    }

    /// Lets spoiler questions into the round, or takes them out of it.
    pub(super) fn allow_spoilers(&mut self, story: &Story) {
        if self.quiz.is_started() {
            self.quiz.allow(story, self.all_spoilers, self.options.questions);
        } else {
            self.renew(story, self.quiz.seed());
        }
    }

    /// Draws an untouched round anew; one that the reader followed an address to stays that.
    pub(super) fn renew(&mut self, story: &Story, seed: u64) {
        match self.quiz.link() {
            Some(link) => self.quiz = Quiz::linked(story, link, self.all_spoilers),
            None => self.new_round(story, seed),
        }
    }

    pub(super) fn choose(&mut self, story: &Story, guess: Guess) {
        self.quiz.guess(story, guess);
        self.submit(story);
    }

    pub(super) fn submit(&mut self, story: &Story) {
        if self.quiz.submit(story) {
            self.request_focus(Target::Verdict, true);
        }
    }

    pub(super) fn skip(&mut self, story: &Story) {
        if self.quiz.skip() {
            self.arrive_at_question(story);
        }
    }

    pub(super) fn end_time(&mut self, focus: bool) {
        if self.timer && self.quiz.end_time() {
            self.request_focus(Target::Verdict, focus);
        }
    }

    pub(super) fn go_on(&mut self, story: &Story) {
        if self.quiz.next() {
            self.arrive_at_question(story);
        }
    }

    /// After the last question the round may be the best.
    pub(super) fn arrive_at_question(&mut self, story: &Story) {
        if self.quiz.phase() == Phase::Finished && !self.quiz.is_again() {
            let (score, total) = (self.quiz.score(story), self.quiz.total(story));
            let best = BestScore { score, total };
            if self.options.remember && self.best.is_none_or(|known| best.is_better_than(known)) {
                self.best = Some(best);
            }
        }
        self.request_question();
    }

    pub(super) fn retry(&mut self, story: &Story, seed: u64) {
        if self.quiz.retry(story, self.options.seed.unwrap_or(seed)) {
            self.begin_turn();
            self.request_question();
        }
    }

    pub(super) fn restart(&mut self, story: &Story, seed: u64, focus: bool) {
        self.new_round(story, self.options.seed.unwrap_or(seed));
        self.begin_turn();
        if focus {
            self.request_question();
        }
    }

    pub(super) fn forget(&mut self, story: &Story, seed: u64) {
        self.best = None;
        self.restart(story, seed, true);
    }

    /// The same reader after all answers were forgotten in another card or tab; `None` if there was
    /// nothing to forget.
    pub fn forgotten(&self, story: &Story, seed: u64) -> Option<Self> {
        if self.best.is_none() && !self.quiz.is_started() {
            return None;
        }
        let mut next = self.clone();
        next.best = None;
        next.restart(story, seed, false);
        Some(next)
    }

    pub(super) fn end_sharing(&mut self, outcome: ShareOutcome) {
        if matches!(outcome, ShareOutcome::TakeText | ShareOutcome::TakeLink) {
            self.request_focus(Target::Text, true);
        }
        self.quiz.end_sharing(outcome);
    }

    pub(super) fn new_round(&mut self, story: &Story, seed: u64) {
        let name = self.options.round_name();
        let turn = if name == self.quiz.name() { self.quiz.turn() } else { 0 };
        let quiz = Quiz::new(story, seed, self.options.questions, self.all_spoilers);
        self.quiz = quiz.named(name, turn);
    }

    /// The round is the latest that was begun.
    fn begin_turn(&mut self) {
        self.clock = self.clock.saturating_add(1);
        self.quiz.begin(self.clock);
    }

    pub(super) fn request_question(&mut self) {
        self.request_focus(self.quiz_target(), true);
    }

    /// Where the reader is in the round.
    fn quiz_target(&self) -> Target {
        if self.quiz.phase() == Phase::Finished { Target::Result } else { Target::Question }
    }
}
