//! Bars from zero, one to a row and series.

use super::category_axis::{Band, CategoryAxis, spreads};
use super::domain;
use super::legend::{self, Symbol};
use super::palette::Palette;
use super::references::ReferenceLabels;
use super::whisker::{HALF, whisker};
use crate::layout::context::{LABEL_GAP, LINE_HEIGHT, LayoutContext};
use crate::layout::drawing::Drawing;
use crate::layout::scale::{LabelMargin, Scale};
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Fill, Ink, Mark, Point, Rect, Shape};
use crate::story::{Chart, MessageKey, Notation, Number, Row, Rows, Series, SeriesMark};

/// Words may leave the bars no less than this share of the plot.
const LEAST_BARS: f64 = 0.5;

/// Half the width of a dot, in px.
const DOT: f64 = 5.0;

/// What stands beside the bars of all rows, and what below them.
struct BarLabels {
    /// By row, then series.
    beside: Vec<Vec<TextLine>>,
    /// By row.
    below: Vec<Vec<TextLine>>,
    /// The first row names the series.
    names_series: bool,
}

/// How much is said beside a bar; the rest goes below.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum BarDetail {
    Full,
    ValueAndSpread,
    Value,
    CompactValue,
}

/// Lays out bars.
pub(super) fn bars(chart: &Chart, rows: &Rows, cx: &LayoutContext) -> Drawing {
    let palette = Palette::rows(rows);
    let axis = CategoryAxis::new(cx, &rows.rows);
    let domain = domain::of_bars(chart, &rows.rows);
    let (labels, scale) = labels_that_fit(cx, rows, &axis, domain);
    let mut drawing = Drawing::default();
    let mut y = 0.0;
    if rows.has_named_series() && !labels.names_series {
        let symbol = |index, series: &Series| {
            let symbol = if series.mark == SeriesMark::Line { Symbol::Dot } else { Symbol::Square };
            Some(symbol(palette.fill(index, false)))
        };
        let entries = legend::entries(cx, &mut rows.series.iter(), &symbol);
        y = legend::draw(&mut drawing, cx, y, &entries);
    }
    let references = ReferenceLabels::new(cx, &chart.references, &scale);
    let notes: Vec<usize> = labels.below.iter().map(Vec::len).collect();
    let top = y + references.height();
    let (bands, bottom) = axis.bands(top, axis.bar_group(rows.series.len()), &notes);
    axis.draw_names(&mut drawing, &bands);
    let said = labels.beside.iter().zip(&labels.below);
    let drawn = rows.rows.iter().zip(&bands).zip(said).enumerate();
    for (index, ((row, band), (beside, below))) in drawn {
        for (series, (value, words)) in row.values.iter().zip(beside).enumerate() {
            let bar = Bar {
                mark: Mark::Value { series, index },
                number: value.as_ref(),
                fill: palette.fill(series, row.subject),
                is_cut: value.as_ref().is_some_and(|it| row.is_cut && it.value > domain.1),
                is_dot: rows.series.get(series).is_some_and(|it| it.mark == SeriesMark::Line),
            };
            bar.draw(&mut drawing, cx, &scale, band, words, &axis);
        }
        band.draw_notes(&mut drawing, axis.left, below);
    }
    axis.draw_baseline(&mut drawing, &bands, scale.at(0.0));
    references.draw(&mut drawing, y, bottom);
    drawing.sized(cx.width, bottom)
}

/// Says as much beside the bars as leaves them enough room.
fn labels_that_fit(
    cx: &LayoutContext,
    rows: &Rows,
    axis: &CategoryAxis,
    domain: (f64, f64),
) -> (BarLabels, Scale) {
    let can_name = rows.series.len() > 1
        && rows.rows.first().is_some_and(|row| row.values.iter().all(Option::is_some));
    let mut names = can_name;
    let mut detail = BarDetail::Full;
    loop {
        let labels = BarLabels::new(cx, rows, names, detail, axis);
        let scale = Scale::new(domain, axis.left, axis.right);
        let scale = scale.with_label_margins(&labels.margins(rows));
        let roomy = scale.to - scale.from >= LEAST_BARS * (axis.right - axis.left);
        if roomy || detail == BarDetail::CompactValue {
            return (labels, scale);
        }
        // Less and less: first without names, then without annotations, then without spreads, and
        // last without all digits.
        detail = match detail {
            BarDetail::Full if names => BarDetail::Full,
            BarDetail::Full => BarDetail::ValueAndSpread,
            BarDetail::ValueAndSpread => BarDetail::Value,
            BarDetail::Value | BarDetail::CompactValue => BarDetail::CompactValue,
        };
        names = false;
    }
}

impl BarLabels {
    fn new(
        cx: &LayoutContext,
        rows: &Rows,
        names_series: bool,
        detail: BarDetail,
        axis: &CategoryAxis,
    ) -> Self {
        let mut labels = Self { beside: Vec::new(), below: Vec::new(), names_series };
        for (index, row) in rows.rows.iter().enumerate() {
            let names = (names_series && index == 0).then_some(rows);
            let lines =
                (0..row.values.len()).map(|series| beside_bar(cx, row, series, names, detail));
            labels.beside.push(lines.collect());
            labels.below.push(below_row(cx, rows, row, detail, axis));
        }
        labels
    }

    fn margins(&self, rows: &Rows) -> Vec<LabelMargin> {
        let mut margins = Vec::new();
        for (row, lines) in rows.rows.iter().zip(&self.beside) {
            for (number, line) in row.values.iter().flatten().zip(lines) {
                let room = line.width() + LABEL_GAP;
                margins.push(if number.value < 0.0 {
                    LabelMargin { value: number.low, left: room, right: 0.0 }
                } else {
                    LabelMargin { value: number.high, left: 0.0, right: room }
                });
            }
        }
        margins
    }
}

