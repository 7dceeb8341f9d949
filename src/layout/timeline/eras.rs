//! Eras: spans behind all lanes that share the scale of dates, each with its name above them.

use super::context::TimelineContext;
use crate::layout::context::{LINE_HEIGHT, SMALL};
use crate::layout::drawing::Drawing;
use crate::layout::scale::Scale;
use crate::layout::{Anchor, Ink, Point, Rect};

/// Height of the row of names, in px.
pub(super) const NAMES: f64 = LINE_HEIGHT + 4.0;
/// From the edge of an era to its name, in px.
const PADDING: f64 = 4.0;
/// A name that has not even so much room in px is left out, unless it is as short as that.
const LEAST_NAME: f64 = 70.0;

/// Draws the eras behind what lies between two y; their names, if wanted, stand at the top.
pub(super) fn draw(
    drawing: &mut Drawing,
    cx: &TimelineContext,
    scale: &Scale,
    (top, bottom): (f64, f64),
    has_names: bool,
) {
    let mut free = 0.0;
    for (nth, era) in cx.timeline.eras.iter().enumerate() {
        let (start, end) = era.date.reach(cx.timeline.clock);
        let left = scale.extended(start).max(0.0).round();
        let right = scale.extended(end).min(cx.base.width).round();
        if right <= left {
            continue;
        }
        // Neighbours are told apart by their shade and by a line.
        if nth % 2 == 0 {
            drawing.block(Rect::between(left, top, right, bottom), Ink::Rule.faint());
        }
        drawing.rule_down(left, top, bottom, Ink::Rule.solid());
        let from = f64::max(left + PADDING, free);
        let room = right - PADDING - from;
        let name = cx.base.typesetter.line(&era.title, SMALL, Ink::Muted);
        if room < name.width().min(LEAST_NAME) || !has_names {
            continue;
        }
        let name = cx.base.typesetter.fit(&name, room);
        drawing.text(&name, Point::new(from, top + NAMES / 2.0), Anchor::Start);
        free = from + name.width() + PADDING;
    }
}
