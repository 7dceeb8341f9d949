//! What a reader expands and collapses. Spoilers are something else: they are folded.

use super::{Session, Target};
use crate::story::{Item, Section, Story};

/// Something of which a reader sees a line, and the rest when it is expanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// The text of an item below its title.
    Item(Item),
    /// The values of a chart as a table, by the chart's place in the story's list.
    Table(usize),
    /// The values of a drawn guess beside the true ones, by the question's place in the pool.
    Drawn(usize),
    /// What the author says of a chart's values, by the chart's place.
    Notes(usize),
    /// What is missing in a chart, by the chart's place.
    Missing(usize),
    /// How a chart can be arranged, by the chart's place.
    Arrange(usize),
    /// The ways to take a chart along, by the chart's place.
    Export(usize),
    /// The events of a stretch of the timeline, by the place of its first event.
    Stretch(usize),
    /// What a section does not show at first: the end of its list, of the overview all that the cover
    /// has no room for.
    Rest(Section),
    /// The answers of a round that is over.
    Review,
}

/// The sections whose items are a title in a line, with the first one expanded.
const OPENED: [Section; 3] = [Section::Faq, Section::Outcomes, Section::Disputes];

/// What is expanded for a reader who has just come.
pub(super) fn expanded_at_first() -> Vec<Disclosure> {
    OPENED.map(|section| Disclosure::Item(Item { section, index: 0 })).to_vec()
}

impl Session {
    /// Whether something is expanded.
    pub fn is_expanded(&self, what: Disclosure) -> bool {
        self.expanded.contains(&what)
    }

    /// Whether every item of a section is expanded, but for spoilers that are folded.
    pub fn is_all_expanded(&self, story: &Story, section: Section) -> bool {
        let mut shown = story.items_of(section).filter(|item| !self.is_folded(story, *item));
        shown.all(|item| self.is_expanded(Disclosure::Item(item)))
    }

    pub(super) fn set_expanded(&mut self, what: Disclosure, is_expanded: bool) {
        if !is_expanded {
            self.expanded.retain(|known| *known != what);
        } else if !self.is_expanded(what) {
            self.expanded.push(what);
        }
    }

    /// Expands or collapses something, as the reader wishes. An event that is expanded is picked.
    pub(super) fn disclose(&mut self, story: &Story, what: Disclosure, is_expanded: bool) {
        // An element says so too when it comes into the page as it is.
        if self.is_expanded(what) == is_expanded {
            return;
        }
        self.set_expanded(what, is_expanded);
        if matches!(what, Disclosure::Export(_)) {
            self.exported = None;
        }
        if let Disclosure::Item(Item { section: Section::Timeline, index }) = what
            && is_expanded
        {
            self.pick_event(story, Some(index));
        }
    }

    /// Expands or collapses every item of a section. What is expanded is listed as well.
    pub(super) fn disclose_all(&mut self, story: &Story, section: Section, is_expanded: bool) {
        for item in story.items_of(section) {
            self.set_expanded(Disclosure::Item(item), is_expanded);
        }
        if is_expanded {
            self.set_expanded(Disclosure::Rest(section), true);
        }
    }

    /// Lists the whole of a section; the first entry that comes is where the reader goes on.
    pub(super) fn list_rest(&mut self, section: Section, first: usize) {
        self.set_expanded(Disclosure::Rest(section), true);
        self.request_focus(Target::Item(Item { section, index: first }), true);
    }

    /// Expands all that an item stands in, and the item itself.
    pub(super) fn reveal(&mut self, story: &Story, item: Item) {
        self.set_expanded(Disclosure::Item(item), true);
        self.set_expanded(Disclosure::Rest(item.section), true);
        if item.section == Section::Sources {
            // It may be among those that were not looked for.
            self.wanted.clear();
        }
        if item.section == Section::Timeline
            && let Some(stretch) = story.timeline.stretch_of(item.index)
        {
            self.set_expanded(Disclosure::Stretch(stretch.first), true);
        }
    }
}
