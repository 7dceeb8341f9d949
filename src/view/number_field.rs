//! A number to set: a slider and a field that follow each other.
//!
//! The field is one for text. What stands in it is the reader's own: it is read at each key, and
//! written only when another number than the one it means is set elsewhere.

use super::context::ViewContext;
use super::tag::{Tag, classed, tag};
use super::typed_number::{FieldId, Typed, read, written};
use super::value_words::{named, with_unit};
use crate::browser::hooks::{number_of, set_text_of, text_of};
use crate::story::{MessageKey, Number, Unit, number};
use std::rc::Rc;
use yew::html::oninput;
use yew::prelude::*;

/// Between what and in which steps a number is set.
#[derive(Clone, Copy)]
pub(super) struct NumberRange<'a> {
    pub(super) min: f64,
    pub(super) max: f64,
    pub(super) step: f64,
    pub(super) unit: &'a Unit,
}

impl NumberRange<'_> {
    fn ends(&self) -> (f64, f64) {
        (self.min, self.max)
    }

    /// The ends in words.
    pub(super) fn words(&self, cx: &ViewContext) -> String {
        let low = number::format(self.min, cx.messages());
        let high = with_unit(cx, &Number::exact(self.max), self.unit);
        cx.fill(MessageKey::NumberRange, &[("low", &low), ("high", &high)])
    }
}

/// A number that is set.
pub(super) struct NumberField<'a> {
    /// What it is a number of.
    pub(super) name: &'a str,
    /// What stands beside the field: a unit, or from where to where numbers go.
    pub(super) beside: String,
    /// The place among the fields of the question.
    pub(super) place: usize,
    pub(super) range: NumberRange<'a>,
    pub(super) value: Option<f64>,
    pub(super) is_open: bool,
    /// Told the number, or that there is none on the range.
    pub(super) on_value: Callback<Option<f64>>,
}

/// A slider and a field for one number.
pub(super) fn number_field(cx: &ViewContext, field: &NumberField) -> Html {
    let words = classed("span", "sc-option-words").words(field.name.to_owned());
    let beside = classed("span", "sc-unit").words(field.beside.clone());
    classed("div", "sc-setting")
        .tag(tag("label").tag(words).tag(slider(cx, field)))
        .tag(tag("label").tag(beside).tag(text_field(cx, field)))
        .done()
}

fn slider(cx: &ViewContext, field: &NumberField) -> Tag {
    let NumberRange { min, max, step, unit } = field.range;
    let shown = field.value.unwrap_or_else(|| min.midpoint(max));
    let (typed, on_value) = (cx.typed.clone(), field.on_value.clone());
    let on_input = Callback::from(move |event: InputEvent| {
        typed.take();
        if let Some(number) = number_of(&event) {
            on_value.emit(Some(number.max(min).min(max)));
        }
    });
    tag("input")
        .attr("type", "range")
        .set("min", number::plain(min))
        .set("max", number::plain(max))
        .set("step", number::plain(step))
        .set("aria-valuetext", with_unit(cx, &Number::exact(shown), unit))
        .value(number::plain(shown))
        .flag("disabled", !field.is_open)
        .listen(Rc::new(oninput::Wrapper::new(on_input)))
}

fn text_field(cx: &ViewContext, field: &NumberField) -> Tag {
    let name = match &*field.beside {
        "" => field.name.to_owned(),
        beside => named(cx, field.name, beside),
    };
    // The keyboard for decimals has no minus everywhere.
    let keyboard = if field.range.min < 0.0 { "text" } else { "decimal" };
    tag("input")
        .attr("type", "text")
        .attr("inputmode", keyboard)
        .attr("autocomplete", "off")
        .set("aria-label", name)
        .value(shown_text(cx, field))
        .flag("disabled", !field.is_open)
        .listen(Rc::new(oninput::Wrapper::new(on_type(cx, field))))
        .on_change(on_leave(cx, field))
}

/// The number that a text means, if it lies between two ends.
fn number_in(cx: &ViewContext, (min, max): (f64, f64), text: &str) -> Option<f64> {
    read(text, cx.messages()).filter(|number| (min..=max).contains(number))
}

/// What the reader has typed, unless it means another number than the one that counts.
fn shown_text(cx: &ViewContext, field: &NumberField) -> String {
    let id = id(cx, field);
    let typed = cx.typed.borrow();
    let typed = typed.as_ref().filter(|typed| typed.field == id).filter(|typed| {
        let number = number_in(cx, field.range.ends(), &typed.text);
        number.is_none() || number == field.value
    });
    typed.map_or_else(|| counting_text(cx, field.value), |typed| typed.text.clone())
}

/// The number that counts, as a text.
fn counting_text(cx: &ViewContext, value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| written(value, cx.messages()))
}

fn id(cx: &ViewContext, field: &NumberField) -> FieldId {
    let quiz = cx.session().quiz();
    (quiz.seed(), quiz.current().map_or(0, |asked| asked.question), field.place)
}

/// Hands on what is typed.
fn on_type(cx: &ViewContext, field: &NumberField) -> Callback<InputEvent> {
    let (cx, id, on_value) = (cx.clone(), id(cx, field), field.on_value.clone());
    let ends = field.range.ends();
    Callback::from(move |event: InputEvent| {
        let Some(text) = text_of(&event) else { return };
        let number = number_in(&cx, ends, &text);
        cx.typed.replace(Some(Typed { field: id, text }));
        on_value.emit(number);
    })
}

/// Where what is typed means no number on the range and another one counts, shows that one as the
/// reader leaves the field.
fn on_leave(cx: &ViewContext, field: &NumberField) -> Callback<Event> {
    let (cx, ends, value) = (cx.clone(), field.range.ends(), field.value);
    Callback::from(move |event: Event| {
        let number = text_of(&event).and_then(|text| number_in(&cx, ends, &text));
        if number.is_none() && value.is_some() {
            cx.typed.take();
            set_text_of(&event, &counting_text(&cx, value));
        }
    })
}
