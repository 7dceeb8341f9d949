//! Bars from zero, the series of a row end to end.

use super::bars::{NEAR, stretch};
use super::category_axis::{Frame, Slot};
use super::legend::{self, Symbol};
use super::palette::Palette;
use super::references::Header;
use crate::layout::context::{Desk, SMALL, TEXT};
use crate::layout::drawing::Drawing;
use crate::layout::scale::{Extent, Need, Scale};
use crate::layout::text::Line;
use crate::layout::{Anchor, Ink, Mark, Point, Rect};
use crate::story::{Chart, Number, Row, Rows, number};

/// Air on either side of a value within its segment, in px.
const WITHIN: f64 = 4.0;

/// A value's stretch of the axis.
#[derive(Clone, Copy)]
struct Segment {
    series: usize,
    value: f64,
    from: f64,
    to: f64,
}

/// Lays out stacked bars.
pub(super) fn stacked(chart: &Chart, rows: &Rows, desk: &Desk) -> Drawing {
    let palette = Palette::rows(rows);
    let frame = Frame::new(desk, &rows.rows);
    let segments: Vec<_> = rows.rows.iter().map(segments).collect();
    let mut ends = Extent::default();
    for segment in segments.iter().flatten() {
        ends.add(segment.to);
    }
    let (words, below, scale) = words_that_fit(desk, rows, &segments, &frame, stretch(chart, ends));
    let mut drawing = Drawing::default();
    let named = names_above(desk, rows, &segments, &frame, &scale);
    let y = desk.unit(&mut drawing, chart);
    let entries = entries(desk, rows, &palette);
    let y = legend::draw_above(&mut drawing, desk, y, named.as_deref(), &entries);
    let header = Header::new(desk, &chart.references, &scale);
    let top = y + header.height();
    let tails: Vec<usize> = below.iter().map(Vec::len).collect();
    let (slots, bottom) = frame.slots(top, frame.tracks(1), &tails);
    frame.draw_names(&mut drawing, &slots);
    let said = words.iter().zip(&below);
    let drawn = rows.rows.iter().zip(&slots).zip(&segments).zip(said).enumerate();
    for (place, (((row, slot), segments), (words, below))) in drawn {
        draw_row(&mut drawing, desk, &scale, slot, (place, row.subject), segments, &palette);
        draw_total(&mut drawing, desk, &scale, slot, segments, words, &frame);
        slot.draw_tails(&mut drawing, frame.left, below);
    }
    frame.draw_baseline(&mut drawing, &slots, scale.at(0.0));
    header.draw(&mut drawing, y, bottom);
    drawing.sized(desk.width, bottom)
}

/// The values of a row end to end, those below zero to the other side.
fn segments(row: &Row) -> Vec<Segment> {
    let (mut up, mut down) = (0.0, 0.0);
    let mut segments = Vec::new();
    for (series, number) in row.values.iter().enumerate() {
        let Some(Number { value, .. }) = *number else { continue };
        let side = if value < 0.0 { &mut down } else { &mut up };
        let from = *side;
        // Sums stay finite whatever is added up.
        *side = (from + value).clamp(f64::MIN, f64::MAX);
        segments.push(Segment { series, value, from, to: *side });
    }
    segments
}

/// The sum of a row, if there is something to add, and its remark: behind the bar, else below.
fn words_that_fit(
    desk: &Desk,
    rows: &Rows,
    segments: &[Vec<Segment>],
    frame: &Frame,
    stretch: (f64, f64),
) -> (Vec<Line>, Vec<Vec<Line>>, Scale) {
    let lines = |remarks: bool| -> Vec<Line> {
        let rows = rows.rows.iter().zip(segments);
        rows.map(|(row, segments)| behind_bar(desk, row, segments, remarks)).collect()
    };
    let scale = |words: &[Line]| {
        let needs = segments.iter().zip(words).map(|(segments, words)| Need {
            value: segments.iter().map(|segment| segment.to).fold(0.0, f64::max),
            left: 0.0,
            right: words.width() + NEAR,
        });
        Scale::with_room(stretch, frame.left, frame.right, &needs.collect::<Vec<_>>())
    };
    let all = lines(true);
    let fitted = scale(&all);
    if fitted.to - fitted.from >= 0.5 * (frame.right - frame.left) {
        return (all, vec![Vec::new(); rows.rows.len()], fitted);
    }
    let room = frame.right - frame.left;
    let remark = |row: &Row| desk.notes(row.annotation.as_slice(), room, 2);
    let sums = lines(false);
    let fitted = scale(&sums);
    (sums, rows.rows.iter().map(remark).collect(), fitted)
}

