//! What the view asks of the browser.
//!
//! The hooks exist on every target; where there is no browser they do nothing, so
//! that the same components render to HTML natively. Effects state how things are
//! to be (which node is followed, what a canvas shows), not what has changed: a
//! render too many costs a comparison, a render missed is cured by the next.

use super::{Painter, WidthWatch};
use crate::layout::Measure;
use crate::paint::Picture;
use std::rc::Rc;
use yew::prelude::*;

/// Width of a node's content box in whole CSS px, rounded down and followed live.
///
/// The node should have neither padding nor border. None natively, until the first
/// render is in the page, and while the node has never had a width (a closed
/// `<details>`, a hidden tab); a node that loses its width keeps the last one.
#[hook]
pub fn use_width(node: &NodeRef) -> Option<f64> {
    let width = use_state_eq(|| None);
    let watch = use_mut_ref(WidthWatch::default);
    let setter = width.setter();
    let node = node.clone();
    use_effect(move || {
        watch.borrow_mut().follow(&node, Callback::from(move |px| setter.set(Some(px))));
    });
    *width
}

/// Keeps a canvas showing `picture`, in the theme and at the pixel ratio in force.
///
/// The canvas takes the picture's size at once and is painted in the next frame. Without
/// a picture it keeps what it shows.
#[hook]
pub fn use_surface(canvas: &NodeRef, picture: Option<Picture>) {
    let painter = use_mut_ref(Painter::default);
    let canvas = canvas.clone();
    use_effect(move || painter.borrow().show(&canvas, picture));
}

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

/// Brings the element a wish names into sight, once for every new turn, and focuses it if the wish says so.
///
/// `card` is the element in which it is looked for. The turn is remembered for the whole
/// card, so that a card which is rendered anew for an old wish neither scrolls the page nor
/// takes the focus.
#[hook]
pub fn use_sight(card: &NodeRef, wish: Option<Wish>) {
    let card = card.clone();
    use_effect_with(wish, move |wish| {
        if let Some(wish) = wish {
            super::bring_into_sight(&card, wish);
        }
    });
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
