//! An answer that is typed.
//!
//! What stands in the field is the reader's own: no list to pick from, nothing completed, nothing
//! corrected. Enter gives the answer, as in any form.

use super::order_and_match::{mark, option};
use crate::browser::hooks::text_of;
use crate::session::{Action, Asked, Guess, Reply};
use crate::story::MessageKey;
use crate::view::context::ViewContext;
use crate::view::tag::classed;
use std::rc::Rc;
use yew::html::oninput;
use yew::prelude::*;

/// A field for a word or a name.
pub(super) fn typed_answer(cx: &ViewContext, asked: &Asked) -> Html {
    let text = match &asked.guess {
        Guess::Type(text) => text.clone(),
        _ => String::new(),
    };
    let verdict = asked.reply.filter(|_| asked.is_given()).map(Reply::is_right);
    let on_input = {
        let cx = cx.clone();
        Callback::from(move |event: InputEvent| {
            let text = text_of(&event).unwrap_or_default();
            cx.dispatch(Action::Guess(Guess::Type(text)));
        })
    };
    // The words may be of another direction than the story's.
    let field = classed("input", "sc-menu")
        .attr("type", "text")
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("autocorrect", "off")
        .attr("spellcheck", "false")
        .attr("maxlength", "200")
        .value(text)
        .flag("disabled", asked.reply.is_some())
        .listen(Rc::new(oninput::Wrapper::new(on_input)));
    option("label", verdict)
        .tag(classed("span", "sc-option-words").words(cx.say(MessageKey::QuizYourAnswer)))
        .tag(field)
        .child(mark(cx, verdict))
        .done()
}
