//! Where sources disagree: the sides beside each other, then what the author concludes.

use super::claim::{firmness, marks, see};
use super::context::ViewContext;
use super::disclosure::{entries, entry};
use super::lists::letters;
use super::prose::prose;
use super::spoilers::spoiler_switch;
use super::tag::{classed, nodes, tag};
use crate::story::{DisputeVerdict, Item, MessageKey, Section};
use yew::prelude::*;

/// Where sources disagree.
pub(super) fn disputes(cx: &ViewContext) -> Html {
    let disputes = &cx.story().disputes;
    let length = |index: usize| {
        let verdict = cx.say(verdict_look(disputes[index].verdict).0);
        letters(&disputes[index].topic.words()) + letters(&verdict)
    };
    nodes(vec![
        entries(cx, Section::Disputes, "sc-entries", &length, &|index| dispute(cx, index)),
        spoiler_switch(cx, Section::Disputes),
    ])
}

fn dispute(cx: &ViewContext, index: usize) -> Html {
    let dispute = &cx.story().disputes[index];
    let item = Item { section: Section::Disputes, index };
    let (word, class) = verdict_look(dispute.verdict);
    let line = || {
        let topic = cx.item_heading().attr("class", "sc-question").child(prose(&dispute.topic));
        nodes(vec![topic.done(), classed("span", class).words(cx.say(word)).done()])
    };
    entry(cx, item, "sc-dispute", &line, &|| {
        let sides = classed("ol", "sc-sides").each(dispute.sides.len(), &|place| {
            let side = &dispute.sides[place];
            tag("li").child(prose(&side.text)).child(marks(cx, &side.sources, None)).done()
        });
        let claim = &dispute.claim;
        let reason = classed("p", "sc-reason")
            .child(prose(&dispute.reason.text))
            .child(marks(cx, &dispute.reason.sources, None))
            .child(firmness(cx, claim.status, claim.as_of.as_ref()));
        nodes(vec![sides.done(), reason.done(), see(cx, claim)])
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
