//! What stands without quotes: numbers, `true`, `false`, `null`, and what was meant to be one of
//! these, a key or a text.

use super::cause::Cause;
use super::quoted::is_quote;
use crate::story::Date;
use crate::story::fault::quote;

/// Where a part of a text stands, for what a word there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Where a key may stand.
    Object,
    /// In a list.
    List,
    /// Behind a key and its colon.
    Value,
}

/// What a word is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Number,
    Key,
    Other,
}

/// Whether a character begins a word.
pub(super) fn begins(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$' | '-' | '+' | '.')
}

/// Reads the word at `at`; what it is, and the offset behind it.
pub(super) fn read(text: &str, at: usize, place: Place, causes: &mut Vec<Cause>) -> (Word, usize) {
    let rest = text.get(at..).unwrap_or("");
    let length = rest.find(|it| !begins(it) && it != '%').unwrap_or(rest.len());
    let (word, behind) = rest.split_at(length);
    let range = at..at + length;
    let is_number = word.contains(|it: char| it.is_ascii_digit())
        && word.starts_with(|it: char| it.is_ascii_digit() || matches!(it, '-' | '+' | '.'));
    let is_json = serde_json::from_str::<serde::de::IgnoredAny>(word).is_ok();
    let has_colon = behind.trim_start().starts_with(':');
    let is_key = match place {
        Place::Object => has_colon || behind.trim_start().starts_with('='),
        Place::List => has_colon && !is_number && !behind.starts_with("://"),
        Place::Value => false,
    };
    if is_key {
        let cause =
            Cause::new(range.clone(), "this key has no quotes", "Write it in double quotes.");
        causes.push(cause.or_write(range.clone(), format!("\"{word}\"")));
        (Word::Key, range.end)
    } else if has_colon {
        // A time, an address, a sentence.
        (Word::Other, bare_text(text, at, causes))
    } else if is_json {
        (if is_number { Word::Number } else { Word::Other }, range.end)
    } else if is_number {
        causes.push(number(word, range.clone()));
        (Word::Number, range.end)
    } else if let Some(cause) = name(word, range.clone()) {
        causes.push(cause);
        (Word::Other, range.end)
    } else {
        (Word::Other, bare_text(text, at, causes))
    }
}

/// Why a word is no number, though it looks like one.
fn number(word: &str, at: std::ops::Range<usize>) -> Cause {
    if Date::parse(word).is_ok() {
        let cause = Cause::new(at.clone(), "this date has no quotes", "Write it in double quotes.");
        return cause.or_write(at, format!("\"{word}\""));
    }
    let digits = word.strip_prefix(['-', '+']).unwrap_or(word);
    let minus = if word.starts_with('-') { "-" } else { "" };
    let bare = digits.trim_start_matches('0');
    let (wrong, written) = if digits.starts_with(['-', '+']) {
        ("", String::new())
    } else if word.contains('_') {
        ("this number has an underscore", word.replace('_', ""))
    } else if digits.starts_with('.') {
        ("this number has no digit before its point", format!("{minus}0{digits}"))
    } else if word.ends_with('.') {
        (
            "this number has no digit behind its point",
            word.strip_suffix('.').unwrap_or(word).to_owned(),
        )
    } else if word.starts_with('+') {
        ("this number begins with a plus", digits.to_owned())
    } else if bare.len() < digits.len() && bare.starts_with(|it: char| it.is_ascii_digit()) {
        // It may also be the text of a code, which a number cannot be.
        let right = format!("Write {minus}{bare}, or {} for a text.", quote(word));
        return Cause::new(at, "this number begins with a zero", right);
    } else {
        ("", String::new())
    };
    if serde_json::from_str::<serde::de::IgnoredAny>(&written).is_ok() {
        return Cause::new(at.clone(), wrong, format!("Write {written}.")).or_write(at, written);
    }
    let right = "A number has digits only, with a point before decimals; a text stands in double \
                 quotes.";
    Cause::new(at, "this is neither a number nor a text", right)
}

/// Why a word is not one of the three that JSON knows, though it means one of them.
fn name(word: &str, at: std::ops::Range<usize>) -> Option<Cause> {
    let missing = "Write null where a value is missing, or leave it out.";
    let plain = |wrong: String, written: &str| {
        Cause::new(at.clone(), wrong, format!("Write {written}.")).or_write(at.clone(), written)
    };
    let unknown = format!("JSON has no {word}");
    match word {
        "True" | "TRUE" => Some(plain(unknown, "true")),
        "False" | "FALSE" => Some(plain(unknown, "false")),
        "None" | "Null" | "NULL" | "nil" => {
            Some(Cause::new(at.clone(), unknown, missing).or_write(at, "null"))
        }
        "NaN" | "nan" | "Infinity" | "-Infinity" | "+Infinity" | "inf" | "-inf" | "undefined" => {
            Some(Cause::new(at, unknown, missing))
        }
        _ => None,
    }
}

/// A text without quotes, up to what ends a value; the offset behind it.
fn bare_text(text: &str, at: usize, causes: &mut Vec<Cause>) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let words = rest.split([',', ']', '}', '\n', '\r']).next().unwrap_or("").trim_end();
    let range = at..at + words.len();
    let cause = Cause::new(range.clone(), "this text has no quotes", "Write it in double quotes.");
    // Where a sentence ends, only its author knows.
    let ends = |it: char| it.is_whitespace() || it.is_control() || it == '\\' || is_quote(it);
    // Nor where a comment begins, or whether a comma goes on with an address.
    let has_comment = words.replace("://", "").contains("//") || words.contains("/*");
    let behind = rest.get(words.len()..).and_then(|rest| rest.strip_prefix(','));
    let goes_on =
        words.contains(':') && behind.is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let is_word = !words.contains(ends) && !has_comment && !goes_on;
    let edit = format!("\"{words}\"");
    causes.push(if is_word { cause.or_write(range.clone(), edit) } else { cause });
    range.end
}
