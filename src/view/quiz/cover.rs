//! The question on the cover: one of the round, small, to be answered there and then.

use super::answer_keys::answered_by_keys;
use super::verdict::verdict;
use super::{check, folded_hint, form};
use crate::session::Asked;
use crate::story::Question;
use crate::view::context::ViewContext;
use crate::view::tag::{classed, nodes, nothing};
use yew::prelude::*;

/// The question that the overview asks, if it asks one.
pub(in crate::view) fn cover(cx: &ViewContext) -> Html {
    let Some(asked) = cx.session().cover_asked(cx.story()) else { return nothing() };
    let Some(question) = cx.story().trivia.questions.get(asked.question) else {
        return nothing();
    };
    let content = match cx.is_static() {
        #[cfg(feature = "tool")]
        true => super::static_quiz::on_cover(cx, question, &asked),
        _ => live(&cx.on_cover(), question, &asked),
    };
    let cover = classed("div", "sc-cover");
    let cover = if cx.is_static() {
        cover
    } else {
        answered_by_keys(&cx.on_cover(), cover, question, &asked)
    };
    cover.key(question.id.clone()).child(content).done()
}

/// The button waits for an option that is chosen and not given yet, as by keys.
fn live(cx: &ViewContext, question: &Question, asked: &Asked) -> Html {
    let row = match asked.is_touched() {
        true => classed("p", "sc-row").tag(check(cx)).done(),
        false => nothing(),
    };
    nodes(vec![
        form(cx, question, asked, nodes(vec![row, folded_hint(cx, question)])),
        verdict(cx, question, asked),
    ])
}
