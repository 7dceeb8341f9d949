//! A CSV file: its columns by name, its rows by the number that a spreadsheet shows.

use csv::{ReaderBuilder, StringRecord};

use crate::story::fault::{quote, suggestion};
use crate::story::limits::MOST_EVENTS;

/// More columns than this nobody names.
const MOST_COLUMNS: usize = 1000;

/// Nothing of a story has more rows.
const MOST_ROWS: usize = MOST_EVENTS;

/// A table with names for its columns.
#[derive(Debug, Default)]
pub struct CsvTable {
    names: Vec<String>,
    /// The rows that say something, without that of the names.
    pub rows: Vec<CsvRow>,
}

/// A row of it.
#[derive(Debug, Default)]
pub struct CsvRow {
    /// Counted from 1, which is the row of names.
    pub number: usize,
    cells: StringRecord,
}

/// What is wrong with a table, and what would be right.
#[derive(Debug, PartialEq, Eq)]
pub struct TableFault {
    /// The row, if it is one.
    pub row: Option<usize>,
    /// A clause without a full stop.
    pub wrong: String,
    /// Whole sentences.
    pub right: String,
}

impl CsvRow {
    /// The words of a cell, without blanks around them; empty where the row is short.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or("").trim()
    }
}

impl CsvTable {
    /// Reads a table of commas, semicolons or tabs, whichever the first line that says something has
    /// most of.
    ///
    /// # Errors
    /// If it is not UTF-8, has no row below the names, a row with more cells than there are names,
    /// or more rows or columns than anything of a story.
    pub fn parse(bytes: &[u8]) -> Result<Self, TableFault> {
        let text = str::from_utf8(bytes).map_err(|_| {
            whole("the file is not UTF-8", "Save it as CSV in UTF-8, as spreadsheets offer it.")
        })?;
        let mut text = text.trim_start_matches('\u{feff}').to_owned();
        if !text.contains('\n') {
            // Lines as very old systems end them.
            text = text.replace('\r', "\n");
        }
        let mut reader = ReaderBuilder::new();
        reader.has_headers(false).flexible(true).delimiter(delimiter(&text));
        let mut reader = reader.from_reader(text.as_bytes());
        let mut table = Self::default();
        let mut rows = RowNumbers { text: &text, start: 0, lines: 0, within_cells: 0 };
        for record in reader.records() {
            let cells = record.map_err(|error| {
                whole(&format!("the file cannot be read: {error}"), "Save it as CSV anew.")
            })?;
            table.push(CsvRow { number: rows.next(&cells), cells })?;
        }
        if table.rows.is_empty() {
            let right = "Name the columns in the first line, and write a row into each other.";
            return Err(whole("the table has no rows", right));
        }
        Ok(table)
    }

    /// Adds a row; the first one names the columns.
    fn push(&mut self, row: CsvRow) -> Result<(), TableFault> {
        let last = (0..row.cells.len()).rev().find(|column| !row.cell(*column).is_empty());
        let Some(last) = last else { return Ok(()) };
        let width = self.names.len();
        if width == 0 {
            if row.cells.len() > MOST_COLUMNS {
                let wrong = format!("the table has {} columns", row.cells.len());
                return Err(whole(&wrong, &format!("It may have at most {MOST_COLUMNS}.")));
            }
            self.names = (0..row.cells.len()).map(|column| row.cell(column).to_owned()).collect();
            return Ok(());
        }
        if last >= width {
            return Err(TableFault {
                row: Some(row.number),
                wrong: format!("the row has {} cells, the table {width} columns", last + 1),
                right: "Put a cell that holds the sign between cells into double quotes.".into(),
            });
        }
        if self.rows.len() == MOST_ROWS {
            let right = "Leave rows out, or put several together.";
            return Err(whole(&format!("the table has more than {MOST_ROWS} rows"), right));
        }
        self.rows.push(row);
        Ok(())
    }

    /// The table, if it has no more rows than what is made of it may have.
    pub(super) fn with_at_most(self, most: usize) -> Result<Self, TableFault> {
        let count = self.rows.len();
        if count <= most {
            return Ok(self);
        }
        let right = format!("It may have at most {most} here.");
        Err(whole(&format!("the table has {count} rows"), &right))
    }

    /// The names of the columns.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The column with a name.
    ///
    /// # Errors
    /// If there is none, or more than one.
    pub fn column(&self, name: &str) -> Result<usize, TableFault> {
        let mut found = self.names().enumerate().filter(|(_, known)| *known == name.trim());
        match (found.next(), found.next()) {
            (Some((column, _)), None) => Ok(column),
            (Some(_), Some(_)) => Err(TableFault {
                row: Some(1),
                wrong: format!("two columns are named {}", quote(name)),
                right: "Give each its own name.".into(),
            }),
            (None, _) => {
                let known: Vec<&str> = self.names().filter(|name| !name.is_empty()).collect();
                Err(TableFault {
                    row: Some(1),
                    wrong: format!("no column is named {}", quote(name)),
                    right: suggestion(name, &known, "columns"),
                })
            }
        }
    }
}

