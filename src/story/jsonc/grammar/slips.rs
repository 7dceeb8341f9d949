//! What is wrong where something else stands than may stand there, and how the walk goes on.

use std::ops::{ControlFlow, Range};

use super::{Comma, Expected, Grammar};
use crate::story::fault::shortened;
use crate::story::jsonc::brackets::{self, Bracket};
use crate::story::jsonc::cause::Cause;
use crate::story::jsonc::lexer::{Doubt, Kind, Token};
use crate::story::jsonc::words;

impl Grammar<'_> {
    pub(super) fn note(
        &mut self,
        at: Range<usize>,
        wrong: impl Into<String>,
        right: impl Into<String>,
    ) {
        self.lexer.causes.push(Cause::new(at, wrong, right));
    }

    /// That a bracket is not closed before an offset, which lies behind all told before.
    pub(super) fn crossed(&mut self, open: Bracket, at: usize) {
        let at = self.lines.position(at);
        self.lexer.causes.push(brackets::crossed(self.text, open, at));
    }

    /// Notes that a sign is missing at an offset; whether it is sure that it was meant.
    pub(super) fn insert(&mut self, cause: Cause, at: usize, sign: &str, is_sure: bool) {
        self.inserted = Some(at);
        self.lexer.causes.push(if is_sure { cause.or_write(at..at, sign) } else { cause });
    }

    /// Leaves it to the author whether a sign was missing in the step before.
    pub(super) fn withdraw(&mut self) {
        let Some(at) = self.doubted else { return };
        let is_it =
            |cause: &&mut Cause| cause.edit.as_ref().is_some_and(|edit| edit.at == (at..at));
        if let Some(cause) = self.lexer.causes.iter_mut().rev().find(is_it) {
            cause.doubt();
        }
    }

    /// Whether it is known where the last part ends and what this is.
    pub(super) fn are_sure(&self, token: &Token) -> bool {
        let last = self.last.as_ref().map_or(Doubt::Open, |last| last.doubt);
        last != Doubt::Open && token.doubt != Doubt::Open
    }

    /// Whether an entry may stand behind another with nothing but a comma between: in an object a
    /// key, in a list all but the rest of a number that a blank has cut.
    pub(super) fn may_follow(&self, last: &Token, token: &Token) -> bool {
        if self.open.last().is_none_or(|open| !open.is_list) {
            return token.kind == Kind::Text;
        }
        let between = self.text.get(last.at.end..token.at.start).unwrap_or("");
        let are_numbers = last.kind == Kind::Number && token.kind == Kind::Number;
        !are_numbers || between.contains('\n')
    }

    /// Whether a part is a number without an exponent.
    pub(super) fn is_plain_number(&self, token: &Token) -> bool {
        let text = self.text.get(token.at.clone()).unwrap_or("");
        let digits = text.strip_prefix('-').unwrap_or(text);
        let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        token.kind == Kind::Number && token.doubt == Doubt::None && is_plain
    }

    /// A number where a key should stand: mostly the rest of one that a comma has cut.
    pub(super) fn number_as_key(&mut self, token: &Token, comma: Option<Comma>) -> ControlFlow<()> {
        let begins_with_digit = self
            .text
            .get(token.at.clone())
            .is_some_and(|text| text.starts_with(|first: char| first.is_ascii_digit()));
        let goes_on = self
            .text
            .get(token.at.end..)
            .is_some_and(|rest| rest.starts_with(|it| words::begins(it) || it == '%'));
        let is_rest = begins_with_digit && self.is_plain_number(token) && !goes_on;
        let is_cut = |(comma, _): &Comma| {
            comma.end == token.at.start && is_rest && self.text.get(comma.clone()) == Some(",")
        };
        let Some((_, Some(number))) = comma.filter(is_cut) else {
            let right = "Write \"key\": before a value in an object.";
            self.note(token.at.clone(), "a key is missing here", right);
            return ControlFlow::Break(());
        };
        let cause = number_with_commas(self.text, number.start);
        let at = number.start..cause.at.end.max(token.at.end);
        let doubt = if cause.edit.is_some() { Doubt::Corrected } else { Doubt::Open };
        self.lexer.at = at.end;
        self.resumed = Some(Token { kind: Kind::Number, at, doubt });
        self.lexer.causes.push(cause);
        self.expected = Expected::Comma;
        ControlFlow::Continue(())
    }

    /// Notes that the key that was read last has no value.
    pub(super) fn no_value(&mut self) {
        let at = self.last.as_ref().map_or(0..0, |last| last.at.clone());
        let right = "Write a value behind the colon, or leave the key out.";
        self.note(at, "no value follows this key", right);
    }

    /// A colon where a comma should stand: behind a key in a list, which may be one that was not
    /// closed, or behind a value.
    pub(super) fn colon_behind_value(&mut self, last: &Token, token: &Token) {
        self.withdraw();
        let list = self.open.last().copied().filter(|open| open.is_list);
        let Some(list) = list.filter(|_| last.kind == Kind::Text) else {
            let right = "Write \"key\": and its value.";
            return self.note(token.at.clone(), "no key stands before this colon", right);
        };
        let between = self.text.get(list.at + 1..last.at.start).unwrap_or("");
        if between.trim().is_empty() {
            let right = "Write { before it and } behind its value.";
            self.note(last.at.clone(), "a key stands in a list", right);
        } else {
            self.crossed(list, last.at.start);
        }
    }

    /// Whether a part goes on with the text before it, which a quote seems to have ended too early.
    pub(super) fn is_within_text(&self, last: &Token, token: &Token) -> bool {
        let between = self.text.get(last.at.end..token.at.start).unwrap_or("");
        let goes_on = match token.kind {
            Kind::Word | Kind::Other => !between.contains('\n'),
            Kind::Text => between.is_empty(),
            _ => false,
        };
        let is_quoted = self.text.get(last.at.clone()).is_some_and(|text| text.ends_with('"'));
        last.kind == Kind::Text && is_quoted && goes_on
    }

    /// A double quote within a text: goes on behind the last quote of the line.
    pub(super) fn quote_within(&mut self, last: &Token, token: &Token) -> ControlFlow<()> {
        // What was made of the words behind it is wrong.
        self.lexer.causes.retain(|cause| cause.at.start < last.at.end);
        let right = "Write \\\" for a double quote within a text, or “ and ”.";
        self.note(last.at.end - 1..last.at.end, "a double quote stands within this text", right);
        let line = self.text.get(token.at.start..).and_then(|rest| rest.lines().next());
        let Some(quote) = line.and_then(|line| line.rfind('"')) else {
            return ControlFlow::Break(());
        };
        self.lexer.at = token.at.start + quote + 1;
        let at = last.at.start..self.lexer.at;
        self.resumed = Some(Token { kind: Kind::Text, at, doubt: Doubt::Open });
        ControlFlow::Continue(())
    }

    /// What does not belong between values.
    pub(super) fn stray(&mut self, token: &Token) -> ControlFlow<()> {
        let character = self.text.get(token.at.clone()).unwrap_or("");
        if character == ";" && self.expected == Expected::Comma {
            let (at, wrong) = (token.at.clone(), "a semicolon stands in place of a comma");
            let cause = Cause::new(at.clone(), wrong, "Write a comma.");
            let behind = self.text.get(at.end..).unwrap_or("");
            // It may stand within a number or a word.
            let is_alone = !behind.starts_with(char::is_alphanumeric);
            self.lexer.causes.push(if is_alone { cause.or_write(at, ",") } else { cause });
            let comma = Token { kind: Kind::Comma, ..token.clone() };
            return self.comma(&comma);
        }
        let wrong = format!("the character {} stands between values", shortened(character));
        let right = "Remove it, or put the text it belongs to in double quotes.";
        self.note(token.at.clone(), wrong, right);
        ControlFlow::Break(())
    }
}

