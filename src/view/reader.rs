//! What every part of the card needs: the story, where the reader is, and where wishes go.

use super::Model;
use crate::session::{Action, Session, Target};
use crate::story::{Address, Item, Key, Messages, Section, Story};
use yew::prelude::*;

/// The story, where the reader is, and where wishes go.
///
/// Without a place for wishes the same parts are written for reading only: links
/// become anchors, nothing is a button.
#[derive(Clone, PartialEq)]
pub(super) struct Reader {
    /// Story and session.
    pub model: Model,
    /// Where wishes go; none in the static card.
    pub on_action: Option<Callback<Action>>,
}

impl Reader {
    /// What the card says.
    pub(super) fn story(&self) -> &Story {
        &self.model.story
    }

    /// Where the reader is.
    pub(super) fn session(&self) -> &Session {
        &self.model.session
    }

    /// What the card itself says.
    pub(super) fn messages(&self) -> &Messages {
        &self.model.story.messages
    }

    /// One of the card's own words.
    pub(super) fn say(&self, key: Key) -> String {
        self.messages().text(key).to_owned()
    }

    /// One of the card's own sentences, filled.
    pub(super) fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        self.messages().fill(key, values)
    }

    /// A callback that wishes `action`, whatever the event was.
    pub(super) fn wish<E>(&self, action: Action) -> Callback<E> {
        match &self.on_action {
            Some(on_action) => on_action.reform(move |_| action.clone()),
            None => Callback::noop(),
        }
    }

    /// Wishes `action` at once.
    pub(super) fn act(&self, action: Action) {
        if let Some(on_action) = &self.on_action {
            on_action.emit(action);
        }
    }

    /// Whether an item's words must not be shown.
    pub(super) fn is_folded(&self, item: Item) -> bool {
        self.session().is_folded(self.story(), item)
    }

    /// Whether the card shows this section.
    pub(super) fn shows(&self, section: Section) -> bool {
        self.session().sections().contains(&section)
    }

    /// The wish that this target be seen, if it is wanted: its turn, and whether focus goes there.
    pub(super) fn attention(&self, target: Target) -> Option<(u32, bool)> {
        self.session()
            .attention()
            .filter(|wanted| wanted.target == target)
            .map(|wanted| (wanted.turn, wanted.focus))
    }

    /// The name of the heading element `deeper` levels below the card's title.
    pub(super) fn heading(&self, deeper: u8) -> String {
        let level = self.session().options().heading_level.saturating_add(deeper).clamp(1, 6);
        format!("h{level}")
    }

    /// The element id of an item.
    pub(super) fn item_id(&self, item: Item) -> String {
        let story = self.story();
        format!("sc-{}-{}-{}", story.id, item.section.id(), story.item_id(item))
    }

    /// The element id of an item, which does not name it while it is folded.
    pub(super) fn item_id_of(&self, item: Item, folded: bool) -> String {
        if folded {
            format!("sc-{}-{}-{}", self.story().id, item.section.id(), item.index)
        } else {
            self.item_id(item)
        }
    }

    /// The address of an item.
    pub(super) fn address(item: Item) -> Address {
        Address { section: item.section, item: Some(item.index) }
    }
}
