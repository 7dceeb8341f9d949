//! The author's tool as WebAssembly: its exports stand in `story_card::module`.
#![no_main]

use story_card as _;
