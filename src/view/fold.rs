//! Spoilers: folded until the reader asks, one by one or all at once.

use super::reader::Reader;
use crate::session::Action;
use crate::story::{Item, Key, Section};
use yew::prelude::*;

/// An item in its place: its content, or what stands there while it is folded.
///
/// `content` is not called for a folded item, so none of its words are made.
pub(super) fn foldable(
    reader: &Reader,
    item: Item,
    tag: &'static str,
    class: &'static str,
    content: &dyn Fn() -> Html,
) -> Html {
    let folded = reader.is_folded(item);
    let inside = if folded { folded_content(reader, item) } else { content() };
    html! {
        <@{tag} id={reader.item_id(item)} class={classes!(class, folded.then_some("sc-folded"))} tabindex="-1">
            {inside}
        </@>
    }
}

fn folded_content(reader: &Reader, item: Item) -> Html {
    let number = (item.index + 1).to_string();
    let name = reader.fill(
        Key::SpoilerShowItem,
        &[("section", &reader.say(item.section.name())), ("n", &number)],
    );
    html! {<>
        <span class="sc-fold-word">{reader.say(Key::SpoilerFolded)}</span>
        if reader.on_action.is_some() {
            <button type="button" class="sc-link" aria-label={name} onclick={reader.wish(Action::Unfold(item))}>
                {reader.say(Key::SpoilerShow)}
            </button>
        }
    </>}
}

/// The switch for all spoilers, where a section has any; says how many of it are folded.
pub(super) fn spoiler_switch(reader: &Reader, section: Section) -> Html {
    let story = reader.story();
    let spoilers = story.items_of(section).filter(|item| story.is_spoiler(*item)).count();
    if spoilers == 0 || reader.on_action.is_none() {
        return html! {};
    }
    let all = reader.session().shows_all_spoilers();
    let words = if all { Key::SpoilerHideAll } else { Key::SpoilerShowAll };
    html! {
        <p class="sc-switch">
            <button type="button" class="sc-link" onclick={reader.wish(Action::FoldAll(all))}>{reader.say(words)}</button>
        </p>
    }
}
