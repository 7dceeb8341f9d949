//! What lies below a line, several stacked.

use super::annotations;
use super::legend::{self, Symbol};
use super::lines::{Heights, draw_ends, draw_line, end_words, entries, joined, mark_points};
use super::palette::Palette;
use super::plot::Plot;
use crate::layout::context::LayoutContext;
use crate::layout::drawing::Drawing;
use crate::layout::text::TextLine;
use crate::layout::{Fill, Point};
use crate::story::{Chart, Columns, Line, Stack};

/// An area: where it begins and ends above each x; none where a value of the stack is missing.
type Layer = Vec<Option<(f64, f64)>>;

/// Lays out areas.
pub(super) fn areas(chart: &Chart, columns: &Columns, cx: &LayoutContext) -> Drawing {
    let palette = Palette::lines(columns, cx.focus);
    let layers = layers(columns);
    let tops = with_y(columns, &layers, |_, top| top);
    let mut drawing = Drawing::default();
    let (ends, margin, named) = match columns.stack {
        Stack::Absolute => end_words(cx, columns, &palette),
        Stack::Percent => end_words(cx, &shares(columns, &layers), &palette),
    };
    let squares = entries(cx, columns, &palette).into_iter().enumerate();
    let squares = squares
        .map(|(series, (_, words))| (Symbol::Square(fill(columns, &palette, series)), words));
    let entries: Vec<_> = if named { Vec::new() } else { squares.collect() };
    let top = legend::draw(&mut drawing, cx, 0.0, &entries);
    let height = (cx.width * 0.48).clamp(170.0, 320.0).round();
    let plot = Plot::new(&mut drawing, cx, (chart, &tops), (top, height, margin));
    annotations::draw_ground(&mut drawing, chart, &plot);
    let mut placement = plot.label_placement();
    for (series, layer) in layers.iter().enumerate() {
        draw_layer(&mut drawing, &plot, (&columns.lines, series), layer, columns, &palette);
    }
    for (series, line) in tops.lines.iter().enumerate() {
        let look = (palette.ink(series, false).solid(), columns.curve, true);
        draw_line(&mut drawing, &plot, &mut placement, line, look);
        mark_points(&mut drawing, &plot, series, line);
    }
    draw_ends(&mut drawing, cx, &plot, &heights(&plot, &layers, &ends), &[]);
    let bottom = annotations::draw(&mut drawing, cx, chart, &plot, &mut placement);
    drawing.sized(cx.width, bottom)
}

/// The areas from the lowest up. Where one is missing, all above it are.
fn layers(columns: &Columns) -> Vec<Layer> {
    let count = columns.lines.first().map_or(0, |line| line.x.len());
    let value = |line: &Line, place: usize| line.y.get(place).copied().flatten();
    let whole = |place: usize| match columns.stack {
        Stack::Absolute => Some(1.0),
        Stack::Percent => {
            let sum = columns.lines.iter().map(|line| value(line, place)).sum::<Option<f64>>();
            sum.filter(|sum| *sum > 0.0)
        }
    };
    let unit = if columns.stack == Stack::Percent { 100.0 } else { 1.0 };
    let mut bases: Vec<Option<f64>> = (0..count).map(|place| whole(place).map(|_| 0.0)).collect();
    let mut layers = Vec::new();
    for line in &columns.lines {
        let mut layer = Layer::new();
        for (place, base) in bases.iter_mut().enumerate() {
            let size = value(line, place).zip(whole(place)).map(|(y, whole)| y / whole * unit);
            let ends = base.zip(size).map(|(base, size)| {
                // Sums stay finite whatever is added up.
                (base, (base + size).clamp(f64::MIN, f64::MAX))
            });
            *base = ends.map(|(_, top)| top);
            layer.push(ends);
        }
        layers.push(layer);
    }
    layers
}

/// The columns with other values.
fn with_y(columns: &Columns, layers: &[Layer], y: fn(f64, f64) -> f64) -> Columns {
    let mut columns = columns.clone();
    for (line, layer) in columns.lines.iter_mut().zip(layers) {
        line.y = layer.iter().map(|ends| ends.map(|(base, top)| y(base, top))).collect();
        line.y.resize(line.x.len(), None);
    }
    columns
}

/// The columns with whole percents for values.
fn shares(columns: &Columns, layers: &[Layer]) -> Columns {
    let mut columns = with_y(columns, layers, |base, top| (top - base).round());
    columns.lines.iter_mut().for_each(|line| line.decimals.clear());
    columns
}

/// An area alone lets the grid through.
fn fill(columns: &Columns, palette: &Palette, series: usize) -> Fill {
    let ink = palette.ink(series, false);
    if columns.lines.len() == 1 { ink.faint() } else { ink.soft() }
}

fn draw_layer(
    drawing: &mut Drawing,
    plot: &Plot,
    (lines, series): (&[Line], usize),
    layer: &Layer,
    columns: &Columns,
    palette: &Palette,
) {
    let Some(line) = lines.get(series) else { return };
    let points: Vec<_> = line.x.iter().zip(layer).collect();
    for piece in points.split(|(_, ends)| ends.is_none()) {
        let side = |end: fn((f64, f64)) -> f64| -> Vec<Point> {
            let points = piece.iter().filter_map(|(x, ends)| Some(plot.at(**x, end((**ends)?))));
            joined(&points.collect::<Vec<_>>(), columns.curve)
        };
        let (tops, bases) = (side(|(_, top)| top), side(|(base, _)| base));
        drawing.area(tops, bases, fill(columns, palette, series));
    }
}

/// Where the words of each area belong: in its middle at its end.
fn heights<'a>(plot: &Plot, layers: &[Layer], ends: &'a [TextLine]) -> Heights<'a> {
    let mut heights = Heights::new();
    for (layer, words) in layers.iter().zip(ends) {
        let last = layer.iter().rev().flatten().next();
        heights.extend(last.map(|(base, top)| (plot.y.at(base.midpoint(*top)), words)));
    }
    heights
}
