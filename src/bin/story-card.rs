//! The command-line tool; its commands stand in `story_card::cli`.

use std::io;
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::Parser;
use story_card::cli::{Cli, Streams, run};

fn main() -> ExitCode {
    let cli = Cli::parse();
    // None in a file or a pipe, none where the reader wants none (`NO_COLOR`).
    let has_colours = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut remarks = io::stderr();
    let mut streams =
        Streams { input: &mut input, output: &mut output, remarks: &mut remarks, has_colours };
    match run(cli, &mut streams) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads the output has seen enough, as in `story-card schema | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("story-card: {error}");
            ExitCode::FAILURE
        }
    }
}
