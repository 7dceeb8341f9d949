//! Which bracket is not closed: the one that another comes before, or the one whose closing bracket
//! stands further left than itself.

use super::cause::Cause;
use crate::story::{Position, locate};

/// A bracket that opens, and its offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bracket {
    pub(super) at: usize,
    pub(super) is_list: bool,
    pub(super) line: Line,
}

impl Bracket {
    fn opening(self) -> char {
        if self.is_list { '[' } else { '{' }
    }

    /// What closes it.
    pub(super) fn closing(self) -> char {
        if self.is_list { ']' } else { '}' }
    }

    /// That it is not closed, and what to do.
    fn unclosed(self, right: String) -> Cause {
        let wrong = format!("this {} is not closed", self.opening());
        Cause::new(self.at..self.at + 1, wrong, right)
    }
}

/// What is wrong where another bracket, or a key, comes before the one that would close this; `at`
/// is its offset, and where that is.
pub(super) fn crossed(text: &str, open: Bracket, at: Position) -> Cause {
    let other = match text.get(at.offset..).and_then(|rest| rest.chars().next()) {
        Some(bracket @ ('{' | '}' | '[' | ']')) => bracket.to_string(),
        _ => "key".to_owned(),
    };
    let (line, column, closing) = (at.line, at.column, open.closing());
    open.unclosed(format!(
        "The {other} of line {line}, column {column} comes first: write {closing} before it, or \
         remove it."
    ))
}

/// What is wrong where the text ends before this bracket is closed; `suspect` is the first one whose
/// closing bracket stands further left than itself, with the offset of that.
pub(super) fn unclosed_at_end(
    text: &str,
    innermost: Bracket,
    suspect: Option<(Bracket, usize)>,
) -> Cause {
    let Some((open, close)) = suspect else {
        let closing = innermost.closing();
        let what = if innermost.is_list { "list" } else { "object" };
        return innermost
            .unclosed(format!("The text ends first: write {closing} where this {what} ends."));
    };
    let closing = open.closing();
    let line = locate::position(text, close).line;
    open.unclosed(format!(
        "The {closing} of line {line} stands further left and seems to belong to what is around \
         it: write {closing} before that."
    ))
}

/// The line in which something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Counted from 0.
    number: usize,
    /// With how many bytes of blanks it begins.
    indent: usize,
    /// Whether only blanks stand before it.
    is_first: bool,
}

impl Line {
    /// Whether a closing bracket begins a line of its own that is indented less than the line of the
    /// bracket it closes.
    pub(super) fn stands_left_of(&self, open: &Bracket) -> bool {
        self.number > open.line.number && self.is_first && self.indent < open.line.indent
    }
}

/// The lines of offsets that ascend: each part of a text is looked at once, however deep it nests
/// and however long its lines are.
#[derive(Debug, Default)]
pub(super) struct Indents {
    /// What was looked at ends here.
    at: usize,
    line: Line,
    /// Whether something but blanks stands in the line.
    is_begun: bool,
}

impl Indents {
    /// The line in which an offset stands, which lies behind all those asked for before.
    pub(super) fn line(&mut self, text: &str, at: usize) -> Line {
        for letter in text.get(self.at..at).unwrap_or("").chars() {
            if letter == '\n' {
                self.line = Line { number: self.line.number + 1, ..Line::default() };
                self.is_begun = false;
            } else if !letter.is_whitespace() {
                self.is_begun = true;
            } else if !self.is_begun {
                self.line.indent += letter.len_utf8();
            }
        }
        self.at = self.at.max(at);
        Line { is_first: !self.is_begun, ..self.line }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_looked_at_once() {
        for count in [10, 1_000, 100_000] {
            let text = "[".repeat(count) + &"]".repeat(count);
            let mut indents = Indents::default();
            for at in 0..text.len() {
                let before = indents.at;
                indents.line(&text, at);
                assert!(indents.at - before <= 1);
            }
        }
    }

    #[test]
    fn a_line_knows_its_blanks() {
        let text = "{\n  [ 1,\n\t{}\n ]";
        let mut indents = Indents::default();
        let mut line = |sign: char| indents.line(text, text.find(sign).unwrap());
        let _ = line('{');
        let open = Bracket { at: 4, is_list: true, line: line('[') };
        assert_eq!(open.line, Line { number: 1, indent: 2, is_first: true });
        assert!(!line('1').is_first);
        assert!(line(']').stands_left_of(&open));
    }
}
