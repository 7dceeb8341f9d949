//! The overview: opening words, numbers to remember, facts.

use super::claim::{claim, marks, see};
use super::fold::{foldable, spoiler_switch};
use super::prose::prose;
use super::reader::Reader;
use crate::story::{Fact, Figure, Item, Key, Number, Section};
use yew::prelude::*;

/// The overview.
pub(super) fn overview(reader: &Reader) -> Html {
    let overview = &reader.story().overview;
    let item = |index| Item { section: Section::Overview, index };
    let figures =
        overview.figures.iter().enumerate().map(|(place, it)| figure(reader, item(place), it));
    let first_fact = overview.figures.len();
    let facts = overview
        .facts
        .iter()
        .enumerate()
        .map(|(place, it)| fact(reader, item(first_fact + place), it));
    html! {<>
        {opening(reader)}
        if !overview.figures.is_empty() { <ul class="sc-figures">{for figures}</ul> }
        if !overview.facts.is_empty() { <ul class="sc-facts">{for facts}</ul> }
        {spoiler_switch(reader, Section::Overview)}
    </>}
}

/// The opening paragraphs; the marks of what they rest on stand behind the last.
fn opening(reader: &Reader) -> Html {
    let overview = &reader.story().overview;
    let last = overview.text.len().saturating_sub(1);
    overview
        .text
        .iter()
        .enumerate()
        .map(|(place, text)| {
            html! {
                <p class="sc-opening">
                    {prose(text)}
                    if place == last { {marks(reader, &overview.sources)} }
                </p>
            }
        })
        .collect()
}

fn figure(reader: &Reader, item: Item, figure: &Figure) -> Html {
    foldable(reader, item, "li", "sc-figure", &|| {
        html! {<>
            <p class="sc-numeral">
                {number_words(reader, &figure.value)}
                if let Some(unit) = &figure.unit { <span class="sc-unit">{" "}{unit}</span> }
            </p>
            <p class="sc-figure-label">
                {prose(&figure.label)}{spread(reader, &figure.value)}{claim(reader, &figure.claim)}
            </p>
            {see(reader, &figure.claim)}
        </>}
    })
}

fn number_words(reader: &Reader, number: &Number) -> String {
    crate::story::number::format(number.value, reader.messages())
}

/// What the sources give, where they differ.
fn spread(reader: &Reader, number: &Number) -> Html {
    match number.spread(reader.messages()) {
        Some(spread) => {
            html! { {format!("; {}", reader.fill(Key::SourcesDiffer, &[("spread", &spread)]))} }
        }
        None => html! {},
    }
}

fn fact(reader: &Reader, item: Item, fact: &Fact) -> Html {
    foldable(reader, item, "li", "sc-fact", &|| {
        html! {<>
            <p>{prose(&fact.text)}{claim(reader, &fact.claim)}</p>
            {see(reader, &fact.claim)}
        </>}
    })
}
