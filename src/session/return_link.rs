//! Leaving the quiz by a link, and the way back to the question it belongs to.

use super::{Phase, Session, Target};
use crate::story::{Address, Item, Section, Story};

/// The way back to a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ReturnLink {
    /// The item that a link of the question led to, where the way back stands.
    pub(super) item: Item,
    /// The question's place in the pool.
    question: usize,
}

impl Session {
    /// Goes where a link leads, and keeps from which question: the one whose link it is, or else
    /// the one being asked, or the one that led here.
    pub(super) fn follow(&mut self, story: &Story, address: Address, question: Option<usize>) {
        let asked = || self.quiz.current().map(|asked| asked.question);
        let open = || if self.open == Section::Trivia { asked() } else { None };
        let question = question.or_else(|| self.return_link.map(|it| it.question)).or_else(open);
        self.arrive(story, address, true);
        let Some(question) = question else { return };
        let item = address.item.map(|index| Item { section: address.section, index });
        let item = item.filter(|item| self.open == item.section);
        self.return_link = item.map(|item| ReturnLink { item, question });
        self.drop_return_link();
    }

    /// In the quiz there is no way back to it.
    pub(super) fn drop_return_link(&mut self) {
        if self.open == Section::Trivia {
            self.return_link = None;
        }
    }

    pub(super) fn go_back(&mut self, story: &Story) {
        let Some(ReturnLink { question: index, .. }) = self.return_link.take() else { return };
        let item = Item { section: Section::Trivia, index };
        if self.quiz.phase() == Phase::Finished {
            self.open = Section::Trivia;
            return self.request_focus(Target::Item(item), true);
        }
        self.arrive(story, Address { section: item.section, item: Some(index) }, true);
        if self.quiz.phase() == Phase::Answered {
            self.request_focus(Target::Verdict, true);
        }
    }
}
