//! The files that commands work on, wherever they are: of this machine (`native_files`), in memory
//! (`memory_files`), or those of a program that the author's tool is a part of.

use std::io::{self, Error, ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::story::{is_in_folder, limits};

/// A story, a table or a picture has no more; stories of more are refused by the card too.
pub const MOST_BYTES: u64 = limits::MOST_BYTES as u64;

/// Files by their paths. A path that does not begin with `/` goes from the working folder on.
pub trait Files {
    /// The bytes of a file that has at most `most`.
    ///
    /// # Errors
    /// If it cannot be read, has more bytes ([`too_large`]), or is no file that ends: a folder, a
    /// pipe, a device.
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>>;

    /// How many bytes a file has; none if it is another thing, such as a folder.
    ///
    /// # Errors
    /// If nothing is there, or it cannot be looked at.
    fn size(&self, path: &Path) -> io::Result<Option<u64>>;

    /// Where a path leads: the same for all paths to one file, links followed.
    ///
    /// # Errors
    /// If nothing is there.
    fn real_path(&self, path: &Path) -> io::Result<PathBuf>;

    /// Makes a folder, and those in which it stands, where they are missing.
    ///
    /// # Errors
    /// If that may not be.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// Writes a file, whole or not at all, in place of one that is there.
    ///
    /// # Errors
    /// If it may not be written, or its folder is not there; what was there is then as it was.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Writes a file that must not be there yet.
    ///
    /// # Errors
    /// As [`Files::write`], and [`ErrorKind::AlreadyExists`].
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
}

/// The file at a path in a folder or below it; none if the path, or a link on it, leads elsewhere.
///
/// # Errors
/// If folder or file is not there, or cannot be looked at.
pub(super) fn below(folder: &Path, path: &str, files: &dyn Files) -> io::Result<Option<PathBuf>> {
    if !is_in_folder(path) {
        return Ok(None);
    }
    let file = folder.join(path);
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let is_below = files.real_path(&file)?.starts_with(files.real_path(folder)?);
    Ok(is_below.then_some(file))
}

/// All that a stream gives, if that is not more than `most` bytes.
pub(super) fn read_at_most(stream: &mut dyn Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(too_large(most)) } else { Ok(bytes) }
}

/// Why something of more than `most` bytes is not read.
pub fn too_large(most: u64) -> Error {
    let most = most / (1024 * 1024);
    Error::new(ErrorKind::FileTooLarge, format!("it has more than {most} MB"))
}
