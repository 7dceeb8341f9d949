//! `story-card check FILE…`

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Host;
use super::checked::{self, Checked};
use super::fix::{fix, is_fixable};
use super::report::{Format, changes};

/// What `check` is told on the command line.
#[derive(Args, Debug)]
pub(super) struct Check {
    /// The stories; - reads one from the standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The form of the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write what has one right form into the files, such as quotes, commas and dates
    #[arg(long)]
    fix: bool,
}

/// Checks every file; whether none has a fault.
pub(super) fn run(check: &Check, host: &mut Host<'_>) -> io::Result<bool> {
    if check.fix {
        check.files.iter().try_for_each(|path| is_fixable(path))?;
    }
    let mut files = Vec::new();
    for path in &check.files {
        files.push(checked(path, check, host)?);
    }
    check.format.report(&files, host.has_colours, host.output)?;
    Ok(files.iter().all(|file| file.story.is_some()))
}

/// Checks one file; one that cannot be read hides no other.
fn checked(path: &Path, check: &Check, host: &mut Host<'_>) -> io::Result<Checked> {
    let name = checked::name(path);
    let bytes = match checked::bytes(path, host) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Checked::unreadable(name, &error)),
    };
    let mut file = Checked::new(name, &bytes, path, host.files);
    if check.fix {
        let fixed = fix(path, file, &bytes, host.files);
        file = fixed.file;
        if check.format == Format::Text {
            changes(&file.name, &fixed.rounds, host.has_colours, host.output)?;
        }
    }
    file.warn(path, host.files);
    Ok(file)
}
