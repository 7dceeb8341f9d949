//! Writing a story that must not be there yet, for a command may not cost an author her work.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::{Host, with_context};

/// Writes a file; false if there is one already, which is said.
pub(super) fn write_new(path: &Path, text: &str, host: &mut Host<'_>) -> io::Result<bool> {
    let shown = path.display();
    match host.files.write_new(path, text.as_bytes()) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            writeln!(host.output, "{shown} exists already and was left as it is.")?;
            return Ok(false);
        }
        Err(error) => return Err(with_context(&error, &format!("writing {shown}"))),
    }
    writeln!(host.output, "{shown} is written. Check it with: story-card check {shown}")?;
    Ok(true)
}
