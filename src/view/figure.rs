//! One chart: its finding, its drawing, what it does not show, its values as a table.

use super::claim::{firmness, see, source_line};
use super::context::ViewContext;
use super::drawing::drawing;
use super::drawing_layout::Subject;
use super::prose::prose;
use super::table::table;
use super::tag::{classed, each, nothing, tag};
use super::value_words::unit_behind;
use crate::story::{Chart, MessageKey};
use yew::prelude::*;

/// One chart with its words; `index` is its place in the story's list.
pub(super) fn figure(cx: &ViewContext, index: usize, chart: &Chart) -> Html {
    let name = ["sc-", &cx.story().id, "-title-", &chart.id].concat();
    let note = chart.note.as_ref();
    let values = classed("details", "sc-table")
        .tag(tag("summary").words(cx.say(MessageKey::ChartTable)))
        .child(table(cx, chart))
        .child(marked(cx, chart));
    let sources = classed("p", "sc-source-line")
        .child(source_line(cx, &chart.claim.sources))
        .child(firmness(cx, chart.claim.status, chart.claim.as_of.as_ref()));
    classed("figure", "sc-chart")
        .attr("part", "chart")
        .set("aria-labelledby", name.clone())
        .child(caption(cx, chart, name))
        .child(drawing(cx, Subject::Chart(index)))
        .child(note.map_or_else(nothing, |note| classed("p", "sc-note").child(prose(note)).done()))
        .child(missing(cx, chart))
        .tag(values)
        .tag(sources)
        .child(see(cx, &chart.claim))
        .done()
}

/// The question, the finding, and what is measured, in which unit.
fn caption(cx: &ViewContext, chart: &Chart, name: String) -> Html {
    let asks = chart.question.as_ref();
    let measured = classed("p", "sc-measured");
    let measured = match &chart.subtitle {
        Some(subtitle) => {
            measured.child(prose(subtitle)).words(unit_behind(chart, &subtitle.words())).done()
        }
        None if chart.unit.is_empty() => nothing(),
        None => measured.words(chart.unit.words()).done(),
    };
    let finding = cx.heading(1).attr("class", "sc-finding").set("id", name);
    tag("figcaption")
        .child(asks.map_or_else(nothing, |asks| classed("p", "sc-asks").child(prose(asks)).done()))
        .tag(finding.child(prose(&chart.title)))
        .child(measured)
        .done()
}

/// The lines and remarks drawn into the plot, in words.
fn marked(cx: &ViewContext, chart: &Chart) -> Html {
    let (lines, remarks) = (&chart.references, &chart.annotations);
    each(lines.len() + remarks.len(), &|nth| {
        let words = match lines.get(nth) {
            Some(line) => {
                let value = line.words(cx.messages());
                cx.fill(MessageKey::ChartReference, &[("value", &value), ("label", &line.label)])
            }
            None => remarks[nth - lines.len()].text.clone(),
        };
        classed("p", "sc-note").words(words).done()
    })
}

/// What the chart does not show.
fn missing(cx: &ViewContext, chart: &Chart) -> Html {
    let missing = &chart.missing;
    if missing.is_empty() {
        return nothing();
    }
    let list = tag("ul");
    classed("details", "sc-missing")
        .tag(tag("summary").words(cx.say(MessageKey::ChartMissing)))
        .tag(list.each(missing.len(), &|nth| tag("li").child(prose(&missing[nth])).done()))
        .done()
}
