//! The timeline: its lanes from top to bottom, each with a name, labels, an
//! axis with marks, and ticks.

mod cluster;
mod context;
mod lane_labels;
mod lane_marks;
mod lane_rows;
mod mark_drawing;

use super::axis_labels::AxisLabels;
use super::context::{LINE_HEIGHT, LayoutContext, SMALL};
use super::date_ticks::AxisClock;
use super::drawing::Drawing;
use super::extent::Extent;
use super::scale::LinearScale;
use super::ticks::finite;
use super::{Anchor, Ink, Layout, Mark, Measure, Point};
use crate::story::{EventTime, Lane, LaneKind, Messages, Timeline};
use context::TimelineContext;
use lane_labels::LaneLabels;
use lane_marks::{EventSpan, LaneMark, MarkForm};
use lane_rows::LaneRows;

/// What of a timeline is shown, and how.
#[derive(Clone, Copy)]
pub struct TimelineView<'a> {
    /// The stretch to show, as [`Timeline::window_span`] has it; all if absent. Events
    /// outside gather in a counted mark at either edge.
    pub window: Option<(f64, f64)>,
    /// Whether an event (an index into `Timeline::events`) keeps its words folded.
    pub hidden: &'a dyn Fn(usize) -> bool,
    /// Whether a lane (an index into `Timeline::lanes`) is drawn.
    pub shown: &'a dyn Fn(usize) -> bool,
    /// The event whose label goes first.
    pub selected: Option<usize>,
    /// Whether it is small: lanes without their names, labels in one row.
    pub is_small: bool,
}

/// Marks keep this far from the edges, in px.
const INSET: f64 = 10.0;
/// Between a lane's name and what is below it, in px.
const NAME_GAP: f64 = 5.0;
/// Between lanes, in px.
const LANE_GAP: f64 = 14.0;
/// Room for the arrow of a mark beyond the window, in px.
const ARROW_ROOM: f64 = 9.0;
/// Px of width to a tick.
const TICK_SPACING: f64 = 76.0;
/// Between two words along the axis, in px.
const TICK_LABEL_GAP: f64 = 10.0;

