//! Story Card: an embeddable, interactive card about one subject.
//!
//! The modules and their arrows (each names only those to its right or below):
//!
//! ```text
//! bytes -> story <- session                           pure, native tests
//!          story <- layout <- paint                   pure, native tests
//!             ^        ^        ^
//!             +--------+-- view (also names session)  Yew; native HTML tests
//!             |        |        v
//!             |        +--- browser -> layout, paint  the platform, wasm32 only
//!             +--- element -> view, session, browser  the outside, wasm32 only
//! ```
//!
//! `story` is what a card says, `session` where a reader is, `layout` where
//! things go, `paint` how they look, `view` the DOM, `browser` the platform
//! and `element` the handle that `static/story-card.js` holds.
//!
//! What a reader, an author or a page brings is never taken as a place in a list unseen: a panic
//! ends every card on the page. So four modules go without indexing and slicing of lists.

pub mod browser;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod cli;
#[cfg(target_arch = "wasm32")]
#[deny(clippy::indexing_slicing)]
pub mod element;
#[deny(clippy::indexing_slicing)]
pub mod layout;
pub mod paint;
#[deny(clippy::indexing_slicing)]
pub mod session;
#[deny(clippy::indexing_slicing)]
pub mod story;
pub mod view;
