//! Options to choose from: one, several, or true against false.
//!
//! A click or tap on a single choice answers at once. The arrow keys only move
//! the choice, as they do in any group of radio buttons; Enter or the button answers.

use super::verdict::Mark;
use crate::session::{Action, Asked, Guess};
use crate::story::{Choice, Key};
use crate::view::prose::prose;
use crate::view::reader::Reader;
use crate::view::tag::{Tag, classed, tag, words};
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
    list(asked.order.len(), &|place| {
        let option = asked.order[place];
        let chosen = asked.guess == Guess::One(option);
        let mark = asked.reply.and_then(|_| Mark::of_single(chosen, option == answer));
        let words = prose(&options[option].text);
        radio(
            reader,
            asked,
            Entry { words, letter: letter(place), chosen, mark, guess: Guess::One(option) },
        )
    })
}

/// A statement to judge.
pub(super) fn true_false(reader: &Reader, asked: &Asked, answer: bool) -> Html {
    list(2, &|place| {
        let judged = place == 0;
        let chosen = asked.guess == Guess::TrueFalse(judged);
        let mark = asked.reply.and_then(|_| Mark::of_single(chosen, judged == answer));
        let words = words(reader.say(if judged { Key::QuizTrue } else { Key::QuizFalse }));
        radio(
            reader,
            asked,
            Entry { words, letter: None, chosen, mark, guess: Guess::TrueFalse(judged) },
        )
    })
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
    list(asked.order.len(), &|place| {
        let option = asked.order[place];
        let is_chosen = chosen.contains(&option);
        let mark = asked.reply.and_then(|_| Mark::of_several(is_chosen, answers.contains(&option)));
        let words = prose(&options[option].text);
        let guess = Guess::Several(toggled(chosen, option));
        checkbox(
            reader,
            asked,
            Entry { words, letter: letter(place), chosen: is_chosen, mark, guess },
        )
    })
}

fn list(count: usize, option: &dyn Fn(usize) -> Html) -> Html {
    classed("div", "sc-options").each(count, option).done()
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

fn radio(reader: &Reader, asked: &Asked, entry: Entry) -> Html {
    let is_open = asked.reply.is_none();
    let name = ["sc-answer-", &asked.question.to_string()].concat();
    let choose = {
        let (reader, guess) = (reader.clone(), entry.guess.clone());
        Callback::from(move |event: MouseEvent| {
            // Keys make clicks as well, and those count no presses.
            if is_open && event.detail() > 0 {
                reader.act(Action::Choose(guess.clone()));
            }
        })
    };
    let input = tag("input").attr("type", "radio").set("name", name);
    let input = field(reader, input, &entry, is_open);
    option(reader, entry, input).on_click(choose).done()
}

fn checkbox(reader: &Reader, asked: &Asked, entry: Entry) -> Html {
    let input = tag("input").attr("type", "checkbox");
    let input = field(reader, input, &entry, asked.reply.is_none());
    option(reader, entry, input).done()
}

/// What a radio button and a checkbox have in common.
fn field(reader: &Reader, input: Tag, entry: &Entry, is_open: bool) -> Tag {
    let (reader, guess) = (reader.clone(), entry.guess.clone());
    let change = Callback::from(move |_| reader.act(Action::Guess(guess.clone())));
    input.checked(entry.chosen).flag("disabled", !is_open).on_change(change)
}

fn option(reader: &Reader, entry: Entry, input: Tag) -> Tag {
    let chosen = if entry.chosen { " sc-chosen" } else { "" };
    let mark = entry.mark.map_or("", Mark::class);
    let mut label = tag("label")
        .set("class", ["sc-option", chosen, " ", mark].concat())
        .attr("part", "option")
        .tag(input);
    if let Some(letter) = entry.letter {
        let letter = classed("span", "sc-letter").words(letter.to_string());
        label = label.tag(letter.attr("aria-hidden", "true"));
    }
    label = label.tag(classed("span", "sc-option-words").child(entry.words));
    match entry.mark {
        Some(mark) => label.child(mark.words(reader)),
        None => label,
    }
}
