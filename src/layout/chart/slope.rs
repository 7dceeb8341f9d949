//! From one point in time to another: a line to each row, named at its ends.

use super::annotations;
use super::category_axis::name;
use super::domain;
use super::lines::spread_apart;
use super::palette::Palette;
use super::plot::Plot;
use super::whisker::whisker;
use crate::layout::context::{LINE_HEIGHT, LayoutContext};
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::LabelPlacement;
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Ink, Mark, Point, Rect, Shape};
use crate::story::{Chart, MessageKey, Notation, Number, Row, Rows};

/// From a line's end to its words, in px.
const NEAR: f64 = 14.0;
/// Words leave the lines no less than this share of the width.
const LEAST_PLOT: f64 = 0.36;
/// How high a plot is at least, in px.
const LEAST_HEIGHT: f64 = 170.0;
/// Half the width of a line's end, in px.
const RADIUS: f64 = 4.0;

/// Words of each row at both ends; none where it has no value.
type EndWords = Vec<[Option<TextLine>; 2]>;

/// Lays out lines between two points in time; none where their names find no room.
pub(super) fn slope(chart: &Chart, rows: &Rows, cx: &LayoutContext) -> Option<Drawing> {
    let words = words_that_fit(cx, &rows.rows)?;
    let [left, right] = widths(&words).map(|width| width + NEAR);
    let least = rows.rows.len() as f64 * (LINE_HEIGHT + 4.0);
    let height = (cx.width * 0.4).max(LEAST_HEIGHT).min(least * 2.0).max(least).round();
    let mut drawing = Drawing::default();
    let top = LINE_HEIGHT * 1.5;
    let area = Rect::between(left.ceil(), top, (cx.width - right).floor(), top + height);
    let values = domain::ranges_extent(chart, &rows.rows);
    let plot = Plot::bare(area, domain::of_ranges(chart, values), 0.0);
    let plot = Plot { bottom: area.bottom() + LINE_HEIGHT / 2.0 + 1.0, ..plot };
    annotations::draw_ground(&mut drawing, chart, &plot);
    draw_frame(&mut drawing, cx, rows, area);
    let mut placement = plot.label_placement();
    draw_lines(&mut drawing, &plot, rows, &mut placement);
    draw_ends(&mut drawing, area, &plot, &rows.rows, &words);
    let bottom = annotations::draw(&mut drawing, cx, chart, &plot, &mut placement);
    let bottom = annotations::below(&mut drawing, cx, bottom, &said_below(cx, rows));
    Some(drawing.sized(cx.width, bottom))
}

/// Names at both ends where they find room, else at the first alone.
fn words_that_fit(cx: &LayoutContext, rows: &[Row]) -> Option<EndWords> {
    let fits = |words: &EndWords| {
        widths(words).iter().sum::<f64>() + 2.0 * NEAR <= cx.width * (1.0 - LEAST_PLOT)
    };
    [true, false].into_iter().map(|named| words(cx, rows, named)).find(fits)
}

fn words(cx: &LayoutContext, rows: &[Row], is_named_twice: bool) -> EndWords {
    let of_row = |row: &Row| {
        let value = |series: usize| {
            let number = row.values.get(series).copied().flatten()?;
            Some(cx.value(&number, Notation::Standard, row.subject))
        };
        let (name, first) = (name(cx, row), value(0));
        let left = first.map(|value| name.clone().with(Some(value)));
        let right = value(1).map(|value| {
            let annotation = row.annotation.as_deref().map(|text| cx.small(text));
            let mut line = TextLine { runs: vec![value] }.with(annotation);
            if is_named_twice || left.is_none() {
                line.runs.extend(name.runs.clone());
            }
            line
        });
        [left, right]
    };
    rows.iter().map(of_row).collect()
}

/// How wide the words at either end are.
fn widths(words: &EndWords) -> [f64; 2] {
    let mut widths = [0.0_f64; 2];
    for both in words {
        for (width, line) in widths.iter_mut().zip(both) {
            *width = width.max(line.as_ref().map_or(0.0, TextLine::width));
        }
    }
    widths
}

