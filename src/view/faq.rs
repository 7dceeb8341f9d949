//! Questions readers ask, each with its answer.

use super::claim::{claim, see};
use super::context::ViewContext;
use super::disclosure::{entries, entry};
use super::lists::letters;
use super::prose::prose;
use super::spoilers::spoiler_switch;
use super::tag::{nodes, tag};
use crate::story::{Item, Section};
use yew::prelude::*;

/// Questions readers ask.
pub(super) fn faq(cx: &ViewContext) -> Html {
    let length = |index: usize| letters(&cx.story().faq[index].question.words());
    nodes(vec![
        entries(cx, Section::Faq, "sc-entries", &length, &|index| answer(cx, index)),
        spoiler_switch(cx, Section::Faq),
    ])
}

fn answer(cx: &ViewContext, index: usize) -> Html {
    let answer = &cx.story().faq[index];
    let line =
        || cx.item_heading().attr("class", "sc-question").child(prose(&answer.question)).done();
    entry(cx, Item { section: Section::Faq, index }, "sc-answer", &line, &|| {
        let text = tag("p").child(prose(&answer.answer)).child(claim(cx, &answer.claim));
        nodes(vec![text.done(), see(cx, &answer.claim)])
    })
}
