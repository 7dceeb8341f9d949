//! Reading and writing files of people: only what ends is read, and nothing is half written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Error, ErrorKind, Read, Write};
use std::path::Path;

use tempfile::Builder;

use crate::story::limits;

/// A story, a table or a picture has no more; stories of more are refused by the card too.
pub(super) const MOST_BYTES: u64 = limits::MOST_BYTES as u64;

/// The bytes of a file that has at most `most`.
///
/// # Errors
/// If it cannot be read, has more bytes, or is no file that ends: a folder, a pipe, a device.
pub(super) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    // Looked at before it is opened: a pipe that nobody writes into opens never.
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !metadata.is_file() {
        return Err(Error::other("it is a pipe or a device, and only files are read"));
    }
    read_at_most(&mut File::open(path)?, most)
}

/// All that a stream gives, if that is not more than `most` bytes.
pub(super) fn read_at_most(stream: &mut dyn Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        let most = most / (1024 * 1024);
        return Err(Error::new(ErrorKind::FileTooLarge, format!("it has more than {most} MB")));
    }
    Ok(bytes)
}

/// Writes a file that is there anew: whole or not at all. It keeps its permissions, and a link leads
/// where it led.
///
/// # Errors
/// If it may not be written, or its folder takes no file; it is then as it was.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    // A file that its author protects can still be renamed away.
    OpenOptions::new().write(true).open(&path)?;
    let mut file = Builder::new()
        .prefix(".story-card-")
        .permissions(fs::metadata(&path)?.permissions())
        .tempfile_in(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    // What tempfile asks for, the system's mask may cut.
    file.as_file().set_permissions(fs::metadata(&path)?.permissions())?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}
