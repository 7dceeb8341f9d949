//! The overview: opening words, numbers to remember, a question, facts.

use super::claim::{claim, marks, see};
use super::context::ViewContext;
use super::prose::prose;
use super::quiz::cover;
use super::spoilers::{foldable, spoiler_switch};
use super::tag::{classed, each, nodes, nothing, tag};
use crate::story::{Fact, Figure, Item, MessageKey, Notation, Number, Section, Statement, Unit};
use yew::prelude::*;

/// The overview.
pub(super) fn overview(cx: &ViewContext) -> Html {
    let overview = &cx.story().overview;
    let item = |index| Item { section: Section::Overview, index };
    let (figures, facts) = (&overview.figures, &overview.facts);
    nodes(vec![
        opening(cx),
        list("sc-figures", figures.len(), &|place| figure(cx, item(place), &figures[place])),
        cover(cx),
        list("sc-facts", facts.len(), &|place| {
            fact(cx, item(figures.len() + place), &facts[place])
        }),
        spoiler_switch(cx, Section::Overview),
    ])
}

/// A list; nothing where it would be empty.
fn list(class: &'static str, count: usize, node: &dyn Fn(usize) -> Html) -> Html {
    if count == 0 { nothing() } else { classed("ul", class).each(count, node).done() }
}

/// The opening paragraphs; the marks of what they rest on stand behind the last that rests on it.
fn opening(cx: &ViewContext) -> Html {
    let text = &cx.story().overview.text;
    each(text.len(), &|place| {
        let Statement { text: words, sources } = &text[place];
        let goes_on = text.get(place + 1).is_some_and(|next| next.sources == *sources);
        let marks = if goes_on { nothing() } else { marks(cx, sources) };
        classed("p", "sc-opening").child(prose(words)).child(marks).done()
    })
}

fn figure(cx: &ViewContext, item: Item, figure: &Figure) -> Html {
    foldable(cx, item, "li", "sc-figure", &|| {
        let value = figure.value.words(Notation::Standard, cx.messages());
        let before = Unit { after: String::new(), ..figure.unit.clone() };
        let mut numeral = classed("p", "sc-numeral")
            .tag(classed("span", "sc-value").words(before.beside(&value, cx.messages())));
        if !figure.unit.after.is_empty() {
            let unit = classed("span", "sc-unit").words(figure.unit.after.clone());
            numeral = numeral.text(" ").tag(unit);
        }
        let label = classed("p", "sc-figure-label")
            .child(prose(&figure.label))
            .words(spread(cx, &figure.value))
            .child(claim(cx, &figure.claim));
        nodes(vec![numeral.done(), label.done(), see(cx, &figure.claim)])
    })
}

/// What the sources give, where they differ.
fn spread(cx: &ViewContext, number: &Number) -> String {
    match number.spread(cx.messages()) {
        Some(spread) => {
            ["; ", &cx.fill(MessageKey::SourcesDiffer, &[("spread", &spread)])].concat()
        }
        None => String::new(),
    }
}

fn fact(cx: &ViewContext, item: Item, fact: &Fact) -> Html {
    foldable(cx, item, "li", "sc-fact", &|| {
        let text = tag("p").child(prose(&fact.text)).child(claim(cx, &fact.claim));
        nodes(vec![text.done(), see(cx, &fact.claim)])
    })
}
