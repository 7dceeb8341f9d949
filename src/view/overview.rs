//! The overview: opening words, numbers to remember, facts.

use super::claim::{claim, marks, see};
use super::fold::{foldable, spoiler_switch};
use super::prose::prose;
use super::reader::Reader;
use super::tag::{classed, each, nodes, nothing, tag};
use crate::story::{Fact, Figure, Item, Key, Number, Section, Statement, number};
use yew::prelude::*;

/// The overview.
pub(super) fn overview(reader: &Reader) -> Html {
    let overview = &reader.story().overview;
    let item = |index| Item { section: Section::Overview, index };
    let (figures, facts) = (&overview.figures, &overview.facts);
    nodes(vec![
        opening(reader),
        list("sc-figures", figures.len(), &|place| figure(reader, item(place), &figures[place])),
        list("sc-facts", facts.len(), &|place| {
            fact(reader, item(figures.len() + place), &facts[place])
        }),
        spoiler_switch(reader, Section::Overview),
    ])
}

/// A list; nothing where it would be empty.
fn list(class: &'static str, count: usize, node: &dyn Fn(usize) -> Html) -> Html {
    if count == 0 { nothing() } else { classed("ul", class).each(count, node).done() }
}

/// The opening paragraphs; the marks of what they rest on stand behind the last that rests on it.
fn opening(reader: &Reader) -> Html {
    let text = &reader.story().overview.text;
    each(text.len(), &|place| {
        let Statement { text: words, sources } = &text[place];
        let goes_on = text.get(place + 1).is_some_and(|next| next.sources == *sources);
        let marks = if goes_on { nothing() } else { marks(reader, sources) };
        classed("p", "sc-opening").child(prose(words)).child(marks).done()
    })
}

fn figure(reader: &Reader, item: Item, figure: &Figure) -> Html {
    foldable(reader, item, "li", "sc-figure", &|| {
        let value = number::format(figure.value.value, reader.messages());
        let mut numeral = classed("p", "sc-numeral").words(value);
        if let Some(unit) = &figure.unit {
            numeral = numeral.tag(classed("span", "sc-unit").text(" ").words(unit.clone()));
        }
        let label = classed("p", "sc-figure-label")
            .child(prose(&figure.label))
            .words(spread(reader, &figure.value))
            .child(claim(reader, &figure.claim));
        nodes(vec![numeral.done(), label.done(), see(reader, &figure.claim)])
    })
}

/// What the sources give, where they differ.
fn spread(reader: &Reader, number: &Number) -> String {
    match number.spread(reader.messages()) {
        Some(spread) => ["; ", &reader.fill(Key::SourcesDiffer, &[("spread", &spread)])].concat(),
        None => String::new(),
    }
}

fn fact(reader: &Reader, item: Item, fact: &Fact) -> Html {
    foldable(reader, item, "li", "sc-fact", &|| {
        let text = tag("p").child(prose(&fact.text)).child(claim(reader, &fact.claim));
        nodes(vec![text.done(), see(reader, &fact.claim)])
    })
}
