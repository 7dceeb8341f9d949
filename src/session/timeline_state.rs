//! What of the timeline a reader looks at: which of its events, and which part of each scale.
//!
//! Out: which event is picked (`Session::event`), where things are drawn (`crate::layout`).

use super::axis_window::{WindowBounds, WindowChange};
use super::keyed::{get, put};
use crate::story::{Event, ScaleId, Story, Timeline, folded, has_part};
use std::rc::Rc;

/// What of the timeline a reader looks at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimelineState {
    /// The lanes that the reader chose; none for all.
    lanes: Vec<usize>,
    /// The tags that the reader chose, places in `Timeline::tags`; an event needs one of them. None
    /// for all events.
    tags: Vec<usize>,
    /// What the reader looks for, as it was typed; empty for nothing.
    wanted: String,
    /// By event, whether it is one of those; none for all.
    matching: Option<Rc<[bool]>>,
    /// What is shown of a scale, where that is not what was shown first.
    windows: Vec<(ScaleId, (f64, f64))>,
}

/// A step by which a reader changes what the timeline shows.
#[derive(Clone, Debug, PartialEq)]
pub enum TimelineChange {
    /// Another part of a scale is to be shown.
    Window(ScaleId, WindowChange),
    /// All events that are shown are to be in sight.
    Fit,
    /// What was shown first is to be shown.
    First,
    /// A lane is to be shown beside those chosen, or no more.
    Lane(usize),
    /// The same of a tag.
    Tag(usize),
    /// Events that say this are to be shown; all for an empty text.
    Find(String),
}

/// Space beside what is to be in sight, as a share of it.
const MARGIN: f64 = 0.02;

impl TimelineState {
    /// The lanes that the reader chose; none for all.
    pub fn lanes(&self) -> &[usize] {
        &self.lanes
    }

    /// The tags that the reader chose, places in `Timeline::tags`; none for all events.
    pub fn tags(&self) -> &[usize] {
        &self.tags
    }

    /// What the reader looks for; empty for nothing.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// Whether an event is one of those that the reader wants to see.
    pub fn shows(&self, event: usize) -> bool {
        self.matching.as_ref().is_none_or(|all| all.get(event).copied().unwrap_or_default())
    }

    /// By event, whether the reader wants to see it; none for all.
    pub fn matching(&self) -> Option<&Rc<[bool]>> {
        self.matching.as_ref()
    }

    /// What is shown of a scale.
    pub fn window(&self, timeline: &Timeline, scale: ScaleId) -> (f64, f64) {
        get(&self.windows, scale).unwrap_or_else(|| timeline.first_window(scale))
    }

    /// Whether less of a scale can be shown than is, and whether more.
    pub fn can_zoom(&self, timeline: &Timeline, scale: ScaleId) -> (bool, bool) {
        bounds(timeline, scale).can_zoom(self.window(timeline, scale))
    }

    /// Makes a change; `picked` is the event that stands out, `is_told` whether an event's words are
    /// not folded.
    pub(super) fn change(
        &mut self,
        story: &Story,
        change: TimelineChange,
        picked: Option<usize>,
        is_told: &dyn Fn(usize) -> bool,
    ) {
        let timeline = &story.timeline;
        match change {
            TimelineChange::Window(scale, mut change) => {
                if let WindowChange::Zoom { around, .. } = &mut change {
                    let in_sight = || self.picked_in_sight(timeline, scale, picked?);
                    *around = around.or_else(in_sight);
                }
                self.change_window(timeline, scale, change);
            }
            TimelineChange::Fit => self.fit(timeline),
            TimelineChange::First => self.windows.clear(),
            TimelineChange::Lane(lane) => {
                toggle(&mut self.lanes, lane, timeline.lanes.len());
                self.filter(timeline, is_told);
            }
            TimelineChange::Tag(tag) => {
                toggle(&mut self.tags, tag, timeline.tags.len());
                self.filter(timeline, is_told);
            }
            TimelineChange::Find(wanted) => {
                self.wanted = wanted;
                self.filter(timeline, is_told);
            }
        }
    }

    /// Has an event shown that is not, and brings it into sight: what hides it is let go of, and the
    /// window moves to it.
    pub(super) fn reveal(&mut self, timeline: &Timeline, event: usize) {
        let Some(of) = timeline.events.get(event) else { return };
        if !self.shows(event) {
            *self = Self { windows: std::mem::take(&mut self.windows), ..Self::default() };
        }
        let scale = timeline.scale_of(of.lane);
        let (low, high) = self.window(timeline, scale);
        let at = middle(timeline, of);
        if !(low..=high).contains(&at) {
            let half = (high - low) / 2.0;
            self.show(timeline, scale, (at - half, at + half));
        }
    }

