//! The picture of a story, for link previews: a file beside the story goes where its pages go.

use std::io::{self, ErrorKind};
use std::path::{Component, Path};

use super::super::files::{Files, MOST_BYTES};
use super::super::with_context;
use super::File;
use crate::story::Story;

/// A picture that should stand beside the pages.
pub(super) enum Picture {
    /// It was found.
    Found(File),
    /// It was not; what to tell the author.
    Missing(String),
}

impl Picture {
    /// The picture of the story read from `file`, found among `files`; none if it has none, or one
    /// from the web.
    pub(super) fn of(story: &Story, file: &Path, files: &dyn Files) -> io::Result<Option<Self>> {
        let Some(name) = story.image.as_ref().map(|image| &image.url) else { return Ok(None) };
        if name.contains("://") {
            return Ok(None);
        }
        if !Path::new(name).components().all(|part| matches!(part, Component::Normal(_))) {
            return Ok(Some(Self::Missing(format!(
                "The picture {name} is not copied: it does not stand beside the story."
            ))));
        }
        let path = file.parent().unwrap_or(Path::new("")).join(name);
        match files.read(&path, MOST_BYTES) {
            Ok(bytes) => Ok(Some(Self::Found((name.clone(), bytes)))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Some(Self::Missing(format!(
                "{} is not there, but the story names it as its picture. \
                     Put it there and build again, or take `image` out of the story.",
                path.display()
            )))),
            Err(error) => Err(with_context(&error, &format!("reading {}", path.display()))),
        }
    }
}
