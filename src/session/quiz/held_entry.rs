//! Changing an answer part by part, and the entry of an order that is moved or held.

use super::Quiz;
use crate::session::guess::{Change, Guess, changed};
use crate::story::Story;

/// The entry of an order that the reader moved last, or holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldEntry {
    /// Which: a place in the question's list.
    pub entry: usize,
    /// Where it stood when it was taken up; none once it is put down.
    pub from: Option<usize>,
}

impl Quiz {
    /// Changes a part of the answer of the question being asked, if that part exists.
    pub(in crate::session) fn change(&mut self, story: &Story, change: Change) {
        let Some(asked) = self.current().filter(|asked| asked.reply.is_none()) else { return };
        let question = story.trivia.questions.get(asked.question);
        let changed =
            question.and_then(|question| changed(story, &question.form, &asked.guess, change));
        let Some(guess) = changed else { return };
        self.guess(story, guess);
        if let Change::Place(entry, _) = change {
            let held = self.held.filter(|held| held.entry == entry);
            self.held = Some(HeldEntry { entry, from: held.and_then(|held| held.from) });
        }
    }

    /// Takes up an entry of the order.
    pub(in crate::session) fn hold(&mut self, entry: usize) {
        let guess = self.current().filter(|asked| asked.reply.is_none()).map(|asked| &asked.guess);
        if let Some(Guess::Order(order)) = guess {
            let from = order.iter().position(|known| *known == entry);
            self.held = from.map(|from| HeldEntry { entry, from: Some(from) });
        }
    }

    /// Puts down what is held, where it is or where it was.
    pub(in crate::session) fn let_go(&mut self, story: &Story, back: bool) {
        let Some(HeldEntry { entry, from: Some(from) }) = self.held else { return };
        if back {
            self.change(story, Change::Place(entry, from));
        }
        self.held = Some(HeldEntry { entry, from: None });
    }
}
