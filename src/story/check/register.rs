//! Every id of a story, and what it names.

use crate::story::fault::{Faults, instead, quote};
use crate::story::order::sort;
use crate::story::raw::{Given, Outline};
use crate::story::{Item, Section};

/// All ids, sorted.
pub(super) struct Register {
    known: Vec<Known>,
    /// Where ids could not be read: what points there may be right.
    blurred: Vec<Place>,
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
    /// A place in the list of lanes.
    Lane(usize),
}

/// A list whose entries have ids.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Section(Section),
    Lanes,
}

impl Place {
    /// What this place calls its `index`-th entry.
    fn entry(self, index: usize) -> What {
        match self {
            Self::Section(section) => What::Item(Item { section, index }),
            Self::Lanes => What::Lane(index),
        }
    }

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
            Self::Lane(_) => Place::Lanes,
        }
    }
}

impl Register {
    /// The ids of all items, lanes and sources, broken ones too; notes those that stand twice.
    pub(super) fn of(outline: &Outline, faults: &mut Faults) -> Self {
        let mut register = Self { known: Vec::new(), blurred: Vec::new() };
        for (section, list) in [
            (Section::Overview, outline.figures()),
            (Section::Trivia, outline.questions()),
            (Section::Timeline, outline.events()),
            (Section::Charts, outline.charts.items()),
            (Section::Cast, outline.cast.items()),
            (Section::Faq, outline.faq.items()),
            (Section::Outcomes, outline.outcomes.items()),
            (Section::Disputes, outline.disputes.items()),
            (Section::Sources, outline.sources.items()),
        ] {
            register.add(Place::Section(section), 0, list);
        }
        register.add(Place::Lanes, 0, outline.lanes());
        let first_fact = match outline.figures() {
            Given::List(figures) => figures.count(),
            Given::Nothing | Given::Broken => 0,
        };
        register.add(Place::Section(Section::Overview), first_fact, outline.facts());
        sort(&mut register.known, |a, b| a.id.cmp(&b.id).then(a.at.cmp(&b.at)));
        register.note_repeats(faults);
        register
    }

    /// What an id names.
    pub(super) fn find(&self, id: &str) -> Option<What> {
        let at = self.known.partition_point(|known| known.id.as_str() < id);
        self.known.get(at).filter(|known| known.id == id).map(|known| known.what)
    }

    /// Whether all ids of a place could be read.
    pub(super) fn is_blurred(&self, place: Place) -> bool {
        self.blurred.contains(&place)
    }

    /// Notes that no entry of `place` has this id: what else has it, or which is nearest.
    pub(super) fn note_dangling(&self, id: &str, place: Place, at: usize, faults: &mut Faults) {
        if self.is_blurred(place) || faults.is_full() {
            return;
        }
        let wrong = format!("none of the {} has the id {}", place.words(), quote(id));
        let right = match self.find(id) {
            Some(what) => format!("It belongs to one of the {}.", what.place().words()),
            None => instead(id, &self.ids_of(place), place.words()),
        };
        faults.push(at, wrong, right);
    }

    /// The ids of one place.
    fn ids_of(&self, place: Place) -> Vec<&str> {
        let here = self.known.iter().filter(|known| known.what.place() == place);
        here.map(|known| known.id.as_str()).collect()
    }

    /// Adds a list; its first entry is the `from`-th of its place.
    fn add(&mut self, place: Place, from: usize, list: Given<'_>) {
        let list = match list {
            Given::Nothing => return,
            Given::Broken => return self.blurred.push(place),
            Given::List(list) => list,
        };
        for index in 0..list.count() {
            match list.id(index) {
                Some((Some(id), at)) => {
                    let what = place.entry(from + index);
                    self.known.push(Known { id: id.to_owned(), at, what });
                }
                _ => self.blurred.push(place),
            }
        }
    }

    fn note_repeats(&self, faults: &mut Faults) {
        for pair in self.known.windows(2) {
            if let [first, second] = pair
                && first.id == second.id
            {
                let first = first.what.place().words();
                let wrong = format!("the id {} is taken by one of the {first}", quote(&second.id));
                let right = "Ids are unique in a story, over all items, lanes and sources.";
                faults.push(second.at, wrong, right);
            }
        }
    }
}
