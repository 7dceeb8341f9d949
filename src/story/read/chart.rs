//! Charts: what all kinds share. Rows and columns have files of their own, and so have the axes.

use super::chart_context::ChartContext;
use super::claim::SourceSet;
use super::columns::ColumnData;
use super::item::Claimed;
use super::leaf::PlainText;
use super::list::List;
use super::object::{Destination, Fields, Keys, keys, object};
use super::shape::{Shape, note_table};
use super::value_axis::{AxisValue, Domain, ValueAxis};
use super::wrapper::{OrDefault, WithDecimals, WithOffset};
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::limits::MOST_MARKS;
use crate::story::{Chart, ChartKind, Claim, Data, Reference, Rows, Text, Unit};

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
        // A single series need not be named.
        let series_count = self.kind.may_be_nameless().then_some(1);
        cx.chart = ChartContext { kind: self.kind, series_count, ..ChartContext::default() };
        let is_whole = self.take_keys(fields, cx);
        // All is read, whatever is wrong with the first keys.
        is_whole & self.take_data(fields, cx)
    }
}

impl Chart {
    /// Takes the keys that only charts of its kind have.
    fn take_data(&mut self, fields: &mut Fields<'_>, cx: &mut Context) -> bool {
        if let Some(table) = fields.value("data", cx) {
            note_table(table.at, cx);
            fields.give_up();
            return false;
        }
        if !self.references.is_empty() && !self.kind.has_axis() {
            let right = "Leave the references out, or use bars.";
            fault!(cx, fields.at(), "this kind of chart has no axis to mark a value on", "{right}");
        }
        if self.kind.has_rows() {
            let mut rows = Rows::default();
            let is_whole = rows.take_keys(fields, cx) && rows.name_series(fields.at(), cx);
            self.data = Data::Rows(rows);
            return is_whole;
        }
        let mut data = ColumnData::default();
        let is_whole = data.take_keys(fields, cx);
        let (columns, annotations) = data.into_parts();
        (self.data, self.annotations) = (Data::Columns(columns), annotations);
        is_whole
    }
}

keys! {
    /// What every chart says.
    "Chart" for Chart, |it| {
        /// The finding, as a sentence.
        title: Text = it.title,
        /// What is measured.
        subtitle: Option<Text> = it.subtitle,
        /// The question the chart answers.
        question: Option<Text> = it.question,
        /// The unit of all values; left out where they count things or are an index.
        unit: OrDefault<Unit> = it.unit,
        /// Both ends of the value axis; bars include 0.
        domain: Option<Domain> = it.domain,
        /// The axis of the values.
        axis: OrDefault<ValueAxis> = it.axis,
        /// How to read it, and what to beware of.
        note: Option<Text> = it.note,
        /// What the chart does not show for want of figures.
        missing: OrDefault<List<Text>> = it.missing,
        /// Lines and bands across the plot.
        references: OrDefault<References> = it.references,
    }
}

/// A reference as it is written.
#[derive(Default)]
pub(in crate::story) struct RawReference {
    value: Option<(f64, u8)>,
    from: Option<(f64, u8)>,
    to: Option<(f64, u8)>,
    label: String,
    reference: Reference,
}

object! {
    /// A line across the plot at a `value`, or a band `from` one value `to` another.
    "Reference" for RawReference, |it| {
        /// Where on the value axis the line is.
        value: Option<WithDecimals<AxisValue>> = it.value,
        /// Where a band begins.
        from: Option<WithDecimals<AxisValue>> = it.from,
        /// Where it ends; more than `from`.
        to: Option<WithDecimals<AxisValue>> = it.to,
        /// What it stands for.
        label: PlainText = it.label,
    }
    check RawReference::settle
}

impl RawReference {
    /// Settles its place.
    fn settle(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        let ((value, one), end) = match (self.value, self.from, self.to) {
            (Some(value), None, None) => (value, None),
            (None, Some(from), Some(to)) if from.0 < to.0 => (from, Some(to)),
            _ => {
                let right =
                    "Write one \"value\" for a line, or \"from\" and a greater \"to\" for a band.";
                fault!(cx, node.at, "this is neither a line nor a band", "{right}");
                return false;
            }
        };
        let decimals = end.map_or(0, |(_, decimals)| decimals).max(one).max(cx.chart.axis.1);
        let label = std::mem::take(&mut self.label);
        self.reference = Reference { value, end: end.map(|(end, _)| end), decimals, label };
        true
    }
}

/// The lines and bands across the plot.
pub(in crate::story) struct References;

impl Shape for References {
    type Value = Vec<Reference>;

    fn read(value: &mut Vec<Reference>, node: Node<'_>, cx: &mut Context) -> bool {
        let mut raw = Vec::new();
        let is_whole = List::<WithOffset<RawReference>, 0, MOST_MARKS>::read(&mut raw, node, cx);
        let [low, high] = &mut cx.chart.marked;
        for (at, RawReference { reference, .. }) in raw {
            let end = reference.end.unwrap_or(reference.value);
            if reference.value < low.0 {
                *low = (reference.value, at);
            }
            if end > high.0 {
                *high = (end, at);
            }
            value.push(reference);
        }
        is_whole
    }
}

/// A chart rests on what its values rest on.
impl Claimed for Chart {
    fn head(&mut self) -> (&mut String, &mut Claim) {
        (&mut self.id, &mut self.claim)
    }

    fn settle_sources(&mut self, _: usize, cx: &mut Context) {
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
