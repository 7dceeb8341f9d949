//! Options to choose from: one, several, or true against false.
//!
//! A click or tap on a single choice answers at once. The arrow keys only move
//! the choice, as they do in any group of radio buttons; Enter or the button answers.

use super::verdict::Mark;
use crate::session::{Action, Asked, Guess};
use crate::story::{Choice, Key};
use crate::view::prose::prose;
use crate::view::reader::Reader;
use yew::prelude::*;

/// How one option stands: what it shows, whether it is chosen and what became of it.
struct Entry {
    words: Html,
    letter: Option<char>,
    chosen: bool,
    mark: Option<Mark>,
    guess: Guess,
}

/// One of several options.
pub(super) fn one(reader: &Reader, asked: &Asked, options: &[Choice], answer: usize) -> Html {
    let entry = |(place, option): (usize, usize)| {
        let chosen = asked.guess == Guess::One(option);
        let mark = asked.reply.and_then(|_| Mark::of_single(chosen, option == answer));
        let words = options.get(option).map_or_else(Html::default, |option| prose(&option.text));
        Entry { words, letter: letter(place), chosen, mark, guess: Guess::One(option) }
    };
    radios(reader, asked, asked.order.iter().copied().enumerate().map(entry))
}

/// A statement to judge.
pub(super) fn true_false(reader: &Reader, asked: &Asked, answer: bool) -> Html {
    let entry = |judged: bool| {
        let chosen = asked.guess == Guess::TrueFalse(judged);
        let mark = asked.reply.and_then(|_| Mark::of_single(chosen, judged == answer));
        let words = reader.say(if judged { Key::QuizTrue } else { Key::QuizFalse });
        Entry {
            words: html! { {words} },
            letter: None,
            chosen,
            mark,
            guess: Guess::TrueFalse(judged),
        }
    };
    radios(reader, asked, [true, false].into_iter().map(entry))
}

/// All that apply.
pub(super) fn several(
    reader: &Reader,
    asked: &Asked,
    options: &[Choice],
    answers: &[usize],
) -> Html {
    let chosen: &[usize] = match &asked.guess {
        Guess::Several(chosen) => chosen,
        _ => &[],
    };
    let entry = |(place, option): (usize, usize)| {
        let is_chosen = chosen.contains(&option);
        let mark = asked.reply.and_then(|_| Mark::of_several(is_chosen, answers.contains(&option)));
        let words = options.get(option).map_or_else(Html::default, |option| prose(&option.text));
        let guess = Guess::Several(toggled(chosen, option));
        Entry { words, letter: letter(place), chosen: is_chosen, mark, guess }
    };
    let entries = asked.order.iter().copied().enumerate().map(entry);
    let is_open = asked.reply.is_none();
    html! { <div class="sc-options">{for entries.map(|entry| checkbox(reader, entry, is_open))}</div> }
}

/// `chosen` with `option` put in or taken out, ascending.
fn toggled(chosen: &[usize], option: usize) -> Vec<usize> {
    let mut chosen = chosen.to_vec();
    match chosen.binary_search(&option) {
        Ok(place) => drop(chosen.remove(place)),
        Err(place) => chosen.insert(place, option),
    }
    chosen
}

/// A, B, C, … for the first 26 options.
fn letter(place: usize) -> Option<char> {
    u8::try_from(place).ok().filter(|place| *place < 26).map(|place| char::from(b'A' + place))
}

fn radios(reader: &Reader, asked: &Asked, entries: impl Iterator<Item = Entry>) -> Html {
    let is_open = asked.reply.is_none();
    let name = format!("sc-answer-{}", asked.question);
    html! { <div class="sc-options">{for entries.map(|entry| radio(reader, &name, entry, is_open))}</div> }
}

fn radio(reader: &Reader, name: &str, entry: Entry, is_open: bool) -> Html {
    let onclick = is_open.then(|| {
        let (reader, guess) = (reader.clone(), entry.guess.clone());
        Callback::from(move |event: MouseEvent| {
            // Keys make clicks as well, and those count no presses.
            if event.detail() > 0 {
                reader.act(Action::Choose(guess.clone()));
            }
        })
    });
    let onchange = on_change(reader, &entry);
    let input = html! {
        <input type="radio" name={name.to_owned()} checked={entry.chosen} disabled={!is_open} {onchange} />
    };
    option(reader, entry, input, onclick)
}

fn on_change(reader: &Reader, entry: &Entry) -> Callback<Event> {
    let (reader, guess) = (reader.clone(), entry.guess.clone());
    Callback::from(move |_| reader.act(Action::Guess(guess.clone())))
}

fn checkbox(reader: &Reader, entry: Entry, is_open: bool) -> Html {
    let onchange = on_change(reader, &entry);
    let input =
        html! { <input type="checkbox" checked={entry.chosen} disabled={!is_open} {onchange} /> };
    option(reader, entry, input, None)
}

fn option(
    reader: &Reader,
    entry: Entry,
    input: Html,
    onclick: Option<Callback<MouseEvent>>,
) -> Html {
    let class = classes!(
        "sc-option",
        entry.chosen.then_some("sc-chosen"),
        entry.mark.map(|mark| mark.class()),
    );
    html! {
        <label {class} part="option" {onclick}>
            {input}
            if let Some(letter) = entry.letter { <span class="sc-letter" aria-hidden="true">{letter}</span> }
            <span class="sc-option-words">{entry.words}</span>
            if let Some(mark) = entry.mark { {mark.words(reader)} }
        </label>
    }
}
