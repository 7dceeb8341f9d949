//! The command-line tool: what its commands do. `src/bin/story-card.rs` only starts it.
//!
//! In: one file for each command. Out: what the commands show (`crate::story` finds it).
//! Every command writes to streams it is given and returns whether all went well.

mod build;
mod check;
mod checked;
mod files;
mod finding;
mod fix;
mod guide;
mod import;
mod new;
mod new_file;
mod report;
mod schema;
mod serve;
mod static_card;
mod table_files;
mod visible;

use std::io::{self, Read, Write};
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use visible::visible;

/// Makes interactive, sourced cards for the web from one JSON story.
#[derive(Debug, Parser)]
#[command(name = "story-card", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// What the tool can do.
#[derive(Debug, Subcommand)]
enum Command {
    /// Validate stories and print their faults and likely slips
    Check(check::Check),
    /// Write all that a site needs to show a story: pages, a snippet to paste, the runtime
    Build(build::Build),
    /// Write NAME.story.json: a small complete story to start from
    New(new::New),
    /// Make a story from something else: a timeline, a quiz, a table
    Import(import::Import),
    /// Show a story on a local page that reloads when the story, its picture or its tables change
    Serve(serve::Serve),
    /// Print how a story is written, for people and language models: rules, keys, mistakes, an example
    Guide,
    /// Print the JSON Schema of the story format
    Schema,
    /// Print the static card of a story
    #[command(hide = true)]
    Static {
        /// The story; - reads it from the standard input
        file: PathBuf,
    },
}

/// The streams of the tool.
pub struct Streams<'a> {
    /// Where a story named `-` comes from.
    pub input: &'a mut dyn Read,
    /// What the commands print.
    pub output: &'a mut dyn Write,
    /// What they say besides, which is no part of what was asked for.
    pub remarks: &'a mut dyn Write,
    /// Whether the output shows colours.
    pub has_colours: bool,
}

/// Runs one command; whether all went well.
///
/// # Errors
/// If a file cannot be read or written; the error names it.
pub fn run(cli: Cli, streams: &mut Streams<'_>) -> io::Result<bool> {
    let done = match cli.command {
        Command::Check(check) => check::run(&check, streams),
        Command::Build(build) => build::run(&build, streams),
        Command::New(new) => new::run(&new, streams),
        Command::Import(import) => import::run(&import, streams),
        Command::Serve(serve) => serve::run(serve, streams),
        Command::Guide => guide::run(streams),
        Command::Schema => schema::run(streams),
        Command::Static { file } => static_card::run(&file, streams),
    };
    // It may name what a file says.
    done.map_err(|error| io::Error::new(error.kind(), visible(&error.to_string())))
}

/// The same error with what was being done at the time.
fn with_context(error: &io::Error, doing: &str) -> io::Error {
    io::Error::new(error.kind(), format!("{doing}: {error}"))
}
