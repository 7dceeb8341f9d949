//! The sources, each with what rests on it.

use super::claim::link;
use super::context::ViewContext;
use super::prose::outside_link;
use super::spoilers::foldable;
use super::tag::{classed, nodes, nothing, tag, words};
use crate::story::{Item, MessageKey, Section, Source};
use yew::prelude::*;

/// The sources, numbered as the marks are.
pub(super) fn sources(cx: &ViewContext) -> Html {
    let list = classed("ol", "sc-sources").attr("part", "sources");
    list.each(cx.story().sources.len(), &|index| source(cx, index)).done()
}

fn source(cx: &ViewContext, index: usize) -> Html {
    let source = &cx.story().sources[index];
    foldable(cx, Item { section: Section::Sources, index }, "li", "sc-source", &|| {
        let title = match &source.url {
            Some(url) => outside_link(&source.title, url),
            None => words(source.title.clone()),
        };
        let imprint = classed("span", "sc-imprint").words(imprint(cx, source));
        // No paragraphs, of which a browser's reader mode would take the card's list for the post.
        let mut parts = vec![tag("span").child(title).tag(imprint).done()];
        if let Some(note) = &source.note {
            parts.push(classed("span", "sc-note").text(" ").words(note.clone()).done());
        }
        parts.push(uses(cx, index));
        nodes(parts)
    })
}

/// Publisher and date, as far as they are known.
fn imprint(cx: &ViewContext, source: &Source) -> String {
    let mut imprint = String::new();
    let date = source.published.as_ref().map(|date| date.words(cx.messages()));
    for part in [source.publisher.clone(), date].into_iter().flatten() {
        imprint.push_str(", ");
        imprint.push_str(&part);
    }
    imprint
}

/// Links back to the items that rest on a source.
fn uses(cx: &ViewContext, source: usize) -> Html {
    let mut items = cx.story().uses(source);
    items.retain(|item| cx.leads_to(*item));
    if items.is_empty() {
        return nothing();
    }
    let summary = cx.count(MessageKey::SourceUses, items.len());
    let list = tag("ul").each(items.len(), &|nth| tag("li").child(use_of(cx, items[nth])).done());
    // By this name a reader mode leaves the list out.
    classed("details", "sc-related").tag(tag("summary").words(summary)).tag(list).done()
}

/// A link to an item by its title, or by its place while it is folded.
fn use_of(cx: &ViewContext, item: Item) -> Html {
    let title = if cx.is_folded(item) {
        cx.say(MessageKey::SpoilerFolded)
    } else {
        cx.story().item_title(item)
    };
    let words = [&cx.say(item.section.name()), ": ", &title].concat();
    link(cx, ViewContext::address(item), words, None)
}
