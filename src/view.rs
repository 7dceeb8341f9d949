//! The card's DOM: Yew components, one to a file, that turn story and session into elements.
//!
//! In: what an element looks like and which [`Action`](crate::session::Action) it wishes.
//! Out: what happens then (`crate::session`), where drawings go (`crate::layout`,
//! `crate::paint`), the platform (`crate::browser`, reached through its hooks only).

mod card;
mod model;

pub use card::{Card, CardProps};
pub use model::{Face, Failure, Model, StoryRef};
