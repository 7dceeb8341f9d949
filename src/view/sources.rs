//! The sources, each with what rests on it.

use super::claim::link;
use super::fold::foldable;
use super::prose::outside_link;
use super::reader::Reader;
use super::tag::{classed, nodes, nothing, tag, words};
use crate::story::{Item, Key, Section, Source};
use yew::prelude::*;

/// The sources, numbered as the marks are.
pub(super) fn sources(reader: &Reader) -> Html {
    let list = classed("ol", "sc-sources").attr("part", "sources");
    list.each(reader.story().sources.len(), &|index| source(reader, index)).done()
}

fn source(reader: &Reader, index: usize) -> Html {
    let source = &reader.story().sources[index];
    foldable(reader, Item { section: Section::Sources, index }, "li", "sc-source", &|| {
        let title = match &source.url {
            Some(url) => outside_link(&source.title, url),
            None => words(source.title.clone()),
        };
        let imprint = classed("span", "sc-imprint").words(imprint(reader, source));
        let mut parts = vec![tag("p").child(title).tag(imprint).done()];
        if let Some(note) = &source.note {
            parts.push(classed("p", "sc-note").words(note.clone()).done());
        }
        parts.push(uses(reader, index));
        nodes(parts)
    })
}

/// Publisher and date, as far as they are known.
fn imprint(reader: &Reader, source: &Source) -> String {
    let mut imprint = String::new();
    let date = source.published.as_ref().map(|date| date.words(reader.messages()));
    for part in [source.publisher.clone(), date].into_iter().flatten() {
        imprint.push_str(", ");
        imprint.push_str(&part);
    }
    imprint
}

/// Links back to the items that rest on a source.
fn uses(reader: &Reader, source: usize) -> Html {
    let mut items = reader.story().uses(source);
    items.retain(|item| reader.leads_to(*item));
    let summary = match items.len() {
        0 => return nothing(),
        1 => reader.say(Key::SourceUse),
        n => reader.fill(Key::SourceUses, &[("n", &n.to_string())]),
    };
    let list =
        tag("ul").each(items.len(), &|nth| tag("li").child(use_of(reader, items[nth])).done());
    classed("details", "sc-uses").tag(tag("summary").words(summary)).tag(list).done()
}

/// A link to an item by its title, or by its place while it is folded.
fn use_of(reader: &Reader, item: Item) -> Html {
    let title = if reader.is_folded(item) {
        reader.say(Key::SpoilerFolded)
    } else {
        reader.story().item_title(item)
    };
    let words = [&reader.say(item.section.name()), ": ", &title].concat();
    link(reader, Reader::address(item), words, None)
}
