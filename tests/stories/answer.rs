//! What the parser promises for any text: a story that holds its promises, or faults with a place.

use story_card::story::Story;

use crate::promises;

/// Parses a text and checks what comes out; whether it is a story.
pub(crate) fn check(bytes: &[u8]) -> bool {
    match Story::parse(bytes) {
        Ok(story) => {
            promises::check(&story);
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
