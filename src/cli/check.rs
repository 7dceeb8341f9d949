//! `story-card check FILE…`

use std::io;
use std::path::PathBuf;

use clap::Args;

use super::Streams;
use super::checked::{Checked, read};
use super::fix::fix;
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
pub(super) fn run(check: &Check, streams: &mut Streams<'_>) -> io::Result<bool> {
    let mut files = Vec::new();
    for path in &check.files {
        let (name, bytes) = read(path, streams)?;
        let mut file = Checked::new(name, &bytes, path);
        if check.fix {
            let rounds;
            (rounds, file) = fix(path, file, &bytes)?;
            if check.format == Format::Text {
                changes(&file.name, &rounds, streams.has_colours, streams.output)?;
            }
        }
        file.warn(path);
        files.push(file);
    }
    check.format.report(&files, streams.has_colours, streams.output)?;
    Ok(files.iter().all(|file| file.story.is_some()))
}
