//! Moving along the drawn timeline: dragging, pinching, tapping twice, the wheel with Control, keys.
//!
//! The page's own wheel and a finger that goes up or down are never taken. What moves is a window of
//! the session; here a pointer's way becomes a change of it.

use super::pointer::point_of;
use crate::browser::hooks::{WheelTurn, capture};
use crate::layout::{Layout, Mark, Point, TimeAxis};
use crate::session::{Action, TimelineChange};
use crate::story::ScaleId;
use crate::view::context::ViewContext;
use crate::view::event_words::active_scale;
use crate::view::keys::is_modified;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// A pointer that moved less than this presses, in px.
const SLACK_PX: f64 = 5.0;
/// Two taps within so many milliseconds and so many px are one.
const DOUBLE_MS: f64 = 350.0;
const DOUBLE_PX: f64 = 24.0;
/// A step of zooming, by button, key or double tap.
pub(in crate::view) const ZOOM_STEP: f64 = 2.0;
/// Px of a wheel's turn for twice as much, and the most that one turn does.
const WHEEL_PX: f64 = 240.0;
const MOST_WHEEL: f64 = 1.5;
/// Two fingers nearer than this say nothing of a width, in px.
const LEAST_PINCH_PX: f64 = 16.0;
/// A key moves the window by this share of it.
const PAN_SHARE: f64 = 0.5;
/// What is zoomed to has so much room on either side, as a share of it.
const CLUSTER_MARGIN: f64 = 0.15;
/// A cluster is zoomed into if that leaves at most this share of what is seen.
const LEAST_GAIN: f64 = 0.8;

/// What pointers do; shared, for several may act before the next render.
pub(super) type SharedGesture = Rc<RefCell<Gesture>>;

/// What pointers do on the timeline.
#[derive(Default)]
pub(super) struct Gesture {
    /// The pointers that are down, in the order in which they came.
    pointers: Vec<(i32, Point)>,
    grip: Option<Grip>,
    /// Whether something moved since the first pointer went down: then it is no press.
    has_moved: bool,
    /// When and where the last press was, in ms.
    last_press: Option<(f64, Point)>,
}

/// What the pointers took hold of.
#[derive(Clone, Copy)]
struct Grip {
    axis: TimeAxis,
    /// What the axis showed then.
    window: (f64, f64),
    /// Where the first pointer was.
    from: Point,
    /// The values below two pointers; the same twice for one.
    values: (f64, f64),
}

/// All that a pointer may do on the timeline.
pub(super) struct TimelinePointer {
    pub(super) cx: ViewContext,
    pub(super) layout: Rc<Layout>,
    pub(super) scale: f64,
    pub(super) gesture: SharedGesture,
}

