//! The author's tool as a module of WebAssembly.

use std::{fs, path::PathBuf};

use crate::{
    build,
    project::{WASM_TARGET, target},
    run::{Outcome, program, run, say},
    setup::{self, Need},
};

/// The features of the module.
pub(crate) const MODULE: &str = "--no-default-features --features module";

/// The files that wasm-bindgen makes: the glue and the module.
const FILES: [&str; 2] = ["story-card-tool.js", "story-card-tool_bg.wasm"];

/// Builds the module; its files by their names.
pub(super) fn build() -> Outcome<Vec<(String, Vec<u8>)>> {
    setup::ensure(&[
        Need::WasmTarget,
        Need::StdSource,
        Need::WasmBindgen,
        Need::WasmOpt,
        Need::Esbuild,
    ])?;
    say("Building the author's tool as a module");
    let line = format!(
        "cargo build --release --locked --target {WASM_TARGET} {MODULE} --bin story-card-tool"
    );
    run(build::without_panics(&mut program(&line)))?;
    let built = target().join(WASM_TARGET).join("release/story-card-tool.wasm");
    let folder = folder();
    let bindgen = "wasm-bindgen --target web --no-typescript --remove-name-section";
    run(program(bindgen).arg("--out-dir").arg(&folder).arg(built))?;
    let [glue, module] = FILES.map(|name| folder.join(name));
    build::optimise(&module)?;
    build::minify(&glue, &glue, &["--format=esm"])?;
    let file = |name: &str| {
        let path = folder.join(name);
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok((name.to_owned(), bytes))
    };
    FILES.iter().map(|name| file(name)).collect()
}

fn folder() -> PathBuf {
    target().join("dist/module")
}
