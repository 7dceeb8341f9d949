//! Data from tables beside a story, written into its text before the story is read.
//!
//! In: finding the references (their keys are declared in `read::table_reference`), and telling
//! what is wrong at the place that the author wrote, with file, row and column. Out: reading files,
//! which the tool does; how a table becomes a chart (`chart_table`) or events (`event_table`).

mod chart_table;
mod csv_table;
mod event_table;
mod writer;

use super::fault::{Fault, Faults, OffsetFault};
use super::locate::locate;
use super::read::{ChartTable, EventTable, Node, Shape, read_alone};
use super::{Ids, Story};
use chart_table::ChartForm;
pub use csv_table::{CsvRow, CsvTable, TableFault};
use event_table::EventForm;
use writer::{Cell, Writer};

/// Gives the bytes of a file by its path beside the story, or what is wrong and what would be
/// right.
pub type ReadTable<'r> = &'r mut dyn FnMut(&str) -> Result<Vec<u8>, (String, String)>;

/// A story's text with the tables it refers to in it.
#[derive(Debug)]
pub struct Filled<'a> {
    /// As the author has it.
    original: &'a str,
    text: Option<String>,
    splices: Vec<Splice>,
    cells: Vec<Cell>,
    faults: Vec<OffsetFault>,
}

/// What stands in place of a reference.
#[derive(Debug)]
struct Splice {
    /// Where the reference ends in the author's text.
    home_end: usize,
    /// Where what stands for it ends in the filled text.
    end: usize,
}

/// A reference to a table.
struct Reference<'a> {
    /// What is replaced begins here.
    start: usize,
    value: Node<'a>,
    /// The chart whose data it is; else it is the events.
    chart: Option<Node<'a>>,
}

impl<'a> Filled<'a> {
    /// Writes the tables into a story's text. What is wrong with them, [`Self::parse`] tells.
    pub fn new(original: &'a str, read: ReadTable<'_>) -> Self {
        let nothing = Self {
            original,
            text: None,
            splices: Vec::new(),
            cells: Vec::new(),
            faults: Vec::new(),
        };
        let body = original.trim_start_matches('\u{feff}');
        // Most stories have none, and are spared being read once more.
        if !body.contains("\"csv\"") {
            return nothing;
        }
        let Ok(root) = Node::document(body) else { return nothing };
        let references = references(root);
        let (mut writer, mut splices, mut from) = (Writer::default(), Vec::new(), 0);
        for reference in &references {
            writer.push(body.get(from..reference.start).unwrap_or(""));
            fill(root, reference, read, &mut writer);
            from = reference.value.end();
            splices.push(Splice { home_end: from, end: writer.text.len() });
        }
        writer.push(body.get(from..).unwrap_or(""));
        let faults = writer.take_faults();
        Self { text: Some(writer.text), splices, cells: writer.cells, faults, ..nothing }
    }

