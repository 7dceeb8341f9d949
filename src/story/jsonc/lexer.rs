//! A text taken apart: brackets, commas, colons and values, without what stands between them.

use std::ops::Range;

use super::cause::Cause;
use super::quoted;
use super::words::{self, Place, Word};
use crate::story::limits::MOST_FAULTS;

/// What a part of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    Comma,
    Colon,
    Equals,
    Text,
    Number,
    Word,
    /// What does not belong between values.
    Other,
}

/// How sure it is where a part of a text ends, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// It is JSON.
    None,
    /// Something is wrong with it that has one right form.
    Corrected,
    /// Only its author knows.
    Open,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) at: Range<usize>,
    pub(super) doubt: Doubt,
}

/// Goes through a text.
pub(super) struct Lexer<'a> {
    text: &'a str,
    /// The offset up to which the text is read.
    pub(super) at: usize,
    /// What is wrong with the parts themselves.
    pub(super) causes: Vec<Cause>,
    /// Where comments stand.
    pub(super) comments: Vec<Range<usize>>,
    /// Whether a comment or a text goes on to the end because it is not closed.
    pub(super) is_cut: bool,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, causes: Vec::new(), comments: Vec::new(), is_cut: false }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The next part; none at the end, or if too much is wrong before it.
    pub(super) fn next(&mut self, place: Place) -> Option<Token> {
        self.skip();
        if self.causes.len() >= MOST_FAULTS {
            self.is_cut = true;
            return None;
        }
        let known = self.causes.len();
        let start = self.at;
        let character = self.rest().chars().next()?;
        let mut end = start + character.len_utf8();
        let kind = match character {
            '{' | '[' => Kind::Open,
            '}' | ']' => Kind::Close,
            ',' => Kind::Comma,
            ':' => Kind::Colon,
            '=' => {
                let is_long = ["=>", "=="].iter().any(|sign| self.rest().starts_with(sign));
                end += usize::from(is_long);
                Kind::Equals
            }
            _ if quoted::is_quote(character) => {
                let causes = self.causes.len();
                end = quoted::read(self.text, start, &mut self.causes);
                self.is_cut = end == self.text.len() && self.causes.len() > causes;
                Kind::Text
            }
            _ if words::begins(character) => {
                let word;
                (word, end) = words::read(self.text, start, place, &mut self.causes);
                match word {
                    Word::Number => Kind::Number,
                    Word::Key => Kind::Text,
                    Word::Other => Kind::Word,
                }
            }
            _ => Kind::Other,
        };
        self.at = end;
        let doubt = match self.causes.get(known..) {
            None | Some([]) => Doubt::None,
            Some(causes) if causes.iter().all(|cause| cause.edit.is_some()) => Doubt::Corrected,
            _ => Doubt::Open,
        };
        Some(Token { kind, at: start..end, doubt })
    }

    /// Passes blanks and comments.
    fn skip(&mut self) {
        while self.causes.len() < MOST_FAULTS {
            let rest = self.rest();
            let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
            self.at += blanks;
            let rest = self.rest();
            if rest.starts_with("//") || rest.starts_with('#') {
                self.line_comment(rest);
            } else if rest.starts_with("/*") {
                self.block_comment(rest);
            } else if !self.odd_blank(rest) {
                return;
            }
        }
    }

    fn line_comment(&mut self, rest: &str) {
        let start = self.at;
        self.at += rest.find('\n').unwrap_or(rest.len());
        self.comments.push(start..self.at);
        if rest.starts_with('#') {
            let wrong = "this comment begins with #";
            let cause = Cause::new(start..start + 1, wrong, "Write // before a comment.");
            // It may be a colour.
            let line = self.text.get(..start).and_then(|before| before.rsplit('\n').next());
            let is_alone = line.is_some_and(|before| before.trim_start().is_empty())
                || rest
                    .get(1..)
                    .is_none_or(|rest| !rest.starts_with(|it: char| it.is_alphanumeric()));
            self.causes.push(match is_alone {
                true => cause.or_write(start..start + 1, "//"),
                false => cause,
            });
        }
    }

    fn block_comment(&mut self, rest: &str) {
        let start = self.at;
        let end = rest.get(2..).and_then(|inside| inside.find("*/"));
        self.at += end.map_or(rest.len(), |end| end + 4);
        self.comments.push(start..self.at);
        self.is_cut = end.is_none();
        if self.is_cut {
            let wrong = "this comment is not closed";
            self.causes.push(Cause::new(start..start + 2, wrong, "Write */ behind it."));
        }
    }

    /// Passes a blank that looks like a space and is none; whether there is one.
    fn odd_blank(&mut self, rest: &str) -> bool {
        let Some(blank) = rest.chars().next() else { return false };
        let code = u32::from(blank);
        let name = match blank {
            '\u{A0}' => "a no-break space".to_owned(),
            '\u{202F}' => "a narrow no-break space".to_owned(),
            '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {
                format!("an invisible character (U+{code:04X})")
            }
            _ if blank.is_whitespace() => format!("an unusual space (U+{code:04X})"),
            _ => return false,
        };
        let range = self.at..self.at + blank.len_utf8();
        self.at = range.end;
        let wrong = format!("{name} stands between values");
        let cause = Cause::new(range.clone(), wrong, "Write an ordinary space.");
        self.causes.push(cause.or_write(range, " "));
        true
    }
}
