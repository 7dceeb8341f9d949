//! Items: what all of them may say, what they rest on.

use super::claim::{See, Sources};
use super::fields::{Fields, Keys, Shape, keys, object, read_object};
use super::leaf::{Id, Link, Words};
use super::list::{List, MOST_ITEMS, Or};
use super::{Context, Node};
use crate::story::{Claim, Date, Source, Status};

/// The entries of a section, in the author's order.
pub(in crate::story) type Items<S> = List<S, 0, MOST_ITEMS>;

/// An item: what all items have, and what is its own.
pub(in crate::story) struct Entry<T>(T);

/// Whatever has an id and a claim.
pub(in crate::story) trait Item: Keys {
    /// Its id and its claim.
    fn head(&mut self) -> (&mut String, &mut Claim);

    /// Says what the item rests on, once all of it is read; by default, what it names or inherits.
    fn rest(&mut self, at: usize, cx: &mut Context) {
        self.head().1.sources = cx.inherited_sources(at);
    }
}

/// Declares where an item's id and claim stand.
macro_rules! item {
    ($($name:ty)+) => {
        $(
            impl $crate::story::read::item::Item for $name {
                fn head(&mut self) -> (&mut String, &mut $crate::story::Claim) {
                    (&mut self.id, &mut self.claim)
                }
            }
        )+
    };
}

pub(super) use item;

impl<T: Item + Default> Shape for Entry<T> {
    type Value = T;

    fn read(value: &mut T, node: Node<'_>, cx: &mut Context) -> bool {
        read_object(&mut Whole(value), node, cx)
    }
}

/// The keys of an item: those of all items, then its own.
struct Whole<'i>(&'i mut dyn Item);

impl Keys for Whole<'_> {
    fn take(&mut self, fields: &mut Fields<'_>, cx: &mut Context) -> bool {
        let mut base = Base::default();
        let is_whole = base.take_keys(fields, cx);
        cx.own.clear();
        let (id, claim) = self.0.head();
        (*id, *claim) = (base.id, base.claim);
        // What is inside rests on what the item names, or else on what it inherits.
        let outer = base.sources.map(|named| cx.inherit(named));
        // All is read, whatever is wrong with the first keys.
        let is_whole = self.0.take(fields, cx) & is_whole;
        if is_whole {
            self.0.rest(fields.at(), cx);
        }
        if let Some(outer) = outer {
            cx.inherited = outer;
        }
        is_whole
    }

    fn check(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        self.0.check(node, cx)
    }
}

/// What every item may say.
#[derive(Default)]
pub(in crate::story) struct Base {
    id: String,
    sources: Option<Vec<usize>>,
    claim: Claim,
}

/// The id of an item, which is known while the rest of it is read.
pub(in crate::story) struct Own;

keys! {
    /// What every item may say.
    "Base" for Base, |it| {
        /// Its id, unique in the story among items, lanes and sources; part of its address.
        id: Own = it.id,
        /// Ids of the sources it rests on; inherited from the section where left out.
        sources: Option<Sources> = it.sources,
        /// The day up to which it is known to hold.
        as_of: Option<Date> = it.claim.as_of,
        /// How firm it is, if it is less than a plain fact.
        status: Option<Status> = it.claim.status,
        /// It tells what happens in the work; folded until the reader asks.
        spoiler: Or<bool> = it.claim.spoiler,
        /// Addresses of items that show or prove it, such as `charts/heights`.
        see: Or<See> = it.claim.see,
    }
}

impl Shape for Own {
    type Value = String;

    fn read(value: &mut String, node: Node<'_>, cx: &mut Context) -> bool {
        let is_whole = Id::read(value, node, cx);
        cx.own.clone_from(value);
        is_whole
    }
}

object! {
    /// One entry of the registry of sources.
    "Source" for Source, |it| {
        /// Its id, unique in the story.
        id: Id = it.id,
        /// What it is, for readers.
        title: Words = it.title,
        /// Who published it.
        publisher: Option<Words> = it.publisher,
        /// Where it stands; http or https.
        url: Option<Link> = it.url,
        /// When it was published.
        published: Option<Date> = it.published,
        /// A remark, such as that the address is a copy.
        note: Option<Words> = it.note,
    }
}
