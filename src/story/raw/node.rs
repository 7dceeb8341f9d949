//! A JSON text as a tree of slices, opened level by level.
//!
//! In: a value's text, its place, its members, elements or plain content.
//! Out: what any of it should be (`fields`, `leaf`).

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A JSON value: its text without blanks around it, and the offset at which it begins.
#[derive(Clone, Copy, Debug)]
pub(in crate::story) struct Node<'a> {
    pub(in crate::story) text: &'a str,
    pub(in crate::story) at: usize,
}

/// The members of an object as they stand in the text, repeats included.
struct Members<'a>(Vec<(&'a RawValue, &'a RawValue)>);

impl<'a> Node<'a> {
    /// The whole of a well-formed JSON text.
    pub(in crate::story) fn document(text: &'a str) -> serde_json::Result<Self> {
        let raw: &RawValue = serde_json::from_str(text)?;
        Ok(Node { text, at: 0 }.part(raw))
    }

    /// A value that lies within this one's text.
    fn part(self, raw: &'a RawValue) -> Self {
        let text = raw.get();
        // Both slices are of one text, so their addresses tell how far apart they begin.
        let into = (text.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        Self { text, at: self.at + into }
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
        let Members(members) = self.parse(b'{')?;
        Some(members.into_iter().map(|(key, value)| (self.part(key), self.part(value))).collect())
    }

    /// Its elements, if it is a list.
    pub(in crate::story) fn elements(self) -> Option<Vec<Self>> {
        let elements: Vec<&RawValue> = self.parse(b'[')?;
        Some(elements.into_iter().map(|element| self.part(element)).collect())
    }

    /// Its content, if it is a text; `Some(None)` if its escapes do not make Unicode.
    pub(in crate::story) fn string(self) -> Option<Option<String>> {
        self.text.starts_with('"').then(|| serde_json::from_str(self.text).ok())
    }

    /// Its value, if it is a number; `Some(None)` if it is too large for a computer.
    pub(in crate::story) fn number(self) -> Option<Option<f64>> {
        let is_number = matches!(self.text.as_bytes().first(), Some(b'-' | b'0'..=b'9'));
        is_number.then(|| serde_json::from_str(self.text).ok())
    }

    /// Its value, if it is `true` or `false`.
    pub(in crate::story) fn bool(self) -> Option<bool> {
        match self.text {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// Its content as `T`, if it begins with this byte.
    fn parse<T: Deserialize<'a>>(self, first: u8) -> Option<T> {
        (self.text.as_bytes().first() == Some(&first))
            .then(|| serde_json::from_str(self.text).ok())
            .flatten()
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}
