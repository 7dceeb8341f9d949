//! Makes sure that what a command needs is there, and installs what is missing.
//!
//! In: which tool is right and how it comes here. Programs on the `PATH` are
//! taken when their version is the pinned one; everything else goes into the
//! project's own `target/tools`, except the WebAssembly target (rustup's) and
//! the browsers (the system's).

pub(crate) mod browser;
pub(crate) mod npm;
mod rust;

use crate::run::Outcome;

/// Something a command cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// rustfmt and clippy.
    Lints,
    /// The standard library for WebAssembly.
    WasmTarget,
    /// The source of the standard library.
    StdSource,
    /// `trunk` at the pinned version.
    Trunk,
    /// `wasm-bindgen` and its test runner at the pinned version.
    WasmBindgen,
    /// `wasm-opt` at the pinned version.
    WasmOpt,
    /// `esbuild` at the pinned version.
    Esbuild,
    /// `cargo about` at the pinned version. No test needs it.
    About,
    /// axe-core, which looks for barriers in a page.
    Axe,
    /// Bootstrap and Tailwind CSS, whose resets a card must bear.
    Frameworks,
    /// Chromium and its driver.
    Browser,
    /// Chromium, Firefox and WebKitGTK with their drivers, as far as they can be had.
    Engines,
}

/// Everything `cargo xtask test` may need.
pub(crate) const ALL: &[Need] = &[
    Need::Lints,
    Need::WasmTarget,
    Need::StdSource,
    Need::Trunk,
    Need::WasmBindgen,
    Need::WasmOpt,
    Need::Esbuild,
    Need::Axe,
    Need::Frameworks,
    Need::Engines,
];

/// Installs those of the needs that are not met; takes a moment when all are.
pub(crate) fn ensure(needs: &[Need]) -> Outcome {
    needs.iter().try_for_each(|need| match need {
        Need::Lints => rust::lints(),
        Need::WasmTarget => rust::wasm_target(),
        Need::Trunk => rust::trunk(),
        Need::WasmBindgen => rust::wasm_bindgen(),
        Need::WasmOpt => npm::wasm_opt(),
        Need::StdSource => rust::std_source(),
        Need::Esbuild => npm::esbuild(),
        Need::About => rust::about(),
        Need::Axe => npm::axe(),
        Need::Frameworks => npm::frameworks(),
        Need::Browser => browser::ensure_chromium(),
        Need::Engines => browser::ensure_engines(),
    })?;
    rust::tidy()
}
