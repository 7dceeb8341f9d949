//! Browser entry. There is nothing to do at start: `static/story-card.js` calls the
//! exports of `story_card::element` when a card comes near. So there is no `main` either, which
//! would bring the standard library's handling of threads and standard output.
#![no_main]

use story_card as _;
