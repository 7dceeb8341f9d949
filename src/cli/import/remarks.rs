//! What did not fit, item by item.

use std::fmt::Display;
use std::io::{self, Write};

use crate::cli::visible::visible;

/// Remarks on what is made of a file.
pub(super) struct Remarks {
    file: String,
    lines: Vec<String>,
}

impl Remarks {
    pub(super) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), lines: Vec::new() }
    }

    /// Notes what became of something; `place` says where it stands.
    pub(super) fn say(&mut self, place: &dyn Display, what: impl Display) {
        let line = format!("{}: {place}: {what}", self.file);
        // One line each, whatever a name holds.
        self.lines.push(visible(&line.replace(['\n', '\r'], " ")).into_owned());
    }

    pub(super) fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        self.lines.iter().try_for_each(|line| writeln!(out, "{line}"))
    }
}
