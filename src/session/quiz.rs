//! One round of the quiz: which question is asked, what was answered.

mod held_entry;
mod joined_rounds;
mod other_rounds;

pub use held_entry::HeldEntry;

use super::asked::{Asked, Reply};
use super::draw_method::{DrawMethod, RoundPlan};
use super::guess::Guess;
use super::round;
use super::round_link::RoundLink;
use super::score::{credit, estimate_miss};
use super::share_outcome::ShareOutcome;
use crate::story::Story;

/// A round.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiz {
    /// Which of the rounds that are kept of a story: empty unless the page or a link fixes it.
    name: String,
    /// How many rounds of the story were begun before it, in this card and in others.
    turn: u32,
    seed: u64,
    asked: Vec<Asked>,
    /// The question being asked; `asked.len()` at the end.
    at: usize,
    /// Spoiler questions that were left out.
    left_out: usize,
    /// Whether the reader has seen the hint of the question being asked.
    hint: bool,
    /// Whether the reader tried to give an answer that is not complete.
    incomplete: bool,
    /// Whether the time for the question being asked has run out.
    is_late: bool,
    /// Whether these are questions of an earlier round again.
    is_again: bool,
    /// The address that the reader followed to this round.
    link: Option<RoundLink>,
    /// What became of sharing the result.
    shared: Option<ShareOutcome>,
    /// The entry of an order that the reader moved last in the question being asked.
    held: Option<HeldEntry>,
}

/// Where a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// There is no question to ask.
    Empty,
    /// A question is open.
    Asking,
    /// Its verdict is shown.
    Answered,
    /// The end.
    Finished,
}

impl Quiz {
    /// A round drawn as planned, its order fixed by `seed`; without the questions that are `known`
    /// from rounds before.
    pub(super) fn new(story: &Story, seed: u64, plan: RoundPlan, known: &[usize]) -> Self {
        let all = round::pool(story, plan.spoilers);
        let left_out = story.trivia.questions.len() - all.len();
        let pool = round::without(story, all, known);
        let asked = round::draw(story, pool, seed, plan.most, plan.method);
        Self { left_out, ..Self::of(seed, asked) }
    }

    /// A round of these questions from its start.
    pub(super) fn of(seed: u64, asked: Vec<Asked>) -> Self {
        Self {
            name: String::new(),
            turn: 0,
            seed,
            asked,
            at: 0,
            left_out: 0,
            hint: false,
            incomplete: false,
            is_late: false,
            is_again: false,
            link: None,
            shared: None,
            held: None,
        }
    }

    /// The same round as one of this name, begun in this turn.
    pub(super) fn named(self, name: String, turn: u32) -> Self {
        Self { name, turn, ..self }
    }

    /// Which of the rounds that are kept of a story: empty unless the page or a link fixes it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many rounds of the story were begun before it, in this card and in others.
    pub(super) fn turn(&self) -> u32 {
        self.turn
    }

    /// Begins in this turn.
    pub(super) fn begin(&mut self, turn: u32) {
        self.turn = turn;
    }

    /// Whether these are questions of an earlier round again.
    pub(super) fn is_again(&self) -> bool {
        self.is_again
    }

    /// The address that the reader followed to this round.
    pub(super) fn link(&self) -> Option<&RoundLink> {
        self.link.as_ref()
    }

    /// What became of sharing the result.
    pub fn share_outcome(&self) -> Option<ShareOutcome> {
        self.shared
    }

    /// Keeps what became of sharing the result.
    pub(super) fn end_sharing(&mut self, outcome: ShareOutcome) {
        self.shared = Some(outcome);
    }

    /// What fixes the order of this round.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The questions of the round, in order.
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// Number of the question being asked, from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    /// How many questions were left out for their spoilers.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// Whether the hint of the question being asked is shown.
    pub fn shows_hint(&self) -> bool {
        self.hint
    }

    /// Whether the reader tried to give an answer that is not complete.
    pub fn is_incomplete(&self) -> bool {
        self.incomplete
    }

    /// The entry of an order that the reader moved last, or holds.
    pub fn held_entry(&self) -> Option<HeldEntry> {
        self.held
    }

