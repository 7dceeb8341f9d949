//! Where things are.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The workspace.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// What `story-card build` makes of the stories and `dist/`.
pub(crate) fn card() -> PathBuf {
    work().join("card")
}

/// The committed part: pages, story.
pub(crate) fn sources() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Everything a run makes for itself.
pub(crate) fn work() -> PathBuf {
    root().join("target/bench")
}

/// The installed rivals.
pub(crate) fn rivals() -> PathBuf {
    work().join("rivals/node_modules")
}

/// Where cargo, and criterion with it, writes.
pub(crate) fn cargo_target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
