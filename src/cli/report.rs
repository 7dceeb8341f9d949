//! One fault as a compiler prints it: position, line, caret, remedy.

use std::io::{self, Write};

use crate::story::{Fault, Position};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Severity {
    /// The story cannot be shown.
    Fault,
    /// The story can be shown, but the author may not have meant it.
    Warning,
}

/// Prints a fault or warning of the text in the file `name`.
pub(super) fn report(
    name: &str,
    text: &str,
    severity: Severity,
    fault: &Fault,
    out: &mut dyn Write,
) -> io::Result<()> {
    let severity = match severity {
        Severity::Fault => "fault",
        Severity::Warning => "warning",
    };
    writeln!(out, "{}", fault.headline(name, severity))?;
    let Position { line, column, .. } = fault.at;
    let (excerpt, before) = excerpt(text.lines().nth(line - 1).unwrap_or(""), column - 1);
    writeln!(out, "    {excerpt}")?;
    writeln!(out, "    {:before$}^", "")?;
    writeln!(out, "    {}\n", fault.right)
}

/// The part of a line around a column (counted from 0), and how many characters of it stand before.
fn excerpt(line: &str, column: usize) -> (String, usize) {
    const BEFORE: usize = 50;
    const LENGTH: usize = 100;
    let indent = line.chars().take_while(|char| char.is_whitespace()).count().min(column);
    let from = indent.max(column.saturating_sub(BEFORE));
    let shown = line.chars().skip(from).take(LENGTH);
    let visible = |char: char| if char.is_control() { ' ' } else { char };
    (shown.map(visible).collect(), column - from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str, line: usize, column: usize) -> String {
        let fault = Fault {
            path: "a.b".into(),
            at: Position { offset: 0, line, column },
            wrong: "it is wrong".into(),
            right: "Correct it.".into(),
        };
        let mut out = Vec::new();
        report("x.json", text, Severity::Fault, &fault, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_caret_stands_below_the_position() {
        assert_eq!(
            printed("{\n\t\"é\": 1\n}", 2, 7),
            "x.json:2:7: fault: a.b: it is wrong\n    \"é\": 1\n         ^\n    Correct it.\n\n"
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_position() {
        let line = format!("{}X{}", "a".repeat(500), "b".repeat(500));
        let printed = printed(&line, 1, 501);
        let lines: Vec<&str> = printed.lines().collect();
        assert_eq!(lines[1].len(), 104);
        assert_eq!(lines[1].find('X'), lines[2].find('^'));
    }

    #[test]
    fn a_position_behind_the_end_is_shown() {
        assert!(printed("", 1, 1).contains("\n    ^\n"));
    }
}
