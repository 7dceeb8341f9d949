//! The whole card: head, row of sections, the open section, foot.

use super::context::ViewContext;
use super::foot::foot;
use super::keys::keeping_own_keys;
use super::panel::panel;
use super::prose::prose;
use super::section_nav::section_nav;
use super::source_panel::source_panel;
use super::tag::{Tag, classed, nothing};
use super::typed_number::Typed;
use super::{
    Face, Failure, Lists, Model, cast, charts, disputes, faq, outcomes, overview, quiz, sources,
    timeline,
};
use crate::browser::hooks::{Countdown, scroll_into_view};
use crate::session::Action;
use crate::story::{MessageKey, Messages, Section, number};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Card`] needs.
#[derive(Clone, PartialEq, Properties)]
pub struct CardProps {
    /// What to show.
    pub face: Face,
    /// Where actions go.
    pub on_action: Callback<Action>,
}

/// The whole card.
#[derive(Default)]
pub struct Card {
    node: NodeRef,
    countdown: Countdown,
    typed: Rc<RefCell<Option<Typed>>>,
}

impl Component for Card {
    type Message = ();
    type Properties = CardProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn view(&self, context: &Context<Self>) -> Html {
        match &context.props().face {
            Face::Card(model) => card(&self.view_context(model, context), &self.node),
            Face::Failed(failure) => failed(failure),
            Face::Empty => nothing(),
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let Face::Card(model) = &context.props().face else {
            return self.countdown.follow(&self.node, None);
        };
        let cx = self.view_context(model, context);
        self.countdown.follow(&self.node, quiz::countdown(&cx));
        if let Some(request) = cx.scroll_request() {
            scroll_into_view(&self.node, &request);
        }
    }
}

impl Card {
    fn view_context(&self, model: &Model, context: &Context<Self>) -> ViewContext {
        ViewContext {
            model: model.clone(),
            on_action: Some(context.props().on_action.clone()),
            reviewed: None,
            lists: Lists::Whole,
            typed: self.typed.clone(),
            is_cover: false,
        }
    }
}

fn card(cx: &ViewContext, node: &NodeRef) -> Html {
    let open = cx.session().open();
    let panel = panel(cx, open, section(cx, open)).key(open.id().to_owned());
    keeping_own_keys(paper(cx))
        .node(node)
        .child(head(cx))
        .child(section_nav(cx))
        .tag(panel.attr("tabindex", "-1"))
        .child(if open == Section::Overview { overview::contents(cx) } else { nothing() })
        .child(foot(cx))
        .child(source_panel(cx))
        .done()
}

/// The element around a card, in the story's language and direction.
pub(super) fn paper(cx: &ViewContext) -> Tag {
    let story = cx.story();
    classed("article", "sc-card").set("lang", story.lang.clone()).attr("dir", story.dir.as_str())
}

/// Kicker, title and subtitle; beside another section than the cover the title alone, in a line.
pub(super) fn head(cx: &ViewContext) -> Html {
    let story = cx.story();
    let title = cx.heading(0).attr("class", "sc-title").attr("part", "title");
    if cx.session().open() != Section::Overview {
        return classed("header", "sc-head sc-brief").tag(title.words(story.title.clone())).done();
    }
    let subtitle = story.subtitle.as_ref();
    classed("header", "sc-head")
        .tag(classed("p", "sc-kicker").words(cx.say(MessageKey::Kicker)))
        .tag(title.words(story.title.clone()))
        .child(
            subtitle.map_or_else(nothing, |it| classed("p", "sc-subtitle").child(prose(it)).done()),
        )
        .done()
}

/// A section's content.
pub(super) fn section(cx: &ViewContext, section: Section) -> Html {
    match section {
        Section::Overview => overview::overview(cx),
        Section::Trivia => quiz::quiz(cx),
        Section::Timeline => timeline::timeline(cx),
        Section::Charts => charts::charts(cx),
        Section::Cast => cast::cast(cx),
        Section::Faq => faq::faq(cx),
        Section::Outcomes => outcomes::outcomes(cx),
        Section::Disputes => disputes::disputes(cx),
        Section::Sources => sources::sources(cx),
    }
}

/// Why there is no card. No story, so no messages but the built-in ones.
fn failed(failure: &Failure) -> Html {
    let messages = Messages::default();
    let title = messages.text(MessageKey::ErrorTitle).to_owned();
    let mut card = classed("div", "sc-card sc-failed")
        .attr("role", "alert")
        .tag(classed("p", "sc-title").words(title))
        .tag(classed("p", "sc-fault").words(failure.message.clone()));
    if failure.more > 0 {
        let (key, n) = (MessageKey::ErrorMore, number::format(failure.more as f64, &messages));
        let more = messages.fill_counted(key, failure.more as f64, &[("n", &n)]);
        card = card.tag(classed("p", "sc-note").words(more));
    }
    card.done()
}
