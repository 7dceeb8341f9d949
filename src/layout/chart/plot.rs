//! The frame of a chart of columns: two axes, a light grid, few ticks.

use crate::layout::context::{Desk, LINE, SMALL};
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::Room;
use crate::layout::scale::{Extent, Scale};
use crate::layout::text::Line;
use crate::layout::ticks::{self, Tick};
use crate::layout::{Anchor, Ink, Point, Rect};
use crate::story::{Chart, Columns, XScale, number};

/// Data keep this far from the plot's left and right edge, in px.
const INSET: f64 = 6.0;
/// Between two words along an axis, in px.
const APART: f64 = 12.0;
/// Px of height to a grid line, and of width to a tick.
const GRID: f64 = 60.0;
const TICK: f64 = 84.0;

/// Where the plot lies and what its axes are.
pub(super) struct Plot {
    /// The rectangle that grid and data fill.
    pub(super) area: Rect,
    pub(super) x: Scale,
    pub(super) y: Scale,
    /// Where the words below the x axis end.
    pub(super) bottom: f64,
    /// The lines of the grid, in px.
    grid: Vec<f64>,
}

/// A value axis: its stretch and the values to mark.
struct Axis {
    stretch: (f64, f64),
    ticks: Vec<f64>,
}

impl Plot {
    /// Draws grid and axes from `top` down, leaving `margin` px for words on the right.
    pub(super) fn new(
        drawing: &mut Drawing,
        desk: &Desk,
        (chart, columns): (&Chart, &Columns),
        (top, height, margin): (f64, f64, f64),
    ) -> Self {
        let axis = Axis::values(chart, columns, (height / GRID) as usize);
        let names: Vec<Line> = axis.ticks.iter().map(|tick| value_words(desk, *tick)).collect();
        let widest =
            names.iter().map(Line::width).fold(0.0, f64::max).min(desk.width * 0.25).ceil();
        let area = Rect { x: widest + 8.0, y: top + LINE / 2.0, width: 0.0, height };
        let area = Rect { width: (desk.width - margin - area.x).max(40.0), ..area };
        let y = Scale::new(axis.stretch, area.bottom(), area.y);
        let grid: Vec<f64> = axis.ticks.iter().map(|tick| y.at(*tick).round()).collect();
        for (tick, name) in axis.ticks.iter().zip(&names) {
            let at = y.at(*tick).round();
            let ink = if *tick == 0.0 { Ink::Muted } else { Ink::Rule };
            drawing.rule_across(area.x, area.right(), at, ink.solid());
            drawing.set(&desk.setter.fit(name, widest), Point::new(widest, at), Anchor::End);
        }
        let x = Scale::new(x_stretch(chart, columns), area.x + INSET, area.right() - INSET);
        let bottom = draw_x(drawing, desk, columns, area, &x);
        Self { area, x, y, bottom, grid }
    }

    /// The plot's room for words, with nothing in it yet.
    pub(super) fn room(&self) -> Room {
        let mut room = Room::new(self.area);
        for y in &self.grid {
            room.avoid_across(*y);
        }
        room
    }

    /// The px of a point.
    pub(super) fn at(&self, x: f64, y: f64) -> Point {
        Point::new(self.x.at(x).round(), self.y.at(y).round())
    }
}

/// What a value axis or a point is called, small and muted.
fn value_words(desk: &Desk, value: f64) -> Line {
    desk.note(&number::format(value, desk.messages))
}

impl Axis {
    /// The value axis: what the author fixed, or round ends around all that is drawn.
    fn values(chart: &Chart, columns: &Columns, most: usize) -> Self {
        let mut found = Extent::default();
        for line in &columns.lines {
            line.y.iter().flatten().for_each(|y| found.add(*y));
        }
        chart.references.iter().for_each(|reference| found.add(reference.value));
        chart.annotations.iter().for_each(|annotation| found.add(annotation.y));
        let (low, high) = found.ends.unwrap_or((0.0, 1.0));
        let (low, high) = chart.domain.unwrap_or_else(|| with_zero(low, high));
        let step = ticks::step(low, high, most.max(3));
        let (low, high) = match chart.domain {
            Some(fixed) => fixed,
            None => (
                rounded((low / step).floor(), step, low),
                rounded((high / step).ceil(), step, high),
            ),
        };
        Self { stretch: (low, high), ticks: ticks::multiples(low, high, step) }
    }
}

/// A stretch from zero where zero is near, and of some length.
fn with_zero(low: f64, high: f64) -> (f64, f64) {
    let (low, high) = match (low, high) {
        (low, high) if low > 0.0 && low < high / 2.0 => (0.0, high),
        (low, high) if high < 0.0 && high > low / 2.0 => (low, 0.0),
        ends => ends,
    };
    let scale = Scale::new((low, high), 0.0, 1.0);
    (scale.low, scale.high)
}

/// So many steps, if that is a number.
pub(super) fn rounded(count: f64, step: f64, or: f64) -> f64 {
    let value = count * step;
    if value.is_finite() { value } else { or }
}

/// The stretch of x that data and remarks span.
fn x_stretch(chart: &Chart, columns: &Columns) -> (f64, f64) {
    let mut found = Extent::default();
    for line in &columns.lines {
        line.x.iter().for_each(|x| found.add(*x));
    }
    chart.annotations.iter().for_each(|annotation| found.add(annotation.x));
    found.ends.unwrap_or((0.0, 1.0))
}

/// Draws ticks and name of the x axis; returns where they end.
fn draw_x(drawing: &mut Drawing, desk: &Desk, columns: &Columns, area: Rect, x: &Scale) -> f64 {
    let y = area.bottom() + 8.0 + LINE / 2.0;
    let mut free = 0.0;
    for tick in x_ticks(desk, columns, area.width, x) {
        let words = desk.setter.line(&tick.text, SMALL, Ink::Muted);
        let at = x.at(tick.at).round();
        let left = (at - words.width() / 2.0).min(desk.width - words.width()).max(0.0);
        if left < free || left + words.width() > desk.width {
            continue;
        }
        drawing.rule_down(at, area.bottom(), area.bottom() + 5.0, Ink::Muted.solid());
        drawing.set(&words, Point::new(left, y), Anchor::Start);
        free = left + words.width() + APART;
    }
    let Some(name) = &columns.x_label else { return y + LINE / 2.0 };
    let name = desk.setter.fit(&desk.note(name), desk.width);
    let right = area.right().max(name.width());
    drawing.set(&name, Point::new(right, y + LINE), Anchor::End);
    y + LINE * 1.5
}

fn x_ticks(desk: &Desk, columns: &Columns, width: f64, x: &Scale) -> Vec<Tick> {
    let most = ((width / TICK) as usize).clamp(2, 12);
    if columns.x == XScale::Date {
        return ticks::dates(x.low, x.high, most, desk.messages);
    }
    let whole = columns.lines.iter().all(|line| line.x.iter().all(|x| x.fract() == 0.0));
    let step = ticks::step(x.low, x.high, most);
    let step = if whole { step.max(1.0) } else { step };
    let values = ticks::multiples(x.low, x.high, step).into_iter();
    values.map(|at| Tick { at, text: number::format(at, desk.messages) }).collect()
}
