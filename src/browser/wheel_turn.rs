//! How a wheel was turned.

/// A turn of a wheel over an element, with a key held that makes it a zoom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WheelTurn {
    /// Where the pointer is, in CSS px from the element's upper left corner.
    pub x: f64,
    /// The same.
    pub y: f64,
    /// How far, in px; towards the reader is more.
    pub delta_px: f64,
}
