//! Remarks in a plot: reference lines and annotations, beside what they are
//! about, or below the plot where there is no room.

use super::plot::Plot;
use super::references;
use crate::layout::context::{Desk, LINE};
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::Room;
use crate::layout::text::Line;
use crate::layout::{Anchor, Ink, Point, Rect};
use crate::story::date::civil_from_days;
use crate::story::{Annotation, Chart, Date, Moment, XScale, number};

/// A remark in the plot is at most this wide, in px.
const WIDEST: f64 = 170.0;
/// A plot carries no more of them; the words name all.
const MOST: usize = 24;

/// Writes all remarks; returns where those below the plot end.
pub(super) fn draw(
    drawing: &mut Drawing,
    desk: &Desk,
    chart: &Chart,
    x: XScale,
    plot: &Plot,
    room: &mut Room,
) -> f64 {
    let mut left_over = Vec::new();
    for reference in chart.references.iter().take(references::MOST) {
        let words = references::words(desk, reference);
        let y = plot.y.at(reference.value).round();
        if !place_on_line(drawing, desk, &words, y, plot, room) {
            left_over.push(words);
        }
    }
    for annotation in chart.annotations.iter().take(MOST) {
        let at = plot.at(annotation.x, annotation.y);
        drawing.ring(at, 6.0, Ink::Ink.solid());
        room.take(Rect::around(at, 7.0));
        if !place_beside(drawing, desk, &annotation.text, at, room) {
            let label = desk.labelled(&x_words(desk, annotation, x), &annotation.text);
            left_over.push(desk.note(&label));
        }
    }
    for reference in chart.references.iter().take(references::MOST) {
        let y = plot.y.at(reference.value).round();
        drawing.rule_across_clear(plot.area.x, plot.area.right(), y, Ink::Ink.solid());
    }
    below(drawing, desk, plot.bottom, &left_over)
}

/// Writes the words of a reference line at one of its ends, above it or below.
fn place_on_line(
    drawing: &mut Drawing,
    desk: &Desk,
    words: &Line,
    y: f64,
    plot: &Plot,
    room: &mut Room,
) -> bool {
    let (width, height) = (words.width(), LINE - 1.0);
    if width > plot.area.width {
        return false;
    }
    let (left, right) = (plot.area.x + 2.0, plot.area.right() - width - 2.0);
    let (above, below) = (y - height - 4.0, y + 5.0);
    let places = [(right, above), (left, above), (right, below), (left, below)];
    let places = places.map(|(x, y)| Rect { x, y, width, height });
    let Some(rect) = room.first(&places) else { return false };
    drawing.set(&desk.setter.fit(words, width), Point::new(rect.x, rect.center().y), Anchor::Start);
    true
}

/// Writes the words of an annotation beside its place, if all of them find room.
fn place_beside(
    drawing: &mut Drawing,
    desk: &Desk,
    text: &str,
    at: Point,
    room: &mut Room,
) -> bool {
    let lines = desk.setter.wrap(&desk.note(text), WIDEST.min(room.bounds.width * 0.5), 4);
    let cut = |line: &Line| line.runs.iter().any(|run| run.text.ends_with('\u{2026}'));
    let shortened = lines.iter().any(cut);
    let width = lines.iter().map(Line::width).fold(0.0, f64::max);
    let place = room.beside(at, width, lines.len() as f64 * (LINE - 1.0));
    let Some(rect) = place.filter(|_| !shortened) else { return false };
    for (place, line) in lines.iter().enumerate() {
        let y = rect.y + (place as f64 + 0.5) * (LINE - 1.0);
        drawing.set(line, Point::new(rect.x, y), Anchor::Start);
    }
    true
}

/// Writes what found no room in the plot below it, every word of it.
fn below(drawing: &mut Drawing, desk: &Desk, y: f64, lines: &[Line]) -> f64 {
    let mut y = if lines.is_empty() { y } else { y + 6.0 };
    for words in lines {
        for line in desk.setter.wrap(words, desk.width, 8) {
            drawing.set(&line, Point::new(0.0, y + LINE / 2.0), Anchor::Start);
            y += LINE;
        }
    }
    y
}

/// Where on the x axis an annotation stands, in words.
fn x_words(desk: &Desk, annotation: &Annotation, x: XScale) -> String {
    if x == XScale::Number {
        return number::format(annotation.x, desk.messages);
    }
    let (year, month, day) = civil_from_days(annotation.x.clamp(-1.1e7, 1.1e7) as i32);
    let day = Moment::day(year, month, day).map(|day| Date::At(day).words(desk.messages));
    day.unwrap_or_default()
}
