//! The shape of a story: which keys it has and what each may hold, not yet what they mean.
//!
//! In: one struct for each kind of object, its keys documented for the schema.
//! Out: whether ids are unique, references lead anywhere and numbers fit (`check`).
//!
//! `node` opens the text, `fields` reads objects, `list` lists, `leaf` what is neither;
//! each reader notes what is wrong and where, and goes on, so that one bad value hides no other.

mod chart;
mod fields;
mod item;
mod leaf;
mod list;
mod node;
mod number;
mod outline;
mod quantity;
mod question;
mod timeline;
mod word;

pub(super) use chart::*;
pub(super) use fields::{Fields, Keys, Read};
pub(super) use item::*;
pub(super) use leaf::*;
pub(super) use list::*;
pub(super) use node::Node;
pub(super) use outline::*;
pub(super) use quantity::*;
pub(super) use question::*;
pub(super) use timeline::*;
pub(super) use word::*;
