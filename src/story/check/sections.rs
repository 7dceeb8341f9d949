//! Sections whose items need little more than a claim: overview, cast, answers, outcomes, disputes.

use super::Check;
use super::claim::{Inherited, Union};
use crate::story::raw::{self, Item, Items};
use crate::story::{
    Answer, Claim, Dispute, Fact, Figure, Outcome, Overview, Person, Statement, Text,
};

/// More sides than this no dispute has.
const MOST_SIDES: usize = 12;

impl Check<'_> {
    /// The items of a list; those that fail are left out, their faults noted.
    pub(super) fn items<A, T>(
        &mut self,
        items: Option<Items<Item<A>>>,
        inherited: &Inherited,
        check: impl Fn(&mut Self, Item<A>, &Inherited) -> Option<T>,
    ) -> Vec<T> {
        let mut checked = Vec::new();
        for slot in items.map(|items| items.slots).unwrap_or_default() {
            if let Some(item) = slot.whole()
                && let Some(item) = check(self, item, inherited)
            {
                checked.push(item);
            }
        }
        checked
    }

    /// Figures, facts and the opening.
    pub(super) fn overview(&mut self, overview: Option<raw::Overview>) -> Overview {
        let Some(overview) = overview else { return Overview::default() };
        let inherited = self.inherited(overview.sources.0.as_ref().map(Option::as_ref));
        let opening = overview.text.0.flatten().map(|text| text.0);
        if let Some(opening) = &opening {
            // The opening is a claim too.
            self.sources_or(None, &inherited, opening.at);
        }
        let text = opening.map(|opening| opening.entries).unwrap_or_default();
        Overview {
            text: text.into_iter().map(|text| text.text).collect(),
            figures: self.items(overview.figures.0.flatten(), &inherited, Self::figure),
            facts: self.items(overview.facts.0.flatten(), &inherited, Self::fact),
            sources: inherited.sources,
        }
    }

    fn figure(&mut self, item: Item<raw::Figure>, inherited: &Inherited) -> Option<Figure> {
        Some(Figure {
            id: item.base.id.text.clone(),
            claim: self.claim(item.base, item.at, inherited),
            value: item.own.value.number,
            unit: item.own.unit.map(|unit| unit.0),
            label: item.own.label.text,
        })
    }

    fn fact(&mut self, item: Item<raw::Fact>, inherited: &Inherited) -> Option<Fact> {
        Some(Fact {
            id: item.base.id.text.clone(),
            claim: self.claim(item.base, item.at, inherited),
            text: item.own.text.text,
        })
    }

    /// One of the cast and crew.
    pub(super) fn person(&mut self, item: Item<raw::Person>, above: &Inherited) -> Option<Person> {
        Some(Person {
            id: item.base.id.text.clone(),
            claim: self.claim(item.base, item.at, above),
            name: item.own.name.0,
            role: item.own.role.text,
            group: item.own.group.map(|group| group.0),
            returning: item.own.returning.is_some_and(|returning| returning.0),
            note: optional(item.own.note),
        })
    }

    /// A question readers ask.
    pub(super) fn answer(&mut self, item: Item<raw::Answer>, above: &Inherited) -> Option<Answer> {
        Some(Answer {
            id: item.base.id.text.clone(),
            claim: self.claim(item.base, item.at, above),
            question: item.own.question.text,
            answer: item.own.answer.text,
        })
    }

    /// An expectation and what became of it.
    pub(super) fn outcome(&mut self, item: Item<raw::Outcome>, _: &Inherited) -> Option<Outcome> {
        let expected = self.statement(item.own.expected);
        let happened = self.statement(item.own.happened);
        let id = item.base.id.text.clone();
        let (claim, _) = self.joint_claim(item.base, &[&expected, &happened]);
        Some(Outcome {
            id,
            claim,
            expected,
            happened,
            result: item.own.result.value,
            summary: optional(item.own.summary),
        })
    }

    /// A topic on which sources disagree.
    pub(super) fn dispute(&mut self, item: Item<raw::Dispute>, _: &Inherited) -> Option<Dispute> {
        if !self.has_length(&item.own.sides, 2, MOST_SIDES, "sides") {
            return None;
        }
        let sides = item.own.sides.entries.into_iter().map(|side| self.statement(side));
        let sides: Vec<Statement> = sides.collect();
        let id = item.base.id.text.clone();
        let (claim, own) = self.joint_claim(item.base, &sides.iter().collect::<Vec<_>>());
        Some(Dispute {
            id,
            claim,
            topic: item.own.topic.text,
            sides,
            verdict: item.own.verdict.value,
            reason: Statement { text: item.own.reason.text, sources: own },
        })
    }

    fn statement(&mut self, statement: raw::Statement) -> Statement {
        Statement { text: statement.text.text, sources: self.sources(&statement.sources) }
    }

    /// The claim of an item that consists of statements: it rests on what they rest on,
    /// and on what it names beyond that, which comes second.
    fn joint_claim(
        &mut self,
        mut base: raw::Base,
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

/// A text that may be left out.
pub(super) fn optional(markup: Option<raw::Markup>) -> Option<Text> {
    markup.map(|markup| markup.text)
}
