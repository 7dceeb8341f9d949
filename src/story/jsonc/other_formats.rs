//! Texts that are not JSON as a whole: nothing at all, and what is written in another format.

use super::cause::Cause;

/// Why a text as a whole is no JSON, if its beginning says so.
pub(super) fn cause(text: &str) -> Option<Cause> {
    let begun = text.trim_start();
    let start = if begun.is_empty() { 0 } else { text.len() - begun.len() };
    let line = begun.lines().next().unwrap_or("").trim_end();
    let (wrong, right) = if begun.is_empty() {
        let wrong =
            if text.is_empty() { "the file is empty" } else { "the file holds only blanks" };
        (wrong, "`story-card new NAME` writes a small complete story to start from.")
    } else if begun.starts_with("```") {
        (
            "the story stands in a code block of Markdown",
            "Remove the lines with ``` before and behind it.",
        )
    } else if is_html(begun) {
        (
            "this is HTML, not JSON",
            "A page was saved in place of the story, or the address is that of a page.",
        )
    } else if begun.starts_with('<') {
        ("this is XML, not JSON", "A story is one JSON object between { and }.")
    } else if is_script(line) {
        (
            "this is JavaScript, not JSON",
            "Keep what stands between { and }, with all keys and texts in double quotes.",
        )
    } else if is_yaml(line) {
        (
            "this is YAML, not JSON",
            "Convert it to JSON: one object between { and }, keys and texts in double quotes.",
        )
    } else {
        return None;
    };
    Some(Cause::new(start..start + line.len(), wrong, right))
}

fn is_html(text: &str) -> bool {
    ["<!doctype html", "<html", "<head", "<body", "<!--", "<script", "<div"]
        .iter()
        .any(|tag| text.get(..tag.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(tag)))
}

/// Whether a line begins a script that makes an object.
fn is_script(line: &str) -> bool {
    ["const ", "let ", "var ", "export ", "module.exports", "window."]
        .iter()
        .any(|word| line.starts_with(word))
}

/// Whether a line is the mark before a document of YAML, a remark of it, or a bare key with its value.
fn is_yaml(line: &str) -> bool {
    let is_key = |key: &str| {
        let name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-');
        !key.is_empty() && key.chars().all(name)
    };
    let is_pair = || {
        line.split_once(':')
            .is_some_and(|(key, value)| is_key(key) && (value.is_empty() || value.starts_with(' ')))
    };
    line == "---" || line.starts_with("%YAML") || is_pair()
}
