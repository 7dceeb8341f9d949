//! Items: what all of them may say, and what those without a file of their own are made of.

use super::fields::{keys, object, read_object};
use super::leaf::{Address, Flag, Id, Link, Markup, Ref, Words};
use super::quantity::{Day, Spread};
use super::{Fields, Keys, List, Node, OneOf, Read};
use crate::story::fault::Faults;
use crate::story::{DisputeVerdict, OutcomeResult, Status};

/// An item: what all items have, and what is its own.
#[derive(Debug, Default)]
pub(in crate::story) struct Item<A> {
    /// Offset of the object.
    pub(in crate::story) at: usize,
    pub(in crate::story) base: Base,
    pub(in crate::story) own: A,
}

/// Whatever has an id that is unique in the story.
pub(in crate::story) trait HasId {
    fn id(&self) -> &Id;
}

impl<A: Keys> Read for Item<A> {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        read_object(&mut Parts(&mut self.base, &mut self.own), node, faults)
    }
}

/// Keys of one object that are declared apart.
struct Parts<'k>(&'k mut Base, &'k mut dyn Keys);

impl Keys for Parts<'_> {
    fn take(&mut self, fields: &mut Fields<'_, '_>) -> bool {
        // Both are read, whatever is wrong with the first.
        self.0.take(fields) & self.1.take(fields)
    }
}

impl<A> HasId for Item<A> {
    fn id(&self) -> &Id {
        &self.base.id
    }
}

impl HasId for Source {
    fn id(&self) -> &Id {
        &self.id
    }
}

keys! {
    /// What every item may say.
    struct Base {
        /// Its id, unique in the story among items, lanes and sources; part of its address.
        id: Id,
        /// Ids of the sources it rests on; inherited from the section where left out.
        sources: Option<List<Ref>>,
        /// The day up to which it is known to hold.
        as_of: Option<Day>,
        /// How firm it is, if it is less than a plain fact.
        status: Option<OneOf<Status>>,
        /// It tells what happens in the work; folded until the reader asks.
        spoiler: Option<Flag>,
        /// Addresses of items that show or prove it, such as `charts/heights`.
        see: Option<List<Address>>,
    }
}

object! {
    /// One entry of the registry of sources.
    struct Source {
        /// Its id, unique in the story.
        id: Id,
        /// What it is, for readers.
        title: Words,
        /// Who published it.
        publisher: Option<Words>,
        /// Where it stands; http or https.
        url: Option<Link>,
        /// When it was published.
        published: Option<Day>,
        /// A remark, such as that the address is a copy.
        note: Option<Words>,
    }
}

keys! {
    /// A number to remember.
    struct Figure {
        /// The number and its spread.
        value: Spread,
        /// Its unit, shown behind it.
        unit: Option<Words>,
        /// What the number counts.
        label: Markup,
    }
}

keys! {
    /// One sourced sentence.
    struct Fact {
        /// The sentence.
        text: Markup,
    }
}

keys! {
    /// One of the cast and crew.
    struct Person {
        /// The name.
        name: Words,
        /// The part played or the work done.
        role: Markup,
        /// Heading under which the person stands, such as `Cast` or `Crew`.
        group: Option<Words>,
        /// Was part of an earlier work of the series.
        returning: Option<Flag>,
        /// A remark.
        note: Option<Markup>,
    }
}

keys! {
    /// A question readers ask, answered.
    struct Answer {
        /// The question.
        question: Markup,
        /// The answer.
        answer: Markup,
    }
}

object! {
    /// Something said, with the sources that say it.
    struct Statement {
        /// What is said.
        text: Markup,
        /// Ids of the sources that say it.
        sources: List<Ref>,
    }
}

keys! {
    /// An expectation and what became of it.
    struct Outcome {
        /// What was expected, and by whom.
        expected: Statement,
        /// What happened, and who says so.
        happened: Statement,
        /// How the two compare.
        result: OneOf<OutcomeResult>,
        /// The result in your words, if the plain word is too plain.
        summary: Option<Markup>,
    }
}

keys! {
    /// A topic on which sources disagree.
    struct Dispute {
        /// What the disagreement is about.
        topic: Markup,
        /// The sides, at least two.
        sides: List<Statement>,
        /// What you conclude.
        verdict: OneOf<DisputeVerdict>,
        /// Why.
        reason: Markup,
    }
}
