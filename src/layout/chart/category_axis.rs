//! The frame of a chart of rows: names to the left of the plot where there is
//! room, above their bars where there is not.

use crate::layout::context::{Desk, LINE, TEXT};
use crate::layout::drawing::Drawing;
use crate::layout::scale::Extent;
use crate::layout::text::Line;
use crate::layout::{Anchor, Ink, Point, Rect};
use crate::story::Row;

/// Between the names and the plot, in px.
const GUTTER: f64 = 12.0;
/// Names take at most this share of the width.
const NAMES_SHARE: f64 = 0.36;
/// With names beside it, a plot is at least this wide, in px.
const LEAST_PLOT: f64 = 250.0;
/// Between two rows, in px.
const ROW_GAP: f64 = 14.0;

/// Names of rows and where the plot lies.
pub(super) struct Frame {
    /// Names stand to the left, not above.
    pub(super) beside: bool,
    /// Left edge of the plot.
    pub(super) left: f64,
    /// Right edge of the plot.
    pub(super) right: f64,
    /// The name of each row on its lines.
    names: Vec<Vec<Line>>,
}

/// The bars of a row: how many, how high and how far apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tracks {
    pub(super) count: usize,
    pub(super) height: f64,
    pub(super) gap: f64,
}

/// Where one row goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// The whole row, across the drawing; slots touch.
    pub(super) area: Rect,
    /// Upper edge of the first bar.
    tracks_y: f64,
    /// Middle of the first line below the bars.
    tails_y: f64,
    tracks: Tracks,
}

impl Frame {
    /// Sets the names of the rows.
    pub(super) fn new(desk: &Desk, rows: &[Row]) -> Self {
        let names: Vec<Line> = rows.iter().map(|row| name(desk, row)).collect();
        let right = desk.width - 2.0;
        match column(desk, &names) {
            Some((column, names)) => {
                Self { beside: true, left: (column + GUTTER).ceil(), right, names }
            }
            None => {
                let names =
                    names.iter().map(|name| desk.setter.wrap(name, desk.width, 2)).collect();
                Self { beside: false, left: 2.0, right, names }
            }
        }
    }

    /// Gives every row its place from `y` down; `tails` counts the lines below each row's bars.
    /// Returns the slots and where they end.
    pub(super) fn slots(&self, y: f64, tracks: Tracks, tails: &[usize]) -> (Vec<Slot>, f64) {
        let mut y = y;
        let mut slots = Vec::with_capacity(self.names.len());
        for (place, name) in self.names.iter().enumerate() {
            let name = name.len() as f64 * LINE;
            let tails = tails.get(place).map_or(0.0, |lines| *lines as f64 * LINE);
            let (above, bars) = if self.beside {
                let bars = tracks.total().max(name);
                ((bars - tracks.total()) / 2.0, bars)
            } else {
                (name + 2.0, name + 2.0 + tracks.total())
            };
            let top = y + ROW_GAP / 2.0;
            let bottom = top + bars + tails + ROW_GAP / 2.0;
            let area = Rect::between(0.0, y, self.right + 2.0, bottom);
            slots.push(Slot {
                area,
                tracks_y: (top + above).round(),
                tails_y: top + bars + LINE / 2.0 + 1.0,
                tracks,
            });
            y = bottom;
        }
        (slots, y)
    }

    /// Writes the names.
    pub(super) fn draw_names(&self, drawing: &mut Drawing, slots: &[Slot]) {
        for (name, slot) in self.names.iter().zip(slots) {
            let (first, x, anchor) = if self.beside {
                let middle = slot.tracks_y + slot.tracks.total() / 2.0;
                (middle - (name.len() as f64 - 1.0) * LINE / 2.0, self.left - GUTTER, Anchor::End)
            } else {
                (slot.area.y + ROW_GAP / 2.0 + LINE / 2.0, 0.0, Anchor::Start)
            };
            for (place, line) in name.iter().enumerate() {
                drawing.set(line, Point::new(x, first + place as f64 * LINE), anchor);
            }
        }
    }