    /// The question being asked; none at the end.
    pub fn current(&self) -> Option<&Asked> {
        self.asked.get(self.at)
    }

    /// A question of the pool as it stands in the round, if it is in it.
    pub fn find(&self, question: usize) -> Option<&Asked> {
        self.asked.iter().find(|asked| asked.question == question)
    }

    /// Where the round stands.
    pub fn phase(&self) -> Phase {
        match self.current() {
            _ if self.asked.is_empty() => Phase::Empty,
            None => Phase::Finished,
            Some(asked) if asked.reply.is_some() => Phase::Answered,
            Some(_) => Phase::Asking,
        }
    }

    /// Whether the reader has touched this round.
    pub fn is_started(&self) -> bool {
        self.at > 0 || self.asked.iter().any(Asked::is_touched)
    }

    /// How many questions have a reply.
    pub fn answered(&self) -> usize {
        self.asked.iter().filter(|asked| asked.reply.is_some()).count()
    }

    /// How many have full credit.
    pub fn right(&self) -> usize {
        self.asked.iter().filter(|asked| asked.reply.is_some_and(Reply::is_right)).count()
    }

    /// How many have some credit, but not all.
    pub fn partly(&self) -> usize {
        let credits = self.asked.iter().filter_map(|asked| asked.reply.map(Reply::credit));
        credits.filter(|credit| 0.0 < *credit && *credit < 1.0).count()
    }

    /// How many right answers in a row the answer to the question being asked ends.
    pub fn streak(&self) -> usize {
        let until_here = self.asked.iter().take(self.at + 1).rev();
        until_here.take_while(|asked| asked.reply.is_some_and(Reply::is_right)).count()
    }

    /// Whether the number just estimated is closer than all that were estimated before it.
    pub fn is_closest(&self, story: &Story) -> bool {
        let miss = |asked: &Asked| {
            let question =
                story.trivia.questions.get(asked.question).filter(|_| asked.is_given())?;
            estimate_miss(story, &question.form, &asked.guess)
        };
        let Some(last) = self.current().and_then(miss) else { return false };
        let others = self.asked.iter().enumerate().filter(|(place, _)| *place != self.at);
        let mut before = others.filter_map(|(_, asked)| miss(asked)).peekable();
        before.peek().is_some() && before.all(|miss| last < miss)
    }

    /// Points reached.
    pub fn score(&self, story: &Story) -> f64 {
        self.asked
            .iter()
            .map(|asked| asked.reply.map_or(0.0, Reply::credit) * points(story, asked.question))
            .sum()
    }

    /// Points of the whole round.
    pub fn total(&self, story: &Story) -> f64 {
        self.asked.iter().map(|asked| points(story, asked.question)).sum()
    }

    /// Sets the answer of the question being asked, if it fits the question.
    pub(super) fn guess(&mut self, story: &Story, guess: Guess) {
        let Some(asked) = self.asked.get_mut(self.at).filter(|asked| asked.reply.is_none()) else {
            return;
        };
        if story
            .trivia
            .questions
            .get(asked.question)
            .is_some_and(|question| guess.fits(story, question))
        {
            asked.guess = guess;
            self.incomplete = false;
        }
    }

    /// Gives the answer; false if there is none to give.
    pub(super) fn submit(&mut self, story: &Story) -> bool {
        let Some(asked) = self.asked.get_mut(self.at).filter(|asked| asked.reply.is_none()) else {
            return false;
        };
        let Some(question) = story.trivia.questions.get(asked.question) else { return false };
        let credit = credit(story, &question.form, &asked.guess);
        asked.reply = credit.map(Reply::Answered);
        self.incomplete = credit.is_none();
        credit.is_some()
    }

    /// Shows the hint, or hides it again.
    pub(super) fn ask_hint(&mut self) {
        self.hint = !self.hint;
    }

    /// Leaves the question unanswered; false if it has a reply.
    pub(super) fn skip(&mut self) -> bool {
        let Some(asked) = self.asked.get_mut(self.at).filter(|asked| asked.reply.is_none()) else {
            return false;
        };
        asked.reply = Some(Reply::Skipped);
        self.next()
    }

