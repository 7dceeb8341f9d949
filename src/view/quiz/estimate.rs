//! Numbers to set: one estimate, or a value for each row of a chart.

use super::answer::with_unit;
use crate::browser::hooks::value_of;
use crate::session::{Action, Asked, Guess};
use crate::story::{Data, Key, Row};
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
    setting(reader, &reader.say(Key::QuizEstimateLabel), scale, guess, asked.reply.is_none(), &on_value)
}

/// A value for each row of a chart whose values are known.
pub(super) fn draw(reader: &Reader, asked: &Asked, chart: usize) -> Html {
    let Some(chart) = reader.story().charts.get(chart) else { return html! {} };
    let Data::Rows(rows) = &chart.data else { return html! {} };
    let known: Vec<(&Row, f64)> =
        rows.rows.iter().filter_map(|row| Some((row, row.values.first()?.as_ref()?.value))).collect();
    let most = known.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    let max = chart.domain.map_or(most * 1.25, |(_, high)| high);
    let scale = Scale { min: 0.0, max, step: max / 200.0, unit: Some(&chart.unit) };
    let drawn = match &asked.guess {
        Guess::Draw(values) => values.clone(),
        _ => vec![max / 2.0; known.len()],
    };
    let settings = known.iter().enumerate().map(|(place, (row, _))| {
        let on_value = {
            let (reader, drawn) = (reader.clone(), drawn.clone());
            Callback::from(move |value| {
                let mut drawn = drawn.clone();
                if let Some(slot) = drawn.get_mut(place) {
                    *slot = value;
                }
                reader.act(Action::Guess(Guess::Draw(drawn)));
            })
        };
        setting(reader, &row.label, &scale, drawn.get(place).copied(), asked.reply.is_none(), &on_value)
    });
    html! { <div class="sc-options">{for settings}</div> }
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
        let value = value_of(&event).and_then(|text| text.parse::<f64>().ok());
        if let Some(value) = value.filter(|value| value.is_finite()) {
            on_value.emit(value);
        }
    })
}
