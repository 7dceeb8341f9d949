//! What was expected against what happened.

use super::claim::{firmness, marks, see};
use super::fold::{foldable, spoiler_switch};
use super::prose::prose;
use super::reader::Reader;
use super::tag::{Tag, classed, nodes, tag, words};
use crate::story::{Item, Key, OutcomeResult, Section, Statement};
use yew::prelude::*;

/// What was expected against what happened.
pub(super) fn outcomes(reader: &Reader) -> Html {
    let outcomes = classed("ul", "sc-outcomes");
    let outcomes = outcomes.each(reader.story().outcomes.len(), &|index| outcome(reader, index));
    nodes(vec![outcomes.done(), spoiler_switch(reader, Section::Outcomes)])
}

fn outcome(reader: &Reader, index: usize) -> Html {
    let outcome = &reader.story().outcomes[index];
    foldable(reader, Item { section: Section::Outcomes, index }, "li", "sc-outcome", &|| {
        let (word, class) = result_look(outcome.result);
        let pair = classed("dl", "sc-pair")
            .tag(side(reader, Key::OutcomeExpected, &outcome.expected))
            .tag(side(reader, Key::OutcomeHappened, &outcome.happened));
        let result = match &outcome.summary {
            Some(summary) => prose(summary),
            None => words(reader.say(word)),
        };
        let claim = &outcome.claim;
        let result = classed("p", class).child(result).child(firmness(
            reader,
            claim.status,
            claim.as_of.as_ref(),
        ));
        nodes(vec![pair.done(), result.done(), see(reader, claim)])
    })
}

fn side(reader: &Reader, name: Key, side: &Statement) -> Tag {
    let text = tag("dd").child(prose(&side.text)).child(marks(reader, &side.sources));
    tag("div").tag(tag("dt").words(reader.say(name))).tag(text)
}

/// The word for a result and the class that sets it.
fn result_look(result: OutcomeResult) -> (Key, &'static str) {
    match result {
        OutcomeResult::Met => (Key::OutcomeMet, "sc-result sc-met"),
        OutcomeResult::Partly => (Key::OutcomePartly, "sc-result"),
        OutcomeResult::Missed => (Key::OutcomeMissed, "sc-result sc-missed"),
        OutcomeResult::Open => (Key::OutcomeOpen, "sc-result"),
    }
}
