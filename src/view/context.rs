//! What every part of the card needs: the story, where the reader is, and where actions go.

use super::Model;
use super::lists::{Lists, MOST_EVENTS};
use super::tag::{Tag, tag};
use super::typed_number::Typed;
use crate::browser::hooks::ScrollRequest;
use crate::session::{Action, ArrangedRef, FocusRequest, Session, Target, chart_shown};
use crate::story::{Address, Chart, Date, Item, MessageKey, Messages, Section, Story, number};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The story, where the reader is, and where actions go.
///
/// Without a place for actions the same parts are written for reading: links to items
/// become anchors, folds become `<details>`, and titles are words.
#[derive(Clone, PartialEq)]
pub(super) struct ViewContext {
    /// Story and session.
    pub model: Model,
    /// Where actions go; none in the static card.
    pub on_action: Option<Callback<Action>>,
    /// The question of whose review this is a part.
    pub reviewed: Option<usize>,
    /// How much of long lists a static card holds.
    pub lists: Lists,
    /// What stands in the number field that was typed into last.
    pub typed: Rc<RefCell<Option<Typed>>>,
    /// Whether this is a part of the cover, where other sections are shown small.
    pub is_cover: bool,
}

impl ViewContext {
    /// Whether this is the static card, which takes no actions. Never so in the runtime,
    /// which is built without all that only reading needs.
    pub(super) fn is_static(&self) -> bool {
        cfg!(feature = "tool") && self.on_action.is_none()
    }

    /// What the card says.
    pub(super) fn story(&self) -> &Story {
        &self.model.story
    }

    /// Where the reader is.
    pub(super) fn session(&self) -> &Session {
        &self.model.session
    }

    /// How the reader has arranged the chart at this place; none for as in the story, as on the cover.
    pub(super) fn arranged(&self, chart: usize) -> Option<&ArrangedRef> {
        self.session().arranged(chart).filter(|_| !self.is_cover)
    }

    /// The chart at this place of the story's list, as it is shown.
    pub(super) fn chart(&self, at: usize) -> Option<&Chart> {
        chart_shown(self.arranged(at), self.story(), at)
    }

    /// What the card itself says.
    pub(super) fn messages(&self) -> &Messages {
        &self.model.story.messages
    }

    /// One of the card's own words.
    pub(super) fn say(&self, key: MessageKey) -> String {
        self.messages().text(key).to_owned()
    }

    /// One of the card's own sentences, filled.
    pub(super) fn fill(&self, key: MessageKey, values: &[(&str, &str)]) -> String {
        self.messages().fill(key, values)
    }

    /// One of the card's own sentences for so many things, its `{n}`.
    pub(super) fn count(&self, key: MessageKey, count: usize) -> String {
        let n = self.number(count);
        self.messages().fill_counted(key, count as f64, &[("n", &n)])
    }

    /// A count as the story's language writes it.
    pub(super) fn number(&self, count: usize) -> String {
        number::format(count as f64, self.messages())
    }

    /// A callback that dispatches `action` when something is pressed.
    pub(super) fn on_press(&self, action: Action) -> Callback<MouseEvent> {
        let cx = self.clone();
        Callback::from(move |_| cx.dispatch(action.clone()))
    }

    /// Dispatches `action` at once.
    pub(super) fn dispatch(&self, action: Action) {
        if let Some(on_action) = &self.on_action {
            on_action.emit(action);
        }
    }

    /// The same, for the review of a question: its links lead back to it.
    pub(super) fn reviewing(&self, question: usize) -> Self {
        Self { reviewed: Some(question), ..self.clone() }
    }

    /// The event that stands out in the timeline.
    pub(super) fn event(&self) -> Option<usize> {
        self.session().prominent_event(self.story())
    }

    /// The same, for what the cover shows of other sections.
    pub(super) fn on_cover(&self) -> Self {
        let wrap = |on_action: &Callback<Action>| {
            let on_action = on_action.clone();
            Callback::from(move |action| on_action.emit(Action::OnCover(Box::new(action))))
        };
        Self { on_action: self.on_action.as_ref().map(wrap), is_cover: true, ..self.clone() }
    }

