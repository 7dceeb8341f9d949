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
///
/// It begins as what stands for it where its key is left out.
#[derive(Debug)]
pub(in crate::story) struct Try<T>(pub(in crate::story) Option<T>);

/// A value that may be `null`.
#[derive(Debug, Default)]
pub(in crate::story) struct Gap<T>(pub(in crate::story) Option<T>);

/// A value and where it begins.
#[derive(Debug, Default)]
pub(in crate::story) struct At<T> {
    pub(in crate::story) at: usize,
    pub(in crate::story) value: T,
}

/// A list whose entries count only together: one broken entry breaks it.
#[derive(Debug, Default)]
pub(in crate::story) struct List<T> {
    /// Offset of the list.
    pub(in crate::story) at: usize,
    pub(in crate::story) entries: Vec<T>,
}

/// A list, or its only entry without the brackets.
#[derive(Debug, Default)]
pub(in crate::story) struct OneOrMore<T>(pub(in crate::story) List<T>);

/// The entries of a list that is checked entry by entry.
#[derive(Debug, Default)]
pub(in crate::story) struct Items<T> {
    /// Offset of the list.
    pub(in crate::story) at: usize,
    /// In the author's order.
    pub(in crate::story) slots: Vec<Slot<T>>,
}

/// An entry of such a list.
#[derive(Debug, Default)]
pub(in crate::story) struct Slot<T> {
    /// Means nothing if the entry is broken.
    item: T,
    broken: Option<Broken>,
}

/// What is known of an entry that has not the right shape.
#[derive(Debug)]
struct Broken {
    /// None if it cannot be read.
    id: Option<String>,
    at: usize,
}

/// A list of entries with ids, whatever they are.
pub(in crate::story) trait Ids {
    /// Offset of the list.
    fn at(&self) -> usize;

    /// How many entries it has.
    fn count(&self) -> usize;

    /// The id of an entry, none where it cannot be read, and where it stands.
    fn id(&self, index: usize) -> Option<(Option<&str>, usize)>;
}

/// What a story says where a list of items may stand.
#[derive(Clone, Copy)]
pub(in crate::story) enum Given<'a> {
    Nothing,
    /// Something that cannot be read.
    Broken,
    List(&'a dyn Ids),
}

impl<T> Slot<T> {
    /// The entry, if it has the right shape.
    pub(in crate::story) fn whole(&self) -> Option<&T> {
        if self.broken.is_none() { Some(&self.item) } else { None }
    }

    /// The entry, if it has the right shape.
    pub(in crate::story) fn whole_mut(&mut self) -> Option<&mut T> {
        if self.broken.is_none() { Some(&mut self.item) } else { None }
    }
}

impl<T: HasId> Ids for Items<T> {
    fn at(&self) -> usize {
        self.at
    }

    fn count(&self) -> usize {
        self.slots.len()
    }

    fn id(&self, index: usize) -> Option<(Option<&str>, usize)> {
        let slot = self.slots.get(index)?;
        Some(match &slot.broken {
            None => (Some(slot.item.id().text.as_str()), slot.item.id().at),
            Some(broken) => (broken.id.as_deref(), broken.at),
        })
    }
}

impl<T> Try<Option<T>> {
    /// What the story gives, if it can be read.
    pub(in crate::story) fn given(&mut self) -> Option<&mut T> {
        self.0.as_mut()?.as_mut()
    }

    /// The list that `list` finds in what the story gives.
    pub(in crate::story) fn list<'a>(&'a self, list: fn(&'a T) -> Given<'a>) -> Given<'a> {
        match &self.0 {
            Some(Some(given)) => list(given),
            Some(None) => Given::Nothing,
            None => Given::Broken,
        }
    }
}

impl<T: HasId> Try<Items<T>> {
    /// The list, if it can be read.
    pub(in crate::story) fn items(&self) -> Given<'_> {
        match &self.0 {
            Some(items) => Given::List(items),
            None => Given::Broken,
        }
    }
}

impl<T: HasId> Try<Option<Items<T>>> {
    /// The list, if there is one and it can be read.
    pub(in crate::story) fn items(&self) -> Given<'_> {
        self.list(|items| Given::List(items))
    }
}

/// A list that grows while its entries are read.
trait Entries {
    /// The place of the next entry.
    fn add(&mut self) -> &mut dyn Read;
}

impl<T: Read + Default + 'static> Entries for Vec<T> {
    fn add(&mut self) -> &mut dyn Read {
        self.push_mut(T::default())
    }
}

impl<T: Read + Default> Default for Try<T> {
    fn default() -> Self {
        let absent = T::default();
        Self(absent.is_optional().then_some(absent))
    }
}

impl<T: Read + Default> Read for Option<T> {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.insert(T::default()).read(node, faults)
    }

    fn is_optional(&self) -> bool {
        true
    }
}

impl<T: Read + Default> Read for Try<T> {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        if !self.0.insert(T::default()).read(node, faults) {
            self.0 = None;
        }
        true
    }

    fn is_optional(&self) -> bool {
        self.0.is_some()
    }

    fn stands_alone(&self) -> bool {
        true
    }
}

impl<T: Read + Default> Read for Gap<T> {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        node.is_null() || self.0.insert(T::default()).read(node, faults)
    }
}

impl<T: Read> Read for At<T> {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        self.value.read(node, faults)
    }
}

impl<T: Read + Default + 'static> Read for List<T> {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        read_list(&mut self.entries, node, MOST_ENTRIES, faults)
    }
}

impl<T: Read + Default + 'static> Read for OneOrMore<T> {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        if node.text.starts_with('[') {
            return self.0.read(node, faults);
        }
        self.0.at = node.at;
        self.0.entries.add().read(node, faults)
    }
}

impl<T: Read + Default + 'static> Read for Items<T> {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        read_list(&mut self.slots, node, MOST_ITEMS, faults)
    }
}

impl<T: Read> Read for Slot<T> {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        if !self.item.read(node, faults) {
            self.broken = Some(Broken::at(node));
        }
        true
    }
}

/// Reads a list of at most so many entries; false if it is too long or an entry is broken.
fn read_list(entries: &mut dyn Entries, node: Node<'_>, most: usize, faults: &mut Faults) -> bool {
    let Some(nodes) = elements(node, most, faults) else { return false };
    let mut is_whole = true;
    for node in nodes {
        is_whole &= entries.add().read(node, faults);
    }
    is_whole
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

impl Broken {
    /// Looks for the id of an object, whatever else is wrong with it.
    fn at(node: Node<'_>) -> Self {
        for (key, value) in node.members().unwrap_or_default() {
            if key.text == "\"id\"" {
                return Self { id: text_at(value).filter(|id| is_id(id)), at: value.at };
            }
        }
        Self { id: None, at: node.at }
    }
}
