//! Findings that say the same of many places, told once.

use crate::cli::finding::Finding;

/// A report shows no more than this at once.
pub(super) const MOST_SHOWN: usize = 50;

/// A finding, and where else the same was found.
pub(super) struct Told<'a> {
    pub(super) finding: &'a Finding,
    /// Lines of the others, in their order.
    pub(super) others: Vec<usize>,
}

/// Joins those that say the same words of places of one kind; each stands where the first does.
pub(super) fn folded(findings: &[Finding]) -> Vec<Told<'_>> {
    let mut told: Vec<(String, Told<'_>)> = Vec::new();
    for finding in findings {
        let kind = kind(&finding.path);
        let same = told.iter_mut().find(|(known, it)| {
            *known == kind
                && it.finding.severity == finding.severity
                && it.finding.wrong == finding.wrong
                && it.finding.right == finding.right
        });
        match same {
            Some((_, told)) => told.others.push(finding.at.line),
            None => told.push((kind, Told { finding, others: Vec::new() })),
        }
    }
    told.into_iter().map(|(_, told)| told).collect()
}

/// A path without the numbers in it.
fn kind(path: &str) -> String {
    path.split(|it: char| it.is_ascii_digit()).collect()
}
