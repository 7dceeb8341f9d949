//! Drafts of spoilt stories: what is left holds what every story promises.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;

use fastrand::Rng;
use serde_json::Value;
use story_card::story::draft;

#[path = "stories/mutate.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod mutate;
#[path = "stories/promises.rs"]
mod promises;

use mutate::{mutate_values, pointers};

#[test]
fn most_spoilt_stories_have_a_draft_that_is_a_story() {
    let text = fs::read_to_string("tests/stories/good/everything.story.json").unwrap();
    let original: Value = serde_json::from_str(&text).unwrap();
    let mut all = Vec::new();
    pointers(&original, "", &mut all);
    let (mut rng, mut drafts) = (Rng::with_seed(3), 0);
    for _ in 0..150 {
        let text = mutate_values(&original, &all, &mut rng).to_string();
        let Some(draft) = draft(&text) else { continue };
        promises::check(&draft.story);
        assert_eq!(draft.json.len(), text.len());
        assert!(draft.left_out.is_sorted_by_key(|fault| fault.at));
        drafts += 1;
    }
    assert!(drafts > 120, "{drafts}");
}
