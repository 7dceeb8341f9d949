//! From bytes to a checked story.
//!
//! In: what concerns the text as a whole, and the order of the steps. Out: its parts (`read`).

use serde_json::error::Category;

use super::fault::{Fault, Faults, shortened};
use super::limits::{DEEPEST, MOST_BYTES};
use super::read::{self, Document, Format};
use super::{Story, locate};

impl Story {
    /// Reads a story from JSON in UTF-8, with or without a byte order mark.
    ///
    /// # Errors
    /// Every fault, in the order of the text; never an empty list. A text that is too large,
    /// not UTF-8, not JSON or of a newer format has this one fault. A value of the wrong shape
    /// hides only what it means itself, not the faults of others.
    pub fn parse(bytes: &[u8]) -> Result<Self, Vec<Fault>> {
        std::str::from_utf8(bytes).map_or_else(
            |error| {
                let valid = bytes.get(..error.valid_up_to()).unwrap_or(bytes);
                behind_mark(&String::from_utf8_lossy(valid), |text| {
                    let wrong = "the text is not UTF-8 from here on".into();
                    Err(vec![whole(text, text.len(), wrong, "Save the file as UTF-8.".into())])
                })
            },
            Self::parse_text,
        )
    }

    /// The same for what is known to be UTF-8.
    ///
    /// # Errors
    /// As [`Story::parse`].
    pub fn parse_text(text: &str) -> Result<Self, Vec<Fault>> {
        behind_mark(text, checked)
    }
}

/// Reads what stands behind a byte order mark.
fn behind_mark(
    text: &str,
    read: impl FnOnce(&str) -> Result<Story, Vec<Fault>>,
) -> Result<Story, Vec<Fault>> {
    let behind = text.strip_prefix('\u{feff}').unwrap_or(text);
    read(behind).map_err(|mut faults| {
        for fault in &mut faults {
            fault.at.offset += text.len() - behind.len();
        }
        faults
    })
}

/// Reads a story from a text without a byte order mark.
fn checked(text: &str) -> Result<Story, Vec<Fault>> {
    if text.len() > MOST_BYTES {
        let wrong = format!("the story has {} bytes", text.len());
        return Err(vec![whole(text, 0, wrong, "A story may have at most 16 MB.".into())]);
    }
    let document = Document::new(text).map_err(|error| vec![malformed(text, &error)])?;
    let root = document.root();
    if let Some(version) = Format::newer(root) {
        let mut faults = Faults::default();
        let (found, known) = (shortened(version.text), Format::KNOWN);
        faults.push(
            version.at,
            format_args!("this story is written in format {found}"),
            format_args!("This card reads format {known}; use a newer card."),
        );
        return Err(locate::locate(text, root, faults.into_sorted()));
    }
    let (story, faults) = read::story(root);
    if faults.is_empty() {
        Ok(story)
    } else {
        Err(locate::locate(text, root, faults.into_sorted()))
    }
}

/// A fault of the text as a whole, at an offset.
fn whole(text: &str, offset: usize, wrong: String, right: String) -> Fault {
    Fault { path: String::new(), at: locate::position(text, offset), wrong, right }
}

/// What serde_json says of a text that is not JSON.
fn malformed(text: &str, error: &serde_json::Error) -> Fault {
    let line: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    // Its columns count bytes, and may lie within a character or behind the end.
    let mut offset = (line + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    if error.classify() == Category::Data {
        let right = format!("A story has at most {DEEPEST} brackets within each other.");
        return whole(text, 0, "the text is nested too deeply".into(), right);
    }
    let wrong = match error.classify() {
        Category::Eof => "the text is not JSON: it ends too early",
        _ => "the text is not JSON from here on",
    };
    let right = "Put texts and keys in double quotes, a comma between two entries and none behind \
                 the last, and close every bracket."
        .into();
    whole(text, offset, wrong.into(), right)
}
