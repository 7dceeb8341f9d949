//! What a statement rests on: its source marks, how firm it is, and where else to look.

use super::reader::Reader;
use crate::session::Action;
use crate::story::{Address, Claim, Date, Item, Key, Section, Status};
use yew::prelude::*;

/// Marks, firmness and date of a claim, to stand right behind its words.
pub(super) fn claim(reader: &Reader, claim: &Claim) -> Html {
    html! {<>
        {marks(reader, &claim.sources)}
        {firmness(reader, claim.status, claim.as_of.as_ref())}
    </>}
}

/// A small number for each source; it leads to the source.
pub(super) fn marks(reader: &Reader, sources: &[usize]) -> Html {
    if sources.is_empty() {
        return html! {};
    }
    html! { <span class="sc-marks">{for sources.iter().map(|source| mark(reader, *source))}</span> }
}

fn mark(reader: &Reader, source: usize) -> Html {
    let Some(entry) = reader.story().sources.get(source) else { return html! {} };
    let number = (source + 1).to_string();
    let name = reader.fill(Key::SourceMark, &[("n", &number), ("title", &entry.title)]);
    let item = Item { section: Section::Sources, index: source };
    if reader.on_action.is_none() || !reader.shows(Section::Sources) {
        return html! { <a class="sc-mark" href={format!("#{}", reader.item_id(item))} title={name.clone()} aria-label={name}>{number}</a> };
    }
    let onclick = reader.wish(Action::Follow(Reader::address(item)));
    html! { <button type="button" class="sc-mark" title={name.clone()} aria-label={name} {onclick}>{number}</button> }
}

/// The publishers of some sources, each with the marks of its own: the last line of a chart.
pub(super) fn source_line(reader: &Reader, sources: &[usize]) -> Html {
    let mut publishers: Vec<(&str, Vec<usize>)> = Vec::new();
    for source in sources {
        let Some(entry) = reader.story().sources.get(*source) else { continue };
        let name = entry.publisher.as_deref().unwrap_or(&entry.title);
        match publishers.iter_mut().find(|(known, _)| *known == name) {
            Some((_, places)) => places.push(*source),
            None => publishers.push((name, vec![*source])),
        }
    }
    let entry = |(place, (name, sources)): (usize, (&str, Vec<usize>))| {
        html! {<>{if place == 0 { " " } else { ", " }}{name}{marks(reader, &sources)}</>}
    };
    html! {<>{reader.say(Key::SourcesLabel)}{for publishers.into_iter().enumerate().map(entry)}</>}
}

/// How firm a statement is and up to when it holds, in a word or two; nothing for a plain fact.
pub(super) fn firmness(reader: &Reader, status: Option<Status>, as_of: Option<&Date>) -> Html {
    let status = status.map(|status| reader.say(status_name(status)));
    let as_of =
        as_of.map(|date| reader.fill(Key::AsOf, &[("date", &date.words(reader.messages()))]));
    let words: Vec<String> = status.into_iter().chain(as_of).collect();
    if words.is_empty() {
        return html! {};
    }
    html! { <span class="sc-tag">{" "}{words.join(", ")}</span> }
}

/// The message that names a status.
pub(super) fn status_name(status: Status) -> Key {
    match status {
        Status::Reported => Key::StatusReported,
        Status::Expected => Key::StatusExpected,
        Status::Opinion => Key::StatusOpinion,
        Status::Derived => Key::StatusDerived,
    }
}

/// Links to the items that show or prove a claim.
pub(super) fn see(reader: &Reader, claim: &Claim) -> Html {
    let shown: Vec<Item> =
        claim.see.iter().copied().filter(|item| reader.shows(item.section)).collect();
    if shown.is_empty() {
        return html! {};
    }
    html! { <p class="sc-see">{for shown.into_iter().map(|item| see_item(reader, item))}</p> }
}

fn see_item(reader: &Reader, item: Item) -> Html {
    let words = reader.say(see_words(item.section));
    // The name of a folded item could tell what it hides.
    let name =
        (!reader.is_folded(item)).then(|| format!("{words}: {}", reader.story().item_title(item)));
    link(reader, Reader::address(item), words, name)
}

/// A link to a section or an item: a button that goes there, or an anchor in the static card.
///
/// `name` is what it is called where `words` alone do not say enough; it begins with them.
pub(super) fn link(reader: &Reader, address: Address, words: String, name: Option<String>) -> Html {
    if reader.on_action.is_some() {
        let onclick = reader.wish(Action::Follow(address));
        return html! { <button type="button" class="sc-link" aria-label={name} {onclick}>{words}</button> };
    }
    let Some(index) = address.item else { return html! { {words} } };
    let target = reader.item_id(Item { section: address.section, index });
    html! { <a class="sc-link" href={format!("#{target}")} aria-label={name}>{words}</a> }
}

/// The message that leads to an item of a section.
fn see_words(section: Section) -> Key {
    match section {
        Section::Overview => Key::SeeOverview,
        Section::Trivia => Key::SeeQuestion,
        Section::Timeline => Key::SeeEvent,
        Section::Charts => Key::SeeChart,
        Section::Cast => Key::SeePerson,
        Section::Faq => Key::SeeAnswer,
        Section::Outcomes => Key::SeeOutcome,
        Section::Disputes => Key::SeeDispute,
        Section::Sources => Key::SeeSource,
    }
}
