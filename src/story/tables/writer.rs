//! Writing what a table says into a story, and keeping where in the table each value stands.

use std::fmt::Display;

use serde_json::json;

use super::csv_table::{CsvRow, TableFault};
use crate::story::limits::{MOST_BYTES, MOST_FAULTS};

/// A story's text while tables are written into it.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) text: String,
    /// Ascending by start; what stands in another comes behind it.
    pub(super) cells: Vec<Cell>,
    /// What is wrong with the tables.
    pub(super) notes: Vec<Note>,
    /// The offset at which the author names the table that is written.
    pub(super) home: usize,
    /// The file of that table.
    pub(super) file: String,
}

/// What is wrong with a table.
#[derive(Debug)]
pub(super) struct Note {
    /// The offset at which the author names the table, or what of it is wrong.
    pub(super) at: usize,
    /// The row, if it is one.
    pub(super) row: Option<usize>,
    pub(super) wrong: String,
    pub(super) right: String,
}

/// More parts of tables than this are not looked up: none of them stands in a story that can be
/// shown.
const MOST_CELLS: usize = 4_000_000;

/// A stretch of the written text that comes from a table.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// Offsets in the written text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The offset at which the author names the table.
    pub(super) home: usize,
    pub(super) file: String,
    pub(super) row: Option<usize>,
    pub(super) column: Option<String>,
    /// What is wrong with it is told.
    pub(super) is_told: bool,
}

impl Cell {
    /// Where it stands, in words: `in gross.csv, row 3, column "gross"`.
    pub(super) fn place(&self) -> String {
        place(&self.file, self.row, self.column.as_deref())
    }
}

fn place(file: &str, row: Option<usize>, column: Option<&str>) -> String {
    let row = row.map_or_else(String::new, |row| format!(", row {row}"));
    let column = column.map_or_else(String::new, |column| format!(", column \"{column}\""));
    format!("in {file}{row}{column}")
}

impl Writer {
    /// Writes what stands in a part of the table, and keeps where.
    pub(super) fn part(
        &mut self,
        row: Option<usize>,
        column: Option<&str>,
        write: impl FnOnce(&mut Self) -> bool,
    ) {
        let place = self.cells.len();
        let (file, home, start) = (self.file.clone(), self.home, self.text.len());
        let column = column.map(ToOwned::to_owned);
        self.cells.push(Cell { start, end: start, home, file, row, column, is_told: false });
        let is_right = write(self);
        let end = self.text.len();
        if let Some(cell) = self.cells.get_mut(place) {
            cell.end = end;
            cell.is_told = !is_right;
        }
    }

    /// Whether what is written is more than a story may hold. Then nothing more is added.
    pub(super) fn is_full(&self) -> bool {
        self.text.len() > MOST_BYTES || self.cells.len() > MOST_CELLS
    }

    /// Writes the words of a cell as a text.
    pub(super) fn words(&mut self, row: &CsvRow, column: usize, name: &str) {
        self.part(Some(row.number), Some(name), |writer| {
            writer.push(json!(row.cell(column)));
            true
        });
    }

    /// Writes the number in a cell as it is written there, or null.
    pub(super) fn number(&mut self, row: &CsvRow, column: usize, name: &str) {
        let cell = row.cell(column);
        self.part(Some(row.number), Some(name), |writer| {
            if cell.is_empty() || is_number(cell) {
                writer.push(if cell.is_empty() { "null" } else { cell });
                return true;
            }
            writer.push("null");
            writer.fault(row.number, name, not_a_number(cell));
            false
        });
    }

    /// Adds a piece of the story.
    pub(super) fn push(&mut self, piece: impl Display) {
        self.text.push_str(&piece.to_string());
    }

    /// Writes entries with commas between.
    pub(super) fn list<T>(
        &mut self,
        brackets: [&str; 2],
        entries: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        self.push(brackets[0]);
        for (nth, entry) in entries.into_iter().enumerate() {
            if self.is_full() {
                return;
            }
            if nth > 0 {
                self.push(", ");
            }
            write(self, entry);
        }
        self.push(brackets[1]);
    }

    /// Notes what is wrong at an offset of the author's text.
    pub(super) fn note(&mut self, at: usize, row: Option<usize>, wrong: String, right: String) {
        if self.notes.len() < MOST_FAULTS {
            self.notes.push(Note { at, row, wrong, right });
        }
    }

    /// Notes what is wrong with a cell, and what would be right.
    pub(super) fn fault(&mut self, row: usize, column: &str, (wrong, right): (String, String)) {
        let place = place(&self.file, Some(row), Some(column));
        self.note(self.home, Some(row), format!("{place}: {wrong}"), right);
    }

    /// Notes what is wrong with the table, named at an offset of the author's text.
    pub(super) fn table_fault(&mut self, at: usize, fault: TableFault) {
        let TableFault { row, wrong, right } = fault;
        let place = place(&self.file, row, None);
        self.note(at, row, format!("{place}: {wrong}"), right);
    }
}

/// Whether a cell is a number as JSON writes it.
pub(super) fn is_number(cell: &str) -> bool {
    cell.starts_with(|first: char| first == '-' || first.is_ascii_digit())
        && cell.ends_with(|last: char| last.is_ascii_digit())
        && serde_json::from_str::<serde_json::Number>(cell).is_ok()
}

/// What is wrong with a cell that should be a number.
fn not_a_number(cell: &str) -> (String, String) {
    let digits: String =
        cell.chars().filter(|it| !it.is_whitespace() && !"'’_".contains(*it)).collect();
    let right = if is_number(&digits) {
        format!("Write {digits}.")
    } else if is_number(&digits.replace(',', "")) && digits.contains(',') {
        let (point, none) = (digits.replacen(',', ".", 1), digits.replace(',', ""));
        if is_number(&point) {
            format!("Write {point} if the comma stands before decimals, {none} if it parts digits.")
        } else {
            format!("Write {none}.")
        }
    } else {
        "Write digits with a point before decimals, such as 1234.5, the unit into the chart, and \
         leave the cell empty where no figure was found."
            .to_owned()
    };
    (format!("{} is not a number", crate::story::fault::quote(cell)), right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_json() {
        assert!(["0", "-1", "1.50", "2e3"].into_iter().all(is_number));
        assert!(
            ![".5", "1.", "+1", "01", "1,5", "", "1 ", "NaN", "null"].into_iter().any(is_number)
        );
    }

    #[test]
    fn what_would_be_a_number_is_said() {
        let right = |cell| not_a_number(cell).1;
        assert_eq!(right("1 234.5"), "Write 1234.5.");
        assert_eq!(
            right("1,234"),
            "Write 1.234 if the comma stands before decimals, 1234 if it parts digits."
        );
        assert_eq!(right("1,234,567.8"), "Write 1234567.8.");
        assert!(right("n/a").starts_with("Write digits"));
    }
}
