//! The frame of a chart of columns: two axes, a light grid, few ticks.

use super::domain;
use crate::layout::axis_labels::AxisLabels;
use crate::layout::context::{LINE_HEIGHT, LayoutContext};
use crate::layout::date_ticks::AxisClock;
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::LabelPlacement;
use crate::layout::scale::LinearScale;
use crate::layout::text::TextLine;
use crate::layout::ticks::{self, Step, Tick};
use crate::layout::{Anchor, Ink, Point, Rect};
use crate::story::{Chart, Columns, XScale, number};

/// Data keep this far from the plot's left and right edge, in px.
const INSET: f64 = 6.0;
/// Values beside the plot take at most this share of the width, if that is enough for them.
const NAMES_SHARE: f64 = 0.25;
/// What is wider even then is left out.
const MOST_NAMES_SHARE: f64 = 0.6;
/// Between two words along an axis, in px.
const TICK_LABEL_GAP: f64 = 12.0;
/// Px of height to a grid line, and of width to a tick.
const GRID_SPACING: f64 = 60.0;
const TICK_SPACING: f64 = 84.0;

/// Where the plot lies and what its axes are.
pub(super) struct Plot {
    /// The rectangle that grid and data fill.
    pub(super) area: Rect,
    pub(super) x: LinearScale,
    pub(super) y: LinearScale,
    /// Where the words below the x axis end.
    pub(super) bottom: f64,
    /// The lines of the grid, in px.
    grid: Vec<f64>,
}

/// The axis of y: its domain and the values to mark.
struct YAxis {
    domain: (f64, f64),
    ticks: Vec<f64>,
}

impl Plot {
    /// Draws grid and axes from `top` down, leaving `margin` px for words on the right.
    pub(super) fn new(
        drawing: &mut Drawing,
        cx: &LayoutContext,
        (chart, columns): (&Chart, &Columns),
        (top, height, margin): (f64, f64, f64),
    ) -> Self {
        let axis = YAxis::new(chart, columns, (height / GRID_SPACING) as usize);
        let (names, widest) = tick_names(cx, &axis.ticks, cx.width * NAMES_SHARE);
        let widest = widest.min(cx.width * MOST_NAMES_SHARE).ceil();
        let area = Rect { x: widest + 8.0, y: top + LINE_HEIGHT / 2.0, width: 0.0, height };
        let area = Rect { width: (cx.width - margin - area.x).max(40.0), ..area };
        let y = LinearScale::new(axis.domain, area.bottom(), area.y);
        let grid: Vec<f64> = axis.ticks.iter().map(|tick| y.at(*tick).round()).collect();
        for (tick, name) in axis.ticks.iter().zip(&names) {
            let at = y.at(*tick).round();
            let ink = if *tick == 0.0 { Ink::Muted } else { Ink::Rule };
            drawing.rule_across(area.x, area.right(), at, ink.solid());
            drawing.text(&cx.typesetter.fit(name, widest), Point::new(widest, at), Anchor::End);
        }
        let x =
            LinearScale::new(domain::of_x(chart, columns), area.x + INSET, area.right() - INSET);
        let bottom = draw_x(drawing, cx, columns, area, &x);
        Self { area, x, y, bottom, grid }
    }

    /// Where words find room in the plot, with nothing in it yet.
    pub(super) fn label_placement(&self) -> LabelPlacement {
        let mut placement = LabelPlacement::new(self.area);
        for y in &self.grid {
            placement.avoid_gridline(*y);
        }
        placement
    }

    /// The px of a point.
    pub(super) fn at(&self, x: f64, y: f64) -> Point {
        Point::new(self.x.at(x).round(), self.y.at(y).round())
    }
}

/// The marks of an axis in words, small and muted, and how wide the widest is: compact where the
/// room is not enough for all digits and that helps.
fn tick_names(cx: &LayoutContext, ticks: &[f64], room: f64) -> (Vec<TextLine>, f64) {
    cx.notation_that_fits(room, |notation| {
        let names = number::ticks(ticks, notation, cx.messages);
        let names: Vec<TextLine> = names.iter().map(|name| cx.note(name)).collect();
        let widest = names.iter().map(TextLine::width).fold(0.0, f64::max);
        (names, widest)
    })
}

impl YAxis {
    /// The axis of y: what the author fixed, or round ends around all that is drawn.
    fn new(chart: &Chart, columns: &Columns, most: usize) -> Self {
        let (low, high) = domain::of_y(chart, columns);
        let most = most.max(3);
        let step = Step::new(low, high, most);
        // The ends of a fixed domain are marked where one line of the grid more does it.
        let is_marked = |step: &Step| {
            step.times(step.up_to(low)) == low && step.times(step.within(high)) == high
        };
        let closer = || Some(Step::new(low, high, most + 1)).filter(is_marked);
        let is_other = chart.domain.is_some() && !is_marked(&step);
        let step = if is_other { closer().unwrap_or(step) } else { step };
        let (low, high) = match chart.domain {
            Some(fixed) => fixed,
            None => (
                ticks::finite(step.times(step.within(low)), low),
                ticks::finite(step.times(step.up_to(high)), high),
            ),
        };
        Self { domain: (low, high), ticks: ticks::multiples(low, high, step) }
    }
}

/// Draws ticks and name of the x axis; returns where they end.
fn draw_x(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    columns: &Columns,
    area: Rect,
    x: &LinearScale,
) -> f64 {
    let y = area.bottom() + 8.0 + LINE_HEIGHT / 2.0;
    let most = ((area.width / TICK_SPACING) as usize).clamp(2, 12);
    let labels = match columns.x {
        XScale::Date => {
            let clock = AxisClock { offset: columns.clock(), has_times: columns.has_times() };
            AxisLabels::of_dates(cx, x, TICK_LABEL_GAP, most, clock)
        }
        XScale::Number => {
            AxisLabels::new(cx, x, TICK_LABEL_GAP, number_ticks(cx, columns, area.width, x, most))
        }
    };
    let bottom = labels.draw(drawing, y, |drawing, x| {
        drawing.rule_down(x, area.bottom(), area.bottom() + 5.0, Ink::Muted.solid());
    });
    let Some(name) = &columns.x_label else { return bottom };
    let name = cx.typesetter.fit(&cx.note(name), cx.width);
    let right = area.right().max(name.width());
    drawing.text(&name, Point::new(right, bottom + LINE_HEIGHT / 2.0), Anchor::End);
    bottom + LINE_HEIGHT
}

fn number_ticks(
    cx: &LayoutContext,
    columns: &Columns,
    width: f64,
    x: &LinearScale,
    most: usize,
) -> Vec<Tick> {
    let whole = columns.lines.iter().all(|line| line.x.iter().all(|x| x.fract() == 0.0));
    let step = Step::new(x.low, x.high, most);
    let step = if whole && step.size() < 1.0 { Step::ONE } else { step };
    let values = ticks::multiples(x.low, x.high, step);
    let (names, _) = tick_names(cx, &values, width / values.len().max(1) as f64);
    let named = values.into_iter().zip(names.into_iter().flat_map(|name| name.runs));
    named.map(|(at, name)| Tick { at, text: name.text, day: None }).collect()
}
