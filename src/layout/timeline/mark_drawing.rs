//! How the marks of a lane look.

use super::cluster::DOT;
use super::context::TimelineContext;
use super::lane_marks::{LaneMark, MarkForm};
use crate::layout::context::SMALL;
use crate::layout::drawing::Drawing;
use crate::layout::{Anchor, Fill, Ink, Point, Rect, Shape, Tint};
use crate::story::{Date, EventTime, Qualifier};

/// Steps in which a soft end fades.
const FADES: u8 = 5;

/// Draws the axis of a lane: ruled for dates, dotted for places.
pub(super) fn draw_axis(drawing: &mut Drawing, width: f64, y: f64, of_dates: bool) {
    if of_dates {
        drawing.rule_across(0.0, width, y, Ink::Rule.solid());
        return;
    }
    let dots = (width / 7.0) as u32;
    for dot in 0..dots {
        let x = f64::from(dot) * 7.0;
        drawing.rule_across(x, x + 2.0, y, Ink::Muted.soft());
    }
}

/// Where a bar is drawn.
pub(super) fn bar_rect(mark: &LaneMark, y: f64) -> Rect {
    let (from, to) = mark.span();
    let half = mark.half_height();
    Rect::between(from.round(), y - half, to.round(), y + half)
}

/// Draws a mark on the line at `y`.
pub(super) fn draw(
    drawing: &mut Drawing,
    cx: &TimelineContext,
    mark: &LaneMark,
    y: f64,
    of_dates: bool,
) {
    let events = &cx.timeline.events;
    let subject =
        mark.events.iter().any(|event| events.get(*event).is_some_and(|event| event.subject));
    let quiet = if of_dates { Ink::Muted } else { Ink::Gold };
    let ink = if subject { Ink::Accent } else { quiet };
    match (&mark.form, mark.events.as_slice()) {
        (MarkForm::Bar { .. }, [event]) => {
            let when = events.get(*event).map(|event| event.when);
            draw_bar(drawing, bar_rect(mark, y), ink, FadedEnds::of(when));
        }
        (MarkForm::Round { x, .. }, [_]) if mark.beyond == 0 => {
            let radius = if subject { DOT + 1.0 } else { DOT };
            drawing.dot(Point::new(*x, y), radius, ink.solid());
        }
        (MarkForm::Round { x, radius }, events) => {
            let center = Point::new(*x, y);
            drawing.dot(center, *radius, Ink::Paper.solid());
            drawing.ring(center, *radius - 1.0, ink.solid());
            let count = cx.base.typesetter.line(&events.len().to_string(), SMALL, Ink::Ink);
            drawing.text(&count, center, Anchor::Middle);
            if mark.beyond != 0 {
                drawing.shapes.push(arrow(center, *radius, mark.beyond, ink));
            }
        }
        (MarkForm::Bar { .. }, _) => {}
    }
}

/// Points away from the axis, to where the counted events are.
fn arrow(center: Point, radius: f64, side: i8, ink: Ink) -> Shape {
    let side = f64::from(side);
    let tip = Point::new(center.x + side * (radius + 10.0), center.y);
    let ends = [-4.0, 4.0].map(|dy| Point::new(tip.x - side * 4.0, tip.y + dy));
    Shape::Path(vec![ends[0], tip, ends[1]], ink.solid())
}

/// The share of a bar's width over which each end fades.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct FadedEnds {
    left: f64,
    right: f64,
}

impl FadedEnds {
    /// A doubtful date fades over what `Date::span` adds to it, an open end towards the edge.
    fn of(when: Option<EventTime>) -> Self {
        match when {
            Some(EventTime::Date(Date::Qualified(Qualifier::About, _) | Date::AboutRange(..))) => {
                Self { left: 0.3, right: 0.3 }
            }
            Some(EventTime::Date(Date::Qualified(Qualifier::From, _))) => {
                Self { left: 0.0, right: 0.3 }
            }
            Some(EventTime::Date(Date::Qualified(Qualifier::Until, _))) => {
                Self { left: 0.3, right: 0.0 }
            }
            Some(EventTime::Date(Date::Qualified(Qualifier::Before, _))) => {
                Self { left: 1.0, right: 0.0 }
            }
            Some(EventTime::Date(Date::Qualified(Qualifier::After, _))) => {
                Self { left: 0.0, right: 1.0 }
            }
            _ => Self::default(),
        }
    }
}

/// A bar; an end in doubt fades out in steps.
fn draw_bar(drawing: &mut Drawing, rect: Rect, ink: Ink, soft: FadedEnds) {
    // A soft bar is translucent: nothing shall shine through.
    drawing.shapes.push(Shape::Pill(rect, Ink::Paper.solid()));
    if soft == FadedEnds::default() {
        drawing.shapes.push(Shape::Pill(rect, ink.soft()));
        return;
    }
    let left = rect.x + (rect.width * soft.left).round();
    let right = rect.right() - (rect.width * soft.right).round();
    if left < right {
        drawing.block(Rect::between(left, rect.y, right, rect.bottom()), ink.soft());
    }
    fade(drawing, rect, (left, rect.x), ink);
    fade(drawing, rect, (right, rect.right()), ink);
}

/// Strips from `from`, where the bar is whole, to `to`, where it ends.
fn fade(drawing: &mut Drawing, rect: Rect, (from, to): (f64, f64), ink: Ink) {
    let step = (to - from) / f64::from(FADES);
    for strip in 0..FADES {
        let start = (from + f64::from(strip) * step).round();
        let end = (from + f64::from(strip + 1) * step).round();
        if start == end {
            continue;
        }
        let strip = Rect::between(start, rect.y, end, rect.bottom());
        let tint = Tint::Fade(FADES - strip_share(start, from, step));
        drawing.block(strip, Fill { ink, tint });
    }
}

/// How many strips lie before `start`.
fn strip_share(start: f64, from: f64, step: f64) -> u8 {
    ((start - from) / step).round().clamp(0.0, f64::from(FADES - 1)) as u8
}
