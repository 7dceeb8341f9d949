//! What a statement rests on: its source marks, how firm it is, and where else to look.

use super::context::ViewContext;
use super::tag::{button, classed, nodes, nothing, words};
use super::value_words::named;
use crate::story::{Address, Claim, Date, Item, MessageKey, Section, Status};
use yew::prelude::*;

/// Marks, firmness and date of a claim, to stand right behind its words.
pub(super) fn claim(cx: &ViewContext, claim: &Claim) -> Html {
    let firmness = firmness(cx, claim.status, claim.as_of.as_ref());
    nodes(vec![marks(cx, &claim.sources), firmness])
}

/// A small number for each source; it leads to the source.
pub(super) fn marks(cx: &ViewContext, sources: &[usize]) -> Html {
    if sources.is_empty() {
        return nothing();
    }
    if cx.is_static() {
        // Without a style sheet, the numbers must neither join the words nor each other.
        return classed("sup", "sc-marks")
            .each(sources.len(), &|nth| {
                let gap = words(if nth == 0 { "" } else { " " }.to_owned());
                nodes(vec![gap, mark(cx, sources[nth])])
            })
            .done();
    }
    classed("span", "sc-marks").each(sources.len(), &|nth| mark(cx, sources[nth])).done()
}

fn mark(cx: &ViewContext, source: usize) -> Html {
    let Some(entry) = cx.story().sources.get(source) else { return nothing() };
    let number = (source + 1).to_string();
    let name = cx.fill(MessageKey::SourceMark, &[("n", &number), ("title", &entry.title)]);
    let item = Item { section: Section::Sources, index: source };
    let mark = match &entry.url {
        _ if cx.shows(Section::Sources) && cx.is_static() => {
            classed("a", "sc-mark").set("href", ["#", &cx.item_id(item)].concat()).words(number)
        }
        _ if cx.shows(Section::Sources) => {
            button("sc-mark", number, cx.on_follow(ViewContext::address(item)))
        }
        Some(url) => {
            let link = classed("a", "sc-mark").set("href", url.clone()).attr("rel", "noopener");
            link.words(number)
        }
        None => classed("span", "sc-mark").attr("role", "img").words(number),
    };
    mark.set("title", name.clone()).set("aria-label", name).done()
}

/// The publishers of some sources, each with the marks of its own: the last line of a chart.
pub(super) fn source_line(cx: &ViewContext, sources: &[usize]) -> Html {
    let mut publishers: Vec<(&str, Vec<usize>)> = Vec::new();
    for source in sources {
        let Some(entry) = cx.story().sources.get(*source) else { continue };
        let name = entry.publisher.as_deref().unwrap_or(&entry.title);
        match publishers.iter_mut().find(|(known, _)| *known == name) {
            Some((_, places)) => places.push(*source),
            None => publishers.push((name, vec![*source])),
        }
    }
    let mut line = vec![words(cx.say(MessageKey::SourcesLabel))];
    for (place, (name, sources)) in publishers.iter().enumerate() {
        let gap = if place == 0 { " " } else { ", " };
        line.push(words([gap, name].concat()));
        line.push(marks(cx, sources));
    }
    nodes(line)
}

/// How firm a statement is and up to when it holds, in a word or two; nothing for a plain fact.
pub(super) fn firmness(cx: &ViewContext, status: Option<Status>, as_of: Option<&Date>) -> Html {
    let mut words = status.map_or_else(String::new, |status| cx.say(status.name()));
    if let Some(date) = as_of {
        words.push_str(if words.is_empty() { "" } else { ", " });
        words.push_str(&cx.as_of(date));
    }
    if words.is_empty() {
        return nothing();
    }
    classed("span", "sc-tag").text(" ").words(words).done()
}

/// Links to the items that show or prove a claim.
pub(super) fn see(cx: &ViewContext, claim: &Claim) -> Html {
    let mut shown = claim.see.clone();
    shown.retain(|item| cx.leads_to(*item));
    if shown.is_empty() {
        return nothing();
    }
    // A div, for it stands inline behind some texts and below others.
    classed("div", "sc-see")
        .each(shown.len(), &|nth| {
            nodes(vec![words(" ".to_owned()), see_item(cx, shown[nth], &shown)])
        })
        .done()
}

/// A link to one of several items: where two would look alike, each says where it leads.
fn see_item(cx: &ViewContext, item: Item, shown: &[Item]) -> Html {
    let words = cx.say(see_words(item.section));
    // The name of a folded item could tell what it hides.
    let is_open = !cx.is_folded(item);
    let name = is_open.then(|| named(cx, &words, &cx.story().item_title(item)));
    let alike = shown.iter().filter(|other| other.section == item.section).count();
    match name {
        Some(name) if alike > 1 => link(cx, ViewContext::address(item), name, None),
        name => link(cx, ViewContext::address(item), words, name),
    }
}

/// A link to a section or an item: a button that goes there, or an anchor in the static card.
///
/// `name` is what it is called where `words` alone do not say enough; it begins with them.
pub(super) fn link(
    cx: &ViewContext,
    address: Address,
    words: String,
    name: Option<String>,
) -> Html {
    let link = match address.item {
        _ if !cx.is_static() => button("sc-link", words, cx.on_follow(address)),
        Some(index) => {
            let target = cx.item_id(Item { section: address.section, index });
            classed("a", "sc-link").set("href", ["#", &target].concat()).words(words)
        }
        None => return super::tag::words(words),
    };
    match name {
        Some(name) => link.set("aria-label", name).done(),
        None => link.done(),
    }
}

/// The message that leads to an item of a section.
fn see_words(section: Section) -> MessageKey {
    match section {
        Section::Overview => MessageKey::SeeOverview,
        Section::Trivia => MessageKey::SeeQuestion,
        Section::Timeline => MessageKey::SeeEvent,
        Section::Charts => MessageKey::SeeChart,
        Section::Cast => MessageKey::SeePerson,
        Section::Faq => MessageKey::SeeAnswer,
        Section::Outcomes => MessageKey::SeeOutcome,
        Section::Disputes => MessageKey::SeeDispute,
        Section::Sources => MessageKey::SeeSource,
    }
}
