//! A file with a story: its text, the story it means, and what is to be said of it.

use std::io;
use std::path::Path;

use super::files::{Files, MOST_BYTES, below, read_at_most};
use super::finding::{self, Finding, Severity};
use super::table_files::fill;
use super::visible::visible;
use super::{Host, with_context};
use crate::story::{Cause, Draft, Fault, Filled, Jsonc, NotJson, PictureFile, Story, draft};

/// A file that was read and checked.
pub(super) struct Checked {
    /// What to call it.
    pub(super) name: String,
    /// What it holds; of a text that is no JSON, as much as can be read.
    content: Result<Content, String>,
    /// Its plain JSON without what a draft leaves out.
    drafted: Option<String>,
    /// None if it has faults.
    pub(super) story: Option<Story>,
    /// Its faults, in the order of correcting them.
    pub(super) findings: Vec<Finding>,
}

/// What a file says.
struct Content {
    jsonc: Jsonc,
    /// Its plain JSON with the tables it refers to.
    filled: Filled,
}

/// What to call a file.
pub(super) fn name(file: &Path) -> String {
    if file == Path::new("-") {
        return "<stdin>".into();
    }
    visible(&file.display().to_string()).into_owned()
}

/// The content of a file.
pub(super) fn bytes(file: &Path, host: &mut Host<'_>) -> io::Result<Vec<u8>> {
    if file == Path::new("-") {
        read_at_most(host.input, MOST_BYTES)
    } else {
        host.files.read(file, MOST_BYTES)
    }
}

/// The content of a file, and what to call it; the error names it.
pub(super) fn read(file: &Path, host: &mut Host<'_>) -> io::Result<(String, Vec<u8>)> {
    let name = name(file);
    match bytes(file, host) {
        Ok(bytes) => Ok((name, bytes)),
        Err(error) => Err(with_context(&error, &format!("reading {name}"))),
    }
}

impl Checked {
    /// Checks the bytes of a file; `path` leads to it, for it may refer to tables beside it, which are
    /// among `files`.
    pub(super) fn new(name: String, bytes: &[u8], path: &Path, files: &dyn Files) -> Self {
        let jsonc = match Jsonc::read(bytes) {
            Ok(jsonc) => jsonc,
            Err(NotJson { text, causes }) => {
                let findings = finding::causes(&text, causes);
                return Self { name, content: Err(text), drafted: None, story: None, findings };
            }
        };
        let filled = fill(jsonc.json(), path, files);
        let (story, findings) = match filled.parse() {
            Ok(story) => (Some(story), Vec::new()),
            Err(faults) => (None, located(&jsonc, Severity::Fault, faults)),
        };
        Self { name, content: Ok(Content { jsonc, filled }), drafted: None, story, findings }
    }

    /// What cannot be read.
    pub(super) fn unreadable(name: String, error: &io::Error) -> Self {
        let wrong = format!("the file cannot be read: {error}");
        let right = "Name the file of the story, which ends in .story.json.";
        let findings = finding::causes("", vec![Cause::whole(wrong, right)]);
        Self { name, content: Err(String::new()), drafted: None, story: None, findings }
    }

    /// Notes that what was corrected is not in the file.
    pub(super) fn not_written(&mut self, error: &io::Error) {
        let wrong = format!("the corrections cannot be written: {error}");
        let right = "Make the file and its folder writable, or correct a copy.";
        self.findings.splice(0..0, finding::causes("", vec![Cause::whole(wrong, right)]));
        self.story = None;
    }

    /// Its text as its author wrote it, without a byte order mark.
    pub(super) fn text(&self) -> &str {
        match &self.content {
            Ok(content) => content.jsonc.text(),
            Err(text) => text,
        }
    }

    /// Its text as plain JSON with its tables in it; none if it is no JSON.
    pub(super) fn json(&self) -> Option<&str> {
        let whole = self.content.as_ref().ok().map(|content| content.filled.text());
        self.drafted.as_deref().or(whole)
    }

    /// The paths of the tables it refers to, from its folder.
    pub(super) fn tables(&self) -> &[String] {
        self.content.as_ref().map_or(&[], |content| content.filled.files())
    }

    /// The same without what has faults, of which warnings are left; as it is if that leaves nothing.
    pub(super) fn drafted(mut self) -> Self {
        let Ok(Content { jsonc, filled }) = &self.content else { return self };
        if self.story.is_some() {
            return self;
        }
        let Some(Draft { story, json, left_out }) = draft(filled.text()) else { return self };
        self.findings = located(jsonc, Severity::Warning, filled.at_home(left_out));
        for finding in &mut self.findings {
            finding.wrong.push_str(", and is left out of the draft");
        }
        (self.story, self.drafted) = (Some(story), Some(json));
        self
    }

    /// Whether something is left out.
    pub(super) fn is_draft(&self) -> bool {
        self.drafted.is_some()
    }

    /// Adds what is likely a slip, if the story has no faults; `path` leads to its file.
    pub(super) fn warn(&mut self, path: &Path, files: &dyn Files) {
        let (Some(story), Ok(Content { jsonc, filled })) = (&self.story, &self.content) else {
            return;
        };
        let warnings = filled.warnings(story, &|name| picture_file(path, name, files));
        self.findings.extend(located(jsonc, Severity::Warning, warnings));
    }
}

/// What stands at the path `name` beside a story.
fn picture_file(story: &Path, name: &str, files: &dyn Files) -> PictureFile {
    // A story from the standard input stands nowhere.
    if story == Path::new("-") {
        return PictureFile::Unknown;
    }
    let path = match below(story.parent().unwrap_or(Path::new("")), name, files) {
        Ok(Some(path)) => path,
        Ok(None) => return PictureFile::Elsewhere,
        Err(_) => return PictureFile::Missing,
    };
    let Ok(Some(bytes)) = files.size(&path) else { return PictureFile::Missing };
    // What is too large to be read, `build` says.
    let Ok(content) = files.read(&path, MOST_BYTES) else { return PictureFile::Unknown };
    let has_ending = |end| path.extension().is_some_and(|it| it.eq_ignore_ascii_case(end));
    match imagesize::blob_size(&content) {
        Ok(size) => PictureFile::Picture {
            width: size.width,
            height: size.height,
            may_turn: has_ending("jpg") || has_ending("jpeg"),
            bytes,
        },
        // How large a drawing is may be said in many ways.
        Err(_) if has_ending("svg") => PictureFile::Unknown,
        Err(_) => PictureFile::Other,
    }
}

/// Faults of the plain JSON as findings in the author's text.
fn located(jsonc: &Jsonc, severity: Severity, mut faults: Vec<Fault>) -> Vec<Finding> {
    jsonc.locate(&mut faults);
    let mut findings = finding::faults(jsonc.json(), severity, faults);
    finding::sort(&mut findings);
    findings
}
