//! Where sources disagree: the sides beside each other, then what the author concludes.

use super::claim::{firmness, marks, see};
use super::fold::{foldable, spoiler_switch};
use super::prose::prose;
use super::reader::Reader;
use crate::story::{Dispute, DisputeVerdict, Item, Key, Section, Statement};
use yew::prelude::*;

/// Where sources disagree.
pub(super) fn disputes(reader: &Reader) -> Html {
    let disputes = reader.story().disputes.iter().enumerate();
    html! {<>
        <ul class="sc-disputes">{for disputes.map(|(index, it)| dispute(reader, index, it))}</ul>
        {spoiler_switch(reader, Section::Disputes)}
    </>}
}

fn dispute(reader: &Reader, index: usize, dispute: &Dispute) -> Html {
    foldable(reader, Item { section: Section::Disputes, index }, "li", "sc-dispute", &|| {
        let (word, class) = verdict_look(dispute.verdict);
        html! {<>
            <@{reader.heading(1)} class="sc-question">{prose(&dispute.topic)}</@>
            <ol class="sc-sides">{for dispute.sides.iter().map(|it| side(reader, it))}</ol>
            <p class="sc-reason">
                <b class={classes!("sc-result", class)}>{reader.say(word)}</b>{" "}
                {prose(&dispute.reason.text)}{marks(reader, &dispute.reason.sources)}
                {firmness(reader, dispute.claim.status, dispute.claim.as_of.as_ref())}
            </p>
            {see(reader, &dispute.claim)}
        </>}
    })
}

fn side(reader: &Reader, side: &Statement) -> Html {
    html! { <li>{prose(&side.text)}{marks(reader, &side.sources)}</li> }
}

/// The word for a verdict and the class that sets it.
fn verdict_look(verdict: DisputeVerdict) -> (Key, &'static str) {
    match verdict {
        DisputeVerdict::Settled => (Key::DisputeSettled, "sc-met"),
        DisputeVerdict::Partly => (Key::DisputePartly, "sc-partly"),
        DisputeVerdict::Open => (Key::DisputeOpen, "sc-open"),
        DisputeVerdict::Opinion => (Key::DisputeOpinion, "sc-open"),
    }
}
