//! The strip below the lanes: all of a scale, small, with the window onto it.

use super::context::TimelineContext;
use crate::layout::axis_labels::AxisLabels;
use crate::layout::context::LINE_HEIGHT;
use crate::layout::date_ticks::AxisClock;
use crate::layout::drawing::Drawing;
use crate::layout::scale::Scale;
use crate::layout::window_strip::{GAP, HEIGHT, INSET, draw_ground, draw_window};
use crate::layout::{Ink, Point, ZoomAxis};
use crate::story::ScaleId;

/// From the upper edge to the dots, in px.
const DOTS: f64 = 7.0;
/// From one dot to the next, in px.
const STEP: f64 = 6.0;
/// Px of width to a tick: a few will do.
const TICK_SPACING: f64 = 150.0;
/// Between two words, in px.
const TICK_GAP: f64 = 24.0;

/// Draws the strip of a scale from `y` down; returns what can be moved there, and where it ends.
pub(super) fn draw(
    drawing: &mut Drawing,
    cx: &TimelineContext,
    scale: ScaleId,
    y: f64,
) -> (ZoomAxis, f64) {
    let (low, high) = cx.timeline.extent(scale);
    let window = cx.window(scale);
    let whole = cx.scale((low.min(window.0), high.max(window.1)));
    let top = draw_ground(drawing, cx.base.width, y);
    let bottom = top + HEIGHT;
    let dots = if cx.timeline.has_dates(scale) { DOTS } else { HEIGHT / 2.0 };
    draw_dots(drawing, cx, scale, &whole, top + dots);
    if cx.timeline.has_dates(scale) {
        draw_ticks(drawing, cx, &whole, bottom - LINE_HEIGHT / 2.0);
    }
    draw_window(drawing, &whole, window, cx.base.width, top);
    (ZoomAxis::new(scale, &whole, (top - GAP / 2.0, bottom), true), bottom)
}

/// A dot wherever some event begins.
fn draw_dots(drawing: &mut Drawing, cx: &TimelineContext, scale: ScaleId, whole: &Scale, y: f64) {
    let mut x = INSET;
    while x < cx.base.width {
        let ends = [x - STEP / 2.0, x + STEP / 2.0].map(|px| whole.extended_value_at(px));
        if cx.index.has_events(cx.timeline, scale, ends[0], ends[1]) {
            drawing.dot(Point::new(x.round(), y), 2.0, Ink::Muted.soft());
        }
        x += STEP;
    }
}

/// Dates along the strip, around the middle of a line.
fn draw_ticks(drawing: &mut Drawing, cx: &TimelineContext, whole: &Scale, y: f64) {
    let most = ((cx.base.width / TICK_SPACING) as usize).clamp(2, 6);
    // Days will do for all of it.
    let clock = AxisClock { offset: cx.timeline.clock, has_times: false };
    let labels = AxisLabels::of_dates(&cx.base, whole, TICK_GAP, most, clock);
    labels.draw(drawing, y, &|_, _| {});
}