fn behind_bar(desk: &Desk, row: &Row, segments: &[Segment], remarks: bool) -> Line {
    let sum = segments.iter().map(|segment| segment.value).sum::<f64>().clamp(f64::MIN, f64::MAX);
    let sum = (segments.len() > 1 || row.values.len() == 1).then(|| desk.value(sum, row.subject));
    let remark = row.annotation.as_deref().filter(|_| remarks).map(|text| desk.small(text));
    let line = Line::default().with(sum).with(remark);
    if segments.is_empty() {
        let words = desk.messages.text(crate::story::Key::ChartNoValue);
        return desk.note(words);
    }
    line
}

/// What each series is called; in a chart of one row with its value, since a
/// narrow segment has no room for it.
fn entries(desk: &Desk, rows: &Rows, palette: &Palette) -> Vec<(Symbol, Line)> {
    let only = if let [row] = rows.rows.as_slice() { Some(row) } else { None };
    let entry = |(place, series): (usize, &crate::story::Series)| {
        let value = only.and_then(|row| row.values.get(place)?.as_ref());
        let value = value.map(|number| {
            desk.setter.run(&number::format(number.value, desk.messages), SMALL.bold(), Ink::Ink)
        });
        (Symbol::Square(palette.fill(place, false)), legend::words(desk, &series.label).with(value))
    };
    rows.series.iter().enumerate().map(entry).collect()
}

/// The names of the series over the segments of the first row, if each finds room there.
fn names_above(
    desk: &Desk,
    rows: &Rows,
    segments: &[Vec<Segment>],
    frame: &Frame,
    scale: &Scale,
) -> Option<Vec<(f64, Line)>> {
    let first =
        segments.first().filter(|first| frame.beside && first.len() == rows.series.len())?;
    let name = |segment: &Segment| {
        let series = rows.series.get(segment.series)?;
        let name = desk.note(&series.label);
        let (from, to) = (scale.at(segment.from), scale.at(segment.to));
        (name.width() + 2.0 * WITHIN <= (to - from).abs()).then_some((from.min(to), name))
    };
    first.iter().map(name).collect()
}

fn draw_row(
    drawing: &mut Drawing,
    desk: &Desk,
    scale: &Scale,
    slot: &Slot,
    (place, subject): (usize, bool),
    segments: &[Segment],
    palette: &Palette,
) {
    let (top, bottom) = slot.track(0);
    for segment in segments {
        let (from, to) = (scale.at(segment.from).round(), scale.at(segment.to).round());
        let (left, right) = (from.min(to), from.max(to).max(from.min(to) + 1.0));
        // A px of paper between neighbours, where there is a px to spare.
        let right = if right - left > 3.0 { right - 1.0 } else { right };
        let rect = Rect::between(left, top, right, bottom);
        let fill = palette.fill(segment.series, subject);
        if segment.value != 0.0 {
            drawing.block(rect, fill);
        }
        let value = number::format(segment.value, desk.messages);
        let value = desk.setter.line(&value, TEXT, Ink::Ink);
        if value.width() + 2.0 * WITHIN <= rect.width {
            let at = Point::new(rect.center().x, rect.center().y.round());
            drawing.set_on(&value, at, Anchor::Middle, Some(fill));
        }
        let area = Rect::between(left, slot.area.y, right, slot.area.bottom());
        drawing.mark_bar(Mark::Value { series: segment.series, place }, rect, area);
    }
}

fn draw_total(
    drawing: &mut Drawing,
    desk: &Desk,
    scale: &Scale,
    slot: &Slot,
    segments: &[Segment],
    words: &Line,
    frame: &Frame,
) {
    let (top, bottom) = slot.track(0);
    let end = segments.iter().map(|segment| scale.at(segment.to)).fold(scale.at(0.0), f64::max);
    let x = end.round() + NEAR;
    let words = desk.setter.fit(words, frame.right - x);
    drawing.set(&words, Point::new(x, ((top + bottom) / 2.0).round()), Anchor::Start);
}
