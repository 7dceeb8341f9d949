//! A question of a round, with the reader's answer and what became of it.

use super::guess::Guess;

/// One question of a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Place in the story's pool.
    pub question: usize,
    /// The order in which options, entries or right sides stand: places in the question's list.
    pub order: Vec<usize>,
    /// The answer as it stands.
    pub guess: Guess,
    /// What became of it; none until the answer is given.
    pub reply: Option<Reply>,
}

impl Asked {
    /// Whether an answer was given.
    pub fn is_given(&self) -> bool {
        matches!(self.reply, Some(Reply::Answered(_)))
    }

    /// Whether the reader has done anything with it that was not taken back. Entries to put in
    /// order start with an order.
    pub fn is_touched(&self) -> bool {
        let is_untouched = match &self.guess {
            Guess::None => true,
            Guess::Several(chosen) => chosen.is_empty(),
            Guess::Order(order) => *order == self.order,
            Guess::Match(chosen) => chosen.iter().all(Option::is_none),
            Guess::Type(text) => text.trim().is_empty(),
            _ => false,
        };
        self.reply.is_some() || !is_untouched
    }
}

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reply {
    /// Answered, with this share of its points, 0 to 1.
    Answered(f64),
    /// Left unanswered.
    Skipped,
}

impl Reply {
    /// Whether the answer has full credit.
    pub fn is_right(self) -> bool {
        self.credit() >= 1.0
    }

    /// Share of the points, 0 to 1.
    pub fn credit(self) -> f64 {
        match self {
            Self::Answered(credit) => credit,
            Self::Skipped => 0.0,
        }
    }
}
