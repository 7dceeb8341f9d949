//! The timeline: its lanes from top to bottom, each with a name, labels, an
//! axis with marks, and ticks; below them the strip that shows all of it.
//!
//! A layout is made for the windows onto the scales and costs what lies in them. What is above and
//! below a lane stays where it is in every window: rows are counted once, in [`TimelineRoom`].

mod below_axis;
mod cluster;
mod context;
mod eras;
mod index;
mod lane_labels;
mod lane_marks;
mod lane_rows;
mod mark_drawing;
mod placing;
mod strip;

pub use index::TimelineIndex;
pub use placing::{PlacingView, placing};

use super::axis_labels::AxisLabels;
use super::context::{LINE_HEIGHT, LayoutContext, SMALL};
use super::date_ticks::AxisClock;
use super::drawing::Drawing;
use super::scale::Scale;
use super::{Anchor, Ink, Layout, Mark, Measure, Point, ZoomAxis};
use crate::story::{Lane, MessageKey, Messages, ScaleId, Timeline, number};
use cluster::Radii;
use context::TimelineContext;
use index::LaneIndex;
use lane_labels::LaneLabels;
use lane_marks::{LaneMark, LanePlot, MAX_ROWS, MarkForm};
use lane_rows::{LaneRoom, LaneRows};

/// What of a timeline is shown, and how.
#[derive(Clone, Copy)]
pub struct TimelineView<'a> {
    /// What is shown of a scale, from where to where. Events outside are counted beside the lane's
    /// name.
    pub window: &'a dyn Fn(ScaleId) -> (f64, f64),
    /// Whether an event (an index into `Timeline::events`) keeps its words folded.
    pub hidden: &'a dyn Fn(usize) -> bool,
    /// The event whose label goes first.
    pub selected: Option<usize>,
    /// Whether it is small: lanes without their names, labels in one row.
    pub is_small: bool,
    /// The scale of which a strip below the lanes shows all, with the window onto it; none where
    /// windows cannot be moved.
    pub strip: Option<ScaleId>,
}

/// How many rows each lane has, as its first window needs them at a width; it keeps them when the
/// window moves.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineRoom {
    /// By lane that is shown.
    lanes: Vec<LaneRoom>,
}

/// Between a lane's name and what is below it, in px.
const NAME_GAP: f64 = 5.0;
/// Between a lane's name and the count of what lies beside the window, in px.
const COUNT_GAP: f64 = 16.0;
/// That count takes at most this share of the width.
const MOST_OF_COUNTS: f64 = 0.6;
/// Between lanes, in px.
const LANE_GAP: f64 = 11.0;
/// Px of width to a tick.
const TICK_SPACING: f64 = 76.0;
/// Between two words along the axis, in px.
const TICK_LABEL_GAP: f64 = 10.0;
/// Labels lie in at most so many rows over the axis, and in fewer where many lanes share a card.
const MAX_LABEL_ROWS: usize = 3;
const LABEL_ROWS_OF_MANY: usize = 2;
/// More lanes than this are many.
const MANY_LANES: usize = 3;
/// So few lanes may have rows that only other windows need.
const FEW_LANES: usize = 2;
/// Then a lane of several dates has at least so many.
const LEAST_LABEL_ROWS: usize = 2;

/// Counts the rows that a timeline needs as it opens, `width_px` wide.
pub fn timeline_room(
    timeline: &Timeline,
    index: &TimelineIndex,
    view: &TimelineView,
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> TimelineRoom {
    let first = |scale| timeline.first_window(scale);
    let view = TimelineView { window: &first, ..*view };
    let cx = context(timeline, index, &view, messages, width_px, measure);
    TimelineRoom { lanes: index.lanes().map(|(lane, of)| room(&cx, lane, of)).collect() }
}

/// Lays out a timeline, `width_px` wide; the height follows from its room alone.
///
/// The width is taken as a whole number between 120 and 8192.
pub fn timeline(
    timeline: &Timeline,
    index: &TimelineIndex,
    (view, room): (&TimelineView, &TimelineRoom),
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> Layout {
    lanes(&context(timeline, index, view, messages, width_px, measure), room)
}

fn context<'a>(
    timeline: &'a Timeline,
    index: &'a TimelineIndex,
    view: &'a TimelineView,
    messages: &'a Messages,
    width_px: f64,
    measure: &'a dyn Measure,
) -> TimelineContext<'a> {
    let base = LayoutContext::new(measure, messages, width_px);
    let radii = Radii::new(base.typesetter);
    TimelineContext { base, timeline, index, view, radii }
}

