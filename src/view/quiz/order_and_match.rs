//! Entries to put in order, and pairs to match, with buttons and menus that every reader can use.
//!
//! The rows of an order keep their places, and only their words change: so a row that a pointer
//! holds, or that has the focus, is never taken out of the page. The focus goes to the row that the
//! entry has moved to.

use super::grade::{Grade, symbol_and_word};
use crate::browser::hooks::{capture, choice_of, drag, focus_in_row};
use crate::session::{Action, Asked, Change, Guess};
use crate::story::{Choice, MessageKey, Pair};
use crate::view::choice::choice;
use crate::view::context::ViewContext;
use crate::view::prose::prose;
use crate::view::tag::{Tag, classed, nodes, nothing, words};
use std::rc::Rc;
use yew::html::onkeydown;
use yew::prelude::*;

/// The two buttons of a row, as a selector has them.
const UP: &str = "button";
const DOWN: &str = "button:last-child";

/// Entries to put in order.
pub(super) fn order(cx: &ViewContext, asked: &Asked, items: &[Choice]) -> Html {
    let order = match &asked.guess {
        Guess::Order(order) => order,
        _ => &asked.order,
    };
    let list = classed("ol", "sc-order")
        .each(order.len(), &|place| entry(cx, asked, items, order, place))
        .done();
    if asked.reply.is_some() {
        return list;
    }
    let spoken = classed("div", "sc-spoken").attr("aria-live", "polite");
    nodes(vec![list, spoken.child(moved(cx, items, order)).done()])
}

/// Where the entry stands that was moved last.
fn moved(cx: &ViewContext, items: &[Choice], order: &[usize]) -> Html {
    let Some(hand) = cx.session().quiz().held_entry() else { return nothing() };
    let place = order.iter().position(|entry| *entry == hand.entry).unwrap_or_default() + 1;
    let item = items.get(hand.entry).map_or_else(String::new, |item| item.text.words());
    let (n, total) = (place.to_string(), order.len().to_string());
    words(cx.fill(MessageKey::QuizMoved, &[("item", &item), ("n", &n), ("total", &total)]))
}

/// The place of the entry that the reader holds.
fn held(cx: &ViewContext, order: &[usize]) -> Option<usize> {
    let hand = cx.session().quiz().held_entry().filter(|hand| hand.from.is_some())?;
    order.iter().position(|entry| *entry == hand.entry)
}

/// The entry at a place of the reader's order, with its buttons or what became of it.
fn entry(cx: &ViewContext, asked: &Asked, items: &[Choice], order: &[usize], place: usize) -> Html {
    let item = &items[order[place]];
    let verdict = asked.reply.map(|_| place == order[place]);
    let number = classed("span", "sc-letter").attr("aria-hidden", "true");
    let number = number.words((place + 1).to_string());
    let text = classed("span", "sc-option-words").child(prose(&item.text));
    let row = option("li", verdict);
    if verdict.is_some() {
        return row.tag(number).tag(text).child(mark(cx, verdict)).done();
    }
    let class = if held(cx, order) == Some(place) { "sc-option sc-held" } else { "sc-option" };
    let mover = |at, name, own, sign| {
        let name = cx.fill(name, &[("item", &item.text.words())]);
        mover(cx, order, place, at, own).set("aria-label", name).text(sign)
    };
    row.attr("class", class)
        .tag(grip(cx, order, place).tag(number))
        .tag(text)
        .tag(mover(place.checked_sub(1), MessageKey::QuizMoveUp, UP, "\u{2191}"))
        .tag(mover(Some(place + 1), MessageKey::QuizMoveDown, DOWN, "\u{2193}"))
        .done()
}

/// What a mouse or finger takes hold of. Keys and screen readers have the buttons.
fn grip(cx: &ViewContext, order: &[usize], place: usize) -> Tag {
    let (cx, order) = (cx.clone(), order.to_vec());
    let hear = move |event: PointerEvent| {
        let held = held(&cx, &order);
        match (event.type_().as_str(), held) {
            ("pointerdown", _) if event.button() == 0 => {
                // No text is selected, and the key that gives up is heard here.
                event.prevent_default();
                capture(&event);
                drag(&event, place);
                focus_in_row(&event, place, UP);
                cx.dispatch(Action::Hold(order[place]));
            }
            ("pointermove", Some(at)) if event.buttons() != 0 => {
                if let Some(to) = drag(&event, at).filter(|to| *to != at) {
                    cx.dispatch(Action::Change(Change::Place(order[at], to)));
                }
            }
            ("pointerup", at) => {
                // It may be up before the card knows that it was down.
                focus_in_row(&event, at.unwrap_or(place), UP);
                cx.dispatch(Action::LetGo { back: false });
            }
            ("pointercancel", _) => cx.dispatch(Action::LetGo { back: true }),
            _ => {}
        }
    };
    classed("span", "sc-grip").attr("aria-hidden", "true").on_pointer(Callback::from(hear))
}

