//! The sources, each with what rests on it.

use super::claim::link;
use super::fold::foldable;
use super::prose::outside_link;
use super::reader::Reader;
use crate::story::{Item, Key, Section, Source};
use yew::prelude::*;

/// The sources, numbered as the marks are.
pub(super) fn sources(reader: &Reader) -> Html {
    let sources = reader.story().sources.iter().enumerate();
    html! { <ol class="sc-sources" part="sources">{for sources.map(|(index, it)| source(reader, index, it))}</ol> }
}

fn source(reader: &Reader, index: usize, source: &Source) -> Html {
    foldable(reader, Item { section: Section::Sources, index }, "li", "sc-source", &|| {
        let title = match &source.url {
            Some(url) => outside_link(&source.title, url),
            None => html! { {&source.title} },
        };
        html! {<>
            <p>{title}<span class="sc-imprint">{imprint(reader, source)}</span></p>
            if let Some(note) = &source.note { <p class="sc-note">{note}</p> }
            {uses(reader, index)}
        </>}
    })
}

/// Publisher and date, as far as they are known.
fn imprint(reader: &Reader, source: &Source) -> String {
    let date = source.published.as_ref().map(|date| date.words(reader.messages()));
    let parts = source.publisher.iter().cloned().chain(date);
    parts.map(|part| format!(", {part}")).collect()
}

/// Links back to the items that rest on a source.
fn uses(reader: &Reader, source: usize) -> Html {
    let items: Vec<Item> =
        reader.story().uses(source).into_iter().filter(|item| reader.shows(item.section)).collect();
    if items.is_empty() {
        return html! {};
    }
    let words = match items.len() {
        1 => reader.say(Key::SourceUse),
        n => reader.fill(Key::SourceUses, &[("n", &n.to_string())]),
    };
    html! {
        <details class="sc-uses">
            <summary>{words}</summary>
            <ul>{for items.into_iter().map(|item| html! { <li>{use_of(reader, item)}</li> })}</ul>
        </details>
    }
}

/// A link to an item by its title, or by its place while it is folded.
fn use_of(reader: &Reader, item: Item) -> Html {
    let section = reader.say(item.section.name());
    let words = if reader.is_folded(item) {
        format!("{section}: {}", reader.say(Key::SpoilerFolded))
    } else {
        format!("{section}: {}", reader.story().item_title(item))
    };
    link(reader, Reader::address(item), words, None)
}