/// Draws a rule at either point in time, under its name.
fn draw_frame(drawing: &mut Drawing, cx: &LayoutContext, rows: &Rows, area: Rect) {
    let half = cx.width / 2.0 - NEAR;
    for (nth, series) in rows.series.iter().take(2).enumerate() {
        let x = if nth == 0 { area.x } else { area.right() };
        let words = cx.typesetter.fit(&cx.note(&series.label), half);
        // In the middle over its rule, as far as the edges allow.
        let middle = x - words.width() / 2.0;
        let left = if nth == 0 {
            middle.min(cx.width / 2.0 - words.width() - NEAR / 2.0).max(0.0)
        } else {
            middle.max(cx.width / 2.0 + NEAR / 2.0).min(cx.width - words.width())
        };
        drawing.text(&words, Point::new(left, LINE_HEIGHT / 2.0), Anchor::Start);
        drawing.rule_down(x, area.y - LINE_HEIGHT / 2.0, area.bottom(), Ink::Rule.solid());
    }
}

/// Draws the lines, those of the subject in front.
fn draw_lines(drawing: &mut Drawing, plot: &Plot, rows: &Rows, placement: &mut LabelPlacement) {
    let palette = Palette::ranges(rows);
    for is_subject in [false, true] {
        for row in rows.rows.iter().filter(|row| row.subject == is_subject) {
            let fill = palette.fill(0, row.subject);
            let mut path = Vec::new();
            for (series, number) in row.values.iter().enumerate() {
                let Some(number) = number else { continue };
                let point = end(plot, series, number);
                whisker(drawing, &plot.y, number, (point.x, NEAR), true);
                path.push(point);
            }
            placement.occupy_path(&path);
            path.iter().for_each(|point| drawing.dot(*point, RADIUS, fill));
            if path.len() > 1 {
                drawing.shapes.push(Shape::Path(path, fill));
            }
        }
    }
    mark_ends(drawing, plot, rows);
}

/// Marks the ends in the order of the author; a missing one lies where the other is.
fn mark_ends(drawing: &mut Drawing, plot: &Plot, rows: &Rows) {
    for (index, row) in rows.rows.iter().enumerate() {
        let known = row.values.iter().flatten().next().copied();
        for (series, number) in row.values.iter().enumerate() {
            let number = number.or(known).unwrap_or(Number::exact(plot.y.low));
            drawing.mark_dot(Mark::Value { series, index }, end(plot, series, &number), RADIUS);
        }
    }
}

fn end(plot: &Plot, series: usize, number: &Number) -> Point {
    let x = if series == 0 { plot.area.x } else { plot.area.right() };
    Point::new(x, plot.y.at(number.value).round())
}

/// Writes the words at both ends, moved apart where they would overlap, each led to its end.
fn draw_ends(drawing: &mut Drawing, area: Rect, plot: &Plot, rows: &[Row], words: &EndWords) {
    let sides = [(area.x, -1.0, Anchor::End), (area.right(), 1.0, Anchor::Start)];
    for (series, (x, way, anchor)) in sides.into_iter().enumerate() {
        let mut named: Vec<(f64, &TextLine)> = Vec::new();
        for (row, words) in rows.iter().zip(words) {
            let number = row.values.get(series).copied().flatten();
            let words = words.get(series).and_then(Option::as_ref);
            let y = number.map(|number| end(plot, series, &number).y);
            named.extend(y.zip(words));
        }
        let ys: Vec<f64> = named.iter().map(|(y, _)| *y).collect();
        for (index, y) in spread_apart(&ys, area.y, area.bottom()) {
            let Some((from, words)) = named.get(index).copied() else { continue };
            let y = y.round();
            drawing.text(words, Point::new(x + way * NEAR, y), anchor);
            if y != from {
                let leader = [(RADIUS + 1.0, from), (NEAR - 3.0, y)];
                let leader = leader.map(|(dx, y)| Point::new(x + way * dx, y));
                drawing.shapes.push(Shape::Path(leader.to_vec(), Ink::Rule.solid()));
            }
        }
    }
}

/// Spreads, annotations, and what has no figure.
fn said_below(cx: &LayoutContext, rows: &Rows) -> Vec<TextLine> {
    let mut lines = Vec::new();
    for row in &rows.rows {
        let mut said = Vec::new();
        for (series, number) in rows.series.iter().zip(&row.values) {
            let words = match number {
                Some(number) => number.spread(cx.messages),
                None => Some(cx.messages.text(MessageKey::ChartNoValue).to_owned()),
            };
            said.extend(words.map(|words| cx.labelled(&series.label, &words)));
        }
        // Else it stands behind the second value.
        said.extend(row.annotation.clone().filter(|_| !matches!(row.values[..], [_, Some(_)])));
        if !said.is_empty() {
            lines.push(cx.note(
                &cx.labelled(&row.label, &said.join(cx.messages.text(MessageKey::ListSemicolon))),
            ));
        }
    }
    lines
}
