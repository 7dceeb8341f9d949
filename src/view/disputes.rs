//! Where sources disagree: the sides beside each other, then what the author concludes.

use super::claim::{firmness, marks, see};
use super::context::ViewContext;
use super::prose::prose;
use super::spoilers::{foldable, spoiler_switch};
use super::tag::{classed, nodes, tag};
use crate::story::{DisputeVerdict, Item, MessageKey, Section};
use yew::prelude::*;

/// Where sources disagree.
pub(super) fn disputes(cx: &ViewContext) -> Html {
    let disputes = classed("ul", "sc-disputes");
    let disputes = disputes.each(cx.story().disputes.len(), &|index| dispute(cx, index));
    nodes(vec![disputes.done(), spoiler_switch(cx, Section::Disputes)])
}

fn dispute(cx: &ViewContext, index: usize) -> Html {
    let dispute = &cx.story().disputes[index];
    foldable(cx, Item { section: Section::Disputes, index }, "li", "sc-dispute", &|| {
        let (word, class) = verdict_look(dispute.verdict);
        let topic = cx.heading(1).attr("class", "sc-question").child(prose(&dispute.topic));
        let sides = classed("ol", "sc-sides").each(dispute.sides.len(), &|place| {
            let side = &dispute.sides[place];
            tag("li").child(prose(&side.text)).child(marks(cx, &side.sources)).done()
        });
        let claim = &dispute.claim;
        let reason = classed("p", "sc-reason")
            .tag(classed("b", class).words(cx.say(word)))
            .text(" ")
            .child(prose(&dispute.reason.text))
            .child(marks(cx, &dispute.reason.sources))
            .child(firmness(cx, claim.status, claim.as_of.as_ref()));
        nodes(vec![topic.done(), sides.done(), reason.done(), see(cx, claim)])
    })
}

/// The word for a verdict and the class that sets it.
fn verdict_look(verdict: DisputeVerdict) -> (MessageKey, &'static str) {
    match verdict {
        DisputeVerdict::Settled => (MessageKey::DisputeSettled, "sc-result sc-met"),
        DisputeVerdict::Partly => (MessageKey::DisputePartly, "sc-result"),
        DisputeVerdict::Open => (MessageKey::DisputeOpen, "sc-result"),
        DisputeVerdict::Opinion => (MessageKey::DisputeOpinion, "sc-result"),
    }
}
