//! A JSON text as a tree of slices, opened level by level.
//!
//! In: a value's text, its offset, its members, elements or plain content.
//! Out: the value of a number (`number::parse`), what any of it should be (`object`, `leaf`).
//!
//! `serde_json` says whether the text is JSON. A text that is needs no second parser to be taken
//! apart: brackets match, and whatever stands between commas is a value.

use serde::de::IgnoredAny;

use crate::story::limits::DEEPEST;
use crate::story::number;

/// A well-formed JSON text, and where its brackets close: whatever stands within some is passed at
/// once, so that to open one level of a text costs what stands on that level.
#[derive(Debug)]
pub(in crate::story) struct Document<'a> {
    text: &'a str,
    /// The offsets at which each bracket opens and closes, in the order in which they open.
    brackets: Vec<(usize, usize)>,
}

/// A JSON value: its text without blanks around it, and the offset at which it begins.
#[derive(Clone, Copy, Debug)]
pub(in crate::story) struct Node<'a> {
    pub(in crate::story) text: &'a str,
    pub(in crate::story) at: usize,
    document: &'a Document<'a>,
}

impl<'a> Document<'a> {
    /// A text that is no deeper than [`DEEPEST`]; whoever goes down in it needs no more stack than
    /// that.
    ///
    /// # Errors
    /// If the text is no JSON, or deeper.
    pub(in crate::story) fn new(text: &'a str) -> serde_json::Result<Self> {
        serde_json::from_str::<IgnoredAny>(text)?;
        let (mut brackets, mut open) = (Vec::new(), Vec::new());
        let (bytes, mut at) = (text.as_bytes(), 0);
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => at = closing_quote(bytes, at),
                b'{' | b'[' => {
                    open.push(brackets.len());
                    brackets.push((at, at));
                    if open.len() > DEEPEST {
                        return Err(serde::de::Error::custom("too deep"));
                    }
                }
                b'}' | b']' => {
                    if let Some((_, end)) = open.pop().and_then(|it| brackets.get_mut(it)) {
                        *end = at;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        Ok(Self { text, brackets })
    }

    /// The whole of it.
    pub(in crate::story) fn root(&self) -> Node<'_> {
        Node { text: self.text, at: 0, document: self }.part(0, self.text.len())
    }

    /// Where the bracket closes that opens at an offset.
    fn closing(&self, at: usize) -> usize {
        let place = self.brackets.binary_search_by_key(&at, |(start, _)| *start);
        place.ok().and_then(|place| self.brackets.get(place)).map_or(at, |(_, end)| *end)
    }
}

impl<'a> Node<'a> {
    /// What lies between two offsets of its text, without blanks around it.
    fn part(self, from: usize, to: usize) -> Self {
        let text = self.text.get(from..to).unwrap_or("");
        let blanks = text.len() - text.trim_ascii_start().len();
        Self { text: text.trim_ascii(), at: self.at + from + blanks, ..self }
    }

    /// The offset behind its last byte.
    pub(in crate::story) fn end(self) -> usize {
        self.at + self.text.len()
    }

    /// What kind of value it is, as an author would say.
    pub(in crate::story) fn kind(self) -> &'static str {
        match self.text.as_bytes().first() {
            Some(b'{') => "an object",
            Some(b'[') => "a list",
            Some(b'"') => "a text",
            Some(b't' | b'f') => "true or false",
            Some(b'n') => "null",
            _ => "a number",
        }
    }

    /// Whether it is `null`.
    pub(in crate::story) fn is_null(self) -> bool {
        self.text == "null"
    }

    /// Its keys (as texts) and values, if it is an object.
    pub(in crate::story) fn members(self) -> Option<Vec<(Self, Self)>> {
        let mut members = Vec::new();
        for [key, value] in self.parts(b'{')?.as_chunks().0 {
            members.push((*key, *value));
        }
        Some(members)
    }

    /// The value of its first member with this key, if it is an object that has one.
    pub(in crate::story) fn member(self, key: &str) -> Option<Self> {
        member(&self.members()?, key)
    }

    /// Its elements, if it is a list.
    pub(in crate::story) fn elements(self) -> Option<Vec<Self>> {
        self.parts(b'[')
    }

    /// What commas and colons separate in it, if it begins with this bracket.
    fn parts(self, bracket: u8) -> Option<Vec<Self>> {
        let bytes = self.text.as_bytes();
        if bytes.first() != Some(&bracket) {
            return None;
        }
        let (mut parts, mut from, mut at) = (Vec::new(), 1, 1);
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => at = closing_quote(bytes, at),
                b'{' | b'[' => at = self.document.closing(self.at + at) - self.at,
                b',' | b':' | b'}' | b']' => {
                    parts.push(self.part(from, at));
                    from = at + 1;
                }
                _ => {}
            }
            at += 1;
        }
        // Between the brackets of an empty list stands nothing.
        parts.retain(|part| !part.text.is_empty());
        Some(parts)
    }

    /// Its content, if it is a text; `Some(None)` if its escapes do not make Unicode.
    pub(in crate::story) fn string(self) -> Option<Option<String>> {
        let content = self.text.strip_prefix('"')?.strip_suffix('"')?;
        Some(unescaped(content))
    }

    /// Its content, if it is a text and its escapes make Unicode.
    pub(in crate::story) fn content(self) -> Option<String> {
        self.string().flatten()
    }

    /// Its value, if it is a number; `Some(None)` if it is too large for a computer.
    pub(in crate::story) fn number(self) -> Option<Option<f64>> {
        let is_number = matches!(self.text.as_bytes().first(), Some(b'-' | b'0'..=b'9'));
        is_number.then(|| number::parse(self.text))
    }

    /// Its value, if it is `true` or `false`.
    pub(in crate::story) fn bool(self) -> Option<bool> {
        match self.text {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }
}

