//! The timeline: its lanes from top to bottom, each with a name, labels, an
//! axis with marks, and ticks.

mod cluster;
mod lane_labels;
mod lane_marks;
mod mark_drawing;

use super::context::{Desk, LINE, SMALL};
use super::drawing::{Drawing, Mark};
use super::scale::{Extent, Scale};
use super::ticks;
use super::{Anchor, Ink, Layout, Point, TimelineView};
use crate::story::{self, Lane, Timeline};
use lane_marks::{Entry, Form, LaneMark};

/// Marks keep this far from the edges, in px.
const INSET: f64 = 10.0;
/// From one row of a lane to the next, in px.
const ROW: f64 = 18.0;
/// Between a lane's name and what is below it, in px.
const NAME_GAP: f64 = 5.0;
/// Between lanes, in px.
const LANE_GAP: f64 = 14.0;
/// Room for the arrow of a mark beyond the window, in px.
const ARROW: f64 = 9.0;
/// Px of width to a tick.
const TICK: f64 = 76.0;

/// What all lanes are laid out with.
pub(super) struct Sheet<'a> {
    pub(super) desk: Desk<'a>,
    pub(super) timeline: &'a Timeline,
    pub(super) view: &'a TimelineView<'a>,
}

/// Lays out the lanes that are shown.
pub(super) fn timeline(sheet: &Sheet) -> Layout {
    let lanes = entries(sheet);
    let dates = Dates::new(sheet, &lanes);
    let mut layout = Layout {
        drawing: Drawing::default(),
        events: Vec::new(),
        mark_of: vec![None; sheet.timeline.events.len()],
    };
    let mut y = 0.0;
    for (lane, entries) in sheet.timeline.lanes.iter().zip(&lanes) {
        let Some(entries) = entries else { continue };
        if y > 0.0 {
            y += LANE_GAP;
        }
        y = draw_lane(&mut layout, sheet, lane, entries, &dates, y);
    }
    layout.drawing = layout.drawing.sized(sheet.desk.width, y);
    layout
}

/// The entries of each lane in the order of their start; none for a lane that is not shown.
fn entries(sheet: &Sheet) -> Vec<Option<Vec<Entry>>> {
    let shown = |place: usize| (sheet.view.shown)(place).then(Vec::new);
    let mut lanes: Vec<Option<Vec<Entry>>> = (0..sheet.timeline.lanes.len()).map(shown).collect();
    for (event, of) in sheet.timeline.events.iter().enumerate() {
        let (start, end) = of.when.span();
        if let Some(Some(lane)) = lanes.get_mut(of.lane) {
            lane.push(Entry { event, start, end });
        }
    }
    lanes
}

/// The scale that all lanes of dates share.
struct Dates {
    scale: Scale,
    /// What is shown; entries that lie outside are counted at an edge.
    window: (f64, f64),
}

impl Dates {
    fn new(sheet: &Sheet, lanes: &[Option<Vec<Entry>>]) -> Self {
        let mut of_dates: Vec<&[Entry]> = Vec::new();
        for (lane, entries) in sheet.timeline.lanes.iter().zip(lanes) {
            if lane.scale == story::Scale::Dates {
                of_dates.extend(entries.as_deref());
            }
        }
        let all = extent(&of_dates);
        let window = sheet.view.window.filter(|(from, to)| from < to && (to - from).is_finite());
        let window = window.or(all).unwrap_or((0.0, 1.0));
        let edge = |side: i8| {
            let beyond =
                |lane: &[Entry]| lane.iter().filter(|entry| beyond(entry, window) == side).count();
            match of_dates.iter().fold(0, |most, lane| most.max(beyond(lane))) {
                0 => INSET,
                count => {
                    INSET + ARROW + 2.0 * cluster::radius(sheet.desk.setter, count.max(2)) + 4.0
                }
            }
        };
        Self { scale: Scale::new(window, edge(-1), sheet.desk.width - edge(1)), window }
    }
}

/// What the entries of some lanes span.
fn extent(lanes: &[&[Entry]]) -> Option<(f64, f64)> {
    let mut extent = Extent::default();
    for entry in lanes.iter().copied().flatten() {
        extent.add(entry.start);
        extent.add(entry.end);
    }
    extent.ends
}

/// Whether an entry lies before (-1), within (0) or after (1) a window.
fn beyond(entry: &Entry, window: (f64, f64)) -> i8 {
    if entry.end <= window.0 { -1 } else { i8::from(entry.start >= window.1) }
}

/// Draws one lane from `y` down; returns where it ends.
fn draw_lane(
    layout: &mut Layout,
    sheet: &Sheet,
    lane: &Lane,
    entries: &[Entry],
    dates: &Dates,
    y: f64,
) -> f64 {
    let of_dates = lane.scale == story::Scale::Dates;
    let (scale, marks) = if of_dates {
        (dates.scale, date_marks(sheet, entries, dates))
    } else {
        let scale = places(sheet, entries);
        (scale, lane_marks::marks(sheet.desk.setter, entries, &scale))
    };
    let mut drawing = Drawing::default();
    let name = sheet.desk.setter.line(&lane.title, SMALL, Ink::Muted);
    drawing.set(
        &sheet.desk.setter.fit(&name, sheet.desk.width),
        Point::new(0.0, y + LINE / 2.0),
        Anchor::Start,
    );
    let labels = lane_labels::Labels::new(sheet, &marks);
    let levels = Levels::new(&marks, y + LINE + NAME_GAP + labels.height());
    labels.draw(&mut drawing, &marks, &levels);
    let bottom =
        if of_dates { draw_ticks(&mut drawing, sheet, &scale, &levels) } else { levels.bottom };
    mark_drawing::draw_axis(&mut drawing, sheet.desk.width, levels.axis, of_dates);
    add_marks(layout, drawing, sheet, &marks, &levels, of_dates);
    bottom
}

