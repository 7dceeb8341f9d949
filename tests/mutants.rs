//! Texts that nobody would write: the parser answers each with a story that holds its promises,
//! or with faults that have a place in the text; it never panics and never hangs.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;

use fastrand::Rng;
use proptest::prelude::*;
use serde_json::Value;
use story_card::story::Story;

#[path = "stories/invariants.rs"]
mod invariants;

/// Mutants of each story and way of mutating: 2,000 of every story in all.
///
/// More by hand: `MUTANTS=100000 cargo test --release --test mutants`.
fn mutants() -> u64 {
    std::env::var("MUTANTS").ok().and_then(|number| number.parse().ok()).unwrap_or(1_000)
}

/// The stories that are mutated, the bundled one included.
fn originals() -> Vec<Vec<u8>> {
    let root = env!("CARGO_MANIFEST_DIR");
    ["tests/stories/good/everything", "tests/stories/good/minimal", "static/stories/ballerina"]
        .iter()
        .filter_map(|name| fs::read(format!("{root}/{name}.story.json")).ok())
        .collect()
}

/// Parses a text and checks what comes out; whether it is a story.
fn check(bytes: &[u8]) -> bool {
    match Story::parse(bytes) {
        Ok(story) => {
            invariants::check(&story);
            true
        }
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a fault");
            assert!(faults.is_sorted_by_key(|fault| fault.at.offset));
            let (mut line, mut passed) = (1, 0);
            for fault in faults {
                assert!(fault.at.offset <= bytes.len());
                let between = &bytes[passed..fault.at.offset];
                line += between.iter().filter(|byte| **byte == b'\n').count();
                passed = fault.at.offset;
                assert_eq!(fault.at.line, line);
                assert!(fault.at.column >= 1);
                assert!(!fault.wrong.is_empty() && fault.right.ends_with(['.', '?']), "{fault}");
            }
            false
        }
    }
}

/// Changes a few bytes, or cuts the text short, or repeats a part of it.
fn mutate_bytes(original: &[u8], rng: &mut Rng) -> Vec<u8> {
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
fn pointers(value: &Value, here: &str, out: &mut Vec<String>) {
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
fn mutate_values(original: &Value, all: &[String], rng: &mut Rng) -> Value {
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

#[test]
fn mutated_bytes_are_a_story_or_have_faults() {
    let mut rng = Rng::with_seed(1);
    for original in originals() {
        assert!(check(&original));
        for _ in 0..mutants() {
            check(&mutate_bytes(&original, &mut rng));
        }
    }
}

#[test]
fn mutated_values_are_a_story_or_have_faults() {
    let mut rng = Rng::with_seed(2);
    let (mut good, mut bad) = (0, 0);
    for original in originals() {
        let original: Value = serde_json::from_slice(&original).unwrap();
        let mut all = Vec::new();
        pointers(&original, "", &mut all);
        for _ in 0..mutants() {
            let text = mutate_values(&original, &all, &mut rng).to_string();
            let count = if check(text.as_bytes()) { &mut good } else { &mut bad };
            *count += 1;
        }
    }
    // Mutants that all fail, or all pass, would test only half of the parser.
    assert!(good * 20 > bad && bad * 20 > good, "{good} stories, {bad} with faults");
}

#[test]
fn every_truncation_has_a_fault() {
    for original in originals().into_iter().take(2) {
        let text = String::from_utf8(original).unwrap();
        for length in 0..text.trim_end().len() {
            assert!(!check(&text.as_bytes()[..length]));
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes: Vec<u8>) {
        check(&bytes);
    }

    #[test]
    fn any_text_of_json_marks_is_answered(text in "[\\[\\]{}\",:0-9a-z\\\\ \n]{0,200}") {
        check(text.as_bytes());
    }

    #[test]
    fn any_text_may_stand_in_a_story(text: String) {
        let minimal = fs::read("tests/stories/good/minimal.story.json").unwrap();
        let mut story: Value = serde_json::from_slice(&minimal).unwrap();
        for pointer in ["/title", "/id", "/trivia/questions/0/prompt", "/timeline/events/0/date", "/charts/0/unit"] {
            let mut story = story.clone();
            *story.pointer_mut(pointer).unwrap() = text.clone().into();
            check(story.to_string().as_bytes());
        }
        story[text.as_str()] = 1.into();
        assert!(!check(story.to_string().as_bytes()));
    }

    #[test]
    fn any_number_may_stand_in_a_story(number: f64) {
        let minimal = fs::read_to_string("tests/stories/good/minimal.story.json").unwrap();
        check(minimal.replace("28.5", &format!("{number:e}")).as_bytes());
        check(minimal.replace("\"format\": 1", &format!("\"format\": {number:e}")).as_bytes());
    }
}
