//! The project's commands: `cargo xtask serve | test | build | dist | size | bench | licenses | picture | screenshots`.
//!
//! Each command sets up what it needs and is missing (`setup`), then runs what
//! a developer or CI would run by hand. Out: anything the card itself does.

#![allow(clippy::print_stdout, reason = "a command-line program speaks through standard output")]
#![allow(
    clippy::disallowed_methods,
    reason = "the clock is forbidden for WebAssembly only; this runs natively"
)]

mod bench;
mod build;
mod check;
mod dist;
mod frameworks;
mod licenses;
mod picture;
mod project;
mod run;
mod setup;
mod size;

use std::process::ExitCode;

use pico_args::Arguments;
use run::Outcome;

const USAGE: &str = "\
cargo xtask COMMAND

  serve            set up, build and serve the demo page, rebuilding on change
  test [--quick]   set up, then every check and test; --quick leaves out the
                   release build, its size, and what needs a browser
  build            the release files, in dist/
  dist             what authors get without a compiler, in target/dist/: the package
                   for npm, and an archive with the tool for this machine; --npm makes
                   the package alone, --built takes dist/ as it is
  size [--keep]    the release files' sizes, raw and brotli, against the budget, and
                   the share of each crate and module; --keep keeps the figures in
                   docs/size.txt for the next comparison, --built takes
                   dist/ as it is
  bench            the card beside its rivals: docs/benchmarks.md and .json;
                   --quick (some minutes) and --smoke (every part once) write to
                   target/bench/, as does --only SCENE (load, passing, early,
                   interaction, cards, large, events, points, soak, pure, authoring;
                   may be repeated); --built takes dist/ and the tools as they are
  licenses         what runtime and tool are licensed under, in static/ and npm/
  picture          the picture for link previews, in static/stories/
  screenshots      every section, light and dark, narrow and wide, in target/screenshots/,
                   and the pictures of the guide
";

fn main() -> ExitCode {
    match run_command(Arguments::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nxtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run_command(mut arguments: Arguments) -> Outcome {
    let command = arguments.subcommand().map_err(|error| error.to_string())?;
    let help = arguments.contains(["-h", "--help"]);
    if !help && command.as_deref() == Some("bench") {
        return bench::run_all(arguments);
    }
    if !help && command.as_deref() == Some("size") {
        return size::run(arguments);
    }
    if !help && command.as_deref() == Some("dist") {
        return dist::make(arguments);
    }
    let quick = arguments.contains("--quick");
    let rest = arguments.finish();
    if let Some(unknown) = rest.first() {
        return Err(format!("unknown argument {}\n\n{USAGE}", unknown.to_string_lossy()));
    }
    if quick && command.as_deref() != Some("test") {
        return Err(format!("--quick goes with `test` and `bench` only\n\n{USAGE}"));
    }
    match command.as_deref() {
        _ if help => {
            println!("{USAGE}");
            Ok(())
        }
        Some("serve") => build::serve(),
        Some("test") => check::run_all(quick),
        Some("build") => build::release(),
        Some("licenses") => licenses::write(),
        Some("picture") => picture::take(),
        Some("screenshots") => check::screenshots(),
        Some(other) => Err(format!("there is no command {other}\n\n{USAGE}")),
        None => Err(format!("which command?\n\n{USAGE}")),
    }
}
