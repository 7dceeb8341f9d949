//! `bench`: sets up what is needed, then lets `benches/` measure.
//!
//! In: the release build, the tools packed from it, the rivals from npm in a folder of their own,
//! the browser.
//! Out: measuring itself, which has dependencies of its own (`benches/src/main.rs`).

use std::ffi::OsString;

use pico_args::Arguments;

use crate::{
    build, dist,
    project::root,
    run::{Outcome, program, run, say},
    setup::{self, Need, browser, npm},
};

/// What is shown: the story that the rivals show too, and a whole one.
const STORIES: [&str; 2] =
    ["benches/stories/bench.story.json", "static/stories/ballerina.story.json"];

/// What says which rivals are wanted.
const MANIFESTS: &[&str] = &["package.json", "package-lock.json"];

/// Each part of the harness once, with `dist/` as it is: it works, whatever it measures.
pub(crate) fn try_all() -> Outcome {
    run_all(Arguments::from_vec(vec!["--built".into(), "--smoke".into()]))
}

/// Measures. `--built` takes `dist/`, package and native tool as they are; the other arguments go to
/// `benches/`.
pub(crate) fn run_all(mut arguments: Arguments) -> Outcome {
    setup::ensure(&[Need::Esbuild, Need::Browser])?;
    if !arguments.contains("--built") {
        build::release()?;
        dist::make(Arguments::from_vec(vec!["--built".into()]))?;
    }
    cards()?;
    rivals()?;
    measure(&arguments.finish())
}

/// The runtime, and what the tool makes of the stories: snippets to paste, static card included.
fn cards() -> Outcome {
    say("Making the cards to measure in target/bench/card");
    STORIES.iter().try_for_each(|story| {
        run(program("cargo run --quiet --bin story-card -- build").arg(story).args([
            "--out",
            "target/bench/card",
            "--runtime",
            "dist",
            "--base",
            "http://bench.invalid/card/",
        ]))
    })
}

/// What the card is compared with.
fn rivals() -> Outcome {
    let (wanted, folder) = (root().join("benches/rivals"), root().join("target/bench/rivals"));
    npm::install_locked(&wanted, MANIFESTS, &folder)
}

fn measure(arguments: &[OsString]) -> Outcome {
    let paths = browser::chromium()?;
    say("Measuring");
    run(program("cargo run --quiet --package story-card-bench --").args(arguments).envs(paths))
}
