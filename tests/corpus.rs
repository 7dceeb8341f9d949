//! What fuzzing found worth keeping (`fuzz/`), gone through again: no panic, no broken promise.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::{fs, path::Path};

#[path = "stories/answer.rs"]
mod answer;
#[path = "layout/every.rs"]
mod every;
#[path = "layout/invariants.rs"]
mod invariants;
#[path = "layout/labels.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod labels;
#[path = "stories/promises.rs"]
mod promises;
#[path = "layout/timelines.rs"]
mod timelines;

/// Every file of a target's corpus.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let files = fs::read_dir(folder).unwrap();
    let texts: Vec<_> = files.map(|file| fs::read(file.unwrap().path()).unwrap()).collect();
    assert!(texts.len() > 10, "where has the corpus gone?");
    texts
}

#[test]
fn every_text_is_answered() {
    for text in corpus("story") {
        answer::check(&text);
    }
}

#[test]
fn every_drawing_keeps_its_promises() {
    assert!(corpus("drawings").iter().all(|text| every::check(text)), "one is no story");
}
