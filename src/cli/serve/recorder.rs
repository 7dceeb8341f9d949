//! Files that remember what was asked of them, and what was the answer: whoever asks the same again
//! later knows whether anything of it has changed.
//!
//! What is made of files is made of one state of each: asked twice, they answer as the first time. So
//! no change is lost between a look and the next.

use std::cell::RefCell;
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::files::{Files, MOST_BYTES, too_large};

/// What was the answer for each path; none if there was a fault.
type Answers<T> = Vec<(PathBuf, Option<T>)>;

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
    answers.iter().all(|(path, answer)| ask(path).ok() == *answer)
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

/// The answer that is recorded, or else what is answered now. Where there was a fault it is asked
/// anew, for its words; the fault stays in the record.
fn answer<T: Clone>(
    answers: &mut Answers<T>,
    path: &Path,
    ask: impl FnOnce() -> io::Result<T>,
) -> io::Result<T> {
    let known = answers.iter().find(|(known, _)| known == path);
    if let Some((_, Some(answer))) = known {
        return Ok(answer.clone());
    }
    let is_known = known.is_some();
    let answer = ask();
    if !is_known {
        answers.push((path.to_owned(), answer.as_ref().ok().cloned()));
    }
    answer
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