/// What is wrong with a number that begins at `start` and that commas cut into pieces.
fn number_with_commas(text: &str, start: usize) -> Cause {
    let rest = text.get(start..).unwrap_or("");
    let is_part = |it: char| it.is_ascii_digit() || matches!(it, ',' | '.');
    let minus = usize::from(rest.starts_with('-'));
    let digits = rest.get(minus..).unwrap_or("");
    let length = minus + digits.find(|it| !is_part(it)).unwrap_or(digits.len());
    let written = rest.get(..length).unwrap_or("").trim_end_matches([',', '.']);
    let cause = |right: String| {
        Cause::new(start..start + written.len(), "this number is written with a comma", right)
    };
    match Meant::by(written) {
        Meant::One(number) => {
            let range = start..start + written.len();
            cause(format!("Write {number}.")).or_write(range, number)
        }
        Meant::Either(whole, decimal) => {
            cause(format!("Write {whole}, or {decimal} if the comma stands before decimals."))
        }
        Meant::Unclear => cause("Write digits only, with a point before decimals.".to_owned()),
    }
}

/// What a number with commas may mean.
#[derive(Debug, PartialEq, Eq)]
enum Meant {
    One(String),
    Either(String, String),
    Unclear,
}

impl Meant {
    fn by(written: &str) -> Self {
        let (integer, fraction) = match written.split_once('.') {
            Some((integer, fraction)) => (integer, Some(fraction)),
            None => (written, None),
        };
        let groups: Vec<&str> = integer.split(',').collect();
        let is_grouped = groups.iter().skip(1).all(|group| group.len() == 3);
        let whole = groups.concat();
        match (&*groups, fraction) {
            (_, Some(fraction)) if fraction.contains([',', '.']) => Self::Unclear,
            (_, Some(fraction)) if is_grouped => Self::One(format!("{whole}.{fraction}")),
            ([first, decimals], None) => {
                let decimal = format!("{first}.{decimals}");
                let is_decimal = !is_grouped || first.trim_start_matches('-') == "0";
                if is_decimal { Self::One(decimal) } else { Self::Either(whole, decimal) }
            }
            (_, None) if is_grouped => Self::One(whole),
            _ => Self::Unclear,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_may_group_digits_or_stand_before_decimals() {
        let one = |number: &str| Meant::One(number.to_owned());
        assert_eq!(Meant::by("1,5"), one("1.5"));
        assert_eq!(Meant::by("-0,125"), one("-0.125"));
        assert_eq!(Meant::by("1,234,567"), one("1234567"));
        assert_eq!(Meant::by("1,234.5"), one("1234.5"));
        assert_eq!(Meant::by("1,234"), Meant::Either("1234".to_owned(), "1.234".to_owned()));
        for unclear in ["1.234,5", "1,23,4", "1,2.5"] {
            assert_eq!(Meant::by(unclear), Meant::Unclear, "{unclear}");
        }
    }
}
