//! Spoilers: folded until the reader asks, one by one or all at once.

use super::context::ViewContext;
use super::tag::{button, classed, nodes, nothing, tag, words};
use crate::session::Action;
use crate::story::{Item, MessageKey, Section};
use yew::prelude::*;

/// An item in its place: its content, or what stands there while it is folded.
///
/// `content` is not called for a folded item, so none of its words are made. The static
/// card has nothing to make them with later: there they stand in a closed `<details>`.
pub(super) fn foldable(
    cx: &ViewContext,
    item: Item,
    name: &'static str,
    class: &'static str,
    content: &dyn Fn() -> Html,
) -> Html {
    let is_folded = cx.is_folded(item);
    let inside = match (is_folded, cx.is_static()) {
        (false, _) => content(),
        (true, false) => folded_content(cx, item),
        (true, true) => folded_away(cx, content()),
    };
    let folded = if is_folded { " sc-folded" } else { "" };
    tag(name)
        .set("id", cx.item_id(item))
        .set("class", [class, folded].concat())
        .when(!cx.is_static(), &|place| place.attr("tabindex", "-1"))
        .child(way_back(cx, item))
        .child(inside)
        .done()
}

/// The way back to what led here, right where the reader arrived.
fn way_back(cx: &ViewContext, item: Item) -> Html {
    if cx.session().return_item() != Some(item) {
        return nothing();
    }
    let is_question = cx.session().return_section() == Some(Section::Trivia);
    let name = if is_question { MessageKey::QuizBack } else { MessageKey::SourceBack };
    let back = button("sc-link", cx.say(name), cx.on_press(Action::Back));
    // No paragraph, for those of some items stand in a line.
    classed("div", "sc-back").tag(back).done()
}

/// The words of a folded item, one tap away without a script.
fn folded_away(cx: &ViewContext, content: Html) -> Html {
    let unfold = classed("span", "sc-link").words(cx.say(MessageKey::SpoilerShow));
    let summary = tag("summary").child(folded_word(cx)).text(" ").tag(unfold);
    classed("details", "sc-spoiler").tag(summary).child(content).done()
}

fn folded_word(cx: &ViewContext) -> Html {
    classed("span", "sc-fold-word").words(cx.say(MessageKey::SpoilerFolded)).done()
}

fn folded_content(cx: &ViewContext, item: Item) -> Html {
    let number = (item.index + 1).to_string();
    let name = cx.fill(
        MessageKey::SpoilerShowItem,
        &[("section", &cx.say(item.section.name())), ("n", &number)],
    );
    let unfold =
        button("sc-link", cx.say(MessageKey::SpoilerShow), cx.on_press(Action::Unfold(item)));
    let gap = words(" ".to_owned());
    nodes(vec![folded_word(cx), gap, unfold.set("aria-label", name).done()])
}

/// The switch for all spoilers, where a section has any.
pub(super) fn spoiler_switch(cx: &ViewContext, section: Section) -> Html {
    let story = cx.story();
    let has_spoilers = story.items_of(section).any(|item| story.is_spoiler(item));
    if !has_spoilers || cx.is_static() {
        return nothing();
    }
    let all = cx.session().shows_all_spoilers();
    let name = if all { MessageKey::SpoilerHideAll } else { MessageKey::SpoilerShowAll };
    let switch = button("sc-link", cx.say(name), cx.on_press(Action::FoldAll(all)));
    classed("p", "sc-switch").tag(switch).done()
}