    /// The text to read, build and ship.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or(self.original)
    }

    /// Whether a table is in it, so that it differs from what the author wrote.
    pub fn has_tables(&self) -> bool {
        !self.splices.is_empty()
    }

    /// The story.
    ///
    /// # Errors
    /// As [`Story::parse`], with the places of the author's text; what is wrong in a table stands
    /// where the table is named, and says file, row and column.
    pub fn parse(&self) -> Result<Story, Vec<Fault>> {
        match Story::parse_text(self.text()) {
            Ok(story) if self.faults.is_empty() => Ok(story),
            Ok(_) => Err(self.at_home(Vec::new())),
            Err(faults) => Err(self.at_home(faults)),
        }
    }

    /// What is likely a slip, at the places of the author's text.
    pub fn warnings(&self, story: &Story) -> Vec<Fault> {
        self.at_home(story.warnings(self.text()))
    }

    /// Faults of the filled text at their places in the author's, with those of the tables.
    fn at_home(&self, faults: Vec<Fault>) -> Vec<Fault> {
        if !self.has_tables() {
            return faults;
        }
        let body = self.original.trim_start_matches('\u{feff}');
        let Ok(root) = Node::document(body) else { return faults };
        let mut found = Faults::default();
        for OffsetFault { at, wrong, right } in &self.faults {
            found.push(*at, format_args!("{wrong}"), format_args!("{right}"));
        }
        for Fault { at, wrong, right, .. } in &faults {
            // What stands in another begins behind it.
            let cell = self.cells.partition_point(|cell| cell.start <= at.offset);
            let cell = self
                .cells
                .get(..cell)
                .and_then(|before| before.iter().rev().find(|cell| at.offset < cell.end));
            match cell {
                Some(cell) if cell.is_told => {}
                Some(cell) => {
                    let place = cell.place();
                    found.push(
                        cell.home,
                        format_args!("{place}: {wrong}"),
                        format_args!("{right}"),
                    );
                }
                None => {
                    let home = self.home(at.offset);
                    found.push(home, format_args!("{wrong}"), format_args!("{right}"));
                }
            }
        }
        let mut found = locate(body, root, found.into_sorted());
        for fault in &mut found {
            fault.at.offset += self.original.len() - body.len();
        }
        found
    }

    /// The offset in the author's text of one that lies in no table.
    fn home(&self, offset: usize) -> usize {
        let passed = self.splices.partition_point(|splice| splice.end <= offset);
        let last = passed.checked_sub(1).and_then(|last| self.splices.get(last));
        last.map_or(offset, |last| offset - last.end + last.home_end)
    }
}

/// The references of a story, in the order of its text.
fn references(root: Node<'_>) -> Vec<Reference<'_>> {
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
fn fill(root: Node<'_>, reference: &Reference<'_>, read: ReadTable<'_>, writer: &mut Writer) {
    let csv = reference.value.member("csv").unwrap_or(reference.value);
    writer.home = csv.at;
    writer.file = csv.content().unwrap_or_default();
    writer.part(None, None, |writer| {
        let (start, cells) = (writer.text.len(), writer.cells.len());
        let is_filled = match reference.chart {
            Some(chart) => fill_chart(chart, reference, read, writer),
            None => fill_events(root, reference, read, writer),
        };
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
            writer.faults.push(at, format_args!("{wrong}"), format_args!("{right}"));
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
    let kind = chart.member("kind").and_then(Node::content).unwrap_or_default();
    let has_rows = matches!(kind.as_str(), "bars" | "stacked" | "ranges");
    let Some(said) = said else { return false };
    if !has_rows && !matches!(kind.as_str(), "lines" | "scatter") {
        // Which keys the chart needs cannot be told; its kind has a fault.
        return false;
    }
    let twice = ["rows", "series", "columns"].into_iter().find(|key| chart.member(key).is_some());
    if let Some(key) = twice {
        let wrong = format_args!("this chart has both \"data\" and \"{key}\"");
        writer.faults.push(reference.start, wrong, format_args!("Keep one of them."));
        return false;
    }
    let scale = chart.member("x").and_then(|x| x.member("scale")).and_then(Node::content);
    let has_dates = scale.as_deref() == Some("date");
    let form = ChartForm { has_rows, is_bars: kind == "bars", has_dates };
    with_table(&said.csv, read, writer, |table, writer| {
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
    with_table(&said.csv, read, writer, |table, writer| {
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

/// Reads a table and has it written; whether all of that went well. What did not is noted.
fn with_table(
    (at, path): &(usize, String),
    read: ReadTable<'_>,
    writer: &mut Writer,
    write: impl FnOnce(&CsvTable, &mut Writer) -> Result<(), (usize, TableFault)>,
) -> bool {
    let bytes = match read(path) {
        Ok(bytes) => bytes,
        Err((wrong, right)) => {
            writer.faults.push(*at, format_args!("{wrong}"), format_args!("{right}"));
            return false;
        }
    };
    let written = CsvTable::parse(&bytes)
        .map_err(|fault| (*at, fault))
        .and_then(|table| write(&table, writer));
    if let Err((at, fault)) = &written {
        writer.table_fault(*at, fault);
    }
    written.is_ok()
}
