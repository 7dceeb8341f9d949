//! From one value to another in each row: two marks and what joins them.

use super::category_axis::{Band, CategoryAxis, spreads};
use super::domain;
use super::legend::{self, Symbol};
use super::number_axis::NumberAxis;
use super::palette::Palette;
use super::plot::most_ticks;
use super::references::ReferenceLabels;
use super::whisker::{HALF, whisker};
use crate::layout::context::{LABEL_GAP, LayoutContext};
use crate::layout::drawing::Drawing;
use crate::layout::scale::{LabelMargin, Scale};
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Ink, Mark, Point, Rect};
use crate::story::{AxisScale, Chart, MessageKey, Notation, Number, Row, Rows};

/// Half the width of an end mark, in px.
const RADIUS: f64 = 6.0;
/// Marks keep this far from the edges of the plot, in px.
const EDGE: f64 = RADIUS + 2.0;
/// Words leave the marks no less than this share of the plot.
const LEAST_PLOT: f64 = 0.4;

/// Words on either side of a row's marks, and below them.
struct RangeLabels {
    left: Vec<TextLine>,
    right: Vec<TextLine>,
    below: Vec<Vec<TextLine>>,
}

/// Lays out ranges.
pub(super) fn ranges(chart: &Chart, rows: &Rows, cx: &LayoutContext) -> Drawing {
    let palette = Palette::ranges(rows);
    let axis = CategoryAxis::new(cx, &rows.rows);
    let values = value_axis(chart, rows, axis.right - axis.left);
    let (labels, scale) = labels_that_fit(cx, rows, &axis, &values);
    let mut drawing = Drawing::default();
    let direct = direct_labels(cx, rows, &axis, &scale);
    let entries = legend::entries(cx, &mut rows.series.iter(), &|index, _| {
        let symbol = if index == 0 { Symbol::Ring } else { Symbol::Dot };
        Some(symbol(palette.ink(index, false).solid()))
    });
    let y = legend::draw_direct_or_entries(&mut drawing, cx, 0.0, direct.as_deref(), &entries);
    let references = ReferenceLabels::new(cx, &chart.references, &scale);
    let notes: Vec<usize> = labels.below.iter().map(Vec::len).collect();
    let top = y + references.height();
    let (bands, bottom) = axis.bands(top, axis.bar_group(1), &notes);
    axis.draw_names(&mut drawing, &bands);
    let said = labels.left.iter().zip(&labels.right).zip(&labels.below);
    let drawn = rows.rows.iter().zip(&bands).zip(said).enumerate();
    for (index, ((row, band), (beside, below))) in drawn {
        draw_words(&mut drawing, cx, &scale, band, row, beside, &axis);
        draw_row(&mut drawing, &scale, band, index, row, &palette, &axis);
        band.draw_notes(&mut drawing, axis.left, below);
    }
    references.draw(&mut drawing, y, bottom);
    let bottom = values.draw_below(&mut drawing, cx, &chart.axis, &scale, (top, bottom));
    drawing.sized(cx.width, bottom)
}

/// The axis of the values. They stand beside their marks, so that it has none of its own but where
/// the author asks for them, or where distances are not what they seem.
fn value_axis(chart: &Chart, rows: &Rows, width: f64) -> NumberAxis {
    let values = domain::ranges_extent(chart, &rows.rows);
    match chart.axis.scale {
        AxisScale::Log | AxisScale::Symlog => {
            NumberAxis::round(&chart.axis, chart.domain, values, most_ticks(width) / 2)
        }
        _ => NumberAxis::plain(domain::of_ranges(chart, values), &chart.axis),
    }
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
    if matches!(ends[..], [(_, one), (_, other)] if one.value > other.value) {
        ends.reverse();
    }
    ends
}

/// Says the spread beside the values if that leaves the marks room, else below.
fn labels_that_fit(
    cx: &LayoutContext,
    rows: &Rows,
    axis: &CategoryAxis,
    values: &NumberAxis,
) -> (RangeLabels, Scale) {
    let set = |detail: RangeDetail| {
        let labels = RangeLabels::new(cx, rows, detail, axis);
        let scale = values.scale(axis.left + EDGE, axis.right - EDGE);
        let scale = scale.with_label_margins(&labels.margins(rows));
        (labels, scale)
    };
    for detail in [RangeDetail::Full, RangeDetail::ValueAndAnnotation, RangeDetail::Value] {
        let (labels, scale) = set(detail);
        if scale.to - scale.from >= LEAST_PLOT * (axis.right - axis.left) {
            return (labels, scale);
        }
    }
    set(RangeDetail::CompactValue)
}

/// How much is said beside the marks; the rest goes below.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum RangeDetail {
    Full,
    ValueAndAnnotation,
    Value,
    CompactValue,
}

impl RangeDetail {
    fn notation(self) -> Notation {
        if self == Self::CompactValue { Notation::Compact } else { Notation::Standard }
    }
}

impl RangeLabels {
    fn new(cx: &LayoutContext, rows: &Rows, detail: RangeDetail, axis: &CategoryAxis) -> Self {
        let mut labels = Self { left: Vec::new(), right: Vec::new(), below: Vec::new() };
        for row in &rows.rows {
            let ends = ends(row);
            labels.left.push(left_of(cx, row, &ends, detail));
            labels.right.push(right_of(cx, row, &ends, detail));
            labels.below.push(below(cx, rows, row, detail, axis));
        }
        labels
    }

