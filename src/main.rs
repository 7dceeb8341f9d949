//! Browser entry. There is nothing to do at start: `static/story-card.js` calls the
//! exports of `story_card::element` when a card comes near.

use story_card as _;

fn main() {}
