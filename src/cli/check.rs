//! `story-card check FILE…`

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::report::{Severity, report};
use super::table_files::fill;
use super::{Streams, with_context};
use crate::story::{Filled, Section, Story};

/// Checks every file; whether none has a fault.
pub(super) fn run(files: &[PathBuf], streams: &mut Streams<'_>) -> io::Result<bool> {
    let mut all_good = true;
    for file in files {
        let (name, bytes) = read(file, streams)?;
        all_good &= check(&name, &bytes, file, streams.output)?;
    }
    Ok(all_good)
}

/// The content of a file, and what to call it.
pub(super) fn read(file: &Path, streams: &mut Streams<'_>) -> io::Result<(String, Vec<u8>)> {
    let name = if file == Path::new("-") { "<stdin>".into() } else { file.display().to_string() };
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        streams.input.read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    match bytes {
        Ok(bytes) => Ok((name, bytes)),
        Err(error) => Err(with_context(&error, &format!("reading {name}"))),
    }
}

/// Checks one story and prints what is wrong, or what it holds; whether it has no fault.
fn check(name: &str, bytes: &[u8], file: &Path, out: &mut dyn Write) -> io::Result<bool> {
    let text = String::from_utf8_lossy(bytes);
    let filled = fill(&text, file);
    let Some(story) = parse(name, bytes, &filled, out)? else { return Ok(false) };
    let warnings = filled.warnings(&story);
    for warning in &warnings {
        report(name, &text, Severity::Warning, warning, out)?;
    }
    writeln!(out, "{name}: no faults, {}; {}", count(warnings.len(), "warning"), size(&story))?;
    Ok(true)
}

/// The story in a file, whose text is filled; none if it has faults, which are printed.
pub(super) fn parse(
    name: &str,
    bytes: &[u8],
    filled: &Filled<'_>,
    out: &mut dyn Write,
) -> io::Result<Option<Story>> {
    // What is no text has its fault there.
    let is_text = str::from_utf8(bytes).is_ok();
    match if is_text { filled.parse() } else { Story::parse(bytes) } {
        Ok(story) => Ok(Some(story)),
        Err(faults) => {
            let text = String::from_utf8_lossy(bytes);
            for fault in &faults {
                report(name, &text, Severity::Fault, fault, out)?;
            }
            writeln!(out, "{name}: {}", count(faults.len(), "fault"))?;
            Ok(None)
        }
    }
}

/// How much a story says.
fn size(story: &Story) -> String {
    let statements = count(story.statement_count(), "statement");
    format!("{statements}, {}", count(story.item_count(Section::Sources), "source"))
}

/// So many of a thing, in words.
fn count(number: usize, thing: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{ending}")
}
