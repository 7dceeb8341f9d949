//! The rows as parts of a whole: one bar in parts, or a ring; a list names each with its figures.

use super::legend::Symbol;
use super::palette::Palette;
use super::stack::share_of;
use crate::layout::circle::{arc, on_circle};
use crate::layout::context::{LINE_HEIGHT, LayoutContext, TEXT};
use crate::layout::drawing::Drawing;
use crate::layout::hit_region::{Form, HitRegion, Slice};
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Fill, Ink, Mark, Point, Rect};
use crate::story::{Chart, MessageKey, Number, Row, Rows, Series, number};

/// How high the bar is, in px, and the same in a small chart.
const BAR: f64 = 38.0;
const SMALL_BAR: f64 = 26.0;
/// Air around a share within its part, in px.
const WITHIN: f64 = 4.0;
/// From the square of an entry to its words, and between ring and list, in px.
const NEAR: f64 = 8.0;
const APART: f64 = 28.0;
/// The radius of a ring, in px; the same in a small chart; and that of its hole as a share of it.
const RADIUS: f64 = 92.0;
const SMALL_RADIUS: f64 = 56.0;
const HOLE: f64 = 0.58;
/// Beside a ring the list is at least so wide, in px.
const LEAST_LIST: f64 = 220.0;
/// Between two parts of a ring, in px.
const GAP: f64 = 2.0;

/// A part of the whole.
struct Part<'a> {
    index: usize,
    row: &'a Row,
    number: Number,
    /// Of a hundred.
    share: f64,
    /// The shares before it.
    from: f64,
    fill: Fill,
}

/// Lays out shares.
pub(super) fn shares(chart: &Chart, rows: &Rows, cx: &LayoutContext) -> Drawing {
    let parts = parts(chart, rows);
    let mut drawing = Drawing::default();
    let radius = if cx.is_small { SMALL_RADIUS } else { RADIUS };
    let radius = radius.min(cx.width / 2.0).floor();
    let is_beside = rows.is_donut && cx.width >= 2.0 * radius + APART + LEAST_LIST;
    let left = if is_beside { 2.0 * radius + APART } else { 0.0 };
    let entries: Vec<_> =
        parts.iter().map(|part| entry(cx, chart, part, cx.width - left)).collect();
    let lines: usize = entries.iter().map(Vec::len).sum();
    let high = lines as f64 * LINE_HEIGHT + entries.len() as f64 * NEAR;
    let (top, bottom) = match (rows.is_donut, is_beside) {
        (false, _) => (if cx.is_small { SMALL_BAR } else { BAR } + NEAR, 0.0),
        (true, false) => (2.0 * radius + NEAR, 0.0),
        (true, true) => ((radius - high / 2.0).max(0.0), 2.0 * radius),
    };
    let areas = draw_list(&mut drawing, &parts, &entries, (left, cx.width), top);
    if rows.is_donut {
        let x = if is_beside { radius } else { cx.width / 2.0 };
        let y = radius.max(if is_beside { high / 2.0 } else { 0.0 });
        draw_ring(&mut drawing, cx, &parts, (Point::new(x, y), radius), &areas);
    } else {
        draw_bar(&mut drawing, cx, &parts, top - NEAR, &areas);
    }
    drawing.sized(cx.width, bottom.max(top + high))
}

/// The parts that have a value.
fn parts<'a>(chart: &Chart, rows: &'a Rows) -> Vec<Part<'a>> {
    // Each row is told apart as a series is elsewhere.
    let series: Vec<Series> =
        rows.rows.iter().map(|row| Series { subject: row.subject, ..Series::default() }).collect();
    let palette = Palette::series(series.iter());
    let (mut parts, mut from) = (Vec::new(), 0.0);
    for (index, row) in rows.rows.iter().enumerate() {
        let Some(number) = row.values.first().copied().flatten() else { continue };
        let share = share_of(chart, Mark::Value { series: 0, index }).unwrap_or_default();
        parts.push(Part { index, row, number, share, from, fill: palette.fill(index, false) });
        from += share;
    }
    parts
}

