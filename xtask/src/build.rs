//! `serve` and `build`: Trunk, with the right tools beside it.

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
    run(&mut program("trunk build --release"))
}
