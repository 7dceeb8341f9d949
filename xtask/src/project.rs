//! Where things are and which versions of the tools the project is made with.

use std::{
    env,
    path::{Path, PathBuf},
};

/// Version of Trunk, as `trunk --version` says it.
pub(crate) const TRUNK: &str = "0.21.14";
/// Version of the `wasm-bindgen` tools; the crate's version in `Cargo.toml` must be the same.
pub(crate) const WASM_BINDGEN: &str = "0.2.126";
/// Version of Binaryen as `wasm-opt --version` says it; npm calls it `132.0.0`.
pub(crate) const BINARYEN: &str = "132";
/// Version of esbuild on npm and as `esbuild --version` says it.
pub(crate) const ESBUILD: &str = "0.28.2";
/// Version of cargo-about, which collects licences.
pub(crate) const CARGO_ABOUT: &str = "0.8.4";
/// Version of axe-core on npm.
pub(crate) const AXE: &str = "4.14.1";
/// Version of Bootstrap on npm.
pub(crate) const BOOTSTRAP: &str = "5.3.9";
/// Version of Tailwind CSS on npm.
pub(crate) const TAILWIND: &str = "4.3.5";
/// Version of geckodriver, as `geckodriver --version` says it.
pub(crate) const GECKODRIVER: &str = "0.37.1";
/// The target of everything that runs in the browser.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The workspace.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// What Trunk builds.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Tools the project installs for itself; nothing outside it is changed.
pub(crate) fn tools() -> PathBuf {
    root().join("target/tools")
}

/// Programs installed by cargo stand in `bin`, those of npm in its own folder.
pub(crate) fn tool_folders() -> [PathBuf; 2] {
    [tools().join("bin"), npm().join("node_modules/.bin")]
}

/// The npm packages the project installs for itself.
pub(crate) fn npm() -> PathBuf {
    tools().join("npm")
}
