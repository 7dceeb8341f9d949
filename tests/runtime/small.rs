//! Something like a runtime, for tests that run the tool and no browser.

use std::fs;
use std::path::Path;

/// The files of a runtime, whose code are these: glue, glue as a script, WebAssembly.
pub(crate) fn files([glue, iife_glue, wasm]: [&[u8]; 3]) -> Vec<(&'static str, Vec<u8>)> {
    let of_project = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    let given = [
        "story-card.js",
        "story-card.css",
        "story-card-live.css",
        "story-card-frame.js",
        "THIRD-PARTY-LICENSES.txt",
    ];
    let given = given.map(|name| (name, fs::read(of_project.join(name)).unwrap()));
    let made = [
        ("story-card-app.js", glue),
        ("story-card-app.iife.js", iife_glue),
        ("story-card-app_bg.wasm", wasm),
    ];
    given.into_iter().chain(made.map(|(name, bytes)| (name, bytes.to_vec()))).collect()
}

/// Puts a runtime of this code into a folder.
pub(crate) fn write(folder: &Path, code: [&[u8]; 3]) {
    fs::create_dir_all(folder).unwrap();
    for (name, bytes) in files(code) {
        fs::write(folder.join(name), bytes).unwrap();
    }
}
