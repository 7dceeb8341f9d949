//! What was expected against what happened.

use super::claim::{firmness, marks, see};
use super::fold::{foldable, spoiler_switch};
use super::prose::prose;
use super::reader::Reader;
use crate::story::{Item, Key, Outcome, OutcomeResult, Section, Statement};
use yew::prelude::*;

/// What was expected against what happened.
pub(super) fn outcomes(reader: &Reader) -> Html {
    let outcomes = reader.story().outcomes.iter().enumerate();
    html! {<>
        <ul class="sc-outcomes">{for outcomes.map(|(index, it)| outcome(reader, index, it))}</ul>
        {spoiler_switch(reader, Section::Outcomes)}
    </>}
}

fn outcome(reader: &Reader, index: usize, outcome: &Outcome) -> Html {
    foldable(reader, Item { section: Section::Outcomes, index }, "li", "sc-outcome", &|| {
        let (word, class) = result_look(outcome.result);
        let summary = outcome.summary.as_ref();
        html! {<>
            <dl class="sc-pair">
                {side(reader, Key::OutcomeExpected, &outcome.expected)}
                {side(reader, Key::OutcomeHappened, &outcome.happened)}
            </dl>
            <p class={classes!("sc-result", class)}>
                {summary.map_or_else(|| html! { {reader.say(word)} }, prose)}
                {firmness(reader, outcome.claim.status, outcome.claim.as_of.as_ref())}
            </p>
            {see(reader, &outcome.claim)}
        </>}
    })
}

fn side(reader: &Reader, name: Key, side: &Statement) -> Html {
    html! {
        <div>
            <dt>{reader.say(name)}</dt>
            <dd>{prose(&side.text)}{marks(reader, &side.sources)}</dd>
        </div>
    }
}

/// The word for a result and the class that sets it.
fn result_look(result: OutcomeResult) -> (Key, &'static str) {
    match result {
        OutcomeResult::Met => (Key::OutcomeMet, "sc-met"),
        OutcomeResult::Partly => (Key::OutcomePartly, "sc-partly"),
        OutcomeResult::Missed => (Key::OutcomeMissed, "sc-missed"),
        OutcomeResult::Open => (Key::OutcomeOpen, "sc-open"),
    }
}