/// The rows that a lane needs.
fn room(cx: &TimelineContext, lane: usize, of: &LaneIndex) -> LaneRoom {
    let scale = cx.scale(cx.window(cx.timeline.scale_of(lane)));
    let marks = plotted(cx, scale, MAX_ROWS, of);
    let bars = marks.iter().map(|mark| mark.row).max().unwrap_or(0);
    let lanes = cx.index.lanes().count();
    let most = match cx.view.is_small {
        true => 1,
        false if lanes > MANY_LANES => LABEL_ROWS_OF_MANY,
        false => MAX_LABEL_ROWS,
    };
    let tallest = cx.radii.of(of.len()).ceil().clamp(1.0, 60.0) as u8;
    let room = LaneRoom { labels: most, bars, tallest };
    let used = LaneLabels::new(cx, &marks, room).rows;
    let has_dates = cx.timeline.lanes.get(lane).is_some_and(|it| it.kind.has_dates());
    // Any event with words may be picked and then needs a row.
    let has_room = has_dates && !cx.view.is_small && lanes <= FEW_LANES;
    let least = match of.len() {
        0 => 0,
        2.. if has_room => LEAST_LABEL_ROWS,
        _ => 1,
    };
    let bars = if of.len() > 1 && has_room { bars.max(1) } else { bars };
    LaneRoom { labels: used.max(least), bars, tallest }
}

/// The marks of what is seen of a lane.
fn plotted(cx: &TimelineContext, scale: Scale, rows: usize, of: &LaneIndex) -> Vec<LaneMark> {
    let (low, high) = cx.seen(&scale);
    let plot = LanePlot { radii: cx.radii, scale, width: cx.base.width, rows };
    lane_marks::marks(&plot, &mut of.between(low, high))
}

/// Lays out the lanes that are shown, and the strip.
fn lanes(cx: &TimelineContext, room: &TimelineRoom) -> Layout {
    let mut layout = Layout::of(Drawing::default());
    let mut y = 0.0;
    let mut has_era_names = false;
    let mut ticks: Option<(ScaleId, AxisLabels)> = None;
    let mut lanes = cx.index.lanes().zip(&room.lanes).peekable();
    while let Some(((lane, of), room)) = lanes.next() {
        if y > 0.0 {
            y += LANE_GAP;
        }
        let id = cx.timeline.scale_of(lane);
        // Lanes that share a scale and follow each other have its dates once, below the last.
        let is_last = lanes.peek().map(|((next, _), _)| cx.timeline.scale_of(*next)) != Some(id);
        let has_eras = id == ScaleId::Shared && !cx.timeline.eras.is_empty() && !cx.view.is_small;
        let eras = has_eras.then_some(!has_era_names);
        has_era_names |= has_eras;
        let known = ticks.take_if(|(known, _)| *known == id).map(|(_, labels)| labels);
        let of_scale = known.unwrap_or_else(|| ticks_of(cx, id));
        let place = LanePlace { top: y, eras, is_last, ticks: &of_scale };
        y = draw_lane(&mut layout, cx, (lane, of), *room, &place);
        ticks = Some((id, of_scale));
    }
    if let Some(scale) = cx.view.strip {
        let (axis, bottom) = strip::draw(&mut layout.drawing, cx, scale, y);
        layout.drawing.axes.push(axis);
        y = bottom;
    }
    layout.drawing = layout.drawing.sized(cx.base.width, y);
    layout
}

/// Where a lane is drawn, and what belongs to it there.
struct LanePlace<'a> {
    top: f64,
    /// Whether eras are drawn behind it, and if so, whether with their names.
    eras: Option<bool>,
    /// Whether its scale is not that of the next lane.
    is_last: bool,
    /// The ticks of its scale.
    ticks: &'a AxisLabels,
}

/// The ticks of what is shown of a scale; none of an order.
fn ticks_of(cx: &TimelineContext, id: ScaleId) -> AxisLabels {
    if !cx.timeline.has_dates(id) {
        return AxisLabels::default();
    }
    let most = ((cx.base.width / TICK_SPACING) as usize).clamp(2, 12);
    let Timeline { clock: offset, has_times, .. } = *cx.timeline;
    let scale = cx.scale(cx.window(id));
    let clock = AxisClock { offset, has_times };
    AxisLabels::of_dates(&cx.base, &scale, TICK_LABEL_GAP, most, clock)
}