    /// Draws the line the bars start from: one for all, or one to a row where names stand between.
    pub(super) fn draw_baseline(&self, drawing: &mut Drawing, slots: &[Slot], x: f64) {
        let x = x.round();
        if let (true, Some(first), Some(last)) = (self.beside, slots.first(), slots.last()) {
            drawing.rule_down_clear(x, first.area.y, last.area.bottom(), Ink::Muted.solid());
            return;
        }
        for slot in slots {
            let (top, bottom) = (slot.tracks_y, slot.tracks_y + slot.tracks.total());
            drawing.rule_down(x, top - 3.0, bottom + 3.0, Ink::Muted.solid());
        }
    }

    /// How high a bar is, with `count` of them to a row.
    pub(super) fn tracks(&self, count: usize) -> Tracks {
        let height = match (count, self.beside) {
            (1, true) => 24.0,
            (1, false) => 18.0,
            _ => 17.0,
        };
        Tracks { count, height, gap: 2.0 }
    }
}

impl Tracks {
    fn total(self) -> f64 {
        let count = self.count as f64;
        count * self.height + (count - 1.0).max(0.0) * self.gap
    }
}

impl Slot {
    /// Upper and lower edge of a bar.
    pub(super) fn track(&self, place: usize) -> (f64, f64) {
        let top = self.tracks_y + place as f64 * (self.tracks.height + self.tracks.gap);
        (top, top + self.tracks.height)
    }

    /// Where a pointer means a bar: its share of the row, across the drawing.
    pub(super) fn area(&self, place: usize) -> Rect {
        let (top, bottom) = self.track(place);
        let top = if place == 0 { self.area.y } else { top };
        let bottom = if place + 1 >= self.tracks.count { self.area.bottom() } else { bottom };
        Rect::between(self.area.x, top, self.area.right(), bottom)
    }

    /// Writes lines below the bars.
    pub(super) fn draw_tails(&self, drawing: &mut Drawing, x: f64, lines: &[Line]) {
        for (place, line) in lines.iter().enumerate() {
            let y = self.tails_y + place as f64 * LINE;
            drawing.set(line, Point::new(x, y), Anchor::Start);
        }
    }
}

/// What the values of all rows span, with what their sources give.
pub(super) fn extent(rows: &[Row]) -> Extent {
    let mut extent = Extent::default();
    for number in rows.iter().flat_map(|row| &row.values).flatten() {
        extent.add(number.low);
        extent.add(number.high);
    }
    extent
}

/// A row's name with its detail.
fn name(desk: &Desk, row: &Row) -> Line {
    let font = if row.subject { TEXT.bold() } else { TEXT };
    let detail = row.detail.as_deref().map(|detail| desk.small(detail));
    desk.setter.line(&row.label, font, Ink::Ink).with(detail)
}

/// Names in a column of their own, at most two lines each: its width and the lines.
/// None if that leaves too little for the plot.
fn column(desk: &Desk, names: &[Line]) -> Option<(f64, Vec<Vec<Line>>)> {
    let most = (desk.width * NAMES_SHARE).min(desk.width - LEAST_PLOT - GUTTER);
    let widest = names.iter().map(Line::width).fold(0.0, f64::max);
    let room = widest.min(most);
    if room < 30.0 && widest > room {
        return None;
    }
    let wrapped: Vec<_> = names.iter().map(|name| desk.setter.wrap(name, room, 2)).collect();
    let whole = names
        .iter()
        .zip(&wrapped)
        .all(|(name, lines)| letters(lines) >= letters(std::slice::from_ref(name)));
    let column = wrapped.iter().flatten().map(Line::width).fold(0.0, f64::max);
    whole.then_some((column, wrapped))
}

/// Letters on the lines, spaces not counted; fewer after shortening.
fn letters(lines: &[Line]) -> usize {
    let mut letters = 0;
    for run in lines.iter().flat_map(|line| &line.runs) {
        letters += run.text.chars().filter(|c| !matches!(c, ' ' | '\u{2026}')).count();
    }
    letters
}
