//! Something like a runtime, for tests that run the tool and no browser.

use std::fs;
use std::path::Path;

/// Puts a runtime into a folder, whose code are these: glue, glue as a script, WebAssembly.
pub(crate) fn write(folder: &Path, [glue, iife_glue, wasm]: [&[u8]; 3]) {
    let of_project = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    fs::create_dir_all(folder).unwrap();
    for name in [
        "story-card.js",
        "story-card.css",
        "story-card-live.css",
        "story-card-frame.js",
        "THIRD-PARTY-LICENSES.txt",
    ] {
        fs::copy(of_project.join(name), folder.join(name)).unwrap();
    }
    fs::write(folder.join("story-card-app.js"), glue).unwrap();
    fs::write(folder.join("story-card-app.iife.js"), iife_glue).unwrap();
    fs::write(folder.join("story-card-app_bg.wasm"), wasm).unwrap();
}
