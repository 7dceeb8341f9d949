//! The symbol table: every id of a story, and what it names; made before the story is read.

use super::enumeration::word;
use super::leaf::is_id;
use super::node::{Node, member};
use crate::story::fault::{Faults, quote, suggestion};
use crate::story::limits::{MOST_EVENTS, MOST_ITEMS};
use crate::story::{Date, Item, LaneKind, Section};

/// All ids of a story.
#[derive(Default)]
pub(super) struct SymbolTable {
    /// Sorted by id, then by offset.
    declarations: Vec<Declaration>,
    /// The kinds of which some id could not be read: what names one of them may be right.
    incomplete: Vec<SymbolKind>,
    /// The order in which the events of the text stand in the story.
    pub(super) event_order: Vec<usize>,
    /// The first clock that an event of the text names, in minutes ahead of UTC.
    pub(super) event_clock: Option<i16>,
}

/// Where an id is given to what it names.
struct Declaration {
    id: String,
    /// Offset of the id.
    at: usize,
    symbol: Symbol,
}

/// What an id names.
#[derive(Clone, Copy)]
pub(super) enum Symbol {
    Item(Item),
    /// The index of a lane, and what orders the events there if that can be read.
    Lane(usize, Option<LaneKind>),
}

/// The kind of what an id names: the list it stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SymbolKind {
    Section(Section),
    Lanes,
}

impl SymbolKind {
    /// How many there may be.
    fn most(self) -> usize {
        if self == Self::Section(Section::Timeline) { MOST_EVENTS } else { MOST_ITEMS }
    }

