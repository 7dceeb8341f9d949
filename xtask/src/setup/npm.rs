//! What comes by npm: prebuilt WebAssembly and JavaScript, nothing to compile.

use std::fs;

use crate::{
    project::{AXE, BINARYEN, ESBUILD, npm},
    run::{Outcome, ask, program, run, say},
};

/// `wasm-opt`, which says `wasm-opt version 132 (version_132)`.
pub(super) fn wasm_opt() -> Outcome {
    let found = ask("wasm-opt --version");
    if found.as_deref().and_then(|answer| answer.split_whitespace().nth(2)) == Some(BINARYEN) {
        return Ok(());
    }
    say(&format!("Installing wasm-opt {BINARYEN} (Binaryen) into target/tools"));
    install(&format!("binaryen@{BINARYEN}.0.0"))
}

/// esbuild, which says its version and nothing else.
pub(super) fn esbuild() -> Outcome {
    if ask("esbuild --version").as_deref().map(str::trim) == Some(ESBUILD) {
        return Ok(());
    }
    say(&format!("Installing esbuild {ESBUILD} into target/tools"));
    install(&format!("esbuild@{ESBUILD}"))
}

/// axe-core.
pub(super) fn axe() -> Outcome {
    let manifest = npm().join("node_modules/axe-core/package.json");
    let wanted = format!("\"version\": \"{AXE}\"");
    if fs::read_to_string(manifest).is_ok_and(|text| text.contains(&wanted)) {
        return Ok(());
    }
    say(&format!("Installing axe-core {AXE} into target/tools"));
    install(&format!("axe-core@{AXE}"))
}

fn install(package: &str) -> Outcome {
    let folder = npm();
    fs::create_dir_all(&folder)
        .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let mut command = program("npm install --no-audit --no-fund --save-exact --prefix");
    run(command.arg(&folder).arg(package)).map_err(|error| {
        format!("{error}\nnpm comes with Node.js; install Node.js 20 or newer and run this again")
    })
}
