//! What lies below a line, several stacked.

use super::annotations;
use super::chart_index::Part;
use super::legend::{self, Symbol};
use super::lines::{
    Heights, draw_band, draw_ends, draw_line, end_words, entries, last_place, mark_points,
};
use super::palette::Palette;
use super::plot::{Plot, plot_height};
use super::points::Points;
use super::strip;
use crate::layout::Fill;
use crate::layout::context::LayoutContext;
use crate::layout::drawing::Drawing;
use crate::story::{Chart, Columns, Line, Number, Stack};

/// Lays out areas.
pub(super) fn areas(
    chart: &Chart,
    columns: &Columns,
    part: Part<'_>,
    cx: &LayoutContext,
) -> Drawing {
    let palette = Palette::series(columns.lines.iter().map(|line| &line.series));
    let stack = part.index.stack.as_ref().unwrap_or(columns);
    let mut drawing = Drawing::default();
    let values = part.windows().iter().map(|it| ends(columns, stack, *it)).collect();
    let (ends, margin, named) = end_words(cx, columns, &palette, &values);
    let square = |series| Symbol::Square(fill(columns, &palette, series));
    let entries = if named { Vec::new() } else { entries(cx, columns, &palette, &square) };
    let top = legend::draw(&mut drawing, cx, 0.0, &entries);
    let height = plot_height(cx, 0.48, (170.0, 320.0));
    let mut plot = Plot::new(&mut drawing, cx, (chart, columns, part), (top, height, margin));
    annotations::draw_ground(&mut drawing, chart, &plot);
    let mut placement = plot.label_placement();
    for (series, line) in stack.lines.iter().enumerate() {
        draw_band(&mut drawing, &plot, line, columns.curve, fill(columns, &palette, series));
    }
    let mut heights = Heights::new();
    for (series, (line, words)) in stack.lines.iter().zip(&ends).enumerate() {
        let look = (palette.ink(series, false).solid(), columns.curve, false);
        let points = Points::of(&plot, line);
        draw_line(&mut drawing, &plot, &mut placement, &points, look);
        mark_points(&mut drawing, series, &points);
        let last = last_place(columns, line, part.window).and_then(|place| ends_at(line, place));
        heights.extend(last.map(|(base, top)| (plot.y.at(base.midpoint(top)), words)));
    }
    draw_ends(&mut drawing, cx, &plot, &heights, &[]);
    strip::draw(&mut drawing, cx, part, &mut plot);
    let bottom = annotations::draw(&mut drawing, cx, chart, &plot, &mut placement);
    drawing.sized(cx.width, bottom)
}

/// Where an area begins and ends above a place of the x axis.
fn ends_at(stacked: &Line, place: usize) -> Option<(f64, f64)> {
    stacked.band.get(place).copied().flatten()
}

/// The values at the right end of the areas, or the shares there.
fn ends(columns: &Columns, stack: &Columns, window: Option<(f64, f64)>) -> Vec<Option<Number>> {
    let mut ends = Vec::new();
    for (line, stacked) in columns.lines.iter().zip(&stack.lines) {
        let place = last_place(columns, stacked, window);
        ends.push(place.and_then(|place| match columns.stack {
            Stack::Absolute => line.value(place),
            Stack::Percent => ends_at(stacked, place).map(|(base, top)| Number::exact(top - base)),
        }));
    }
    ends
}

/// An area alone lets the grid through.
fn fill(columns: &Columns, palette: &Palette, series: usize) -> Fill {
    let ink = palette.ink(series, false);
    if columns.lines.len() == 1 { ink.faint() } else { ink.soft() }
}
