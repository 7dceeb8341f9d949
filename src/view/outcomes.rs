//! What was expected against what happened.

use super::claim::{firmness, marks, see, source_line};
use super::context::ViewContext;
use super::disclosure::{entries, entry};
use super::lists::letters;
use super::prose::prose;
use super::spoilers::spoiler_switch;
use super::tag::{classed, nodes, tag};
use super::value_words::before_value;
use crate::story::{Item, MessageKey, Outcome, OutcomeResult, Section};
use yew::prelude::*;

/// What was expected against what happened.
pub(super) fn outcomes(cx: &ViewContext) -> Html {
    let outcomes = &cx.story().outcomes;
    let length = |index: usize| {
        let result = cx.say(result_look(outcomes[index].result).0);
        letters(&outcomes[index].expected.text.words()) + letters(&result)
    };
    nodes(vec![
        entries(cx, Section::Outcomes, "sc-entries", &length, &|index| outcome(cx, index)),
        spoiler_switch(cx, Section::Outcomes),
    ])
}

/// What was expected in the line, what happened below it.
fn outcome(cx: &ViewContext, index: usize) -> Html {
    let outcome = &cx.story().outcomes[index];
    let claim = &outcome.claim;
    let (word, class) = result_look(outcome.result);
    let line = || {
        let expected = cx.item_heading().attr("class", "sc-question");
        let result = classed("span", class).words(cx.say(word));
        nodes(vec![expected.child(prose(&outcome.expected.text)).done(), result.done()])
    };
    entry(cx, Item { section: Section::Outcomes, index }, "sc-outcome", &line, &|| {
        let happened = classed("p", "sc-happened")
            .tag(tag("b").words(before_value(cx, &cx.say(MessageKey::OutcomeHappened))))
            .text(" ")
            .child(prose(&outcome.happened.text))
            .child(marks(cx, &outcome.happened.sources, None));
        let label = before_value(cx, &cx.say(MessageKey::OutcomeExpected));
        let expected = source_line(cx, &label, &outcome.expected.sources, None);
        nodes(vec![happened.done(), summary(cx, outcome, class), expected, see(cx, claim)])
    })
}

/// What the author says of the result, if it is more than the word in the line.
fn summary(cx: &ViewContext, outcome: &Outcome, class: &'static str) -> Html {
    let claim = &outcome.claim;
    let firmness = firmness(cx, claim.status, claim.as_of.as_ref());
    match &outcome.summary {
        Some(summary) => classed("p", class).child(prose(summary)).child(firmness).done(),
        None => classed("div", "sc-firmness").child(firmness).done(),
    }
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
