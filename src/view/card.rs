//! The whole card: heading, tabs, the open section, foot.

use super::prose::prose;
use super::reader::Reader;
use super::tag::{Tag, classed, nothing, tag};
use super::{
    Face, Failure, Model, charts, disputes, faq, outcomes, overview, people, quiz, sources, tabs,
    timeline,
};
use crate::browser::hooks::{Countdown, bring_into_sight};
use crate::session::Action;
use crate::story::{Key, Messages, Section};
use yew::prelude::*;

/// What [`Card`] needs.
#[derive(Clone, PartialEq, Properties)]
pub struct CardProps {
    /// What to show.
    pub face: Face,
    /// Where the reader's wishes go.
    pub on_action: Callback<Action>,
}

/// The whole card.
#[derive(Default)]
pub struct Card {
    node: NodeRef,
    countdown: Countdown,
}

impl Component for Card {
    type Message = ();
    type Properties = CardProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn view(&self, context: &Context<Self>) -> Html {
        match &context.props().face {
            Face::Card(model) => card(&reader(model, context), &self.node),
            Face::Failed(failure) => failed(failure),
            Face::Empty => nothing(),
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let Face::Card(model) = &context.props().face else {
            return self.countdown.follow(&self.node, None);
        };
        let reader = reader(model, context);
        self.countdown.follow(&self.node, quiz::turn(&reader));
        if let Some(wish) = reader.sight() {
            bring_into_sight(&self.node, &wish);
        }
    }
}

fn reader(model: &Model, context: &Context<Card>) -> Reader {
    Reader { model: model.clone(), on_action: Some(context.props().on_action.clone()) }
}

fn card(reader: &Reader, node: &NodeRef) -> Html {
    let panel = tabs::panel(reader, section(reader, reader.session().open()));
    paper(reader)
        .node(node)
        .child(head(reader))
        .child(tabs::tabs(reader))
        .child(panel)
        .child(foot(reader))
        .done()
}

/// The element around a card, in the story's language and direction.
pub(super) fn paper(reader: &Reader) -> Tag {
    let story = reader.story();
    classed("article", "sc-card").set("lang", story.lang.clone()).attr("dir", story.dir.as_str())
}

/// Kicker, title and subtitle.
pub(super) fn head(reader: &Reader) -> Html {
    let story = reader.story();
    let title = reader.heading(0).attr("class", "sc-title").attr("part", "title");
    let subtitle = story.subtitle.as_ref();
    classed("header", "sc-head")
        .tag(classed("p", "sc-kicker").words(reader.say(Key::Kicker)))
        .tag(title.words(story.title.clone()))
        .child(
            subtitle.map_or_else(nothing, |it| classed("p", "sc-subtitle").child(prose(it)).done()),
        )
        .done()
}

/// A section's content.
pub(super) fn section(reader: &Reader, section: Section) -> Html {
    match section {
        Section::Overview => overview::overview(reader),
        Section::Trivia => quiz::quiz(reader),
        Section::Timeline => timeline::timeline(reader),
        Section::Charts => charts::charts(reader),
        Section::Cast => people::people(reader),
        Section::Faq => faq::faq(reader),
        Section::Outcomes => outcomes::outcomes(reader),
        Section::Disputes => disputes::disputes(reader),
        Section::Sources => sources::sources(reader),
    }
}

/// How much is said and on what it rests, and that nothing is sent.
pub(super) fn foot(reader: &Reader) -> Html {
    let story = reader.story();
    let (statements, sources) =
        (story.statement_count().to_string(), story.sources.len().to_string());
    let mut words = reader.fill(Key::FootStatements, &[("n", &statements), ("sources", &sources)]);
    if let Some(date) = &story.as_of {
        words.push_str(", ");
        words.push_str(&reader.as_of(date));
    }
    let remembers = reader.session().options().remember;
    let private = if remembers { Key::FootStored } else { Key::FootPrivate };
    classed("footer", "sc-foot")
        .tag(tag("span").words(words))
        .text(" ")
        .tag(tag("span").words(reader.say(private)))
        .done()
}

/// Why there is no card. No story, so no messages but the built-in ones.
fn failed(failure: &Failure) -> Html {
    let messages = Messages::default();
    let title = messages.text(Key::ErrorTitle).to_owned();
    let mut card = classed("div", "sc-card sc-failed")
        .attr("role", "alert")
        .tag(classed("p", "sc-title").words(title))
        .tag(classed("p", "sc-fault").words(failure.message.clone()));
    if failure.more > 0 {
        let more = messages.fill(Key::ErrorMore, &[("n", &failure.more.to_string())]);
        card = card.tag(classed("p", "sc-note").words(more));
    }
    card.done()
}
