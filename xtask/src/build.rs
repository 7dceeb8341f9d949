//! `serve` and `build`: Trunk, with the right tools beside it.

use std::path::PathBuf;

use crate::{
    run::{Outcome, program, run, say},
    setup::{self, Need},
};

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
    setup::ensure(&[Need::WasmTarget, Need::Trunk, Need::WasmBindgen, Need::WasmOpt])?;
    say("Building dist/");
    run(program("trunk build --release").env("RUSTFLAGS", without_paths()))
}

/// Flags that keep the paths of this machine out of the WebAssembly: messages of panics name files.
fn without_paths() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let Some(sources) = home.and_then(|home| home.join("registry/src").read_dir().ok()) else {
        return String::new();
    };
    let folders = sources.flatten().map(|folder| folder.path());
    folders.map(|folder| format!("--remap-path-prefix={}/= ", folder.display())).collect()
}
