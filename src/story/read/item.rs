//! Items: what all of them may say, what they rest on.

use super::claim::{SeeAlso, Sources};
use super::leaf::{Id, PlainText, WebAddress};
use super::list::List;
use super::object::{Fields, Keys, keys, object, read_object};
use super::shape::Shape;
use super::wrapper::OrDefault;
use super::{Context, Node};
use crate::story::limits::MOST_ITEMS;
use crate::story::{Claim, Date, Source, Status};

/// The items of a section, in the author's order.
pub(in crate::story) type Items<T> = List<ItemOf<T>, 0, MOST_ITEMS>;

/// An item: what all items have, and what is its own.
pub(in crate::story) struct ItemOf<T>(T);

/// Whatever has an id and a claim: what is read as an item.
pub(in crate::story) trait Claimed: Keys {
    /// Its id and its claim.
    fn head(&mut self) -> (&mut String, &mut Claim);

    /// Says what the item rests on, once all of it is read; by default, what it names or inherits.
    fn settle_sources(&mut self, at: usize, cx: &mut Context) {
        self.head().1.sources = cx.inherited_sources(at);
    }
}

/// Declares where an item's id and claim stand.
macro_rules! claimed {
    ($($name:ty)+) => {
        $(
            impl $crate::story::read::item::Claimed for $name {
                fn head(&mut self) -> (&mut String, &mut $crate::story::Claim) {
                    (&mut self.id, &mut self.claim)
                }
            }
        )+
    };
}

pub(super) use claimed;

impl<T: Claimed + Default> Shape for ItemOf<T> {
    type Value = T;

    fn read(value: &mut T, node: Node<'_>, cx: &mut Context) -> bool {
        read_object(&mut ItemKeys(value), node, cx)
    }
}

/// The keys of an item: those of all items, then its own.
struct ItemKeys<'i>(&'i mut dyn Claimed);

impl Keys for ItemKeys<'_> {
    fn take(&mut self, fields: &mut Fields<'_>, cx: &mut Context) -> bool {
        let mut head = ItemHead::default();
        let is_whole = head.take_keys(fields, cx);
        cx.own_id.clear();
        let (id, claim) = self.0.head();
        (*id, *claim) = (head.id, head.claim);
        // What is inside rests on what the item names, or else on what it inherits.
        let outer = head.sources.map(|named| cx.inherit(named));
        // All is read, whatever is wrong with the first keys.
        let is_whole = self.0.take(fields, cx) & is_whole;
        if is_whole {
            self.0.settle_sources(fields.at(), cx);
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
pub(in crate::story) struct ItemHead {
    id: String,
    sources: Option<Vec<usize>>,
    claim: Claim,
}

/// The id of an item, which is known while the rest of it is read.
pub(in crate::story) struct OwnId;

keys! {
    /// What every item may say.
    "ItemHead" for ItemHead, |it| {
        /// Its id, unique in the story among items, lanes and sources; part of its address.
        id: OwnId = it.id,
        /// Ids of the sources it rests on; inherited from the section where left out.
        sources: Option<Sources> = it.sources,
        /// The day up to which it is known to hold.
        as_of: Option<Date> = it.claim.as_of,
        /// How firm it is, if it is less than a plain fact.
        status: Option<Status> = it.claim.status,
        /// It tells what happens in the work; folded until the reader asks.
        spoiler: OrDefault<bool> = it.claim.spoiler,
        /// Addresses of items that show or prove it, such as `charts/heights`.
        see: OrDefault<SeeAlso> = it.claim.see,
    }
}

impl Shape for OwnId {
    type Value = String;

    fn read(value: &mut String, node: Node<'_>, cx: &mut Context) -> bool {
        let is_whole = Id::read(value, node, cx);
        cx.own_id.clone_from(value);
        is_whole
    }
}

object! {
    /// One entry of the registry of sources.
    "Source" for Source, |it| {
        /// Its id, unique in the story.
        id: Id = it.id,
        /// What it is, for readers.
        title: PlainText = it.title,
        /// Who published it.
        publisher: Option<PlainText> = it.publisher,
        /// Where it stands; http or https.
        url: Option<WebAddress> = it.url,
        /// When it was published.
        published: Option<Date> = it.published,
        /// A remark, such as that the address is a copy.
        note: Option<PlainText> = it.note,
        /// Heading under which it stands in the list, such as `Trade press`.
        group: Option<PlainText> = it.group,
    }
}
