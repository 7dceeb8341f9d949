//! The command-line tool: what its commands do. `src/bin/story-card.rs` only starts it.
//!
//! In: one file for each command. Out: what the commands show (`crate::story` finds it).
//! Every command works on the files and streams of the [`Host`] that it is given, so that the same
//! commands run natively, in Node, and in a page with an editor.

mod build;
mod check;
mod checked;
mod files;
mod finding;
mod fix;
mod guide;
mod import;
mod media_type;
mod memory_files;
#[cfg(feature = "cli")]
mod native_files;
mod new;
mod new_file;
mod report;
mod schema;
mod serve;
mod static_card;
mod table_files;
mod visible;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};

pub use files::{Files, MOST_BYTES, too_large};
pub use memory_files::MemoryFiles;
#[cfg(feature = "cli")]
pub use native_files::NativeFiles;
#[cfg(feature = "cli")]
pub use serve::listen;
pub use serve::{Answer, Server, USUAL_PORT};

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
    Card {
        /// The story; - reads it from the standard input
        file: PathBuf,
    },
}

/// The world around a command: files and streams.
pub struct Host<'a> {
    /// Where files are read and written.
    pub files: &'a dyn Files,
    /// The folder with the runtime that came with the tool, if one did.
    pub runtime: Option<&'a Path>,
    /// Where a story named `-` comes from.
    pub input: &'a mut dyn Read,
    /// What the commands print.
    pub output: &'a mut dyn Write,
    /// What they say besides, which is no part of what was asked for.
    pub remarks: &'a mut dyn Write,
    /// Whether the output shows colours.
    pub has_colours: bool,
}

/// How a command ends.
#[derive(Debug)]
pub enum End {
    /// All went well.
    Well,
    /// Something is wrong with what it was given, and was said.
    Badly,
    /// Not yet: requests are to be answered.
    Serving(Box<Server>),
}

impl From<bool> for End {
    fn from(is_well: bool) -> Self {
        if is_well { Self::Well } else { Self::Badly }
    }
}

/// Runs one command.
///
/// # Errors
/// If a file cannot be read or written; the error names it.
pub fn run(cli: Cli, host: &mut Host<'_>) -> io::Result<End> {
    let done = match cli.command {
        Command::Check(check) => check::run(&check, host).map(End::from),
        Command::Build(build) => build::run(&build, host).map(End::from),
        Command::New(new) => new::run(&new, host).map(End::from),
        Command::Import(import) => import::run(&import, host).map(End::from),
        Command::Serve(serve) => {
            serve::run(serve, host).map(|server| End::Serving(Box::new(server)))
        }
        Command::Guide => guide::run(host).map(End::from),
        Command::Schema => schema::run(host).map(End::from),
        Command::Card { file } => static_card::run(&file, host).map(End::from),
    };
    // It may name what a file says.
    done.map_err(|error| io::Error::new(error.kind(), visible(&error.to_string())))
}

/// The same error with what was being done at the time.
fn with_context(error: &io::Error, doing: &str) -> io::Error {
    io::Error::new(error.kind(), format!("{doing}: {error}"))
}
