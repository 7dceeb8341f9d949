//! Files in memory: for a page with an editor, and for tests.
//!
//! Their folders need not be made: a folder is there as soon as a file is in it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use super::files::{Files, too_large};

/// Files by their paths from the top, without `.` and `..`.
#[derive(Debug, Default)]
pub struct MemoryFiles {
    files: RefCell<BTreeMap<PathBuf, Vec<u8>>>,
}

impl MemoryFiles {
    /// The paths of all files, sorted.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.files.borrow().keys().cloned().collect()
    }

    fn is_folder(&self, path: &Path) -> bool {
        let files = self.files.borrow();
        path.as_os_str().is_empty()
            || files.keys().any(|file| file != path && file.starts_with(path))
    }

    /// Where a file may be written: not in the place of a folder, nor below a file.
    fn free(&self, path: &Path) -> io::Result<PathBuf> {
        let path = from_top(path);
        if self.is_folder(&path) {
            return Err(ErrorKind::IsADirectory.into());
        }
        let files = self.files.borrow();
        match path.ancestors().skip(1).any(|folder| files.contains_key(folder)) {
            true => Err(ErrorKind::NotADirectory.into()),
            false => Ok(path),
        }
    }
}

impl Files for MemoryFiles {
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        match self.size(path)? {
            None => Err(ErrorKind::IsADirectory.into()),
            Some(size) if size > most => Err(too_large(most)),
            Some(_) => {
                self.files.borrow().get(&from_top(path)).cloned().ok_or(ErrorKind::NotFound.into())
            }
        }
    }

    fn size(&self, path: &Path) -> io::Result<Option<u64>> {
        let path = from_top(path);
        match self.files.borrow().get(&path) {
            Some(bytes) => Ok(Some(bytes.len() as u64)),
            None if self.is_folder(&path) => Ok(None),
            None => Err(ErrorKind::NotFound.into()),
        }
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        self.size(path).map(|_| from_top(path))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        let files = self.files.borrow();
        match from_top(path).ancestors().any(|folder| files.contains_key(folder)) {
            true => Err(ErrorKind::NotADirectory.into()),
            false => Ok(()),
        }
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let path = self.free(path)?;
        self.files.borrow_mut().insert(path, bytes.to_owned());
        Ok(())
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        match self.size(path) {
            Ok(_) => Err(ErrorKind::AlreadyExists.into()),
            Err(_) => self.write(path, bytes),
        }
    }
}

/// A path from the top. Nothing is above the top, as in any file system.
fn from_top(path: &Path) -> PathBuf {
    let mut from_top = PathBuf::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => from_top.push(name),
            Component::ParentDir => {
                from_top.pop();
            }
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    from_top
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind<T>(result: io::Result<T>) -> Option<ErrorKind> {
        result.err().map(|error| error.kind())
    }

    #[test]
    fn a_file_is_found_by_every_path_to_it() {
        let files = MemoryFiles::default();
        files.write(Path::new("a/b.json"), b"x").unwrap();
        for path in ["a/b.json", "./a/b.json", "/a/b.json", "a/c/../b.json", "../a//b.json"] {
            assert_eq!(files.read(Path::new(path), 1).unwrap(), b"x", "{path}");
            assert_eq!(files.real_path(Path::new(path)).unwrap(), Path::new("a/b.json"));
        }
        assert_eq!(files.paths(), [Path::new("a/b.json")]);
    }

    #[test]
    fn what_cannot_be_is_refused_as_a_system_does() {
        let files = MemoryFiles::default();
        let (file, folder, below) = (Path::new("a/b"), Path::new("a"), Path::new("a/b/c"));
        assert_eq!(kind(files.read(file, 9)), Some(ErrorKind::NotFound));
        files.write_new(file, b"xyz").unwrap();
        assert_eq!(kind(files.write_new(file, b"")), Some(ErrorKind::AlreadyExists));
        assert_eq!(kind(files.read(file, 2)), Some(ErrorKind::FileTooLarge));
        assert_eq!(kind(files.read(folder, 9)), Some(ErrorKind::IsADirectory));
        assert_eq!(kind(files.write(folder, b"")), Some(ErrorKind::IsADirectory));
        assert_eq!(kind(files.write(below, b"")), Some(ErrorKind::NotADirectory));
        assert_eq!(kind(files.make_folder(below)), Some(ErrorKind::NotADirectory));
        assert_eq!(files.size(folder).unwrap(), None);
        files.make_folder(Path::new("a/new")).unwrap();
        assert_eq!(files.read(file, 3).unwrap(), b"xyz");
    }
}
