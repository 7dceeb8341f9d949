//! Spoilers: folded until the reader asks, one by one or all at once.

use super::reader::Reader;
use super::tag::{button, classed, nodes, nothing, tag};
use crate::session::Action;
use crate::story::{Item, Key, Section};
use yew::prelude::*;

/// An item in its place: its content, or what stands there while it is folded.
///
/// `content` is not called for a folded item, so none of its words are made.
pub(super) fn foldable(
    reader: &Reader,
    item: Item,
    name: &'static str,
    class: &'static str,
    content: &dyn Fn() -> Html,
) -> Html {
    let is_folded = reader.is_folded(item);
    let inside = if is_folded { folded_content(reader, item) } else { content() };
    let folded = if is_folded { " sc-folded" } else { "" };
    tag(name)
        .set("id", reader.item_id(item))
        .set("class", [class, folded].concat())
        .attr("tabindex", "-1")
        .child(inside)
        .done()
}

fn folded_content(reader: &Reader, item: Item) -> Html {
    let number = (item.index + 1).to_string();
    let name = reader.fill(
        Key::SpoilerShowItem,
        &[("section", &reader.say(item.section.name())), ("n", &number)],
    );
    let word = classed("span", "sc-fold-word").words(reader.say(Key::SpoilerFolded)).done();
    if reader.on_action.is_none() {
        return word;
    }
    let unfold = button("sc-link", reader.say(Key::SpoilerShow), reader.wish(Action::Unfold(item)));
    nodes(vec![word, unfold.set("aria-label", name).done()])
}

/// The switch for all spoilers, where a section has any.
pub(super) fn spoiler_switch(reader: &Reader, section: Section) -> Html {
    let story = reader.story();
    let has_spoilers = story.items_of(section).any(|item| story.is_spoiler(item));
    if !has_spoilers || reader.on_action.is_none() {
        return nothing();
    }
    let all = reader.session().shows_all_spoilers();
    let words = if all { Key::SpoilerHideAll } else { Key::SpoilerShowAll };
    let switch = button("sc-link", reader.say(words), reader.wish(Action::FoldAll(all)));
    classed("p", "sc-switch").tag(switch).done()
}
