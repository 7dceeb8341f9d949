//! Texts that nobody would write: the parser answers each with a story that holds its promises,
//! or with faults that have a place in the text; it never panics and never hangs.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;

use fastrand::Rng;
use proptest::prelude::*;
use serde_json::Value;

#[path = "stories/answer.rs"]
mod answer;
#[path = "stories/mutate.rs"]
mod mutate;
#[path = "stories/promises.rs"]
mod promises;

use answer::check;
use mutate::{mutate_bytes, mutate_values, pointers};

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
