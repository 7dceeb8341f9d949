//! Spoilers: folded until the reader asks, one by one or all at once.

use super::reader::Reader;
use super::tag::{button, classed, nodes, nothing, tag, words};
use crate::session::Action;
use crate::story::{Item, Key, Section};
use yew::prelude::*;

/// An item in its place: its content, or what stands there while it is folded.
///
/// `content` is not called for a folded item, so none of its words are made. The static
/// card has nothing to make them with later: there they stand in a closed `<details>`.
pub(super) fn foldable(
    reader: &Reader,
    item: Item,
    name: &'static str,
    class: &'static str,
    content: &dyn Fn() -> Html,
) -> Html {
    let is_folded = reader.is_folded(item);
    let inside = match (is_folded, reader.is_static()) {
        (false, _) => content(),
        (true, false) => folded_content(reader, item),
        (true, true) => folded_away(reader, content()),
    };
    let folded = if is_folded { " sc-folded" } else { "" };
    tag(name)
        .set("id", reader.item_id(item))
        .set("class", [class, folded].concat())
        .when(!reader.is_static(), &|place| place.attr("tabindex", "-1"))
        .child(way_back(reader, item))
        .child(inside)
        .done()
}

/// The way back to the question that led here, right where the reader arrived.
fn way_back(reader: &Reader, item: Item) -> Html {
    if reader.session().away() != Some(item) {
        return nothing();
    }
    let back = button("sc-link", reader.say(Key::QuizBack), reader.wish(Action::Back));
    // No paragraph, for those of some items stand in a line.
    classed("div", "sc-back").tag(back).done()
}

/// The words of a folded item, one tap away without a script.
fn folded_away(reader: &Reader, content: Html) -> Html {
    let unfold = classed("span", "sc-link").words(reader.say(Key::SpoilerShow));
    let summary = tag("summary").child(folded_word(reader)).text(" ").tag(unfold);
    classed("details", "sc-spoiler").tag(summary).child(content).done()
}

fn folded_word(reader: &Reader) -> Html {
    classed("span", "sc-fold-word").words(reader.say(Key::SpoilerFolded)).done()
}

fn folded_content(reader: &Reader, item: Item) -> Html {
    let number = (item.index + 1).to_string();
    let name = reader.fill(
        Key::SpoilerShowItem,
        &[("section", &reader.say(item.section.name())), ("n", &number)],
    );
    let unfold = button("sc-link", reader.say(Key::SpoilerShow), reader.wish(Action::Unfold(item)));
    let gap = words(" ".to_owned());
    nodes(vec![folded_word(reader), gap, unfold.set("aria-label", name).done()])
}

/// The switch for all spoilers, where a section has any.
pub(super) fn spoiler_switch(reader: &Reader, section: Section) -> Html {
    let story = reader.story();
    let has_spoilers = story.items_of(section).any(|item| story.is_spoiler(item));
    if !has_spoilers || reader.is_static() {
        return nothing();
    }
    let all = reader.session().shows_all_spoilers();
    let name = if all { Key::SpoilerHideAll } else { Key::SpoilerShowAll };
    let switch = button("sc-link", reader.say(name), reader.wish(Action::FoldAll(all)));
    classed("p", "sc-switch").tag(switch).done()
}
