//! Estimating a number.

use crate::session::{Action, Asked, Guess};
use crate::story::MessageKey;
use crate::view::context::ViewContext;
use crate::view::number_field::{NumberRange, number_field};
use yew::prelude::*;

/// One number: a slider and a field that follow each other.
pub(super) fn estimate(cx: &ViewContext, asked: &Asked, range: &NumberRange) -> Html {
    let guess = match asked.guess {
        Guess::Estimate(value) => Some(value),
        _ => None,
    };
    let on_value = {
        let cx = cx.clone();
        Callback::from(move |value| cx.dispatch(Action::Guess(Guess::Estimate(value))))
    };
    let label = cx.say(MessageKey::QuizEstimateLabel);
    number_field(cx, &label, range, guess, asked.reply.is_none(), &on_value)
}
