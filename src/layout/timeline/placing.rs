//! An event to place: the lane it belongs to without it, the reader's guess on a line below, and once
//! the answer is given the event itself, and the way from the one to the other.

use super::index::TimelineIndex;
use super::{TimelineView, timeline, timeline_room};
use crate::layout::context::{LINE_HEIGHT, LayoutContext, TEXT};
use crate::layout::drawing::{Drawing, ValueAxis};
use crate::layout::grip::{RADIUS, grip};
use crate::layout::{Anchor, Ink, Layout, Measure, Point, Shape};
use crate::story::{Date, MessageKey, Messages, Placing, Timeline};

/// From the lane to the line of the guess, in px.
const GAP: f64 = 22.0;
/// Below that line, in px.
const BELOW: f64 = 14.0;
/// From the grip to the words beside it, in px.
const NEAR: f64 = 18.0;

/// What of a question that places an event is drawn.
#[derive(Clone, Copy)]
pub struct PlacingView<'a> {
    /// The event, and the scale to place it on.
    pub placing: &'a Placing,
    /// The step of the scale that the reader chose, if any.
    pub guess: Option<i64>,
    /// Whether the event may be seen where it belongs.
    pub is_known: bool,
    /// Whether an event (an index into `Timeline::events`) keeps its words folded.
    pub hidden: &'a dyn Fn(usize) -> bool,
}

/// Lays out an event to place, `width_px` wide. Nothing in it follows from the event's date before it
/// is known.
pub fn placing(
    of: &Timeline,
    view: &PlacingView,
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> Layout {
    let PlacingView { placing, guess, is_known, hidden } = *view;
    let cx = LayoutContext::new(measure, messages, width_px);
    let lane = of.events.get(placing.event).map_or(0, |event| event.lane);
    let of_lane = |is_known: bool| {
        TimelineIndex::of_lane(of, lane, &|event| is_known || event != placing.event)
    };
    let lane_view = TimelineView {
        window: &|_| placing.window,
        hidden,
        selected: is_known.then_some(placing.event),
        is_small: true,
        strip: None,
    };
    // The room that the lane takes must not tell where the event stands.
    let room = timeline_room(of, &of_lane(false), &lane_view, messages, cx.width, measure);
    let view = (&lane_view, &room);
    let mut layout = timeline(of, &of_lane(is_known), view, messages, cx.width, measure);
    let y = layout.drawing.size.height + GAP;
    let Some(axis) = layout.drawing.axes.first().copied() else { return layout };
    let x_of = |(start, end): (f64, f64)| axis.x_of(f64::midpoint(start, end)).round();
    let drawing = &mut layout.drawing;
    drawing.value_axis = Some(ValueAxis { scale: axis.px(), is_vertical: false });
    drawing.rule_across(0.0, cx.width, y, Ink::Rule.solid());
    let event = of.events.get(placing.event);
    let truth = event.map(|event| x_of(event.when.span(of.clock)));
    // Between the dates that sources give everything is right, as in the verdict.
    let near = |x: f64| {
        let ends = event.filter(|event| !event.other_dates.is_empty()).map(|it| it.span(of.clock));
        ends.map(|(start, end)| x.clamp(axis.x_of(start), axis.x_of(end)).round())
    };
    // The middle of the first step may lie before the window.
    let grip_at = |step| x_of(placing.span(step)).clamp(RADIUS, cx.width - RADIUS);
    let guess = guess.map(|step| (grip_at(step), placing.date(step)));
    if let (Some(truth), true) = (truth, is_known) {
        drawing.rule_down_around_words(truth, y - GAP, y, Ink::Accent.solid());
        if let Some((x, _)) = guess {
            let way = [Point::new(x, y), Point::new(near(x).unwrap_or(truth), y)];
            drawing.shapes.push(Shape::Path(way.to_vec(), Ink::Accent.solid()));
        }
        drawing.dot(Point::new(truth, y), 5.0, Ink::Accent.solid());
    }
    match guess {
        Some((x, date)) => draw_guess(drawing, &cx, (x, y), date),
        None if !is_known => {
            let hint = cx.typesetter.line(messages.text(MessageKey::QuizPlaceHow), TEXT, Ink::Ink);
            let hint = cx.typesetter.fit(&hint, cx.width);
            drawing.text(&hint, Point::new(cx.width / 2.0, y + NEAR), Anchor::Middle);
        }
        None => {}
    }
    let height = y + BELOW + LINE_HEIGHT;
    layout.drawing = layout.drawing.sized(cx.width, height);
    layout
}

/// Draws the grip of a guess, and its date below.
fn draw_guess(drawing: &mut Drawing, cx: &LayoutContext, (x, y): (f64, f64), date: Option<Date>) {
    drawing.rule_down_around_words(x, 0.0, y, Ink::Muted.solid());
    drawing.shapes.extend(grip(Point::new(x, y), false, true));
    let words = date.map_or_else(String::new, |date| date.words(cx.messages));
    let words = cx.typesetter.line(&words, TEXT.bold(), Ink::Ink);
    let words = cx.typesetter.fit(&words, cx.width);
    let left = (x - words.width() / 2.0).min(cx.width - words.width()).max(0.0);
    drawing.text(&words, Point::new(left, y + NEAR), Anchor::Start);
}
