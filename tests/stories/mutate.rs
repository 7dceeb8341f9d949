//! Ways to spoil a story a little.

use fastrand::Rng;
use serde_json::Value;

/// Changes a few bytes, or cuts the text short, or repeats a part of it.
pub(crate) fn mutate_bytes(original: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = original.to_vec();
    for _ in 0..rng.usize(1..4) {
        let (at, other) = (rng.usize(..bytes.len()), rng.usize(..bytes.len()));
        match rng.u8(..6) {
            0 => bytes[at] = rng.u8(..),
            1 => bytes[at] ^= 1 << rng.u8(..8),
            2 => drop(bytes.remove(at)),
            3 => bytes.insert(at, *rng.choice(b"{}[]\",:\\0-e*").unwrap()),
            4 => bytes.truncate(at.max(1)),
            _ => {
                let part = bytes[at.min(other)..at.max(other).min(at.min(other) + 200)].to_vec();
                bytes.splice(at..at, part);
            }
        }
    }
    bytes
}

/// Pointers to every value of a story.
pub(crate) fn pointers(value: &Value, here: &str, out: &mut Vec<String>) {
    out.push(here.to_owned());
    match value {
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                pointers(value, &format!("{here}/{index}"), out);
            }
        }
        Value::Object(members) => {
            for (key, value) in members {
                pointers(value, &format!("{here}/{key}"), out);
            }
        }
        _ => {}
    }
}

/// Values that are right in one place and wrong in others.
fn odd_value(rng: &mut Rng) -> Value {
    let values = [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1e15",
        "1e308",
        "-0.0",
        "0.1",
        "2025",
        "\"\"",
        "\" \"",
        "\"*\"",
        "\"[a](b)\"",
        "\"2025\"",
        "\"before -9999\"",
        "\"-9999/9999\"",
        "\"log\"",
        "\"charts/heights\"",
        "\"one\"",
        "\"lines\"",
        "[]",
        "[null]",
        "{}",
        "[0, 1]",
        "{\"value\": 1, \"low\": -1e15, \"high\": 1e15}",
        "{\"from\": 0, \"to\": 100000}",
    ];
    serde_json::from_str(values[rng.usize(..values.len())]).unwrap()
}

/// Swaps, removes, repeats or replaces a few values.
///
/// `all` points to every value of the original; a pointer may lead nowhere after the first change.
pub(crate) fn mutate_values(original: &Value, all: &[String], rng: &mut Rng) -> Value {
    let mut story = original.clone();
    for _ in 0..rng.usize(1..4) {
        let (at, other) = (&all[rng.usize(..all.len())], &all[rng.usize(..all.len())]);
        let value = story.pointer(other).cloned().unwrap_or_default();
        match rng.u8(..5) {
            0 => drop(replace(&mut story, at, value)),
            1 => drop(replace(&mut story, at, odd_value(rng))),
            2 => remove(&mut story, at),
            3 => repeat(&mut story, at),
            _ => {
                let taken = replace(&mut story, at, value);
                replace(&mut story, other, taken);
            }
        }
    }
    story
}

/// Puts a value into a place and returns what was there; null where there is no such place.
fn replace(story: &mut Value, pointer: &str, value: Value) -> Value {
    story.pointer_mut(pointer).map(|place| std::mem::replace(place, value)).unwrap_or_default()
}

fn remove(story: &mut Value, pointer: &str) {
    let Some((parent, last)) = pointer.rsplit_once('/') else { return };
    match story.pointer_mut(parent) {
        Some(Value::Object(members)) => drop(members.remove(last)),
        Some(Value::Array(values)) => {
            let index: usize = last.parse().unwrap_or(usize::MAX);
            if index < values.len() {
                values.remove(index);
            }
        }
        _ => {}
    }
}

fn repeat(story: &mut Value, pointer: &str) {
    let Some((parent, last)) = pointer.rsplit_once('/') else { return };
    if let Some(Value::Array(values)) = story.pointer_mut(parent) {
        let value = values.get(last.parse().unwrap_or(usize::MAX)).cloned().unwrap_or_default();
        values.push(value);
    }
}
