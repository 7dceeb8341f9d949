//! Where a pointer is.

use crate::layout::Point;
use yew::MouseEvent;

/// Where the pointer is in the layout.
pub(super) fn point_of(event: &MouseEvent, scale: f64) -> Point {
    Point { x: f64::from(event.offset_x()) / scale, y: f64::from(event.offset_y()) / scale }
}