/// Lays out a timeline, `width_px` wide; the height follows from the lanes.
///
/// The width is taken as a whole number between 200 and 8192.
pub fn timeline(
    timeline: &Timeline,
    view: &TimelineView,
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> Layout {
    let base = LayoutContext::new(measure, messages, width_px);
    lanes(&TimelineContext { base, timeline, view })
}

/// Lays out the lanes that are shown.
fn lanes(cx: &TimelineContext) -> Layout {
    let mut lanes = spans(cx);
    let dates = DateAxis::new(cx, &lanes);
    for span in lanes.iter_mut().flatten().flatten() {
        dates.open(span, cx.timeline);
    }
    let mut layout = Layout {
        drawing: Drawing::default(),
        events: Vec::new(),
        mark_of: vec![None; cx.timeline.events.len()],
    };
    let mut y = 0.0;
    for (lane, spans) in cx.timeline.lanes.iter().zip(&lanes) {
        let Some(spans) = spans else { continue };
        if y > 0.0 {
            y += LANE_GAP;
        }
        y = draw_lane(&mut layout, cx, lane, spans, &dates, y);
    }
    layout.drawing = layout.drawing.sized(cx.base.width, y);
    layout
}

/// The events of each lane in the order of their start; none for a lane that is not shown.
fn spans(cx: &TimelineContext) -> Vec<Option<Vec<EventSpan>>> {
    let shown = |lane: usize| (cx.view.shown)(lane).then(Vec::new);
    let mut lanes: Vec<Option<Vec<EventSpan>>> = (0..cx.timeline.lanes.len()).map(shown).collect();
    for (event, of) in cx.timeline.events.iter().enumerate() {
        let (start, end) = of.when.span(cx.timeline.clock);
        if let Some(Some(lane)) = lanes.get_mut(of.lane) {
            lane.push(EventSpan { event, start, end });
        }
    }
    lanes
}

/// The scale that all lanes of dates share.
struct DateAxis {
    scale: LinearScale,
    /// What is shown; events that lie outside are counted at an edge.
    window: (f64, f64),
}

impl DateAxis {
    fn new(cx: &TimelineContext, lanes: &[Option<Vec<EventSpan>>]) -> Self {
        let mut of_dates: Vec<&[EventSpan]> = Vec::new();
        for (lane, spans) in cx.timeline.lanes.iter().zip(lanes) {
            if lane.kind == LaneKind::Dates {
                of_dates.extend(spans.as_deref());
            }
        }
        let all = extent(&of_dates).unwrap_or((0.0, 1.0));
        let (from, to) = cx.view.window.unwrap_or(all);
        let window = (finite(from, all.0), finite(to, all.1));
        let window = if window.0 < window.1 { window } else { all };
        let edge = |side: i8| {
            let beyond = |lane: &[EventSpan]| {
                lane.iter().filter(|span| beyond(span, window) == side).count()
            };
            match of_dates.iter().fold(0, |most, lane| most.max(beyond(lane))) {
                0 => INSET,
                count => {
                    INSET
                        + ARROW_ROOM
                        + 2.0 * cluster::radius(cx.base.typesetter, count.max(2))
                        + 4.0
                }
            }
        };
        Self { scale: LinearScale::new(window, edge(-1), cx.base.width - edge(1)), window }
    }

    /// Draws an open end of an event out to the edge.
    fn open(&self, span: &mut EventSpan, timeline: &Timeline) {
        let of = timeline.events.get(span.event).map(|event| event.when);
        let Some(EventTime::Date(date)) = of else { return };
        let (from_ever, for_ever) = date.is_open();
        if from_ever {
            span.start = span.start.min(self.window.0);
        }
        if for_ever {
            span.end = span.end.max(self.window.1);
        }
    }
}

/// What the events of some lanes span.
fn extent(lanes: &[&[EventSpan]]) -> Option<(f64, f64)> {
    let mut extent = Extent::default();
    for span in lanes.iter().copied().flatten() {
        extent.add(span.start);
        extent.add(span.end);
    }
    extent.ends
}

/// Whether a span lies before (-1), within (0) or after (1) a window.
fn beyond(span: &EventSpan, window: (f64, f64)) -> i8 {
    if span.end <= window.0 { -1 } else { i8::from(span.start >= window.1) }
}

/// Draws one lane from `y` down; returns where it ends.
fn draw_lane(
    layout: &mut Layout,
    cx: &TimelineContext,
    lane: &Lane,
    spans: &[EventSpan],
    dates: &DateAxis,
    y: f64,
) -> f64 {
    let of_dates = lane.kind == LaneKind::Dates;
    let (scale, marks) = if of_dates {
        (dates.scale, date_marks(cx, spans, dates))
    } else {
        let scale = order_scale(cx, spans);
        (scale, lane_marks::marks(cx.base.typesetter, spans, &scale))
    };
    let mut drawing = Drawing::default();
    let top = if cx.view.is_small { y } else { draw_name(&mut drawing, cx, lane, y) };
    let labels = LaneLabels::new(cx, &marks);
    let rows = LaneRows::new(&marks, top + labels.height());
    labels.draw(&mut drawing, &marks, &rows);
    let bottom = if of_dates { draw_ticks(&mut drawing, cx, &scale, &rows) } else { rows.bottom };
    mark_drawing::draw_axis(&mut drawing, cx.base.width, rows.axis, of_dates);
    add_marks(layout, drawing, cx, &marks, &rows, of_dates);
    bottom
}

/// Writes a lane's name; returns where what is below it begins.
fn draw_name(drawing: &mut Drawing, cx: &TimelineContext, lane: &Lane, y: f64) -> f64 {
    let name = cx.base.typesetter.line(&lane.title, SMALL, Ink::Muted);
    drawing.text(
        &cx.base.typesetter.fit(&name, cx.base.width),
        Point::new(0.0, y + LINE_HEIGHT / 2.0),
        Anchor::Start,
    );
    y + LINE_HEIGHT + NAME_GAP
}

/// The scale of a lane of places in an order: from the first to the last.
fn order_scale(cx: &TimelineContext, spans: &[EventSpan]) -> LinearScale {
    let all = extent(&[spans]).unwrap_or((0.0, 1.0));
    LinearScale::new(all, INSET, cx.base.width - INSET)
}

/// Marks of a lane of dates, with those beyond the window at its edges.
fn date_marks(cx: &TimelineContext, spans: &[EventSpan], dates: &DateAxis) -> Vec<LaneMark> {
    let side = |side: i8| -> Vec<EventSpan> {
        spans.iter().filter(|span| beyond(span, dates.window) == side).copied().collect()
    };
    let mut marks = lane_marks::marks(cx.base.typesetter, &side(0), &dates.scale);
    for side_of in [-1, 1] {
        let events: Vec<usize> = side(side_of).iter().map(|span| span.event).collect();
        if events.is_empty() {
            continue;
        }
        // Even a single one is counted, so that it is not taken for an event at the edge.
        let radius = cluster::radius(cx.base.typesetter, events.len().max(2));
        let x = INSET + ARROW_ROOM + radius - 4.0;
        let x = if side_of < 0 { x } else { cx.base.width - x };
        marks.push(LaneMark {
            events,
            row: 0,
            form: MarkForm::Round { x, radius },
            beyond: side_of,
        });
    }
    marks
}

/// Draws ticks and their words below the rows; returns where they end.
fn draw_ticks(
    drawing: &mut Drawing,
    cx: &TimelineContext,
    scale: &LinearScale,
    rows: &LaneRows,
) -> f64 {
    let base = &cx.base;
    let most = ((base.width / TICK_SPACING) as usize).clamp(2, 12);
    let Timeline { clock: offset, has_times, .. } = *cx.timeline;
    let clock = AxisClock { offset, has_times };
    let labels = AxisLabels::of_dates(base, scale, TICK_LABEL_GAP, most, clock);
    let y = rows.bottom + 4.0 + LINE_HEIGHT / 2.0;
    labels.draw(drawing, y, |drawing, x| {
        drawing.rule_down_around_words(x, rows.axis, rows.bottom + 3.0, Ink::Rule.solid());
    })
}

/// Adds the lane's drawing and its marks, from left to right.
fn add_marks(
    layout: &mut Layout,
    lane: Drawing,
    cx: &TimelineContext,
    marks: &[LaneMark],
    rows: &LaneRows,
    of_dates: bool,
) {
    let drawing = &mut layout.drawing;
    drawing.shapes.extend(lane.shapes);
    let mut marks: Vec<&LaneMark> = marks.iter().collect();
    marks.sort_by(|a, b| a.span().0.total_cmp(&b.span().0).then(a.row.cmp(&b.row)));
    for mark in marks {
        let y = rows.y(mark.row);
        mark_drawing::draw(drawing, cx, mark, y, of_dates);
        let Some(&first) = mark.events.first() else { continue };
        match mark.form {
            MarkForm::Round { x, radius } => {
                drawing.mark_dot(Mark::Event(first), Point::new(x, y), radius);
            }
            MarkForm::Bar { .. } => {
                let rect = mark_drawing::bar_rect(mark, y);
                drawing.mark_bar(Mark::Event(first), rect, rect);
            }
        }
        for event in &mark.events {
            if let Some(index) = layout.mark_of.get_mut(*event) {
                *index = Some(layout.events.len());
            }
        }
        layout.events.push(mark.events.clone());
    }
}
