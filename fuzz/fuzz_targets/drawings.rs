//! Layout and painting of whatever stories hold. Stories are changed value by value, for of texts
//! changed byte by byte hardly one is a story.
#![no_main]

#[path = "../../tests/layout/every.rs"]
mod every;
#[path = "../../tests/layout/invariants.rs"]
mod invariants;
#[path = "../../tests/layout/labels.rs"]
#[allow(dead_code, reason = "tests use the rest of it")]
mod labels;
#[path = "../../tests/stories/mutate.rs"]
mod mutate;
#[path = "../../tests/layout/timelines.rs"]
mod timelines;

use libfuzzer_sys::Corpus;

libfuzzer_sys::fuzz_target!(|text: &[u8]| -> Corpus {
    if every::check(text) { Corpus::Keep } else { Corpus::Reject }
});

libfuzzer_sys::fuzz_mutator!(|text: &mut [u8], size: usize, most: usize, seed: u32| {
    let Ok(story) = serde_json::from_slice(&text[..size]) else {
        return libfuzzer_sys::fuzzer_mutate(text, size, most);
    };
    let mut all = Vec::new();
    mutate::pointers(&story, "", &mut all);
    let mut rng = fastrand::Rng::with_seed(seed.into());
    let changed = mutate::mutate_values(&story, &all, &mut rng).to_string();
    // A story cut short is none.
    if changed.len() > most.min(text.len()) {
        return size;
    }
    text[..changed.len()].copy_from_slice(changed.as_bytes());
    changed.len()
});