/// A fault of the whole table.
fn whole(wrong: &str, right: &str) -> TableFault {
    TableFault { row: None, wrong: wrong.to_owned(), right: right.to_owned() }
}

/// What stands between cells, by the first line that says something.
fn delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |sign: &u8| line.bytes().filter(|byte| byte == sign).count();
    // Of several that are as frequent the last one counts.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// The numbers of rows, counted as a spreadsheet does: empty lines count, those within a cell do
/// not.
struct RowNumbers<'a> {
    text: &'a str,
    /// Where the last record begins.
    start: usize,
    /// How many lines end before it.
    lines: usize,
    /// How many of these end within a cell.
    within_cells: usize,
}

impl RowNumbers<'_> {
    /// The number of the next record, which is this.
    fn next(&mut self, record: &StringRecord) -> usize {
        let from = record.position().map_or(0, |position| position.byte());
        let from = usize::try_from(from).unwrap_or(self.start);
        let rest = self.text.get(from..).unwrap_or("");
        // The place of a record may lie before the empty lines that were skipped.
        let start = from + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        self.lines += line_ends(self.text.get(self.start..start).unwrap_or(""));
        self.start = start;
        let number = 1 + self.lines.saturating_sub(self.within_cells);
        self.within_cells += record.iter().map(line_ends).sum::<usize>();
        number
    }
}

fn line_ends(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> CsvTable {
        CsvTable::parse(text.as_bytes()).unwrap()
    }

    fn numbers(table: &CsvTable) -> Vec<usize> {
        table.rows.iter().map(|row| row.number).collect()
    }

    #[test]
    fn rows_have_the_numbers_of_a_spreadsheet() {
        let plain = "a,b\n1,2\n\n3,4\n\n\n5,6\n";
        assert_eq!(numbers(&parse(plain)), [2, 4, 7]);
        assert_eq!(numbers(&parse(&plain.replace('\n', "\r\n"))), [2, 4, 7]);
        assert_eq!(numbers(&parse(&plain.replace('\n', "\r"))), [2, 4, 7]);
        let within = "a,b\n\"x\n\n\ny\",2\n3,\"4\n\"\n,\n5,6";
        assert_eq!(numbers(&parse(within)), [2, 3, 5]);
        assert_eq!(numbers(&parse(&within.replace('\n', "\r\n"))), [2, 3, 5]);
        assert_eq!(numbers(&parse("\n\na\n1")), [4]);
    }

    #[test]
    fn cells_are_told_apart_by_what_the_first_line_has() {
        for text in ["a,b\n1 ; 2, x ", "a;b\n1 ; 2, x", "a\tb\n1 ; 2\tx", "\u{feff}a,b\n1 ; 2,x"] {
            let table = parse(text);
            let row = &table.rows[0];
            let b = table.column("b").unwrap();
            let expected = if text.starts_with("a;b") { "2, x" } else { "x" };
            assert_eq!(row.cell(b), expected, "{text}");
        }
        for text in ["\na;b\n1;2", "\r\n \r\na;b\r\n1;2", ";;\na;b\n1;2"] {
            let table = parse(text);
            assert_eq!(table.names().collect::<Vec<_>>(), ["a", "b"], "{text:?}");
            assert_eq!(table.rows[0].cell(1), "2", "{text:?}");
        }
        let table = parse("\"a\",\"b, c\"\n\"say \"\"it\"\"\",\n");
        assert_eq!(table.rows[0].cell(table.column("a").unwrap()), "say \"it\"");
        assert_eq!(table.rows[0].cell(table.column("b, c").unwrap()), "");
    }

    #[test]
    fn a_table_has_an_end() {
        let wrong = |text: String| CsvTable::parse(text.as_bytes()).unwrap_err().wrong;
        assert_eq!(wrong("a,".repeat(1000) + "\n1"), "the table has 1001 columns");
        assert_eq!(parse(&("a,".repeat(999) + "\n1")).rows.len(), 1);
        let rows = |count: usize| "a\n".to_owned() + &"1\n".repeat(count);
        assert_eq!(wrong(rows(100_001)), "the table has more than 100000 rows");
        assert_eq!(parse(&rows(100_000)).rows.len(), 100_000);
        // Of a row that is short or long with nothing in it, nothing is kept but what it says.
        assert_eq!(parse("a,b\n1\n2,,,,\n").rows.len(), 2);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let wrong = |text: &[u8]| CsvTable::parse(text).unwrap_err();
        assert_eq!(wrong(b"a\n\xFF").wrong, "the file is not UTF-8");
        assert_eq!(wrong(b"").wrong, "the table has no rows");
        assert_eq!(wrong(b"a,b\n,\n").wrong, "the table has no rows");
        let long = wrong(b"a,b\n1,2,,\n1,2,3\n");
        assert_eq!(
            (long.row, long.wrong.as_str()),
            (Some(3), "the row has 3 cells, the table 2 columns")
        );
        let table = parse("year,gross,year\n1,2,3");
        assert_eq!(table.column("year").unwrap_err().wrong, "two columns are named \"year\"");
        let missing = table.column("gros").unwrap_err();
        assert_eq!(missing.right, "Did you mean \"gross\"?");
    }
}
