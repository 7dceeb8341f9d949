//! The frame of a chart of columns: two axes, a light grid, few ticks.

use super::chart_index::Part;
use super::domain::ends;
use super::number_axis::{NumberAxis, TICK_LABEL_GAP, number_labels, tick_names};
use super::sight::Sight;
use super::stroke::INSET;
use crate::layout::axis_labels::AxisLabels;
use crate::layout::context::{LINE_HEIGHT, LayoutContext};
use crate::layout::drawing::Drawing;
use crate::layout::extent::Extent;
use crate::layout::label_placement::LabelPlacement;
use crate::layout::scale::Scale;
use crate::layout::{Anchor, Ink, Point, Rect};
use crate::story::{Axis, AxisScale, Chart, Columns, Stack, Unit};

/// The radius of the largest of points that have sizes: a share of the width, and at least and at
/// most, in px. Data then keep as far from all edges.
const RADIUS_SHARE: f64 = 0.04;
const LEAST_RADIUS: f64 = 10.0;
const MOST_RADIUS: f64 = 24.0;
/// Values beside the plot take at most this share of the width, if that is enough for them.
const NAMES_SHARE: f64 = 0.25;
/// What is wider even then is left out.
const MOST_NAMES_SHARE: f64 = 0.6;
/// Px of height to a grid line, and of width to a tick.
const GRID_SPACING: f64 = 60.0;
const TICK_SPACING: f64 = 84.0;
/// An axis across has at least so many, if need be so many more of them.
const FEWEST_TICKS: usize = 3;
const CLOSER: [usize; 3] = [0, 2, 5];

/// How high a plot is on the cover, in px.
const SMALL_HEIGHT: f64 = 110.0;

/// Where the plot lies and what its axes are.
pub(super) struct Plot {
    /// The rectangle that grid and data fill.
    pub(super) area: Rect,
    pub(super) x: Scale,
    pub(super) y: Scale,
    /// Where the words below the x axis end.
    pub(super) bottom: f64,
    /// How far data keep from the edges on the left and right, in px.
    pub(super) inset: f64,
    /// The lines of the grid, in px.
    pub(super) grid: Vec<f64>,
    /// The part of the x axis that is shown.
    pub(super) sight: Sight,
}

/// The axis of y, and how its marks are written.
pub(super) struct YAxis {
    axis: Axis,
    numbers: NumberAxis,
}

impl YAxis {
    /// An axis around some values.
    pub(super) fn new(chart: &Chart, values: Extent, height: f64) -> Self {
        Self::with(chart.axis.clone(), chart.domain, values, height)
    }

    /// The axis of shares: from 0 to 100 %.
    pub(super) fn of_shares(height: f64) -> Self {
        let axis = Axis { unit: Unit::behind("%"), ..Axis::default() };
        Self::with(axis, Some((0.0, 100.0)), Extent::default(), height)
    }

    fn with(axis: Axis, fixed: Option<(f64, f64)>, values: Extent, height: f64) -> Self {
        let numbers = NumberAxis::round(&axis, fixed, values, (height / GRID_SPACING) as usize);
        Self { axis, numbers }
    }
}

