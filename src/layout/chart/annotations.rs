//! What the author says in a plot, at reference lines and points: beside what it is
//! about, or below the plot where there is no room.

use super::category_axis::is_whole;
use super::plot::Plot;
use super::references;
use crate::layout::context::{LINE_HEIGHT, LayoutContext};
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::LabelPlacement;
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Ink, Point, Rect};
use crate::story::{Annotation, Chart, Data};

/// An annotation in the plot is at most this wide, in px.
const WIDEST: f64 = 170.0;
/// A stretch with words in it leaves them so much room on both sides, in px.
const STRETCH_AIR: f64 = 5.0;

/// Draws the ground of bands and stretches, before anything stands on it.
pub(super) fn draw_ground(drawing: &mut Drawing, chart: &Chart, plot: &Plot) {
    let Rect { x: left, y: top, .. } = plot.area;
    let (right, bottom) = (plot.area.right(), plot.area.bottom());
    for reference in &chart.references {
        let Some(end) = reference.end else { continue };
        let (from, to) = (plot.y.at(reference.value).round(), plot.y.at(end).round());
        drawing.shapes.insert(0, references::band(Rect::between(left, from, right, to)));
    }
    for annotation in seen(chart, plot) {
        let Some(end) = annotation.end else { continue };
        let (from, to) = (plot.x.at(annotation.x).round(), plot.x.at(end).round());
        drawing.shapes.insert(0, references::band(Rect::between(from, top, to, bottom)));
    }
}

/// The annotations of which something is seen.
fn seen<'a>(chart: &'a Chart, plot: &Plot) -> impl Iterator<Item = &'a Annotation> {
    let sight = plot.sight;
    chart.annotations.iter().filter(move |it| sight.shows(it.x, it.end.unwrap_or(it.x)))
}

/// Writes all of it; returns where what went below the plot ends.
pub(super) fn draw(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    chart: &Chart,
    plot: &Plot,
    placement: &mut LabelPlacement,
) -> f64 {
    let mut left_over = Vec::new();
    for reference in &chart.references {
        let words = references::words(cx, reference);
        let ends = reference.end.into_iter().chain([reference.value]).map(|at| plot.y.at(at));
        let y = ends.fold(f64::MAX, f64::min).round();
        if !place_on_line(drawing, cx, &words, (y, reference.end.is_some()), plot, placement) {
            left_over.push(words);
        }
    }
    for annotation in seen(chart, plot) {
        let is_placed = match annotation.y {
            Some(y) => {
                let at = plot.at(annotation.x, y);
                drawing.ring(at, 6.0, Ink::Ink.solid());
                placement.occupy(Rect::around(at, 7.0));
                place_beside(drawing, cx, &annotation.text, at, placement)
            }
            None => place_on_top(drawing, cx, annotation, plot, placement),
        };
        if !is_placed {
            let label = cx.labelled(&x_words(cx, chart, annotation), &annotation.text);
            left_over.push(cx.note(&label));
        }
    }
    draw_rules(drawing, chart, plot);
    below(drawing, cx, plot.bottom, &left_over)
}

/// Draws reference lines, and the edges of bands and stretches, around all words.
fn draw_rules(drawing: &mut Drawing, chart: &Chart, plot: &Plot) {
    let ink = |is_edge: bool| if is_edge { Ink::Muted.solid() } else { Ink::Ink.solid() };
    for reference in &chart.references {
        for at in [Some(reference.value), reference.end].into_iter().flatten() {
            let (y, ink) = (plot.y.at(at).round(), ink(reference.end.is_some()));
            drawing.rule_across_around_words(plot.area.x, plot.area.right(), y, ink);
        }
    }
    for annotation in seen(chart, plot).filter(|it| it.y.is_none()) {
        let edges = [Some(annotation.x), annotation.end].into_iter().flatten();
        for at in edges.filter(|at| plot.sight.shows(*at, *at)) {
            let (x, ink) = (plot.x.at(at).round(), ink(annotation.end.is_some()));
            drawing.rule_down_around_words(x, plot.area.y, plot.area.bottom(), ink);
        }
    }
}

