//! `bench`: sets up what is needed, then lets `benches/` measure.
//!
//! In: the release build, the rivals from npm in a folder of their own, the browser.
//! Out: measuring itself, which has dependencies of its own (`benches/src/main.rs`).

use std::{ffi::OsString, fs};

use pico_args::Arguments;

use crate::{
    build,
    project::root,
    run::{Outcome, program, run, say},
    setup::{self, Need, browser},
};

/// What is shown: the story that the rivals show too, and a whole one.
const STORIES: [&str; 2] =
    ["benches/stories/bench.story.json", "static/stories/ballerina.story.json"];

/// What says which rivals are wanted.
const FILES: [&str; 2] = ["package.json", "package-lock.json"];

/// Each part of the harness once, with `dist/` as it is: it works, whatever it measures.
pub(crate) fn try_all() -> Outcome {
    run_all(Arguments::from_vec(vec!["--built".into(), "--smoke".into()]))
}

/// Measures. `--built` takes `dist/` as it is; the other arguments go to `benches/`.
pub(crate) fn run_all(mut arguments: Arguments) -> Outcome {
    setup::ensure(&[Need::Esbuild, Need::Browser])?;
    if !arguments.contains("--built") {
        build::release()?;
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

/// Exactly the versions of the lock file; without scripts of theirs.
fn rivals() -> Outcome {
    let folder = root().join("target/bench/rivals");
    let wanted = root().join("benches/rivals");
    let is_same = FILES.iter().all(|name| {
        let lines = fs::read(wanted.join(name)).ok();
        lines.is_some() && lines == fs::read(folder.join(name)).ok()
    });
    if is_same && folder.join("node_modules").is_dir() {
        return Ok(());
    }
    say("Installing what the card is compared with into target/bench/rivals");
    let failed = |error| format!("cannot prepare {}: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(failed)?;
    for name in FILES {
        fs::copy(wanted.join(name), folder.join(name)).map_err(failed)?;
    }
    run(program("npm ci --ignore-scripts --no-audit --no-fund").current_dir(&folder))
}

fn measure(arguments: &[OsString]) -> Outcome {
    let paths = browser::chromium()?;
    say("Measuring");
    run(program("cargo run --quiet --package story-card-bench --").args(arguments).envs(paths))
}
