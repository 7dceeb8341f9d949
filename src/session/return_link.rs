//! Going elsewhere by a link, and the way back: to the question whose link it is, or to the statement
//! whose sources were shown.

use super::{Disclosure, Phase, Session, Target};
use crate::story::{Address, Item, Section, Story};

/// A way back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ReturnLink {
    /// The item that the link led to, where the way back stands.
    pub(super) item: Item,
    /// Where it leads.
    pub(super) to: Address,
}

impl Session {
    /// Goes where a link leads, and keeps from which question: the one whose link it is, or else
    /// the one being asked, or the one that led here.
    pub(super) fn follow(&mut self, story: &Story, address: Address, question: Option<usize>) {
        let question =
            question.map(|index| Address { section: Section::Trivia, item: Some(index) });
        self.leave(story, address, question);
    }

    /// Goes where a link beside sources leads, and keeps where the statement stands that rests on
    /// them. Who has come from a question keeps the way back to that.
    pub(super) fn follow_source(&mut self, story: &Story, address: Address) {
        self.leave(story, address, self.citation.place);
    }

    fn leave(&mut self, story: &Story, address: Address, from: Option<Address>) {
        let is_question = |it: &Address| it.section == Section::Trivia && it.item.is_some();
        let led = self.return_link.map(|it| it.to);
        let asked = || {
            let item = Some(self.quiz.current()?.question);
            (self.open == Section::Trivia).then_some(Address { section: Section::Trivia, item })
        };
        let to = from.filter(is_question).or(led.filter(is_question)).or_else(asked);
        let to = to.or(from).or(led);
        self.arrive(story, address, true);
        let Some(to) = to else { return };
        let item = address.item.map(|index| Item { section: address.section, index });
        let item = item.filter(|item| self.open == item.section);
        self.return_link = item.map(|item| ReturnLink { item, to });
        self.drop_return_link();
    }

    /// Who is there, or in the quiz, needs no way back.
    pub(super) fn drop_return_link(&mut self) {
        let is_there = |it: &ReturnLink| self.open == it.to.section || self.open == Section::Trivia;
        self.return_link = self.return_link.filter(|it| !is_there(it));
    }

    pub(super) fn go_back(&mut self, story: &Story) {
        let Some(ReturnLink { to, .. }) = self.return_link.take() else { return };
        let item = to.item.map(|index| Item { section: to.section, index });
        let question = item.filter(|item| item.section == Section::Trivia);
        if let Some(item) = question.filter(|_| self.quiz.phase() == Phase::Finished) {
            self.open = Section::Trivia;
            self.set_expanded(Disclosure::Review, true);
            return self.request_focus(Target::Item(item), true);
        }
        self.arrive(story, to, true);
        if question.is_some() && self.quiz.phase() == Phase::Answered {
            self.request_focus(Target::Verdict, true);
        }
    }
}
