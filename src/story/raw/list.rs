//! Values that hold other values: lists, what may be left out, what may be broken.

use super::fields::expected;
use super::leaf::{is_id, text_at};
use super::{HasId, Node, Read};
use crate::story::fault::Faults;

/// More values than any series needs.
pub(in crate::story) const MOST_ENTRIES: usize = 5000;

/// More items than any section needs; a card with more would not be read.
pub(in crate::story) const MOST_ITEMS: usize = 1000;

/// A value whose fault does not hide the faults around it: none if it is broken.
#[derive(Debug)]
pub(in crate::story) struct Try<T>(pub(in crate::story) Option<T>);

/// A value that may be `null`.
#[derive(Debug)]
pub(in crate::story) struct Gap<T>(pub(in crate::story) Option<T>);

/// A value and where it begins.
#[derive(Debug)]
pub(in crate::story) struct At<T> {
    pub(in crate::story) at: usize,
    pub(in crate::story) value: T,
}

/// A list whose entries count only together: one broken entry breaks it.
#[derive(Debug)]
pub(in crate::story) struct List<T> {
    /// Offset of the list.
    pub(in crate::story) at: usize,
    pub(in crate::story) entries: Vec<T>,
}

/// A list, or its only entry without the brackets.
#[derive(Debug)]
pub(in crate::story) struct OneOrMore<T>(pub(in crate::story) List<T>);

/// The entries of a list that is checked entry by entry.
#[derive(Debug)]
pub(in crate::story) struct Items<T> {
    /// Offset of the list.
    pub(in crate::story) at: usize,
    /// In the author's order.
    pub(in crate::story) slots: Vec<Slot<T>>,
}

/// An entry of such a list.
#[derive(Debug)]
pub(in crate::story) enum Slot<T> {
    /// It has the right shape.
    Whole(T),
    /// It has not; its id, if that can be read, and where it stands.
    Broken(Option<String>, usize),
}

impl<T> Items<T> {
    /// The entries that have the right shape.
    pub(in crate::story) fn into_whole(self) -> Vec<T> {
        let whole = self.slots.into_iter().filter_map(|slot| match slot {
            Slot::Whole(item) => Some(item),
            Slot::Broken(..) => None,
        });
        whole.collect()
    }
}

impl<T: HasId> Items<T> {
    /// The id of every entry, none where it cannot be read, and where it stands.
    pub(in crate::story) fn ids(&self) -> impl Iterator<Item = (Option<&str>, usize)> {
        self.slots.iter().map(|slot| match slot {
            Slot::Whole(item) => (Some(item.id().text.as_str()), item.id().at),
            Slot::Broken(id, at) => (id.as_deref(), *at),
        })
    }
}

impl<T: Read> Read for Option<T> {
    const REQUIRED: bool = false;

    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        T::read(node, faults).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Try<T> {
    const REQUIRED: bool = T::REQUIRED;

    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        Some(Self(T::read(node, faults)))
    }

    fn absent() -> Option<Self> {
        Some(Self(T::absent()))
    }
}

impl<T: Read> Read for Gap<T> {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        if node.is_null() {
            Some(Self(None))
        } else {
            T::read(node, faults).map(|it| Self(Some(it)))
        }
    }
}

impl<T: Read> Read for At<T> {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        T::read(node, faults).map(|value| Self { at: node.at, value })
    }
}

impl<T: Read> Read for List<T> {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let nodes = elements(node, MOST_ENTRIES, faults)?;
        let mut is_whole = true;
        let mut entries = Vec::with_capacity(nodes.len());
        for node in nodes {
            match T::read(node, faults) {
                Some(entry) => entries.push(entry),
                None => is_whole = false,
            }
        }
        is_whole.then_some(Self { at: node.at, entries })
    }
}

impl<T: Read> Read for OneOrMore<T> {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        if node.text.starts_with('[') {
            List::read(node, faults).map(Self)
        } else {
            T::read(node, faults).map(|only| Self(List { at: node.at, entries: vec![only] }))
        }
    }
}

impl<T: Read> Read for Items<T> {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let slots = elements(node, MOST_ITEMS, faults)?.into_iter().map(|entry| {
            match T::read(entry, faults) {
                Some(item) => Slot::Whole(item),
                None => {
                    let (id, at) = id_of(entry);
                    Slot::Broken(id, at)
                }
            }
        });
        Some(Self { at: node.at, slots: slots.collect() })
    }
}

/// The elements of a list of bearable length.
fn elements<'a>(node: Node<'a>, most: usize, faults: &mut Faults) -> Option<Vec<Node<'a>>> {
    let Some(elements) = node.elements() else {
        expected(node, "a list", "Write its entries between [ and ].", faults);
        return None;
    };
    if elements.len() > most {
        let wrong = format!("this list has {} entries", elements.len());
        faults.push(node.at, wrong, format!("A list may have at most {most}."));
        return None;
    }
    Some(elements)
}

/// The id of an object whatever else is wrong with it.
fn id_of(node: Node<'_>) -> (Option<String>, usize) {
    let members = node.members().unwrap_or_default();
    let id = members.into_iter().find(|(key, _)| key.text == "\"id\"");
    match id {
        Some((_, value)) => (text_at(value).filter(|id| is_id(id)), value.at),
        None => (None, node.at),
    }
}
