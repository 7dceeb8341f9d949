//! What `serve` shows: the last good card of a story, and above it what is wrong with the story now.
//!
//! In: when files are read anew, and what is answered to a path. Out: the card (`build`), faults
//! (`checked`, `report`).

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use crate::cli::build::{Additions, Choices, File, beside, preview};
use crate::cli::checked::Checked;
use crate::cli::files::{Files, MOST_BYTES};
use crate::cli::media_type::media_type;
use crate::cli::report;

/// The script that loads the page anew.
const RELOAD: &str = include_str!("reload.js");

/// How what is to be said of the story looks, in whatever colours the page has.
const STYLE: &str = "margin:0 0 1rem;padding:1rem;overflow:auto;max-block-size:50vh;\
                     background:#fff4e5;color:#1f1300;font:0.85rem/1.4 ui-monospace,monospace";

/// A file that is watched, and what it held when it was read; none if it could not be read.
type Watched = (PathBuf, Option<Vec<u8>>);

/// What is shown of one story.
pub(super) struct Preview {
    file: PathBuf,
    is_draft: bool,
    choices: Choices,
    runtime: Vec<File>,
    /// The story, its pictures and its tables.
    watched: Vec<Watched>,
    /// How often they have changed.
    version: u64,
    /// The last story without faults.
    good: Option<Checked>,
    /// The page, and the files that belong to its card.
    page: String,
    files: Vec<File>,
}

impl Preview {
    pub(super) fn new(file: PathBuf, is_draft: bool, choices: Choices, runtime: Vec<File>) -> Self {
        let (watched, files, page) = (Vec::new(), Vec::new(), String::new());
        Self { file, is_draft, choices, runtime, watched, version: 0, good: None, page, files }
    }

    /// The media type and the bytes of what stands at a path; the story is among `all`.
    pub(super) fn answer(
        &mut self,
        path: &str,
        all: &dyn Files,
    ) -> Option<(&'static str, Vec<u8>)> {
        let name = path.trim_start_matches('/');
        if ["", "version"].contains(&name) {
            self.refresh(all);
        }
        match name {
            "" => Some((media_type("page.html"), self.page.clone().into_bytes())),
            "version" => Some((media_type("version.txt"), self.version.to_string().into_bytes())),
            "reload.js" => Some((media_type(name), RELOAD.into())),
            _ => {
                let mut files = self.runtime.iter().chain(&self.files);
                let (_, bytes) = files.find(|(file, _)| file == name)?;
                Some((media_type(name), bytes.clone()))
            }
        }
    }

    /// Makes page and files anew if one of the watched files has changed.
    fn refresh(&mut self, all: &dyn Files) {
        let is_same = |(path, bytes): &Watched| all.read(path, MOST_BYTES).ok() == *bytes;
        if !self.watched.is_empty() && self.watched.iter().all(is_same) {
            return;
        }
        self.version += 1;
        self.survive(|preview| preview.make(all));
    }

    /// Makes something; a panic shows a page that says so, and follows the story all the same.
    fn survive(&mut self, make: impl FnOnce(&mut Self)) {
        if catch_unwind(AssertUnwindSafe(|| make(self))).is_err() {
            let said = "The tool has failed at this story, which is a mistake in the tool: please \
                        report it. What it said stands where it was started. It goes on when the \
                        story is changed.";
            self.page = bare_page(&Additions { head: self.reload(), body: remarks(said) }, "");
        }
    }

    /// Reads all files, and makes the page of them.
    fn make(&mut self, all: &dyn Files) {
        let read = all.read(&self.file, MOST_BYTES);
        self.watched = vec![(self.file.clone(), read.as_ref().ok().cloned())];
        let body = match read {
            Ok(bytes) => self.check(&bytes, all),
            Err(error) => remarks(&format!("reading {}: {error}", self.file.display())),
        };
        self.watch_pictures(all);
        let additions = Additions { head: self.reload(), body };
        match self.card(&additions, all) {
            Some(Ok((page, files))) => (self.page, self.files) = (page, files),
            Some(Err(error)) => self.page = bare_page(&additions, &remarks(&error.to_string())),
            None => self.page = bare_page(&additions, ""),
        }
    }

