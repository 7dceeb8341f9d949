//! From one value to another in each row: two marks and what joins them.

use super::bars::{NEAR, whisker};
use super::category_axis::{self, Frame, Slot};
use super::legend::{self, Symbol};
use super::palette::Palette;
use super::references::Header;
use crate::layout::context::Desk;
use crate::layout::drawing::Drawing;
use crate::layout::scale::{Need, Scale};
use crate::layout::text::Line;
use crate::layout::{Anchor, Ink, Mark, Point, Rect};
use crate::story::{Chart, Key, Number, Row, Rows};

/// Half the width of an end mark, in px.
const RADIUS: f64 = 6.0;
/// Marks keep this far from the edges of the plot, in px.
const EDGE: f64 = RADIUS + 2.0;
/// Words leave the marks no less than this share of the plot.
const LEAST_PLOT: f64 = 0.4;

/// Words on either side of a row's marks, and below them.
struct Words {
    left: Vec<Line>,
    right: Vec<Line>,
    below: Vec<Vec<Line>>,
}

/// Lays out ranges.
pub(super) fn ranges(chart: &Chart, rows: &Rows, desk: &Desk) -> Drawing {
    let palette = Palette::ranges(rows);
    let frame = Frame::new(desk, &rows.rows);
    let stretch = stretch(chart, rows);
    let (words, scale) = words_that_fit(desk, rows, &frame, stretch);
    let mut drawing = Drawing::default();
    let named = names_above(desk, rows, &frame, &scale);
    let y = desk.unit(&mut drawing, chart);
    let entries = entries(desk, rows, &palette);
    let y = legend::draw_above(&mut drawing, desk, y, named.as_deref(), &entries);
    let header = Header::new(desk, &chart.references, &scale);
    let tails: Vec<usize> = words.below.iter().map(Vec::len).collect();
    let top = y + header.height();
    let (slots, bottom) = frame.slots(top, frame.tracks(1), &tails);
    frame.draw_names(&mut drawing, &slots);
    let said = words.left.iter().zip(&words.right).zip(&words.below);
    let drawn = rows.rows.iter().zip(&slots).zip(said).enumerate();
    for (place, ((row, slot), (beside, below))) in drawn {
        draw_words(&mut drawing, desk, &scale, slot, row, beside, &frame);
        draw_row(&mut drawing, &scale, slot, place, row, &palette, &frame);
        slot.draw_tails(&mut drawing, frame.left, below);
    }
    header.draw(&mut drawing, y, bottom);
    drawing.sized(desk.width, bottom)
}

/// The stretch of the axis: from zero where zero is near, else only what the values span.
fn stretch(chart: &Chart, rows: &Rows) -> (f64, f64) {
    let mut found = category_axis::extent(&rows.rows);
    for reference in &chart.references {
        found.add(reference.value);
    }
    let (low, high) = found.ends.unwrap_or((0.0, 1.0));
    let near_zero = low > 0.0 && low < high / 2.0;
    chart.domain.unwrap_or((if near_zero { 0.0 } else { low }, high))
}

/// The ends of a row that have a value, in the order of the series.
fn known(row: &Row) -> Vec<(usize, &Number)> {
    let mut known = Vec::new();
    for (series, number) in row.values.iter().enumerate() {
        known.extend(number.as_ref().map(|number| (series, number)));
    }
    known
}

/// The ends of a row as they lie on the axis: the lesser first.
fn ends(row: &Row) -> Vec<(usize, &Number)> {
    let mut ends = known(row);
    ends.sort_by(|(_, a), (_, b)| a.value.total_cmp(&b.value));
    ends
}

/// Says the spread beside the values if that leaves the marks room, else below.
fn words_that_fit(desk: &Desk, rows: &Rows, frame: &Frame, stretch: (f64, f64)) -> (Words, Scale) {
    let set = |behind: Behind| {
        let words = Words::new(desk, rows, behind, frame);
        let scale =
            Scale::with_room(stretch, frame.left + EDGE, frame.right - EDGE, &words.needs(rows));
        (words, scale)
    };
    for behind in [Behind::Everything, Behind::ValueAndRemark] {
        let (words, scale) = set(behind);
        if scale.to - scale.from >= LEAST_PLOT * (frame.right - frame.left) {
            return (words, scale);
        }
    }
    set(Behind::Value)
}

/// How much is said beside the marks; the rest goes below.
#[derive(Clone, Copy, PartialEq)]
enum Behind {
    Everything,
    ValueAndRemark,
    Value,
}

impl Words {
    fn new(desk: &Desk, rows: &Rows, behind: Behind, frame: &Frame) -> Self {
        let mut words = Self { left: Vec::new(), right: Vec::new(), below: Vec::new() };
        for row in &rows.rows {
            let ends = ends(row);
            words.left.push(left_of(desk, row, &ends, behind));
            words.right.push(right_of(desk, row, &ends, behind));
            words.below.push(below(desk, rows, row, behind, frame));
        }
        words
    }

    fn needs(&self, rows: &Rows) -> Vec<Need> {
        let mut needs = Vec::new();
        for (row, (left, right)) in rows.rows.iter().zip(self.left.iter().zip(&self.right)) {
            let Some((low, high)) = category_axis::extent(std::slice::from_ref(row)).ends else {
                continue;
            };
            needs.push(Need { value: low, left: left.width() + NEAR, right: 0.0 });
            needs.push(Need { value: high, left: 0.0, right: right.width() + NEAR });
        }
        needs
    }
}

