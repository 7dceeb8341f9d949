//! Questions answered by drawing: charts that can be drawn on.

use super::Context;
use super::leaf::ChartAddress;
use super::object::{Fields, keys};
use super::wrapper::WithOffset;
use crate::story::fault::fault;
use crate::story::number::plain;
use crate::story::{Chart, ChartKind, Data, Form, Section, Story};

#[derive(Default)]
pub(in crate::story) struct Draw {
    chart: (usize, String),
    tolerance: (usize, f64),
}

keys! {
    /// A guess drawn on a chart.
    "Draw" for Draw, |it| {
        /// The address of a chart of bars or lines with a single series, such as `charts/heights`.
        chart: WithOffset<ChartAddress> = it.chart,
        /// Mean distance, as a share of the chart's range of values, beyond which there is no credit.
        tolerance: WithOffset<f64> = it.tolerance,
    }
}

/// A chart that a question lets readers draw on; looked at when it is read.
pub(super) struct DrawnChart {
    /// Offset of its address.
    at: usize,
    /// Its index.
    chart: usize,
    /// Whether the question is a spoiler.
    spoiler: bool,
}

impl Draw {
    pub(super) fn form(
        mut self,
        fields: &mut Fields<'_>,
        spoiler: bool,
        cx: &mut Context,
    ) -> Option<Form> {
        if !self.take_keys(fields, cx) {
            return None;
        }
        let (at, tolerance) = self.tolerance;
        if tolerance <= 0.0 || tolerance > 1.0 {
            let tolerance = plain(tolerance);
            let right = "Write a share of the chart's range, above 0 and up to 1, such as 0.25.";
            fault!(cx, at, "{tolerance} is not a share", "{right}");
        }
        let (at, address) = self.chart;
        let words = ["this is not a chart", "Name a chart, such as \"charts/heights\"."];
        let chart = cx.index_in(Section::Charts, (at, &address), words)?;
        cx.drawn_charts.push(DrawnChart { at, chart, spoiler });
        Some(Form::Draw { chart, tolerance })
    }
}

/// Notes the charts on which readers cannot draw what a question asks for.
pub(super) fn check(story: &Story, cx: &mut Context) {
    for DrawnChart { at, chart, spoiler } in std::mem::take(&mut cx.drawn_charts) {
        // A broken chart rests on nothing; it has its fault.
        let chart = story.charts.get(chart).filter(|chart| !chart.claim.sources.is_empty());
        if let Some((wrong, right)) = chart.and_then(|chart| unfit(chart, spoiler)) {
            fault!(cx, at, "{wrong}", "{right}");
        }
    }
}

/// Why a reader cannot draw on a chart, and what would be right.
fn unfit(chart: &Chart, spoiler: bool) -> Option<(&'static str, &'static str)> {
    let (series, values) = match &chart.data {
        Data::Rows(rows) => {
            let values = rows.rows.iter().flat_map(|row| &row.values).flatten().count();
            (rows.series.len(), values)
        }
        Data::Columns(columns) => {
            let values = columns.lines.iter().flat_map(|line| &line.y).flatten().count();
            (columns.lines.len(), values)
        }
    };
    if !matches!(chart.kind, ChartKind::Bars | ChartKind::Lines) || series != 1 {
        Some((
            "a reader cannot draw on this chart",
            "Name a chart of bars or lines with a single series.",
        ))
    } else if chart.axis.scale.is_log() {
        Some((
            "a reader cannot draw on a logarithmic axis",
            "Name a chart whose axis has the scale \"number\".",
        ))
    } else if values < 2 {
        Some(("this chart has too few values to draw", "Name a chart with two values or more."))
    } else if chart.claim.spoiler && !spoiler {
        Some((
            "this chart is a spoiler, and the question would show it",
            "Mark the question as a spoiler too.",
        ))
    } else {
        None
    }
}
