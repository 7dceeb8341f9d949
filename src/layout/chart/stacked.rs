//! Bars from zero, the series of a row end to end.

use super::category_axis::{Band, CategoryAxis};
use super::domain;
use super::legend::{self, Symbol};
use super::palette::Palette;
use super::references::ReferenceLabels;
use super::stack::{self, Segment};
use crate::layout::context::{LABEL_GAP, LayoutContext, SMALL, TEXT};
use crate::layout::drawing::Drawing;
use crate::layout::scale::{LabelMargin, Scale};
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Ink, Mark, Point, Rect};
use crate::story::{Chart, MessageKey, Notation, Row, Rows, Series, Stack};

/// Air on either side of a value within its segment, in px.
const WITHIN: f64 = 4.0;

/// Lays out stacked bars.
pub(super) fn stacked(chart: &Chart, rows: &Rows, cx: &LayoutContext) -> Drawing {
    let palette = Palette::rows(rows);
    let axis = CategoryAxis::new(cx, &rows.rows);
    let segments = stack::segments(rows);
    let domain = domain::from_zero(chart, stack::extent(&segments, rows.stack));
    let (words, below, scale) = labels_that_fit(cx, rows, &segments, &axis, domain);
    let mut drawing = Drawing::default();
    let direct = direct_labels(cx, rows, &segments, &axis, &scale);
    let entries = entries(cx, rows, &segments, &palette);
    let y = legend::draw_direct_or_entries(&mut drawing, cx, 0.0, direct.as_deref(), &entries);
    let references = ReferenceLabels::new(cx, &chart.references, &scale);
    let top = y + references.height();
    let notes: Vec<usize> = below.iter().map(Vec::len).collect();
    let (bands, bottom) = axis.bands(top, axis.bar_group(1), &notes);
    axis.draw_names(&mut drawing, &bands);
    let said = words.iter().zip(&below);
    let drawn = rows.rows.iter().zip(&bands).zip(&segments).zip(said).enumerate();
    for (index, (((row, band), segments), (words, below))) in drawn {
        draw_row(&mut drawing, cx, &scale, band, (index, row), segments, (&palette, rows.stack));
        draw_total(&mut drawing, cx, &scale, band, segments, words, &axis);
        band.draw_notes(&mut drawing, axis.left, below);
    }
    axis.draw_baseline(&mut drawing, &bands, scale.at(0.0));
    references.draw(&mut drawing, y, bottom);
    drawing.sized(cx.width, bottom)
}

/// The sum of a row, if there is something to add, and its annotation: beside the bar, else below.
fn labels_that_fit(
    cx: &LayoutContext,
    rows: &Rows,
    segments: &[Vec<Segment>],
    axis: &CategoryAxis,
    domain: (f64, f64),
) -> (Vec<TextLine>, Vec<Vec<TextLine>>, Scale) {
    let lines = |annotations: bool, notation: Notation| -> Vec<TextLine> {
        let stacks = rows.rows.iter().zip(segments);
        let words = stacks.map(|(row, segments)| {
            let stack = (row, segments.as_slice(), rows.stack);
            beside_bar(cx, stack, annotations, notation)
        });
        words.collect()
    };
    let scale = |words: &[TextLine]| {
        let margins = segments.iter().zip(words).map(|(segments, words)| LabelMargin {
            value: segments.iter().map(|segment| segment.to).fold(0.0, f64::max),
            left: 0.0,
            right: words.width() + LABEL_GAP,
        });
        let scale = Scale::new(domain, axis.left, axis.right);
        scale.with_label_margins(&margins.collect::<Vec<_>>())
    };
    let room = axis.right - axis.left;
    let is_roomy = |scale: &Scale| scale.to - scale.from >= 0.5 * room;
    let all = lines(true, Notation::Standard);
    let fitted = scale(&all);
    if is_roomy(&fitted) {
        return (all, vec![Vec::new(); rows.rows.len()], fitted);
    }
    let annotation = |row: &Row| cx.notes(row.annotation.as_slice(), room, 2);
    let below = rows.rows.iter().map(annotation).collect();
    let sums = lines(false, Notation::Standard);
    let fitted = scale(&sums);
    if is_roomy(&fitted) {
        return (sums, below, fitted);
    }
    let sums = lines(false, Notation::Compact);
    let fitted = scale(&sums);
    (sums, below, fitted)
}

