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
//!             |        +--- browser -> layout, paint  the platform; feature `browser`
//!             +--- element -> view, session, browser  the outside; feature `browser`
//! ```
//!
//! `story` is what a card says, `session` where a reader is, `layout` where
//! things go, `paint` how they look, `view` the DOM, `browser` the platform
//! and `element` the handle that `static/story-card.js` holds.
//!
//! What a reader, an author or a page brings is never taken as a place in a list unseen: a panic
//! ends every card on the page. So four modules go without indexing and slicing of lists.
//!
//! Four features say what the library is for: `browser` is the card in a page, `tool` the author's
//! tool, `cli` the tool as a native program, `module` the tool as WebAssembly.

#[cfg(all(feature = "browser", feature = "tool"))]
compile_error!(
    "the features `browser` and `tool` exclude each other: a reader gets nothing that only authors \
     need. Build the runtime with --no-default-features --features browser"
);

pub mod browser;
#[cfg(feature = "tool")]
pub mod cli;
#[cfg(feature = "browser")]
#[deny(clippy::indexing_slicing)]
pub mod element;
#[deny(clippy::indexing_slicing)]
pub mod layout;
#[cfg(feature = "module")]
pub mod module;
pub mod paint;
#[deny(clippy::indexing_slicing)]
pub mod session;
#[deny(clippy::indexing_slicing)]
pub mod story;
pub mod view;
