//! What the tool asks when it writes a story from something else: whether words would be read.

use super::{Date, Text};

impl Date {
    /// The date that some words of a story mean, if they mean one.
    pub fn of(words: &str) -> Option<Self> {
        Self::parse(words).ok()
    }
}

impl Text {
    /// The text that some words of a story mean, if their markup is right.
    pub fn of(source: &str) -> Option<Self> {
        Self::parse(source).ok()
    }
}
