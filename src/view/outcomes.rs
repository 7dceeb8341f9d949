//! What was expected against what happened.

use super::claim::{firmness, marks, see};
use super::context::ViewContext;
use super::prose::prose;
use super::spoilers::{foldable, spoiler_switch};
use super::tag::{Tag, classed, nodes, tag, words};
use crate::story::{Item, MessageKey, OutcomeResult, Section, Statement};
use yew::prelude::*;

/// What was expected against what happened.
pub(super) fn outcomes(cx: &ViewContext) -> Html {
    let outcomes = classed("ul", "sc-outcomes");
    let outcomes = outcomes.each(cx.story().outcomes.len(), &|index| outcome(cx, index));
    nodes(vec![outcomes.done(), spoiler_switch(cx, Section::Outcomes)])
}

fn outcome(cx: &ViewContext, index: usize) -> Html {
    let outcome = &cx.story().outcomes[index];
    foldable(cx, Item { section: Section::Outcomes, index }, "li", "sc-outcome", &|| {
        let (word, class) = result_look(outcome.result);
        let pair = classed("dl", "sc-pair")
            .tag(side(cx, MessageKey::OutcomeExpected, &outcome.expected))
            .tag(side(cx, MessageKey::OutcomeHappened, &outcome.happened));
        let result = match &outcome.summary {
            Some(summary) => prose(summary),
            None => words(cx.say(word)),
        };
        let claim = &outcome.claim;
        let result = classed("p", class).child(result).child(firmness(
            cx,
            claim.status,
            claim.as_of.as_ref(),
        ));
        nodes(vec![pair.done(), result.done(), see(cx, claim)])
    })
}

fn side(cx: &ViewContext, name: MessageKey, side: &Statement) -> Tag {
    let text = tag("dd").child(prose(&side.text)).child(marks(cx, &side.sources));
    tag("div").tag(tag("dt").words(cx.say(name))).tag(text)
}

/// The word for a result and the class that sets it.
fn result_look(result: OutcomeResult) -> (MessageKey, &'static str) {
    match result {
        OutcomeResult::Met => (MessageKey::OutcomeMet, "sc-result sc-met"),
        OutcomeResult::Partly => (MessageKey::OutcomePartly, "sc-result"),
        OutcomeResult::Missed => (MessageKey::OutcomeMissed, "sc-result sc-missed"),
        OutcomeResult::Open => (MessageKey::OutcomeOpen, "sc-result"),
    }
}
