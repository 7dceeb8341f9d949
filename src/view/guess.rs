//! A guess drawn on a chart: its values, what they are called, how one of them is set. The quiz
//! and the drawing both speak of it.

use super::context::ViewContext;
use super::value_words::{named, spread, with_unit};
use crate::session::{Action, Change, Guess};
use crate::story::{Chart, Data, Form, MessageKey, Number, number};
use yew::prelude::*;

/// The values of the answer to the question being asked, none while none is set, and whether the
/// true ones may be seen.
pub(super) fn drawn(cx: &ViewContext, question: usize) -> Option<(Vec<f64>, bool)> {
    let asked = cx.session().quiz().current().filter(|asked| asked.question == question)?;
    let values = match (&cx.story().trivia.questions.get(question)?.form, &asked.guess) {
        (_, Guess::Draw(values)) => values.clone(),
        (_, Guess::Estimate(value)) => vec![*value],
        (_, Guess::Place(step)) => vec![*step as f64],
        (Form::Draw { .. } | Form::Place { .. }, _) => Vec::new(),
        _ => return None,
    };
    Some((values, asked.reply.is_some()))
}

/// An entry of a chart with the value drawn for it; in an answered question with the true value
/// as well, and how far off the drawn one is.
pub(super) fn drawn_words(cx: &ViewContext, chart: &Chart, place: usize) -> String {
    let (Some((entry, truth)), Some(asked)) =
        (chart.data.known().into_iter().nth(place), cx.session().quiz().current())
    else {
        return String::new();
    };
    let name = name(cx, &chart.data, entry);
    let value = match &asked.guess {
        Guess::Draw(values) => values.get(place).copied(),
        _ => None,
    };
    if asked.reply.is_none() {
        let words = match value {
            Some(value) => with_unit(cx, &Number::exact(value), &chart.unit),
            None => cx.say(MessageKey::QuizUnset),
        };
        return named(cx, &name, &words);
    }
    let words = named(cx, &name, &with_unit(cx, &truth, &chart.unit));
    let words = match spread(cx, &truth) {
        Some(detail) => cx.fill(MessageKey::ChartDetail, &[("words", &words), ("detail", &detail)]),
        None => words,
    };
    match value {
        Some(value) => off_words(cx, &words, &truth, value),
        None => words,
    }
}

/// What the reader drew for an entry, and how far off that is, behind words that name the entry.
pub(super) fn off_words(cx: &ViewContext, words: &str, truth: &Number, value: f64) -> String {
    let key = match miss(truth, value) {
        0.0 => MessageKey::QuizDrawn,
        miss if miss > 0.0 => MessageKey::QuizDrawnHigh,
        _ => MessageKey::QuizDrawnLow,
    };
    let guess = number::format(value, cx.messages());
    let difference = number::difference(value, truth.value, cx.messages());
    cx.fill(key, &[("words", words), ("guess", &guess), ("difference", &difference)])
}

/// How far a drawn value is above the true one; 0 for what a source gives.
pub(super) fn miss(truth: &Number, value: f64) -> f64 {
    if (truth.low..=truth.high).contains(&value) {
        return 0.0;
    }
    // The way from end to end may be more than a number can say.
    (value - truth.value).clamp(f64::MIN, f64::MAX)
}

/// The entries of a chart's first series whose values are known, by name.
pub(super) fn known_entries(cx: &ViewContext, data: &Data) -> Vec<(String, Number)> {
    let known = data.known().into_iter();
    known.map(|(place, number)| (name(cx, data, place), number)).collect()
}

/// What the entry at a place of a chart is called.
pub(super) fn name(cx: &ViewContext, data: &Data, place: usize) -> String {
    match data {
        Data::Rows(rows) => rows.rows[place].label.clone(),
        Data::Columns(columns) => {
            let line = columns.lines.first();
            line.and_then(|line| columns.x_words(line, place, cx.messages())).unwrap_or_default()
        }
    }
}

/// Sets one of the values drawn; those never set stand in the middle.
pub(super) fn set_drawn(cx: &ViewContext, place: usize, rest: f64) -> Callback<f64> {
    let cx = cx.clone();
    Callback::from(move |value| {
        cx.dispatch(Action::Change(Change::Value { place, value, rest }));
    })
}
