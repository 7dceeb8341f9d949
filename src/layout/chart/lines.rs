//! Points joined in the order of x, named at their ends.

use super::annotations;
use super::legend::{self, Symbol};
use super::palette::Palette;
use super::plot::Plot;
use crate::layout::context::{LINE_HEIGHT, LayoutContext, TEXT};
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::LabelPlacement;
use crate::layout::text::{TextLine, TextRun};
use crate::layout::{Anchor, Fill, Ink, Mark, Point, Rect, Shape};
use crate::story::{self, Chart, Columns, Curve, Notation, Number, Stack, number};

/// Names on the right take at most this share of the width.
const NAMES_SHARE: f64 = 0.32;
/// From a line's end to its name, in px.
const NEAR: f64 = 8.0;
/// Points are drawn where each has this much room, in px.
pub(super) const DOT_ROOM: f64 = 10.0;

/// Lays out lines.
pub(super) fn lines(chart: &Chart, columns: &Columns, cx: &LayoutContext) -> Drawing {
    let palette = Palette::lines(columns, cx.focus);
    let mut drawing = Drawing::default();
    let last = |line: &story::Line| line.value(last_place(line, columns.x.is_reversed)?);
    let values: Vec<_> = columns.lines.iter().map(last).collect();
    let (ends, margin, named) = end_words(cx, columns, &palette, &values);
    let stroke = |series| Symbol::Stroke(palette.ink(series, false).solid());
    let mut entries = if named { Vec::new() } else { entries(cx, columns, &palette, &stroke) };
    entries.extend(band_entries(cx, columns, &palette));
    let top = legend::draw(&mut drawing, cx, 0.0, &entries);
    let height = (cx.width * 0.48).clamp(170.0, 320.0).round();
    let plot = Plot::new(&mut drawing, cx, (chart, columns), (top, height, margin));
    annotations::draw_ground(&mut drawing, chart, &plot);
    let mut placement = plot.label_placement();
    let order = palette.order(columns);
    let line = |series: &usize| Some((*series, columns.lines.get(*series)?));
    for (series, line) in order.iter().filter_map(line).filter(|it| !palette.is_grey(it.0)) {
        draw_band(&mut drawing, &plot, line, columns.curve, palette.ink(series, false).faint());
    }
    for (series, line) in order.iter().filter_map(line) {
        let look = (palette.fill(series, false), columns.curve, !palette.is_grey(series));
        draw_line(&mut drawing, &plot, &mut placement, line, look);
    }
    // What is in front is walked first.
    let (front, back): (Vec<usize>, Vec<usize>) =
        order.into_iter().partition(|series| !palette.is_grey(*series));
    for (series, line) in [front, back].concat().iter().filter_map(line) {
        mark_points(&mut drawing, &plot, series, line);
    }
    let (mut named, mut grey) = (Heights::new(), Heights::new());
    for (series, (value, words)) in values.iter().zip(&ends).enumerate() {
        let list = if palette.is_grey(series) { &mut grey } else { &mut named };
        list.extend(value.map(|value| (plot.y.at(value.value), words)));
    }
    draw_ends(&mut drawing, cx, &plot, &named, &grey);
    let bottom = annotations::draw(&mut drawing, cx, chart, &plot, &mut placement);
    drawing.sized(cx.width, bottom)
}

/// The words at each line's end, where it has a value, the margin they need, and whether they name
/// the series. Where names take too much of the width, the words are the values alone.
pub(super) fn end_words(
    cx: &LayoutContext,
    columns: &Columns,
    palette: &Palette,
    values: &[Option<Number>],
) -> (Vec<TextLine>, f64, bool) {
    let set = |names: bool, notation: Notation| -> (Vec<TextLine>, f64) {
        let mut words = Vec::new();
        for (index, (line, value)) in columns.lines.iter().zip(values).enumerate() {
            let value = value.map(|value| match columns.stack {
                Stack::Absolute => cx.value(&value, notation, false),
                Stack::Percent => {
                    let share = number::percent(value.value, cx.messages);
                    cx.typesetter.run(&share, TEXT, Ink::Ink)
                }
            });
            words.push(end(cx, line, palette, index, (names, value)));
        }
        let widest = words.iter().map(TextLine::width).fold(0.0, f64::max);
        (words, if widest > 0.0 { (widest + NEAR).ceil() } else { 0.0 })
    };
    let room = cx.width * NAMES_SHARE;
    let (words, margin) = set(true, Notation::Standard);
    if margin <= room {
        return (words, margin, true);
    }
    let (words, margin) = cx.notation_that_fits(room, |notation| set(false, notation));
    (words, margin, false)
}

