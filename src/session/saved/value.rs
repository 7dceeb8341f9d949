//! A text that may hold anything, opened value by value, so that one which cannot be read costs
//! no other.
//!
//! A derived reader gives up on everything where a key stands twice, where escapes make no text,
//! or where a number is beyond all bounds.

use crate::story::number;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The members of an object whose keys can be read.
pub(super) struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Members<'a> {
    /// The members of a text; none if it is no object.
    pub(super) fn of(text: &'a str) -> Self {
        let Opened::Object(members) = Opened::of(text) else { return Self(Vec::new()) };
        let members = members.into_iter();
        Self(members.filter_map(|(key, value)| Some((self::text(key)?, value))).collect())
    }

    /// What stands first under a key.
    pub(super) fn get(&self, key: &str) -> Option<&'a RawValue> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| *value)
    }
}

/// The content of a value, if it is a text.
pub(super) fn text(value: &RawValue) -> Option<String> {
    match Opened::of(value.get()) {
        Opened::Text(text) => Some(text),
        _ => None,
    }
}

/// The elements of a value, if it is a list.
pub(super) fn list(value: &RawValue) -> Option<Vec<&RawValue>> {
    match Opened::of(value.get()) {
        Opened::List(list) => Some(list),
        _ => None,
    }
}

/// A value, if it is a number that a double can hold.
pub(super) fn number(value: &RawValue) -> Option<f64> {
    let text = value.get();
    let is_number = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    is_number.then(|| number::parse(text)).flatten()
}

/// A value, if it is `true` or `false`.
pub(super) fn flag(value: &RawValue) -> Option<bool> {
    value.get().parse().ok()
}

/// A value, opened one level.
enum Opened<'a> {
    Text(String),
    List(Vec<&'a RawValue>),
    Object(Vec<(&'a RawValue, &'a RawValue)>),
    /// What its text says by itself, and what cannot be read.
    Plain,
}

impl<'a> Opened<'a> {
    fn of(text: &'a str) -> Self {
        serde_json::from_str(text).unwrap_or(Self::Plain)
    }
}

impl<'de> Deserialize<'de> for Opened<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Opening)
    }
}

struct Opening;

impl<'de> Visitor<'de> for Opening {
    type Value = Opened<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Opened::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = list.next_element()? {
            elements.push(element);
        }
        Ok(Opened::List(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = object.next_entry()? {
            members.push(member);
        }
        Ok(Opened::Object(members))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Opened::Plain)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Opened::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Opened::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Opened::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Opened::Plain)
    }
}