/// The lesser value with its spread; empty if both ends are the same.
fn left_of(desk: &Desk, row: &Row, ends: &[(usize, &Number)], behind: Behind) -> Line {
    let [(_, low), (_, high)] = ends else { return Line::default() };
    if low.value >= high.value {
        return Line::default();
    }
    let spread = (behind == Behind::Everything).then(|| desk.spread(low)).flatten();
    Line { runs: vec![desk.value(low.value, row.subject)] }.with(spread)
}

/// The greater value with its spread, and the row's remark.
fn right_of(desk: &Desk, row: &Row, ends: &[(usize, &Number)], behind: Behind) -> Line {
    let Some((_, high)) = ends.last() else {
        return desk.note(desk.messages.text(Key::ChartNoValue));
    };
    let spread = (behind == Behind::Everything).then(|| desk.spread(high)).flatten();
    let remark = row.annotation.as_deref().filter(|_| behind != Behind::Value);
    let line = Line { runs: vec![desk.value(high.value, row.subject)] };
    line.with(spread).with(remark.map(|text| desk.small(text)))
}

/// What did not go beside the marks.
fn below(desk: &Desk, rows: &Rows, row: &Row, behind: Behind, frame: &Frame) -> Vec<Line> {
    let mut texts = Vec::new();
    if behind != Behind::Everything {
        for (series, number) in rows.series.iter().zip(&row.values) {
            let spread = number.as_ref().and_then(|number| number.spread(desk.messages));
            texts.extend(spread.map(|spread| desk.labelled(&series.label, &spread)));
        }
    }
    if behind == Behind::Value {
        texts.extend(row.annotation.clone());
    }
    desk.notes(&texts, frame.right - frame.left, 2)
}

/// The names of both series over the marks of the first row, if both find room there.
fn names_above(desk: &Desk, rows: &Rows, frame: &Frame, scale: &Scale) -> Option<Vec<(f64, Line)>> {
    let first = rows.rows.first().filter(|_| frame.beside)?;
    let ends = ends(first);
    let [(one, low), (other, high)] = ends.as_slice() else { return None };
    let name = |series: usize| Some(desk.note(&rows.series.get(series)?.label));
    let (left, right) = (name(*one)?, name(*other)?);
    // Each name leans away from the other, so that neighbours still part.
    let left_x = (scale.at(low.value) + RADIUS - left.width()).max(0.0);
    let right_x = (scale.at(high.value) - RADIUS).min(desk.width - right.width());
    (left_x + left.width() + NEAR <= right_x).then(|| vec![(left_x, left), (right_x, right)])
}

fn entries(desk: &Desk, rows: &Rows, palette: &Palette) -> Vec<(Symbol, Line)> {
    let entry = |(place, series): (usize, &crate::story::Series)| {
        let fill = palette.ink(place, false).solid();
        let symbol = if place == 0 { Symbol::Ring(fill) } else { Symbol::Dot(fill) };
        (symbol, legend::words(desk, &series.label))
    };
    rows.series.iter().enumerate().map(entry).collect()
}

fn draw_words(
    drawing: &mut Drawing,
    desk: &Desk,
    scale: &Scale,
    slot: &Slot,
    row: &Row,
    (left, right): (&Line, &Line),
    frame: &Frame,
) {
    let y = middle(slot);
    // A scale keeps the order of values.
    let ends = category_axis::extent(std::slice::from_ref(row)).ends;
    let (low, high) =
        ends.map_or((frame.left, frame.left), |(low, high)| (scale.at(low), scale.at(high)));
    let x = low.round() - RADIUS - NEAR + 2.0;
    let left = desk.setter.fit(left, x - frame.left);
    drawing.set(&left, Point::new(x, y), Anchor::End);
    // A hairline leads from the name to the marks.
    let guide = x - left.width() - NEAR;
    if frame.beside && guide > frame.left + NEAR {
        drawing.rule_across(frame.left, guide, y, Ink::Rule.solid());
    }
    let x = high.round() + RADIUS + NEAR - 2.0;
    drawing.set(&desk.setter.fit(right, frame.right - x), Point::new(x, y), Anchor::Start);
}

fn draw_row(
    drawing: &mut Drawing,
    scale: &Scale,
    slot: &Slot,
    place: usize,
    row: &Row,
    palette: &Palette,
    frame: &Frame,
) {
    let y = middle(slot);
    let at = |number: &Number| scale.at(number.value).round();
    let ends = ends(row);
    if let [(one, low), (other, high)] = ends.as_slice() {
        let both = [*one, *other].map(|series| palette.ink(series, row.subject));
        let ink = if both[0] == both[1] { both[0] } else { Ink::Muted };
        let (from, to) = (at(low) + RADIUS, at(high) - RADIUS);
        if from < to {
            drawing.block(Rect::between(from, y - 2.0, to, y + 2.0), ink.soft());
        }
    }
    if ends.is_empty() {
        let at = Point::new(frame.left + RADIUS, y);
        drawing.mark_bar(Mark::Value { series: 0, place }, Rect::around(at, RADIUS), slot.area);
    }
    // The first series in front, walked first.
    for (series, number) in known(row) {
        whisker(drawing, scale, number, y);
        let center = Point::new(at(number), y);
        let fill = palette.ink(series, row.subject).solid();
        match series {
            0 => drawing.ring(center, RADIUS - 1.0, fill),
            _ => drawing.dot(center, RADIUS, fill),
        }
        drawing.mark_dot(Mark::Value { series, place }, center, RADIUS);
    }
}

fn middle(slot: &Slot) -> f64 {
    let (top, bottom) = slot.track(0);
    ((top + bottom) / 2.0).round()
}
