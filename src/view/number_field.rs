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
    fn words(&self, cx: &ViewContext) -> String {
        let low = number::format(self.min, cx.messages());
        let high = with_unit(cx, &Number::exact(self.max), self.unit);
        cx.fill(MessageKey::NumberRange, &[("low", &low), ("high", &high)])
    }

    /// A number of it in words; what to say where there is none.
    fn value_words(&self, cx: &ViewContext, value: Option<f64>) -> String {
        match value {
            Some(value) => with_unit(cx, &Number::exact(value), self.unit),
            None => cx.say(MessageKey::QuizUnset),
        }
    }
}

/// A number that is set.
pub(super) struct NumberField<'a> {
    /// What it is a number of.
    pub(super) name: &'a str,
    /// The place among the numbers of the question.
    pub(super) place: usize,
    pub(super) range: NumberRange<'a>,
    /// None until the reader sets one.
    pub(super) value: Option<f64>,
    pub(super) is_open: bool,
    /// Told the number, or that there is none on the range.
    pub(super) on_value: Callback<Option<f64>>,
}

/// A slider and a field for one number, which stands above them in words, between what leads to the
/// numbers before and behind it.
pub(super) fn number_field(
    cx: &ViewContext,
    field: &NumberField,
    [before, behind]: [Html; 2],
) -> Html {
    let NumberRange { min, max, unit, .. } = field.range;
    let end = |value: f64| tag("span").words(number::format(value, cx.messages()));
    let class = if field.value.is_some() { "sc-setting" } else { "sc-setting sc-unset" };
    let words = classed("p", "sc-set")
        .attr("dir", "auto")
        .tag(classed("span", "sc-set-name").words(field.name.to_owned()))
        .text(" ")
        .tag(tag("b").words(field.range.value_words(cx, field.value)));
    let said = |words: &str| classed("span", "sc-unit").words(words.to_owned());
    let typed = tag("label")
        .attr("dir", "auto")
        .tag(said(&unit.before))
        .tag(text_field(cx, field))
        .tag(said(&unit.after));
    // It runs as the drawing above it does.
    classed("div", class)
        .attr("dir", cx.story().dir.as_str())
        .tag(classed("div", "sc-set-row").child(before).tag(words).child(behind))
        .tag(slider(cx, field))
        .tag(classed("div", "sc-ends").tag(end(min)).tag(typed).tag(end(max)))
        .done()
}

fn slider(cx: &ViewContext, field: &NumberField) -> Tag {
    let NumberRange { min, max, step, .. } = field.range;
    let (typed, on_value) = (cx.typed.clone(), field.on_value.clone());
    let set = Callback::from(move |number: f64| {
        typed.take();
        on_value.emit(Some(number.max(min).min(max)));
    });
    let words = field.range.value_words(cx, field.value);
    value_slider(field.name.to_owned(), [min, max, step], field.value, words, set)
        .flag("disabled", !field.is_open)
}

/// A slider for a value, which stands in the middle until it is set.
pub(super) fn value_slider(
    name: String,
    [min, max, step]: [f64; 3],
    value: Option<f64>,
    words: String,
    set: Callback<f64>,
) -> Tag {
    let (press, is_unset) = (set.clone(), value.is_none());
    let on_input = Callback::from(move |event: InputEvent| {
        number_of(&event).into_iter().for_each(|number| set.emit(number));
    });
    // Who wants the middle presses where the thumb is already, and no input comes of it.
    let on_press = Callback::from(move |event: MouseEvent| {
        let number = number_of(&event).filter(|_| is_unset);
        number.into_iter().for_each(|number| press.emit(number));
    });
    classed("input", "sc-slider")
        .attr("type", "range")
        .set("aria-label", name)
        .set("min", number::plain(min))
        .set("max", number::plain(max))
        .set("step", number::plain(step))
        .set("aria-valuetext", words)
        .value(number::plain(value.unwrap_or_else(|| min.midpoint(max))))
        .listen(Rc::new(oninput::Wrapper::new(on_input)))
        .on_click(on_press)
}

fn text_field(cx: &ViewContext, field: &NumberField) -> Tag {
    let name = named(cx, field.name, &field.range.words(cx));
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
