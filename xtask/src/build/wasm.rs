//! What is done to the WebAssembly after Trunk has had it optimised, and to its glue: short names
//! for what they call each other, and an order of functions in which much repeats nearby.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{names::Names, order};
use crate::{
    project,
    run::{Outcome, program, run, said},
};

/// Binaryen, told what the WebAssembly uses; wasm-bindgen has taken the list of it out.
const WASM_OPT: &str = "wasm-opt --enable-bulk-memory --enable-nontrapping-float-to-int \
                        --enable-sign-ext --enable-mutable-globals --enable-reference-types \
                        --enable-multivalue";

/// How Trunk has it optimise the code: `index.html` says the same.
const OPTIMISED: &str = "-O2 --one-caller-inline-max-function-size=1";

/// Shortens the names between WebAssembly and glue, and says which.
const SHORT_NAMES: &str = "--minify-imports-and-exports-and-modules";

/// Sorts functions by the names that [`order`] gave them.
const SORTED: &str = "--reorder-functions-by-name --strip-debug";

const WASM: &str = "story-card-app_bg.wasm";

/// Makes the WebAssembly in `dist/` smaller; the names that its glue has to call it by.
pub(super) fn shrink() -> Outcome<Names> {
    let path = project::dist().join(WASM);
    let names = Names::read(&said(&mut wasm_opt(SHORT_NAMES, &path, &path))?)?;
    let module = read(&path)?;
    fs::write(&path, order::named(module)?).map_err(at(&path))?;
    run(&mut wasm_opt(SORTED, &path, &path))?;
    Ok(names)
}

/// The optimised code of the last build with the names of its functions, which no file in `dist/`
/// has; made anew from what wasm-bindgen has left.
pub(crate) fn with_function_names() -> Outcome<Vec<u8>> {
    let folder = bindgen();
    let named = folder.join("named.wasm");
    run(&mut wasm_opt(&format!("{OPTIMISED} --debuginfo"), &folder.join(WASM), &named))?;
    read(&named)
}

/// Has Binaryen make the author's tool smaller, which need not be fast.
pub(crate) fn optimise(path: &Path) -> Outcome {
    run(&mut wasm_opt("-Oz", path, path))
}

/// Where wasm-bindgen writes for Trunk.
pub(crate) fn bindgen() -> PathBuf {
    project::target().join("wasm-bindgen/release")
}

fn wasm_opt(how: &str, from: &Path, to: &Path) -> std::process::Command {
    let mut command = program(&format!("{WASM_OPT} {how}"));
    command.arg(from).arg("-o").arg(to);
    command
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(at(path))
}

fn at(path: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{}: {error}", path.display())
}
