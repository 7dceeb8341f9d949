//! One thing to tell the author of a story: a fault or a warning, with all that a report shows.

use std::ops::Range;

use crate::story::{Cause, Edit, Fault, Position, date_edit, item_ids, positions, span};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Severity {
    /// The story cannot be shown.
    Fault,
    /// The story can be shown, but the author may not have meant it.
    Warning,
}

/// A fault or a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) severity: Severity,
    /// The way to it from the top; empty for the whole text.
    pub(super) path: String,
    /// The id of the item in which it stands.
    pub(super) item: Option<String>,
    pub(super) at: Position,
    /// What to underline, in bytes of the author's text; may be empty.
    pub(super) span: Range<usize>,
    /// What is wrong: a clause without a full stop.
    pub(super) wrong: String,
    /// What would be right: whole sentences.
    pub(super) right: String,
    /// Its one right form, if there is only one.
    pub(super) edit: Option<Edit>,
}

/// Why a text is not JSON.
pub(super) fn causes(text: &str, causes: Vec<Cause>) -> Vec<Finding> {
    let places = positions(text, causes.iter().map(|cause| cause.at.start));
    let found = causes.into_iter().zip(places).map(|(cause, at)| Finding {
        severity: Severity::Fault,
        path: String::new(),
        item: None,
        at,
        span: cause.at,
        wrong: cause.wrong,
        right: cause.right,
        edit: cause.edit,
    });
    found.collect()
}

/// Faults or warnings of a story's JSON, which are in the order of the text.
pub(super) fn faults(json: &str, severity: Severity, faults: Vec<Fault>) -> Vec<Finding> {
    let offsets: Vec<usize> = faults.iter().map(|fault| fault.at.offset).collect();
    let items = item_ids(json, &offsets);
    let found = faults.into_iter().zip(items).map(|(fault, item)| Finding {
        severity,
        item,
        span: span(json, fault.at.offset),
        edit: date_edit(json, &fault.path, fault.at.offset),
        path: fault.path,
        at: fault.at,
        wrong: fault.wrong,
        right: fault.right,
    });
    found.collect()
}

/// Brings findings into the order in which an author corrects them: by place, but what concerns the
/// story as a whole first, and what concerns a section before what concerns its items, for the one
/// may follow from the other.
pub(super) fn sort(findings: &mut [Finding]) {
    let mut sections: Vec<(String, usize)> = Vec::new();
    for finding in findings.iter().filter(|finding| !is_of_root(&finding.path)) {
        let section = section(&finding.path);
        if !sections.iter().any(|(known, _)| known == section) {
            sections.push((section.to_owned(), finding.at.offset));
        }
    }
    let begin = |path: &str| {
        let section = section(path);
        sections.iter().find(|(known, _)| known == section).map(|(_, begin)| *begin)
    };
    findings.sort_by_cached_key(|it| {
        let rank = if is_of_root(&it.path) { None } else { begin(&it.path) };
        (rank, it.path.contains('['), it.at.offset)
    });
}

/// Whether a path leads to the story itself or to one of its keys.
fn is_of_root(path: &str) -> bool {
    !path.contains(['.', '['])
}

/// The key of the story with which a path begins.
fn section(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_come_before_what_follows_from_them() {
        let found = [
            ("faq[0]", 1),
            ("faq[1].sources", 2),
            ("trivia.questions[0]", 3),
            ("trivia.sourcs", 4),
            ("souces", 5),
        ];
        let finding = |(path, offset): (&str, usize)| Finding {
            severity: Severity::Fault,
            path: path.to_owned(),
            item: None,
            at: Position { offset, line: 1, column: 1 },
            span: 0..0,
            wrong: String::new(),
            right: String::new(),
            edit: None,
        };
        let mut findings = found.map(finding);
        sort(&mut findings);
        let sorted: Vec<&str> = findings.iter().map(|it| it.path.as_str()).collect();
        let expected =
            ["souces", "faq[0]", "faq[1].sources", "trivia.sourcs", "trivia.questions[0]"];
        assert_eq!(sorted, expected);
    }
}