/// Where the rows of a lane lie.
pub(super) struct Levels {
    /// The axis: row 0.
    pub(super) axis: f64,
    /// How far the tallest mark on the axis reaches above and below it.
    pub(super) tallest: f64,
    /// Where the lowest row ends.
    bottom: f64,
}

impl Levels {
    /// Rows for the marks, from `top` down.
    fn new(marks: &[LaneMark], top: f64) -> Self {
        let tallest = |row: usize| {
            let marks = marks.iter().filter(|mark| mark.row == row);
            marks.map(LaneMark::half_height).fold(cluster::COUNTED, f64::max)
        };
        let last = marks.iter().map(|mark| mark.row).max().unwrap_or(0);
        let axis = (top + tallest(0) + 4.0).round();
        let levels = Self { axis, tallest: tallest(0), bottom: 0.0 };
        Self { bottom: levels.y(last) + tallest(last) + 2.0, ..levels }
    }

    /// The middle of a row.
    pub(super) fn y(&self, row: usize) -> f64 {
        let spare = if row > 0 { self.tallest - cluster::COUNTED } else { 0.0 };
        self.axis + row as f64 * ROW + spare
    }
}

/// The scale of a lane of places: from the first place to the last.
fn places(sheet: &Sheet, entries: &[Entry]) -> Scale {
    let all = extent(&[entries]).unwrap_or((0.0, 1.0));
    Scale::new(all, INSET, sheet.desk.width - INSET)
}

/// Marks of a lane of dates, with those beyond the window at its edges.
fn date_marks(sheet: &Sheet, entries: &[Entry], dates: &Dates) -> Vec<LaneMark> {
    let side = |side: i8| -> Vec<Entry> {
        entries.iter().filter(|entry| beyond(entry, dates.window) == side).copied().collect()
    };
    let mut marks = lane_marks::marks(sheet.desk.setter, &side(0), &dates.scale);
    for side_of in [-1, 1] {
        let events: Vec<usize> = side(side_of).iter().map(|entry| entry.event).collect();
        if events.is_empty() {
            continue;
        }
        // Even a single one is counted, so that it is not taken for an event at the edge.
        let radius = cluster::radius(sheet.desk.setter, events.len().max(2));
        let x = INSET + ARROW + radius - 4.0;
        let x = if side_of < 0 { x } else { sheet.desk.width - x };
        marks.push(LaneMark { events, row: 0, form: Form::Round { x, radius }, beyond: side_of });
    }
    marks
}

/// Draws ticks and their words below the rows; returns where they end.
fn draw_ticks(drawing: &mut Drawing, sheet: &Sheet, scale: &Scale, levels: &Levels) -> f64 {
    let desk = &sheet.desk;
    let most = ((desk.width / TICK) as usize).clamp(2, 12);
    let y = levels.bottom + 4.0 + LINE / 2.0;
    let mut free = 0.0;
    for tick in ticks::dates(scale.low, scale.high, most, desk.messages) {
        let words = desk.setter.line(&tick.text, SMALL, Ink::Muted);
        let x = scale.at(tick.at).round();
        let left = (x - words.width() / 2.0).min(desk.width - words.width()).max(0.0);
        if left < free || left + words.width() > desk.width {
            continue;
        }
        drawing.rule_down_clear(x, levels.axis, levels.bottom + 3.0, Ink::Rule.solid());
        drawing.set(&words, Point::new(left, y), Anchor::Start);
        free = left + words.width() + 10.0;
    }
    y + LINE / 2.0
}

/// Adds the lane's drawing and its marks, from left to right.
fn add_marks(
    layout: &mut Layout,
    lane: Drawing,
    sheet: &Sheet,
    marks: &[LaneMark],
    levels: &Levels,
    of_dates: bool,
) {
    let drawing = &mut layout.drawing;
    drawing.shapes.extend(lane.shapes);
    let mut marks: Vec<&LaneMark> = marks.iter().collect();
    marks.sort_by(|a, b| a.stretch().0.total_cmp(&b.stretch().0).then(a.row.cmp(&b.row)));
    for mark in marks {
        let y = levels.y(mark.row);
        mark_drawing::draw(drawing, sheet, mark, y, of_dates);
        let Some(&first) = mark.events.first() else { continue };
        match mark.form {
            Form::Round { x, radius } => {
                drawing.mark_dot(Mark::Event(first), Point::new(x, y), radius);
            }
            Form::Bar { .. } => {
                let rect = mark_drawing::bar_rect(mark, y);
                drawing.mark_bar(Mark::Event(first), rect, rect);
            }
        }
        for event in &mark.events {
            if let Some(place) = layout.mark_of.get_mut(*event) {
                *place = Some(layout.events.len());
            }
        }
        layout.events.push(mark.events.clone());
    }
}