fn end(
    cx: &LayoutContext,
    line: &story::Line,
    palette: &Palette,
    index: usize,
    (names, value): (bool, Option<TextRun>),
) -> TextLine {
    let font = if line.series.subject { TEXT.bold() } else { TEXT };
    let name =
        names.then(|| cx.typesetter.run(&line.series.label, font, palette.ink(index, false)));
    if palette.is_grey(index) {
        return if names { cx.note(&line.series.label) } else { TextLine::default() };
    }
    TextLine::default().with(name).with(value)
}

/// Where the value at the right end of a line stands in it.
pub(super) fn last_place(line: &story::Line, is_reversed: bool) -> Option<usize> {
    let mut places = 0..line.y.len();
    let is_known = |place: &usize| matches!(line.y.get(*place), Some(Some(_)));
    if is_reversed { places.find(is_known) } else { places.rfind(is_known) }
}

/// Words, and where on the axis of y they belong, in px.
pub(super) type Heights<'a> = Vec<(f64, &'a TextLine)>;

/// What the bands that are drawn around lines are, where they have a name.
fn band_entries(
    cx: &LayoutContext,
    columns: &Columns,
    palette: &Palette,
) -> Vec<(Symbol, TextLine)> {
    let mut entries = Vec::new();
    let lines = columns.lines.iter().enumerate();
    for (series, line) in lines.filter(|(series, _)| !palette.is_grey(*series)) {
        let symbol = Symbol::Square(palette.ink(series, false).faint());
        entries.extend(line.band_label.as_ref().map(|name| (symbol, legend::words(cx, name))));
    }
    entries.dedup_by(|a, b| a.1 == b.1);
    entries
}

/// What the series are called, but the grey ones.
pub(super) fn entries(
    cx: &LayoutContext,
    columns: &Columns,
    palette: &Palette,
    symbol: &dyn Fn(usize) -> Symbol,
) -> Vec<(Symbol, TextLine)> {
    let named = columns.lines.iter().enumerate().filter(|(index, _)| !palette.is_grey(*index));
    named.map(|(index, line)| (symbol(index), legend::words(cx, &line.series.label))).collect()
}

/// Draws the band around a line.
pub(super) fn draw_band(
    drawing: &mut Drawing,
    plot: &Plot,
    line: &story::Line,
    curve: Curve,
    fill: Fill,
) {
    let points: Vec<_> = line.x.iter().zip(&line.band).collect();
    for piece in points.split(|(_, ends)| ends.is_none()) {
        let side = |end: fn((f64, f64)) -> f64| {
            let points = piece.iter().filter_map(|(x, ends)| Some(plot.at(**x, end((**ends)?))));
            joined(&points.collect::<Vec<_>>(), curve)
        };
        drawing.area(side(|(_, high)| high), side(|(low, _)| low), fill);
    }
}

/// The points of a path as a curve joins them, no more of them than can be seen.
fn joined(points: &[Point], curve: Curve) -> Vec<Point> {
    let points = thinned(points);
    if curve == Curve::Linear {
        return points;
    }
    let mut path = points.get(..1).unwrap_or_default().to_vec();
    for [from, to] in points.array_windows() {
        path.extend([Point::new(to.x, from.y), *to]);
    }
    path
}

