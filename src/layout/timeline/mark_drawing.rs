//! How the marks of a lane look.

use super::cluster::DOT;
use super::context::TimelineContext;
use super::lane_marks::{BAR, LEAST_BAR, LaneMark, MarkForm};
use crate::layout::context::SMALL;
use crate::layout::drawing::Drawing;
use crate::layout::{Anchor, Fill, Ink, Point, Rect, Shape, Tint};
use crate::story::{Date, Event, EventTime, Lane, Qualifier};

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
    lane: &Lane,
) {
    let ink = ink(lane, mark);
    match (&mark.form, mark.events.as_slice()) {
        (MarkForm::Bar { cut, .. }, [event]) => {
            let when = cx.timeline.events.get(*event).map(|event| event.when);
            draw_bar(drawing, bar_rect(mark, y), ink, FadedEnds::of(when, *cut), *cut);
        }
        (MarkForm::Round { x, .. }, [_]) => draw_point(drawing, Point::new(*x, y), ink),
        (MarkForm::Round { x, radius }, events) => {
            let center = Point::new(*x, y);
            drawing.dot(center, *radius, Ink::Paper.solid());
            drawing.ring(center, *radius - 1.0, ink.solid());
            let count = cx.base.typesetter.line(&events.len().to_string(), SMALL, Ink::Ink);
            drawing.text(&count, center, Anchor::Middle);
        }
        (MarkForm::Dates { .. }, [event]) => {
            let event = cx.timeline.events.get(*event);
            event.into_iter().for_each(|event| draw_dates(drawing, cx, event, y, ink));
        }
        (MarkForm::Bar { .. } | MarkForm::Dates { .. }, _) => {}
    }
}

fn draw_point(drawing: &mut Drawing, at: Point, ink: Ink) {
    let radius = if ink == Ink::Accent { DOT + 1.0 } else { DOT };
    drawing.dot(at, radius, ink.solid());
}

/// Draws the dates that sources give, joined by a line: the one that stands for the event as any
/// event is drawn, the others hollow.
fn draw_dates(drawing: &mut Drawing, cx: &TimelineContext, event: &Event, y: f64, ink: Ink) {
    let (scale, width) = (cx.scale(cx.window(cx.timeline.scale_of(event.lane))), cx.base.width);
    let px = |date: &Date| {
        let (start, end) = date.reach(cx.timeline.clock);
        (scale.extended(start), scale.extended(end))
    };
    let middle = |(from, to): (f64, f64)| f64::midpoint(from.max(0.0), to.min(width));
    let middles = event.dates().map(px).map(|ends| middle(ends).clamp(0.0, width));
    let (low, high) = middles.fold((width, 0.0), |(low, high), x| (x.min(low), x.max(high)));
    drawing.rule_across(low, high, y, ink.soft());
    for other in &event.other_dates {
        draw_date(drawing, width, px(&other.date), y, ink, None);
    }
    if let EventTime::Date(date) = event.when {
        draw_date(drawing, width, px(&date), y, ink, Some(event.when));
    }
}

/// Draws one of several dates where it is seen: filled if it stands for the event, which is then when
/// that was, and else hollow.
fn draw_date(
    drawing: &mut Drawing,
    width: f64,
    (from, to): (f64, f64),
    y: f64,
    ink: Ink,
    when: Option<EventTime>,
) {
    let x = f64::midpoint(from, to);
    if to - from >= LEAST_BAR {
        let cut = (from < 0.0, to > width);
        let (left, right) = (from.max(1.0).round(), to.min(width - 1.0).round());
        let rect = Rect::between(left, y - BAR / 2.0, right, y + BAR / 2.0);
        match when {
            _ if left >= right => {}
            Some(_) => draw_bar(drawing, rect, ink, FadedEnds::of(when, cut), cut),
            None => draw_hollow(drawing, rect, ink),
        }
    } else if (0.0..=width).contains(&x) {
        // A point of the subject is drawn a px larger.
        let at = Point::new(x.clamp(DOT + 1.0, width - DOT - 1.0), y);
        if when.is_some() {
            return draw_point(drawing, at, ink);
        }
        drawing.dot(at, DOT, Ink::Paper.solid());
        drawing.ring(at, DOT - 1.0, ink.solid());
    }
}

/// A bar's outline, two px wide.
fn draw_hollow(drawing: &mut Drawing, rect: Rect, ink: Ink) {
    drawing.block(rect, Ink::Paper.solid());
    let (left, right) = (rect.x + 1.0, rect.right() - 1.0);
    let (top, bottom) = (rect.y + 1.0, rect.bottom() - 1.0);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    drawing.shapes.push(Shape::Path(corners.map(|(x, y)| Point::new(x, y)).to_vec(), ink.solid()));
}

/// The colour of a mark: the subject's, its lane's, or that of its lane's kind.
fn ink(lane: &Lane, mark: &LaneMark) -> Ink {
    match lane.color {
        _ if mark.subject.is_some() => Ink::Accent,
        Some(color) => Ink::Series(color.clamp(1, 5) as u8 - 1),
        None if lane.kind.has_dates() => Ink::Muted,
        None => Ink::Gold,
    }
}

/// How a bar is filled.
pub(super) fn bar_fill(lane: &Lane, mark: &LaneMark) -> Fill {
    ink(lane, mark).soft()
}

/// The share of a bar's width over which each end fades.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct FadedEnds {
    left: f64,
    right: f64,
}

impl FadedEnds {
    /// A doubtful date fades over what `Date::span` adds to it, where that end is seen (`cut` says
    /// where it is not); an open end fades wherever the drawing ends.
    fn of(when: Option<EventTime>, cut: (bool, bool)) -> Self {
        let Some(EventTime::Date(date)) = when else { return Self::default() };
        let (left, right) = match date {
            Date::Qualified(Qualifier::About, _) | Date::AboutRange(..) => (0.3, 0.3),
            Date::Qualified(Qualifier::Before, _) => (1.0, 0.0),
            Date::Qualified(Qualifier::After, _) => (0.0, 1.0),
            Date::Qualified(Qualifier::From, _) => return Self { left: 0.0, right: 0.3 },
            Date::Qualified(Qualifier::Until, _) => return Self { left: 0.3, right: 0.0 },
            Date::At(_) | Date::Range(..) => (0.0, 0.0),
        };
        let seen = |is_cut, share| if is_cut { 0.0 } else { share };
        Self { left: seen(cut.0, left), right: seen(cut.1, right) }
    }
}

/// A bar; an end in doubt fades out in steps, and one that goes on beyond what is seen is square.
fn draw_bar(drawing: &mut Drawing, rect: Rect, ink: Ink, soft: FadedEnds, cut: (bool, bool)) {
    // A soft bar is translucent: nothing shall shine through.
    drawing.shapes.push(Shape::Pill(rect, Ink::Paper.solid()));
    if soft == FadedEnds::default() && cut == (false, false) {
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
