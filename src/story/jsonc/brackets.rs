//! Which bracket is not closed: the one that another comes before, or the one whose closing bracket
//! stands further left than itself.

use super::cause::Cause;
use crate::story::locate;

/// A bracket that opens, and its offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bracket {
    pub(super) at: usize,
    pub(super) is_list: bool,
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

/// What is wrong where another bracket comes before the one that would close this.
pub(super) fn crossed(text: &str, open: Bracket, at: usize) -> Cause {
    let other = match text.get(at..).and_then(|rest| rest.chars().next()) {
        Some(bracket @ ('{' | '}' | '[' | ']')) => bracket.to_string(),
        _ => "key".to_owned(),
    };
    let place = locate::position(text, at);
    let (line, column, closing) = (place.line, place.column, open.closing());
    open.unclosed(format!(
        "The {other} of line {line}, column {column} comes first: write {closing} before it, or \
         remove it."
    ))
}

/// What is wrong where the text ends before this bracket is closed; `pairs` are those that were
/// closed, with what closed them, in the order in which that happened.
pub(super) fn unclosed_at_end(text: &str, innermost: Bracket, pairs: &[(Bracket, usize)]) -> Cause {
    let suspect = pairs.iter().find(|(open, close)| stands_left_of(text, *close, open.at));
    let Some((open, close)) = suspect else {
        let closing = innermost.closing();
        let what = if innermost.is_list { "list" } else { "object" };
        return innermost
            .unclosed(format!("The text ends first: write {closing} where this {what} ends."));
    };
    let closing = open.closing();
    let line = locate::position(text, *close).line;
    open.unclosed(format!(
        "The {closing} of line {line} stands further left and seems to belong to what is around \
         it: write {closing} before that."
    ))
}

/// Whether a closing bracket begins a line of its own that is indented less than the line of the
/// bracket it closes.
fn stands_left_of(text: &str, close: usize, open: usize) -> bool {
    let (Some(before), Some(between)) = (text.get(..close), text.get(open..close)) else {
        return false;
    };
    let line = before.rsplit('\n').next().unwrap_or("");
    between.contains('\n')
        && line.trim_start().is_empty()
        && line.len() < indentation(text.get(..open).unwrap_or(""))
}

/// How far the last line of a text is indented.
fn indentation(text: &str) -> usize {
    let line = text.rsplit('\n').next().unwrap_or("");
    line.len() - line.trim_start().len()
}
