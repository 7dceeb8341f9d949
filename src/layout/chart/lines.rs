//! Points joined in the order of x, named at their ends.

use super::annotations;
use super::chart_index::Part;
use super::legend::{self, Symbol};
use super::palette::Palette;
use super::plot::{Plot, plot_height};
use super::points::{Points, drawn};
use super::sight::Sight;
use super::strip;
use super::stroke::{Stroke, joined, thinned};
use crate::layout::context::{LINE_HEIGHT, LayoutContext, TEXT};
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::LabelPlacement;
use crate::layout::text::{TextLine, TextRun};
use crate::layout::{Anchor, Fill, Ink, Mark, Point};
use crate::story::{self, Chart, Columns, Curve, Notation, Number, Stack, number};

/// Names on the right take at most this share of the width.
const NAMES_SHARE: f64 = 0.32;
/// From a line's end to its name, in px.
const NEAR: f64 = 8.0;

/// Lays out lines.
pub(super) fn lines(
    chart: &Chart,
    columns: &Columns,
    part: Part<'_>,
    cx: &LayoutContext,
) -> Drawing {
    let palette = Palette::lines(columns, cx.focus);
    let mut drawing = Drawing::default();
    let values = part.windows().iter().map(|it| last_values(columns, *it)).collect();
    let (ends, margin, named) = end_words(cx, columns, &palette, &values);
    let stroke = |series| Symbol::Stroke(palette.ink(series, false).solid());
    let mut entries = if named { Vec::new() } else { entries(cx, columns, &palette, &stroke) };
    entries.extend(band_entries(cx, columns, &palette));
    let top = legend::draw(&mut drawing, cx, 0.0, &entries);
    let height = plot_height(cx, 0.48, (170.0, 320.0));
    let mut plot = Plot::new(&mut drawing, cx, (chart, columns, part), (top, height, margin));
    annotations::draw_ground(&mut drawing, chart, &plot);
    let mut placement = plot.label_placement();
    let all = columns.lines.iter().enumerate();
    let (grey, front): (Vec<_>, Vec<_>) = all.partition(|(series, _)| palette.is_grey(*series));
    for &(series, line) in &front {
        draw_band(&mut drawing, &plot, line, columns.curve, palette.ink(series, false).faint());
    }
    let behind = grey.len();
    let mut seen = Vec::new();
    for (series, line) in grey.into_iter().chain(front) {
        let points = Points::of(&plot, line);
        let look = (palette.fill(series, false), columns.curve, palette.is_grey(series));
        draw_line(&mut drawing, &plot, &mut placement, &points, look);
        seen.push((series, points));
    }
    // What is in front is walked first.
    seen.rotate_left(behind);
    for (series, points) in &seen {
        mark_points(&mut drawing, *series, points);
    }
    let (mut named, mut grey) = (Heights::new(), Heights::new());
    let shown = values.iter().flatten().take(columns.lines.len());
    for (series, (value, words)) in shown.zip(&ends).enumerate() {
        let list = if palette.is_grey(series) { &mut grey } else { &mut named };
        list.extend(value.map(|value| (plot.y.at(value.value), words)));
    }
    draw_ends(&mut drawing, cx, &plot, &named, &grey);
    strip::draw(&mut drawing, cx, part, &mut plot);
    let bottom = annotations::draw(&mut drawing, cx, chart, &plot, &mut placement);
    drawing.sized(cx.width, bottom)
}

/// The last values of lines: of what is shown of the x axis, and behind it, if that is a part only, of
/// all of it.
pub(super) type LastValues = Vec<Vec<Option<Number>>>;

/// The words at each line's end, where it has a value, the margin they need, and whether they name
/// the series. Where names take too much of the width, the words are the values alone. A part has the
/// form of all and at least its margin, so that its plot is no wider.
pub(super) fn end_words(
    cx: &LayoutContext,
    columns: &Columns,
    palette: &Palette,
    values: &LastValues,
) -> (Vec<TextLine>, f64, bool) {
    let set = |names: bool, notation: Notation| -> (Vec<TextLine>, f64) {
        let mut words = Vec::new();
        for values in values {
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
        }
        let before = words.len() - columns.lines.len();
        let of_all = margin(words.get(before..).unwrap_or_default());
        (words, of_all)
    };
    let room = cx.width * NAMES_SHARE;
    let (mut words, of_all) = set(true, Notation::Standard);
    let is_named = of_all <= room;
    if !is_named {
        (words, _) = cx.notation_that_fits(room, |notation| set(false, notation));
    }
    let margin = margin(&words);
    (words, margin, is_named)
}