/// Draws one series and takes its room; gaps stay open.
pub(super) fn draw_line(
    drawing: &mut Drawing,
    plot: &Plot,
    placement: &mut LabelPlacement,
    line: &story::Line,
    (fill, curve, has_dots): (Fill, Curve, bool),
) {
    let points = points(plot, line);
    let dots = has_dots && points.len() as f64 * DOT_ROOM <= plot.area.width;
    for piece in points.split(Option::is_none) {
        let piece: Vec<Point> = piece.iter().flatten().copied().collect();
        let path = joined(&piece, curve);
        placement.occupy_path(&path);
        match path.as_slice() {
            [] => {}
            [only] => drawing.dot(*only, 3.0, fill),
            _ => drawing.shapes.push(Shape::Path(path, fill)),
        }
    }
    for point in points.iter().flatten().filter(|_| dots) {
        drawing.dot(*point, 3.0, fill);
        placement.occupy(Rect::around(*point, 4.0));
    }
}

/// Where the points of a series are; none is a gap.
fn points(plot: &Plot, line: &story::Line) -> Vec<Option<Point>> {
    line.x.iter().zip(&line.y).map(|(x, y)| y.map(|y| plot.at(*x, y))).collect()
}

/// Marks the points of a series.
pub(super) fn mark_points(drawing: &mut Drawing, plot: &Plot, series: usize, line: &story::Line) {
    for (index, point) in points(plot, line).into_iter().enumerate() {
        let Some(point) = point else { continue };
        drawing.mark_dot(Mark::Value { series, index }, point, 4.0);
    }
}

/// The points, at most four to a px of width: the first, the lowest, the highest and the last.
pub(super) fn thinned(points: &[Point]) -> Vec<Point> {
    let mut path = Vec::new();
    for column in points.chunk_by(|a, b| a.x == b.x) {
        let lowest = column.iter().max_by(|a, b| a.y.total_cmp(&b.y));
        let highest = column.iter().min_by(|a, b| a.y.total_cmp(&b.y));
        for point in [column.first(), lowest, highest, column.last()] {
            path.extend(point);
        }
    }
    path.dedup();
    path
}

/// Writes words beside the plot, moved apart where they would overlap; the grey ones only where there is
/// room beside the others.
pub(super) fn draw_ends(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    plot: &Plot,
    named: &[(f64, &TextLine)],
    grey: &[(f64, &TextLine)],
) {
    let mut named = named.to_vec();
    named.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let mut placed = spread_apart(&named, plot.area.y, plot.area.bottom());
    for (y, words) in grey {
        if placed.iter().all(|(other, _)| (y - other).abs() >= LINE_HEIGHT) {
            placed.push((*y, words));
        }
    }
    let x = plot.area.right() + NEAR - 2.0;
    for (y, words) in placed {
        let words = cx.typesetter.fit(words, cx.width - x);
        drawing.text(&words, Point::new(x, y.round()), Anchor::Start);
    }
}

/// The heights, moved down and then up again so that each has a line to itself.
pub(super) fn spread_apart<T: Copy>(heights: &[(f64, T)], top: f64, bottom: f64) -> Vec<(f64, T)> {
    let mut moved = heights.to_vec();
    let mut least = top;
    for (y, _) in &mut moved {
        *y = y.max(least);
        least = *y + LINE_HEIGHT;
    }
    let mut most = bottom;
    for (y, _) in moved.iter_mut().rev() {
        *y = y.min(most);
        most = *y - LINE_HEIGHT;
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_px_column_keeps_its_extremes() {
        let points: Vec<_> = (0..1000).map(|n| Point::new(5.0, f64::from(n % 100))).collect();
        let path = thinned(&points);
        assert_eq!(path.iter().map(|point| point.y).collect::<Vec<_>>(), [0.0, 99.0, 0.0, 99.0]);
    }

    #[test]
    fn names_at_the_end_keep_spread_apart() {
        let line = TextLine::default();
        let heights = [(10.0, &line), (12.0, &line), (95.0, &line), (99.0, &line)];
        let ys: Vec<f64> =
            spread_apart(&heights, 0.0, 100.0).iter().map(|height| height.0).collect();
        assert_eq!(ys, [10.0, 27.0, 83.0, 100.0]);
    }
}
