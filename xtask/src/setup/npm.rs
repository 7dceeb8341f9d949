//! What comes by npm: prebuilt WebAssembly and JavaScript, nothing to compile.

use std::{fs, path::Path};

use crate::{
    project::{AXE, BINARYEN, BOOTSTRAP, ESBUILD, TAILWIND, npm},
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
    library("axe-core", AXE)
}

/// Bootstrap and Tailwind CSS.
pub(super) fn frameworks() -> Outcome {
    library("bootstrap", BOOTSTRAP)?;
    library("tailwindcss", TAILWIND)
}

/// A package of files to serve.
fn library(name: &str, version: &str) -> Outcome {
    let manifest = npm().join("node_modules").join(name).join("package.json");
    let wanted = format!("\"version\": \"{version}\"");
    if fs::read_to_string(manifest).is_ok_and(|text| text.contains(&wanted)) {
        return Ok(());
    }
    say(&format!("Installing {name} {version} into target/tools"));
    install(&format!("{name}@{version}"))
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

/// Installs into `to` exactly the versions of the lock file among the `manifests` in `from`,
/// without scripts of theirs.
pub(crate) fn install_locked(from: &Path, manifests: &[&str], to: &Path) -> Outcome {
    let is_same = manifests.iter().all(|name| {
        let lines = fs::read(from.join(name)).ok();
        lines.is_some() && lines == fs::read(to.join(name)).ok()
    });
    // npm writes it when all the others are there.
    if is_same && to.join("node_modules/.package-lock.json").is_file() {
        return Ok(());
    }
    say(&format!("Installing what {} names into {}", from.display(), to.display()));
    let failed = |error| format!("cannot prepare {}: {error}", to.display());
    for name in manifests {
        let copy = to.join(name);
        fs::create_dir_all(copy.parent().unwrap_or(to)).map_err(failed)?;
        fs::copy(from.join(name), copy).map_err(failed)?;
    }
    run(program("npm ci --ignore-scripts --no-audit --no-fund").current_dir(to))
}
