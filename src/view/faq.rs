//! Questions readers ask, with their answers in the open.

use super::claim::{claim, see};
use super::fold::{foldable, spoiler_switch};
use super::prose::prose;
use super::reader::Reader;
use crate::story::{Answer, Item, Section};
use yew::prelude::*;

/// Questions readers ask.
pub(super) fn faq(reader: &Reader) -> Html {
    let answers = reader.story().faq.iter().enumerate();
    html! {<>
        <ul class="sc-answers">{for answers.map(|(index, it)| answer(reader, index, it))}</ul>
        {spoiler_switch(reader, Section::Faq)}
    </>}
}

fn answer(reader: &Reader, index: usize, answer: &Answer) -> Html {
    foldable(reader, Item { section: Section::Faq, index }, "li", "sc-answer", &|| {
        html! {<>
            <@{reader.heading(1)} class="sc-question">{prose(&answer.question)}</@>
            <p>{prose(&answer.answer)}{claim(reader, &answer.claim)}</p>
            {see(reader, &answer.claim)}
        </>}
    })
}
