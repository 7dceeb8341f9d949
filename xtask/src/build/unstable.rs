//! Every option of the release build that stable Rust does not have, each with what it brings.
//!
//! The toolchain that `rust-toolchain.toml` pins takes them with `RUSTC_BOOTSTRAP`. Nothing in the
//! code depends on them: without any, as in `trunk build --release` alone, the same card comes
//! out heavier.

use std::process::Command;

/// What cargo is told: the standard library is compiled anew, for size (9.6 KB of brotli).
const CARGO: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// What rustc is told on top of `[profile.release]`: a panic traps at once and so keeps no message
/// (5.2 KB of brotli), and derived `Debug` prints nothing (2.2 KB). `-Zlocation-detail=none` brings
/// nothing beside them.
///
/// What LLVM does to loops and repeated values for speed makes more code of them, or code that
/// repeats less: without loop strength reduction (`-disable-lsr`, 2.2 KB), partial redundancy
/// elimination and loop-invariant code motion (0.9 KB together) the same comes out lighter. LLVM
/// gives no word that its options stay; one that it no longer knows ends the build.
const RUSTC: &str = "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none \
                     -Cllvm-args=-disable-lsr -Cllvm-args=-enable-pre=false \
                     -Cllvm-args=-opt-disable=licm";

/// What of it the author's tool is built with. What it says is made with `Debug` here and there, and
/// a panic keeps no message and no path of the machine it was built on.
const RUSTC_OF_TOOL: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// The command with those that change nothing that the author's tool says.
pub(crate) fn without_panics(command: &mut Command) -> &mut Command {
    command.envs(CARGO).env("RUSTFLAGS", RUSTC_OF_TOOL)
}

/// The command with all of them.
pub(super) fn with_unstable_options(command: &mut Command) -> &mut Command {
    command.envs(CARGO).env("RUSTFLAGS", RUSTC)
}
