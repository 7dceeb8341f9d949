//! `story-card schema`

use std::io;

use super::Streams;
use crate::story::Story;

/// Prints the JSON Schema of the story format.
pub(super) fn run(streams: &mut Streams<'_>) -> io::Result<bool> {
    serde_json::to_writer_pretty(&mut *streams.output, &Story::schema())?;
    writeln!(streams.output)?;
    Ok(true)
}
