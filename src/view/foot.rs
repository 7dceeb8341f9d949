//! The foot of the card: how much is said and on what it rests, and that nothing is sent.

use super::context::ViewContext;
use super::section_link::section_link;
use super::section_nav::listed;
use super::tag::{Tag, classed, tag};
use crate::story::{MessageKey, Section};
use yew::prelude::*;

/// The foot, with the way to the sources.
pub(super) fn foot(cx: &ViewContext) -> Html {
    let story = cx.story();
    let mut basis = tag("span")
        .words(cx.count(MessageKey::FootStatements, story.statement_count()))
        .text(" · ")
        .tag(sources(cx));
    if let Some(date) = &story.as_of {
        basis = basis.words([" · ", &cx.as_of(date)].concat());
    }
    let remembers = cx.session().options().remember;
    let private = if remembers { MessageKey::FootStored } else { MessageKey::FootPrivate };
    classed("footer", "sc-foot").tag(basis).text(" ").tag(tag("span").words(cx.say(private))).done()
}

/// How many sources there are: the way to them, where they are shown and have no place in the row.
fn sources(cx: &ViewContext) -> Tag {
    let words = cx.count(MessageKey::FootSources, cx.story().sources.len());
    if !cx.shows(Section::Sources) || listed(cx).contains(&Section::Sources) {
        return tag("span").words(words);
    }
    let is_open = cx.session().open() == Section::Sources;
    section_link(cx, Section::Sources, words)
        .when(!cx.is_static(), &|it| it.set("id", cx.tab_id(Section::Sources)))
        .when(is_open && !cx.is_static(), &|it| it.attr("aria-current", "true"))
}
