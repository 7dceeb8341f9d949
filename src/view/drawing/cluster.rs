//! What stands below the drawn timeline for the event that is picked: those close to it, and the way
//! to its place in the list.

use crate::session::Action;
use crate::story::{Item, MessageKey, Section};
use crate::view::claim::link;
use crate::view::context::ViewContext;
use crate::view::event_words::event_words;
use crate::view::tag::{button, classed, nothing, tag};
use yew::prelude::*;

/// Of a mark that stands for more events than this, no list is made: the list of all is below.
const MOST_LISTED: usize = 50;

/// The events of a picked mark that stands for several, to pick among.
pub(super) fn cluster(cx: &ViewContext, events: &[usize]) -> Html {
    if !(2..=MOST_LISTED).contains(&events.len()) || cx.session().event().is_none() {
        return nothing();
    }
    classed("ul", "sc-cluster").each(events.len(), &|nth| entry(cx, events[nth])).done()
}

/// The way from the picked event to its place in the list.
pub(super) fn to_list(cx: &ViewContext) -> Html {
    let Some(index) = cx.session().event() else { return nothing() };
    let address = ViewContext::address(Item { section: Section::Timeline, index });
    let words = cx.say(MessageKey::TimelineToList);
    classed("p", "sc-see").child(link(cx, address, words, None)).done()
}

fn entry(cx: &ViewContext, event: usize) -> Html {
    let is_picked = cx.session().event() == Some(event);
    let words = event_words(cx, event);
    let entry = button("sc-link", words, cx.on_press(Action::PickEvent(Some(event))));
    tag("li").tag(entry.aria("aria-pressed", is_picked)).done()
}
