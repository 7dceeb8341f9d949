//! Words of files and people as a terminal may have them: what would steer it is shown, not sent.

use std::borrow::Cow;

/// The same words with a sign for each character that a terminal acts on, such as the one that
/// begins an escape sequence, or that turns the direction of what follows. Line breaks and tabs stay.
pub(super) fn visible(words: &str) -> Cow<'_, str> {
    if !words.contains(steers) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(
        words.chars().map(|letter| if steers(letter) { sign(letter) } else { letter }).collect(),
    )
}

/// A part of a text as a report shows it, byte for byte as long: what steers a terminal and is not
/// replaced there (the second set of control characters).
pub(super) fn alike(text: &str) -> String {
    let is_hidden = |letter: char| matches!(letter, '\u{80}'..='\u{9F}');
    text.chars().map(|letter| if is_hidden(letter) { '¿' } else { letter }).collect()
}

fn steers(letter: char) -> bool {
    let is_direction = matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    is_direction || letter.is_control() && !matches!(letter, '\n' | '\t')
}

/// The picture that Unicode has of a control character, or the sign for what cannot be shown.
fn sign(letter: char) -> char {
    match u32::from(letter) {
        code @ 0..0x20 => char::from_u32(0x2400 + code),
        0x7F => Some('\u{2421}'),
        _ => None,
    }
    .unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown() {
        assert_eq!(visible("a\n\tb é 👩‍🚀"), "a\n\tb é 👩‍🚀");
        assert_eq!(visible("\u{1b}[31m\r\u{7f}\u{9b}2J\u{202e}x"), "␛[31m␍␡\u{FFFD}2J\u{FFFD}x");
    }
}
