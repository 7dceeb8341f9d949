//! `dist`: what authors get who have no compiler: the package for npm, and an archive with the native
//! tool, both with the runtime.
//!
//! In: which file stands where. Out: the module (`module`), how files are packed (`archive`).

mod archive;
mod module;

use std::{
    fs,
    path::{Path, PathBuf},
};

pub(crate) use module::MODULE;

use archive::Archive;
use pico_args::Arguments;
use sha2::{Digest, Sha256};

use crate::{
    build,
    project::{dist, root, target},
    run::{Outcome, ask, program, run, say},
};

/// What of `dist/` a card needs, as `src/cli/build/runtime.rs` has it.
const RUNTIME: [&str; 8] = [
    "story-card.js",
    "story-card.css",
    "story-card-live.css",
    "story-card-app.js",
    "story-card-app.iife.js",
    "story-card-app_bg.wasm",
    "story-card-frame.js",
    "THIRD-PARTY-LICENSES.txt",
];

/// The files of the package that are written by hand, in `npm/`.
const BY_HAND: [&str; 7] =
    ["README.md", "bin.js", "files.js", "index.d.ts", "index.js", "node.js", "serve.js"];

/// What the archive says of itself; the package has a text of its own.
const README: &str = include_str!("dist/README.md");

/// The digests of what was made, beside it.
const DIGESTS: &str = "SHA256SUMS";

/// Under which licences all of it stands.
const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// What stands in the manifest of the package in place of the version.
const NO_VERSION: &str = "\"version\": \"0.0.0\"";

/// Makes the package and the archive; `--built` takes `dist/` as it is, `--npm` makes no archive.
pub(crate) fn make(mut arguments: Arguments) -> Outcome {
    let (built, npm_only) = (arguments.contains("--built"), arguments.contains("--npm"));
    if let Some(unknown) = arguments.finish().first() {
        return Err(format!("unknown argument {}", unknown.to_string_lossy()));
    }
    if !built {
        build::release()?;
    }
    let mut made = vec![package()?];
    if !npm_only {
        made.push(native()?);
    }
    write(&packed(DIGESTS), digests(&made)?.as_bytes())
}

/// Makes the package for npm, with the runtime that stands in `dist/`.
pub(crate) fn package() -> Outcome<PathBuf> {
    let version = version()?;
    let module = module::build()?;
    say("Packing the package for npm");
    let mut archive = Archive::new("package");
    let manifest = read(&root().join("npm/package.json"))?;
    let manifest = String::from_utf8_lossy(&manifest).into_owned();
    let versioned = manifest.replacen(NO_VERSION, &format!("\"version\": \"{version}\""), 1);
    archive.add("package.json", versioned.into_bytes());
    for name in BY_HAND {
        archive.add(name, read(&root().join("npm").join(name))?);
    }
    archive.make_program("bin.js");
    for (name, bytes) in module {
        archive.add(&name, bytes);
    }
    add_shared(&mut archive)?;
    write_archive(packed(&format!("story-card-{version}.tgz")), &archive)
}

/// Makes the archive with the tool for this machine.
fn native() -> Outcome<PathBuf> {
    run(&mut program("cargo build --profile native --locked --bin story-card"))?;
    let (version, triple) = (version()?, triple()?);
    say("Packing the tool for this machine");
    let name = format!("story-card-{version}-{triple}");
    let mut archive = Archive::new(&name);
    let tool = format!("story-card{}", std::env::consts::EXE_SUFFIX);
    archive.add(&tool, read(&target().join("native").join(&tool))?);
    archive.make_program(&tool);
    archive.add("README.md", README.into());
    add_shared(&mut archive)?;
    write_archive(packed(&format!("{name}.tar.gz")), &archive)
}

/// Adds what package and archive share: runtime, schema, licences.
fn add_shared(archive: &mut Archive) -> Outcome {
    for name in RUNTIME {
        archive.add(&format!("runtime/{name}"), read(&dist().join(name))?);
    }
    archive.add("story.schema.json", read(&root().join("static/story.schema.json"))?);
    for name in LICENSES {
        archive.add(name, read(&root().join(name))?);
    }
    archive.add("THIRD-PARTY-LICENSES.txt", read(&root().join("npm/THIRD-PARTY-LICENSES.txt"))?);
    Ok(())
}

/// Where what is packed is put.
fn packed(name: &str) -> PathBuf {
    target().join("dist").join(name)
}

fn write_archive(path: PathBuf, archive: &Archive) -> Outcome<PathBuf> {
    let bytes = archive.packed().map_err(|error| format!("{}: {error}", path.display()))?;
    write(&path, &bytes)?;
    Ok(path)
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    let at = |error| format!("{}: {error}", path.display());
    fs::create_dir_all(path.parent().unwrap_or(root())).map_err(at)?;
    fs::write(path, bytes).map_err(at)?;
    println!("    {} ({} bytes)", path.display(), bytes.len());
    Ok(())
}

/// A line for each file, as `sha256sum --check` reads them beside the files.
fn digests(paths: &[PathBuf]) -> Outcome<String> {
    let mut lines = String::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        for byte in Sha256::digest(read(path)?) {
            lines.push_str(&format!("{byte:02x}"));
        }
        lines.push_str(&format!("  {name}\n"));
    }
    Ok(lines)
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The version of the card.
fn version() -> Outcome<String> {
    let id = ask("cargo pkgid --package story-card").ok_or("cargo does not know story-card")?;
    Ok(id.trim().rsplit(['@', '#']).next().unwrap_or_default().to_owned())
}

/// The machine that programs are built for.
fn triple() -> Outcome<String> {
    let said = ask("rustc --version --verbose").ok_or("rustc cannot be run")?;
    let triple = said.lines().find_map(|line| line.strip_prefix("host: "));
    triple.map(ToOwned::to_owned).ok_or_else(|| "rustc does not say its host".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn digests_are_read_by_sha256sum() {
        let folder = target().join("tmp/digests");
        let path = folder.join("abc.tgz");
        write(&path, b"abc").unwrap();
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digests(&[path]).unwrap(), format!("{known}  abc.tgz\n"));
    }

    #[test]
    fn the_runtime_is_what_build_wants() {
        let text = fs::read_to_string(root().join("src/cli/build/runtime.rs")).unwrap();
        let lines = text.lines().filter(|line| line.starts_with("pub(super) const "));
        let wanted: BTreeSet<&str> = lines.filter_map(|line| line.split('"').nth(1)).collect();
        assert_eq!(wanted, BTreeSet::from(RUNTIME));
    }

    #[test]
    fn the_archive_tells_of_the_program_and_not_of_the_package() {
        assert!(README.contains("./story-card new") && README.contains("runtime/"));
        assert!(!README.contains("npx") && !README.contains("Node"));
    }
}
