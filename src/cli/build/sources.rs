//! What an author has written stays as it is, wherever a story is built.

use std::io;
use std::path::Path;

use super::super::files::{Files, MOST_BYTES};
use super::File;
use crate::story::compact;

/// The files that a story is made of.
pub(super) struct Sources<'a> {
    pub(super) story: &'a Path,
    /// The paths of its tables from its folder.
    pub(super) tables: &'a [String],
    /// Where they are found, and where is written.
    pub(super) files: &'a dyn Files,
}

impl Sources<'_> {
    /// Refuses to write files into a folder if one would be written over the story or a table, or
    /// over another of them, as where a picture is called like the page.
    pub(super) fn are_spared(&self, out: &Path, written: &[File]) -> io::Result<()> {
        let folder = self.story.parent().unwrap_or(Path::new(""));
        let tables = self.tables.iter().map(|table| folder.join(table));
        let sources: Vec<_> = tables.chain([self.story.to_owned()]).collect();
        for (index, (name, bytes)) in written.iter().enumerate() {
            let path = out.join(name);
            let holds = |other: &Path| {
                self.files.read(other, MOST_BYTES).is_ok_and(|there| there == *bytes)
            };
            if let Some(source) =
                sources.iter().find(|it| is_same_file(it, &path, self.files) && !holds(it))
            {
                return Err(is_taken(source));
            }
            if written.iter().take(index).any(|(other, there)| other == name && there != bytes) {
                return Err(io::Error::other(format!(
                    "two different files would be written as {}. Give the picture of the story \
                     another name.",
                    path.display()
                )));
            }
        }
        Ok(())
    }
}

/// Refuses to write a story where one stands that says something else and is no build: somebody has
/// written it. `plain` is the story that is built, compact, with its links as it has them.
pub(super) fn is_free(path: &Path, plain: &str, files: &dyn Files) -> io::Result<()> {
    let Ok(there) = files.read(path, MOST_BYTES) else { return Ok(()) };
    let there = String::from_utf8_lossy(&there);
    match compact(&there) {
        Ok(built) if built == there || built == plain => Ok(()),
        _ => Err(is_taken(path)),
    }
}

fn is_taken(path: &Path) -> io::Error {
    io::Error::other(format!(
        "{} would be written over, and somebody has written it. Build into another folder.",
        path.display()
    ))
}

/// Whether two paths lead to one file.
pub(super) fn is_same_file(one: &Path, other: &Path, files: &dyn Files) -> bool {
    matches!((files.real_path(one), files.real_path(other)), (Ok(one), Ok(other)) if one == other)
}
