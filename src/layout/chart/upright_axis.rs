//! The axis below upright bars: a slot to each row, side by side or at its date, with its name or
//! with round dates below.

use super::category_axis::{is_whole, name};
use super::number_axis::TICK_LABEL_GAP;
use super::plot::most_ticks;
use crate::layout::axis_labels::AxisLabels;
use crate::layout::context::{LINE_HEIGHT, LayoutContext};
use crate::layout::date_ticks::AxisClock;
use crate::layout::drawing::Drawing;
use crate::layout::scale::Scale;
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Point, Rect};
use crate::story::{Date, Rows, SeriesMark};

/// Between two names along the axis, in px.
const NAME_GAP: f64 = 8.0;
/// Names take at most so many lines.
const MOST_LINES: usize = 3;
/// The bars of a row fill this share of its slot, and each is at most so wide, in px.
const BARS_SHARE: f64 = 0.72;
const WIDEST_BAR: f64 = 72.0;
/// Between the bars of a row, in px, where there is room.
const BAR_GAP: f64 = 2.0;
/// With less room for a bar, in px, bars lie better.
const LEAST_SLOT: f64 = 3.0;

/// Where the bars of each row stand, and what is below them.
pub(super) struct UprightAxis {
    middles: Vec<f64>,
    /// The room of each row, in px.
    pub(super) slot: f64,
    /// By series, which of the bars of a row it is.
    places: Vec<usize>,
    /// How many bars a row has.
    count: usize,
    pub(super) bar_width: f64,
    gap: f64,
    below: Below,
}

/// What is written below the bars.
enum Below {
    Names(Vec<Vec<TextLine>>),
    Dates(AxisLabels),
}

impl UprightAxis {
    /// Gives each row its place across an area; none where their names find no room.
    pub(super) fn new(cx: &LayoutContext, rows: &Rows, area: Rect, is_stack: bool) -> Option<Self> {
        let dates = rows.dates().unwrap_or_default();
        let clock = AxisClock::of(&mut dates.iter());
        let dated = dated(&dates, clock.offset, area);
        let (middles, slot) = match &dated {
            Some((scale, slot, xs)) => (xs.iter().map(|x| scale.at(*x).round()).collect(), *slot),
            None => side_by_side(rows.rows.len(), area),
        };
        let (places, count) = bar_places(rows, is_stack);
        if slot < LEAST_SLOT * count as f64 {
            return None;
        }
        let gap = if slot * BARS_SHARE > 8.0 * count as f64 { BAR_GAP } else { 0.0 };
        let room = slot * BARS_SHARE - (count as f64 - 1.0) * gap;
        let bar_width = (room / count as f64).min(WIDEST_BAR).floor().max(1.0);
        let below = match (names(cx, rows, slot - NAME_GAP), dated) {
            (Some(names), _) => Below::Names(names),
            (None, Some((scale, ..))) => {
                let most = most_ticks(area.width);
                Below::Dates(AxisLabels::of_dates(cx, &scale, TICK_LABEL_GAP, most, clock))
            }
            (None, None) => return None,
        };
        Some(Self { middles, slot, places, count, bar_width, gap, below })
    }

    /// The middle of a row.
    pub(super) fn middle(&self, row: usize) -> f64 {
        self.middles.get(row).copied().unwrap_or_default()
    }

    /// Which of the bars of a row a series is.
    pub(super) fn place_of(&self, series: usize) -> usize {
        self.places.get(series).copied().unwrap_or_default()
    }

    /// Left and right edge of a bar.
    pub(super) fn bar_edges(&self, row: usize, place: usize) -> (f64, f64) {
        let count = self.count as f64;
        let whole = count * self.bar_width + (count - 1.0) * self.gap;
        let left = (self.middle(row) - whole / 2.0).round();
        let left = left + place as f64 * (self.bar_width + self.gap);
        (left, left + self.bar_width)
    }

    /// Writes names or dates below an area; returns where they end.
    pub(super) fn draw(&self, drawing: &mut Drawing, area: Rect) -> f64 {
        let names = match &self.below {
            Below::Names(names) => names,
            Below::Dates(labels) => return labels.draw_below(drawing, area),
        };
        let y = area.bottom() + 8.0 + LINE_HEIGHT / 2.0;
        let mut bottom = y;
        for (lines, x) in names.iter().zip(&self.middles) {
            for (nth, line) in lines.iter().enumerate() {
                let at = Point::new(*x, y + nth as f64 * LINE_HEIGHT);
                drawing.text(line, at, Anchor::Middle);
                bottom = at.y.max(bottom);
            }
        }
        bottom + LINE_HEIGHT / 2.0
    }
}

/// A scale of the dates across an area, the room of each in px, and where on the scale each is;
/// none where two are at one place.
fn dated(dates: &[Date], clock: Option<i16>, area: Rect) -> Option<(Scale, f64, Vec<f64>)> {
    // By where each begins, so that a month's bar stands over the tick of that month.
    let xs: Vec<f64> = dates.iter().map(|date| date.span(clock).0).collect();
    let mut sorted = xs.clone();
    sorted.sort_by(f64::total_cmp);
    let least = sorted.array_windows().map(|[a, b]| b - a).fold(f64::INFINITY, f64::min);
    let (first, last) = (*sorted.first()?, *sorted.last()?);
    if !least.is_finite() || least <= 0.0 {
        return None;
    }
    let slot = area.width * least / (last - first + least);
    let scale = Scale::new((first, last), area.x + slot / 2.0, area.right() - slot / 2.0);
    Some((scale, slot, xs))
}

/// The middles of so many rows side by side, and the room of each.
fn side_by_side(count: usize, area: Rect) -> (Vec<f64>, f64) {
    let slot = area.width / count.max(1) as f64;
    let middle = |index| (area.x + (index as f64 + 0.5) * slot).round();
    ((0..count).map(middle).collect(), slot)
}

/// Which of the bars of a row each series is, and how many there are.
fn bar_places(rows: &Rows, is_stack: bool) -> (Vec<usize>, usize) {
    let (mut places, mut count) = (Vec::new(), 0);
    for series in &rows.series {
        places.push(if is_stack { 0 } else { count });
        count += usize::from(series.mark == SeriesMark::Bar);
    }
    (places, if is_stack { 1 } else { count.max(1) })
}

/// The names of the rows on some lines of a width; none where one is not whole.
fn names(cx: &LayoutContext, rows: &Rows, width: f64) -> Option<Vec<Vec<TextLine>>> {
    let set = |row| {
        let name = name(cx, row);
        let lines = cx.typesetter.wrap(&name, width, MOST_LINES);
        is_whole(&name, &lines).then_some(lines)
    };
    rows.rows.iter().map(set).collect()
}
