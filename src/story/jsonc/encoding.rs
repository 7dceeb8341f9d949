//! From bytes to text: what is saved in another encoding, and what is no text at all.

use super::NotJson;
use super::cause::Cause;

/// How files of other kinds begin, and what they are.
const KINDS: [(&[u8], &str); 12] = [
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xFF\xD8\xFF", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM", "a picture (BMP)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, or a document of an office program"),
    (b"\xD0\xCF\x11\xE0", "a document of an office program"),
    (b"{\\rtf", "a document in rich text (RTF)"),
    (b"\x1F\x8B", "packed with gzip"),
    (b"\0asm", "WebAssembly"),
];

/// The text that the bytes mean, without a byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<String, NotJson> {
    let refused = |text: &str, cause| NotJson { text: text.to_owned(), causes: vec![cause] };
    let whole = |wrong: String, right: &str| refused("", Cause::whole(wrong, right));
    if let Some(order) = utf16(bytes) {
        let wrong = format!("the text is saved as UTF-16 ({order}-endian)");
        return Err(whole(wrong, "Save the file as UTF-8."));
    }
    if let Some(kind) = other_kind(bytes) {
        let right = "Name the file of the story, which ends in .story.json.";
        return Err(whole(format!("this is {kind}, not a story"), right));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.trim_start_matches('\u{FEFF}').to_owned()),
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or(bytes);
            let text = String::from_utf8_lossy(valid);
            let text = text.trim_start_matches('\u{FEFF}');
            let wrong = "the text is not UTF-8 from here on";
            let cause = Cause::new(text.len()..text.len(), wrong, "Save the file as UTF-8.");
            Err(refused(text, cause))
        }
    }
}

/// Which byte stands first in a text of two bytes a character: told by its mark, or by the zeros
/// beside the characters with which a story begins.
fn utf16(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, ..] => Some("little"),
        [0xFE, 0xFF, ..] => Some("big"),
        [first, 0, second, 0, ..] if first.is_ascii() && second.is_ascii() => Some("little"),
        [0, first, 0, second, ..] if first.is_ascii() && second.is_ascii() => Some("big"),
        _ => None,
    }
}

/// What kind of file begins with these bytes, if it is known to be no text.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    // Both wrap many kinds of data; the kind is named behind a length.
    match (bytes.get(..4), bytes.get(8..12)) {
        (Some(b"RIFF"), Some(b"WEBP")) => return Some("a picture (WebP)"),
        (_, Some(b"avif" | b"heic")) if bytes.get(4..8) == Some(b"ftyp") => {
            return Some("a picture (AVIF or HEIC)");
        }
        _ => {}
    }
    let (_, kind) = KINDS.iter().find(|(begin, _)| bytes.starts_with(begin))?;
    Some(kind)
}
