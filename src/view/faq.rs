//! Questions readers ask, with their answers in the open.

use super::claim::{claim, see};
use super::fold::{foldable, spoiler_switch};
use super::prose::prose;
use super::reader::Reader;
use super::tag::{classed, nodes, tag};
use crate::story::{Item, Section};
use yew::prelude::*;

/// Questions readers ask.
pub(super) fn faq(reader: &Reader) -> Html {
    let answers = classed("ul", "sc-answers");
    let answers = answers.each(reader.story().faq.len(), &|index| answer(reader, index)).done();
    nodes(vec![answers, spoiler_switch(reader, Section::Faq)])
}

fn answer(reader: &Reader, index: usize) -> Html {
    let answer = &reader.story().faq[index];
    foldable(reader, Item { section: Section::Faq, index }, "li", "sc-answer", &|| {
        let question =
            reader.heading(1).attr("class", "sc-question").child(prose(&answer.question));
        let text = tag("p").child(prose(&answer.answer)).child(claim(reader, &answer.claim));
        nodes(vec![question.done(), text.done(), see(reader, &answer.claim)])
    })
}
