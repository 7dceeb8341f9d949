//! Numbers to set: one estimate, or a value for each row of a chart.

use super::answer::with_unit;
use crate::browser::hooks::number_of;
use crate::session::{Action, Asked, Change, Guess};
use crate::story::{Chart, Data, Key, Line, Row, number};
use crate::view::reader::Reader;
use crate::view::tag::{Tag, classed, nothing, tag};
use std::rc::Rc;
use yew::html::oninput;
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

/// A value for each entry of a chart whose value is known.
pub(super) fn draw(reader: &Reader, asked: &Asked, chart: usize) -> Html {
    let Some(chart) = reader.story().charts.get(chart) else { return nothing() };
    let entries = known_entries(reader, &chart.data);
    let scale = drawing_scale(chart, &entries);
    let middle = (scale.min + scale.max) / 2.0;
    let drawn = match &asked.guess {
        Guess::Draw(values) => values.clone(),
        _ => vec![middle; entries.len()],
    };
    let is_open = asked.reply.is_none();
    let settings = classed("div", "sc-options");
    settings
        .each(entries.len(), &|place| {
            let on_value = set_drawn(reader, place, middle);
            let value = drawn.get(place).copied();
            setting(reader, &entries[place].0, &scale, value, is_open, &on_value)
        })
        .done()
}

/// The entries of a chart's first series whose values are known, by name.
pub(super) fn known_entries(reader: &Reader, data: &Data) -> Vec<(String, f64)> {
    match data {
        Data::Rows(rows) => {
            let known = |row: &Row| Some((row.label.clone(), row.values.first()?.as_ref()?.value));
            rows.rows.iter().filter_map(known).collect()
        }
        Data::Columns(columns) => {
            columns.lines.first().map_or_else(Vec::new, |line| known_points(reader, line))
        }
    }
}

fn known_points(reader: &Reader, line: &Line) -> Vec<(String, f64)> {
    let named = |(place, y): (usize, &Option<f64>)| {
        let name = match line.dates.get(place) {
            Some(date) => date.words(reader.messages()),
            None => number::format(*line.x.get(place)?, reader.messages()),
        };
        Some((name, (*y)?))
    };
    line.y.iter().enumerate().filter_map(named).collect()
}

/// A scale wide enough for the true values that does not give the highest away.
fn drawing_scale<'a>(chart: &'a Chart, entries: &[(String, f64)]) -> Scale<'a> {
    let values = entries.iter().map(|(_, value)| *value);
    let (low, high) = chart
        .domain
        .unwrap_or((values.clone().fold(0.0, f64::min) * 1.25, values.fold(0.0, f64::max) * 1.25));
    let high = if high > low { high } else { low + 1.0 };
    Scale { min: low, max: high, step: (high - low) / 200.0, unit: Some(&chart.unit) }
}

/// Sets one of the values drawn; those never set stand in the middle.
fn set_drawn(reader: &Reader, place: usize, rest: f64) -> Callback<f64> {
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
