//! What a claim rests on: its sources, and its links to other items.

use super::Check;
use super::register::{Place, What};
use crate::story::fault::{instead, quote};
use crate::story::raw::{Address, Base, List, Ref, Try};
use crate::story::{Claim, Item, Section};

/// More sources or links than this no reader follows.
const MOST_REFERENCES: usize = 50;

/// The sources a claim has if it names none.
#[derive(Default)]
pub(super) struct Inherited {
    pub(super) sources: Vec<usize>,
    /// They cannot be read, so nobody can say that a claim has none.
    pub(super) is_broken: bool,
}

/// Several lists of sources as one, in order and without repeats.
#[derive(Default)]
pub(super) struct Union {
    list: Vec<usize>,
    seen: Vec<bool>,
}

impl Union {
    /// Adds what is not in it yet.
    pub(super) fn add(&mut self, sources: &[usize]) {
        for source in sources {
            if self.seen.len() <= *source {
                self.seen.resize(*source + 1, false);
            }
            if !self.seen[*source] {
                self.seen[*source] = true;
                self.list.push(*source);
            }
        }
    }

    /// The sources.
    pub(super) fn into_list(self) -> Vec<usize> {
        self.list
    }
}

impl Check<'_> {
    /// A claim that must have a source, its own or an inherited one.
    pub(super) fn claim(&mut self, base: &Base, at: usize, inherited: &Inherited) -> Claim {
        let sources = self.sources_or(base.sources.as_ref(), inherited, at);
        Claim {
            sources,
            as_of: base.as_of.map(|day| day.date),
            status: base.status.map(|status| status.value),
            spoiler: base.spoiler.is_some_and(|spoiler| spoiler.0),
            see: base.see.as_ref().map_or_else(Vec::new, |see| self.see(see, &base.id.text)),
        }
    }

    /// The sources of a claim at the offset `at`: those it names, or else the inherited ones.
    pub(super) fn sources_or(
        &mut self,
        named: Option<&List<Ref>>,
        inherited: &Inherited,
        at: usize,
    ) -> Vec<usize> {
        if let Some(named) = named {
            return self.sources(named);
        }
        if inherited.sources.is_empty() && !inherited.is_broken {
            let right = "Name at least one under \"sources\", here or where it is inherited from.";
            self.faults.push(at, "this claim has no source", right);
        }
        inherited.sources.clone()
    }

    /// What the items of a section inherit.
    pub(super) fn inherited(&mut self, named: &Try<Option<List<Ref>>>) -> Inherited {
        match &named.0 {
            Some(named) => self.inherited_from(named.as_ref()),
            None => Inherited { sources: Vec::new(), is_broken: true },
        }
    }

    /// What inherits from a list that may be left out.
    pub(super) fn inherited_from(&mut self, named: Option<&List<Ref>>) -> Inherited {
        match named {
            // A list without a known source has its fault; the claims below need no other.
            Some(named) => Inherited { sources: self.sources(named), is_broken: true },
            None => Inherited::default(),
        }
    }

    /// The places of sources that are named by their ids, at least one.
    pub(super) fn sources(&mut self, named: &List<Ref>) -> Vec<usize> {
        if !self.has_length(named, 1, MOST_REFERENCES, "sources") {
            return Vec::new();
        }
        let mut list = Vec::with_capacity(named.entries.len());
        for name in &named.entries {
            match self.register.find(&name.text) {
                Some(What::Item(Item { section: Section::Sources, index })) => {
                    self.push_new(&mut list, index, &name.text, name.at);
                }
                _ => self.note_dangling(&name.text, Place::Section(Section::Sources), name.at),
            }
        }
        list
    }

    /// The items behind addresses that stand in the item with the id `own`.
    pub(super) fn see(&mut self, addresses: &List<Address>, own: &str) -> Vec<Item> {
        if !self.has_length(addresses, 0, MOST_REFERENCES, "links") {
            return Vec::new();
        }
        let mut list = Vec::with_capacity(addresses.entries.len());
        for address in &addresses.entries {
            let Some(item) = self.item(address) else { continue };
            if address.text.rsplit('/').next() == Some(own) {
                self.faults.push(address.at, "this item links to itself", "Remove the link.");
            } else {
                self.push_new(&mut list, item, &address.text, address.at);
            }
        }
        list
    }

    /// The item that an address names; none after noting why there is none.
    pub(super) fn item(&mut self, address: &Address) -> Option<Item> {
        let Some((section, id)) = address.text.split_once('/') else {
            let wrong = format!("{} is not the address of an item", quote(&address.text));
            self.faults.push(address.at, wrong, self.address_of(&address.text));
            return None;
        };
        let Some(section) = Section::from_id(section) else {
            let known = Section::ALL.map(Section::id);
            let wrong = format!("there is no section {}", quote(section));
            self.faults.push(address.at, wrong, instead(section, &known, "sections"));
            return None;
        };
        match self.register.find(id) {
            Some(What::Item(item)) if item.section == section => self.shown_item(item, address.at),
            _ => {
                self.note_dangling(id, Place::Section(section), address.at);
                None
            }
        }
    }

    /// An item, unless its section is not shown.
    ///
    /// Only the sources may go unnamed; of other sections that is a fault already.
    fn shown_item(&mut self, item: Item, at: usize) -> Option<Item> {
        if item.section == Section::Sources && !self.shown.contains(&Section::Sources) {
            let right = "Name \"sources\" in the story's sections, or cite the source instead.";
            self.faults.push(at, "this links to a section that the card does not show", right);
            return None;
        }
        Some(item)
    }

    /// How to write the address of what has this id.
    fn address_of(&self, id: &str) -> String {
        match self.register.find(id) {
            Some(What::Item(item)) => format!("Write \"{}/{id}\".", item.section.id()),
            _ => "Write the section and the id, such as \"charts/heights\".".to_owned(),
        }
    }

    /// Notes an id that leads nowhere.
    pub(super) fn note_dangling(&mut self, id: &str, place: Place, at: usize) {
        self.register.note_dangling(id, place, at, self.faults);
    }

    /// Adds what a list names, unless it names it twice.
    pub(super) fn push_new<T: PartialEq>(
        &mut self,
        list: &mut Vec<T>,
        new: T,
        name: &str,
        at: usize,
    ) {
        if list.contains(&new) {
            let wrong = format!("{} stands twice in this list", quote(name));
            self.faults.push(at, wrong, "Name it once.");
        } else {
            list.push(new);
        }
    }
}
