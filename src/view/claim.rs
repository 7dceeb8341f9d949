//! What a statement rests on: its source marks, how firm it is, and where else to look.

use super::context::ViewContext;
use super::tag::{button, classed, nodes, nothing, words};
use super::value_words::named;
use crate::browser::hooks::{id_around, show_panel};
use crate::session::{Action, Citation};
use crate::story::{Address, Claim, Date, Item, MessageKey, Section, Status};
use yew::prelude::*;

/// Marks, firmness and date of a claim, to stand right behind its words.
pub(super) fn claim(cx: &ViewContext, claim: &Claim) -> Html {
    let firmness = firmness(cx, claim.status, claim.as_of.as_ref());
    nodes(vec![marks(cx, &claim.sources, claim.status), firmness])
}

/// A small number for each source: in the live card together one button, which shows them at the
/// place, with how firm the statement is; in the static card each a link to the source.
pub(super) fn marks(cx: &ViewContext, sources: &[usize], status: Option<Status>) -> Html {
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
    let (shown, cx_of_press) = (sources.to_vec(), cx.clone());
    let show = Callback::from(move |event: MouseEvent| {
        let place = Some(place(&cx_of_press, &event));
        cx_of_press.dispatch(Action::ShowSources(Citation {
            sources: shown.clone(),
            status,
            place,
        }));
        show_panel(&event);
    });
    let numbers: Vec<String> = sources.iter().map(|source| (source + 1).to_string()).collect();
    // What is to be seen is part of the name, for those who speak it.
    let name = match sources {
        [source] => mark_name(cx, *source),
        _ => named(cx, &cx.count(MessageKey::FootSources, sources.len()), &numbers.join(" ")),
    };
    super::tag::tag("button")
        .attr("type", "button")
        .attr("class", "sc-marks")
        // Else a press on the mark of an open panel would first be one outside, which closes it.
        .set("popovertarget", cx.source_panel_id())
        .set("aria-label", name)
        .on_click(show)
        .each(numbers.len(), &|nth| {
            classed("span", "sc-mark").words([&numbers[nth], " "].concat()).done()
        })
        .done()
}

/// The item in which a mark was pressed, or the section if it stands in none.
fn place(cx: &ViewContext, event: &MouseEvent) -> Address {
    let (section, id) = (cx.session().open(), id_around(event));
    let item = cx.story().items_of(section).find(|item| cx.item_id(*item) == id);
    Address { section, item: item.map(|item| item.index) }
}

/// What a mark is called.
fn mark_name(cx: &ViewContext, source: usize) -> String {
    let title = cx.story().sources.get(source).map_or("", |entry| &entry.title);
    let number = (source + 1).to_string();
    cx.fill(MessageKey::SourceMark, &[("n", &number), ("title", title)])
}

/// A mark for reading.
fn mark(cx: &ViewContext, source: usize) -> Html {
    let Some(entry) = cx.story().sources.get(source) else { return nothing() };
    let item = Item { section: Section::Sources, index: source };
    let mark = match &entry.url {
        _ if cx.shows(Section::Sources) => {
            classed("a", "sc-mark").set("href", ["#", &cx.item_id(item)].concat())
        }
        Some(url) => classed("a", "sc-mark").set("href", url.clone()).attr("rel", "noopener"),
        None => classed("span", "sc-mark").attr("role", "img"),
    };
    let name = mark_name(cx, source);
    let mark = mark.words((source + 1).to_string());
    mark.set("title", name.clone()).set("aria-label", name).done()
}

/// Who says a claim.
pub(super) fn claim_line(cx: &ViewContext, claim: &Claim) -> Html {
    source_line(cx, &cx.say(MessageKey::SourcesLabel), &claim.sources, claim.status)
}

/// Who says something, behind a label: each publisher once, then the marks of all sources.
pub(super) fn source_line(
    cx: &ViewContext,
    label: &str,
    sources: &[usize],
    status: Option<Status>,
) -> Html {
    classed("p", "sc-source-line")
        .words(source_words(cx, label, sources))
        .child(marks(cx, sources, status))
        .done()
}

/// A label and who stands behind some sources, each publisher once.
pub(super) fn source_words(cx: &ViewContext, label: &str, sources: &[usize]) -> String {
    let mut publishers: Vec<&str> = Vec::new();
    for source in sources.iter().filter_map(|source| cx.story().sources.get(*source)) {
        let name = source.publisher.as_deref().unwrap_or(&source.title);
        if !publishers.contains(&name) {
            publishers.push(name);
        }
    }
    [label, " ", &publishers.join(cx.messages().text(MessageKey::ListComma))].concat()
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
