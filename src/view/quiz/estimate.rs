//! Numbers to set: one estimate, or a value for each entry of a chart, and what they are called.

use super::answer::{named, spread, with_unit};
use crate::browser::hooks::number_of;
use crate::layout::{GuessScale, guess_scale};
use crate::session::{Action, Asked, Change, Guess};
use crate::story::{Chart, Data, Form, Key, Number, number};
use crate::view::reader::Reader;
use crate::view::tag::{Tag, classed, tag};
use std::rc::Rc;
use yew::html::{onfocusin, oninput};
use yew::prelude::*;

/// The scale on which a number is set.
pub(super) struct Scale<'a> {
    pub(super) min: f64,
    pub(super) max: f64,
    pub(super) step: f64,
    pub(super) unit: Option<&'a str>,
}

/// One number: a slider and a field that follow each other.
pub(super) fn estimate(reader: &Reader, asked: &Asked, scale: &Scale) -> Html {
    let guess = match asked.guess {
        Guess::Estimate(value) => Some(value),
        _ => None,
    };
    let on_value = {
        let reader = reader.clone();
        Callback::from(move |value| reader.act(Action::Guess(Guess::Estimate(value))))
    };
    setting(
        reader,
        &reader.say(Key::QuizEstimateLabel),
        scale,
        guess,
        asked.reply.is_none(),
        &on_value,
    )
}

/// A value for each entry of a chart whose value is known; `on_focus` is told which one has the
/// focus.
pub(in crate::view) fn settings(
    reader: &Reader,
    chart: &Chart,
    drawn: &[f64],
    on_focus: &Callback<usize>,
) -> Html {
    let entries = known_entries(reader, &chart.data);
    let axis = guess_scale(chart);
    let GuessScale { low: min, high: max, step } = axis;
    let scale = Scale { min, max, step, unit: Some(&chart.unit) };
    let settings = classed("div", "sc-options");
    settings
        .each(entries.len(), &|place| {
            let on_value = set_drawn(reader, place, axis.rest());
            let value = drawn.get(place).copied();
            let enter = on_focus.reform(move |_| place);
            tag("div")
                .listen(Rc::new(onfocusin::Wrapper::new(enter)))
                .child(setting(reader, &entries[place].0, &scale, value, true, &on_value))
                .done()
        })
        .done()
}

/// The values of the answer to the question being asked, as far as they are drawn, and whether
/// the true ones may be seen.
pub(in crate::view) fn drawn(reader: &Reader, question: usize) -> Option<(Vec<f64>, bool)> {
    let asked = reader.session().quiz().current().filter(|asked| asked.question == question)?;
    let values = match (&reader.story().trivia.questions.get(question)?.form, &asked.guess) {
        (_, Guess::Draw(values)) => values.clone(),
        (_, Guess::Estimate(value)) => vec![*value],
        (Form::Draw { chart, .. }, _) => {
            let chart = reader.story().charts.get(*chart)?;
            vec![guess_scale(chart).rest(); chart.data.known().len()]
        }
        _ => return None,
    };
    Some((values, asked.reply.is_some()))
}

/// An entry of a chart with the value drawn for it; in an answered question with the true value
/// as well, and how far off the drawn one is.
pub(in crate::view) fn drawn_words(reader: &Reader, chart: &Chart, place: usize) -> String {
    let (Some((entry, truth)), Some(asked)) =
        (chart.data.known().into_iter().nth(place), reader.session().quiz().current())
    else {
        return String::new();
    };
    let name = name(reader, &chart.data, entry);
    let value = match &asked.guess {
        Guess::Draw(values) => values.get(place).copied().unwrap_or_default(),
        _ => guess_scale(chart).rest(),
    };
    let unit = Some(chart.unit.as_str()).filter(|unit| !unit.is_empty());
    if asked.reply.is_none() {
        return named(reader, &name, &with_unit(reader, value, unit));
    }
    let words = named(reader, &name, &with_unit(reader, truth.value, unit));
    let words = match spread(reader, &truth) {
        Some(detail) => reader.fill(Key::ChartDetail, &[("words", &words), ("detail", &detail)]),
        None => words,
    };
    let off = value - truth.value;
    let key = match off {
        _ if truth.low <= value && value <= truth.high => Key::QuizDrawn,
        off if off > 0.0 => Key::QuizDrawnHigh,
        _ => Key::QuizDrawnLow,
    };
    let format = |value: f64| number::format(value, reader.messages());
    let (guess, difference) = (format(value), format(off.abs()));
    reader.fill(key, &[("words", &words), ("guess", &guess), ("difference", &difference)])
}

/// The entries of a chart's first series whose values are known, by name.
pub(super) fn known_entries(reader: &Reader, data: &Data) -> Vec<(String, Number)> {
    let known = data.known().into_iter();
    known.map(|(place, number)| (name(reader, data, place), number)).collect()
}

/// What the entry at a place of a chart is called.
fn name(reader: &Reader, data: &Data, place: usize) -> String {
    match data {
        Data::Rows(rows) => rows.rows[place].label.clone(),
        Data::Columns(columns) => {
            columns.lines.first().map_or_else(String::new, |line| match line.dates.get(place) {
                Some(date) => date.words(reader.messages()),
                None => number::format(line.x[place], reader.messages()),
            })
        }
    }
}

/// Sets one of the values drawn; those never set stand in the middle.
pub(in crate::view) fn set_drawn(reader: &Reader, place: usize, rest: f64) -> Callback<f64> {
    let reader = reader.clone();
    Callback::from(move |value| {
        reader.act(Action::Change(Change::Value { place, value, rest }));
    })
}

/// A slider and a number field for one value.
fn setting(
    reader: &Reader,
    name: &str,
    scale: &Scale,
    value: Option<f64>,
    is_open: bool,
    on_value: &Callback<f64>,
) -> Html {
    let shown = value.unwrap_or((scale.min + scale.max) / 2.0);
    let words = with_unit(reader, shown, scale.unit);
    let slider = field("range", scale, is_open, on_value);
    let slider = slider.set("aria-valuetext", words).value(number::plain(shown));
    let number = field("number", scale, is_open, on_value).attr("step", "any");
    let number = number.set("aria-label", name.to_owned());
    let number = number.value(value.map_or_else(String::new, number::plain));
    let unit = classed("span", "sc-unit").words(scale.unit.unwrap_or_default().to_owned());
    classed("div", "sc-setting")
        .tag(
            tag("label").tag(classed("span", "sc-option-words").words(name.to_owned())).tag(slider),
        )
        .tag(tag("label").tag(unit).tag(number))
        .done()
}

/// A field for a number on a scale.
fn field(kind: &'static str, scale: &Scale, is_open: bool, on_value: &Callback<f64>) -> Tag {
    tag("input")
        .attr("type", kind)
        .set("min", number::plain(scale.min))
        .set("max", number::plain(scale.max))
        .set("step", number::plain(scale.step))
        .flag("disabled", !is_open)
        .listen(Rc::new(oninput::Wrapper::new(on_number(scale, on_value))))
}

/// Hands on what a field holds, where it is a number, within the scale.
fn on_number(scale: &Scale, on_value: &Callback<f64>) -> Callback<InputEvent> {
    let (min, max, on_value) = (scale.min, scale.max, on_value.clone());
    Callback::from(move |event: InputEvent| {
        if let Some(value) = number_of(&event) {
            on_value.emit(value.max(min).min(max));
        }
    })
}
