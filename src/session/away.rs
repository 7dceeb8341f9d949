//! Leaving the quiz by a link, and the way back to the question it belongs to.

use super::{Phase, Session, Target};
use crate::story::{Address, Item, Section, Story};

impl Session {
    /// Goes where a link leads, and keeps from which question.
    pub(super) fn follow(&mut self, story: &Story, address: Address) {
        let question = match self.away {
            Some((_, question)) => Some(question),
            None if self.open == Section::Trivia => self.quiz.current().map(|it| it.question),
            None => None,
        };
        match question {
            Some(question) => self.leave(story, question, address),
            None => self.arrive(story, address, true),
        }
    }

    pub(super) fn leave(&mut self, story: &Story, question: usize, address: Address) {
        self.arrive(story, address, true);
        let item = address.item.map(|index| Item { section: address.section, index });
        self.away = item.map(|item| (item, question)).filter(|(item, _)| self.open == item.section);
        self.come_home();
    }

    /// In the quiz nobody is away from it.
    pub(super) fn come_home(&mut self) {
        if self.open == Section::Trivia {
            self.away = None;
        }
    }

    pub(super) fn go_back(&mut self, story: &Story) {
        let Some((_, index)) = self.away.take() else { return };
        let item = Item { section: Section::Trivia, index };
        if self.quiz.phase() == Phase::Finished {
            self.open = Section::Trivia;
            return self.want(Target::Item(item), true);
        }
        self.arrive(story, Address { section: item.section, item: Some(index) }, true);
        if self.quiz.phase() == Phase::Answered {
            self.want(Target::Verdict, true);
        }
    }
}
