//! What did not fit, item by item.

use std::fmt::Display;
use std::io::{self, Write};

use crate::cli::visible::visible;
use crate::story::limits::MOST_ITEMS;

/// Nobody reads more of one file.
const MOST: usize = 500;

/// Remarks on what is made of a file.
pub(super) struct Remarks {
    file: String,
    lines: Vec<String>,
    /// How many more there would be.
    more: usize,
}

impl Remarks {
    pub(super) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), lines: Vec::new(), more: 0 }
    }

    /// Notes what became of something; `place` says where it stands.
    pub(super) fn say(&mut self, place: &dyn Display, what: impl Display) {
        if self.lines.len() == MOST {
            self.more += 1;
            return;
        }
        self.lines.push(self.line(place, &what));
    }

    /// Notes that a quiz is full from a question on.
    pub(super) fn say_full(&mut self, place: &dyn Display) {
        // This one is not left out, however many there are.
        self.lines.push(self.line(
            place,
            &format_args!("this question and all below it are left out: {MOST_ITEMS} are the most"),
        ));
    }

    /// One line, whatever a name holds.
    fn line(&self, place: &dyn Display, what: &dyn Display) -> String {
        let line = format!("{}: {place}: {what}", self.file);
        visible(&line.replace(['\n', '\r'], " ")).into_owned()
    }

    pub(super) fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        self.lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        match self.more {
            0 => Ok(()),
            more => writeln!(out, "{}: and {more} more remarks", self.file),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_remarks_than_anybody_reads_are_counted() {
        let mut remarks = Remarks::new("a.csv");
        for row in 0..MOST + 7 {
            remarks.say(&format!("row {row}"), "it is left out");
        }
        let mut out = Vec::new();
        remarks.print(&mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert_eq!(out.lines().count(), MOST + 1);
        assert!(out.ends_with("row 499: it is left out\na.csv: and 7 more remarks\n"), "{out}");
    }
}