/// Draws one lane; returns where it ends.
fn draw_lane(
    layout: &mut Layout,
    cx: &TimelineContext,
    (lane, of): (usize, &LaneIndex),
    room: LaneRoom,
    place: &LanePlace,
) -> f64 {
    let LanePlace { top, eras, .. } = *place;
    let Some(about) = cx.timeline.lanes.get(lane) else { return top };
    let id = cx.timeline.scale_of(lane);
    let scale = cx.scale(cx.window(id));
    let mut marks = plotted(cx, scale, room.bars, of);
    let (_, high) = cx.seen(&scale);
    let (seen, begun) = (marks.iter().map(|mark| mark.events.len()).sum::<usize>(), of.begun(high));
    let labels = LaneLabels::new(cx, &marks, room);
    for index in labels.with_words() {
        if let Some(mark) = marks.get_mut(index) {
            mark.has_words = true;
        }
    }

    let drawing = &mut layout.drawing;
    let mut y = top;
    if !cx.view.is_small {
        y = draw_name(drawing, cx, about, (begun - seen, of.len() - begun), y);
    }
    let era_names = if eras == Some(true) { eras::NAMES } else { 0.0 };
    let rows = LaneRows::new(room, y + era_names);
    if let Some(has_names) = eras {
        eras::draw(drawing, cx, &scale, (y, rows.bottom), has_names);
    }
    labels.draw(drawing, &marks, &rows);
    let has_dates = about.kind.has_dates();
    let bottom = if has_dates { draw_ticks(drawing, cx, &rows, place) } else { rows.bottom };
    mark_drawing::draw_axis(drawing, cx.base.width, rows.axis, has_dates);
    draw_marks(layout, cx, about, &mut marks, &rows);
    let fill = |mark: &LaneMark| mark_drawing::bar_fill(about, mark);
    labels.draw_inside(&mut layout.drawing, &marks, &rows, &fill);
    layout.drawing.axes.push(ZoomAxis::new(id, &scale, (top, bottom), false));
    bottom
}

/// Writes a lane's name, and how many of its events lie before and behind what is seen; returns where
/// what is below it begins.
fn draw_name(
    drawing: &mut Drawing,
    cx: &TimelineContext,
    lane: &Lane,
    (earlier, later): (usize, usize),
    y: f64,
) -> f64 {
    let middle = y + LINE_HEIGHT / 2.0;
    let beside = |(key, count): (MessageKey, usize)| {
        let n = number::format(count as f64, cx.base.messages);
        let words = || cx.base.messages.fill_counted(key, count as f64, &[("n", &n)]);
        (count > 0).then(words)
    };
    let keys = [(MessageKey::TimelineBefore, earlier), (MessageKey::TimelineBeyond, later)];
    let counts: Vec<String> = keys.into_iter().filter_map(beside).collect();
    let counts = cx.base.note(&counts.join(" \u{b7} "));
    let counts = cx.base.typesetter.fit(&counts, cx.base.width * MOST_OF_COUNTS);
    drawing.text(&counts, Point::new(cx.base.width, middle), Anchor::End);
    let room = cx.base.width - if counts.is_empty() { 0.0 } else { counts.width() + COUNT_GAP };
    let name = cx.base.typesetter.line(&lane.title, SMALL.bold(), Ink::Muted);
    // Readers would take the way between two places for time.
    let by_rank = (!lane.kind.has_dates())
        .then(|| cx.base.small(cx.base.messages.text(MessageKey::TimelineByRank)));
    let name = name.with(by_rank);
    drawing.text(&cx.base.typesetter.fit(&name, room), Point::new(0.0, middle), Anchor::Start);
    y + LINE_HEIGHT + NAME_GAP
}

/// Draws ticks, and below the last lane of a scale their words; returns where that ends.
fn draw_ticks(
    drawing: &mut Drawing,
    cx: &TimelineContext,
    rows: &LaneRows,
    place: &LanePlace,
) -> f64 {
    let y = rows.bottom + 4.0 + LINE_HEIGHT / 2.0;
    let tick = |drawing: &mut Drawing, x| {
        drawing.rule_down_around_words(x, rows.axis, rows.bottom + 3.0, Ink::Rule.solid());
    };
    if !place.is_last {
        place.ticks.xs().for_each(|x| tick(drawing, x));
        return rows.bottom;
    }
    let bottom = place.ticks.draw(drawing, y, &tick);
    // Days below the times come and go with the window.
    bottom.max(if cx.timeline.has_times { y + LINE_HEIGHT * 1.5 } else { 0.0 })
}

/// Draws the marks of a lane, and adds them from left to right.
fn draw_marks(
    layout: &mut Layout,
    cx: &TimelineContext,
    lane: &Lane,
    marks: &mut [LaneMark],
    rows: &LaneRows,
) {
    let mut sorted: Vec<&mut LaneMark> = marks.iter_mut().collect();
    sorted.sort_by(|a, b| a.span().0.total_cmp(&b.span().0).then(a.row.cmp(&b.row)));
    for mark in sorted {
        let drawing = &mut layout.drawing;
        let y = rows.y(mark.row);
        mark_drawing::draw(drawing, cx, mark, y, lane);
        let Some(&first) = mark.events.first() else { continue };
        match mark.form {
            MarkForm::Round { x, radius } => {
                drawing.mark_dot(Mark::Event(first), Point::new(x, y), radius);
            }
            MarkForm::Bar { .. } | MarkForm::Dates { .. } => {
                let rect = mark_drawing::bar_rect(mark, y);
                drawing.mark_bar(Mark::Event(first), rect, rect);
            }
        }
        layout.events.push(std::mem::take(&mut mark.events));
    }
}
