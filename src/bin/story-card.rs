//! The command-line tool natively; its commands stand in `story_card::cli`.

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::Parser;
use story_card::cli::{Cli, End, Host, NativeFiles, listen, run};

fn main() -> ExitCode {
    let cli = Cli::parse();
    // None in a file or a pipe, none where the reader wants none (`NO_COLOR`).
    let has_colours = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut remarks = io::stderr();
    let runtime = runtime();
    let mut host = Host {
        files: &NativeFiles,
        runtime: runtime.as_deref(),
        input: &mut input,
        output: &mut output,
        remarks: &mut remarks,
        has_colours,
    };
    match run(cli, &mut host).and_then(|end| goes_well(end, &mut output)) {
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

/// Whether a command went well, when it has ended.
fn goes_well(end: End, output: &mut dyn Write) -> io::Result<bool> {
    match end {
        End::Well => Ok(true),
        End::Badly => Ok(false),
        End::Serving(server) => listen(*server, output).map(|()| true),
    }
}

/// The folder `runtime` beside the program, as in an archive of a release.
fn runtime() -> Option<PathBuf> {
    let folder = env::current_exe().ok()?.parent()?.join("runtime");
    folder.is_dir().then_some(folder)
}
