//! A report as commands of GitHub Actions, which shows them beside the lines of a change.

use std::io::{self, Write};

use super::repeats::{MOST_SHOWN, folded};
use crate::cli::checked::Checked;
use crate::cli::finding::Severity;
use crate::cli::visible::visible;

pub(super) fn report(file: &Checked, out: &mut dyn Write) -> io::Result<()> {
    for told in folded(&file.findings).iter().take(MOST_SHOWN) {
        let finding = told.finding;
        let command = match finding.severity {
            Severity::Fault => "error",
            Severity::Warning => "warning",
        };
        let (line, column) = (finding.at.line, finding.at.column);
        let end = finding.end_column(file.text());
        let more = match told.others.len() {
            0 => String::new(),
            others => format!(" And {others} more like this."),
        };
        let path = if finding.path.is_empty() { "" } else { ": " };
        let message = format!("{}{path}{}. {}{more}", finding.path, finding.wrong, finding.right);
        writeln!(
            out,
            "::{command} file={},line={line},endLine={line},col={column},endColumn={end}::{}",
            property(&file.name),
            data(&message)
        )?;
    }
    Ok(())
}

/// A message as the commands write it.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    visible(&text).into_owned()
}

/// The value of a property as the commands write it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
