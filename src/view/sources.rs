//! The sources, each a line that unfolds what is known of it and what rests on it.

use super::claim::link;
use super::context::ViewContext;
use super::disclosure::{entry, rest_button, shown};
use super::find_field::find_field;
use super::lists::{LINES_OF_SOURCES, first_of_rest, grouped, letters};
use super::prose::outside_link;
use super::tag::{classed, nodes, nothing, status, tag, words};
use crate::browser::hooks::lower_case;
use crate::session::Action;
use crate::story::{Item, MessageKey, Section, Source, has_part};
use yew::prelude::*;

/// From so many sources on there is a field to find one.
const MOST_WITHOUT_FIELD: usize = 20;

/// The sources, numbered as the marks are.
pub(super) fn sources(cx: &ViewContext) -> Html {
    let sources = &cx.story().sources;
    let wanted = lower_case(cx.session().wanted().trim());
    let found: Vec<usize> =
        (0..sources.len()).filter(|index| has(cx, &sources[*index], &wanted)).collect();
    let is_found = !wanted.is_empty();
    let length = |index: usize| letters(&line(cx, &sources[index]));
    let shown =
        if is_found { found.len() } else { shown(cx, Section::Sources, LINES_OF_SOURCES, &length) };
    let mut groups = sources.iter().map(|source| source.group.as_deref()).enumerate();
    let index = first_of_rest(&mut groups, shown);
    let rest = Item { section: Section::Sources, index };
    nodes(vec![
        field(cx, is_found.then_some(found.len())),
        lists(cx, found.get(..shown).unwrap_or(&found)),
        if is_found { nothing() } else { rest_button(cx, rest, sources.len()) },
    ])
}

/// Whether a source says what is looked for, in its line or its remark.
fn has(cx: &ViewContext, source: &Source, wanted: &str) -> bool {
    let note = source.note.as_deref().unwrap_or_default();
    has_part(&lower_case(&[&line(cx, source), " ", note].concat()), wanted)
}

/// A field to find a source with, and how many are found.
fn field(cx: &ViewContext, found: Option<usize>) -> Html {
    if cx.is_static() || cx.story().sources.len() < MOST_WITHOUT_FIELD {
        return nothing();
    }
    let name = cx.say(MessageKey::ListFind);
    let input = find_field(cx, name, cx.session().wanted(), Action::Find);
    let told = found.map_or_else(String::new, |count| cx.count(MessageKey::ListFound, count));
    let told = status("span", "sc-count").words(told);
    classed("p", "sc-finder").tag(input).text(" ").tag(told).done()
}

/// Some sources under the headings their author gave them, headings in the order in which they first
/// appear.
fn lists(cx: &ViewContext, places: &[usize]) -> Html {
    let sources = &cx.story().sources;
    let mut groups = places.iter().map(|place| (*place, sources[*place].group.as_deref()));
    let mut parts = Vec::new();
    for (name, places) in grouped(&mut groups) {
        parts.push(name.map_or_else(nothing, |name| cx.subheading(name.to_owned())));
        let list = classed("ol", "sc-sources").attr("part", "sources");
        parts.push(list.each(places.len(), &|nth| source(cx, places[nth])).done());
    }
    nodes(parts)
}

/// Title, publisher and date, as far as they are known.
fn line(cx: &ViewContext, source: &Source) -> String {
    [&source.title, cx.messages().text(MessageKey::ListComma), &imprint(cx, source)].concat()
}

fn source(cx: &ViewContext, index: usize) -> Html {
    let source = &cx.story().sources[index];
    let title = || {
        nodes(vec![
            classed("span", "sc-number").words((index + 1).to_string()).done(),
            words(" ".to_owned()),
            classed("span", "sc-source-title")
                .words([&source.title, " "].concat())
                .tag(classed("span", "sc-imprint").words(imprint(cx, source)))
                .done(),
        ])
    };
    entry(cx, Item { section: Section::Sources, index }, "sc-source", &title, &|| {
        // No paragraphs, of which a browser's reader mode would take the card's list for the post.
        let mut parts = Vec::new();
        if let Some(url) = &source.url {
            let open = outside_link(&cx.say(MessageKey::SourceOpen), url);
            let site = classed("span", "sc-site").text(" ").words(host(url).to_owned());
            parts.push(tag("span").child(open).tag(site).done());
        }
        if let Some(note) = &source.note {
            parts.push(classed("span", "sc-note").text(" ").words(note.clone()).done());
        }
        parts.push(uses(cx, index));
        nodes(parts)
    })
}

/// The host of an address.
fn host(url: &str) -> &str {
    let rest = url.split_once(':').map_or(url, |(_, rest)| rest.trim_start_matches('/'));
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Publisher and date, as far as they are known.
pub(super) fn imprint(cx: &ViewContext, source: &Source) -> String {
    let date = source.published.as_ref().map(|date| date.words(cx.messages()));
    let parts: Vec<String> = [source.publisher.clone(), date].into_iter().flatten().collect();
    parts.join(cx.messages().text(MessageKey::ListComma))
}

/// Links back to the items that rest on a source.
fn uses(cx: &ViewContext, source: usize) -> Html {
    let mut items = cx.story().uses(source);
    items.retain(|item| cx.leads_to(*item));
    if items.is_empty() {
        return nothing();
    }
    let summary = cx.count(MessageKey::SourceUses, items.len());
    let list = tag("ul").each(items.len(), &|nth| tag("li").child(use_of(cx, items[nth])).done());
    // By this name a reader mode leaves the list out.
    classed("div", "sc-related").tag(tag("span").words(summary)).tag(list).done()
}

/// A link to an item by its title, or by its place while it is folded.
fn use_of(cx: &ViewContext, item: Item) -> Html {
    let title = if cx.is_folded(item) {
        cx.say(MessageKey::SpoilerFolded)
    } else {
        cx.story().item_title(item)
    };
    let words = [&cx.say(item.section.name()), ": ", &title].concat();
    link(cx, ViewContext::address(item), words, None)
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_host_stands_for_an_address() {
        assert_eq!(host("https://www.example.org/a/b?c"), "example.org");
        assert_eq!(host("http://example.org"), "example.org");
    }
}
