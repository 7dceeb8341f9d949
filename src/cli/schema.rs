//! `story-card schema`

use std::io;

use super::Host;
use crate::story::Story;

/// Prints the JSON Schema of the story format, keys sorted, so that it is the same however it is made.
pub(super) fn run(host: &mut Host<'_>) -> io::Result<bool> {
    let mut schema = Story::schema();
    schema.sort_all_objects();
    serde_json::to_writer_pretty(&mut *host.output, &schema)?;
    writeln!(host.output)?;
    Ok(true)
}