impl Plot {
    /// Draws grid and axes from `top` down, leaving `margin` px for words on the right.
    pub(super) fn new(
        drawing: &mut Drawing,
        cx: &LayoutContext,
        (chart, columns, part): (&Chart, &Columns, Part<'_>),
        dimensions: (f64, f64, f64),
    ) -> Self {
        let axis = match columns.stack {
            Stack::Absolute => YAxis::new(chart, part.index.y, dimensions.1),
            Stack::Percent => YAxis::of_shares(dimensions.1),
        };
        let radius = (cx.width * RADIUS_SHARE).clamp(LEAST_RADIUS, MOST_RADIUS).round();
        let (inset, inset_y) = if columns.size.is_some() { (radius, radius) } else { (INSET, 0.0) };
        let plot = Self::inset(drawing, cx, &axis, (dimensions, inset_y));
        let area = plot.area;
        let (from, to) = ends(&columns.x, area.x + inset, area.right() - inset);
        let sight = Sight { scale: columns.x.scale, window: part.window };
        let mut marked = columns.x.clone();
        let mut values = part.index.x;
        if let Some((low, high)) = sight.ends() {
            values = Extent::default();
            [low, high].into_iter().for_each(|end| values.add(end));
            // Those of the author are for the whole.
            marked.ticks.clear();
        }
        let axis = |most| NumberAxis::tight(&marked, values, most, part.index.is_whole);
        let x = axis(most_ticks(area.width)).scale(from, to);
        let bottom = draw_x(drawing, cx, (columns, part, &axis), area, &x);
        Self { x, bottom, inset, sight, ..plot }
    }

    /// Draws the grid and the axis of y alone, from `top` down; x counts px.
    pub(super) fn with_y(
        drawing: &mut Drawing,
        cx: &LayoutContext,
        axis: &YAxis,
        dimensions: (f64, f64, f64),
    ) -> Self {
        Self::inset(drawing, cx, axis, (dimensions, 0.0))
    }

    /// The same, with all values so many px from the upper and the lower edge.
    fn inset(
        drawing: &mut Drawing,
        cx: &LayoutContext,
        axis: &YAxis,
        ((top, height, margin), inset): ((f64, f64, f64), f64),
    ) -> Self {
        let YAxis { axis, numbers } = axis;
        let (names, widest) = tick_names(cx, axis, &numbers.ticks, cx.width * NAMES_SHARE);
        let widest = widest.min(cx.width * MOST_NAMES_SHARE).ceil();
        let area = Rect { x: widest + 8.0, y: top + LINE_HEIGHT / 2.0, width: 0.0, height };
        let area = Rect { width: (cx.width - margin - area.x).max(40.0), ..area };
        let (from, to) = ends(axis, area.bottom() - inset, area.y + inset);
        let y = numbers.scale(from, to);
        let grid: Vec<f64> = numbers.ticks.iter().map(|tick| y.at(*tick).round()).collect();
        let mut named: Vec<f64> = Vec::new();
        let marks = numbers.ticks.iter().zip(&grid).zip(&names);
        // Zero is named first: ticks may be nearer to each other than lines of words.
        let (zero, others): (Vec<_>, Vec<_>) = marks.partition(|((tick, _), _)| **tick == 0.0);
        for ((tick, at), name) in zero.into_iter().chain(others) {
            let ink = if *tick == 0.0 { Ink::Muted } else { Ink::Rule };
            drawing.rule_across(area.x, area.right(), *at, ink.solid());
            if named.iter().all(|other| (at - other).abs() >= LINE_HEIGHT) {
                let name = cx.typesetter.fit(name, widest);
                drawing.text(&name, Point::new(widest, *at), Anchor::End);
                named.push(*at);
            }
        }
        let x = Scale::new((area.x, area.right()), area.x, area.right());
        Self { area, x, y, bottom: area.bottom(), inset, grid, sight: Sight::default() }
    }

    /// A plot without words and grid, with `below` px of it under the lowest value; x counts px.
    pub(super) fn bare(area: Rect, domain: (f64, f64), below: f64) -> Self {
        let x = Scale::new((area.x, area.right()), area.x, area.right());
        let y = Scale::new(domain, area.bottom() - below, area.y);
        let (bottom, sight) = (area.bottom(), Sight::default());
        Self { area, x, y, bottom, inset: 0.0, grid: Vec::new(), sight }
    }

    /// Where words find room in the plot, with nothing in it yet.
    pub(super) fn label_placement(&self) -> LabelPlacement {
        let mut placement = LabelPlacement::new(self.area);
        for y in &self.grid {
            placement.avoid_gridline(*y);
        }
        placement
    }

    /// The same of a point that may lie beside the plot.
    pub(super) fn reaching(&self, x: f64, y: f64) -> Point {
        Point::new(self.x.reaching(x).round(), self.y.at(y).round())
    }

    /// The two x between which paths are drawn that lead beyond what is shown.
    pub(super) fn clip(&self) -> Option<(f64, f64)> {
        self.sight.window.map(|_| (self.area.x, self.area.right()))
    }

    /// The px of a point.
    pub(super) fn at(&self, x: f64, y: f64) -> Point {
        Point::new(self.x.at(x).round(), self.y.at(y).round())
    }
}

/// How high a plot is, in px: a share of the width, at least and at most; on the cover low.
pub(super) fn plot_height(cx: &LayoutContext, share: f64, (least, most): (f64, f64)) -> f64 {
    if cx.is_small { SMALL_HEIGHT } else { (cx.width * share).clamp(least, most).round() }
}

/// Draws ticks and name of the x axis; returns where they end.
fn draw_x(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    (columns, part, axis): (&Columns, Part<'_>, &dyn Fn(usize) -> NumberAxis),
    area: Rect,
    x: &Scale,
) -> f64 {
    let labels = match columns.x.scale {
        AxisScale::Date => {
            AxisLabels::of_dates(cx, x, TICK_LABEL_GAP, most_ticks(area.width), part.index.clock)
        }
        _ => x_labels(cx, (columns, axis), area.width, x),
    };
    let bottom = labels.draw_below(drawing, area);
    // What is below stays where it is while times of day come and go.
    let has_days = part.has_strip && part.index.sketch.is_some() && part.index.clock.has_times;
    let rows = if has_days { 2.0 } else { 0.0 };
    let bottom = bottom.max(area.bottom() + 8.0 + rows * LINE_HEIGHT);
    let Some(name) = columns.x_label.as_ref().filter(|_| !cx.is_small) else { return bottom };
    let name = cx.typesetter.fit(&cx.note(name), cx.width);
    let right = area.right().max(name.width());
    drawing.text(&name, Point::new(right, bottom + LINE_HEIGHT / 2.0), Anchor::End);
    bottom + LINE_HEIGHT
}

/// About how many ticks have room along the x axis.
pub(super) fn most_ticks(width: f64) -> usize {
    ((width / TICK_SPACING) as usize).clamp(2, 12)
}

/// The words along an x axis of numbers: closer ticks where else fewer than three found room.
fn x_labels(
    cx: &LayoutContext,
    (columns, axis): (&Columns, &dyn Fn(usize) -> NumberAxis),
    width: f64,
    x: &Scale,
) -> AxisLabels {
    let mut best = AxisLabels::default();
    for more in CLOSER {
        let ticks = axis(most_ticks(width) + more).ticks;
        let labels = number_labels(cx, &columns.x, x, &ticks, width);
        if labels.xs().count() > best.xs().count() {
            best = labels;
        }
        if best.xs().count() >= FEWEST_TICKS {
            break;
        }
    }
    best
}
