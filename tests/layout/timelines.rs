//! A timeline laid out as the card does it.

use story_card::layout::{self, Layout, TableMeasure, TimelineIndex, TimelineView};
use story_card::story::{Messages, ScaleId, Timeline};

/// How a test wants a timeline to be shown.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    /// What is shown of the shared scale; what is shown first if absent.
    pub(crate) window: Option<(f64, f64)>,
    /// Whether an event keeps its words folded.
    pub(crate) hidden: &'a dyn Fn(usize) -> bool,
    /// Whether an event is shown at all.
    pub(crate) shown: &'a dyn Fn(usize) -> bool,
    pub(crate) selected: Option<usize>,
    pub(crate) is_small: bool,
}

impl Default for Shown<'_> {
    fn default() -> Self {
        let (hidden, shown) = (&|_| false, &|_| true);
        Self { window: None, hidden, shown, selected: None, is_small: false }
    }
}

impl Shown<'_> {
    fn selected_lane(&self, timeline: &Timeline) -> usize {
        let selected = self.selected.and_then(|event| timeline.events.get(event));
        selected.map_or(0, |event| event.lane)
    }

    /// The layout of a timeline in this width.
    pub(crate) fn of(&self, timeline: &Timeline, messages: &Messages, width: f64) -> Layout {
        let window = |scale| match self.window {
            Some(window) if scale == ScaleId::Shared => window,
            _ => timeline.first_window(scale),
        };
        let view = TimelineView {
            window: &window,
            hidden: self.hidden,
            selected: self.selected,
            is_small: self.is_small,
            strip: (!self.is_small).then(|| timeline.scale_of(self.selected_lane(timeline))),
        };
        let index = TimelineIndex::new(timeline, self.shown);
        let room = layout::timeline_room(timeline, &index, &view, messages, width, &TableMeasure);
        layout::timeline(timeline, &index, (&view, &room), messages, width, &TableMeasure)
    }
}
