//! `story-card card FILE`

use std::io;
use std::path::Path;

use super::checked::{Checked, read};
use super::{Host, report};
use crate::session::Options;
use crate::story::Story;
use crate::view::{self, Lists};

/// Prints the static card of a story, as `static/stories/` keeps it for the demo page.
pub(super) fn run(file: &Path, host: &mut Host<'_>) -> io::Result<bool> {
    let (name, bytes) = read(file, host)?;
    let file = Checked::new(name, &bytes, file, host.files);
    let Some(story) = &file.story else {
        report::print(&file, host.has_colours, host.output)?;
        return Ok(false);
    };
    let lists = Lists::Begun { files: None };
    let html = static_card(story, Options::default(), lists, None)?;
    host.output.write_all(html.as_bytes())?;
    Ok(true)
}

/// The HTML for the inside of a `<story-card>`.
///
/// # Errors
/// If the card cannot be made at once.
pub(crate) fn static_card(
    story: &Story,
    options: Options,
    lists: Lists,
    id: Option<String>,
) -> io::Result<String> {
    let html = view::static_card(story.clone(), options, lists, id);
    html.ok_or_else(|| {
        io::Error::other("a part of the card waits for something; please report this")
    })
}
