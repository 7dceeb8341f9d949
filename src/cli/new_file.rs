//! Writing a story that must not be there yet, for a command may not cost an author her work.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::{Streams, with_context};

/// Writes a file; false if there is one already, which is said.
pub(super) fn write_new(path: &Path, text: &str, streams: &mut Streams<'_>) -> io::Result<bool> {
    let shown = path.display();
    let mut file = match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            writeln!(streams.output, "{shown} exists already and was left as it is.")?;
            return Ok(false);
        }
        Err(error) => return Err(with_context(&error, &format!("making {shown}"))),
    };
    file.write_all(text.as_bytes())
        .map_err(|error| with_context(&error, &format!("writing {shown}")))?;
    writeln!(streams.output, "{shown} is written. Check it with: story-card check {shown}")?;
    Ok(true)
}
