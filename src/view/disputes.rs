//! Where sources disagree: the sides beside each other, then what the author concludes.

use super::claim::{firmness, marks, see};
use super::fold::{foldable, spoiler_switch};
use super::prose::prose;
use super::reader::Reader;
use super::tag::{classed, nodes, tag};
use crate::story::{DisputeVerdict, Item, Key, Section};
use yew::prelude::*;

/// Where sources disagree.
pub(super) fn disputes(reader: &Reader) -> Html {
    let disputes = classed("ul", "sc-disputes");
    let disputes = disputes.each(reader.story().disputes.len(), &|index| dispute(reader, index));
    nodes(vec![disputes.done(), spoiler_switch(reader, Section::Disputes)])
}

fn dispute(reader: &Reader, index: usize) -> Html {
    let dispute = &reader.story().disputes[index];
    foldable(reader, Item { section: Section::Disputes, index }, "li", "sc-dispute", &|| {
        let (word, class) = verdict_look(dispute.verdict);
        let topic = reader.heading(1).attr("class", "sc-question").child(prose(&dispute.topic));
        let sides = classed("ol", "sc-sides").each(dispute.sides.len(), &|place| {
            let side = &dispute.sides[place];
            tag("li").child(prose(&side.text)).child(marks(reader, &side.sources)).done()
        });
        let claim = &dispute.claim;
        let reason = classed("p", "sc-reason")
            .tag(classed("b", class).words(reader.say(word)))
            .text(" ")
            .child(prose(&dispute.reason.text))
            .child(marks(reader, &dispute.reason.sources))
            .child(firmness(reader, claim.status, claim.as_of.as_ref()));
        nodes(vec![topic.done(), sides.done(), reason.done(), see(reader, claim)])
    })
}

/// The word for a verdict and the class that sets it.
fn verdict_look(verdict: DisputeVerdict) -> (Key, &'static str) {
    match verdict {
        DisputeVerdict::Settled => (Key::DisputeSettled, "sc-result sc-met"),
        DisputeVerdict::Partly => (Key::DisputePartly, "sc-result"),
        DisputeVerdict::Open => (Key::DisputeOpen, "sc-result"),
        DisputeVerdict::Opinion => (Key::DisputeOpinion, "sc-result"),
    }
}
