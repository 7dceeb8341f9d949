//! The files with the data of a story: found beside it, and nowhere else.

use std::io;
use std::path::Path;

use super::files::{Files, MOST_BYTES, below};
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
    let file = match below(folder, path, files) {
        Ok(Some(file)) => file,
        Ok(None) => {
            let right = "Put the file itself beside the story.";
            return Err((format!("{path} leads out of the folder of the story"), right.to_owned()));
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let file = folder.join(path);
            let right = "Put the file beside the story, or write where it is from there.";
            return Err((format!("there is no file {}", file.display()), right.to_owned()));
        }
        Err(error) => return Err(unreadable(&error)),
    };
    files.read(&file, MOST_BYTES).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => {
            let size = files.size(&file).ok().flatten().unwrap_or_default();
            (
                format!("{path} has {size} bytes"),
                format!("A table may have at most {} MB.", MOST_BYTES / (1024 * 1024)),
            )
        }
        _ => unreadable(&error),
    })
}
