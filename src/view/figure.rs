//! One chart: its finding, its drawing, what it does not show, its values as a table.

use super::arrange::arrange;
use super::claim::{claim_line, firmness, see};
use super::context::ViewContext;
use super::disclosure::{disclosure, late_disclosure};
use super::drawing::drawing;
use super::drawing_layout::Subject;
use super::export::export;
use super::left_out::left_out;
use super::line_focus::line_focus;
use super::lists::MOST_ROWS;
use super::prose::prose;
use super::table::table;
use super::tag::{classed, each, nodes, nothing, tag, words};
use super::value_words::{arranged_words, axis_words, named, unit_behind};
use super::zoom::Zoom;
use crate::layout;
use crate::session::Disclosure;
use crate::story::{Annotation, Chart, ChartKind, Data, Item, MessageKey, Section};
use yew::prelude::*;

/// One chart with its words; `index` is its place in the story's list.
pub(super) fn figure(cx: &ViewContext, index: usize, chart: &Chart) -> Html {
    let name = ["sc-", &cx.story().id, "-title-", &chart.id].concat();
    let (claim, zoom) = (&chart.claim, Zoom::of(cx, Subject::Chart(index)));
    // Each chart is a figure of its own: what is pointed at in one is nothing in another.
    classed("figure", "sc-chart")
        .key(chart.id.clone())
        .attr("part", "chart")
        .set("aria-labelledby", name.clone())
        .child(caption(cx, (index, chart), name))
        .child(line_focus(cx, index, chart))
        .child(zoom.map_or_else(nothing, |zoom| zoom.buttons()))
        .child(shown(cx, index, chart))
        .tag(
            classed("div", "sc-unfold")
                .child(values(cx, index, chart))
                .child(note(cx, index, chart))
                .child(missing(cx, index, chart))
                .child(arrange(cx, index))
                .child(export(cx, index, chart)),
        )
        .child(claim_line(cx, claim))
        .child(firmness(cx, claim.status, claim.as_of.as_ref()))
        .child(see(cx, claim))
        .done()
}

/// What the chart shows: a drawing, or the table itself.
fn shown(cx: &ViewContext, index: usize, chart: &Chart) -> Html {
    if chart.kind != ChartKind::Table {
        return drawing(cx, Subject::Chart(index));
    }
    let table = classed("div", "sc-table").child(table(cx, chart));
    nodes(vec![table.done(), rest(cx, index, chart)])
}

/// The values in words and as a table, which may be a long one: in the live card it is made when it is opened.
fn values(cx: &ViewContext, index: usize, chart: &Chart) -> Html {
    if chart.kind == ChartKind::Table {
        return nothing();
    }
    let name = words(cx.say(MessageKey::ChartTable));
    late_disclosure(cx, Disclosure::Table(index), "sc-table", name, &|| {
        let summary = layout::summary(chart, cx.messages());
        let summary = match summary.is_empty() {
            true => nothing(),
            false => classed("p", "sc-note").words(summary).done(),
        };
        nodes(vec![summary, table(cx, chart), rest(cx, index, chart), marked(cx, chart)])
    })
}

/// What the author says of the values.
fn note(cx: &ViewContext, index: usize, chart: &Chart) -> Html {
    let Some(note) = &chart.note else { return nothing() };
    let note = classed("p", "sc-note").child(prose(note)).done();
    let name = words(cx.say(MessageKey::ChartNotes));
    disclosure(cx, Disclosure::Notes(index), "sc-notes", name, note)
}

/// What a static card leaves out of a table. The file would tell what is folded, so there is none
/// for a spoiler.
fn rest(cx: &ViewContext, index: usize, chart: &Chart) -> Html {
    let count = chart.data.row_count();
    let is_folded = cx.is_folded(Item { section: Section::Charts, index });
    let file = if is_folded { String::new() } else { ["charts-", &chart.id].concat() };
    left_out(cx, MessageKey::ChartLeftOut, count - cx.held(count, MOST_ROWS), &file)
}

/// The question, the finding, what is measured, in which unit, and how the reader has arranged it.
fn caption(cx: &ViewContext, (index, chart): (usize, &Chart), name: String) -> Html {
    let asks = chart.question.as_ref();
    let measured = classed("p", "sc-measured");
    let measured = match &chart.subtitle {
        Some(subtitle) => measured
            .child(prose(subtitle))
            .words(unit_behind(&chart.unit, &subtitle.words()))
            .done(),
        None if chart.unit.is_empty() => nothing(),
        None => measured.words(chart.unit.words()).done(),
    };
    let line = |words: Option<String>| {
        words.map_or_else(nothing, |words| classed("p", "sc-measured").words(words).done())
    };
    let finding = cx.item_heading().attr("class", "sc-finding").set("id", name);
    tag("figcaption")
        .child(asks.map_or_else(nothing, |asks| classed("p", "sc-asks").child(prose(asks)).done()))
        .tag(finding.child(prose(&chart.title)))
        .child(measured)
        .child(line(axis_words(cx, chart)))
        .child(line(arranged_words(cx, index)))
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
            None => remark(cx, chart, &remarks[nth - lines.len()]),
        };
        classed("p", "sc-note").words(words).done()
    })
}

/// A remark, with where it stands unless that is a point.
fn remark(cx: &ViewContext, chart: &Chart, remark: &Annotation) -> String {
    match &chart.data {
        Data::Columns(columns) if remark.y.is_none() => {
            named(cx, &remark.x_words(&columns.x, cx.messages()), &remark.text)
        }
        _ => remark.text.clone(),
    }
}

/// What the chart does not show.
fn missing(cx: &ViewContext, index: usize, chart: &Chart) -> Html {
    let missing = &chart.missing;
    if missing.is_empty() {
        return nothing();
    }
    let list = tag("ul");
    let list = list.each(missing.len(), &|nth| tag("li").child(prose(&missing[nth])).done());
    let name = words(cx.say(MessageKey::ChartMissing));
    disclosure(cx, Disclosure::Missing(index), "sc-missing", name, list.done())
}
