//! What a reader guessed, drawn: a chart with values of their own, each with a grip, and later the
//! true values over them, in the same place.
//!
//! Before the answer is given nothing here follows from a true value but the ends of the value
//! axis, which are rounded far off.

use super::category_axis::{Band, CategoryAxis};
use super::chart_index::{ChartIndex, Part};
use super::legend::{self, Symbol};
use super::plot::Plot;
use super::slider_range::{SliderRange, slider_range};
use super::stroke::Stroke;
use super::whisker::{HALF, whisker};
use crate::layout::context::{LABEL_GAP, LINE_HEIGHT, LayoutContext, TEXT};
use crate::layout::drawing::{Drawing, ValueAxis};
use crate::layout::grip::{RADIUS, grip};
use crate::layout::hit_region::{Form, HitRegion};
use crate::layout::scale::{LabelMargin, Scale};
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Fill, Ink, Layout, Mark, Measure, Point, Rect};
use crate::story::{
    self, Axis, AxisScale, Chart, Columns, Curve, Data, MessageKey, Messages, Notation, Number,
    Row, Rows,
};

/// Grips on a line have this much room each, in px; where there is less, only the picked one shows.
const GRIP_ROOM: f64 = 24.0;
/// Values beside bars with all their digits take at most this share of the width.
const LABELS_SHARE: f64 = 0.4;
/// How high a plot with lines is: by the width, and at least and at most, in px.
const HEIGHT_SHARE: f64 = 0.5;
const LEAST_HEIGHT: f64 = 190.0;
const MOST_HEIGHT: f64 = 320.0;
/// Data keep this far from the right edge of the drawing, in px.
const MARGIN: f64 = 8.0;

/// Lays out a chart of bars or lines with `drawn` in place of the known values of its first
/// series; without any, all are in the middle, and a hint says what to do. `is_known` draws the true
/// values over them. The marks are named by their index in `drawn`.
pub fn guess(
    chart: &Chart,
    drawn: &[f64],
    is_known: bool,
    messages: &Messages,
    width_px: f64,
    measure: &dyn Measure,
) -> Layout {
    let cx = LayoutContext::new(measure, messages, width_px);
    let cx = LayoutContext { notation: chart.axis.notation, ..cx };
    let (range, known) = (slider_range(chart), chart.data.known());
    let guess = GuessLayout { cx, chart, range, known, drawn, is_known };
    Layout::of(match &chart.data {
        Data::Rows(rows) => guess.bars(rows),
        Data::Columns(columns) => guess.lines(columns),
    })
}

/// What a guess at a chart is laid out with.
struct GuessLayout<'a> {
    cx: LayoutContext<'a>,
    chart: &'a Chart,
    range: SliderRange,
    known: Vec<(usize, Number)>,
    drawn: &'a [f64],
    is_known: bool,
}

/// The true values.
const TRUTH: Fill = Ink::Accent.solid();

fn mark(index: usize) -> Mark {
    Mark::Value { series: 0, index }
}

