//! Rounds that are not simply drawn: named by an address, taken up again, with spoilers let in.

use super::Quiz;
use crate::session::asked::Asked;
use crate::session::draw_method::DrawMethod;
use crate::session::round;
use crate::session::round_link::RoundLink;
use crate::story::Story;

impl Quiz {
    /// The round that an address names; spoilers in it are left out unless they are allowed.
    pub(in crate::session) fn linked(story: &Story, link: &RoundLink, spoilers: bool) -> Self {
        let mut asked = round::linked(story, link);
        let all = asked.len();
        asked.retain(|asked| spoilers || !is_spoiler(story, asked));
        let left_out = all - asked.len();
        let quiz = Self::of(link.seed, asked).named(link.address(), 0);
        Self { left_out, link: Some(link.clone()), ..quiz }
    }

    /// The same round as one to which this address led.
    pub(in crate::session) fn linked_by(self, link: Option<RoundLink>) -> Self {
        Self { link, ..self }
    }

    /// A round that was played before: the same questions with what became of them, at `at`.
    pub(in crate::session) fn resumed(self, at: Option<usize>, is_again: bool) -> Self {
        let open = self.asked.iter().position(|asked| asked.reply.is_none());
        let at = at.filter(|at| *at < self.asked.len()).or(open).unwrap_or(self.asked.len());
        Self { at, is_again, ..self }
    }

    /// Whether this round asks the same as `other`, in the same order.
    pub(in crate::session) fn asks_as(&self, other: &Self) -> bool {
        self.seed == other.seed
            && self.asked.len() == other.asked.len()
            && self.asked.iter().zip(&other.asked).all(|(one, two)| one.question == two.question)
    }

    /// Lets spoiler questions in behind the others, or takes out those without a reply.
    pub(in crate::session) fn allow(&mut self, story: &Story, spoilers: bool, most: usize) {
        let mut new = match &self.link {
            Some(link) => round::linked(story, link),
            None => {
                let pool = round::pool(story, true);
                round::draw(story, pool, self.seed, usize::MAX, DrawMethod::Shuffled)
            }
        };
        new.retain(|new| is_spoiler(story, new));
        if !spoilers {
            let keep = |asked: &Asked| asked.reply.is_some() || !is_spoiler(story, asked);
            self.at = self.asked.iter().take(self.at).filter(|asked| keep(asked)).count();
            self.asked.retain(keep);
            self.left_out = new.len();
            return;
        }
        new.retain(|new| !self.asked.iter().any(|it| it.question == new.question));
        // What is over stays over, and wrong ones again are no others.
        if self.is_again || self.current().is_none() {
            new.clear();
        }
        if self.link.is_none() {
            new.truncate(most.saturating_sub(self.asked.len()));
        }
        self.asked.append(&mut new);
        self.left_out = 0;
    }
}

impl Quiz {
    /// The address that leads to this round: by its draw, or else by the numbers of its questions.
    pub fn address(&self, story: &Story) -> String {
        let asked = questions(&self.asked);
        let is_drawn = |(method, spoilers): &(DrawMethod, bool)| {
            let pool = round::pool(story, *spoilers);
            round::questions(story, pool, self.seed, asked.len(), *method) == asked
        };
        let (mixed, shuffled) = (DrawMethod::Mixed, DrawMethod::Shuffled);
        let ways = [(mixed, false), (mixed, true), (shuffled, false), (shuffled, true)];
        let (count, seed) = (asked.len(), self.seed);
        let link = match ways.into_iter().find(is_drawn) {
            Some((method, spoilers)) => {
                RoundLink { seed, questions: Some(count), method, spoilers, ask: Vec::new() }
            }
            // These are named one by one, so that nothing is drawn.
            None => {
                RoundLink { seed, questions: None, method: shuffled, spoilers: false, ask: asked }
            }
        };
        link.address()
    }
}

/// The questions of a round, by place in the pool.
fn questions(asked: &[Asked]) -> Vec<usize> {
    asked.iter().map(|asked| asked.question).collect()
}

/// Whether a question of a round tells what happens in the work.
fn is_spoiler(story: &Story, asked: &Asked) -> bool {
    story.trivia.questions.get(asked.question).is_some_and(|question| question.claim.spoiler)
}
