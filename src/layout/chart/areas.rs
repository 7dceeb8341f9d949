//! What lies below a line, several stacked.

use super::annotations;
use super::legend::{self, Symbol};
use super::lines::{
    Heights, draw_band, draw_ends, draw_line, end_words, entries, last_place, mark_points,
};
use super::palette::Palette;
use super::plot::{Plot, plot_height};
use crate::layout::Fill;
use crate::layout::context::LayoutContext;
use crate::layout::drawing::Drawing;
use crate::story::{Chart, Columns, Line, Number, Stack};

/// Lays out areas.
pub(super) fn areas(chart: &Chart, columns: &Columns, cx: &LayoutContext) -> Drawing {
    let palette = Palette::series(columns.lines.iter().map(|line| &line.series));
    let stack = stacked(columns);
    let mut drawing = Drawing::default();
    let (ends, margin, named) = end_words(cx, columns, &palette, &ends(columns, &stack));
    let square = |series| Symbol::Square(fill(columns, &palette, series));
    let entries = if named { Vec::new() } else { entries(cx, columns, &palette, &square) };
    let top = legend::draw(&mut drawing, cx, 0.0, &entries);
    let height = plot_height(cx, 0.48, (170.0, 320.0));
    let plot = Plot::new(&mut drawing, cx, (chart, &stack), (top, height, margin));
    annotations::draw_ground(&mut drawing, chart, &plot);
    let mut placement = plot.label_placement();
    for (series, line) in stack.lines.iter().enumerate() {
        draw_band(&mut drawing, &plot, line, columns.curve, fill(columns, &palette, series));
    }
    let mut heights = Heights::new();
    for (series, (line, words)) in stack.lines.iter().zip(&ends).enumerate() {
        let look = (palette.ink(series, false).solid(), columns.curve, false);
        draw_line(&mut drawing, &plot, &mut placement, line, look);
        mark_points(&mut drawing, &plot, series, line);
        let last = last_place(line, columns.x.is_reversed).and_then(|place| ends_at(line, place));
        heights.extend(last.map(|(base, top)| (plot.y.at(base.midpoint(top)), words)));
    }
    draw_ends(&mut drawing, cx, &plot, &heights, &[]);
    let bottom = annotations::draw(&mut drawing, cx, chart, &plot, &mut placement);
    drawing.sized(cx.width, bottom)
}

/// The columns on each other from the lowest up: each value is where its area ends, and its band the
/// area. Where one is missing, all above it are.
fn stacked(columns: &Columns) -> Columns {
    let mut stack = columns.clone();
    stack.lines.iter_mut().for_each(|line| line.y.clear());
    let value = |line: &Line, place: usize| line.y.get(place).copied().flatten();
    for place in 0..columns.lines.first().map_or(0, |line| line.x.len()) {
        let (whole, unit) = match columns.stack {
            Stack::Absolute => (Some(1.0), 1.0),
            Stack::Percent => (columns.lines.iter().map(|line| value(line, place)).sum(), 100.0),
        };
        let whole = whole.filter(|whole| *whole > 0.0);
        let mut base = Some(0.0);
        for (line, stacked) in columns.lines.iter().zip(&mut stack.lines) {
            let size = value(line, place).zip(whole).map(|(y, whole)| y / whole * unit);
            // Sums stay finite whatever is added up.
            let top = base.zip(size).map(|(base, size)| (base + size).clamp(f64::MIN, f64::MAX));
            stacked.band.push(base.zip(top));
            stacked.y.push(top);
            base = top;
        }
    }
    stack
}

/// Where an area begins and ends above a place of the x axis.
fn ends_at(stacked: &Line, place: usize) -> Option<(f64, f64)> {
    stacked.band.get(place).copied().flatten()
}

/// The values at the right end of the areas, or the shares there.
fn ends(columns: &Columns, stack: &Columns) -> Vec<Option<Number>> {
    let mut ends = Vec::new();
    for (line, stacked) in columns.lines.iter().zip(&stack.lines) {
        let place = last_place(stacked, columns.x.is_reversed);
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
