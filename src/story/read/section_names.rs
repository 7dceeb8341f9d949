//! The sections a story names, and those it has content for: the two must agree.

use super::list::List;
use super::node::member;
use super::shape::Shape;
use super::wrapper::WithOffset;
use super::{Context, Node};
use crate::story::Section;
use crate::story::fault::fault;

/// What a story says under the key of a section.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SectionContent {
    Nothing,
    /// Something that cannot be read.
    Broken,
    /// Something, from this offset on.
    At(usize),
}

impl Context {
    /// What the story says in a section.
    fn content(&self, section: Section) -> SectionContent {
        self.contents.get(section as usize).copied().unwrap_or(SectionContent::Nothing)
    }
}

/// The keys under which a section says something.
pub(super) fn keys_of(section: Section) -> &'static [&'static str] {
    match section {
        Section::Overview => &["text", "figures", "facts"],
        Section::Trivia => &["questions"],
        Section::Timeline => &["events"],
        _ => &[],
    }
}

/// What a story says in each section.
pub(super) fn contents(root: &[(Node<'_>, Node<'_>)]) -> Vec<SectionContent> {
    let mut contents = Vec::new();
    for section in Section::ALL {
        let found = member(root, section.id());
        contents.push(found.map_or(SectionContent::Nothing, |found| content(found, section)));
    }
    contents
}

/// The first part of a section that says something.
fn content(node: Node<'_>, section: Section) -> SectionContent {
    let keys = keys_of(section);
    if keys.is_empty() {
        return content_of(node);
    }
    if node.members().is_none() {
        return SectionContent::Broken;
    }
    for key in keys {
        match node.member(key).map(content_of) {
            None | Some(SectionContent::Nothing) => {}
            Some(content) => return content,
        }
    }
    SectionContent::Nothing
}

/// What a list says, or a text that may stand in place of one.
fn content_of(node: Node<'_>) -> SectionContent {
    match node.elements() {
        Some(entries) if entries.is_empty() => SectionContent::Nothing,
        None if node.string().is_none() => SectionContent::Broken,
        _ => SectionContent::At(node.at),
    }
}

/// The sections a story names.
pub(in crate::story) struct Sections;

impl Shape for Sections {
    type Value = Vec<Section>;

    fn read(value: &mut Vec<Section>, node: Node<'_>, cx: &mut Context) -> bool {
        let mut named = Vec::new();
        if !List::<WithOffset<Section>>::read(&mut named, node, cx) {
            return false;
        }
        if named.is_empty() {
            let right = "Name those it has, such as \"trivia\".";
            fault!(cx, node.at, "the story names no section", "{right}");
        }
        for (at, section) in named {
            check_named(value, section, at, cx);
            value.push(section);
        }
        cx.shown.clone_from(value);
        check_unnamed(value, cx);
        true
    }
}

/// Notes a section that is named a second time or has no content.
fn check_named(before: &[Section], section: Section, at: usize, cx: &mut Context) {
    let id = section.id();
    if before.contains(&section) {
        fault!(cx, at, "the section \"{id}\" is named twice", "Name it once.");
    } else if cx.content(section) == SectionContent::Nothing {
        fault!(
            cx,
            at,
            "the section \"{id}\" has no content",
            "Add items under the key \"{id}\", or do not name the section."
        );
    }
}

/// Notes sections that have content but no name; only the registry of sources may go unnamed.
fn check_unnamed(named: &[Section], cx: &mut Context) {
    for section in Section::ALL {
        if let SectionContent::At(at) = cx.content(section)
            && section != Section::Sources
            && !named.contains(&section)
        {
            let id = section.id();
            fault!(
                cx,
                at,
                "the section \"{id}\" has content, but the card does not show it",
                "Add \"{id}\" to the story's sections."
            );
        }
    }
}
