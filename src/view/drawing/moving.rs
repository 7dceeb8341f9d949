//! Moving along the drawn timeline or a chart: dragging, pinching, tapping twice, the wheel with
//! Control.
//!
//! The page's own wheel and a finger that goes up or down are never taken. What moves is a window of
//! the session; here a pointer's way becomes a change of it.

use super::pointer::point_of;
use crate::browser::hooks::{WheelTurn, capture};
use crate::layout::{Layout, Point, ZoomAxis};
use crate::session::{Action, TimelineChange, WindowChange, ZOOM_STEP};
use crate::story::ScaleId;
use crate::view::context::ViewContext;
use crate::view::zoom::Zoom;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// A pointer that moved less than this presses, in px.
const SLACK_PX: f64 = 5.0;
/// Two taps within so many milliseconds and so many px are one.
const DOUBLE_MS: f64 = 350.0;
const DOUBLE_PX: f64 = 24.0;
/// Px of a wheel's turn for twice as much, and the most that one turn does.
const WHEEL_PX: f64 = 240.0;
const MOST_WHEEL: f64 = 1.5;
/// Two fingers nearer than this say nothing of a width, in px.
const LEAST_PINCH_PX: f64 = 16.0;
/// What is zoomed to has so much room on either side, as a share of it.
const CLUSTER_MARGIN: f64 = 0.15;
/// A cluster is zoomed into if that leaves at most this share of what is seen.
const LEAST_GAIN: f64 = 0.8;

/// What pointers do; shared, for several may act before the next render.
pub(super) type SharedGesture = Rc<RefCell<Gesture>>;

/// What pointers do on a drawing that can be moved along.
#[derive(Default)]
pub(super) struct Gesture {
    /// The pointers that are down, in the order in which they came.
    pointers: Vec<(i32, Point)>,
    grip: Option<Grip>,
    /// Whether something moved since the first pointer went down: then it is no press.
    has_moved: bool,
    /// When and where the last press was, in ms, and how many there were in a row.
    last_press: Option<(f64, Point, u32)>,
}

/// What the pointers took hold of.
#[derive(Clone, Copy)]
struct Grip {
    axis: ZoomAxis,
    /// What the axis showed then.
    window: (f64, f64),
    /// Where the first pointer was.
    from: Point,
    /// The values below two pointers; the same twice for one.
    values: (f64, f64),
}

/// All that a pointer may do there.
pub(super) struct ZoomPointer {
    pub(super) zoom: Zoom,
    pub(super) layout: Rc<Layout>,
    pub(super) scale: f64,
    pub(super) gesture: SharedGesture,
}

impl ZoomPointer {
    /// Hears a pointer; whether it drags, so that nothing is pointed at.
    pub(super) fn hear(&self, event: &PointerEvent) -> bool {
        let at = point_of(event, self.scale);
        let id = event.pointer_id();
        let mut gesture = self.gesture.borrow_mut();
        match event.type_().as_str() {
            "pointerdown" if event.button() == 0 => {
                if gesture.pointers.is_empty() {
                    gesture.has_moved = false;
                }
                gesture.pointers.retain(|(known, _)| *known != id);
                gesture.pointers.push((id, at));
                gesture.grip = self.take_hold(&gesture.pointers);
                false
            }
            "pointermove" => {
                let mut pointers = gesture.pointers.iter_mut();
                let Some((_, place)) = pointers.find(|(known, _)| *known == id) else {
                    return false;
                };
                *place = at;
                let Some(grip) = gesture.grip else { return false };
                let is_pinch = gesture.pointers.len() > 1;
                if !gesture.has_moved && !is_pinch && (at.x - grip.from.x).abs() < SLACK_PX {
                    return false;
                }
                if !gesture.has_moved {
                    capture(event);
                    gesture.has_moved = true;
                }
                let window = grip.window_at(&gesture.pointers);
                drop(gesture);
                if let Some(window) = window {
                    self.zoom.change(grip.axis.scale, WindowChange::Show(window));
                }
                true
            }
            "pointerup" | "pointercancel" | "pointerleave" => {
                gesture.pointers.retain(|(known, _)| *known != id);
                gesture.grip = self.take_hold(&gesture.pointers);
                // Where a drag ends nothing is pointed at: not every engine tells who leaves from there.
                gesture.has_moved
            }
            _ => false,
        }
    }

    /// What the pointers that are down hold.
    fn take_hold(&self, pointers: &[(i32, Point)]) -> Option<Grip> {
        let (_, from) = *pointers.first()?;
        let (_, other) = *pointers.get(1).unwrap_or(&(0, from));
        let axis = self.layout.axis_at(from)?;
        if pointers.len() < 2 && !self.zoom.is_held() {
            return None;
        }
        let window = self.zoom.window(axis.scale);
        Some(Grip { axis, window, from, values: (axis.value_at(from), axis.value_at(other)) })
    }

