//! Options to choose from: one, several, or true against false.
//!
//! A click or tap on a single choice answers at once. The arrow keys only move
//! the choice, as they do in any group of radio buttons; Enter or the button answers.

use super::grade::OptionMark;
use crate::session::{Action, Asked, Change, Guess};
use crate::story::{Choice, MessageKey};
use crate::view::context::ViewContext;
use crate::view::prose::prose;
use crate::view::tag::{Tag, classed, tag, words};
use yew::prelude::*;

/// How one option stands: what it shows, whether it is chosen and what became of it.
struct Entry {
    words: Html,
    letter: Option<char>,
    chosen: bool,
    mark: Option<OptionMark>,
}

/// One of several options.
pub(super) fn one(cx: &ViewContext, asked: &Asked, options: &[Choice], answer: usize) -> Html {
    list(asked.order.len(), &|place| {
        let option = asked.order[place];
        let chosen = asked.guess == Guess::One(option);
        let mark = asked.reply.and_then(|_| OptionMark::of_single(chosen, option == answer));
        let words = prose(&options[option].text);
        let entry = Entry { words, letter: letter(place), chosen, mark };
        radio(cx, asked, entry, Guess::One(option))
    })
}

/// A statement to judge.
pub(super) fn true_false(cx: &ViewContext, asked: &Asked, answer: bool) -> Html {
    list(2, &|place| {
        let judged = place == 0;
        let chosen = asked.guess == Guess::TrueFalse(judged);
        let mark = asked.reply.and_then(|_| OptionMark::of_single(chosen, judged == answer));
        let words =
            words(cx.say(if judged { MessageKey::QuizTrue } else { MessageKey::QuizFalse }));
        let entry = Entry { words, letter: None, chosen, mark };
        radio(cx, asked, entry, Guess::TrueFalse(judged))
    })
}

/// All that apply.
pub(super) fn several(
    cx: &ViewContext,
    asked: &Asked,
    options: &[Choice],
    answers: &[usize],
) -> Html {
    let all: &[usize] = match &asked.guess {
        Guess::Several(chosen) => chosen,
        _ => &[],
    };
    list(asked.order.len(), &|place| {
        let option = asked.order[place];
        let chosen = all.contains(&option);
        let mark =
            asked.reply.and_then(|_| OptionMark::of_several(chosen, answers.contains(&option)));
        let words = prose(&options[option].text);
        let entry = Entry { words, letter: letter(place), chosen, mark };
        let input = tag("input").attr("type", "checkbox");
        let toggle = Action::Change(Change::Toggle(option));
        let input = field(cx, input, asked, chosen, toggle);
        self::option(cx, entry, input).done()
    })
}

fn list(count: usize, option: &dyn Fn(usize) -> Html) -> Html {
    classed("div", "sc-options").each(count, option).done()
}

/// A, B, C, … for the first 26 options.
fn letter(place: usize) -> Option<char> {
    u8::try_from(place).ok().filter(|place| *place < 26).map(|place| char::from(b'A' + place))
}

fn radio(cx: &ViewContext, asked: &Asked, entry: Entry, guess: Guess) -> Html {
    let is_open = asked.reply.is_none();
    let name = ["sc-answer-", &asked.question.to_string()].concat();
    let input = tag("input").attr("type", "radio").set("name", name);
    let input = field(cx, input, asked, entry.chosen, Action::Guess(guess.clone()));
    let cx_of_click = cx.clone();
    let choose = Callback::from(move |event: MouseEvent| {
        // Keys make clicks as well, and those count no presses.
        if is_open && event.detail() > 0 {
            cx_of_click.dispatch(Action::Choose(guess.clone()));
        }
    });
    option(cx, entry, input).on_click(choose).done()
}

/// What a radio button and a checkbox have in common.
fn field(cx: &ViewContext, input: Tag, asked: &Asked, chosen: bool, action: Action) -> Tag {
    let cx = cx.clone();
    let change = Callback::from(move |_| cx.dispatch(action.clone()));
    input.checked(chosen).flag("disabled", asked.reply.is_some()).on_change(change)
}

fn option(cx: &ViewContext, entry: Entry, input: Tag) -> Tag {
    let chosen = if entry.chosen { " sc-chosen" } else { "" };
    let mark = entry.mark.map_or("", OptionMark::class);
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
        Some(mark) => label.child(mark.words(cx)),
        None => label,
    }
}
