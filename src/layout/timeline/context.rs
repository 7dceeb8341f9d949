//! What a timeline is laid out with.

use super::TimelineView;
use crate::layout::context::LayoutContext;
use crate::story::Timeline;

/// What all lanes are laid out with.
pub(super) struct TimelineContext<'a> {
    /// What every drawing is laid out with.
    pub(super) base: LayoutContext<'a>,
    pub(super) timeline: &'a Timeline,
    pub(super) view: &'a TimelineView<'a>,
}