fn beside_bar(
    cx: &LayoutContext,
    (row, segments, stack): (&Row, &[Segment], Stack),
    annotations: bool,
    notation: Notation,
) -> TextLine {
    if segments.is_empty() && row.values.contains(&None) {
        return cx.note(cx.messages.text(MessageKey::ChartNoValue));
    }
    let sum = stack::sum(row, stack).map(|sum| cx.value(&sum, notation, row.subject));
    let annotation = row.annotation.as_deref().filter(|_| annotations).map(|text| cx.small(text));
    TextLine::default().with(sum).with(annotation)
}

/// What each series is called; in a chart of one row with its value, since a
/// narrow segment has no room for it.
fn entries(
    cx: &LayoutContext,
    rows: &Rows,
    segments: &[Vec<Segment>],
    palette: &Palette,
) -> Vec<(Symbol, TextLine)> {
    let only = if let [segments] = segments { segments.as_slice() } else { &[] };
    let square = |index, _: &Series| Some(Symbol::Square(palette.fill(index, false)));
    let mut entries = legend::entries(cx, &mut rows.series.iter(), &square);
    for segment in only {
        let value = segment.words(rows.stack, cx.notation, cx.messages);
        let value = cx.typesetter.run(&value, SMALL.bold(), Ink::Ink);
        if let Some((_, words)) = entries.get_mut(segment.series) {
            words.runs.push(value);
        }
    }
    entries
}

/// The names of the series over the segments of the first row, if each finds room there.
fn direct_labels(
    cx: &LayoutContext,
    rows: &Rows,
    segments: &[Vec<Segment>],
    axis: &CategoryAxis,
    scale: &Scale,
) -> Option<Vec<(f64, TextLine)>> {
    let first =
        segments.first().filter(|first| axis.names_beside && first.len() == rows.series.len())?;
    let name = |segment: &Segment| {
        let series = rows.series.get(segment.series)?;
        let name = cx.note(&series.label);
        let (from, to) = (scale.at(segment.from), scale.at(segment.to));
        (name.width() + 2.0 * WITHIN <= (to - from).abs()).then_some((from.min(to), name))
    };
    first.iter().map(name).collect()
}

fn draw_row(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    scale: &Scale,
    band: &Band,
    (index, row): (usize, &Row),
    segments: &[Segment],
    (palette, stack): (&Palette, Stack),
) {
    let (top, bottom) = band.bar_edges(0);
    for series in 0..row.values.len() {
        let mark = Mark::Value { series, index };
        let Some(segment) = segments.iter().find(|segment| segment.series == series) else {
            // Nothing is drawn of it, and yet a reader comes by, at the end of the stack.
            let x = end_of(segments, scale).round();
            let rect = Rect::between(x, top, x + 2.0, bottom);
            drawing.mark_bar(mark, rect, if segments.is_empty() { band.area } else { rect });
            continue;
        };
        let (from, to) = (scale.at(segment.from).round(), scale.at(segment.to).round());
        let (left, right) = (from.min(to), from.max(to).max(from.min(to) + 1.0));
        // A px of paper between neighbours, where there is a px to spare.
        let right = if right - left > 3.0 { right - 1.0 } else { right };
        let rect = Rect::between(left, top, right, bottom);
        let fill = palette.fill(series, row.subject);
        if segment.number.value != 0.0 {
            drawing.block(rect, fill);
        }
        let value = cx.fitting(rect.width - 2.0 * WITHIN, &|notation| {
            cx.typesetter.line(&segment.words(stack, notation, cx.messages), TEXT, Ink::Ink)
        });
        let at = Point::new(rect.center().x, rect.center().y.round());
        drawing.text_on(&value, at, Anchor::Middle, Some(fill));
        let area = Rect::between(left, band.area.y, right, band.area.bottom());
        drawing.mark_bar(mark, rect, area);
    }
}

/// Where a stack ends, in px.
fn end_of(segments: &[Segment], scale: &Scale) -> f64 {
    segments.iter().map(|segment| scale.at(segment.to)).fold(scale.at(0.0), f64::max)
}

fn draw_total(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    scale: &Scale,
    band: &Band,
    segments: &[Segment],
    words: &TextLine,
    axis: &CategoryAxis,
) {
    let (top, bottom) = band.bar_edges(0);
    let x = end_of(segments, scale).round() + LABEL_GAP;
    let words = cx.typesetter.fit(words, axis.right - x);
    drawing.text(&words, Point::new(x, ((top + bottom) / 2.0).round()), Anchor::Start);
}
