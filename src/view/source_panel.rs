//! The sources of a statement, shown where the statement stands: a popover, one to a card.

use super::claim::firmness;
use super::context::ViewContext;
use super::prose::outside_link;
use super::sources::imprint;
use super::tag::{Tag, button, classed, tag};
use crate::browser::hooks::{hide_panel, panel_toggled};
use crate::session::Action;
use crate::story::{Item, MessageKey, Section};
use std::rc::Rc;
use yew::html::{onkeydown, ontoggle};
use yew::prelude::*;

/// The panel that a press on a mark opens, and another press on it closes: how firm the statement
/// is, and its sources. Another section is another panel, so that it is closed there.
pub(super) fn source_panel(cx: &ViewContext) -> Html {
    let citation = cx.session().citation();
    let sources = &citation.sources;
    let list = tag("ul").each(sources.len(), &|nth| source(cx, sources[nth]));
    let close = Callback::from(|event: MouseEvent| hide_panel(&event));
    classed("div", "sc-panel-of-sources")
        .key(["sources of ", &cx.story().id, " ", cx.session().open().id()].concat())
        .listen(Rc::new(ontoggle::Wrapper::new(Callback::from(|event: Event| {
            panel_toggled(&event);
        }))))
        .listen(Rc::new(onkeydown::Wrapper::new(Callback::from(|event: KeyboardEvent| {
            // The browser closes the panel by it; a page may close something else.
            if event.key() == "Escape" {
                event.stop_propagation();
            }
        }))))
        .set("id", cx.source_panel_id())
        .attr("popover", "auto")
        .attr("role", "dialog")
        .attr("tabindex", "-1")
        .set("aria-label", cx.say(Section::Sources.name()))
        .child(firmness(cx, citation.status, None))
        .tag(list)
        .tag(button("sc-link", cx.say(MessageKey::SourceClose), close))
        .done()
}

/// Title, publisher, date and remark, the way to it and to all that rests on it.
fn source(cx: &ViewContext, index: usize) -> Html {
    let Some(source) = cx.story().sources.get(index) else { return tag("li").done() };
    let mut entry = tag("li")
        .tag(tag("b").words(source.title.clone()))
        .tag(tag("span").text(" ").words(imprint(cx, source)));
    if let Some(note) = &source.note {
        entry = entry.tag(classed("span", "sc-note").text(" ").words(note.clone()));
    }
    let item = Item { section: Section::Sources, index };
    let mut ways = classed("span", "sc-see");
    if let Some(url) = &source.url {
        ways = ways.child(outside_link(&cx.say(MessageKey::SourceOpen), url));
    }
    if cx.shows(Section::Sources) {
        ways = ways.tag(rests(cx, item));
    }
    entry.tag(ways).done()
}

fn rests(cx: &ViewContext, item: Item) -> Tag {
    let follow = Action::FollowSource(ViewContext::address(item));
    button("sc-link", cx.say(MessageKey::SourceRests), cx.on_press(follow))
}
