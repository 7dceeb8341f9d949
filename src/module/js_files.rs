//! Files and input that JavaScript reads and writes, as Node's `fs` does.

use std::io::{self, Error, ErrorKind, Read};
use std::path::{Path, PathBuf};

use wasm_bindgen::prelude::*;

use crate::cli::{Files, too_large};

#[wasm_bindgen]
extern "C" {
    /// An object with these functions, which throw what Node's `fs` throws: an error with the key
    /// `code`, such as `ENOENT`.
    pub type JsFiles;

    #[wasm_bindgen(method, structural, catch)]
    fn read(this: &JsFiles, path: &str) -> Result<Vec<u8>, JsFault>;

    /// The bytes of a file, less than 0 for what is none.
    #[wasm_bindgen(method, structural, catch)]
    fn size(this: &JsFiles, path: &str) -> Result<f64, JsFault>;

    #[wasm_bindgen(method, structural, catch, js_name = realPath)]
    fn real_path(this: &JsFiles, path: &str) -> Result<String, JsFault>;

    #[wasm_bindgen(method, structural, catch, js_name = makeFolder)]
    fn make_folder(this: &JsFiles, path: &str) -> Result<(), JsFault>;

    #[wasm_bindgen(method, structural, catch)]
    fn write(this: &JsFiles, path: &str, bytes: &[u8]) -> Result<(), JsFault>;

    #[wasm_bindgen(method, structural, catch, js_name = writeNew)]
    fn write_new(this: &JsFiles, path: &str, bytes: &[u8]) -> Result<(), JsFault>;

    /// An object with this function, which throws as those do.
    pub type JsInput;

    /// The next bytes, at most so many; none at the end.
    #[wasm_bindgen(method, structural, catch)]
    fn read(this: &JsInput, most: u32) -> Result<Vec<u8>, JsFault>;

    /// What was thrown.
    type JsFault;

    #[wasm_bindgen(method, getter, structural)]
    fn code(this: &JsFault) -> Option<String>;

    #[wasm_bindgen(method, getter, structural)]
    fn message(this: &JsFault) -> Option<String>;
}

impl std::fmt::Debug for JsFiles {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("JsFiles")
    }
}

impl std::fmt::Debug for JsInput {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("JsInput")
    }
}

/// The same for the commands.
pub(super) struct HostInput<'a>(pub(super) &'a JsInput);

impl Read for HostInput<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = u32::try_from(buffer.len()).unwrap_or(u32::MAX);
        let bytes = self.0.read(most).map_err(|fault| error(&fault))?;
        let part = buffer.get_mut(..bytes.len());
        let part = part.ok_or_else(|| Error::other("more was given than was asked for"))?;
        part.copy_from_slice(&bytes);
        Ok(bytes.len())
    }
}

/// The same for the commands.
pub(super) struct HostFiles<'a>(pub(super) &'a JsFiles);

impl Files for HostFiles<'_> {
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        match self.size(path)? {
            None if self.is_folder(path) => Err(ErrorKind::IsADirectory.into()),
            None => Err(Error::other("it is a pipe or a device, and only files are read")),
            Some(size) if size > most => Err(too_large(most)),
            Some(_) => self.0.read(&said(path)).map_err(|fault| error(&fault)),
        }
    }

    fn size(&self, path: &Path) -> io::Result<Option<u64>> {
        let size = self.0.size(&said(path)).map_err(|fault| error(&fault))?;
        Ok((size >= 0.0).then_some(size as u64))
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        self.0.real_path(&said(path)).map(PathBuf::from).map_err(|fault| error(&fault))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.0.make_folder(&said(path)).map_err(|fault| error(&fault))
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.0.write(&said(path), bytes).map_err(|fault| error(&fault))
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.0.write_new(&said(path), bytes).map_err(|fault| error(&fault))
    }
}

impl HostFiles<'_> {
    fn is_folder(&self, path: &Path) -> bool {
        // A folder leads on to itself; nothing else has a file below it.
        self.real_path(&path.join(".")).is_ok()
    }
}

/// A path as JavaScript gets it; all of them come from there, or are texts.
fn said(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// What was thrown, in the words that the same has natively.
fn error(fault: &JsFault) -> Error {
    let code = fault.code().unwrap_or_default();
    let (kind, words) = match code.as_str() {
        "ENOENT" => (ErrorKind::NotFound, "No such file or directory (os error 2)"),
        "EACCES" => (ErrorKind::PermissionDenied, "Permission denied (os error 13)"),
        "EEXIST" => (ErrorKind::AlreadyExists, "File exists (os error 17)"),
        "ENOTDIR" => (ErrorKind::NotADirectory, "Not a directory (os error 20)"),
        "EISDIR" => (ErrorKind::IsADirectory, "Is a directory (os error 21)"),
        "ENOSPC" => (ErrorKind::StorageFull, "No space left on device (os error 28)"),
        "EROFS" => (ErrorKind::ReadOnlyFilesystem, "Read-only file system (os error 30)"),
        _ => return Error::other(fault.message().unwrap_or(code)),
    };
    Error::new(kind, words)
}
