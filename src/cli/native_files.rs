//! The files of this machine: only what ends is read, and nothing is half written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;

use super::files::{Files, read_at_most};

/// The files of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct NativeFiles;

impl Files for NativeFiles {
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
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

    fn size(&self, path: &Path) -> io::Result<Option<u64>> {
        let metadata = fs::metadata(path)?;
        Ok(metadata.is_file().then_some(metadata.len()))
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        match fs::canonicalize(path) {
            Ok(path) => replace(&path, bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => fs::write(path, bytes),
            Err(error) => Err(error),
        }
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
    }
}

/// Writes a file that is there anew. It keeps its permissions, and a link leads where it led.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A file that its author protects can still be renamed away.
    OpenOptions::new().write(true).open(path)?;
    let mut file = Builder::new()
        .prefix(".story-card-")
        .permissions(fs::metadata(path)?.permissions())
        .tempfile_in(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    // What tempfile asks for, the system's mask may cut.
    file.as_file().set_permissions(fs::metadata(path)?.permissions())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
