//! What a timeline is laid out with.

use super::TimelineView;
use super::cluster::Radii;
use super::index::TimelineIndex;
use crate::layout::context::LayoutContext;
use crate::layout::scale::Scale;
use crate::layout::window_strip::INSET;
use crate::story::{ScaleId, Timeline};

/// What all lanes are laid out with.
pub(super) struct TimelineContext<'a> {
    /// What every drawing is laid out with.
    pub(super) base: LayoutContext<'a>,
    pub(super) timeline: &'a Timeline,
    pub(super) index: &'a TimelineIndex,
    pub(super) view: &'a TimelineView<'a>,
    pub(super) radii: Radii,
}

impl TimelineContext<'_> {
    /// From the values of a window to px.
    pub(super) fn scale(&self, window: (f64, f64)) -> Scale {
        Scale::new(window, INSET, self.base.width - INSET)
    }

    /// What is shown of a scale.
    pub(super) fn window(&self, scale: ScaleId) -> (f64, f64) {
        (self.view.window)(scale)
    }

    /// The values at both edges of what is seen of a window.
    pub(super) fn seen(&self, scale: &Scale) -> (f64, f64) {
        (scale.extended_value_at(0.0), scale.extended_value_at(self.base.width))
    }
}
