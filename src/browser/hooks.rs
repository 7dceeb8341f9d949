//! Hooks.
use crate::layout::{Measure, TableMeasure};
use crate::paint::Picture;
use std::rc::Rc;
use yew::prelude::*;

/// Width.
#[hook]
pub fn use_width(_node: &NodeRef) -> Option<f64> {
    None
}

/// Surface.
#[hook]
pub fn use_surface(_canvas: &NodeRef, _picture: Option<Picture>) {}

/// Focus.
#[hook]
pub fn use_focus(_node: &NodeRef, _wish: Option<(u32, bool)>) {}

/// Measure.
pub fn measure() -> Rc<dyn Measure> {
    Rc::new(TableMeasure)
}

/// Seed.
pub fn new_seed() -> u64 {
    0
}

/// The value of the field an event came from; none if it came from elsewhere, and natively.
pub fn value_of(_event: &Event) -> Option<String> {
    None
}
