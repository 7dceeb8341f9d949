//! Data from tables beside a story, written into its text before the story is read.
//!
//! In: telling what is wrong at the place that the author wrote, with file, row and column. Out:
//! reading files, which the tool does; what stands for a reference (`references`), how a table
//! becomes a chart (`chart_table`) or events (`event_table`).

mod chart_table;
mod csv_table;
mod event_table;
mod references;
mod writer;

use super::fault::{Fault, Faults};
use super::locate::locate;
use super::read::Document;
use super::{PictureFile, Story};
pub use csv_table::{CsvRow, CsvTable, TableFault};
use references::{fill, references};
use writer::{Cell, Note, Writer};

/// Gives the bytes of a file by its path beside the story, or what is wrong and what would be
/// right.
pub type ReadTable<'r> = &'r mut dyn FnMut(&str) -> Result<Vec<u8>, (String, String)>;

/// A story's text with the tables it refers to in it.
#[derive(Debug)]
pub struct Filled {
    /// As the author has it.
    original: String,
    text: Option<String>,
    /// The files that were asked for.
    files: Vec<String>,
    splices: Vec<Splice>,
    cells: Vec<Cell>,
    notes: Vec<Note>,
}

/// What stands in place of a reference.
#[derive(Debug)]
struct Splice {
    /// Where the reference ends in the author's text.
    home_end: usize,
    /// Where what stands for it ends in the filled text.
    end: usize,
}

impl Filled {
    /// Writes the tables into a story's text. What is wrong with them, [`Self::parse`] tells.
    pub fn new(original: &str, read: ReadTable<'_>) -> Self {
        let nothing = Self {
            original: original.to_owned(),
            text: None,
            files: Vec::new(),
            splices: Vec::new(),
            cells: Vec::new(),
            notes: Vec::new(),
        };
        let body = original.trim_start_matches('\u{feff}');
        // Most stories have none, and are spared being read once more.
        if !body.contains("\"csv\"") && !body.contains("\"data\"") {
            return nothing;
        }
        let Ok(document) = Document::new(body) else { return nothing };
        let root = document.root();
        let references = references(root);
        if references.is_empty() {
            return nothing;
        }
        let (mut writer, mut splices, mut from) = (Writer::default(), Vec::new(), 0);
        let mut files = Vec::new();
        let mut read = |path: &str| {
            files.push(path.to_owned());
            read(path)
        };
        for reference in &references {
            writer.push(body.get(from..reference.start).unwrap_or(""));
            fill(root, reference, &mut read, &mut writer);
            from = reference.value.end();
            splices.push(Splice { home_end: from, end: writer.text.len() });
        }
        writer.push(body.get(from..).unwrap_or(""));
        let Writer { text, cells, notes, .. } = writer;
        Self { text: Some(text), files, splices, cells, notes, ..nothing }
    }

    /// The text to read, build and ship.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or(&self.original)
    }

    /// Whether a table is in it, so that it differs from what the author wrote.
    pub fn has_tables(&self) -> bool {
        !self.splices.is_empty()
    }

    /// The paths of the tables, as the story names them; those that are not there too.
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// The story.
    ///
    /// # Errors
    /// As [`Story::parse`], with the places of the author's text; what is wrong in a table stands
    /// where the table is named, and says file, row and column.
    pub fn parse(&self) -> Result<Story, Vec<Fault>> {
        match Story::parse_text(self.text()) {
            Ok(story) if self.notes.is_empty() => Ok(story),
            Ok(_) => Err(self.at_home(Vec::new())),
            Err(faults) => Err(self.at_home(faults)),
        }
    }

    /// What is likely a slip, at the places of the author's text.
    pub fn warnings(&self, story: &Story, file: &dyn Fn(&str) -> PictureFile) -> Vec<Fault> {
        self.at_home(story.warnings(self.text(), file))
    }

    /// Faults of the filled text at their places in the author's, with those of the tables.
    pub fn at_home(&self, faults: Vec<Fault>) -> Vec<Fault> {
        if !self.has_tables() {
            return faults;
        }
        let body = self.original.trim_start_matches('\u{feff}');
        let Ok(document) = Document::new(body) else { return faults };
        // What is wrong in one table is told row by row.
        let mut found: Vec<(usize, Option<usize>, &str, &str, String)> = Vec::new();
        for Note { at, row, wrong, right } in &self.notes {
            found.push((*at, *row, wrong, right, String::new()));
        }
        for Fault { at, wrong, right, .. } in &faults {
            match self.cell(at.offset) {
                Some(cell) if cell.is_told => {}
                Some(cell) => found.push((cell.home, cell.row, wrong, right, cell.place() + ": ")),
                None => found.push((self.home(at.offset), None, wrong, right, String::new())),
            }
        }
        found.sort_by_key(|(at, row, ..)| (*at, *row));
        // A value of x stands in every series, and is wrong once.
        found.dedup();
        let mut all = Faults::default();
        for (at, _, wrong, right, place) in found {
            all.push(at, format_args!("{place}{wrong}"), format_args!("{right}"));
        }
        let mut found = locate(body, document.root(), all.into_sorted());
        for fault in &mut found {
            fault.at.offset += self.original.len() - body.len();
        }
        found
    }

    /// The innermost part of a table that stands at an offset of the filled text.
    fn cell(&self, offset: usize) -> Option<&Cell> {
        // What stands in another begins behind it.
        let begun = self.cells.partition_point(|cell| cell.start <= offset);
        self.cells.get(..begun)?.iter().rev().find(|cell| offset < cell.end)
    }

    /// The offset in the author's text of one that lies in no table.
    fn home(&self, offset: usize) -> usize {
        let passed = self.splices.partition_point(|splice| splice.end <= offset);
        let last = passed.checked_sub(1).and_then(|last| self.splices.get(last));
        last.map_or(offset, |last| offset - last.end + last.home_end)
    }
}
