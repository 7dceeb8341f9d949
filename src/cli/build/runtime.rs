//! The files every card needs to come to life, read from the folder of a build.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::super::files::Files;
use super::super::with_context;
use super::File;

pub(super) const LOADER: &str = "story-card.js";
pub(super) const SHEET: &str = "story-card.css";
/// What only the live card needs.
pub(super) const LIVE_SHEET: &str = "story-card-live.css";
pub(super) const GLUE: &str = "story-card-app.js";
/// The glue as a plain script, for the offline file.
pub(super) const IIFE_GLUE: &str = "story-card-app.iife.js";
pub(super) const WASM: &str = "story-card-app_bg.wasm";
pub(super) const FRAME: &str = "story-card-frame.js";
pub(super) const LICENSES: &str = "THIRD-PARTY-LICENSES.txt";

/// A file of a runtime with all that helps to find slips has no more.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// All of them.
const NAMES: [&str; 8] = [LOADER, SHEET, LIVE_SHEET, GLUE, IIFE_GLUE, WASM, FRAME, LICENSES];

/// The runtime, whole.
pub(in crate::cli) struct Runtime {
    files: Vec<File>,
}

impl Runtime {
    /// Reads the runtime from a folder among `files`.
    ///
    /// # Errors
    /// If a file is missing or unreadable, or the runtime is of another version than this tool.
    pub(in crate::cli) fn read(folder: &Path, files: &dyn Files) -> io::Result<Self> {
        let mut found = Vec::new();
        let mut missing = Vec::new();
        for name in NAMES {
            let path = folder.join(name);
            match files.read(&path, MOST_BYTES) {
                Ok(bytes) => found.push((name.to_owned(), bytes)),
                Err(error) if error.kind() == ErrorKind::NotFound => missing.push(name),
                Err(error) => {
                    return Err(with_context(&error, &format!("reading {}", path.display())));
                }
            }
        }
        if missing.is_empty() {
            Self { files: found }.of_this_version(folder)
        } else {
            Err(io::Error::new(ErrorKind::NotFound, lacking(folder, &missing)))
        }
    }

    /// The loader names its version; a static card of another would not fit the style sheet.
    fn of_this_version(self, folder: &Path) -> io::Result<Self> {
        let version = env!("CARGO_PKG_VERSION");
        if self.text(LOADER)?.contains(version) {
            return Ok(self);
        }
        Err(io::Error::other(format!(
            "{} is of another version than this tool, which is {version}. \
             Take runtime and tool from one release.",
            folder.join(LOADER).display()
        )))
    }

    /// The bytes of one of the files.
    pub(super) fn bytes(&self, name: &str) -> &[u8] {
        self.files.iter().find(|(file, _)| file == name).map_or(&[], |(_, bytes)| bytes)
    }

    /// The text of one of the files.
    pub(super) fn text(&self, name: &str) -> io::Result<&str> {
        std::str::from_utf8(self.bytes(name))
            .map_err(|_| io::Error::other(format!("{name} is no text; copy it again")))
    }

    /// All files, to write elsewhere.
    pub(in crate::cli) fn into_files(self) -> Vec<File> {
        self.files
    }
}

fn lacking(folder: &Path, missing: &[&str]) -> String {
    format!(
        "{} lacks {} of the runtime. Name the folder that has all of its files with --runtime: \
         the dist/ of a release, or of `cargo xtask build`.",
        folder.display(),
        missing.join(", ")
    )
}
