//! A story's text as it is sent to readers: without what only its author needs.

use super::read::{Document, Node};

/// A JSON text without the blanks between its values and without the schema that it names.
///
/// Texts and numbers stay as they are written, for a number keeps its decimals.
///
/// # Errors
/// If the text is no JSON.
pub fn compact(text: &str) -> serde_json::Result<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut out = String::with_capacity(text.len());
    let document = Document::new(text)?;
    let root = document.root();
    match root.members() {
        Some(mut members) => {
            members.retain(|(key, _)| key.text != "\"$schema\"");
            push_members(&mut out, &members);
        }
        None => push(&mut out, root),
    }
    Ok(out)
}

fn push(out: &mut String, node: Node<'_>) {
    if let Some(members) = node.members() {
        push_members(out, &members);
    } else if let Some(elements) = node.elements() {
        push_all(out, ['[', ']'], &elements, |out, element| push(out, *element));
    } else {
        out.push_str(node.text);
    }
}

fn push_members(out: &mut String, members: &[(Node<'_>, Node<'_>)]) {
    push_all(out, ['{', '}'], members, |out, (key, value)| {
        out.push_str(key.text);
        out.push(':');
        push(out, *value);
    });
}

fn push_all<T>(
    out: &mut String,
    [open, close]: [char; 2],
    parts: &[T],
    push: impl Fn(&mut String, &T),
) {
    out.push(open);
    for (nth, part) in parts.iter().enumerate() {
        if nth > 0 {
            out.push(',');
        }
        push(out, part);
    }
    out.push(close);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_blanks_between_values_are_left_out() {
        let text = "\u{feff} { \"a b\" : [ 1.10 , -2e3,\ttrue , null , [ ] , { } ],\r\n\"c\": \" \\\" d \" }\n";
        let expected = r#"{"a b":[1.10,-2e3,true,null,[],{}],"c":" \" d "}"#;
        assert_eq!(compact(text).unwrap(), expected);
        assert_eq!(compact(expected).unwrap(), expected);
    }

    #[test]
    fn the_schema_of_the_story_is_left_out() {
        let text = r#"{"$schema": "x.json", "a": {"$schema": "stays"}}"#;
        assert_eq!(compact(text).unwrap(), r#"{"a":{"$schema":"stays"}}"#);
    }

    #[test]
    fn it_is_the_same_story() {
        let text = include_str!("../../tests/stories/good/everything.story.json");
        let short = compact(text).unwrap();
        assert!(!short.contains('\n') && short.len() < text.len());
        assert_eq!(
            super::super::Story::parse(short.as_bytes()),
            super::super::Story::parse(text.as_bytes())
        );
    }

    #[test]
    fn what_is_no_json_is_refused() {
        assert!(compact("{").is_err());
    }
}
