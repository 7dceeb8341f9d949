//! What is wrong with a story, where, and what would be right.
//!
//! In: the one wording of a fault, wherever it is told, and the collector the parser fills.
//! Out: finding the path and line of an offset (`locate`).

use std::fmt;

use super::limits::MOST_FAULTS;

/// One thing that is wrong with a story.
///
/// Card and console name the file as well ([`Self::in_file`]); its [`Display`](fmt::Display) does
/// not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The way to it from the top, such as `trivia.questions[3].answer`; empty for the whole text.
    pub path: String,
    /// Where it stands in the text.
    pub at: Position,
    /// What is wrong: a clause without a full stop.
    pub wrong: String,
    /// What would be right: whole sentences.
    pub right: String,
}

/// A position in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// In bytes from the start; at most the length of the text.
    pub offset: usize,
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
}

impl Fault {
    /// What is wrong and what would be right, in sentences: `wrong. right`.
    pub fn message(&self) -> String {
        [&self.wrong, ". ", &self.right].concat()
    }

    /// All of it, in the file at `address`: `address:line:column: path: wrong. right`.
    pub fn in_file(&self, address: &str) -> String {
        // A position as compilers write it, so that editors find it.
        let Position { line, column, .. } = self.at;
        let colon = if self.path.is_empty() { "" } else { ": " };
        format!("{address}:{line}:{column}: {}{colon}{}", self.path, self.message())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let comma = if self.path.is_empty() { "" } else { ", " };
        let Position { line, column, .. } = self.at;
        write!(f, "line {line}, column {column}{comma}{}: {}", self.path, self.message())
    }
}

impl std::error::Error for Fault {}

/// A fault before its line and path are looked up.
#[derive(Debug)]
pub(super) struct OffsetFault {
    /// Offset of the value or key.
    pub(super) at: usize,
    pub(super) wrong: String,
    pub(super) right: String,
}

/// The faults found so far.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: Vec<OffsetFault>,
}

impl Faults {
    /// Notes a fault of the value or key that begins at the offset `at`.
    pub(super) fn push(&mut self, at: usize, wrong: fmt::Arguments<'_>, right: fmt::Arguments<'_>) {
        if !self.is_full() {
            self.found.push(OffsetFault { at, wrong: wrong.to_string(), right: right.to_string() });
        }
    }

    /// Whether further faults would not be kept.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MOST_FAULTS
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All faults in the order of the text.
    pub(super) fn into_sorted(mut self) -> Vec<OffsetFault> {
        self.found.sort_by_key(|found| found.at);
        self.found
    }
}

/// Notes what is wrong at an offset and what would be right, both as [`format_args`] takes them.
macro_rules! fault {
    ($context:expr, $at:expr, $wrong:literal, $right:literal) => {
        $context.faults.push($at, format_args!($wrong), format_args!($right))
    };
}

pub(super) use fault;

/// Words of an author, in quotes and cut short.
pub(super) fn quote(words: &str) -> Quoted<'_> {
    Quoted { words, mark: "\"" }
}

/// Words of an author, cut short.
pub(super) fn shortened(words: &str) -> Quoted<'_> {
    Quoted { words, mark: "" }
}

/// Words of an author between marks.
#[derive(Clone, Copy)]
pub(super) struct Quoted<'a> {
    words: &'a str,
    mark: &'static str,
}

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 60;
        let Self { words, mark } = *self;
        let end = words.char_indices().nth(MOST).map(|(end, _)| end);
        let (words, more) = end.map_or((words, ""), |end| (&words[..end], "…"));
        for part in [mark, words, more, mark] {
            f.write_str(part)?;
        }
        Ok(())
    }
}

/// What to write in place of `word`: the nearest of the known words, or all of them.
///
/// `what` names them in the plural, such as `keys here`.
pub(super) fn suggestion(word: &str, known: &[&str], what: &str) -> String {
    proposal(nearest(word, known), known, what)
}

/// The same where the [`nearest`] is found already.
pub(super) fn proposal(near: Option<&str>, known: &[&str], what: &str) -> String {
    const MOST_LISTED: usize = 24;
    if let Some(near) = near {
        format!("Did you mean {}?", quote(near))
    } else if known.is_empty() {
        format!("There are no {what}.")
    } else if known.len() <= MOST_LISTED {
        format!("The {what} are: {}.", known.join(", "))
    } else {
        format!("It is like none of the {what}.")
    }
}

/// The known word that differs from `word` by the fewest slips, if they are few.
pub(super) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    // A distance costs the product of both lengths; no id or key worth a guess is this long.
    const LONGEST: usize = 80;
    if word.len() > LONGEST {
        return None;
    }
    // A single letter is like every other.
    let most = (word.chars().count() + 1) / 3;
    let (mut nearest, mut fewest) = (None, most + 1);
    for other in known.iter().filter(|other| other.len() <= LONGEST) {
        let slips = strsim::osa_distance(word, other);
        if slips < fewest {
            (nearest, fewest) = (Some(*other), slips);
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(path: &str) -> Fault {
        Fault {
            path: path.into(),
            at: Position { offset: 30, line: 2, column: 7 },
            wrong: "it is wrong".into(),
            right: "Correct it.".into(),
        }
    }

    #[test]
    fn a_fault_is_told_in_the_same_words_everywhere() {
        let fault = fault("a[1].b");
        assert_eq!(fault.message(), "it is wrong. Correct it.");
        assert_eq!(fault.in_file("x.json"), "x.json:2:7: a[1].b: it is wrong. Correct it.");
        assert_eq!(fault.to_string(), "line 2, column 7, a[1].b: it is wrong. Correct it.");
    }

    #[test]
    fn a_fault_of_the_whole_text_has_no_path() {
        let fault = fault("");
        assert_eq!(fault.in_file("x.json"), "x.json:2:7: it is wrong. Correct it.");
        assert_eq!(fault.to_string(), "line 2, column 7: it is wrong. Correct it.");
    }
}