/// What is said of a part: share and value first, for they are never cut.
fn entry(cx: &LayoutContext, chart: &Chart, part: &Part<'_>, width: f64) -> Vec<TextLine> {
    let share = number::percent(part.share, cx.messages);
    let font = if part.row.subject { TEXT.bold() } else { TEXT };
    let line = cx.typesetter.line(&share, TEXT.bold(), Ink::Ink);
    let name = cx.typesetter.run(&part.row.label, font, Ink::Ink);
    let value = chart.unit.beside(&part.number.words(cx.notation, cx.messages), cx.messages);
    // Values in percent may be the shares themselves.
    let value = (value != share).then(|| cx.small(&value));
    let small = |text: &Option<String>| text.as_deref().map(|text| cx.small(text));
    let line = line.with(value).with(cx.spread(&part.number)).with(Some(name));
    let line = line.with(small(&part.row.detail)).with(small(&part.row.annotation));
    cx.typesetter.wrap(&line, width - NEAR - 12.0, 2)
}

/// Writes the entries between two x from `top` down; returns where each is.
fn draw_list(
    drawing: &mut Drawing,
    parts: &[Part<'_>],
    entries: &[Vec<TextLine>],
    (left, right): (f64, f64),
    top: f64,
) -> Vec<Rect> {
    let (mut y, mut areas) = (top, Vec::new());
    for (part, lines) in parts.iter().zip(entries) {
        let first = y;
        y += NEAR / 2.0;
        let middle = (y + LINE_HEIGHT / 2.0).round();
        drawing.shapes.push(Symbol::Square(part.fill).shape(Point::new(left + 6.0, middle)));
        for line in lines {
            let at = Point::new(left + 12.0 + NEAR, (y + LINE_HEIGHT / 2.0).round());
            drawing.text(line, at, Anchor::Start);
            y += LINE_HEIGHT;
        }
        y += NEAR / 2.0;
        areas.push(Rect::between(left, first, right, y));
    }
    areas
}

fn draw_bar(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    parts: &[Part<'_>],
    height: f64,
    areas: &[Rect],
) {
    for (part, area) in parts.iter().zip(areas) {
        let at = |share: f64| (share.clamp(0.0, 100.0) / 100.0 * cx.width).round();
        let (left, right) = (at(part.from), at(part.from + part.share));
        // A px of paper between neighbours, where there is a px to spare.
        let gap = if right - left > 3.0 && right < cx.width { 1.0 } else { 0.0 };
        let right = (right - gap).max(left + 1.0).min(cx.width);
        let rect = Rect::between(left.min(right - 1.0), 0.0, right, height);
        if part.share > 0.0 {
            drawing.block(rect, part.fill);
        }
        let words = number::percent(part.share, cx.messages);
        let words = cx.typesetter.line(&words, TEXT, Ink::Ink);
        let words = cx.typesetter.fit(&words, rect.width - 2.0 * WITHIN);
        drawing.text_on(&words, rect.center(), Anchor::Middle, Some(part.fill));
        mark(drawing, part, rect, *area, Form::Bar);
    }
}

/// A part is meant at its entry, too.
fn mark(drawing: &mut Drawing, part: &Part<'_>, rect: Rect, area: Rect, form: Form) {
    let region = HitRegion { rect, area, form };
    drawing.mark(Mark::Value { series: 0, index: part.index }, region);
}

/// Draws the parts around a middle, clockwise from the top, and says there what they come to.
fn draw_ring(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    parts: &[Part<'_>],
    (middle, radius): (Point, f64),
    areas: &[Rect],
) {
    let hole = radius * HOLE;
    for (part, area) in parts.iter().zip(areas) {
        let turn = |share: f64| share.clamp(0.0, 100.0) / 100.0;
        let (from, to) = (turn(part.from), turn(part.from + part.share));
        let arc = |radius: f64| arc(middle, radius, (from, to), GAP);
        if part.share > 0.0 {
            drawing.area(arc(radius), arc(hole), part.fill);
        }
        let at = on_circle(middle, (radius + hole) / 2.0, from.midpoint(to));
        let rect = Rect::around(at, (radius - hole) / 2.0 - 3.0);
        let slice = Slice { middle, radii: (hole, radius), turn: (from, to) };
        mark(drawing, part, rect, *area, Form::Slice(slice));
    }
    let sum = Number::sum(parts.iter().map(|part| part.number));
    let room = hole * 1.5;
    let words =
        cx.fitting(room, &|notation| TextLine { runs: vec![cx.value(&sum, notation, true)] });
    let name = cx.typesetter.fit(&cx.note(cx.messages.text(MessageKey::ChartTotal)), room);
    for (line, dy) in [(words, -LINE_HEIGHT / 2.0), (name, LINE_HEIGHT / 2.0)] {
        drawing.text(&line, Point::new(middle.x, (middle.y + dy).round()), Anchor::Middle);
    }
}