    /// Ends the time for the question: it counts as skipped, and its verdict is shown; false if
    /// it has a reply.
    pub(super) fn end_time(&mut self) -> bool {
        let Some(asked) = self.asked.get_mut(self.at).filter(|asked| asked.reply.is_none()) else {
            return false;
        };
        asked.reply = Some(Reply::Skipped);
        self.is_late = true;
        true
    }

    /// Whether the time for the question being asked has run out.
    pub fn is_late(&self) -> bool {
        self.is_late
    }

    /// Goes on to the next question without a reply, or to the end; false if this one has no reply yet.
    pub(super) fn next(&mut self) -> bool {
        if self.phase() != Phase::Answered {
            return false;
        }
        let open = |asked: &Asked| asked.reply.is_none();
        let later =
            self.asked.iter().skip(self.at + 1).position(open).map(|ahead| self.at + 1 + ahead);
        // Links may have led past questions; they are asked before the end.
        self.at = later.or_else(|| self.asked.iter().position(open)).unwrap_or(self.asked.len());
        self.arrive();
        self.shared = None;
        true
    }

    /// Whether the round can be ended before its end.
    pub fn can_finish(&self) -> bool {
        self.current().is_some()
            && self.answered() < self.asked.len()
            && self.asked.iter().any(Asked::is_given)
    }

    /// Ends the round with the questions that were answered; false if none was, or if it is over.
    pub(super) fn finish(&mut self) -> bool {
        if !self.can_finish() {
            return false;
        }
        self.asked.retain(Asked::is_given);
        self.at = self.asked.len();
        self.arrive();
        true
    }

    /// Goes to a question of the pool; one that is not in the round is put in front of the open one,
    /// and where the round is not fixed takes the place of the last, if nothing was done with that.
    pub(super) fn go_to(&mut self, story: &Story, question: usize, is_fixed: bool) {
        if let Some(at) = self.asked.iter().position(|asked| asked.question == question) {
            self.at = at;
        } else if let Some(asked) = round::ask(story, question, self.seed) {
            if !is_fixed {
                self.asked.pop_if(|last| !last.is_touched());
            }
            self.at = self.at.min(self.asked.len());
            self.asked.insert(self.at, asked);
        }
        self.arrive();
    }

    /// Makes a question of the pool the one being asked, as the first without a reply. One that is
    /// not in the round takes the place of the last.
    pub(super) fn bring(&mut self, story: &Story, question: usize) {
        if self.current().is_some_and(|asked| asked.question == question) {
            return;
        }
        let Some(asked) = self.take(story, question) else { return };
        let open = self.asked.iter().position(|asked| asked.reply.is_none());
        self.at = open.unwrap_or(self.asked.len());
        self.asked.insert(self.at, asked);
        self.arrive();
    }

    /// Takes a question without a reply out of the round, or, for one that is not in it, the last.
    fn take(&mut self, story: &Story, question: usize) -> Option<Asked> {
        let Some(here) = self.asked.iter().position(|asked| asked.question == question) else {
            self.asked.pop_if(|last| !last.is_touched());
            return round::ask(story, question, self.seed);
        };
        let is_open = self.asked.get(here).is_some_and(|asked| asked.reply.is_none());
        is_open.then(|| self.asked.remove(here))
    }

    /// A question begins without hint, hurry and complaint, and with nothing in hand.
    fn arrive(&mut self) {
        (self.hint, self.incomplete, self.is_late) = (false, false, false);
        self.held = None;
    }

    /// A round of the questions that were not right.
    pub(super) fn retry(&mut self, story: &Story, seed: u64) {
        let wrong: Vec<usize> = self
            .asked
            .iter()
            .filter(|asked| !asked.reply.is_some_and(Reply::is_right))
            .map(|asked| asked.question)
            .collect();
        let asked = round::draw(story, wrong, seed, usize::MAX, DrawMethod::Shuffled);
        let name = std::mem::take(&mut self.name);
        let again = Self::of(seed, asked).named(name, self.turn);
        *self = Self { left_out: self.left_out, is_again: true, ..again };
    }
}

/// What full credit for a question of the pool is worth.
fn points(story: &Story, question: usize) -> f64 {
    story.trivia.questions.get(question).map_or(0.0, |question| f64::from(question.points))
}