/// How wide words beside the plot are, with what keeps them off.
fn margin(words: &[TextLine]) -> f64 {
    let widest = words.iter().map(TextLine::width).fold(0.0, f64::max);
    if widest > 0.0 { (widest + NEAR).ceil() } else { 0.0 }
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

/// Where in a line the value stands that is at the right end of a part of the x axis.
pub(super) fn last_place(
    columns: &Columns,
    line: &story::Line,
    window: Option<(f64, f64)>,
) -> Option<usize> {
    let mut places = Sight { scale: columns.x.scale, window }.of(&line.x);
    let is_known = |place: &usize| matches!(line.y.get(*place), Some(Some(_)));
    if columns.x.is_reversed { places.find(is_known) } else { places.rfind(is_known) }
}

/// The values there.
fn last_values(columns: &Columns, window: Option<(f64, f64)>) -> Vec<Option<Number>> {
    let last = |line: &story::Line| line.value(last_place(columns, line, window)?);
    columns.lines.iter().map(last).collect()
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

/// What the lines are called, but the grey ones.
pub(super) fn entries(
    cx: &LayoutContext,
    columns: &Columns,
    palette: &Palette,
    symbol: &dyn Fn(usize) -> Symbol,
) -> Vec<(Symbol, TextLine)> {
    legend::entries(cx, &mut columns.lines.iter().map(|line| &line.series), &|index, _| {
        (!palette.is_grey(index)).then(|| symbol(index))
    })
}

/// Draws the band around a line.
pub(super) fn draw_band(
    drawing: &mut Drawing,
    plot: &Plot,
    line: &story::Line,
    curve: Curve,
    fill: Fill,
) {
    let places = drawn(plot, &line.x);
    let (xs, band) = (line.x.get(places.clone()), line.band.get(places));
    let points: Vec<_> = xs.unwrap_or_default().iter().zip(band.unwrap_or_default()).collect();
    for piece in points.split(|(_, ends)| ends.is_none()) {
        let side = |end: fn((f64, f64)) -> f64| {
            let at = |(place, (x, ends)): (usize, &(&f64, &Option<_>))| {
                Some((place, plot.reaching(**x, end((**ends)?))))
            };
            let points: Vec<_> = piece.iter().enumerate().map(at).collect();
            let points = thinned(&points).into_iter().flatten().map(|(_, point)| point);
            joined(points.collect(), curve, plot.clip())
        };
        drawing.area(side(|(_, high)| high), side(|(low, _)| low), fill);
    }
}

/// Draws one series and takes its room; gaps stay open.
pub(super) fn draw_line(
    drawing: &mut Drawing,
    plot: &Plot,
    placement: &mut LabelPlacement,
    points: &Points,
    (fill, curve, is_grey): (Fill, Curve, bool),
) {
    let stroke = Stroke::dotted(fill, curve, points.all.len(), plot.area.width);
    let (has_dots, clip) = (stroke.has_dots && !is_grey, plot.clip());
    let points: Vec<_> = points.all.iter().map(|point| Some((*point)?.1)).collect();
    Stroke { has_dots, clip, ..stroke }.draw(drawing, placement, &points);
}

/// Marks the points of a series.
pub(super) fn mark_points(drawing: &mut Drawing, series: usize, points: &Points) {
    for (index, point) in points.shown() {
        drawing.mark_dot(Mark::Value { series, index }, point, 4.0);
    }
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
    let ys: Vec<f64> = named.iter().map(|(y, _)| *y).collect();
    let mut placed = Vec::new();
    for (index, y) in spread_apart(&ys, plot.area.y, plot.area.bottom()) {
        placed.extend(named.get(index).map(|(_, words)| (y, *words)));
    }
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

/// The heights with their indices, from the least on, moved down and then up again so that each has
/// a line to itself.
pub(super) fn spread_apart(heights: &[f64], top: f64, bottom: f64) -> Vec<(usize, f64)> {
    let mut moved: Vec<(usize, f64)> = Vec::new();
    for (index, y) in heights.iter().enumerate() {
        let place = moved.partition_point(|(_, other)| other <= y);
        moved.insert(place, (index, *y));
    }
    let mut least = top;
    for (_, y) in &mut moved {
        *y = y.max(least);
        least = *y + LINE_HEIGHT;
    }
    let mut most = bottom;
    for (_, y) in moved.iter_mut().rev() {
        *y = y.min(most);
        most = *y - LINE_HEIGHT;
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_at_the_end_keep_spread_apart() {
        let heights = spread_apart(&[12.0, 10.0, 95.0, 99.0], 0.0, 100.0);
        assert_eq!(heights, [(1, 10.0), (0, 27.0), (2, 83.0), (3, 100.0)]);
    }
}
