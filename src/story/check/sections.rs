//! Sections whose items need little more than a claim: overview, cast, answers, outcomes, disputes.

use std::mem::take;

use super::claim::{Inherited, Union};
use super::{Check, optional, words};
use crate::story::raw::{self, Item, Items, List, OneOrMore, Slot};
use crate::story::{
    Answer, Claim, Dispute, Fact, Figure, Outcome, Overview, Person, Statement, Text,
};

/// More sides than this no dispute has.
const MOST_SIDES: usize = 12;

impl Check<'_> {
    /// The items of a list; those that fail are left out, their faults noted.
    pub(super) fn items<A, T>(
        &mut self,
        items: Option<&mut Items<Item<A>>>,
        inherited: &Inherited,
        check: impl Fn(&mut Self, &mut Item<A>, &Inherited) -> Option<T>,
    ) -> Vec<T> {
        let mut checked = Vec::new();
        let slots = items.map(|items| &mut items.slots[..]).unwrap_or_default();
        for item in slots.iter_mut().filter_map(Slot::whole_mut) {
            if let Some(item) = check(self, item, inherited) {
                checked.push(item);
            }
        }
        checked
    }

    /// Figures, facts and the opening.
    pub(super) fn overview(&mut self, overview: Option<&mut raw::Overview>) -> Overview {
        let Some(overview) = overview else { return Overview::default() };
        let inherited = self.inherited(&overview.sources);
        let mut text = Vec::new();
        if let Some(OneOrMore(opening)) = overview.text.given() {
            // The opening is a claim too.
            self.sources_or(None, &inherited, opening.at);
            text = texts(opening);
        }
        Overview {
            text,
            figures: self.items(overview.figures.given(), &inherited, Self::figure),
            facts: self.items(overview.facts.given(), &inherited, Self::fact),
            sources: inherited.sources,
        }
    }

    fn figure(&mut self, item: &mut Item<raw::Figure>, inherited: &Inherited) -> Option<Figure> {
        Some(Figure {
            claim: self.claim(&item.base, item.at, inherited),
            id: take(&mut item.base.id.text),
            value: item.own.value.number,
            unit: words(&mut item.own.unit),
            label: take(&mut item.own.label.text),
        })
    }

    fn fact(&mut self, item: &mut Item<raw::Fact>, inherited: &Inherited) -> Option<Fact> {
        Some(Fact {
            claim: self.claim(&item.base, item.at, inherited),
            id: take(&mut item.base.id.text),
            text: take(&mut item.own.text.text),
        })
    }

    /// One of the cast and crew.
    pub(super) fn person(
        &mut self,
        item: &mut Item<raw::Person>,
        above: &Inherited,
    ) -> Option<Person> {
        Some(Person {
            claim: self.claim(&item.base, item.at, above),
            id: take(&mut item.base.id.text),
            name: take(&mut item.own.name.0),
            role: take(&mut item.own.role.text),
            group: words(&mut item.own.group),
            returning: item.own.returning.is_some_and(|returning| returning.0),
            note: optional(&mut item.own.note),
        })
    }

    /// A question readers ask.
    pub(super) fn answer(
        &mut self,
        item: &mut Item<raw::Answer>,
        above: &Inherited,
    ) -> Option<Answer> {
        Some(Answer {
            claim: self.claim(&item.base, item.at, above),
            id: take(&mut item.base.id.text),
            question: take(&mut item.own.question.text),
            answer: take(&mut item.own.answer.text),
        })
    }

    /// An expectation and what became of it.
    pub(super) fn outcome(
        &mut self,
        item: &mut Item<raw::Outcome>,
        _: &Inherited,
    ) -> Option<Outcome> {
        let expected = self.statement(&mut item.own.expected);
        let happened = self.statement(&mut item.own.happened);
        let (claim, _) = self.joint_claim(&mut item.base, &[&expected, &happened]);
        Some(Outcome {
            id: take(&mut item.base.id.text),
            claim,
            expected,
            happened,
            result: item.own.result.value,
            summary: optional(&mut item.own.summary),
        })
    }

    /// A topic on which sources disagree.
    pub(super) fn dispute(
        &mut self,
        item: &mut Item<raw::Dispute>,
        _: &Inherited,
    ) -> Option<Dispute> {
        if !self.has_length(&item.own.sides, 2, MOST_SIDES, "sides") {
            return None;
        }
        let sides = item.own.sides.entries.iter_mut();
        let sides: Vec<Statement> = sides.map(|side| self.statement(side)).collect();
        let (claim, own) = self.joint_claim(&mut item.base, &sides.iter().collect::<Vec<_>>());
        Some(Dispute {
            id: take(&mut item.base.id.text),
            claim,
            topic: take(&mut item.own.topic.text),
            sides,
            verdict: item.own.verdict.value,
            reason: Statement { text: take(&mut item.own.reason.text), sources: own },
        })
    }

    fn statement(&mut self, statement: &mut raw::Statement) -> Statement {
        let text = take(&mut statement.text.text);
        Statement { text, sources: self.sources(&statement.sources) }
    }

    /// The claim of an item that consists of statements: it rests on what they rest on,
    /// and on what it names beyond that, which comes second.
    fn joint_claim(
        &mut self,
        base: &mut raw::Base,
        statements: &[&Statement],
    ) -> (Claim, Vec<usize>) {
        let named = base.sources.take().filter(|named| !named.entries.is_empty());
        let own = named.map(|named| self.sources(&named)).unwrap_or_default();
        let mut union = Union::default();
        for statement in statements {
            union.add(&statement.sources);
        }
        union.add(&own);
        let inherited = Inherited { sources: union.into_list(), is_broken: true };
        (self.claim(base, 0, &inherited), own)
    }
}

/// The texts of a list.
pub(super) fn texts(list: &mut List<raw::Markup>) -> Vec<Text> {
    list.entries.iter_mut().map(|markup| take(&mut markup.text)).collect()
}