    /// Follows a link to an address when something is pressed.
    pub(super) fn on_follow(&self, address: Address) -> Callback<MouseEvent> {
        self.on_press(Action::Follow { address, question: self.reviewed })
    }

    /// Whether an item's words must not be shown.
    pub(super) fn is_folded(&self, item: Item) -> bool {
        self.session().is_folded(self.story(), item)
    }

    /// Whether the card shows this section.
    pub(super) fn shows(&self, section: Section) -> bool {
        self.session().sections().contains(&section)
    }

    /// How many entries of a list stand in the card, of so many. The live card has them all.
    pub(super) fn held(&self, count: usize, most: usize) -> usize {
        if self.is_static() { self.lists.held(count, most) } else { count }
    }

    /// Whether a link to an item leads anywhere. The static card leaves no question out, but late
    /// events.
    pub(super) fn leads_to(&self, item: Item) -> bool {
        if self.is_static() {
            let is_held = self.held(usize::MAX, MOST_EVENTS) > item.index;
            return self.shows(item.section) && (is_held || item.section != Section::Timeline);
        }
        self.session().leads_anywhere(self.story(), item.section, Some(item))
    }

    /// What the session wants scrolled into view, by the id of its element.
    pub(super) fn scroll_request(&self) -> Option<ScrollRequest> {
        let FocusRequest { target, serial, focus } = self.session().focus_request()?;
        let else_id = matches!(target, Target::Tab(_)).then(|| self.more_id());
        Some(ScrollRequest { serial, focus, id: self.target_id(target), else_id })
    }

    /// The element id of what can be brought into sight.
    pub(super) fn target_id(&self, target: Target) -> String {
        let part = match target {
            Target::Item(item) => return self.item_id(item),
            Target::Tab(section) => return self.tab_id(section),
            Target::Panel => self.session().open().id(),
            Target::Question => "question",
            Target::Verdict => "verdict",
            Target::Result => "result",
            Target::Text => "text",
        };
        ["sc-", &self.story().id, "-", part].concat()
    }

    /// The element id of a section's tab.
    pub(super) fn tab_id(&self, section: Section) -> String {
        ["sc-", &self.story().id, "-tab-", section.id()].concat()
    }

    /// The element id of a section's panel.
    pub(super) fn panel_id(&self, section: Section) -> String {
        ["sc-", &self.story().id, "-", section.id()].concat()
    }

    /// The element id of the panel of sources.
    pub(super) fn source_panel_id(&self) -> String {
        ["sc-", &self.story().id, "-panel"].concat()
    }

    /// The element id of the heading of a section.
    pub(super) fn heading_id(&self, section: Section) -> String {
        ["sc-", &self.story().id, "-heading-", section.id()].concat()
    }

    /// The element id of what holds the sections that have no room in the row.
    pub(super) fn more_id(&self) -> String {
        ["sc-", &self.story().id, "-more"].concat()
    }

    /// The heading element `deeper` levels below the card's title.
    pub(super) fn heading(&self, deeper: u8) -> Tag {
        let level = self.session().options().heading_level.saturating_add(deeper);
        tag(match level {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        })
    }

    /// The heading of an item of a section.
    pub(super) fn item_heading(&self) -> Tag {
        self.heading(2)
    }

    /// A heading inside a section.
    pub(super) fn subheading(&self, words: String) -> Html {
        self.item_heading().attr("class", "sc-subheading").words(words).done()
    }

    /// Up to when something holds, in words.
    pub(super) fn as_of(&self, date: &Date) -> String {
        self.fill(MessageKey::AsOf, &[("date", &date.words(self.messages()))])
    }

    /// The element id of an item, which does not name it while it is folded.
    pub(super) fn item_id(&self, item: Item) -> String {
        let story = self.story();
        // No id begins so, and the place is no secret.
        let place = ["_", &item.index.to_string()].concat();
        let name = if self.is_folded(item) { &place } else { story.item_id(item) };
        ["sc-", &story.id, "-", item.section.id(), "-", name].concat()
    }

    /// The address of an item.
    pub(super) fn address(item: Item) -> Address {
        Address { section: item.section, item: Some(item.index) }
    }
}
