//! A report for programs: one JSON array, an object for each file, nothing folded or left out.

use std::io::{self, Write};

use serde::Serialize;

use crate::cli::checked::Checked;
use crate::cli::finding::{Finding, Severity};

#[derive(Serialize)]
struct FileReport<'a> {
    file: &'a str,
    /// Whether the story can be shown.
    ok: bool,
    findings: Vec<FindingReport<'a>>,
}

#[derive(Serialize)]
struct FindingReport<'a> {
    severity: &'static str,
    /// Both counted from 1; columns in characters.
    line: usize,
    column: usize,
    /// Behind the last character that is underlined.
    end_column: usize,
    path: &'a str,
    item: Option<&'a str>,
    wrong: &'a str,
    right: &'a str,
    /// Whether `check --fix` puts it right.
    fixable: bool,
}

pub(super) fn report(files: &[Checked], out: &mut dyn Write) -> io::Result<()> {
    let report = |file| FileReport::new(file);
    let reports: Vec<FileReport<'_>> = files.iter().map(report).collect();
    serde_json::to_writer_pretty(&mut *out, &reports)?;
    writeln!(out)
}

impl<'a> FileReport<'a> {
    fn new(file: &'a Checked) -> Self {
        let findings = file.findings.iter().map(|it| FindingReport::new(it, file.text()));
        Self { file: &file.name, ok: file.story.is_some(), findings: findings.collect() }
    }
}

impl<'a> FindingReport<'a> {
    fn new(finding: &'a Finding, text: &str) -> Self {
        Self {
            severity: finding.severity.name(),
            line: finding.at.line,
            column: finding.at.column,
            end_column: finding.end_column(text),
            path: &finding.path,
            item: finding.item.as_deref(),
            wrong: &finding.wrong,
            right: &finding.right,
            fixable: finding.edit.is_some(),
        }
    }
}

impl Severity {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Fault => "fault",
            Self::Warning => "warning",
        }
    }
}

impl Finding {
    /// The column behind what is underlined, in the line in which that begins.
    pub(super) fn end_column(&self, text: &str) -> usize {
        let marked = text.get(self.span.clone()).unwrap_or("");
        self.at.column + marked.lines().next().unwrap_or("").chars().count()
    }
}
