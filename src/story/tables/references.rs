//! References to tables, and what is written in their place. Their keys are declared in
//! `read::table_reference`.

use super::ReadTable;
use super::chart_table::{self, ChartForm};
use super::csv_table::{CsvTable, TableFault};
use super::event_table::{self, EventForm};
use super::writer::Writer;
use crate::story::Ids;
use crate::story::fault::OffsetFault;
use crate::story::limits::{MOST_BYTES, MOST_EVENTS};
use crate::story::read::{ChartTable, EventTable, Node, Shape, read_alone, word};
use crate::story::{AxisScale, ChartKind};

/// A reference to a table.
pub(super) struct Reference<'a> {
    /// What is replaced begins here.
    pub(super) start: usize,
    pub(super) value: Node<'a>,
    /// The chart whose data it is; else it is the events.
    chart: Option<Node<'a>>,
}

/// The references of a story, in the order of its text.
pub(super) fn references(root: Node<'_>) -> Vec<Reference<'_>> {
    let mut references = Vec::new();
    let charts = root.member("charts").and_then(Node::elements).unwrap_or_default();
    for chart in charts {
        for (key, value) in chart.members().unwrap_or_default() {
            if key.content().as_deref() == Some("data") {
                references.push(Reference { start: key.at, value, chart: Some(chart) });
            }
        }
    }
    let events = root.member("timeline").and_then(|timeline| timeline.member("events"));
    if let Some(value) = events.filter(|events| events.text.starts_with('{')) {
        references.push(Reference { start: value.at, value, chart: None });
    }
    references.sort_by_key(|reference| reference.start);
    references
}

/// Writes what stands for a reference; the reference itself if that cannot be, which is told.
pub(super) fn fill(
    root: Node<'_>,
    reference: &Reference<'_>,
    read: ReadTable<'_>,
    writer: &mut Writer,
) {
    let csv = reference.value.member("csv").unwrap_or(reference.value);
    writer.home = csv.at;
    writer.file = csv.content().unwrap_or_default();
    writer.part(None, None, |writer| {
        let (start, cells) = (writer.text.len(), writer.cells.len());
        let is_filled = match reference.chart {
            Some(chart) => fill_chart(chart, reference, read, writer),
            None => fill_events(root, reference, read, writer),
        };
        let is_filled = is_filled && !writer.is_full();
        if writer.is_full() {
            let right = format!("A story may have at most {} MB.", MOST_BYTES / (1024 * 1024));
            writer.note(csv.at, None, "the tables make the story too large".into(), right);
        }
        if !is_filled {
            writer.text.truncate(start);
            writer.cells.truncate(cells);
            if reference.chart.is_some() {
                writer.push("\"data\": ");
            }
            writer.push(reference.value.text);
        }
        is_filled
    });
}

/// What a reference says; none after noting what is wrong with it.
fn said<S: Shape>(reference: &Reference<'_>, writer: &mut Writer) -> Option<S::Value> {
    let said = read_alone::<S>(reference.value);
    let note = |faults: Vec<OffsetFault>| {
        for OffsetFault { at, wrong, right } in faults {
            writer.note(at, None, wrong, right);
        }
    };
    said.map_err(note).ok()
}

fn fill_chart(
    chart: Node<'_>,
    reference: &Reference<'_>,
    read: ReadTable<'_>,
    writer: &mut Writer,
) -> bool {
    let said = said::<ChartTable>(reference, writer);
    let kind = chart.member("kind").and_then(word::<ChartKind>);
    // Which keys a chart needs cannot be told where its kind has a fault.
    let (Some(said), Some(kind)) = (said, kind) else { return false };
    let twice = ["rows", "series", "columns"].into_iter().find(|key| chart.member(key).is_some());
    if let Some(key) = twice {
        let wrong = format!("this chart has both \"data\" and \"{key}\"");
        writer.note(reference.start, None, wrong, "Keep one of them.".into());
        return false;
    }
    let scale = chart.member("x").and_then(|x| x.member("scale")).and_then(word::<AxisScale>);
    let form = ChartForm { kind, has_dates: scale == Some(AxisScale::Date) };
    with_table(&said.csv, form.kind.most_rows(), read, writer, |table, writer| {
        chart_table::write(&form, &said, table, writer)
    })
}

fn fill_events(
    root: Node<'_>,
    reference: &Reference<'_>,
    read: ReadTable<'_>,
    writer: &mut Writer,
) -> bool {
    let said = said::<EventTable>(reference, writer);
    let Some(said) = said else { return false };
    let lanes = root.member("timeline").and_then(|timeline| timeline.member("lanes"));
    let lane = |lane: Node<'_>| {
        let title = lane.member("title").and_then(Node::content).unwrap_or_default();
        Some((lane.member("id")?.content()?, title))
    };
    let lanes = lanes.and_then(Node::elements).unwrap_or_default();
    let lanes = lanes.into_iter().filter_map(lane).collect();
    let mut ids = Ids::default();
    take_ids(root, &mut ids);
    with_table(&said.csv, MOST_EVENTS, read, writer, |table, writer| {
        event_table::write(EventForm { lanes, ids }, &said, table, writer)
    })
}

/// Takes every id of a story.
fn take_ids(node: Node<'_>, ids: &mut Ids) {
    for element in node.elements().unwrap_or_default() {
        take_ids(element, ids);
    }
    for (key, value) in node.members().unwrap_or_default() {
        match value.content() {
            Some(id) if key.text == "\"id\"" => ids.take(&id),
            _ => take_ids(value, ids),
        }
    }
}

/// Reads a table of at most so many rows and has it written; whether all of that went well. What did not is noted.
fn with_table(
    (at, path): &(usize, String),
    most: usize,
    read: ReadTable<'_>,
    writer: &mut Writer,
    write: impl FnOnce(&CsvTable, &mut Writer) -> Result<(), (usize, TableFault)>,
) -> bool {
    let bytes = match read(path) {
        Ok(bytes) => bytes,
        Err((wrong, right)) => {
            writer.note(*at, None, wrong, right);
            return false;
        }
    };
    let written = CsvTable::parse(&bytes)
        .and_then(|table| table.with_at_most(most))
        .map_err(|fault| (*at, fault))
        .and_then(|table| write(&table, writer));
    let is_written = written.is_ok();
    if let Err((at, fault)) = written {
        writer.table_fault(at, fault);
    }
    is_written
}
