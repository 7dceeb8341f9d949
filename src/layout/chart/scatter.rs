//! Points alone, named where there is room.

use super::annotations;
use super::legend::{self, Symbol};
use super::palette::Palette;
use super::plot::Plot;
use crate::layout::context::{Desk, LINE};
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::Room;
use crate::layout::label_rows;
use crate::layout::text::Line;
use crate::layout::{Anchor, Mark, Point, Rect};
use crate::story::{self, Chart, Columns};

/// Half the width of a point, in px.
const RADIUS: f64 = 5.0;
/// No more points are given a name; a plot of more is about their shape.
const MOST_NAMES: usize = 120;

/// Lays out points.
pub(super) fn scatter(chart: &Chart, columns: &Columns, desk: &Desk) -> Drawing {
    let palette = Palette::series(columns.lines.iter().map(|line| &line.series));
    let mut drawing = Drawing::default();
    let y = desk.unit(&mut drawing, chart);
    let top = if columns.lines.len() > 1 {
        legend::draw(&mut drawing, desk, y, &entries(desk, columns, &palette))
    } else {
        y
    };
    let height = (desk.width * 0.56).clamp(190.0, 360.0).round();
    let plot = Plot::new(&mut drawing, desk, (chart, columns), (top, height, 0.0));
    let mut room = plot.room();
    // The subject lies in front.
    let mut lines: Vec<(usize, &story::Line)> = columns.lines.iter().enumerate().collect();
    lines.sort_by_key(|(_, line)| line.series.subject);
    for &(series, line) in &lines {
        for (place, at) in points(&plot, line) {
            drawing.dot(at, RADIUS, palette.fill(series, false));
            drawing.mark_dot(Mark::Value { series, place }, at, RADIUS);
            room.take(Rect::around(at, RADIUS));
        }
    }
    // Remarks first: names are in the table as well.
    let bottom = annotations::draw(&mut drawing, desk, chart, columns.x, &plot, &mut room);
    for (_, line) in lines.into_iter().rev() {
        draw_names(&mut drawing, desk, &plot, &mut room, line);
    }
    drawing.sized(desk.width, bottom)
}

fn entries(desk: &Desk, columns: &Columns, palette: &Palette) -> Vec<(Symbol, Line)> {
    let entry = |(place, line): (usize, &story::Line)| {
        (Symbol::Dot(palette.fill(place, false)), legend::words(desk, &line.series.label))
    };
    columns.lines.iter().enumerate().map(entry).collect()
}

/// The points of a series and where they are.
fn points(plot: &Plot, line: &story::Line) -> Vec<(usize, Point)> {
    let mut points = Vec::new();
    for (place, (x, y)) in line.x.iter().zip(&line.y).enumerate() {
        points.extend(y.map(|y| (place, plot.at(*x, y))));
    }
    points
}

/// Writes the names of points that find room, those far apart first.
fn draw_names(
    drawing: &mut Drawing,
    desk: &Desk,
    plot: &Plot,
    room: &mut Room,
    line: &story::Line,
) {
    let mut named = Vec::new();
    for (place, at) in points(plot, line) {
        named.extend(line.labels.get(place).filter(|name| !name.is_empty()).map(|name| (at, name)));
    }
    for place in label_rows::spread(named.len()).into_iter().take(MOST_NAMES) {
        let Some((at, name)) = named.get(place) else { continue };
        let words = desk.note(name);
        if let Some(rect) = room.beside(*at, words.width(), LINE - 1.0) {
            drawing.set(&words, Point::new(rect.x, rect.center().y.round()), Anchor::Start);
        }
    }
}
