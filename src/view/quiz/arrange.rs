//! Entries to put in order, and pairs to match, with buttons and menus that every reader can use.

use crate::session::{Action, Asked, Guess};
use crate::story::{Choice, Key, Pair};
use crate::view::prose::prose;
use crate::view::reader::Reader;
use yew::prelude::*;

/// Entries to put in order.
pub(super) fn order(reader: &Reader, asked: &Asked, items: &[Choice]) -> Html {
    let order = match &asked.guess {
        Guess::Order(order) => order,
        _ => &asked.order,
    };
    let entries = order.iter().enumerate().filter_map(|(place, item)| {
        let is_right = asked.reply.map(|_| place == *item);
        Some(entry(reader, order, place, items.get(*item)?, is_right))
    });
    html! { <ol class="sc-order">{for entries}</ol> }
}

/// One entry with its buttons; `is_right` once the answer is given.
fn entry(
    reader: &Reader,
    order: &[usize],
    place: usize,
    item: &Choice,
    is_right: Option<bool>,
) -> Html {
    let class = is_right.map(|right| if right { "sc-right" } else { "sc-wrong" });
    let is_open = is_right.is_none();
    html! {
        <li key={item.id.clone()} class={classes!("sc-option", class)} part="option">
            <span class="sc-letter" aria-hidden="true">{place + 1}</span>
            <span class="sc-option-words">{prose(&item.text)}</span>
            if is_open {
                {mover(reader, order, place, place.checked_sub(1), item, Key::QuizMoveUp, "\u{2191}")}
                {mover(reader, order, place, Some(place + 1), item, Key::QuizMoveDown, "\u{2193}")}
            }
        </li>
    }
}

/// A button that swaps an entry with its neighbour; it stays, disabled, where there is none.
fn mover(
    reader: &Reader,
    order: &[usize],
    place: usize,
    other: Option<usize>,
    item: &Choice,
    name: Key,
    picture: &'static str,
) -> Html {
    let other = other.filter(|other| *other < order.len());
    let mut swapped = order.to_vec();
    if let Some(other) = other {
        swapped.swap(place, other);
    }
    let name = reader.fill(name, &[("item", &item.text.words())]);
    html! {
        <button type="button" class="sc-mover" aria-label={name} disabled={other.is_none()}
            onclick={reader.wish(Action::Guess(Guess::Order(swapped)))}>{picture}</button>
    }
}

/// Pairs to match: a menu of right sides for each left side.
pub(super) fn pairs(reader: &Reader, asked: &Asked, pairs: &[Pair]) -> Html {
    let chosen = match &asked.guess {
        Guess::Match(chosen) => chosen.clone(),
        _ => vec![None; pairs.len()],
    };
    let rows = pairs.iter().enumerate().map(|(left, pair)| {
        let class = asked
            .reply
            .map(|_| if chosen.get(left) == Some(&Some(left)) { "sc-right" } else { "sc-wrong" });
        html! {
            <label key={pair.id.clone()} class={classes!("sc-option", class)} part="option">
                <span class="sc-option-words">{prose(&pair.left)}</span>
                {menu(reader, asked, pairs, &chosen, left)}
            </label>
        }
    });
    html! { <div class="sc-options">{for rows}</div> }
}

fn menu(
    reader: &Reader,
    asked: &Asked,
    pairs: &[Pair],
    chosen: &[Option<usize>],
    left: usize,
) -> Html {
    let onchange = {
        let (reader, chosen) = (reader.clone(), chosen.to_vec());
        Callback::from(move |event: Event| {
            let mut chosen = chosen.clone();
            if let Some(slot) = chosen.get_mut(left) {
                *slot =
                    crate::browser::hooks::choice_of(&event).and_then(|value| value.parse().ok());
            }
            reader.act(Action::Guess(Guess::Match(chosen)));
        })
    };
    let picked = chosen.get(left).copied().flatten();
    let option = |right: &usize| {
        let pair = pairs.get(*right)?;
        Some(
            html! { <option value={right.to_string()} selected={picked == Some(*right)}>{pair.right.words()}</option> },
        )
    };
    html! {
        <select class="sc-menu" disabled={asked.reply.is_some()} {onchange}>
            <option value="" selected={picked.is_none()}>{reader.say(Key::QuizMatchChoose)}</option>
            {for asked.order.iter().filter_map(option)}
        </select>
    }
}
