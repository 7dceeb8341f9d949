//! Questions readers ask, with their answers in the open.

use super::claim::{claim, see};
use super::context::ViewContext;
use super::prose::prose;
use super::spoilers::{foldable, spoiler_switch};
use super::tag::{classed, nodes, tag};
use crate::story::{Item, Section};
use yew::prelude::*;

/// Questions readers ask.
pub(super) fn faq(cx: &ViewContext) -> Html {
    let answers = classed("ul", "sc-answers");
    let answers = answers.each(cx.story().faq.len(), &|index| answer(cx, index)).done();
    nodes(vec![answers, spoiler_switch(cx, Section::Faq)])
}

fn answer(cx: &ViewContext, index: usize) -> Html {
    let answer = &cx.story().faq[index];
    foldable(cx, Item { section: Section::Faq, index }, "li", "sc-answer", &|| {
        let question = cx.heading(1).attr("class", "sc-question").child(prose(&answer.question));
        let text = tag("p").child(prose(&answer.answer)).child(claim(cx, &answer.claim));
        nodes(vec![question.done(), text.done(), see(cx, &answer.claim)])
    })
}
