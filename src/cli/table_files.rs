//! The files with the data of a story: found beside it, and nowhere else.

use std::io;
use std::path::Path;

use super::files::{Files, MOST_BYTES};
use crate::story::Filled;

/// What is wrong with a file, and what would be right.
type FileFault = (String, String);

/// A story's text with its tables in it, which are among `files`; `file` is where the text comes from,
/// `-` for nowhere.
pub(super) fn fill(text: &str, file: &Path, files: &dyn Files) -> Filled {
    let folder = file.parent().unwrap_or(Path::new(""));
    Filled::new(text, &mut |path| read(folder, path, files))
}

/// The bytes of a file below a folder.
fn read(folder: &Path, path: &str, files: &dyn Files) -> Result<Vec<u8>, FileFault> {
    let unreadable =
        |error: &io::Error| (format!("{path} cannot be read: {error}"), "Put it right.".to_owned());
    let file = folder.join(path);
    let real = match files.real_path(&file) {
        Ok(real) => real,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let right = "Put the file beside the story, or write where it is from there.";
            return Err((format!("there is no file {}", file.display()), right.to_owned()));
        }
        Err(error) => return Err(unreadable(&error)),
    };
    // A link in the folder may still lead out of it.
    let home = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let home = files.real_path(home).map_err(|error| unreadable(&error))?;
    if !real.starts_with(home) {
        let right = "Put the file itself beside the story.";
        return Err((format!("{path} leads out of the folder of the story"), right.to_owned()));
    }
    files.read(&real, MOST_BYTES).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => {
            let size = files.size(&real).ok().flatten().unwrap_or_default();
            (format!("{path} has {size} bytes"), "A table may have at most 16 MB.".to_owned())
        }
        _ => unreadable(&error),
    })
}
