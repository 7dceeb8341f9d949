//! Ways to hand the reader something, and the text to take where the browser took none.

use super::context::ViewContext;
use super::tag::{Tag, button, classed, tag};
use crate::session::{Action, ShareOutcome, Target};
use crate::story::MessageKey;
use std::rc::Rc;
use yew::prelude::*;

/// Hands something over, and tells whether that worked.
pub(super) type Act = Rc<dyn Fn(&ViewContext, &MouseEvent, Callback<bool>)>;

/// A way to hand something over.
#[derive(Clone, Copy)]
pub(super) struct Way {
    /// What its button says.
    pub(super) name: MessageKey,
    /// What is said if it works.
    pub(super) done: ShareOutcome,
    /// What is said if not.
    pub(super) failed: ShareOutcome,
}

impl Way {
    /// Its button; `end` is what happens when the outcome is known.
    pub(super) fn button(
        self,
        cx: &ViewContext,
        act: Act,
        end: Rc<dyn Fn(ShareOutcome) -> Action>,
    ) -> Tag {
        let (name, cx) = (cx.say(self.name), cx.clone());
        let press = Callback::from(move |event: MouseEvent| {
            let (then, end) = (cx.clone(), end.clone());
            let told = move |works| then.dispatch(end(if works { self.done } else { self.failed }));
            act(&cx, &event, Callback::from(told));
        });
        button("sc-link", name, press)
    }
}

/// A text for the reader to take, selected, on so many lines.
pub(super) fn text_to_take(cx: &ViewContext, text: String, lines: &'static str) -> Html {
    let field = classed("textarea", "sc-text")
        .set("id", cx.target_id(Target::Text))
        .flag("readonly", true)
        .attr("rows", lines)
        .value(text);
    tag("label").words(cx.say(MessageKey::ShareTake)).tag(field).done()
}