    /// What is of this kind, in words.
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

impl Symbol {
    fn kind(self) -> SymbolKind {
        match self {
            Self::Item(item) => SymbolKind::Section(item.section),
            Self::Lane(..) => SymbolKind::Lanes,
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

impl SymbolTable {
    /// The ids of all items, lanes and sources, broken ones too; notes those that stand twice.
    pub(super) fn of(root: &[(Node<'_>, Node<'_>)], faults: &mut Faults) -> Self {
        let mut symbols = Self::default();
        let lanes = symbols.entries(root, SymbolKind::Lanes, "timeline", "lanes");
        for (index, lane) in lanes.into_iter().enumerate() {
            symbols.add(lane, Symbol::Lane(index, lane_kind(lane)));
        }
        let (mut last, mut from) = (Section::Sources, 0);
        for (section, key) in LISTS {
            let mut entries =
                symbols.entries(root, SymbolKind::Section(section), section.id(), key);
            if section == Section::Timeline {
                symbols.order_events(&entries);
                let sorted = symbols.event_order.iter().filter_map(|index| entries.get(*index));
                entries = sorted.copied().collect();
            }
            from = if section == last { from } else { 0 };
            for entry in &entries {
                symbols.add(*entry, Symbol::Item(Item { section, index: from }));
                from += 1;
            }
            last = section;
        }
        symbols.declarations.sort_unstable_by(|a, b| a.id.cmp(&b.id).then(a.at.cmp(&b.at)));
        symbols.note_repeats(faults);
        symbols
    }

    /// Orders the events by lane and start; only the lanes of the story are declared yet.
    fn order_events(&mut self, events: &[Node<'_>]) {
        let date = |event: &Node<'_>| Date::parse(&event.member("date")?.content()?).ok();
        let dates: Vec<Option<Date>> = events.iter().map(date).collect();
        self.event_clock = dates.iter().flatten().find_map(Date::offset);
        let mut keys = Vec::with_capacity(events.len());
        for (index, (event, date)) in events.iter().zip(dates).enumerate() {
            let lane = event.member("lane").and_then(Node::content);
            let start = date.map_or_else(|| place(*event), |date| date.order(self.event_clock));
            keys.push((lane.and_then(|lane| self.first_lane(&lane)), start, index));
        }
        keys.sort_unstable();
        self.event_order = keys.into_iter().map(|(.., index)| index).collect();
    }

    /// What an id names.
    pub(super) fn find(&self, id: &str) -> Option<Symbol> {
        let at = self.declarations.partition_point(|declaration| declaration.id.as_str() < id);
        self.declarations
            .get(at)
            .filter(|declaration| declaration.id == id)
            .map(|declaration| declaration.symbol)
    }

    /// The index of a lane, while no other ids are declaration.
    pub(super) fn first_lane(&self, id: &str) -> Option<usize> {
        self.declarations.iter().position(|declaration| declaration.id == id)
    }

    /// Notes that nothing of this kind has the id: what else has it, or which is nearest.
    pub(super) fn note_dangling(&self, id: &str, kind: SymbolKind, at: usize, faults: &mut Faults) {
        if self.incomplete.contains(&kind) || faults.is_full() {
            return;
        }
        let (words, found) = (kind.words(), quote(id));
        let right = match self.find(id) {
            Some(symbol) => format!("It belongs to one of the {}.", symbol.kind().words()),
            None => suggestion(id, &self.ids_of(kind), words),
        };
        faults.push(
            at,
            format_args!("none of the {words} has the id {found}"),
            format_args!("{right}"),
        );
    }

    /// The ids of one kind.
    fn ids_of(&self, kind: SymbolKind) -> Vec<&str> {
        let here = self.declarations.iter().filter(|declaration| declaration.symbol.kind() == kind);
        here.map(|declaration| declaration.id.as_str()).collect()
    }

    /// The entries of a list; none where there is no list that can be read.
    fn entries<'a>(
        &mut self,
        root: &[(Node<'a>, Node<'a>)],
        kind: SymbolKind,
        section: &str,
        key: &str,
    ) -> Vec<Node<'a>> {
        let mut list = member(root, section);
        if !key.is_empty() && list.is_some_and(|section| section.members().is_some()) {
            list = list.and_then(|section| section.member(key));
        }
        let Some(list) = list else {
            // A story must have these lists; that they are missing is one fault, not many.
            if matches!(kind, SymbolKind::Lanes | SymbolKind::Section(Section::Sources)) {
                self.incomplete.push(kind);
            }
            return Vec::new();
        };
        let entries = list.elements().filter(|entries| entries.len() <= kind.most());
        if entries.is_none() {
            self.incomplete.push(kind);
        }
        entries.unwrap_or_default()
    }

    /// Adds what an entry of a list has as its id.
    fn add(&mut self, entry: Node<'_>, symbol: Symbol) {
        let id = entry.member("id");
        match id.and_then(|id| id.content()).filter(|id| is_id(id)) {
            Some(text) => {
                self.declarations.push(Declaration {
                    id: text,
                    at: id.map_or(entry.at, |id| id.at),
                    symbol,
                });
            }
            None => self.incomplete.push(symbol.kind()),
        }
    }

    fn note_repeats(&self, faults: &mut Faults) {
        for pair in self.declarations.windows(2) {
            if let [first, second] = pair
                && first.id == second.id
            {
                let (first, id) = (first.symbol.kind().words(), quote(&second.id));
                faults.push(
                    second.at,
                    format_args!("the id {id} is taken by one of the {first}"),
                    format_args!("Ids are unique in a story, over all items, lanes and sources."),
                );
            }
        }
    }
}

/// The kind of a lane, if that can be read.
fn lane_kind(lane: Node<'_>) -> Option<LaneKind> {
    let Some(scale) = lane.member("scale") else { return Some(LaneKind::default()) };
    word(scale)
}

/// The place of an event in an order; 0 where it has none.
fn place(event: Node<'_>) -> i64 {
    let Some(order) = event.member("order") else { return 0 };
    let first = order.member("from").unwrap_or(order);
    // A place is small; what is none has its fault.
    first.number().flatten().unwrap_or_default() as i64
}