impl GuessLayout<'_> {
    /// The value drawn for the `nth` known one; the middle until it is set.
    fn drawn(&self, nth: usize) -> f64 {
        let drawn = self.drawn.get(nth).copied().filter(|value| value.is_finite());
        drawn.unwrap_or_else(|| self.range.initial_value())
    }

    /// Whether the reader has set anything.
    fn is_set(&self) -> bool {
        !self.drawn.is_empty()
    }

    /// Whether the guess itself is drawn: always but where the answer came without one.
    fn shows_guess(&self) -> bool {
        self.is_set() || !self.is_known
    }

    fn fill(&self) -> Fill {
        if self.is_set() { Ink::Muted.soft() } else { Ink::Muted.faint() }
    }

    /// Draws what stands above a plot: what the values count; how they are set, until one is; then
    /// which are whose. It is as high in all these states; returns where it ends.
    fn head(&self, drawing: &mut Drawing, how: MessageKey, symbol: fn(Fill) -> Symbol) -> f64 {
        let cx = &self.cx;
        let y = legend::draw_unit(drawing, cx, &self.chart.unit);
        let hint = cx.typesetter.line(cx.messages.text(how), TEXT, Ink::Ink);
        let hint = cx.typesetter.wrap(&hint, cx.width, 2);
        let entries =
            [(MessageKey::QuizYourAnswer, Ink::Muted.soft()), (MessageKey::QuizRightAnswer, TRUTH)]
                .map(|(name, fill)| (symbol(fill), legend::words(cx, cx.messages.text(name))));
        let bottom = legend::draw(&mut Drawing::default(), cx, y, &entries);
        let shown = match (self.is_set(), self.is_known) {
            (false, false) => {
                for (nth, line) in hint.iter().enumerate() {
                    let y = y + (nth as f64 + 0.5) * LINE_HEIGHT;
                    drawing.text(line, Point::new(0.0, y), Anchor::Start);
                }
                0..0
            }
            (is_set, is_known) => usize::from(!is_set)..1 + usize::from(is_known),
        };
        legend::draw(drawing, cx, y, entries.get(shown).unwrap_or_default());
        bottom.max(y + hint.len() as f64 * LINE_HEIGHT + 6.0)
    }

    fn bars(&self, rows: &Rows) -> Drawing {
        let mut named = Vec::new();
        for (index, _) in &self.known {
            let row = rows.rows.get(*index).cloned().unwrap_or_default();
            // Neither the subject nor anything else that the author says of the values.
            named.push(Row { label: row.label, detail: row.detail, ..Row::default() });
        }
        let axis = CategoryAxis::new(&self.cx, &named);
        let ends = (self.range.low, self.range.high);
        let right = axis.right.min(self.cx.width - RADIUS);
        let scale = Scale::new(ends, axis.left, right).with_label_margins(&self.reserved());
        let value_axis = Some(ValueAxis { scale, is_vertical: false });
        let mut drawing = Drawing { value_axis, ..Drawing::default() };
        let y = self.head(&mut drawing, MessageKey::QuizDrawBars, Symbol::Square);
        let (bands, bottom) = axis.bands(y, axis.bar_group(1), &[]);
        axis.draw_names(&mut drawing, &bands);
        for (nth, band) in bands.iter().enumerate() {
            self.bar(&mut drawing, nth, band, &axis, &scale);
        }
        axis.draw_baseline(&mut drawing, &bands, scale.at(0.0));
        if !self.is_known {
            for region in drawing.hit_regions.clone() {
                drawing.shapes.extend(grip(region.rect.center(), false, false));
            }
        }
        drawing.sized(self.cx.width, bottom)
    }

    /// Draws the bar of the guess, that of the true value over it, and in words which counts now.
    fn bar(
        &self,
        drawing: &mut Drawing,
        nth: usize,
        band: &Band,
        axis: &CategoryAxis,
        scale: &Scale,
    ) {
        let Some((_, truth)) = self.known.get(nth) else { return };
        let (top, bottom) = band.bar_edges(0);
        let (zero, middle) = (scale.at(0.0).round(), ((top + bottom) / 2.0).round());
        let bar = |value: f64, inset: f64| {
            let end = scale.at(value).round();
            let end = if (end - zero).abs() < 1.0 { zero + 1.0 } else { end };
            Rect::between(zero, top + inset, end, bottom - inset)
        };
        let (drawn, area) = (self.drawn(nth), band.hit_area(0));
        if self.shows_guess() {
            drawing.block(bar(drawn, 0.0), self.fill());
        }
        let number = if self.is_known { *truth } else { Number::exact(drawn) };
        // Beyond the whole of the bars, the grip and the spread.
        let mut reach = (scale.at(number.low).round(), scale.at(number.high).round());
        if self.is_known {
            let rect = bar(truth.value, ((bottom - top) / 3.0).round());
            drawing.block(rect, TRUTH);
            whisker(drawing, scale, truth, (middle, HALF), false);
            drawing.mark_bar(mark(nth), rect, area);
            if self.shows_guess() {
                let end = scale.at(drawn).round();
                reach = (reach.0.min(end), reach.1.max(end));
            }
        } else {
            let rect = Rect::around(Point::new(scale.at(drawn).round(), middle), RADIUS);
            reach = (rect.x, rect.right());
            let area = Rect::between(scale.from - RADIUS, area.y, self.cx.width, area.bottom());
            let form = Form::Grip { is_vertical: false, is_shown: true };
            drawing.mark(mark(nth), HitRegion { rect, area, form });
            if !self.is_set() {
                return;
            }
        }
        let (at, room, anchor) = if number.value < 0.0 {
            let x = reach.0.min(zero) - LABEL_GAP;
            (x, x - axis.left, Anchor::End)
        } else {
            let x = reach.1.max(zero) + LABEL_GAP;
            (x, axis.right - x, Anchor::Start)
        };
        let words = self.cx.fitting(room, &|notation| TextLine {
            runs: vec![self.cx.value(&number, notation, self.is_known)],
        });
        drawing.text(&words, Point::new(at, middle), anchor);
    }

    /// Room for the words of any value beside its bar, and for its grip.
    fn reserved(&self) -> [LabelMargin; 2] {
        let SliderRange { low, high, step } = self.range;
        let most = self.cx.width * LABELS_SHARE;
        let room = |value: f64| {
            let measured = |notation: Notation| {
                let words = self.cx.value(&Number::exact(value), notation, true);
                ((), words.width + RADIUS + 2.0 * LABEL_GAP)
            };
            self.cx.notation_that_fits(most, measured).1.min(most)
        };
        let left = if low < 0.0 { room(low + step) } else { RADIUS + 1.0 };
        [
            LabelMargin { value: high, left: 0.0, right: room(high - step) },
            LabelMargin { value: low, left, right: 0.0 },
        ]
    }

    fn lines(&self, columns: &Columns) -> Drawing {
        let mut line = story::Line::default();
        for (index, _) in &self.known {
            line.x.extend(columns.lines.first().and_then(|line| line.x.get(*index)));
        }
        let columns = Columns {
            x: columns.x.clone(),
            x_label: columns.x_label.clone(),
            lines: vec![line],
            ..Columns::default()
        };
        // A guess is set in equal steps, so its axis has no other scale.
        let axis = Axis { scale: AxisScale::Number, ..self.chart.axis.clone() };
        let domain = Some((self.range.low, self.range.high));
        let frame = Chart { domain, axis, ..Chart::default() };
        let mut drawing = Drawing::default();
        let top = self.head(&mut drawing, MessageKey::QuizDrawLine, Symbol::Stroke);
        let height = (self.cx.width * HEIGHT_SHARE).clamp(LEAST_HEIGHT, MOST_HEIGHT).round();
        let index = ChartIndex::of(&frame, &columns);
        let part = Part { index: &index, window: None, has_strip: false };
        let plot =
            Plot::new(&mut drawing, &self.cx, (&frame, &columns, part), (top, height, MARGIN));
        drawing.value_axis = Some(ValueAxis { scale: plot.y, is_vertical: true });
        let mut points = self.points(&columns, &plot, false);
        if self.shows_guess() {
            draw_line(&mut drawing, &plot, &points, self.fill());
        }
        let mut form = Form::Dot;
        if self.is_known {
            points = self.points(&columns, &plot, true);
            draw_line(&mut drawing, &plot, &points, TRUTH);
        } else {
            let is_shown = points.len() as f64 * GRIP_ROOM <= plot.area.width;
            form = Form::Grip { is_vertical: true, is_shown };
        }
        self.mark_points(&mut drawing, &points, &plot, form);
        drawing.sized(self.cx.width, plot.bottom)
    }

    /// Where the values of the guess lie, or the true ones.
    fn points(&self, columns: &Columns, plot: &Plot, is_truth: bool) -> Vec<Point> {
        let mut points = Vec::new();
        for x in columns.lines.iter().flat_map(|line| &line.x) {
            let nth = points.len();
            let Some((_, truth)) = self.known.get(nth) else { break };
            points.push(plot.at(*x, if is_truth { truth.value } else { self.drawn(nth) }));
        }
        points
    }

    /// Marks the points of a line; a pointer means each that is above or below it.
    fn mark_points(&self, drawing: &mut Drawing, points: &[Point], plot: &Plot, form: Form) {
        // On an axis that runs down the first point is at the right.
        let is_reversed = matches!(points, [first, .., last] if first.x > last.x);
        let (mut from, end) = if is_reversed { (self.cx.width, 0.0) } else { (0.0, self.cx.width) };
        for (nth, point) in points.iter().enumerate() {
            let to = points.get(nth + 1).map_or(end, |next| point.x.midpoint(next.x));
            let area = Rect::between(from, plot.area.y, to, plot.area.bottom());
            from = to;
            // Beside words as wide as the drawing the last value lies at its very edge.
            let at = Point::new(point.x.min(self.cx.width - RADIUS), point.y);
            let radius = match form {
                Form::Grip { is_vertical, is_shown } => {
                    if is_shown {
                        drawing.shapes.extend(grip(at, is_vertical, false));
                    }
                    RADIUS
                }
                _ => 4.0,
            };
            let rect = Rect::around(at, radius);
            drawing.mark(mark(nth), HitRegion { rect, area, form });
        }
    }
}

/// Draws a line, and its points where they have room.
fn draw_line(drawing: &mut Drawing, plot: &Plot, points: &[Point], fill: Fill) {
    let stroke = Stroke::dotted(fill, Curve::Linear, points.len(), plot.area.width);
    let points: Vec<_> = points.iter().copied().map(Some).collect();
    stroke.draw(drawing, &mut plot.label_placement(), &points);
}
