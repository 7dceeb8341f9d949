//! What the author says in a plot, at reference lines and points: beside what it is
//! about, or below the plot where there is no room.

use super::plot::Plot;
use super::references;
use crate::layout::context::{LINE_HEIGHT, LayoutContext};
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::LabelPlacement;
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Ink, Point, Rect};
use crate::story::{Annotation, Chart, number};

/// An annotation in the plot is at most this wide, in px.
const WIDEST: f64 = 170.0;
/// A plot carries no more of them; the words name all.
const MOST: usize = 24;

/// Writes all of it; returns where what went below the plot ends.
pub(super) fn draw(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    chart: &Chart,
    plot: &Plot,
    placement: &mut LabelPlacement,
) -> f64 {
    let mut left_over = Vec::new();
    for reference in chart.references.iter().take(references::MOST) {
        let words = references::words(cx, reference);
        let y = plot.y.at(reference.value).round();
        if !place_on_line(drawing, cx, &words, y, plot, placement) {
            left_over.push(words);
        }
    }
    for annotation in chart.annotations.iter().take(MOST) {
        let at = plot.at(annotation.x, annotation.y);
        drawing.ring(at, 6.0, Ink::Ink.solid());
        placement.occupy(Rect::around(at, 7.0));
        if !place_beside(drawing, cx, &annotation.text, at, placement) {
            let label = cx.labelled(&x_words(cx, annotation), &annotation.text);
            left_over.push(cx.note(&label));
        }
    }
    for reference in chart.references.iter().take(references::MOST) {
        let y = plot.y.at(reference.value).round();
        drawing.rule_across_around_words(plot.area.x, plot.area.right(), y, Ink::Ink.solid());
    }
    below(drawing, cx, plot.bottom, &left_over)
}

/// Writes the words of a reference line at one of its ends, above it or below.
fn place_on_line(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    words: &TextLine,
    y: f64,
    plot: &Plot,
    placement: &mut LabelPlacement,
) -> bool {
    let (width, height) = (words.width(), LINE_HEIGHT - 1.0);
    if width > plot.area.width {
        return false;
    }
    let (left, right) = (plot.area.x + 2.0, plot.area.right() - width - 2.0);
    let (above, below) = (y - height - 4.0, y + 5.0);
    let places = [(right, above), (left, above), (right, below), (left, below)];
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
    let lines = cx.typesetter.wrap(&cx.note(text), WIDEST.min(placement.bounds.width * 0.5), 4);
    let cut = |line: &TextLine| line.runs.iter().any(|run| run.text.ends_with('\u{2026}'));
    let shortened = lines.iter().any(cut);
    let width = lines.iter().map(TextLine::width).fold(0.0, f64::max);
    let found = placement.place_beside(at, width, lines.len() as f64 * (LINE_HEIGHT - 1.0));
    let Some(rect) = found.filter(|_| !shortened) else { return false };
    for (index, line) in lines.iter().enumerate() {
        let y = rect.y + (index as f64 + 0.5) * (LINE_HEIGHT - 1.0);
        drawing.text(line, Point::new(rect.x, y), Anchor::Start);
    }
    true
}

/// Writes what found no room in the plot below it, every word of it.
fn below(drawing: &mut Drawing, cx: &LayoutContext, y: f64, lines: &[TextLine]) -> f64 {
    let mut y = if lines.is_empty() { y } else { y + 6.0 };
    for words in lines {
        for line in cx.typesetter.wrap(words, cx.width, 8) {
            drawing.text(&line, Point::new(0.0, y + LINE_HEIGHT / 2.0), Anchor::Start);
            y += LINE_HEIGHT;
        }
    }
    y
}

/// Where on the x axis an annotation stands, in words.
fn x_words(cx: &LayoutContext, annotation: &Annotation) -> String {
    match annotation.date {
        Some(date) => date.words(cx.messages),
        None => number::format(annotation.x, cx.messages),
    }
}
