//! Entries to put in order, and pairs to match, with buttons and menus that every reader can use.

use crate::browser::hooks::choice_of;
use crate::session::{Action, Asked, Change, Guess};
use crate::story::{Choice, Key, Pair};
use crate::view::prose::prose;
use crate::view::reader::Reader;
use crate::view::tag::{Tag, classed, tag};
use yew::prelude::*;

/// Entries to put in order.
pub(super) fn order(reader: &Reader, asked: &Asked, items: &[Choice]) -> Html {
    let order = match &asked.guess {
        Guess::Order(order) => order,
        _ => &asked.order,
    };
    classed("ol", "sc-order")
        .each(order.len(), &|place| entry(reader, asked, items, order, place))
        .done()
}

/// The entry at a place of the reader's order, with its buttons or what became of it.
fn entry(reader: &Reader, asked: &Asked, items: &[Choice], order: &[usize], place: usize) -> Html {
    let item = &items[order[place]];
    let verdict = asked.reply.map(|_| place == order[place]);
    let number = classed("span", "sc-letter").attr("aria-hidden", "true");
    let entry = option("li", verdict)
        .tag(number.words((place + 1).to_string()))
        .tag(classed("span", "sc-option-words").child(prose(&item.text)));
    if verdict.is_some() {
        return entry.done();
    }
    let up = mover(reader, order, place, place.checked_sub(1), Key::QuizMoveUp, item);
    let down = mover(reader, order, place, Some(place + 1), Key::QuizMoveDown, item);
    entry.tag(up.text("\u{2191}")).tag(down.text("\u{2193}")).done()
}

/// One line of a question: its verdict gives it its colour.
fn option(name: &'static str, is_right: Option<bool>) -> Tag {
    let class = match is_right {
        None => "sc-option",
        Some(true) => "sc-option sc-right",
        Some(false) => "sc-option sc-wrong",
    };
    classed(name, class).attr("part", "option")
}

/// A button that swaps an entry with its neighbour; it stays, and keeps the focus, where there is none.
fn mover(
    reader: &Reader,
    order: &[usize],
    place: usize,
    other: Option<usize>,
    name: Key,
    item: &Choice,
) -> Tag {
    let other = other.filter(|other| *other < order.len());
    let name = reader.fill(name, &[("item", &item.text.words())]);
    let swap = Action::Change(Change::Swap(place, other.unwrap_or(place)));
    classed("button", "sc-mover")
        .attr("type", "button")
        .set("aria-label", name)
        .aria("aria-disabled", other.is_none())
        .on_click(reader.wish(swap))
}

/// Pairs to match: a menu of right sides for each left side.
pub(super) fn pairs(reader: &Reader, asked: &Asked, pairs: &[Pair]) -> Html {
    let chosen = match &asked.guess {
        Guess::Match(chosen) => chosen.clone(),
        _ => vec![None; pairs.len()],
    };
    let rows = classed("div", "sc-options");
    rows.each(pairs.len(), &|left| {
        let verdict = asked.reply.map(|_| chosen[left] == Some(left));
        option("label", verdict)
            .tag(classed("span", "sc-option-words").child(prose(&pairs[left].left)))
            .child(menu(reader, asked, pairs, &chosen, left))
            .done()
    })
    .done()
}

fn menu(
    reader: &Reader,
    asked: &Asked,
    pairs: &[Pair],
    chosen: &[Option<usize>],
    left: usize,
) -> Html {
    let reader_of_change = reader.clone();
    let on_change = Callback::from(move |event: Event| {
        let right = choice_of(&event).and_then(|value| value.parse().ok());
        reader_of_change.act(Action::Change(Change::Pair(left, right)));
    });
    let none = tag("option").attr("value", "").flag("selected", chosen[left].is_none());
    classed("select", "sc-menu")
        .flag("disabled", asked.reply.is_some())
        .on_change(on_change)
        .tag(none.words(reader.say(Key::QuizMatchChoose)))
        .each(asked.order.len(), &|nth| {
            let right = asked.order[nth];
            let choice = tag("option").set("value", right.to_string());
            choice
                .flag("selected", chosen[left] == Some(right))
                .words(pairs[right].right.words())
                .done()
        })
        .done()
}