    fn margins(&self, rows: &Rows) -> Vec<LabelMargin> {
        let mut margins = Vec::new();
        for (row, (left, right)) in rows.rows.iter().zip(self.left.iter().zip(&self.right)) {
            let Some((low, high)) = domain::rows_extent(std::slice::from_ref(row)).ends else {
                continue;
            };
            margins.push(LabelMargin { value: low, left: left.width() + LABEL_GAP, right: 0.0 });
            margins.push(LabelMargin { value: high, left: 0.0, right: right.width() + LABEL_GAP });
        }
        margins
    }
}

/// The lesser value with its spread; empty if both ends are the same.
fn left_of(
    cx: &LayoutContext,
    row: &Row,
    ends: &[(usize, &Number)],
    detail: RangeDetail,
) -> TextLine {
    let [(_, low), (_, high)] = ends else { return TextLine::default() };
    if low.value >= high.value {
        return TextLine::default();
    }
    let spread = (detail == RangeDetail::Full).then(|| cx.spread(low)).flatten();
    TextLine { runs: vec![cx.value(low, detail.notation(), row.subject)] }.with(spread)
}

/// The greater value with its spread, and the row's annotation.
fn right_of(
    cx: &LayoutContext,
    row: &Row,
    ends: &[(usize, &Number)],
    detail: RangeDetail,
) -> TextLine {
    let Some((_, high)) = ends.last() else {
        return cx.note(cx.messages.text(MessageKey::ChartNoValue));
    };
    let spread = (detail == RangeDetail::Full).then(|| cx.spread(high)).flatten();
    let annotation = row.annotation.as_deref().filter(|_| detail < RangeDetail::Value);
    let line = TextLine { runs: vec![cx.value(high, detail.notation(), row.subject)] };
    line.with(spread).with(annotation.map(|text| cx.small(text)))
}

/// What did not go beside the marks.
fn below(
    cx: &LayoutContext,
    rows: &Rows,
    row: &Row,
    detail: RangeDetail,
    axis: &CategoryAxis,
) -> Vec<TextLine> {
    let mut texts = Vec::new();
    if detail != RangeDetail::Full {
        texts = spreads(cx, rows, row);
    }
    if detail >= RangeDetail::Value {
        texts.extend(row.annotation.clone());
    }
    cx.notes(&texts, axis.right - axis.left, 2)
}

/// The names of both series over the marks of the first row, if both find room there.
fn direct_labels(
    cx: &LayoutContext,
    rows: &Rows,
    axis: &CategoryAxis,
    scale: &Scale,
) -> Option<Vec<(f64, TextLine)>> {
    let first = rows.rows.first().filter(|_| axis.names_beside)?;
    let ends = ends(first);
    let [(one, low), (other, high)] = ends.as_slice() else { return None };
    let name = |series: usize| Some(cx.note(&rows.series.get(series)?.label));
    let (left, right) = (name(*one)?, name(*other)?);
    // Each name leans away from the other, so that neighbours still part.
    let left_x = (scale.at(low.value) + RADIUS - left.width()).max(0.0);
    let right_x = (scale.at(high.value) - RADIUS).min(cx.width - right.width());
    (left_x + left.width() + LABEL_GAP <= right_x).then(|| vec![(left_x, left), (right_x, right)])
}

fn draw_words(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    scale: &Scale,
    band: &Band,
    row: &Row,
    (left, right): (&TextLine, &TextLine),
    axis: &CategoryAxis,
) {
    let y = middle(band);
    // A scale keeps the order of values.
    let ends = domain::rows_extent(std::slice::from_ref(row)).ends;
    let (low, high) =
        ends.map_or((axis.left, axis.left), |(low, high)| (scale.at(low), scale.at(high)));
    let x = low.round() - RADIUS - LABEL_GAP + 2.0;
    let left = cx.typesetter.fit(left, x - axis.left);
    drawing.text(&left, Point::new(x, y), Anchor::End);
    // A hairline leads from the name to the marks.
    let guide = x - left.width() - LABEL_GAP;
    if axis.names_beside && guide > axis.left + LABEL_GAP {
        drawing.rule_across(axis.left, guide, y, Ink::Rule.solid());
    }
    let x = high.round() + RADIUS + LABEL_GAP - 2.0;
    drawing.text(&cx.typesetter.fit(right, axis.right - x), Point::new(x, y), Anchor::Start);
}

fn draw_row(
    drawing: &mut Drawing,
    scale: &Scale,
    band: &Band,
    index: usize,
    row: &Row,
    palette: &Palette,
    axis: &CategoryAxis,
) {
    let y = middle(band);
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
        let at = Point::new(axis.left + RADIUS, y);
        drawing.mark_bar(Mark::Value { series: 0, index }, Rect::around(at, RADIUS), band.area);
    }
    // The first series in front, walked first.
    for (series, number) in known(row) {
        whisker(drawing, scale, number, (y, HALF), false);
        let center = Point::new(at(number), y);
        let fill = palette.ink(series, row.subject).solid();
        match series {
            0 => drawing.ring(center, RADIUS - 1.0, fill),
            _ => drawing.dot(center, RADIUS, fill),
        }
        drawing.mark_dot(Mark::Value { series, index }, center, RADIUS);
    }
}

fn middle(band: &Band) -> f64 {
    let (top, bottom) = band.bar_edges(0);
    ((top + bottom) / 2.0).round()
}
