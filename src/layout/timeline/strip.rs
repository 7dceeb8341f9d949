//! The strip below the lanes: all of a scale, small, with the window onto it.

use super::context::{INSET, TimelineContext};
use crate::layout::axis_labels::AxisLabels;
use crate::layout::context::LINE_HEIGHT;
use crate::layout::date_ticks::AxisClock;
use crate::layout::drawing::Drawing;
use crate::layout::scale::Scale;
use crate::layout::{Ink, Point, Rect, Shape, TimeAxis};
use crate::story::ScaleId;

/// Between the lanes and the strip, in px.
const GAP: f64 = 10.0;
/// Height of the strip, in px: a row of dots, and dates below them.
const HEIGHT: f64 = 28.0;
/// From the upper edge to the dots, in px.
const DOTS: f64 = 7.0;
/// From one dot to the next, in px.
const STEP: f64 = 6.0;
/// A window is drawn at least so wide, in px.
const LEAST_WINDOW: f64 = 10.0;
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
) -> (TimeAxis, f64) {
    let (low, high) = cx.timeline.extent(scale);
    let window = cx.window(scale);
    let whole = cx.scale((low.min(window.0), high.max(window.1)));
    let top = (y + GAP).round();
    let bottom = top + HEIGHT;
    drawing.block(Rect::between(0.0, top, cx.base.width, bottom), Ink::Rule.faint());
    let dots = if cx.timeline.has_dates(scale) { DOTS } else { HEIGHT / 2.0 };
    draw_dots(drawing, cx, scale, &whole, top + dots);
    if cx.timeline.has_dates(scale) {
        draw_ticks(drawing, cx, &whole, bottom - LINE_HEIGHT / 2.0);
    }
    draw_window(drawing, cx, &whole, window, (top, bottom));
    (TimeAxis::new(scale, &whole, (top - GAP / 2.0, bottom), true), bottom)
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

/// A frame around what the lanes show; it stands back where that is all.
fn draw_window(
    drawing: &mut Drawing,
    cx: &TimelineContext,
    whole: &Scale,
    window: (f64, f64),
    (top, bottom): (f64, f64),
) {
    let edge = |px: f64| if px <= INSET { 1.0 } else { px };
    let far = |px: f64| if px >= cx.base.width - INSET { cx.base.width - 1.0 } else { px };
    let (left, right) = (edge(whole.at(window.0)), far(whole.at(window.1)));
    let spare = ((LEAST_WINDOW - (right - left)) / 2.0).max(0.0);
    let (left, right) = ((left - spare).max(1.0), (right + spare).min(cx.base.width - 1.0));
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    let corners = corners.map(|(x, y)| Point::new(x.round(), y));
    let is_all = window.0 <= whole.low && window.1 >= whole.high;
    let ink = if is_all { Ink::Muted.faint() } else { Ink::Accent.solid() };
    drawing.shapes.push(Shape::Path(corners.to_vec(), ink));
}

/// Dates along the strip, around the middle of a line.
fn draw_ticks(drawing: &mut Drawing, cx: &TimelineContext, whole: &Scale, y: f64) {
    let most = ((cx.base.width / TICK_SPACING) as usize).clamp(2, 6);
    // Days will do for all of it.
    let clock = AxisClock { offset: cx.timeline.clock, has_times: false };
    let labels = AxisLabels::of_dates(&cx.base, whole, TICK_GAP, most, clock);
    labels.draw(drawing, y, &|_, _| {});
}
