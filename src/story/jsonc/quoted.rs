//! Texts in quotes: the right ones with what may not stand in them, and other quotes.

use super::cause::Cause;
use crate::story::limits::MOST_FAULTS;

/// Quotes that some programs make of straight ones.
const CURLY: [char; 8] = ['“', '”', '„', '‟', '″', '«', '»', '＂'];
const CURLY_SINGLE: [char; 4] = ['‘', '’', '‚', '‛'];

/// Whether a character begins a text, whatever its quotes.
pub(super) fn is_quote(character: char) -> bool {
    matches!(character, '"' | '\'' | '`')
        || CURLY.contains(&character)
        || CURLY_SINGLE.contains(&character)
}

/// Reads the text that a quote at `at` begins; the offset behind it.
pub(super) fn read(text: &str, at: usize, causes: &mut Vec<Cause>) -> usize {
    if text.get(at..).unwrap_or("").starts_with('"') {
        double(text, at, causes)
    } else {
        other(text, at, causes)
    }
}

/// Reads a text in double quotes.
fn double(text: &str, start: usize, causes: &mut Vec<Cause>) -> usize {
    let (mut at, mut has_break) = (start + 1, false);
    let known = causes.len();
    while causes.len() < MOST_FAULTS
        && let Some(character) = text.get(at..).and_then(|rest| rest.chars().next())
    {
        match character {
            '"' => return at + 1,
            '\\' => at = escape(text, at, causes),
            '\n' | '\r' if !has_break => {
                if let Some((end, cause)) = line_ends_text(text, start, at) {
                    // What was found behind its end does not stand in it.
                    let mut inside = causes.split_off(known);
                    inside.retain(|cause| cause.at.end <= end);
                    causes.append(&mut inside);
                    causes.push(cause);
                    return end;
                }
                let right = "Write \\n for a line break, or a space.";
                causes.push(Cause::new(at..at, "a line break stands in this text", right));
                has_break = true;
                at += 1;
            }
            '\n' | '\r' => at += 1,
            '\t' => {
                let wrong = "a tab stands in this text";
                let cause = Cause::new(at..at + 1, wrong, "Write \\t for a tab, or a space.");
                causes.push(cause.or_write(at..at + 1, "\\t"));
                at += 1;
            }
            '\0'..' ' => {
                let code = u32::from(character);
                let wrong = format!("the control character U+{code:04X} stands in this text");
                causes.push(Cause::new(at..at + 1, wrong, "Remove it."));
                at += 1;
            }
            _ => at += character.len_utf8(),
        }
    }
    let wrong = "this text has no closing quote";
    if causes.len() < MOST_FAULTS {
        causes.push(Cause::new(start..start + 1, wrong, "Write \" behind its last word."));
    }
    text.len()
}

/// Whether the text that begins at `start` was meant to end in this line, which a line break at
/// `line_end` ends: by a curly quote, or because the next line begins with another text.
fn line_ends_text(text: &str, start: usize, line_end: usize) -> Option<(usize, Cause)> {
    if let Some((at, quote)) = closing(text, start + 1, line_end, &CURLY) {
        let end = at + quote.len_utf8();
        let wrong = "this text is closed by a curly quote";
        let cause = Cause::new(at..end, wrong, "Write \" in its place.");
        return Some((end, cause.or_write(at..end, "\"")));
    }
    let between = text.get(line_end..)?.split('"').next()?;
    if !between.chars().all(|it| it.is_whitespace() || matches!(it, ',' | '{' | '}' | '[' | ']')) {
        return None;
    }
    let line = text.get(start..line_end)?;
    let end = start + line.trim_end().trim_end_matches(',').len();
    let wrong = "this text has no closing quote";
    Some((end, Cause::new(start..end, wrong, "Write \" behind its last word.")))
}

/// Reads the escape whose backslash stands at `at`; the offset behind it.
fn escape(text: &str, at: usize, causes: &mut Vec<Cause>) -> usize {
    let Some(character) = text.get(at + 1..).and_then(|rest| rest.chars().next()) else {
        return text.len();
    };
    let end = at + 1 + character.len_utf8();
    match character {
        '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => return end,
        // What ends the line is told as a line break.
        '\n' | '\r' => return at + 1,
        'u' => {
            let digits = text.get(end..end + 4).unwrap_or("");
            if digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                return end + 4;
            }
            let right = "Write four hexadecimal digits behind it, or the character itself.";
            causes.push(Cause::new(at..end, "the escape \\u has not four digits", right));
        }
        '\'' => {
            let cause = Cause::new(at..end, "the escape \\' is unknown", "Write ' alone.");
            causes.push(cause.or_write(at..end, "'"));
        }
        _ => {
            let wrong = format!("the escape \\{character} is unknown");
            causes.push(Cause::new(at..end, wrong, "Write \\\\ for a backslash."));
        }
    }
    end
}

/// Reads a text in quotes that JSON does not know.
fn other(text: &str, start: usize, causes: &mut Vec<Cause>) -> usize {
    let rest = text.get(start..).unwrap_or("");
    let Some(quote) = rest.chars().next() else { return text.len() };
    let line_end = start + rest.find(['\n', '\r']).unwrap_or(rest.len());
    let (name, closers) = match quote {
        '\'' => ("single quotes", &['\'', '’'][..]),
        '`' => ("backticks", &['`'][..]),
        _ if CURLY_SINGLE.contains(&quote) => ("curly quotes", &['’', '‘', '\''][..]),
        _ => ("curly quotes", &['”', '“', '„', '‟', '″', '«', '»', '＂', '"'][..]),
    };
    let wrong = format!("this text stands in {name}");
    let from = start + quote.len_utf8();
    if let Some((at, closer)) = closing(text, from, line_end, closers) {
        let range = start..at + closer.len_utf8();
        let content = in_double_quotes(text.get(from..at).unwrap_or(""));
        let end = range.end;
        let cause = Cause::new(range.clone(), wrong, "Write double quotes around it.");
        let written = format!("\"{content}\"");
        // With an escape that JSON does not know, more is wrong than the quotes.
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(&written).is_ok();
        causes.push(if is_json { cause.or_write(range, written) } else { cause });
        return end;
    }
    let line = text.get(start..line_end).unwrap_or("");
    let end = start + line.trim_end().trim_end_matches(',').len();
    causes.push(Cause::new(start..end.max(from), wrong, "Write double quotes around it."));
    end.max(from)
}

/// What stands between other quotes, as it is written between double ones.
fn in_double_quotes(content: &str) -> String {
    let mut out = String::with_capacity(content.len());
    let mut letters = content.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => out.push_str("\\\""),
            '\t' => out.push_str("\\t"),
            '\\' => match letters.next() {
                Some('\'') => out.push('\''),
                next => out.extend(Some('\\').into_iter().chain(next)),
            },
            _ => out.push(letter),
        }
    }
    out
}

/// The first of some quotes between two offsets behind which a text may end.
fn closing(text: &str, from: usize, to: usize, quotes: &[char]) -> Option<(usize, char)> {
    let line = text.get(from..to)?;
    line.char_indices().find_map(|(at, character)| {
        let is_escaped = line.get(..at).is_some_and(|before| before.ends_with('\\'));
        if !quotes.contains(&character) || is_escaped {
            return None;
        }
        let behind = line.get(at + character.len_utf8()..)?.trim_start();
        let is_end = behind.is_empty() || behind.starts_with([',', ';', ':', '=', '}', ']', '/']);
        is_end.then_some((from + at, character))
    })
}
