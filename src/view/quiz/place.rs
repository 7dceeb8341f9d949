//! Placing an event in time: on the drawn line, by a slider, or by a date that is typed.

use crate::browser::hooks::text_of;
use crate::session::{Action, Asked, Guess};
use crate::story::{Date, Form, MessageKey, Placing, TimeStep};
use crate::view::context::ViewContext;
use crate::view::drawing::drawing;
use crate::view::drawing_layout::Subject;
use crate::view::number_field::value_slider;
use crate::view::tag::{Tag, button, classed, nodes, nothing, tag};
use yew::prelude::*;

/// The line, and what sets a place on it; once it is answered the line alone.
pub(super) fn place(cx: &ViewContext, asked: &Asked, form: &Form) -> Html {
    let Some(placing) = Placing::of(cx.story(), form) else { return nothing() };
    let line = drawing(cx, Subject::Place(asked.question));
    if asked.reply.is_some() {
        return line;
    }
    let step = match asked.guess {
        Guess::Place(step) => Some(step),
        _ => None,
    };
    nodes(vec![line, setting(cx, &placing, step)])
}

/// A slider with buttons for a step, and a field for a date.
fn setting(cx: &ViewContext, placing: &Placing, step: Option<i64>) -> Html {
    let (first, last) = placing.ends();
    let words = match step {
        Some(step) => step_words(cx, placing, step),
        None => cx.say(MessageKey::QuizUnset),
    };
    let move_to = |name: MessageKey, arrow: &str, to: i64| {
        let can = step.is_some() && (first..=last).contains(&to);
        let go = || cx.on_press(Action::Guess(Guess::Place(to)));
        let press = if can { go() } else { Callback::noop() };
        button("sc-mover sc-step", arrow.to_owned(), press)
            .set("aria-label", cx.say(name))
            .aria("aria-disabled", !can)
    };
    let shown = step.unwrap_or_else(|| first.midpoint(last));
    let set_row = classed("div", "sc-set-row")
        .tag(move_to(MessageKey::QuizPlaceBack, "\u{2039}", shown - 1))
        .tag(classed("p", "sc-set").tag(tag("b").words(words.clone())))
        .tag(move_to(MessageKey::QuizPlaceOn, "\u{203a}", shown + 1));
    // Of the slider the first step is 0: no number is too long for it.
    let range = [0.0, (last - first) as f64, 1.0];
    let on_action = cx.clone();
    let set = Callback::from(move |number: f64| {
        on_action.dispatch(Action::Guess(Guess::Place(first + number as i64)));
    });
    let (name, at) = (cx.say(MessageKey::QuizPlaceLabel), step.map(|step| (step - first) as f64));
    let slider = value_slider(name, range, at, words, set);
    let class = if step.is_some() { "sc-setting" } else { "sc-setting sc-unset" };
    classed("div", class)
        .tag(set_row)
        .tag(slider.attr("dir", cx.story().dir.as_str()))
        .tag(classed("div", "sc-ends").tag(field(cx, placing, step)))
        .done()
}

/// A field for a date as a story writes it; what is no date of the line changes nothing.
fn field(cx: &ViewContext, placing: &Placing, step: Option<i64>) -> Tag {
    let (cx_of_field, scale) = (cx.clone(), *placing);
    let read = Callback::from(move |event: Event| {
        let date = text_of(&event).and_then(|text| Date::from_text(&text));
        if let Some(step) = date.and_then(|date| scale.step_of(&date)) {
            cx_of_field.dispatch(Action::Guess(Guess::Place(step)));
        }
    });
    let written = |step: i64| placing.date(step).map_or_else(String::new, |date| date.to_string());
    let example = written(placing.ends().0);
    let hint = cx.fill(MessageKey::QuizPlaceTyped, &[("date", &example)]);
    let input = tag("input")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("dir", "ltr")
        .set("aria-label", hint)
        .set("placeholder", example)
        .value(step.map_or_else(String::new, written))
        .on_change(read);
    tag("label").tag(input)
}

/// A step of the scale in words.
pub(super) fn step_words(cx: &ViewContext, placing: &Placing, step: i64) -> String {
    placing.date(step).map_or_else(String::new, |date| date.words(cx.messages()))
}

/// A guess in words, with how much it is too early or too late.
pub(super) fn placed_words(cx: &ViewContext, form: &Form, step: i64) -> String {
    let Some(placing) = Placing::of(cx.story(), form) else { return String::new() };
    let date = step_words(cx, &placing, step);
    let (miss, unit) = placing.miss(step);
    if miss == 0 {
        return date;
    }
    let span = match unit {
        TimeStep::Years(_) => MessageKey::SpanYears,
        TimeStep::Month => MessageKey::SpanMonths,
        TimeStep::Day => MessageKey::SpanDays,
        TimeStep::Minutes(_) => MessageKey::SpanMinutes,
    };
    let span = cx.count(span, miss.unsigned_abs() as usize);
    let key = if miss < 0 { MessageKey::QuizEarly } else { MessageKey::QuizLate };
    cx.fill(key, &[("date", &date), ("span", &span)])
}
