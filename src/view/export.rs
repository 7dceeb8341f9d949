//! A chart to take along: its values as a table file, its drawing as a picture of pixels or of
//! shapes. Nothing is sent.

use super::claim::source_words;
use super::context::ViewContext;
use super::disclosure::late_disclosure;
use super::drawing_layout::{LayoutInput, Prepared, Subject, layout_of};
use super::sharing::{Act, Way, text_to_take};
use super::tag::{classed, live, nodes, nothing, words};
use super::value_words::{arranged_words, axis_words, measured};
use crate::browser::hooks;
use crate::layout::{self, ChartCard, Layout};
use crate::session::{Action, Disclosure, ShareOutcome};
use crate::story::{Chart, ChartKind, Data, Direction, MessageKey, csv};
use std::rc::Rc;
use yew::prelude::*;

/// The ways to take a chart along, and what came of them; in the live card only.
pub(super) fn export(cx: &ViewContext, index: usize, chart: &Chart) -> Html {
    if cx.is_static() {
        return nothing();
    }
    let name = words(cx.say(MessageKey::ChartExport));
    late_disclosure(cx, Disclosure::Export(index), "sc-export", name, &|| ways(cx, index, chart))
}

/// Hands over the chart at a place, and tells whether that worked.
type ActOn = fn(&ViewContext, (usize, &Chart), &MouseEvent, &Callback<bool>);

fn ways(cx: &ViewContext, index: usize, chart: &Chart) -> Html {
    let way = |name, done, failed, act: ActOn| {
        let act: Act = Rc::new(move |cx, event, told| {
            if let Some(chart) = cx.chart(index) {
                act(cx, (index, chart), event, &told);
            }
        });
        let end = Rc::new(move |outcome| Action::EndExport(index, outcome));
        Way { name, done, failed }.button(cx, act, end)
    };
    let mut row = classed("p", "sc-row sc-share")
        .tag(way(MessageKey::ChartCopyValues, ShareOutcome::Copied, ShareOutcome::TakeText, copy))
        .tag(way(MessageKey::ChartSaveValues, ShareOutcome::Values, ShareOutcome::TakeText, save));
    if chart.kind != ChartKind::Table {
        let (done, failed) = (ShareOutcome::Picture, ShareOutcome::NoPicture);
        row = row.tag(way(MessageKey::SharePicture, done, failed, save_picture));
        let done = ShareOutcome::Drawing;
        row = row.tag(way(MessageKey::ChartSaveDrawing, done, failed, save_drawing));
    }
    let outcome = cx.session().export_outcome(index);
    let taken = match outcome {
        Some(ShareOutcome::TakeText) => text_to_take(cx, values(cx, chart), "8"),
        _ => nothing(),
    };
    nodes(vec![row.done(), live(told(cx, chart, outcome)), taken])
}

/// What came of it, in words.
fn told(cx: &ViewContext, chart: &Chart, outcome: Option<ShareOutcome>) -> Html {
    let saved = |ending| cx.fill(MessageKey::ChartSaved, &[("file", &file(cx, chart, ending))]);
    words(match outcome {
        Some(ShareOutcome::Copied) => cx.say(MessageKey::ChartCopied),
        Some(ShareOutcome::Values) => saved(".csv"),
        Some(ShareOutcome::Picture) => saved(".png"),
        Some(ShareOutcome::Drawing) => saved(".svg"),
        Some(ShareOutcome::NoPicture) => cx.say(MessageKey::ShareNoPicture),
        _ => return nothing(),
    })
}

fn values(cx: &ViewContext, chart: &Chart) -> String {
    csv(&cx.story().chart_records(chart))
}

fn file(cx: &ViewContext, chart: &Chart, ending: &str) -> String {
    [&cx.story().id, "-", &chart.id, ending].concat()
}

fn copy(cx: &ViewContext, (_, chart): (usize, &Chart), _: &MouseEvent, told: &Callback<bool>) {
    hooks::copy(&values(cx, chart), told.clone());
}

fn save(cx: &ViewContext, (_, chart): (usize, &Chart), _: &MouseEvent, told: &Callback<bool>) {
    // Spreadsheets know by this mark that it is Unicode.
    let text = ["\u{feff}", &values(cx, chart)].concat();
    hooks::save_text(&text, "text/csv", &file(cx, chart, ".csv"), told);
}

fn save_drawing(
    cx: &ViewContext,
    (index, chart): (usize, &Chart),
    event: &MouseEvent,
    told: &Callback<bool>,
) {
    match picture(cx, index, chart) {
        Some(picture) => hooks::save_drawing(event, picture, &file(cx, chart, ".svg"), told),
        None => told.emit(false),
    }
}

fn save_picture(
    cx: &ViewContext,
    (index, chart): (usize, &Chart),
    event: &MouseEvent,
    told: &Callback<bool>,
) {
    match picture(cx, index, chart) {
        Some(picture) => hooks::save_picture(event, picture, file(cx, chart, ".png"), told.clone()),
        None => told.emit(false),
    }
}

/// The chart with its words around it.
fn picture(cx: &ViewContext, index: usize, chart: &Chart) -> Option<Layout> {
    let story = cx.story();
    let subject = Subject::Chart(index);
    let mut input = LayoutInput::new(cx, subject, ChartCard::WIDTH);
    input.has_strip = false;
    let drawing = layout_of(subject, &input, &mut Prepared::default())?;
    let mut measured = vec![measured(chart)];
    measured.extend(axis_words(cx, chart));
    measured.extend(arranged_words(cx, index));
    measured.retain(|words| !words.is_empty());
    let card = ChartCard {
        kicker: &story.title,
        title: &chart.title.words(),
        measured: &measured.join(" \u{b7} "),
        sources: &sources(cx, chart),
        address: &hooks::page_address(),
        is_rtl: story.dir == Direction::Rtl,
    };
    Some(layout::chart_card(&card, &drawing, hooks::measure().as_ref()))
}

/// Who says so, each publisher once: the sources of the chart and of all its values.
fn sources(cx: &ViewContext, chart: &Chart) -> String {
    let mut sources = chart.claim.sources.clone();
    match &chart.data {
        Data::Rows(rows) => sources.extend(rows.rows.iter().flat_map(|row| &row.sources)),
        Data::Columns(columns) => {
            sources.extend(columns.lines.iter().flat_map(|line| &line.sources));
        }
    }
    source_words(cx, &cx.say(MessageKey::SourcesLabel), &sources)
}