    /// A press: twice at one place is a step nearer, on the strip the window moves there.
    pub(super) fn press(&self, event: &MouseEvent) -> Press {
        let (at, time) = (point_of(event, self.scale), event.time_stamp());
        let mut gesture = self.gesture.borrow_mut();
        let is_again = |(last, place, _): &(f64, Point, u32)| {
            time - last < DOUBLE_MS && place.distance(at) < DOUBLE_PX
        };
        let count = gesture.last_press.filter(is_again).map_or(1, |(_, _, count)| count + 1);
        gesture.last_press = Some((time, at, count));
        let has_moved = gesture.has_moved;
        drop(gesture);
        let Some(axis) = self.layout.axis_at(at).filter(|_| !has_moved) else {
            return Press::Done;
        };
        let value = axis.value_at(at);
        let change = if axis.is_strip {
            let (low, high) = self.zoom.window(axis.scale);
            let half = (high - low) / 2.0;
            WindowChange::Show((value - half, value + half))
        } else if count > 1 {
            WindowChange::Zoom { factor: ZOOM_STEP, around: Some(value) }
        } else {
            return Press::Picks(axis.scale);
        };
        self.zoom.change(axis.scale, change);
        if !axis.is_strip && count == 2 { Press::TakesBack } else { Press::Done }
    }
}

/// What is left to be done of a press.
pub(super) enum Press {
    /// It picks something on this scale.
    Picks(ScaleId),
    /// It was the second of two that zoom: what the first has picked was not meant.
    TakesBack,
    /// It moved the window, or ended a drag.
    Done,
}

impl Grip {
    /// What is to be shown, so that what was taken hold of stays below the pointers.
    fn window_at(&self, pointers: &[(i32, Point)]) -> Option<(f64, f64)> {
        let (_, first) = *pointers.first()?;
        let (low, high) = self.window;
        let Some((_, second)) = pointers.get(1).filter(|_| !self.axis.is_strip) else {
            let by = self.axis.value_at(first) - self.values.0;
            // On the strip the window follows, on a lane what it shows.
            let by = if self.axis.is_strip { by } else { -by };
            return Some((low + by, high + by));
        };
        if (second.x - first.x).abs() < LEAST_PINCH_PX {
            return None;
        }
        // Where the two are now by the axis as it was, and how much wider that is.
        let (now, other) = (self.axis.value_at(first), self.axis.value_at(*second));
        let factor = (self.values.1 - self.values.0) / (other - now);
        let low = self.values.0 - (now - low) * factor;
        let high = low + (self.window.1 - self.window.0) * factor;
        (factor > 0.0).then_some((low, high))
    }
}

/// What a press on events of the timeline does: a count is looked into, else the event is picked, or
/// none.
pub(super) fn pick(cx: &ViewContext, scale: ScaleId, events: &[usize]) {
    cx.dispatch(match zoom_to(cx, scale, events) {
        Some(window) => Action::Timeline(TimelineChange::Window(scale, WindowChange::Show(window))),
        None => Action::PickEvent(events.first().copied()),
    });
}

/// The window that tells the events of a counted mark apart; none if no window does, or if it is one.
fn zoom_to(cx: &ViewContext, scale: ScaleId, events: &[usize]) -> Option<(f64, f64)> {
    let timeline = &cx.story().timeline;
    let spans = events.iter().filter_map(|event| timeline.events.get(*event));
    let spans = spans.map(|event| event.span(timeline.clock));
    let (low, high) = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let margin = (high - low) * CLUSTER_MARGIN;
    let window = (low - margin, high + margin);
    let (from, to) = cx.session().timeline().window(timeline, scale);
    let width = (window.1 - window.0).max(timeline.least_window(scale));
    let is_nearer = events.len() > 1 && width < (to - from) * LEAST_GAIN;
    is_nearer.then_some(window)
}

/// What a wheel does that is turned with Control or the Command key, as touchpads do for a pinch.
pub(super) fn on_wheel(zoom: Zoom, layout: Rc<Layout>, scale: f64) -> Callback<WheelTurn> {
    Callback::from(move |turn: WheelTurn| {
        let at = Point::new(turn.x / scale, turn.y / scale);
        let Some(axis) = layout.axis_at(at) else { return };
        let factor = (-turn.delta_px / WHEEL_PX).exp2().clamp(1.0 / MOST_WHEEL, MOST_WHEEL);
        let around = (!axis.is_strip).then(|| axis.value_at(at));
        zoom.change(axis.scale, WindowChange::Zoom { factor, around });
    })
}