/// The value of the first of these members with this key.
pub(in crate::story) fn member<'a>(
    members: &[(Node<'a>, Node<'a>)],
    key: &str,
) -> Option<Node<'a>> {
    let is_it = |name: Node<'_>| name.content().is_some_and(|name| name == key);
    members.iter().find(|(name, _)| is_it(*name)).map(|(_, value)| *value)
}

/// The offset of the quote that closes the text whose first quote stands at `at`.
fn closing_quote(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += 1;
        match bytes.get(at) {
            Some(b'\\') => at += 1,
            Some(b'"') | None => return at,
            Some(_) => {}
        }
    }
}

/// A text with its escapes replaced; none if one is half a character.
fn unescaped(mut text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    while let Some((before, escape)) = text.split_once('\\') {
        let mut behind = escape.chars();
        out.push_str(before);
        out.push(match behind.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let (character, rest) = code_point(behind.as_str())?;
                behind = rest.chars();
                character
            }
            // A quote, a slash or a backslash stands for itself.
            other => other,
        });
        text = behind.as_str();
    }
    out.push_str(text);
    Some(out)
}

/// The character behind `\u`, which may take two escapes, and what follows it.
fn code_point(text: &str) -> Option<(char, &str)> {
    let (first, rest) = code_unit(text)?;
    if let Some(character) = char::from_u32(first.into()) {
        return Some((character, rest));
    }
    let (second, rest) = code_unit(rest.strip_prefix("\\u")?)?;
    let character = char::decode_utf16([first, second]).next()?.ok()?;
    Some((character, rest))
}

/// Four hexadecimal digits and what follows them.
fn code_unit(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    Some((u16::from_str_radix(digits, 16).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Map, Value};

    /// What the nodes of a text make of it.
    fn value(node: Node<'_>) -> Value {
        if let Some(members) = node.members() {
            let members = members.into_iter().map(|(key, member)| {
                let Value::String(key) = value(key) else { panic!("{} is no key", key.text) };
                (key, value(member))
            });
            Value::Object(members.collect::<Map<_, _>>())
        } else if let Some(elements) = node.elements() {
            elements.into_iter().map(value).collect()
        } else if let Some(text) = node.string() {
            Value::String(text.unwrap())
        } else if let Some(number) = node.number() {
            number.into()
        } else {
            assert!(node.is_null() || node.bool().is_some(), "{}", node.text);
            node.bool().map_or(Value::Null, Value::Bool)
        }
    }

    #[test]
    fn a_text_is_taken_apart_as_serde_json_does() {
        let texts = [
            " null ",
            "[]",
            "{ }",
            "[ [ ], {}, [{}]\t]",
            "\r\n[1.5, -0.25e2 ,true,false , null]\n",
            r#"{"a":{"b" : [1.5,{"c":"]},:{["}]} , "d\"\\":"\\\"", "":""}"#,
            r#"["\b\f\n\r\t\/\\\"", "\u00e9\u20AC\ud83d\ude00x", "é€😀", "\\u0041"]"#,
            include_str!("../../../tests/stories/good/everything.story.json"),
        ];
        for text in texts {
            let expected: Value = serde_json::from_str(text).unwrap();
            let document = Document::new(text).unwrap();
            let found = value(document.root());
            assert_eq!(found, as_floats(expected), "{text}");
        }
    }

    /// A value whose numbers are floats, for the nodes know no others.
    fn as_floats(value: Value) -> Value {
        match value {
            Value::Number(number) => number.as_f64().into(),
            Value::Array(elements) => elements.into_iter().map(as_floats).collect(),
            Value::Object(members) => {
                Value::Object(members.into_iter().map(|(key, it)| (key, as_floats(it))).collect())
            }
            other => other,
        }
    }

    #[test]
    fn half_a_character_is_no_text() {
        for text in [r#""\ud83d""#, r#""\ude00""#, r#""\ud83dx""#, r#""\ud83d\u0041""#] {
            let document = Document::new(text).unwrap();
            assert_eq!(document.root().string(), Some(None), "{text}");
            assert!(serde_json::from_str::<String>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn every_part_knows_its_place() {
        let text = " {\"a\" :\t[ 1, \"é\" ,{} ]}";
        let document = Document::new(text).unwrap();
        let root = document.root();
        let (key, list) = root.members().unwrap()[0];
        for part in [root, key, list].into_iter().chain(list.elements().unwrap()) {
            assert_eq!(&text[part.at..part.end()], part.text);
        }
    }

    #[test]
    fn a_number_beyond_all_bounds_is_none() {
        let document = Document::new("[]").unwrap();
        let number = |text| Node { text, ..document.root() }.number();
        assert_eq!(number("1e999"), Some(None));
        assert_eq!(number("1e-999"), Some(Some(0.0)));
    }
}
