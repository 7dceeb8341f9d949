//! The static card: a story for reading, without a script, inside `<story-card>`.
//!
//! Made by the author's tool (feature `tool`), never part of the runtime. It composes the same leaves
//! as `card`: with nowhere for actions to go, they lead by links and fold with `<details>`.
//! In: what only reading needs. Out: full pages around the card (`crate::cli`), except what
//! they say to search engines, which is made from the story as well.

mod json_ld;
mod line_breaks;
mod svg;

pub use json_ld::json_ld;
pub(super) use svg::printed;

use super::card::{head, paper, section};
use super::context::ViewContext;
use super::foot::foot;
use super::overview::part_count;
use super::panel::panel;
use super::quiz::questions;
use super::section_nav::section_nav;
use super::tag::{classed, tag};
use super::{Lists, Model, StoryRef};
use crate::session::{Options, Session};
use crate::story::{MessageKey, Section, Story};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use yew::LocalServerRenderer;
use yew::prelude::*;

/// What [`StaticCard`] needs.
#[derive(Clone, PartialEq, Properties)]
struct StaticCardProps {
    model: Model,
    lists: Lists,
    /// The id of the story, which the ids of the elements need not begin with.
    story: String,
}

/// The story for reading: title and first section open, every other section folded.
#[component]
fn StaticCard(props: &StaticCardProps) -> Html {
    let StaticCardProps { model, lists, story } = props.clone();
    let cx = ViewContext {
        model,
        on_action: None,
        reviewed: None,
        lists,
        typed: Rc::default(),
        is_cover: false,
    };
    let Some((first, rest)) = cx.session().sections().split_first() else { return html! {} };
    paper(&cx)
        .set("data-story", story)
        .set("data-failed", cx.say(MessageKey::ErrorUnavailable))
        .set("data-retry", cx.say(MessageKey::ErrorRetry))
        .child(head(&cx))
        .child(section_nav(&cx))
        .tag(panel(&cx, *first, content(&cx, *first)))
        .tag(classed("div", "sc-parts").each(rest.len(), &|nth| part(&cx, rest[nth])))
        .child(foot(&cx))
        .done()
}

fn content(cx: &ViewContext, shown: Section) -> Html {
    match shown {
        Section::Trivia => questions(cx),
        _ => section(cx, shown),
    }
}

/// A folded section. Its id stands inside, for a link to what is inside opens it.
fn part(cx: &ViewContext, shown: Section) -> Html {
    let panel = classed("div", "sc-panel").set("id", cx.panel_id(shown));
    let name = cx.heading(1).attr("class", "sc-part-name").words(cx.say(shown.name()));
    classed("details", "sc-part")
        .tag(tag("summary").tag(name).child(part_count(cx, shown)))
        .tag(panel.child(content(cx, shown)))
        .done()
}

/// The HTML of the story for reading, for the inside of a `<story-card>`: neither scripts nor
/// styles, every tag closed, no empty line, ids that begin with `sc-` and `id`, or else the id of
/// the story.
///
/// Of `options` it takes `sections`, `heading_level` and `spoilers`, and `seed` for the order
/// in which the options of questions stand; it opens with the first section and asks all
/// questions. `lists` says how much it holds of long tables and of the timeline.
///
/// None if a component waits for something, which none of ours does: the card is made at once, and
/// needs nobody who would wake it.
pub fn static_card(
    mut story: Story,
    options: Options,
    lists: Lists,
    id: Option<String>,
) -> Option<String> {
    let options = Options { section: None, questions: None, ..options };
    let name = story.id.clone();
    story.id = id.unwrap_or_else(|| name.clone());
    let session = Rc::new(Session::new(&story, options, 0));
    let model = Model { story: StoryRef::new(story), session };
    let props = StaticCardProps { model, lists, story: name };
    let rendering = LocalServerRenderer::<StaticCard>::with_props(props).hydratable(false).render();
    match pin!(rendering).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => Some(line_breaks::broken(&html)),
        Poll::Pending => None,
    }
}
