//! Pictures that stand beside a story: its own, for link previews, and those of its items. They go
//! where its pages go, and into the page that is one file.

use std::io::{self, ErrorKind};
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::super::files::{Files, MOST_BYTES, below};
use super::super::with_context;
use super::File;
use crate::cli::media_type::media_type;
use crate::story::{Story, is_beside};

/// The pictures that should stand beside the pages.
#[derive(Default)]
pub(super) struct Pictures {
    /// Those that were found.
    pub(super) files: Vec<File>,
    /// Of the others, what to tell the author.
    pub(super) remarks: Vec<String>,
}

/// The addresses of the pictures that stand beside a story, each once.
fn beside(story: &Story) -> Vec<String> {
    let own = story.image.iter().map(|image| &image.url).filter(|url| is_beside(url));
    let mut names: Vec<String> = Vec::new();
    let items = story.pictures().filter(|picture| picture.is_beside()).map(|picture| &picture.url);
    for name in own.chain(items) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

impl Pictures {
    /// The pictures of the story read from `file`, found among `files`.
    pub(super) fn of(story: &Story, file: &Path, files: &dyn Files) -> io::Result<Self> {
        let mut pictures = Self::default();
        for name in beside(story) {
            pictures.add(name, file, files)?;
        }
        Ok(pictures)
    }

    fn add(&mut self, name: String, file: &Path, files: &dyn Files) -> io::Result<()> {
        let folder = file.parent().unwrap_or(Path::new(""));
        let path = folder.join(&name);
        match read_below(folder, &name, files) {
            Ok(Some(bytes)) => self.files.push((name, bytes)),
            Ok(None) => self.remarks.push(format!(
                "The picture {name} is not copied: it does not stand beside the story."
            )),
            Err(error) if error.kind() == ErrorKind::NotFound => self.remarks.push(format!(
                "{} is not there, but the story names it as a picture. \
                 Put it there and build again, or take `image` out of the story.",
                path.display()
            )),
            Err(error) => {
                return Err(with_context(&error, &format!("reading {}", path.display())));
            }
        }
        Ok(())
    }

    /// A found picture as an address that holds all of it.
    pub(super) fn data(&self, name: &str) -> Option<String> {
        let (_, bytes) = self.files.iter().find(|(file, _)| file == name)?;
        Some(format!("data:{};base64,{}", media_type(name), STANDARD.encode(bytes)))
    }
}

/// The bytes of a file by its path from a folder; none if it does not stand there or below.
fn read_below(folder: &Path, name: &str, files: &dyn Files) -> io::Result<Option<Vec<u8>>> {
    let path = below(folder, name, files)?;
    path.map(|path| files.read(&path, MOST_BYTES)).transpose()
}

/// The story with its items' pictures elsewhere: where `place` says that those beside it are.
pub(super) fn placed(story: &Story, place: &dyn Fn(&str) -> Option<String>) -> Story {
    let mut story = story.clone();
    for picture in story.pictures_mut().filter(|picture| picture.is_beside()) {
        picture.src = place(&picture.url);
    }
    story
}
