//! The card's DOM: Yew components, one to a file, that turn story and session into elements.
//!
//! In: what an element looks like and which [`Action`](crate::session::Action) it dispatches.
//! Out: what happens then (`crate::session`), where drawings go (`crate::layout`,
//! `crate::paint`), the platform (`crate::browser`, reached through its hooks only).

mod arrange;
mod card;
mod cast;
mod charts;
mod choice;
mod claim;
mod context;
mod disclosure;
mod disputes;
mod drawing;
mod drawing_layout;
mod event_words;
mod export;
mod faq;
mod figure;
mod find_field;
mod foot;
mod guess;
mod keys;
mod left_out;
mod line_focus;
mod lists;
mod model;
mod number_field;
mod outcomes;
mod overview;
mod panel;
mod picture;
mod prose;
mod quiz;
mod section_link;
mod section_nav;
mod sharing;
mod source_panel;
mod sources;
mod spoilers;
#[cfg(feature = "tool")]
mod static_card;
mod table;
mod tag;
mod timeline;
mod timeline_tools;
mod typed_number;
mod value_words;
mod zoom;

pub use card::{Card, CardProps};
pub use lists::{Lists, MOST_EVENTS, MOST_ROWS, list_file};
pub use model::{Face, Failure, Model, StoryRef};

#[cfg(feature = "tool")]
pub use static_card::{json_ld, static_card};
