//! A story for reading, without a script: title and first section, as the live card shows them.
//!
//! Made natively (feature `cli`), never part of the WebAssembly. It composes the
//! same leaves as `card`; with nowhere for wishes to go, words that rest on sources lead
//! there by links. A quiz and drawings are for use and do not read well here yet.

use super::card::{foot, head, paper, section};
use super::reader::Reader;
use super::tag::classed;
use super::{Model, StoryRef};
use crate::session::{Options, Session};
use crate::story::Story;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Page`] needs.
#[derive(Clone, PartialEq, Properties)]
struct PageProps {
    model: Model,
}

/// The story for reading.
#[component]
fn Page(props: &PageProps) -> Html {
    let reader = Reader { model: props.model.clone(), on_action: None };
    let panel = classed("div", "sc-panel").child(section(&reader, reader.session().open()));
    paper(&reader).child(head(&reader)).tag(panel).child(foot(&reader)).done()
}

/// The HTML of the story's title and first section, for the inside of a `<story-card>`.
pub async fn page(story: Story, options: Options) -> String {
    let props = move || {
        let session = Rc::new(Session::new(&story, options, 0));
        PageProps { model: Model { story: StoryRef::new(story), session } }
    };
    yew::ServerRenderer::<Page>::with_props(props).hydratable(false).render().await
}
