//! Estimating a number.

use crate::session::{Action, Asked, Guess};
use crate::story::MessageKey;
use crate::view::context::ViewContext;
use crate::view::number_field::{NumberField, NumberRange, number_field};
use crate::view::tag::nothing;
use yew::prelude::*;

/// One number: a slider and a field that follow each other. An empty field is no answer.
pub(super) fn estimate(cx: &ViewContext, asked: &Asked, range: NumberRange) -> Html {
    let value = match asked.guess {
        Guess::Estimate(value) => Some(value),
        _ => None,
    };
    let on_value = {
        let cx = cx.clone();
        Callback::from(move |value: Option<f64>| {
            cx.dispatch(Action::Guess(value.map_or(Guess::None, Guess::Estimate)));
        })
    };
    let name = &cx.say(MessageKey::QuizEstimateLabel);
    let is_open = asked.reply.is_none();
    let field = NumberField { name, place: 0, range, value, is_open, on_value };
    number_field(cx, &field, [nothing(), nothing()])
}