impl TimelinePointer {
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
                    self.change(TimelineChange::Window(grip.axis.scale, window));
                }
                true
            }
            "pointerup" | "pointercancel" | "pointerleave" => {
                gesture.pointers.retain(|(known, _)| *known != id);
                gesture.grip = self.take_hold(&gesture.pointers);
                false
            }
            _ => false,
        }
    }

    /// What the pointers that are down hold.
    fn take_hold(&self, pointers: &[(i32, Point)]) -> Option<Grip> {
        let (_, from) = *pointers.first()?;
        let (_, other) = *pointers.get(1).unwrap_or(&(0, from));
        let axis = self.layout.axis_at(from)?;
        let timeline = &self.cx.story().timeline;
        let window = self.cx.session().timeline().window(timeline, axis.scale);
        Some(Grip { axis, window, from, values: (axis.value_at(from), axis.value_at(other)) })
    }

    /// A press: twice at one place is a step nearer, on a count a look into it, on the strip the
    /// window moves there; else it picks the event, or none.
    pub(super) fn press(&self, event: &MouseEvent, mark: Option<Mark>) {
        let at = point_of(event, self.scale);
        let (has_moved, last) = {
            let mut gesture = self.gesture.borrow_mut();
            (gesture.has_moved, gesture.last_press.replace((event.time_stamp(), at)))
        };
        if has_moved {
            return;
        }
        let Some(axis) = self.layout.axis_at(at) else { return };
        let is_second = last.is_some_and(|(time, place)| {
            event.time_stamp() - time < DOUBLE_MS && place.distance(at) < DOUBLE_PX
        });
        if axis.is_strip {
            let timeline = &self.cx.story().timeline;
            let (low, high) = self.cx.session().timeline().window(timeline, axis.scale);
            let (middle, half) = (axis.value_at(at), (high - low) / 2.0);
            self.change(TimelineChange::Window(axis.scale, (middle - half, middle + half)));
        } else if is_second {
            let (scale, around) = (axis.scale, Some(axis.value_at(at)));
            self.change(TimelineChange::Zoom { scale, factor: ZOOM_STEP, around });
        } else {
            let events = mark.map_or(&[][..], |mark| self.layout.events(mark));
            match zoom_to(&self.cx, axis.scale, events) {
                Some(change) => self.change(change),
                None => self.cx.dispatch(Action::PickEvent(events.first().copied())),
            }
        }
    }

    fn change(&self, change: TimelineChange) {
        self.cx.dispatch(Action::Timeline(change));
    }
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

/// The change that tells the events of a counted mark apart; none if no window does, or if it is one.
fn zoom_to(cx: &ViewContext, scale: ScaleId, events: &[usize]) -> Option<TimelineChange> {
    let timeline = &cx.story().timeline;
    let spans = events.iter().filter_map(|event| timeline.events.get(*event));
    let spans = spans.map(|event| event.span(timeline.clock));
    let (low, high) = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let margin = (high - low) * CLUSTER_MARGIN;
    let window = (low - margin, high + margin);
    let (from, to) = cx.session().timeline().window(timeline, scale);
    let width = (window.1 - window.0).max(timeline.least_window(scale));
    let is_nearer = events.len() > 1 && width < (to - from) * LEAST_GAIN;
    is_nearer.then_some(TimelineChange::Window(scale, window))
}

/// What a wheel does that is turned with Control or the Command key, as touchpads do for a pinch.
pub(super) fn on_wheel(cx: &ViewContext, layout: Rc<Layout>, scale: f64) -> Callback<WheelTurn> {
    let cx = cx.clone();
    Callback::from(move |turn: WheelTurn| {
        let at = Point::new(turn.x / scale, turn.y / scale);
        let Some(axis) = layout.axis_at(at) else { return };
        let factor = (-turn.delta_px / WHEEL_PX).exp2().clamp(1.0 / MOST_WHEEL, MOST_WHEEL);
        let around = (!axis.is_strip).then(|| axis.value_at(at));
        let zoom = TimelineChange::Zoom { scale: axis.scale, factor, around };
        cx.dispatch(Action::Timeline(zoom));
    })
}

/// What keys do while the slider of the timeline has the focus: `+` and `-` zoom, `0` shows all,
/// Page Up and Page Down move the window.
pub(super) fn on_key(cx: &ViewContext) -> Callback<KeyboardEvent> {
    let cx = cx.clone();
    Callback::from(move |event: KeyboardEvent| {
        if is_modified(&event) {
            return;
        }
        let scale = active_scale(&cx);
        let zoom = |factor| TimelineChange::Zoom { scale, factor, around: None };
        let change = match event.key().as_str() {
            "+" | "=" => zoom(ZOOM_STEP),
            "-" => zoom(1.0 / ZOOM_STEP),
            "0" => TimelineChange::Fit,
            "PageUp" => TimelineChange::Pan(scale, -PAN_SHARE),
            "PageDown" => TimelineChange::Pan(scale, PAN_SHARE),
            _ => return,
        };
        event.prevent_default();
        cx.dispatch(Action::Timeline(change));
    })
}
