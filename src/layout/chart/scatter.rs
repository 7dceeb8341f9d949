//! Points alone, named where there is room.

use super::annotations;
use super::legend::{self, Symbol};
use super::palette::Palette;
use super::plot::Plot;
use crate::layout::context::{LINE_HEIGHT, LayoutContext};
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::{LabelPlacement, label_order};
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Mark, Point, Rect};
use crate::story::{self, Chart, Columns};

/// Half the width of a point, in px.
const RADIUS: f64 = 5.0;
/// No more points are given a name; a plot of more is about their shape.
const MOST_NAMES: usize = 120;

/// Lays out points.
pub(super) fn scatter(chart: &Chart, columns: &Columns, cx: &LayoutContext) -> Drawing {
    let palette = Palette::lines(columns, cx.focus);
    let mut drawing = Drawing::default();
    let top = if columns.lines.len() > 1 {
        legend::draw(&mut drawing, cx, 0.0, &entries(cx, columns, &palette))
    } else {
        0.0
    };
    let height = (cx.width * 0.56).clamp(190.0, 360.0).round();
    let plot = Plot::new(&mut drawing, cx, (chart, columns), (top, height, 0.0));
    annotations::draw_ground(&mut drawing, chart, &plot);
    let mut placement = plot.label_placement();
    // The subject lies in front, behind it what is in focus.
    let mut lines: Vec<(usize, &story::Line)> = columns.lines.iter().enumerate().collect();
    lines.sort_by_key(|(series, line)| (line.series.subject, !palette.is_grey(*series)));
    for &(series, line) in &lines {
        for (index, at) in points(&plot, line) {
            drawing.dot(at, RADIUS, palette.fill(series, false));
            drawing.mark_dot(Mark::Value { series, index }, at, RADIUS);
            placement.occupy(Rect::around(at, RADIUS));
        }
    }
    // Annotations first: names are in the table as well.
    let bottom = annotations::draw(&mut drawing, cx, chart, &plot, &mut placement);
    for (_, line) in lines.into_iter().rev() {
        draw_names(&mut drawing, cx, &plot, &mut placement, line);
    }
    drawing.sized(cx.width, bottom)
}

fn entries(cx: &LayoutContext, columns: &Columns, palette: &Palette) -> Vec<(Symbol, TextLine)> {
    let entry = |(index, line): (usize, &story::Line)| {
        (Symbol::Dot(palette.fill(index, false)), legend::words(cx, &line.series.label))
    };
    let named = columns.lines.iter().enumerate();
    named.filter(|(index, _)| !palette.is_grey(*index)).map(entry).collect()
}

/// The points of a series and where they are.
fn points(plot: &Plot, line: &story::Line) -> Vec<(usize, Point)> {
    let mut points = Vec::new();
    for (index, (x, y)) in line.x.iter().zip(&line.y).enumerate() {
        points.extend(y.map(|y| (index, plot.at(*x, y))));
    }
    points
}

/// Writes the names of points that find room, those far apart first.
fn draw_names(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    plot: &Plot,
    placement: &mut LabelPlacement,
    line: &story::Line,
) {
    let mut named = Vec::new();
    for (index, at) in points(plot, line) {
        named.extend(line.labels.get(index).filter(|name| !name.is_empty()).map(|name| (at, name)));
    }
    for index in label_order(named.len()).into_iter().take(MOST_NAMES) {
        let Some((at, name)) = named.get(index) else { continue };
        let words = cx.note(name);
        if let Some(rect) = placement.place_beside(*at, words.width(), LINE_HEIGHT - 1.0) {
            drawing.text(&words, Point::new(rect.x, rect.center().y.round()), Anchor::Start);
        }
    }
}
