//! What `serve` shows: the last good card of a story, and above it what is wrong with the story now.
//!
//! In: when files are read anew, and what is answered to a path. Out: the card (`build`), faults
//! (`checked`, `report`).

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use super::recorder::{Record, Recorder};
use crate::cli::build::{Additions, Choices, File, preview};
use crate::cli::checked::Checked;
use crate::cli::files::{Files, MOST_BYTES};
use crate::cli::media_type::media_type;
use crate::cli::report;

/// The script that loads the page anew.
const RELOAD: &str = include_str!("reload.js");

/// How what is to be said of the story looks, in whatever colours the page has.
const STYLE: &str = "margin:0 0 1rem;padding:1rem;overflow:auto;max-block-size:50vh;\
                     background:#fff4e5;color:#1f1300;font:0.85rem/1.4 ui-monospace,monospace";

/// What is shown of one story.
pub(super) struct Preview {
    file: PathBuf,
    is_draft: bool,
    choices: Choices,
    runtime: Vec<File>,
    /// What the page is made of: the story, its pictures and its tables; none if it is not made yet.
    watched: Option<Record>,
    /// How often that has changed.
    version: u64,
    /// The last story without faults.
    good: Option<Checked>,
    /// The page, and the files that belong to its card.
    page: String,
    files: Vec<File>,
}

impl Preview {
    pub(super) fn new(file: PathBuf, is_draft: bool, choices: Choices, runtime: Vec<File>) -> Self {
        let (files, page) = (Vec::new(), String::new());
        Self {
            file,
            is_draft,
            choices,
            runtime,
            watched: None,
            version: 0,
            good: None,
            page,
            files,
        }
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
        if self.watched.as_ref().is_some_and(|record| record.holds(all)) {
            return;
        }
        self.version += 1;
        let recorder = Recorder::new(all);
        self.survive(|preview| preview.make(&recorder));
        self.watched = Some(recorder.into_record());
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
        let body = match all.read(&self.file, MOST_BYTES) {
            Ok(bytes) => self.check(&bytes, all),
            Err(error) => remarks(&format!("reading {}: {error}", self.file.display())),
        };
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
    use std::cell::{Cell, RefCell};
    use std::path::Path;

    use super::*;
    use crate::cli::memory_files::MemoryFiles;

    /// A story with a picture and a table.
    const STORY: &str = r#"{"format": 1, "id": "x", "title": "X", "sections": ["charts", "sources"],
        "image": {"url": "x.gif", "alt": "So."},
        "sources": [{"id": "log", "title": "The log"}],
        "charts": [{"id": "c", "kind": "bars", "title": "High", "sources": ["log"],
            "data": {"csv": "x.csv", "x": "tower", "y": ["m"]}}]}"#;

    fn new(files: &dyn Files, text: &str) -> Preview {
        files.write(Path::new("x.story.json"), text.as_bytes()).unwrap();
        Preview::new("x.story.json".into(), false, Choices::default(), Vec::new())
    }

    /// What stands at a path.
    fn at(path: &str, preview: &mut Preview, files: &dyn Files) -> String {
        String::from_utf8(preview.answer(path, files).unwrap().1).unwrap()
    }

    #[test]
    #[allow(clippy::panic, reason = "what is survived")]
    fn a_panic_is_shown_and_the_story_is_followed() {
        let files = MemoryFiles::default();
        let mut preview = new(&files, "{");
        assert!(at("/", &mut preview, &files).contains("is not closed"));
        preview.survive(|_| panic!("on purpose"));
        let failed = at("/", &mut preview, &files);
        assert!(failed.contains("has failed") && failed.contains("reload.js?1"), "{failed}");
        files.write(Path::new("x.story.json"), b"}").unwrap();
        assert!(at("/", &mut preview, &files).contains("a value is missing"));
    }

    /// Files of which one is saved anew as soon as it has been read.
    #[derive(Default)]
    struct Busy {
        files: MemoryFiles,
        next: RefCell<Option<(&'static str, &'static str)>>,
        reads: Cell<usize>,
    }

    impl Files for Busy {
        fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
            let bytes = self.files.read(path, most);
            let is_next = |(name, _): &mut (&str, &str)| path == Path::new(name);
            if let Some((_, text)) = self.next.borrow_mut().take_if(is_next) {
                self.files.write(path, text.as_bytes())?;
            }
            self.reads.set(self.reads.get() + 1);
            bytes
        }

        fn size(&self, path: &Path) -> io::Result<Option<u64>> {
            self.files.size(path)
        }

        fn real_path(&self, path: &Path) -> io::Result<PathBuf> {
            self.files.real_path(path)
        }

        fn make_folder(&self, path: &Path) -> io::Result<()> {
            self.files.make_folder(path)
        }

        fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
            self.files.write(path, bytes)
        }

        fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
            self.files.write_new(path, bytes)
        }
    }

    #[test]
    fn what_is_saved_while_a_page_is_made_is_on_the_next_one() {
        const GIF: &str = "GIF89a\u{1}\0\u{1}\0\0\0\0\0\0\0;";
        const OTHER: &str = "GIF89a\u{2}\0\u{2}\0\0\0\0\0\0\0;";
        for (name, text) in [("x.csv", "tower,m\nHolm,29\n"), ("x.gif", OTHER)] {
            let files = Busy::default();
            files.write(Path::new("x.csv"), b"tower,m\nSkerry,41\n").unwrap();
            files.write(Path::new("x.gif"), GIF.as_bytes()).unwrap();
            let mut preview = new(&files, STORY);
            files.next.replace(Some((name, text)));
            let page = at("/", &mut preview, &files);
            assert!(page.contains("Skerry"), "{page}");
            assert_eq!(at("x.gif", &mut preview, &files), GIF);
            assert_eq!(files.reads.get(), 3, "story, table and picture are read once");
            assert_eq!(at("version", &mut preview, &files), "2", "{name}");
            assert_eq!(at("/", &mut preview, &files).contains("Holm"), name == "x.csv");
            assert_eq!(at("x.gif", &mut preview, &files) == OTHER, name == "x.gif");
            assert_eq!(at("version", &mut preview, &files), "2");
        }
    }
}
