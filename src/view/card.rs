//! The whole card: heading, tabs, the open section, foot.

use super::prose::prose;
use super::reader::Reader;
use super::{
    Face, Failure, charts, disputes, faq, outcomes, overview, people, quiz, sources, tabs, timeline,
};
use crate::browser::hooks::use_sight;
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
#[component]
pub fn Card(props: &CardProps) -> Html {
    let node = use_node_ref();
    let reader = match &props.face {
        Face::Card(model) => {
            Some(Reader { model: model.clone(), on_action: Some(props.on_action.clone()) })
        }
        Face::Empty | Face::Failed(_) => None,
    };
    use_sight(&node, reader.as_ref().and_then(Reader::sight));
    match (&props.face, reader) {
        (_, Some(reader)) => card(&reader, node),
        (Face::Failed(failure), None) => failed(failure),
        _ => html! {},
    }
}

fn card(reader: &Reader, node: NodeRef) -> Html {
    let story = reader.story();
    html! {
        <article ref={node} class="sc-card" lang={story.lang.clone()} dir={story.dir.as_str()}>
            {head(reader)}
            {tabs::tabs(reader)}
            {tabs::panel(reader, section(reader, reader.session().open()))}
            {foot(reader)}
        </article>
    }
}

/// Kicker, title and subtitle.
pub(super) fn head(reader: &Reader) -> Html {
    let story = reader.story();
    html! {
        <header class="sc-head">
            <p class="sc-kicker">{reader.say(Key::Kicker)}</p>
            <@{reader.heading(0)} class="sc-title" part="title">{&story.title}</@>
            if let Some(subtitle) = &story.subtitle { <p class="sc-subtitle">{prose(subtitle)}</p> }
        </header>
    }
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
    let as_of =
        story.as_of.map(|date| reader.fill(Key::AsOf, &[("date", &date.words(reader.messages()))]));
    html! {
        <footer class="sc-foot">
            <span>
                {reader.fill(Key::FootStatements, &[("n", &statements), ("sources", &sources)])}
                {as_of.map(|words| format!(", {words}"))}
            </span>
            <span>{reader.say(Key::FootPrivate)}</span>
        </footer>
    }
}

/// Why there is no card. No story, so no messages but the built-in ones.
fn failed(failure: &Failure) -> Html {
    let messages = Messages::default();
    html! {
        <div class="sc-card sc-failed" role="alert">
            <p class="sc-title">{messages.text(Key::ErrorTitle).to_owned()}</p>
            <p class="sc-fault">{&failure.message}</p>
            if failure.more > 0 {
                <p class="sc-note">{messages.fill(Key::ErrorMore, &[("n", &failure.more.to_string())])}</p>
            }
        </div>
    }
}