/// Writes the words of a place of the x axis, or of a stretch of it, at the top of the plot: beside
/// the place, within the stretch.
fn place_on_top(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    annotation: &Annotation,
    plot: &Plot,
    placement: &mut LabelPlacement,
) -> bool {
    let at = plot.x.at(annotation.x).round();
    let end = annotation.end.map_or(at, |end| plot.x.at(end).round());
    let (from, to) = (at.min(end), at.max(end));
    // Beside a stretch words would be taken for those of what is there.
    let is_stretch = annotation.end.is_some();
    let room = match is_stretch {
        true => to - from - 2.0 * STRETCH_AIR,
        false => WIDEST.min(plot.area.width * 0.5),
    };
    let Some((lines, width)) = whole_lines(cx, &annotation.text, room) else { return false };
    let height = lines.len() as f64 * (LINE_HEIGHT - 1.0);
    let xs = match is_stretch {
        true => [from.midpoint(to) - width / 2.0; 2],
        false => [to + STRETCH_AIR, from - STRETCH_AIR - width],
    };
    let mut places = Vec::new();
    for down in 0..3 {
        let y = plot.area.y + 2.0 + f64::from(down) * LINE_HEIGHT;
        places.extend(xs.map(|x| Rect { x, y, width, height }));
    }
    let found = placement.place_first(&places);
    found.inspect(|rect| write_lines(drawing, &lines, *rect)).is_some()
}

/// Words on lines of a width, and how wide they are; none where some would be cut.
fn whole_lines(cx: &LayoutContext, text: &str, room: f64) -> Option<(Vec<TextLine>, f64)> {
    let text = cx.note(text);
    let lines = cx.typesetter.wrap(&text, room, 4);
    let width = lines.iter().map(TextLine::width).fold(0.0, f64::max);
    (is_whole(&text, &lines) && width <= room).then_some((lines, width))
}

fn write_lines(drawing: &mut Drawing, lines: &[TextLine], rect: Rect) {
    for (index, line) in lines.iter().enumerate() {
        let y = rect.y + (index as f64 + 0.5) * (LINE_HEIGHT - 1.0);
        drawing.text(line, Point::new(rect.x, y), Anchor::Start);
    }
}

/// Writes the words of a reference at one end of its line, or of the upper edge of its band: above it
/// or below.
fn place_on_line(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    words: &TextLine,
    (y, is_band): (f64, bool),
    plot: &Plot,
    placement: &mut LabelPlacement,
) -> bool {
    let (width, height) = (words.width(), LINE_HEIGHT - 1.0);
    if width > plot.area.width {
        return false;
    }
    let (left, right) = (plot.area.x + 2.0, plot.area.right() - width - 2.0);
    let (above, below) = (y - height - 4.0, y + 5.0);
    let mut places = [(right, above), (left, above), (right, below), (left, below)];
    // The words of a band stand in it.
    if is_band {
        places.rotate_left(2);
    }
    let places = places.map(|(x, y)| Rect { x, y, width, height });
    let Some(rect) = placement.place_first(&places) else { return false };
    drawing.text(
        &cx.typesetter.fit(words, width),
        Point::new(rect.x, rect.center().y),
        Anchor::Start,
    );
    true
}

/// Writes the words of an annotation beside its point, if all of them find room.
fn place_beside(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    text: &str,
    at: Point,
    placement: &mut LabelPlacement,
) -> bool {
    let room = WIDEST.min(placement.bounds.width * 0.5);
    let Some((lines, width)) = whole_lines(cx, text, room) else { return false };
    let found = placement.place_beside(at, width, lines.len() as f64 * (LINE_HEIGHT - 1.0));
    found.inspect(|rect| write_lines(drawing, &lines, *rect)).is_some()
}

/// Writes what found no room in the plot below it, every word of it.
pub(super) fn below(drawing: &mut Drawing, cx: &LayoutContext, y: f64, lines: &[TextLine]) -> f64 {
    if lines.is_empty() || cx.is_small {
        return y;
    }
    let mut y = y + 6.0;
    for words in lines {
        for line in cx.typesetter.wrap(words, cx.width, 8) {
            drawing.text(&line, Point::new(0.0, y + LINE_HEIGHT / 2.0), Anchor::Start);
            y += LINE_HEIGHT;
        }
    }
    y
}

/// Where on the x axis an annotation stands, in words.
fn x_words(cx: &LayoutContext, chart: &Chart, annotation: &Annotation) -> String {
    match &chart.data {
        Data::Columns(columns) => annotation.x_words(&columns.x, cx.messages),
        Data::Rows(_) => String::new(),
    }
}