    fn show(&mut self, timeline: &Timeline, scale: ScaleId, window: (f64, f64)) {
        self.change_window(timeline, scale, WindowChange::Show(window));
    }

    fn change_window(&mut self, timeline: &Timeline, scale: ScaleId, change: WindowChange) {
        let window = bounds(timeline, scale).after(self.window(timeline, scale), change);
        let is_first = window == timeline.first_window(scale);
        put(&mut self.windows, scale, (!is_first).then_some(window));
    }

    /// The middle of an event, if it lies in the window onto this scale.
    fn picked_in_sight(&self, timeline: &Timeline, scale: ScaleId, event: usize) -> Option<f64> {
        let of = timeline.events.get(event)?;
        let (low, high) = self.window(timeline, scale);
        let at = middle(timeline, of);
        (timeline.scale_of(of.lane) == scale && (low..=high).contains(&at)).then_some(at)
    }

    /// Brings all events that are shown into sight.
    fn fit(&mut self, timeline: &Timeline) {
        let mut windows: Vec<(ScaleId, (f64, f64))> = Vec::new();
        for (index, event) in timeline.events.iter().enumerate() {
            if !self.shows(index) {
                continue;
            }
            let (start, end) = event.span(timeline.clock);
            let scale = timeline.scale_of(event.lane);
            match windows.iter_mut().find(|(known, _)| *known == scale) {
                Some((_, window)) => *window = (window.0.min(start), window.1.max(end)),
                None => windows.push((scale, (start, end))),
            }
        }
        for (scale, (start, end)) in windows {
            let margin = (end - start) * MARGIN;
            self.show(timeline, scale, (start - margin, end + margin));
        }
    }

    /// Finds the events that the reader wants to see, and shows them all.
    fn filter(&mut self, timeline: &Timeline, is_told: &dyn Fn(usize) -> bool) {
        let wanted = folded(&self.wanted);
        let is_all = self.lanes.is_empty() && self.tags.is_empty() && wanted.is_empty();
        if is_all {
            self.matching = None;
            self.windows.clear();
            return;
        }
        let tags = self.tags.iter().filter_map(|tag| timeline.tags.get(*tag));
        let tags: Vec<&String> = tags.map(|(tag, _)| tag).collect();
        let is_wanted = |(index, event): (usize, &Event)| {
            (self.lanes.is_empty() || self.lanes.contains(&event.lane))
                && (tags.is_empty() || event.tags.iter().any(|tag| tags.contains(&tag)))
                && (wanted.is_empty() || (is_told(index) && says(event, &wanted)))
        };
        self.matching = Some(timeline.events.iter().enumerate().map(is_wanted).collect());
        self.fit(timeline);
    }
}

/// Chooses something that is not chosen, or lets go of it. All of it is as good as nothing.
pub(super) fn toggle(chosen: &mut Vec<usize>, one: usize, count: usize) {
    if chosen.contains(&one) {
        chosen.retain(|known| *known != one);
    } else if one < count {
        chosen.push(one);
    }
    if chosen.len() == count {
        chosen.clear();
    }
}

/// From where to where a scale can be looked at: its events, and what the author shows first.
fn bounds(timeline: &Timeline, scale: ScaleId) -> WindowBounds {
    let (events, first) = (timeline.extent(scale), timeline.first_window(scale));
    let (low, high) = (events.0.min(first.0), events.1.max(first.1));
    // A single minute is still something to look at.
    let least = timeline.least_window(scale);
    let spare = ((least - (high - low)) / 2.0).max(0.0);
    WindowBounds { whole: (low - spare, high + spare), least }
}

fn middle(timeline: &Timeline, event: &Event) -> f64 {
    let (start, end) = event.when.span(timeline.clock);
    f64::midpoint(start, end)
}

/// Whether an event says something, in its title, its text or where it stands.
fn says(event: &Event, wanted: &str) -> bool {
    let text = event.text.as_ref().map(|text| text.words()).unwrap_or_default();
    let setting = event.setting.as_deref().unwrap_or_default();
    has_part(&folded(&[&event.title.words(), " ", &text, " ", setting].concat()), wanted)
}
