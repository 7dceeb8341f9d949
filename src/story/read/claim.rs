//! What a claim rests on: its sources, and its links to other items.

use std::mem::replace;

use super::leaf::text;
use super::list::elements;
use super::shape::Shape;
use super::symbols::{Symbol, SymbolKind};
use super::{Context, Node};
use crate::story::fault::{fault, quote, suggestion};
use crate::story::{Item, Section};

/// More sources or links than this no reader follows.
pub(in crate::story) const MOST_REFERENCES: usize = 50;

/// The ids of sources, at least one.
pub(in crate::story) struct Sources;

/// The ids of sources on which a section rests, and all in it that names none.
pub(in crate::story) struct SectionSources;

/// A section whose items may rest on common sources.
pub(in crate::story) struct SectionWithSources<S>(S);

/// Addresses of other items.
pub(in crate::story) struct SeeAlso;

/// The sources a claim has if it names none.
#[derive(Default)]
pub(super) struct InheritedSources {
    sources: Vec<usize>,
    /// They are named, so that only their own faults count.
    is_named: bool,
}

/// Several lists of sources as one, in order and without repeats.
#[derive(Default)]
pub(super) struct SourceSet {
    list: Vec<usize>,
    seen: Vec<bool>,
}

impl SourceSet {
    /// Adds what is not in it yet.
    pub(super) fn add(&mut self, sources: &[usize]) {
        for source in sources {
            if self.seen.len() <= *source {
                self.seen.resize(*source + 1, false);
            }
            if let Some(seen @ false) = self.seen.get_mut(*source) {
                *seen = true;
                self.list.push(*source);
            }
        }
    }

    /// The sources.
    pub(super) fn into_list(self) -> Vec<usize> {
        self.list
    }
}

impl Shape for Sources {
    type Value = Vec<usize>;

    fn read(value: &mut Vec<usize>, node: Node<'_>, cx: &mut Context) -> bool {
        references(node, 1, cx, &mut |id, at, cx| {
            let kind = SymbolKind::Section(Section::Sources);
            match cx.symbols.find(id) {
                Some(Symbol::Item(item)) if item.section == Section::Sources => {
                    cx.push_new(value, item.index, id, at);
                }
                _ => cx.note_dangling(id, kind, at),
            }
        })
    }
}

impl Shape for SectionSources {
    type Value = Vec<usize>;

    fn read(value: &mut Vec<usize>, node: Node<'_>, cx: &mut Context) -> bool {
        let is_whole = Sources::read(value, node, cx);
        cx.inherit(value.clone());
        is_whole
    }
}

impl<S: Shape> Shape for SectionWithSources<S> {
    type Value = S::Value;

    fn read(value: &mut S::Value, node: Node<'_>, cx: &mut Context) -> bool {
        let is_whole = S::read(value, node, cx);
        cx.inherited = InheritedSources::default();
        is_whole
    }
}

impl Shape for SeeAlso {
    type Value = Vec<Item>;

    fn read(value: &mut Vec<Item>, node: Node<'_>, cx: &mut Context) -> bool {
        references(node, 0, cx, &mut |address, at, cx| {
            let Some(item) = cx.item(address, at) else { return };
            if address.rsplit('/').next() == Some(&cx.own_id) {
                fault!(cx, at, "this item links to itself", "Remove the link.");
            } else {
                cx.push_new(value, item, address, at);
            }
        })
    }
}

/// Reads a list of ids or addresses, each of which `add` looks up.
fn references(
    node: Node<'_>,
    least: usize,
    cx: &mut Context,
    add: &mut dyn FnMut(&str, usize, &mut Context),
) -> bool {
    let Some(entries) = elements(node, (least, MOST_REFERENCES), cx) else { return false };
    let mut is_whole = true;
    for entry in entries {
        let mut name = String::new();
        if text(&mut name, entry, cx) {
            add(&name, entry.at, cx);
        } else {
            is_whole = false;
        }
    }
    is_whole
}

impl Context {
    /// Lets what follows rest on these sources where it names none; returns what it rested on.
    pub(super) fn inherit(&mut self, sources: Vec<usize>) -> InheritedSources {
        replace(&mut self.inherited, InheritedSources { sources, is_named: true })
    }

    /// The sources of a claim at the offset `at` that names none; notes it if it has none.
    pub(super) fn inherited_sources(&mut self, at: usize) -> Vec<usize> {
        if self.inherited.sources.is_empty() && !self.inherited.is_named {
            fault!(
                self,
                at,
                "this claim has no source",
                "Name at least one under \"sources\", here or where it is inherited from."
            );
        }
        self.inherited.sources.clone()
    }

    /// What the claim that is read names itself or inherits, be it nothing.
    pub(super) fn named_sources(&self) -> &[usize] {
        &self.inherited.sources
    }

    /// The item that an address names; none after noting why there is none.
    pub(super) fn item(&mut self, address: &str, at: usize) -> Option<Item> {
        let Some((section, id)) = address.split_once('/') else {
            let (found, right) = (quote(address), self.address_of(address));
            fault!(self, at, "{found} is not the address of an item", "{right}");
            return None;
        };
        let Some(section) = Section::from_id(section) else {
            let known = Section::ALL.map(Section::id);
            let (found, right) = (quote(section), suggestion(section, &known, "sections"));
            fault!(self, at, "there is no section {found}", "{right}");
            return None;
        };
        match self.symbols.find(id) {
            Some(Symbol::Item(item)) if item.section == section => self.shown_item(item, at),
            _ => {
                self.note_dangling(id, SymbolKind::Section(section), at);
                None
            }
        }
    }

    /// The index of the item of one section that an address names; none after noting why there is
    /// none, or with these words that it belongs to another section.
    pub(super) fn index_in(
        &mut self,
        section: Section,
        (at, address): (usize, &str),
        [wrong, right]: [&str; 2],
    ) -> Option<usize> {
        let item = self.item(address, at)?;
        if item.section != section {
            fault!(self, at, "{wrong}", "{right}");
            return None;
        }
        Some(item.index)
    }

    /// An item, unless its section is not shown.
    ///
    /// Only the sources may go unnamed; of other sections that is a fault already.
    fn shown_item(&mut self, item: Item, at: usize) -> Option<Item> {
        if item.section == Section::Sources && !self.shown.contains(&Section::Sources) {
            fault!(
                self,
                at,
                "this links to a section that the card does not show",
                "Name \"sources\" in the story's sections, or cite the source instead."
            );
            return None;
        }
        Some(item)
    }

    /// How to write the address of what has this id.
    fn address_of(&self, id: &str) -> String {
        match self.symbols.find(id) {
            Some(Symbol::Item(item)) => format!("Write \"{}/{id}\".", item.section.id()),
            _ => "Write the section and the id, such as \"charts/heights\".".to_owned(),
        }
    }

    /// Notes an id that leads nowhere.
    pub(super) fn note_dangling(&mut self, id: &str, kind: SymbolKind, at: usize) {
        self.symbols.note_dangling(id, kind, at, &mut self.faults);
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
            let name = quote(name);
            fault!(self, at, "{name} stands twice in this list", "Name it once.");
        } else {
            list.push(new);
        }
    }
}
