//! `serve` and `build`: Trunk, with the right tools beside it.

mod names;
mod order;
mod unstable;
mod wasm;

use std::{ffi::OsStr, path::Path};

pub(crate) use unstable::without_panics;
pub(crate) use wasm::{bindgen, optimise, with_function_names};

use crate::{
    project,
    run::{Outcome, program, run, say},
    setup::{self, Need},
};
use unstable::with_unstable_options;

/// What esbuild makes smaller in `dist/`; the glue beside them.
const MINIFIED: &[&str] =
    &["story-card.js", "story-card-frame.js", "story-card.css", "story-card-live.css"];

/// The features of the runtime.
pub(crate) const RUNTIME: &str = "--no-default-features --features browser";

/// The stories that come with the runtime.
const STORIES: [&str; 3] = [
    "static/stories/ballerina.story.json",
    "static/stories/moon.story.json",
    "static/stories/suez.story.json",
];

const GLUE: &str = "story-card-app.js";
/// The glue as a script that leaves its exports in `storyCardApp`: an inline module of the
/// offline file could give them to nobody.
const IIFE_GLUE: &str = "story-card-app.iife.js";

/// Builds the demo page for development and serves it until interrupted.
pub(crate) fn serve() -> Outcome {
    setup::ensure(&[Need::WasmTarget, Need::Trunk, Need::WasmBindgen])?;
    say(
        "Serving the demo page at http://127.0.0.1:8080/ once the first build is through (Ctrl+C ends it)",
    );
    run(&mut program("trunk serve"))
}

/// Writes the release files to `dist/`.
pub(crate) fn release() -> Outcome {
    setup::ensure(&[
        Need::WasmTarget,
        Need::StdSource,
        Need::Trunk,
        Need::WasmBindgen,
        Need::WasmOpt,
        Need::Esbuild,
    ])?;
    say("Building dist/");
    run(with_unstable_options(&mut program("trunk build --release")))?;
    let names = wasm::shrink()?.arguments(&bindgen().join("names.json"))?;
    minify_in_dist(GLUE, GLUE, &names)?;
    let iife =
        ["--format=iife", "--global-name=storyCardApp", "--log-override:empty-import-meta=silent"];
    minify_in_dist(GLUE, IIFE_GLUE, &iife)?;
    // The loader exports nothing, so esbuild must be told that its names are its own.
    MINIFIED.iter().try_for_each(|name| minify_in_dist(name, name, &["--format=esm"]))?;
    say("Adding the pages of the stories to dist/");
    STORIES.iter().try_for_each(|story| {
        run(&mut program(&format!(
            "cargo run --quiet --bin story-card -- build {story} --out dist --runtime dist"
        )))
    })
}

/// The runtime as the tests of traps want it, in `target/traps`: quickly built, and with an export
/// that makes it trap.
pub(crate) fn with_traps() -> Outcome {
    setup::ensure(&[Need::WasmTarget, Need::WasmBindgen])?;
    run(&mut program(&format!(
        "cargo build --target {} --no-default-features --features traps --bin story-card-app",
        project::WASM_TARGET
    )))?;
    let built = project::target().join(project::WASM_TARGET).join("debug/story-card-app.wasm");
    let bindgen =
        "wasm-bindgen --target web --no-typescript --remove-name-section --out-dir target/traps";
    run(program(bindgen).arg(built))
}

fn minify_in_dist(from: &str, to: &str, how: &[impl AsRef<OsStr>]) -> Outcome {
    let [from, to] = [from, to].map(|name| project::dist().join(name));
    minify(&from, &to, how)
}

/// Has esbuild make a file smaller.
pub(crate) fn minify(from: &Path, to: &Path, how: &[impl AsRef<OsStr>]) -> Outcome {
    run(program("esbuild --minify --target=es2022 --charset=utf8 --log-level=warning")
        .args(how)
        .arg(from)
        .arg(format!("--outfile={}", to.display()))
        .arg("--allow-overwrite"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::ask;

    #[test]
    fn the_runtime_renders_in_the_browser_only() {
        let line = format!(
            "cargo tree --locked --package story-card --edges normal,features --invert yew \
             --target {} {RUNTIME}",
            project::WASM_TARGET
        );
        let tree = ask(&line).unwrap();
        let has = |feature: &str| tree.contains(&format!("yew feature \"{feature}\""));
        assert!(has("csr") && !has("ssr"), "{tree}");
        let page = std::fs::read_to_string(project::root().join("index.html")).unwrap();
        assert!(page.contains("data-cargo-no-default-features data-cargo-features=\"browser\""));
    }
}
