//! The static card: a story for reading, without a script, inside `<story-card>`.
//!
//! Made natively (feature `cli`), never part of the WebAssembly. It composes the same leaves
//! as `card`: with nowhere for actions to go, they lead by links and fold with `<details>`.
//! In: what only reading needs. Out: full pages around the card (`crate::cli`), except what
//! they say to search engines, which is made from the story as well.

mod json_ld;
mod line_breaks;
mod svg;

pub use json_ld::json_ld;
pub(super) use svg::printed;

use super::card::{foot, head, paper, section};
use super::context::ViewContext;
use super::quiz::questions;
use super::tag::{classed, nodes, tag, words};
use super::{Lists, Model, StoryRef};
use crate::session::{Options, Session};
use crate::story::{MessageKey, Section, Story};
use std::rc::Rc;
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
    let cx = ViewContext { model, on_action: None, reviewed: None, lists, typed: Rc::default() };
    let Some((first, rest)) = cx.session().sections().split_first() else { return html! {} };
    let deeper = deeper(&cx);
    paper(&cx)
        .set("data-story", story)
        .set("data-failed", cx.say(MessageKey::ErrorUnavailable))
        .set("data-retry", cx.say(MessageKey::ErrorRetry))
        .child(head(&cx))
        .child(contents(&cx))
        .child(panel(&cx, *first))
        .each(rest.len(), &|nth| part(&cx, &deeper, rest[nth]))
        .child(foot(&cx))
        .done()
}

/// The same reader one level of headings deeper: within a section whose name is a heading.
fn deeper(cx: &ViewContext) -> ViewContext {
    let options = cx.session().options().clone();
    let options = Options { heading_level: options.heading_level.saturating_add(1), ..options };
    let session = Rc::new(Session::new(cx.story(), options, 0));
    ViewContext { model: Model { session, ..cx.model.clone() }, ..cx.clone() }
}

/// Links to the sections, in the place and of the size of the live card's tabs.
fn contents(cx: &ViewContext) -> Html {
    let sections = cx.session().sections();
    classed("nav", "sc-tabs")
        .set("aria-label", cx.say(MessageKey::CardSections))
        .each(sections.len(), &|nth| {
            let class = if nth == 0 { "sc-tab sc-current" } else { "sc-tab" };
            let href = ["#", &cx.panel_id(sections[nth])].concat();
            let link = classed("a", class).set("href", href);
            let link = link.words(cx.say(sections[nth].name())).done();
            // Nothing in a row of tabs, a gap where there is no style sheet.
            nodes(vec![link, words(" ".to_owned())])
        })
        .done()
}

fn panel(cx: &ViewContext, shown: Section) -> Html {
    let content = match shown {
        Section::Trivia => questions(cx),
        _ => section(cx, shown),
    };
    classed("div", "sc-panel").set("id", cx.panel_id(shown)).child(content).done()
}

/// A folded section. Its id stands inside, for a link to what is inside opens it.
fn part(cx: &ViewContext, deeper: &ViewContext, shown: Section) -> Html {
    let name = cx.heading(1).attr("class", "sc-part-name");
    classed("details", "sc-part")
        .tag(tag("summary").tag(name.words(cx.say(shown.name()))))
        .child(panel(deeper, shown))
        .done()
}

/// The HTML of the story for reading, for the inside of a `<story-card>`: neither scripts nor
/// styles, every tag closed, no empty line, ids that begin with `sc-` and `id`, or else the id of
/// the story.
///
/// Of `options` it takes `sections`, `heading_level` and `spoilers`, and `seed` for the order
/// in which the options of questions stand; it opens with the first section and asks all
/// questions. `lists` says how much it holds of long tables and of the timeline.
pub async fn static_card(
    mut story: Story,
    options: Options,
    lists: Lists,
    id: Option<String>,
) -> String {
    let options = Options { section: None, questions: None, ..options };
    let name = story.id.clone();
    story.id = id.unwrap_or_else(|| name.clone());
    let props = move || {
        let session = Rc::new(Session::new(&story, options, 0));
        StaticCardProps {
            model: Model { story: StoryRef::new(story), session },
            lists,
            story: name,
        }
    };
    let html =
        yew::ServerRenderer::<StaticCard>::with_props(props).hydratable(false).render().await;
    line_breaks::broken(&html)
}
