//! Files that remember what was asked of them, and what was the answer: whoever asks the same again
//! later knows whether anything of it has changed.
//!
//! What is made of files is made of one state of each: asked twice, they answer as the first time. So
//! no change is lost between a look and the next.

use std::cell::RefCell;
use std::io::{self, Error, ErrorKind};
use std::path::{Path, PathBuf};

use crate::cli::files::{Files, MOST_BYTES, too_large};

/// What was the answer for each path, or the fault: its kind and its words.
type Answers<T> = Vec<(PathBuf, Result<T, (ErrorKind, String)>)>;

/// What files have answered.
#[derive(Default)]
pub(super) struct Record {
    bytes: Answers<Vec<u8>>,
    sizes: Answers<Option<u64>>,
    places: Answers<PathBuf>,
}

impl Record {
    /// Whether the files would answer the same again.
    pub(super) fn holds(&self, files: &dyn Files) -> bool {
        has_same(&self.sizes, |path| files.size(path))
            && has_same(&self.places, |path| files.real_path(path))
            && has_same(&self.bytes, |path| files.read(path, MOST_BYTES))
    }
}

fn has_same<T: PartialEq>(answers: &Answers<T>, ask: impl Fn(&Path) -> io::Result<T>) -> bool {
    answers.iter().all(|(path, answer)| told(ask(path)) == *answer)
}

/// The files themselves, with their record.
pub(super) struct Recorder<'a> {
    files: &'a dyn Files,
    record: RefCell<Record>,
}

impl<'a> Recorder<'a> {
    pub(super) fn new(files: &'a dyn Files) -> Self {
        Self { files, record: RefCell::default() }
    }

    pub(super) fn into_record(self) -> Record {
        self.record.into_inner()
    }
}

fn told<T>(answer: io::Result<T>) -> Result<T, (ErrorKind, String)> {
    answer.map_err(|error| (error.kind(), error.to_string()))
}

/// The answer that is recorded, or else what is answered now.
fn answer<T: Clone>(
    answers: &mut Answers<T>,
    path: &Path,
    ask: impl FnOnce() -> io::Result<T>,
) -> io::Result<T> {
    let known = answers.iter().find(|(known, _)| known == path).map(|(_, answer)| answer.clone());
    let answer = known.unwrap_or_else(|| {
        let answer = told(ask());
        answers.push((path.to_owned(), answer.clone()));
        answer
    });
    answer.map_err(|(kind, words)| Error::new(kind, words))
}

impl Files for Recorder<'_> {
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let answers = &mut self.record.borrow_mut().bytes;
        let bytes = answer(answers, path, || self.files.read(path, MOST_BYTES))?;
        if bytes.len() as u64 > most { Err(too_large(most)) } else { Ok(bytes) }
    }

    fn size(&self, path: &Path) -> io::Result<Option<u64>> {
        answer(&mut self.record.borrow_mut().sizes, path, || self.files.size(path))
    }

    fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
        answer(&mut self.record.borrow_mut().places, path, || self.files.real_path(path))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.files.make_folder(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.files.write(path, bytes)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.files.write_new(path, bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_fault_is_another_answer() {
        let mut answers = Answers::<u8>::new();
        let path = Path::new("a.json");
        let fault = |kind: ErrorKind| move || Err(Error::new(kind, "no"));
        assert!(answer(&mut answers, path, fault(ErrorKind::NotFound)).is_err());
        let again = answer(&mut answers, path, || Ok(1)).unwrap_err();
        assert_eq!((again.kind(), again.to_string()), (ErrorKind::NotFound, "no".to_owned()));
        assert!(has_same(&answers, |_| fault(ErrorKind::NotFound)()));
        assert!(!has_same(&answers, |_| fault(ErrorKind::PermissionDenied)()));
        assert!(!has_same(&answers, |_| Ok(1)));
    }
}
