//! Every id of a story, and what it names: looked up before the story is read.

use super::list::MOST_ITEMS;
use super::node::{Node, member};
use super::{is_id, timeline};
use crate::story::fault::{Faults, instead, quote};
use crate::story::{Item, Scale, Section};

/// All ids, sorted.
#[derive(Default)]
pub(super) struct Register {
    known: Vec<Known>,
    /// Where ids could not be read: what points there may be right.
    blurred: Vec<Place>,
    /// The order in which the events of the text stand in the story.
    pub(super) events: Vec<usize>,
}

/// An id.
struct Known {
    id: String,
    at: usize,
    what: What,
}

/// What an id names.
#[derive(Clone, Copy)]
pub(super) enum What {
    Item(Item),
    /// A place in the list of lanes, and what orders the events there if that can be read.
    Lane(usize, Option<Scale>),
}

/// A list whose entries have ids.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Section(Section),
    Lanes,
}

impl Place {
    /// Its entries, in words.
    fn words(self) -> &'static str {
        match self {
            Self::Section(Section::Overview) => "figures and facts",
            Self::Section(Section::Trivia) => "questions",
            Self::Section(Section::Timeline) => "events",
            Self::Section(Section::Charts) => "charts",
            Self::Section(Section::Cast) => "people of the cast",
            Self::Section(Section::Faq) => "answers of the faq",
            Self::Section(Section::Outcomes) => "outcomes",
            Self::Section(Section::Disputes) => "disputes",
            Self::Section(Section::Sources) => "sources",
            Self::Lanes => "lanes",
        }
    }
}

impl What {
    fn place(self) -> Place {
        match self {
            Self::Item(item) => Place::Section(item.section),
            Self::Lane(..) => Place::Lanes,
        }
    }
}

/// The lists of items: their section, and the key there if the section is not the list itself.
/// The figures of the overview come before its facts, and count with them.
const LISTS: [(Section, &str); 10] = [
    (Section::Overview, "figures"),
    (Section::Overview, "facts"),
    (Section::Trivia, "questions"),
    (Section::Timeline, "events"),
    (Section::Charts, ""),
    (Section::Cast, ""),
    (Section::Faq, ""),
    (Section::Outcomes, ""),
    (Section::Disputes, ""),
    (Section::Sources, ""),
];

impl Register {
    /// The ids of all items, lanes and sources, broken ones too; notes those that stand twice.
    pub(super) fn of(root: &[(Node<'_>, Node<'_>)], faults: &mut Faults) -> Self {
        let mut register = Self::default();
        let lanes = register.entries(root, Place::Lanes, "timeline", "lanes");
        for (index, lane) in lanes.into_iter().enumerate() {
            register.add(lane, What::Lane(index, timeline::scale_of(lane)));
        }
        let (mut last, mut from) = (Section::Sources, 0);
        for (section, key) in LISTS {
            let mut entries = register.entries(root, Place::Section(section), section.id(), key);
            if section == Section::Timeline {
                register.events = timeline::order_of(&entries, &register);
                let sorted = register.events.iter().filter_map(|place| entries.get(*place));
                entries = sorted.copied().collect();
            }
            from = if section == last { from } else { 0 };
            for entry in &entries {
                register.add(*entry, What::Item(Item { section, index: from }));
                from += 1;
            }
            last = section;
        }
        register.known.sort_unstable_by(|a, b| a.id.cmp(&b.id).then(a.at.cmp(&b.at)));
        register.note_repeats(faults);
        register
    }

    /// What an id names.
    pub(super) fn find(&self, id: &str) -> Option<What> {
        let at = self.known.partition_point(|known| known.id.as_str() < id);
        self.known.get(at).filter(|known| known.id == id).map(|known| known.what)
    }

    /// The place of a lane, while no other ids are known.
    pub(super) fn first_lane(&self, id: &str) -> Option<usize> {
        self.known.iter().position(|known| known.id == id)
    }

    /// Notes that no entry of `place` has this id: what else has it, or which is nearest.
    pub(super) fn note_dangling(&self, id: &str, place: Place, at: usize, faults: &mut Faults) {
        if self.blurred.contains(&place) || faults.is_full() {
            return;
        }
        let (words, found) = (place.words(), quote(id));
        let right = match self.find(id) {
            Some(what) => format!("It belongs to one of the {}.", what.place().words()),
            None => instead(id, &self.ids_of(place), words),
        };
        faults.push(
            at,
            format_args!("none of the {words} has the id {found}"),
            format_args!("{right}"),
        );
    }

    /// The ids of one place.
    fn ids_of(&self, place: Place) -> Vec<&str> {
        let here = self.known.iter().filter(|known| known.what.place() == place);
        here.map(|known| known.id.as_str()).collect()
    }

    /// The entries of a list; none where there is no list that can be read.
    fn entries<'a>(
        &mut self,
        root: &[(Node<'a>, Node<'a>)],
        place: Place,
        section: &str,
        key: &str,
    ) -> Vec<Node<'a>> {
        let mut list = member(root, section);
        if !key.is_empty() && list.is_some_and(|section| section.members().is_some()) {
            list = list.and_then(|section| section.member(key));
        }
        let Some(list) = list else {
            // A story must have these lists; that they are missing is one fault, not many.
            if matches!(place, Place::Lanes | Place::Section(Section::Sources)) {
                self.blurred.push(place);
            }
            return Vec::new();
        };
        let entries = list.elements().filter(|entries| entries.len() <= MOST_ITEMS);
        if entries.is_none() {
            self.blurred.push(place);
        }
        entries.unwrap_or_default()
    }

    /// Adds what an entry of a list has as its id.
    fn add(&mut self, entry: Node<'_>, what: What) {
        let id = entry.member("id");
        match id.and_then(|id| id.content()).filter(|id| is_id(id)) {
            Some(text) => {
                self.known.push(Known { id: text, at: id.map_or(entry.at, |id| id.at), what });
            }
            None => self.blurred.push(what.place()),
        }
    }

    fn note_repeats(&self, faults: &mut Faults) {
        for pair in self.known.windows(2) {
            if let [first, second] = pair
                && first.id == second.id
            {
                let (first, id) = (first.what.place().words(), quote(&second.id));
                faults.push(
                    second.at,
                    format_args!("the id {id} is taken by one of the {first}"),
                    format_args!("Ids are unique in a story, over all items, lanes and sources."),
                );
            }
        }
    }
}
