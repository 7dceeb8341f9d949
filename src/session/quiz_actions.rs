//! What a reader does in the quiz, as far as it concerns more than the round: where focus
//! goes, the best round, rounds anew.

use super::draw_method::RoundPlan;
use super::{
    BestScore, Disclosure, Guess, Phase, Quiz, RoundLength, RoundLink, Session, ShareOutcome,
    Target, round,
};
use crate::story::{Section, Story};

/// The length of a round for readers with little time.
const SHORT_LENGTH: usize = 5;

impl Session {
    /// The same reader at the start of the round that an address names.
    ///
    /// A round that asks the same already goes on.
    pub fn playing(mut self, story: &Story, link: &RoundLink) -> Self {
        if self.sections.contains(&Section::Trivia) {
            let linked = Quiz::linked(story, link, self.spoilers.all);
            if !self.quiz.asks_as(&linked) {
                self.leave_round();
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
            let most = self.round_plan(story).most;
            self.quiz.allow(story, self.spoilers.all, most);
        } else {
            self.renew(story, self.quiz.seed());
        }
    }

    /// Draws an untouched round anew; one that the reader followed an address to stays that.
    pub(super) fn renew(&mut self, story: &Story, seed: u64) {
        match self.quiz.link() {
            Some(link) => self.quiz = Quiz::linked(story, link, self.spoilers.all),
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

    /// Ends the round before its end; it is no candidate for the best one.
    pub(super) fn finish(&mut self) {
        if self.quiz.finish() {
            self.request_question();
        }
    }

    /// Draws the untouched round anew, with another length.
    pub(super) fn set_length(&mut self, story: &Story, length: RoundLength) {
        if !self.lengths(story).is_empty() {
            self.length = Some(length);
            self.new_round(story, self.quiz.seed());
        }
    }

    /// The lengths among which the reader may choose; none once the round is touched, and where the
    /// page or an address says how long it is.
    pub fn lengths(&self, story: &Story) -> Vec<RoundLength> {
        let is_said = self.options.questions.is_some() || self.quiz.link().is_some();
        if is_said || self.quiz.is_started() || self.quiz.is_again() {
            return Vec::new();
        }
        let all = self.pool(story).len();
        let usual = self.options.round_plan(story, None, false).most;
        let mut counts = vec![usual.min(SHORT_LENGTH), usual.max(SHORT_LENGTH)];
        counts.retain(|count| *count < all);
        counts.dedup();
        let whole = (!counts.is_empty()).then_some(RoundLength::All);
        counts.into_iter().map(RoundLength::Some).chain(whole).collect()
    }

    /// How many questions of the pool are in no round so far; none where each round is the same.
    pub fn left(&self, story: &Story) -> usize {
        if self.options.seed.is_some() {
            return 0;
        }
        let asked: Vec<usize> = self.quiz.asked().iter().map(|asked| asked.question).collect();
        round::without(story, self.pool(story), &asked).len()
    }

    /// The questions from which a round is drawn, places in the story's pool.
    pub fn pool(&self, story: &Story) -> Vec<usize> {
        round::without(story, round::pool(story, self.spoilers.all), self.passed_over())
    }

    /// The questions that a round leaves out because they are known from rounds before. Where the
    /// page fixes the draw it is the same each time.
    fn passed_over(&self) -> &[usize] {
        if self.options.seed.is_some() { &[] } else { &self.known }
    }

    /// How the reader's rounds are drawn.
    pub(super) fn round_plan(&self, story: &Story) -> RoundPlan {
        self.options.round_plan(story, self.length, self.spoilers.all)
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
        if self.quiz.right() < self.quiz.asked().len() {
            self.leave_round();
            self.quiz.retry(story, self.options.seed.unwrap_or(seed));
            self.begin_turn();
            self.request_question();
        }
    }

    pub(super) fn restart(&mut self, story: &Story, seed: u64, focus: bool) {
        self.leave_round();
        self.begin_round(story, seed, focus);
    }

    fn begin_round(&mut self, story: &Story, seed: u64, focus: bool) {
        self.new_round(story, self.options.seed.unwrap_or(seed));
        self.begin_turn();
        if focus {
            self.request_question();
        }
    }

    pub(super) fn forget(&mut self, story: &Story, seed: u64) {
        self.best = None;
        self.known.clear();
        self.begin_round(story, seed, true);
    }

    /// The same reader after all answers were forgotten in another card or tab; `None` if there was
    /// nothing to forget.
    pub fn forgotten(&self, story: &Story, seed: u64) -> Option<Self> {
        if self.best.is_none() && !self.quiz.is_started() && self.known.is_empty() {
            return None;
        }
        let mut next = self.clone();
        next.best = None;
        next.known.clear();
        next.begin_round(story, seed, false);
        Some(next)
    }

    pub(super) fn end_sharing(&mut self, outcome: ShareOutcome) {
        self.lead_to_text(outcome);
        self.quiz.end_sharing(outcome);
    }

    /// Leads to a text that the reader is to take.
    pub(super) fn lead_to_text(&mut self, outcome: ShareOutcome) {
        if matches!(outcome, ShareOutcome::TakeText | ShareOutcome::TakeLink) {
            self.request_focus(Target::Text, true);
        }
    }

    pub(super) fn new_round(&mut self, story: &Story, seed: u64) {
        let name = self.options.round_name();
        let turn = if name == self.quiz.name() { self.quiz.turn() } else { 0 };
        // All are known and come again.
        if self.pool(story).is_empty() {
            self.known.clear();
        }
        let quiz = Quiz::new(story, seed, self.round_plan(story), self.passed_over());
        self.quiz = quiz.named(name, turn);
    }

    /// Leaves the round: the next one asks other questions than those that have a reply, and what
    /// was unfolded of the answers is folded again.
    pub(super) fn leave_round(&mut self) {
        for asked in self.quiz.asked() {
            if asked.reply.is_some() && !self.known.contains(&asked.question) {
                self.known.push(asked.question);
            }
        }
        self.expanded.retain(|it| !matches!(it, Disclosure::Review | Disclosure::Drawn(_)));
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
