//! What the view asks of the browser.
//!
//! All of it exists on every target; where there is no browser it does nothing, so that the same
//! components render to HTML natively. Handles are told how things are to be (which node is
//! followed, what a canvas shows), not what has changed: a render too many costs a comparison, a
//! render missed is cured by the next. Dropped, they undo themselves.

#[cfg(not(target_arch = "wasm32"))]
pub use super::idle::{
    Painter, TouchGuard, WidthWatch, bring_into_sight, capture, drag, focus_in_row,
};
#[cfg(target_arch = "wasm32")]
pub use super::{
    drag::{TouchGuard, capture, drag, focus_in_row},
    painter::Painter,
    sight::bring_into_sight,
    width::WidthWatch,
};

use crate::layout::Measure;
use std::rc::Rc;
use yew::prelude::*;

/// Something to bring into sight, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Differs from that of the wish before.
    pub turn: u32,
    /// The id of an element of the card.
    pub id: String,
    /// Whether focus goes there as well.
    pub focus: bool,
}

/// How wide texts are: measured on a canvas in the browser, by a table natively.
pub fn measure() -> Rc<dyn Measure> {
    super::measure()
}

/// A number for a new round: 53 random bits in the browser, 0 natively.
pub fn new_seed() -> u64 {
    super::new_seed()
}

/// The choice in the `<select>` an event came from; none if it came from elsewhere.
pub fn choice_of(event: &Event) -> Option<String> {
    super::choice_of(event)
}

/// The number in the `<input>` an event came from; none if there is none, or it came from elsewhere.
pub fn number_of(event: &Event) -> Option<f64> {
    super::number_of(event)
}
