//! What a reader expands and collapses: native `<details>`, whose state the session keeps.

use super::context::ViewContext;
use super::lists::{LINES, fitting};
use super::spoilers::foldable;
use super::tag::{button, classed, nodes, nothing, tag};
use crate::browser::hooks::is_open;
use crate::session::{Action, Disclosure};
use crate::story::{Item, MessageKey, Section};
use std::rc::Rc;
use yew::html::ontoggle;
use yew::prelude::*;

/// A line with a rest that is seen when it is expanded.
pub(super) fn disclosure(
    cx: &ViewContext,
    what: Disclosure,
    class: &'static str,
    line: Html,
    rest: Html,
) -> Html {
    let is_expanded = cx.session().is_expanded(what);
    let details = classed("details", class).flag("open", is_expanded);
    let details = details.tag(tag("summary").child(line)).child(rest);
    if cx.is_static() {
        return details.done();
    }
    let cx = cx.clone();
    let tell = Callback::from(move |event: Event| {
        event.stop_propagation();
        cx.dispatch(Action::Disclose(what, is_open(&event)));
    });
    details.listen(Rc::new(ontoggle::Wrapper::new(tell))).done()
}

/// The same with a rest that may be long: in the live card it is made when it is expanded.
pub(super) fn late_disclosure(
    cx: &ViewContext,
    what: Disclosure,
    class: &'static str,
    line: Html,
    rest: &dyn Fn() -> Html,
) -> Html {
    let is_due = cx.is_static() || cx.session().is_expanded(what);
    disclosure(cx, what, class, line, if is_due { rest() } else { nothing() })
}

/// An item that is a line, with a rest.
pub(super) fn entry(
    cx: &ViewContext,
    item: Item,
    class: &'static str,
    line: &dyn Fn() -> Html,
    rest: &dyn Fn() -> Html,
) -> Html {
    foldable(cx, item, "li", class, &|| {
        disclosure(cx, Disclosure::Item(item), "sc-entry", line(), rest())
    })
}

/// The items of a section as a list of lines: as many as there is room for, until the reader wants
/// them all; `length` of each line is in letters.
pub(super) fn entries(
    cx: &ViewContext,
    section: Section,
    class: &'static str,
    length: &dyn Fn(usize) -> usize,
    entry: &dyn Fn(usize) -> Html,
) -> Html {
    let count = cx.story().item_count(section);
    let shown = shown(cx, section, LINES, length);
    nodes(vec![
        expand_all(cx, section),
        classed("ul", class).each(shown, entry).done(),
        rest_button(cx, Item { section, index: shown }, count),
    ])
}

/// How many entries of a section's list of so many lines are shown.
pub(super) fn shown(
    cx: &ViewContext,
    section: Section,
    lines: usize,
    length: &dyn Fn(usize) -> usize,
) -> usize {
    let count = cx.story().item_count(section);
    if cx.is_static() || cx.session().is_expanded(Disclosure::Rest(section)) {
        return count;
    }
    fitting(count, lines, length)
}

/// What lists the rest of a section, from the entry that comes next; nothing if that is all.
pub(super) fn rest_button(cx: &ViewContext, next: Item, count: usize) -> Html {
    if next.index >= count {
        return nothing();
    }
    let all = cx.count(MessageKey::ListAll, count);
    let button = button("sc-link", all, cx.on_press(Action::ListRest(next)));
    classed("p", "sc-rest").tag(button).done()
}

/// The button that expands or collapses all items of a section.
fn expand_all(cx: &ViewContext, section: Section) -> Html {
    if cx.is_static() || cx.story().item_count(section) < 2 {
        return nothing();
    }
    let is_all = cx.session().is_all_expanded(cx.story(), section);
    let name = if is_all { MessageKey::ListCollapse } else { MessageKey::ListExpand };
    let act = cx.on_press(Action::DiscloseAll(section, !is_all));
    classed("p", "sc-expand").tag(button("sc-link", cx.say(name), act)).done()
}
