//! Finding things in a story: items by address, an item's id, name and claim.
//!
//! In: addresses such as `timeline/premiere`, items of all sections alike, counts.
//! Out: whether an item may be named at all while spoilers are folded; that is the
//! reader's choice and stands in `crate::session`.
//!
//! An [`Item`] of another story is answered with nothing (or an empty text), never with a panic.

use super::{
    Address, Chart, ChartKind, Claim, Data, Event, EventTime, Item, Question, Section, Story, Text,
};

/// What all items have in common.
struct Entry<'a> {
    id: &'a str,
    name: Name<'a>,
    claim: Option<&'a Claim>,
}

/// What an item is called in a link to it.
enum Name<'a> {
    Plain(&'a str),
    Text(&'a Text),
}

impl Story {
    /// The section or item that an address such as `timeline` or `timeline/premiere` names.
    ///
    /// None if the story does not show that section or has no such item in it.
    pub fn find(&self, address: &str) -> Option<Address> {
        let (section, id) = match address.split_once('/') {
            Some((section, id)) => (section, Some(id)),
            None => (address, None),
        };
        let section =
            Section::from_id(section).filter(|section| self.sections.contains(section))?;
        let Some(id) = id else { return Some(Address { section, item: None }) };
        let index = self.items_of(section).position(|item| self.item_id(item) == id)?;
        Some(Address { section, item: Some(index) })
    }

    /// The question that the overview leads with, an index: what the author names, else the first
    /// with options to choose from and without a spoiler.
    pub fn lead_question(&self) -> Option<usize> {
        let is_fit = |question: &Question| question.form.is_choice() && !question.claim.spoiler;
        let first = || self.trivia.questions.iter().position(is_fit);
        self.overview.lead.question.or_else(first)
    }

    /// The chart that the overview leads with, an index: what the author names, else the first that is
    /// drawn and has no spoiler.
    pub fn lead_chart(&self) -> Option<usize> {
        let is_fit = |chart: &Chart| chart.kind != ChartKind::Table && !chart.claim.spoiler;
        let first = || self.charts.iter().position(is_fit);
        self.overview.lead.chart.or_else(first)
    }

    /// The event that stands out until a reader picks one: what the author names, else the first of
    /// the story's subject that has a date and is no spoiler, else the first that is none, else the
    /// first of all.
    pub fn lead_event(&self) -> Option<usize> {
        let is_fit = |event: &Event| {
            event.subject && matches!(event.when, EventTime::Date(_)) && !event.claim.spoiler
        };
        let first = || self.timeline.events.iter().position(is_fit);
        let open = || self.timeline.events.iter().position(|event| !event.claim.spoiler);
        let any = || (!self.timeline.events.is_empty()).then_some(0);
        self.overview.lead.event.or_else(first).or_else(open).or_else(any)
    }

    /// The address of an item, such as `timeline/premiere`.
    pub fn address(&self, item: Item) -> String {
        format!("{}/{}", item.section.id(), self.item_id(item))
    }

    /// The id of an item; empty only if the story has no such item.
    pub fn item_id(&self, item: Item) -> &str {
        self.entry(item).map_or("", |entry| entry.id)
    }

    /// What names an item in a link to it: its title, sentence, question or name, without markup.
    ///
    /// It may tell a spoiler; ask [`Story::is_spoiler`] first.
    pub fn item_title(&self, item: Item) -> String {
        match self.entry(item).map(|entry| entry.name) {
            Some(Name::Plain(words)) => words.to_owned(),
            Some(Name::Text(text)) => text.words(),
            None => String::new(),
        }
    }

    /// What an item rests on; none for a source, which is what others rest on.
    pub fn claim(&self, item: Item) -> Option<&Claim> {
        self.entry(item).and_then(|entry| entry.claim)
    }

    /// Whether an item tells what happens in the work.
    pub fn is_spoiler(&self, item: Item) -> bool {
        self.claim(item).is_some_and(|claim| claim.spoiler)
    }

    /// How many items a section has; the opening text of the overview is not one.
    pub fn item_count(&self, section: Section) -> usize {
        match section {
            Section::Overview => self.overview.figures.len() + self.overview.facts.len(),
            Section::Trivia => self.trivia.questions.len(),
            Section::Timeline => self.timeline.events.len(),
            Section::Charts => self.charts.len(),
            Section::Cast => self.cast.len(),
            Section::Faq => self.faq.len(),
            Section::Outcomes => self.outcomes.len(),
            Section::Disputes => self.disputes.len(),
            Section::Sources => self.sources.len(),
        }
    }

    /// The items of one section, in order.
    pub fn items_of(&self, section: Section) -> impl Iterator<Item = Item> + use<> {
        (0..self.item_count(section)).map(move |index| Item { section, index })
    }

    /// Every item of every section, in the order of [`Section::ALL`].
    pub fn items(&self) -> impl Iterator<Item = Item> {
        Section::ALL.into_iter().flat_map(|section| self.items_of(section))
    }

    /// The items that rest on a source (an index into [`Story::sources`]), in the order of the story.
    pub fn uses(&self, source: usize) -> Vec<Item> {
        self.items()
            .filter(|item| {
                let event = self.timeline.events.get(item.index);
                let event = event.filter(|_| item.section == Section::Timeline);
                let others = event.map_or(&[] as &[_], |event| &event.other_dates);
                self.claim(*item).is_some_and(|claim| claim.sources.contains(&source))
                    || others.iter().any(|other| other.sources.contains(&source))
            })
            .collect()
    }

    /// How many sourced statements the story makes; a chart makes one with every row or series.
    pub fn statement_count(&self) -> usize {
        let charts: usize = self.charts.iter().map(|chart| statements_of(&chart.data)).sum();
        let single = Section::ALL
            .into_iter()
            .filter(|section| !matches!(section, Section::Charts | Section::Sources))
            .map(|section| self.item_count(section))
            .sum::<usize>();
        single + charts
    }

    /// The part of an item that all items have.
    fn entry(&self, item: Item) -> Option<Entry<'_>> {
        let index = item.index;
        Some(match item.section {
            Section::Overview => return self.overview_entry(index),
            Section::Trivia => {
                self.trivia.questions.get(index).map(|it| entry(&it.id, &it.prompt, &it.claim))?
            }
            Section::Timeline => {
                self.timeline.events.get(index).map(|it| entry(&it.id, &it.title, &it.claim))?
            }
            Section::Charts => {
                self.charts.get(index).map(|it| entry(&it.id, &it.title, &it.claim))?
            }
            Section::Cast => {
                self.cast.get(index).map(|it| plain(&it.id, &it.name, Some(&it.claim)))?
            }
            Section::Faq => self.faq.get(index).map(|it| entry(&it.id, &it.question, &it.claim))?,
            Section::Outcomes => {
                self.outcomes.get(index).map(|it| entry(&it.id, &it.expected.text, &it.claim))?
            }
            Section::Disputes => {
                self.disputes.get(index).map(|it| entry(&it.id, &it.topic, &it.claim))?
            }
            Section::Sources => self.sources.get(index).map(|it| plain(&it.id, &it.title, None))?,
        })
    }

    /// The overview's figures come first, then its facts.
    fn overview_entry(&self, index: usize) -> Option<Entry<'_>> {
        let figures = &self.overview.figures;
        if let Some(figure) = figures.get(index) {
            return Some(entry(&figure.id, &figure.label, &figure.claim));
        }
        let fact = self.overview.facts.get(index - figures.len())?;
        Some(entry(&fact.id, &fact.text, &fact.claim))
    }
}

/// An item named by a text and resting on a claim.
fn entry<'a>(id: &'a str, name: &'a Text, claim: &'a Claim) -> Entry<'a> {
    Entry { id, name: Name::Text(name), claim: Some(claim) }
}

/// An item named by plain words.
fn plain<'a>(id: &'a str, name: &'a str, claim: Option<&'a Claim>) -> Entry<'a> {
    Entry { id, name: Name::Plain(name), claim }
}

/// The rows or series of a chart: what carries sources in it.
fn statements_of(data: &Data) -> usize {
    match data {
        Data::Rows(rows) => rows.rows.len(),
        Data::Columns(columns) => columns.lines.len(),
    }
}
