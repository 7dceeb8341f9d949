//! A story as its author may write it: JSON with comments and trailing commas (JSONC), and the
//! reason why a text is not even that.
//!
//! In: from bytes to plain JSON in which everything keeps its place. Out: what the JSON says
//! (`parse`); the card itself reads plain JSON only and has one sentence for all that is not, so
//! this stands in the native tool alone.
//!
//! `encoding` and `other_formats` look at the whole; `lexer` (with `quoted`, `words`) takes the
//! text apart and `grammar` (with `brackets`) says what may follow what. Both go on behind what
//! they understand, so that an author sees every slip at once.

mod brackets;
mod cause;
mod encoding;
mod grammar;
mod lexer;
mod other_formats;
mod quoted;
mod words;

pub use cause::{Cause, Edit};

use super::locate;
use super::{Fault, Position};

/// A text that is JSON but for comments and trailing commas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jsonc {
    text: String,
    json: Option<String>,
}

/// A text that is no JSON, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// As much of it as can be read, without a byte order mark.
    pub text: String,
    /// What is wrong, in the order of the text; never empty.
    pub causes: Vec<Cause>,
}

impl Jsonc {
    /// Reads what an author has saved, with or without a byte order mark.
    ///
    /// # Errors
    /// Every reason why it is no JSON, as far as the text can be understood.
    pub fn read(bytes: &[u8]) -> Result<Self, NotJson> {
        let text = encoding::text(bytes)?;
        if is_json(&text) {
            return Ok(Self { text, json: None });
        }
        if let Some(cause) = other_formats::cause(&text) {
            return Err(NotJson { text, causes: vec![cause] });
        }
        let found = grammar::read(&text);
        if !found.causes.is_empty() {
            return Err(NotJson { text, causes: found.causes });
        }
        let json = blanked(&text, &found.blanks);
        Ok(Self { text, json: Some(json) })
    }

    /// What the author wrote, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same as plain JSON: blanks stand where comments and trailing commas were, so that every
    /// offset is that of the author's text.
    ///
    /// It may still be refused, for instance if it is nested too deeply.
    pub fn json(&self) -> &str {
        self.json.as_deref().unwrap_or(&self.text)
    }

    /// Gives faults of the plain JSON, in its order, their places in the author's text.
    pub fn locate(&self, faults: &mut [Fault]) {
        let mut lines = locate::Lines::new(&self.text);
        for fault in faults {
            fault.at = lines.position(fault.at.offset);
        }
    }
}

/// Where in a text the offsets stand, which ascend.
pub fn positions(text: &str, offsets: impl IntoIterator<Item = usize>) -> Vec<Position> {
    let mut lines = locate::Lines::new(text);
    offsets.into_iter().map(|offset| lines.position(offset)).collect()
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// A text with blanks in place of these parts; line breaks stay.
fn blanked(text: &str, parts: &[std::ops::Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for part in parts {
        out.push_str(text.get(from..part.start).unwrap_or(""));
        for byte in text.get(part.clone()).unwrap_or("").bytes() {
            out.push(if matches!(byte, b'\n' | b'\r') { byte.into() } else { ' ' });
        }
        from = part.end;
    }
    out.push_str(text.get(from..).unwrap_or(""));
    out
}