/// One line of a question: its verdict gives it its colour.
pub(super) fn option(name: &'static str, is_right: Option<bool>) -> Tag {
    let class = match is_right {
        None => "sc-option",
        Some(true) => "sc-option sc-right",
        Some(false) => "sc-option sc-wrong",
    };
    classed(name, class).attr("part", "option")
}

/// The verdict on one line, in a word and a picture.
pub(super) fn mark(cx: &ViewContext, is_right: Option<bool>) -> Html {
    let Some(is_right) = is_right else { return nothing() };
    let grade = if is_right { Grade::Right } else { Grade::Wrong };
    symbol_and_word(cx, grade.symbol(), grade.word())
}

/// A button that moves an entry by one place, and on which the arrow keys do as well; it stays,
/// and keeps the focus, where there is no such place. `own` finds it in its row.
fn mover(
    cx: &ViewContext,
    order: &[usize],
    place: usize,
    other: Option<usize>,
    own: &'static str,
) -> Tag {
    let (entry, count) = (order[place], order.len());
    let is_held = held(cx, order).is_some();
    let last = other.is_none_or(|other| other >= count);
    let (cx, lose) = (cx.clone(), {
        let cx = cx.clone();
        Callback::from(move |()| cx.dispatch(Action::LetGo { back: true }))
    });
    let go = Callback::from(move |(event, to): (Event, Option<usize>)| {
        if let Some(to) = to.filter(|to| *to < count) {
            focus_in_row(&event, to, own);
            cx.dispatch(Action::Change(Change::Place(entry, to)));
        }
    });
    let press = go.reform(move |event: MouseEvent| (event.into(), other));
    let on_key = Callback::from(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowUp" => place.checked_sub(1),
            "ArrowDown" => Some(place + 1),
            // It gives up, and closes nothing around the card.
            "Escape" if is_held => {
                event.prevent_default();
                return lose.emit(());
            }
            _ => return,
        };
        // The page does not scroll, not even where there is no further place.
        event.prevent_default();
        go.emit((event.into(), to));
    });
    classed("button", "sc-mover")
        .attr("type", "button")
        .aria("aria-disabled", last)
        .on_click(press)
        .listen(Rc::new(onkeydown::Wrapper::new(on_key)))
}

/// Pairs to match: a menu of right sides for each left side.
pub(super) fn pairs(cx: &ViewContext, asked: &Asked, pairs: &[Pair]) -> Html {
    let chosen = match &asked.guess {
        Guess::Match(chosen) => chosen.clone(),
        _ => vec![None; pairs.len()],
    };
    let rows = classed("div", "sc-options");
    rows.each(pairs.len(), &|left| {
        let verdict = asked.reply.map(|_| chosen[left] == Some(left));
        option("label", verdict)
            .tag(classed("span", "sc-option-words").child(prose(&pairs[left].left)))
            .child(menu(cx, asked, pairs, &chosen, left))
            .child(mark(cx, verdict))
            .done()
    })
    .done()
}

fn menu(
    cx: &ViewContext,
    asked: &Asked,
    pairs: &[Pair],
    chosen: &[Option<usize>],
    left: usize,
) -> Html {
    let cx_of_change = cx.clone();
    let on_change = Callback::from(move |event: Event| {
        let right = choice_of(&event).and_then(|value| value.parse().ok());
        cx_of_change.dispatch(Action::Change(Change::Pair(left, right)));
    });
    let none = choice(String::new(), chosen[left].is_none(), cx.say(MessageKey::QuizMatchChoose));
    classed("select", "sc-menu")
        .flag("disabled", asked.reply.is_some())
        .on_change(on_change)
        .child(none)
        .each(asked.order.len(), &|nth| {
            let right = asked.order[nth];
            let words = pairs[right].right.words();
            choice(right.to_string(), chosen[left] == Some(right), words)
        })
        .done()
}
