//! What is done to the WebAssembly after Trunk's build, and to its glue, so that they weigh less.

use std::{fs, path::Path};

use super::{names::Names, order};
use crate::{
    project,
    run::{Outcome, program, run, said},
};

/// Binaryen, told what the WebAssembly uses; Trunk's `wasm-opt` has taken the list of it out.
const WASM_OPT: &str = "wasm-opt --enable-bulk-memory --enable-nontrapping-float-to-int \
                        --enable-sign-ext --enable-mutable-globals --enable-reference-types \
                        --enable-multivalue";

/// A second round of optimising, over code whose branches are found anew: 1 KB less. The lowest
/// kilobyte of memory is the far end of the stack, which nothing reaches by an offset.
const SECOND_ROUND: &str = "--low-memory-unused --flatten --rereloop";

/// How the code is optimised in every round: `index.html` says the same to Trunk.
pub(crate) const OPTIMISED: &str = "-O2 --one-caller-inline-max-function-size=1";

/// Sorts functions by the names that `order` gave them, shortens all names, says which.
const LAST_ROUND: &str =
    "--reorder-functions-by-name --minify-imports-and-exports-and-modules --strip-debug";

/// Shrinks the WebAssembly in `dist/`; the glue must still be as wasm-bindgen wrote it.
pub(super) fn shrink() -> Outcome {
    let wasm = project::dist().join("story-card-app_bg.wasm");
    let glue = project::dist().join("story-card-app.js");
    run(program(&format!("{WASM_OPT} {SECOND_ROUND} {OPTIMISED}"))
        .arg(&wasm)
        .arg("-o")
        .arg(&wasm))?;
    let module = fs::read(&wasm).map_err(at(&wasm))?;
    fs::write(&wasm, order::named(&module)?).map_err(at(&wasm))?;
    let renamed =
        said(program(&format!("{WASM_OPT} {LAST_ROUND}")).arg(&wasm).arg("-o").arg(&wasm))?;
    let names = Names::read(&renamed);
    let text = fs::read_to_string(&glue).map_err(at(&glue))?;
    fs::write(&glue, names.replace_in(&text)).map_err(at(&glue))
}

fn at(path: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{}: {error}", path.display())
}
