//! The strip below an axis: all of it, small, with a frame around the part that is shown.

use super::drawing::Drawing;
use super::scale::Scale;
use super::{Ink, Point, Rect, Shape};

/// Between what is above and the strip, in px.
pub(super) const GAP: f64 = 10.0;
/// Height of the strip, in px.
pub(super) const HEIGHT: f64 = 28.0;
/// From its ends to the ends of the axis, in px.
pub(super) const INSET: f64 = 10.0;
/// A window is drawn at least so wide, in px.
const LEAST_WINDOW: f64 = 10.0;

/// Draws the ground of a strip below `y`; returns its upper edge.
pub(super) fn draw_ground(drawing: &mut Drawing, width: f64, y: f64) -> f64 {
    let top = (y + GAP).round();
    drawing.block(Rect::between(0.0, top, width, top + HEIGHT), Ink::Rule.faint());
    top
}

/// Draws a frame around what is shown; it stands back where that is all.
pub(super) fn draw_window(
    drawing: &mut Drawing,
    whole: &Scale,
    window: (f64, f64),
    width: f64,
    top: f64,
) {
    let edge = |px: f64| if px <= INSET { 1.0 } else { px };
    let far = |px: f64| if px >= width - INSET { width - 1.0 } else { px };
    let ends = [window.0, window.1].map(|at| whole.at(at));
    let (left, right) = (edge(ends[0].min(ends[1])), far(ends[0].max(ends[1])));
    let spare = ((LEAST_WINDOW - (right - left)) / 2.0).max(0.0);
    let (left, right) = ((left - spare).max(1.0), (right + spare).min(width - 1.0));
    let bottom = top + HEIGHT;
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    let corners = corners.map(|(x, y)| Point::new(x.round(), y));
    let is_all = window.0 <= whole.low && window.1 >= whole.high;
    let ink = if is_all { Ink::Muted.faint() } else { Ink::Accent.solid() };
    drawing.shapes.push(Shape::Path(corners.to_vec(), ink));
}
