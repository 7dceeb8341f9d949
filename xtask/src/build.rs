//! `serve` and `build`: Trunk, with the right tools beside it.

mod module;
mod names;
mod order;
mod parts;
mod wasm;

pub(crate) use wasm::named;

use std::process::Command;

use crate::{
    check, pages, project,
    run::{Outcome, program, run, say},
    setup::{self, Need, browser},
};

/// Flags of rustc for the release WebAssembly, on top of `[profile.release]` in `Cargo.toml`:
/// a panic traps at once, so that neither its message nor its place is kept, and what only
/// `{:?}` prints is left out.
const SMALL_CODE: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// What esbuild makes smaller in `dist/`.
const MINIFIED: &[&str] =
    &["story-card.js", "story-card-app.js", "story-card-frame.js", "story-card.css"];

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
    release_with(wasm::shrink)
}

/// Has every engine start cards and answer questions, and writes down which functions of the
/// WebAssembly that did not need. `dist/` is built anew with the list.
pub(crate) fn parts() -> Outcome {
    release_with(wasm::take_notes)?;
    setup::ensure(&[Need::Browser])?;
    parts::forget_notes()?;
    say("Starting cards and answering questions");
    check::end_to_end(&browser::engines()?, "--ignored notes::what_runs")?;
    wasm::use_notes()?;
    release()
}

/// Builds `dist/`; `finish` puts the WebAssembly and its glue there.
fn release_with(finish: fn() -> Outcome) -> Outcome {
    setup::ensure(&[
        Need::WasmTarget,
        Need::StdSource,
        Need::Trunk,
        Need::WasmBindgen,
        Need::WasmOpt,
        Need::Esbuild,
    ])?;
    say("Building dist/");
    run(with_small_std(&mut program("trunk build --release")))?;
    finish()?;
    MINIFIED.iter().try_for_each(|name| minify(name))?;
    pages::build()
}

/// Lets cargo build the standard library anew, for size. These are options of the nightly
/// toolchain, which the stable one takes with `RUSTC_BOOTSTRAP`; without them the card
/// works the same and is a tenth heavier.
fn with_small_std(command: &mut Command) -> &mut Command {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("RUSTFLAGS", SMALL_CODE)
}

fn minify(name: &str) -> Outcome {
    let path = project::dist().join(name);
    // The loader exports nothing, so esbuild must be told that its names are its own.
    let format = if name == "story-card.js" { "--format=esm" } else { "" };
    run(program(&format!(
        "esbuild --minify --target=es2022 --charset=utf8 --log-level=warning {format}"
    ))
    .arg(&path)
    .arg(format!("--outfile={}", path.display()))
    .arg("--allow-overwrite"))
}
