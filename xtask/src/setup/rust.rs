//! What comes by rustup and by `cargo install`.

use std::{fs, path::PathBuf};

use crate::{
    project::{CARGO_ABOUT, GECKODRIVER, TRUNK, WASM_BINDGEN, WASM_TARGET, tools},
    run::{Outcome, ask, program, run, say},
};

/// rustfmt and clippy, which a minimal toolchain comes without.
pub(super) fn lints() -> Outcome {
    for (component, question) in
        [("rustfmt", "cargo fmt --version"), ("clippy", "cargo clippy --version")]
    {
        if ask(question).is_none() {
            say(&format!("Adding {component} to the toolchain"));
            run(&mut program(&format!("rustup component add {component}")))?;
        }
    }
    Ok(())
}

/// The standard library for WebAssembly.
pub(super) fn wasm_target() -> Outcome {
    if library_folder()?.is_dir() {
        return Ok(());
    }
    say(&format!("Adding the target {WASM_TARGET} to the toolchain"));
    run(&mut program(&format!("rustup target add {WASM_TARGET}")))
}

/// The source of the standard library, which the release build compiles for size.
pub(super) fn std_source() -> Outcome {
    if toolchain_folder()?.join("src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    say("Adding the source of the standard library to the toolchain");
    run(&mut program("rustup component add rust-src"))
}

/// Where the toolchain keeps the standard library for WebAssembly.
fn library_folder() -> Outcome<PathBuf> {
    Ok(toolchain_folder()?.join(WASM_TARGET).join("lib"))
}

/// Where the toolchain keeps its libraries.
fn toolchain_folder() -> Outcome<PathBuf> {
    let sysroot =
        ask("rustc --print sysroot").ok_or("`rustc` cannot be run; install Rust with rustup")?;
    Ok(PathBuf::from(sysroot.trim()).join("lib/rustlib"))
}

/// Trunk. Without its default features it never looks anything up on the network,
/// which it need not: the tools it wants are set up before it runs.
pub(super) fn trunk() -> Outcome {
    install("trunk", TRUNK, &["trunk"], "--no-default-features")
}

/// The wasm-bindgen tools.
pub(super) fn wasm_bindgen() -> Outcome {
    install("wasm-bindgen-cli", WASM_BINDGEN, &["wasm-bindgen", "wasm-bindgen-test-runner"], "")
}

/// cargo-about.
pub(super) fn about() -> Outcome {
    install("cargo-about", CARGO_ABOUT, &["cargo-about"], "")
}

/// The driver of Firefox.
pub(super) fn geckodriver() -> Outcome {
    install("geckodriver", GECKODRIVER, &["geckodriver"], "")
}

/// Installs a package unless all its programs are there at this version.
fn install(package: &str, version: &str, programs: &[&str], options: &str) -> Outcome {
    if programs.iter().all(|name| version_of(name).as_deref() == Some(version)) {
        return Ok(());
    }
    say(&format!("Installing {package} {version} into target/tools (a few minutes, once)"));
    run(program(&format!("cargo install --locked --force {package}@{version} {options}"))
        .arg("--root")
        .arg(tools())
        // Kept between the tools, which share much, and after an interruption.
        .env("CARGO_TARGET_DIR", build_folder())
        // Quick to compile and quick enough to run.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false"))
}

/// Where the tools are compiled.
fn build_folder() -> PathBuf {
    tools().join("build")
}

/// Takes away what is left of compiling the tools, more than a gigabyte.
pub(super) fn tidy() -> Outcome {
    let folder = build_folder();
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(&folder)
        .map_err(|error| format!("cannot remove {}: {error}", folder.display()))
}

/// What a program says its version is: the second word of its first line.
fn version_of(name: &str) -> Option<String> {
    let answer = ask(&format!("{name} --version"))?;
    answer.split_whitespace().nth(1).map(str::to_owned)
}
