//! Measures the card beside its rivals: `cargo xtask bench` sets up and runs this.
//!
//! In: the contestants and their pages, a Chromium steered over its DevTools pipe, a web
//! server that counts what its sockets write, the scenes, the statistics and the report.
//! Out: installing anything (`xtask`), and the timing of pure code (`story.rs`, `layout.rs`
//! beside this folder, by criterion; the scene `pure` takes their figures over).
//!
//! All that measures lives in `benches/`, away from `xtask`, which everybody's first command
//! compiles and which therefore stays small.

#![allow(clippy::print_stdout, reason = "a command-line program speaks through standard output")]
#![allow(
    clippy::disallowed_methods,
    reason = "clock and threads are forbidden for WebAssembly only; this runs natively"
)]

mod browser;
mod content;
mod contestant;
mod folders;
mod machine;
mod options;
mod pages;
mod quiet;
mod report;
mod rounds;
mod scenes;
mod server;
mod site;

use std::process::ExitCode;

/// What a step gives back; the error is a sentence for the developer.
type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    match options::Options::from_env(&scenes::names()).and_then(|options| scenes::run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nbench: {message}");
            ExitCode::FAILURE
        }
    }
}

/// An error that says what was being done.
fn doing<E: std::fmt::Display>(what: impl std::fmt::Display) -> impl FnOnce(E) -> String {
    move |error| format!("{what}: {error}")
}