/// What stands beside one bar.
fn beside_bar(
    cx: &LayoutContext,
    row: &Row,
    series: usize,
    names: Option<&Rows>,
    detail: BarDetail,
) -> TextLine {
    let Some(number) = row.values.get(series).and_then(Option::as_ref) else {
        let words = cx.messages.text(MessageKey::ChartNoValue);
        return cx.note(words);
    };
    let last = series + 1 == row.values.len();
    let name = names.and_then(|rows| rows.series.get(series)).map(|series| cx.small(&series.label));
    let spread = (detail < BarDetail::Value).then(|| cx.spread(number)).flatten();
    let annotation = row.annotation.as_deref().filter(|_| last && detail == BarDetail::Full);
    let notation = match detail {
        BarDetail::CompactValue => Notation::Compact,
        _ => Notation::Standard,
    };
    let line = TextLine { runs: vec![cx.value(number, notation, row.subject)] };
    let cut = cx.messages.text(MessageKey::ChartCut);
    let cut = (row.is_cut && last && detail == BarDetail::Full)
        .then(|| cx.small(&["(", cut, ")"].concat()));
    line.with(name).with(spread).with(annotation.map(|text| cx.small(text))).with(cut)
}

/// What did not go beside the bars of a row; a small chart leaves it to the full one.
fn below_row(
    cx: &LayoutContext,
    rows: &Rows,
    row: &Row,
    detail: BarDetail,
    axis: &CategoryAxis,
) -> Vec<TextLine> {
    let mut texts: Vec<String> = Vec::new();
    if cx.is_small {
        return Vec::new();
    }
    if detail >= BarDetail::Value {
        texts = spreads(cx, rows, row);
    }
    if detail != BarDetail::Full {
        texts.extend(row.annotation.clone());
        texts.extend(row.is_cut.then(|| cx.messages.text(MessageKey::ChartCut).to_owned()));
    }
    cx.notes(&texts, axis.right - axis.left, 2)
}

/// One bar.
struct Bar<'a> {
    mark: Mark,
    number: Option<&'a Number>,
    fill: Fill,
    /// It is longer than it is drawn.
    is_cut: bool,
    /// A line of upright bars is a dot here.
    is_dot: bool,
}

impl Bar<'_> {
    fn draw(
        &self,
        drawing: &mut Drawing,
        cx: &LayoutContext,
        scale: &Scale,
        band: &Band,
        words: &TextLine,
        axis: &CategoryAxis,
    ) {
        let Mark::Value { series, .. } = self.mark else { return };
        let (top, bottom) = band.bar_edges(series);
        let middle = ((top + bottom) / 2.0).round();
        let zero = scale.at(0.0).round();
        let Some(number) = self.number else {
            let rect = no_figure(drawing, cx, words, Point::new(zero, middle), axis);
            drawing.mark_bar(self.mark, rect, band.hit_area(series));
            return;
        };
        let end = |value: f64| {
            let end = scale.at(value).round();
            if (end - zero).abs() < 1.0 { zero + 1.0 } else { end }
        };
        let rect = if self.is_dot {
            let at = Point::new(within(end(number.value), cx.width), middle);
            drawing.dot(at, DOT, self.fill);
            Rect::around(at, DOT)
        } else {
            let rect = Rect::between(zero, top, end(number.value), bottom);
            drawing.block(rect, self.fill);
            rect
        };
        if self.is_cut {
            draw_cut(drawing, rect);
        } else {
            whisker(drawing, scale, number, (middle, HALF), false);
        }
        let (at, room, anchor) = if number.value < 0.0 {
            let x = scale.at(number.low).min(rect.x) - LABEL_GAP;
            (x, x - axis.left, Anchor::End)
        } else {
            let x = scale.at(number.high).max(rect.right()) + LABEL_GAP;
            (x, axis.right - x, Anchor::Start)
        };
        drawing.text(&cx.typesetter.fit(words, room), Point::new(at, middle), anchor);
        drawing.mark_bar(self.mark, rect, band.hit_area(series));
    }
}

/// Draws the mark of a bar that is cut short: two slanted strokes of paper through its end.
fn draw_cut(drawing: &mut Drawing, rect: Rect) {
    let lean = (rect.height / 4.0).round();
    for from_end in [CUT, CUT + 6.0] {
        let x = rect.right() - from_end;
        if x - lean > rect.x {
            let ends = [(x - lean, rect.bottom()), (x + lean, rect.y)];
            let ends = ends.map(|(x, y)| Point::new(x, y)).to_vec();
            drawing.shapes.push(Shape::Path(ends, Ink::Paper.solid()));
        }
    }
}

/// From the end of a bar to where it is cut, in px.
const CUT: f64 = 16.0;

/// Says that there is no figure, to that side of the baseline where there is more room;
/// returns where it stands.
fn no_figure(
    drawing: &mut Drawing,
    cx: &LayoutContext,
    words: &TextLine,
    at: Point,
    axis: &CategoryAxis,
) -> Rect {
    let (left, right) = (at.x - axis.left, axis.right - at.x);
    let words = cx.typesetter.fit(words, left.max(right) - LABEL_GAP);
    let (x, y) = (at.x + if right < left { -LABEL_GAP - words.width() } else { LABEL_GAP }, at.y);
    drawing.text(&words, Point::new(x, y), Anchor::Start);
    Rect::between(x, y - LINE_HEIGHT / 2.0, x + words.width(), y + LINE_HEIGHT / 2.0)
}

/// Where the middle of a dot is, all of which stays in a drawing of a width.
fn within(x: f64, width: f64) -> f64 {
    x.min(width - DOT).max(DOT)
}
