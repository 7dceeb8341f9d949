//! A number to set: a slider and a field that follow each other.

use super::context::ViewContext;
use super::tag::{Tag, classed, tag};
use super::value_words::with_unit;
use crate::browser::hooks::number_of;
use crate::story::{Number, Unit, number};
use std::rc::Rc;
use yew::html::oninput;
use yew::prelude::*;

/// Between what and in which steps a number is set.
pub(super) struct NumberRange<'a> {
    pub(super) min: f64,
    pub(super) max: f64,
    pub(super) step: f64,
    pub(super) unit: &'a Unit,
}

/// A slider and a number field for one value.
pub(super) fn number_field(
    cx: &ViewContext,
    name: &str,
    range: &NumberRange,
    value: Option<f64>,
    is_open: bool,
    on_value: &Callback<f64>,
) -> Html {
    let shown = value.unwrap_or((range.min + range.max) / 2.0);
    let words = with_unit(cx, &Number::exact(shown), range.unit);
    let slider = field("range", range, is_open, on_value);
    let slider = slider.set("aria-valuetext", words).value(number::plain(shown));
    let number = field("number", range, is_open, on_value).attr("step", "any");
    let number = number.set("aria-label", name.to_owned());
    let number = number.value(value.map_or_else(String::new, number::plain));
    let unit = classed("span", "sc-unit").words(range.unit.words());
    classed("div", "sc-setting")
        .tag(
            tag("label").tag(classed("span", "sc-option-words").words(name.to_owned())).tag(slider),
        )
        .tag(tag("label").tag(unit).tag(number))
        .done()
}

/// A field for a number on a range.
fn field(kind: &'static str, range: &NumberRange, is_open: bool, on_value: &Callback<f64>) -> Tag {
    tag("input")
        .attr("type", kind)
        .set("min", number::plain(range.min))
        .set("max", number::plain(range.max))
        .set("step", number::plain(range.step))
        .flag("disabled", !is_open)
        .listen(Rc::new(oninput::Wrapper::new(on_number(range, on_value))))
}

/// Hands on what a field holds, where it is a number, within the range.
fn on_number(range: &NumberRange, on_value: &Callback<f64>) -> Callback<InputEvent> {
    let (min, max, on_value) = (range.min, range.max, on_value.clone());
    Callback::from(move |event: InputEvent| {
        if let Some(value) = number_of(&event) {
            on_value.emit(value.max(min).min(max));
        }
    })
}
