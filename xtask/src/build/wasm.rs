//! What is done to the WebAssembly after Trunk's build, and to its glue, so that they weigh less
//! and the greater part of the code can come later.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    names::Names,
    order,
    parts::{self, Parts},
};
use crate::{
    project,
    run::{Outcome, program, said},
};

/// Binaryen, told what the WebAssembly uses; wasm-bindgen has taken the list of it out.
const WASM_OPT: &str = "wasm-opt --enable-bulk-memory --enable-nontrapping-float-to-int \
                        --enable-sign-ext --enable-mutable-globals --enable-reference-types \
                        --enable-multivalue";

/// How the code is optimised in every round: `index.html` says the same to Trunk.
const OPTIMISED: &str = "-O2 --one-caller-inline-max-function-size=1";

/// The rounds. The second goes over code whose branches are found anew: 1 KB less. The lowest
/// kilobyte of memory is the far end of the stack, which nothing reaches by an offset.
const ROUNDS: [&str; 2] = ["", "--low-memory-unused --flatten --rereloop"];

/// Shortens the names between WebAssembly and glue, and says which.
const SHORT_NAMES: &str = "--minify-imports-and-exports-and-modules";

/// Takes out what the other part has; then sorts functions by the names that `order` gave them.
const TIDY: &str = "--remove-unused-module-elements --vacuum --strip-debug";
const SORTED: &str = "--reorder-functions-by-name --strip-debug";

const GLUE: &str = "story-card-app.js";
const FIRST: &str = "story-card-app_bg.wasm";
const REST: &str = "story-card-app_rest.wasm";

/// The optimised WebAssembly with the names of its functions, which no file in `dist/` has.
pub(crate) fn named() -> PathBuf {
    bindgen().join("named.wasm")
}

/// The same with short names to the outside.
fn short() -> PathBuf {
    bindgen().join("short.wasm")
}

/// What wasm-bindgen makes for Trunk.
fn bindgen() -> PathBuf {
    project::target().join("wasm-bindgen/release")
}

/// Puts the WebAssembly into `dist/` in two parts, each as small as it can be, and the glue
/// that knows of both.
pub(super) fn shrink() -> Outcome {
    let (module, names) = shortened()?;
    let Parts { first, rest } = parts::take_apart(&module)?;
    finish(&first, FIRST)?;
    finish(&rest, REST)?;
    write_glue(&names)
}

/// Puts the WebAssembly into `dist/` in one part that notes which functions run; as far as the
/// glue and the card know, the rest of it is missing.
pub(super) fn take_notes() -> Outcome {
    let (module, names) = shortened()?;
    write(&project::dist().join(FIRST), &parts::noting(&module)?)?;
    write_glue(&names)
}

/// Writes down what the last [`take_notes`] has noted.
pub(super) fn use_notes() -> Outcome {
    parts::write_list(&read(&short())?)
}

/// The optimised module with short names to the outside and the names of its functions.
fn shortened() -> Outcome<(Vec<u8>, Names)> {
    let (named, short) = (named(), short());
    let mut from = bindgen().join(FIRST);
    for round in ROUNDS {
        optimise(&format!("{round} {OPTIMISED} --debuginfo"), &from, &named)?;
        from.clone_from(&named);
    }
    let renamed = optimise(&format!("{SHORT_NAMES} --debuginfo"), &named, &short)?;
    Ok((read(&short)?, Names::read(&renamed)))
}

/// Puts a part into `dist/`.
fn finish(part: &[u8], name: &str) -> Outcome {
    let path = project::dist().join(name);
    write(&path, part)?;
    optimise(TIDY, &path, &path)?;
    write(&path, &order::named(&read(&path)?)?)?;
    optimise(SORTED, &path, &path).map(drop)
}

/// Runs Binaryen; what it says.
fn optimise(how: &str, from: &Path, to: &Path) -> Outcome<String> {
    said(program(&format!("{WASM_OPT} {how}")).arg(from).arg("-o").arg(to))
}

/// Puts the glue into `dist/`, so that it knows of the rest and calls everything by its short name.
fn write_glue(names: &Names) -> Outcome {
    let path = bindgen().join(GLUE);
    let glue = fs::read_to_string(&path).map_err(at(&path))?;
    let glue = parts::glue_with_rest(&glue)?;
    write(&project::dist().join(GLUE), &names.replace_in(&glue))
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(at(path))
}

fn write(path: &Path, content: &(impl AsRef<[u8]> + ?Sized)) -> Outcome {
    fs::write(path, content).map_err(at(path))
}

fn at(path: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{}: {error}", path.display())
}
