//! Axes that a reader can zoom and move along.

use super::Point;
use super::scale::Scale;
use crate::story::ScaleId;

/// An axis of a laid out timeline or chart: where it lies, and what it shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ZoomAxis {
    /// The scale of which it shows a part; the shared one in a chart.
    pub scale: ScaleId,
    /// Whether it is the strip that shows all, with the window onto it, and not a lane or a plot.
    pub is_strip: bool,
    px: Scale,
    /// From where to where it is meant, in px from the upper edge.
    top: f64,
    bottom: f64,
}

impl ZoomAxis {
    /// An axis between two y, `px` from its values to px.
    pub(super) fn new(
        scale: ScaleId,
        px: &Scale,
        (top, bottom): (f64, f64),
        is_strip: bool,
    ) -> Self {
        Self { scale, is_strip, px: *px, top, bottom }
    }

    /// The value at a point: minutes since 1970 on the timeline's clock, a place in an order, or where
    /// a value of a chart lies along its axis. Beyond the ends it goes on.
    pub fn value_at(&self, point: Point) -> f64 {
        self.px.extended_value_at(point.x)
    }

    /// Where a value lies, in px from the left edge.
    pub(super) fn x_of(&self, value: f64) -> f64 {
        self.px.extended(value)
    }

    /// From its values to px.
    pub(super) fn px(&self) -> Scale {
        self.px
    }

    /// How far a point lies above or below it, in px.
    pub(super) fn distance(&self, point: Point) -> f64 {
        (self.top - point.y).max(point.y - self.bottom).max(0.0)
    }

    /// The same in the mirrored drawing of a width.
    pub(super) fn mirrored(self, width: f64) -> Self {
        Self { px: self.px.mirrored(width), ..self }
    }
}
