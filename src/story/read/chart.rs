//! Charts: what all kinds share. Rows and columns have files of their own.

use super::claim::SourceSet;
use super::columns::ColumnData;
use super::fields::{Destination, Fields, Keys, Shape, keys, object};
use super::item::Claimed;
use super::leaf::PlainText;
use super::list::List;
use super::wrapper::OrDefault;
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::number::plain;
use crate::story::{Chart, ChartKind, Claim, Data, Reference, Rows, Text, XScale};

/// More series than this cannot be told apart by colour.
pub(in crate::story) const MOST_SERIES: usize = 5;

/// More lines or remarks than this hide the values.
pub(super) const MOST_MARKS: usize = 20;

/// What is known of a chart while its values are read.
#[derive(Default)]
pub(super) struct ChartContext {
    pub(super) kind: ChartKind,
    pub(super) domain: Option<(f64, f64)>,
    /// How many values a row has; none if the series cannot be read.
    pub(super) series: Option<usize>,
    /// What the x axis counts; none if that cannot be read.
    pub(super) scale: Option<XScale>,
    /// The first and the last x; none if they cannot be read.
    pub(super) span: Option<(f64, f64)>,
}

impl Keys for Chart {
    fn take(&mut self, fields: &mut Fields<'_>, cx: &mut Context) -> bool {
        if !fields.take(
            &[("kind", false)],
            &mut [&mut Destination::<ChartKind>(&mut self.kind)],
            cx,
        ) {
            fields.give_up();
            return false;
        }
        // Bars of a single series need not name it.
        let series = (self.kind == ChartKind::Bars).then_some(1);
        cx.chart = ChartContext { kind: self.kind, series, ..ChartContext::default() };
        let is_whole = self.take_keys(fields, cx);
        // All is read, whatever is wrong with the first keys.
        is_whole & self.take_data(fields, cx)
    }
}

impl Chart {
    /// Takes the keys that only charts of its kind have.
    fn take_data(&mut self, fields: &mut Fields<'_>, cx: &mut Context) -> bool {
        match self.kind {
            ChartKind::Bars | ChartKind::Stacked | ChartKind::Ranges => {
                let mut rows = Rows::default();
                let is_whole = rows.take_keys(fields, cx) && rows.name_series(fields.at(), cx);
                self.data = Data::Rows(rows);
                is_whole
            }
            ChartKind::Lines | ChartKind::Scatter => {
                let mut data = ColumnData::default();
                let is_whole = data.take_keys(fields, cx);
                let (columns, annotations) = data.into_parts();
                (self.data, self.annotations) = (Data::Columns(columns), annotations);
                is_whole
            }
        }
    }
}

keys! {
    /// What every chart says.
    "Frame" for Chart, |it| {
        /// The finding, as a sentence.
        title: Text = it.title,
        /// What is measured.
        subtitle: Option<Text> = it.subtitle,
        /// The question the chart answers.
        question: Option<Text> = it.question,
        /// The unit of all values.
        unit: PlainText = it.unit,
        /// Both ends of the value axis; bars include 0.
        domain: Option<Domain> = it.domain,
        /// How to read it, and what to beware of.
        note: Option<Text> = it.note,
        /// What the chart does not show for want of figures.
        missing: OrDefault<List<Text>> = it.missing,
        /// Lines across the plot at a value.
        references: OrDefault<List<Reference, 0, MOST_MARKS>> = it.references,
    }
}

object! {
    /// A line across the plot.
    "Reference" for Reference, |it| {
        /// Where on the value axis.
        value: AxisValue = it.value,
        /// What it stands for.
        label: PlainText = it.label,
    }
}

/// A chart rests on what its values rest on.
impl Claimed for Chart {
    fn head(&mut self) -> (&mut String, &mut Claim) {
        (&mut self.id, &mut self.claim)
    }

    fn rest(&mut self, _: usize, cx: &mut Context) {
        let mut sources = SourceSet::default();
        sources.add(cx.named_sources());
        match &self.data {
            Data::Rows(rows) => rows.rows.iter().for_each(|row| sources.add(&row.sources)),
            Data::Columns(columns) => {
                columns.lines.iter().for_each(|line| sources.add(&line.sources));
            }
        }
        self.claim.sources = sources.into_list();
    }
}

/// Both ends of an axis.
pub(in crate::story) struct Domain;

impl Shape for Domain {
    type Value = (f64, f64);

    fn read(value: &mut (f64, f64), node: Node<'_>, cx: &mut Context) -> bool {
        let mut ends = Vec::new();
        if !List::<f64>::read(&mut ends, node, cx) {
            return false;
        }
        let [low, high] = ends[..] else { return note_domain(node, cx) };
        if low >= high {
            return note_domain(node, cx);
        }
        *value = (low, high);
        cx.chart.domain = Some(*value);
        let is_bars = matches!(cx.chart.kind, ChartKind::Bars | ChartKind::Stacked);
        if is_bars && !(low <= 0.0 && 0.0 <= high) {
            fault!(
                cx,
                node.at,
                "bars start at 0, which this domain leaves out",
                "Let the domain include 0: the length of a bar is its value."
            );
        }
        true
    }
}

fn note_domain(node: Node<'_>, cx: &mut Context) -> bool {
    let right = "Write them as [0, 150].";
    fault!(cx, node.at, "a domain is two numbers, the smaller first", "{right}");
    false
}

/// A number on the value axis of a chart.
pub(in crate::story) struct AxisValue;

impl Shape for AxisValue {
    type Value = f64;

    fn read(value: &mut f64, node: Node<'_>, cx: &mut Context) -> bool {
        let is_whole = f64::read(value, node, cx);
        if is_whole {
            cx.check_in_domain(node.at, *value);
        }
        is_whole
    }
}

impl Context {
    /// Notes a value that a fixed domain would leave out.
    pub(super) fn check_in_domain(&mut self, at: usize, value: f64) {
        if let Some((low, high)) = self.chart.domain
            && !(low <= value && value <= high)
        {
            let [value, low, high] = [value, low, high].map(plain);
            fault!(
                self,
                at,
                "{value} lies outside the chart's domain, {low} to {high}",
                "Widen the domain, or leave it out."
            );
        }
    }
}
