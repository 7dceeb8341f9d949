//! The parser with any text.
#![no_main]

#[path = "../../tests/stories/answer.rs"]
mod answer;
#[path = "../../tests/stories/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|text: &[u8]| {
    answer::check(text);
});