    /// What loads the page anew when it is not of this version any more.
    fn reload(&self) -> String {
        format!("<script type=\"module\" src=\"reload.js?{}\"></script>\n", self.version)
    }

    /// Takes a story over if it is good; what is to be said of it, as HTML.
    fn check(&mut self, bytes: &[u8], all: &dyn Files) -> String {
        let mut checked = Checked::new(self.file.display().to_string(), bytes, &self.file, all);
        self.watch_beside(checked.tables(), all);
        if self.is_draft {
            checked = checked.drafted();
        }
        checked.warn(&self.file, all);
        let mut said = Vec::new();
        // Writing into memory does not fail.
        let _ = report::print(&checked, false, &mut said);
        let said = remarks(&String::from_utf8_lossy(&said));
        if checked.story.is_none() {
            return said;
        }
        let count = checked.findings.len();
        // What a draft leaves out is missed below; the rest can wait.
        let open = if checked.is_draft() { " open" } else { "" };
        self.good = Some(checked);
        match count {
            0 => String::new(),
            count => {
                format!("<details{open}><summary>Warnings: {count}</summary>\n{said}</details>\n")
            }
        }
    }

    /// Watches the pictures beside the last good story.
    fn watch_pictures(&mut self, all: &dyn Files) {
        let story = self.good.as_ref().and_then(|good| good.story.as_ref());
        let pictures = story.map(beside).unwrap_or_default();
        self.watch_beside(&pictures, all);
    }

    /// Watches files by their paths from the folder of the story.
    fn watch_beside(&mut self, names: &[String], all: &dyn Files) {
        for name in names {
            let path = self.file.parent().unwrap_or(Path::new("")).join(name);
            let bytes = all.read(&path, MOST_BYTES).ok();
            self.watched.push((path, bytes));
        }
    }

    /// The last good card, if there is one: its page, and the files that belong to it.
    fn card(
        &self,
        additions: &Additions,
        all: &dyn Files,
    ) -> Option<io::Result<(String, Vec<File>)>> {
        let good = self.good.as_ref()?;
        let (story, json) = (good.story.as_ref()?, good.json()?);
        Some(preview(&self.file, story, json, &self.choices, additions, all))
    }
}

/// A page without a card.
fn bare_page(additions: &Additions, more: &str) -> String {
    let Additions { head, body } = additions;
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>Story Card</title>\n{head}</head>\n<body>\n{body}{more}</body>\n</html>\n"
    )
}

/// What is said of a story, as HTML.
fn remarks(said: &str) -> String {
    let said = html_escape::encode_text(said.trim_end());
    format!(
        "<pre role=\"status\" tabindex=\"0\" lang=\"en\" dir=\"ltr\" style=\"{STYLE}\">{said}</pre>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::memory_files::MemoryFiles;

    #[test]
    #[allow(clippy::panic, reason = "what is survived")]
    fn a_panic_is_shown_and_the_story_is_followed() {
        let (files, file) = (MemoryFiles::default(), Path::new("x.story.json"));
        files.write(file, b"{").unwrap();
        let mut preview = Preview::new(file.into(), false, Choices::default(), Vec::new());
        let page = |preview: &mut Preview| {
            String::from_utf8(preview.answer("/", &files).unwrap().1).unwrap()
        };
        assert!(page(&mut preview).contains("is not closed"));
        preview.survive(|_| panic!("on purpose"));
        let failed = page(&mut preview);
        assert!(failed.contains("has failed") && failed.contains("reload.js?1"), "{failed}");
        files.write(file, b"}").unwrap();
        assert!(page(&mut preview).contains("a value is missing"));
    }
}
