//! Numbers to set: one estimate, or a value for each row of a chart.

use super::answer::with_unit;
use crate::browser::hooks::number_of;
use crate::session::{Action, Asked, Guess};
use crate::story::{Chart, Data, Key, Line, Row, number};
use crate::view::reader::Reader;
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
    let Some(chart) = reader.story().charts.get(chart) else { return html! {} };
    let entries = known_entries(reader, &chart.data);
    let scale = drawing_scale(chart, &entries);
    let drawn = match &asked.guess {
        Guess::Draw(values) => values.clone(),
        _ => vec![(scale.min + scale.max) / 2.0; entries.len()],
    };
    let settings = entries.iter().enumerate().map(|(place, (name, _))| {
        let on_value = set_drawn(reader, &drawn, place);
        setting(reader, name, &scale, drawn.get(place).copied(), asked.reply.is_none(), &on_value)
    });
    html! { <div class="sc-options">{for settings}</div> }
}

/// The entries of a chart's first series whose values are known, by name.
fn known_entries(reader: &Reader, data: &Data) -> Vec<(String, f64)> {
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

/// Sets one of the values drawn.
fn set_drawn(reader: &Reader, drawn: &[f64], place: usize) -> Callback<f64> {
    let (reader, drawn) = (reader.clone(), drawn.to_vec());
    Callback::from(move |value| {
        let mut drawn = drawn.clone();
        if let Some(slot) = drawn.get_mut(place) {
            *slot = value;
        }
        reader.act(Action::Guess(Guess::Draw(drawn)));
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
    let oninput = on_number(on_value);
    let shown = value.unwrap_or((scale.min + scale.max) / 2.0);
    let words = with_unit(reader, shown, scale.unit);
    let (min, max, step) = (scale.min.to_string(), scale.max.to_string(), scale.step.to_string());
    html! {
        <div class="sc-setting">
            <label>
                <span class="sc-option-words">{name}</span>
                <input type="range" min={min.clone()} max={max.clone()} step={step.clone()} value={shown.to_string()}
                    aria-valuetext={words} disabled={!is_open} oninput={oninput.clone()} />
            </label>
            <label>
                <span class="sc-unit">{scale.unit.unwrap_or_default()}</span>
                <input type="number" {min} {max} {step} value={value.map(|value| value.to_string())}
                    aria-label={name.to_owned()} disabled={!is_open} {oninput} />
            </label>
        </div>
    }
}

/// Hands on what a field holds, where it is a number.
fn on_number(on_value: &Callback<f64>) -> Callback<InputEvent> {
    let on_value = on_value.clone();
    Callback::from(move |event: InputEvent| {
        if let Some(value) = number_of(&event) {
            on_value.emit(value);
        }
    })
}
