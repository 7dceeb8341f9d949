//! Upright bars, one to a row and series or the series of a row on top of each other; some series
//! may be lines across them.

use super::annotations;
use super::domain;
use super::palette::Palette;
use super::plot::Plot;
use super::stack::{self, Segment};
use super::stroke::Stroke;
use super::upright_axis::UprightAxis;
use super::upright_frame::{frame, legend, line_ink};
use super::upright_labels::{BarWords, UprightLabels};
use super::whisker::whisker;
use crate::layout::context::{LINE_HEIGHT, LayoutContext, TEXT};
use crate::layout::drawing::Drawing;
use crate::layout::label_placement::LabelPlacement;
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Fill, Ink, Mark, Point, Rect};
use crate::story::{Chart, ChartKind, MessageKey, Number, Row, Rows, SeriesMark};

/// From a bar to the words beyond its end, in px.
const NEAR: f64 = 4.0;
/// What stands for a missing figure where there is no room for words.
const MISSING: &str = "\u{2013}";
/// Air around a value within its segment, in px.
const WITHIN: f64 = 3.0;

/// Upright bars while they are drawn.
struct Upright<'a> {
    cx: &'a LayoutContext<'a>,
    rows: &'a Rows,
    palette: Palette,
    axis: UprightAxis,
    plot: Plot,
    placement: LabelPlacement,
}

/// Lays out upright bars; none where they had better lie, or where their names find no room.
pub(super) fn upright(chart: &Chart, rows: &Rows, cx: &LayoutContext) -> Option<Drawing> {
    if !rows.is_upright() {
        return None;
    }
    let is_stack = chart.kind == ChartKind::Stacked;
    let segments = if is_stack { stack::segments(rows) } else { Vec::new() };
    let extent = if is_stack {
        stack::extent(&segments, rows.stack)
    } else {
        domain::rows_extent(&rows.rows)
    };
    let palette = Palette::rows(rows);
    let mut drawing = Drawing::default();
    let top = legend(&mut drawing, cx, rows, &palette);
    let (axis, labels, plot) = frame(&mut drawing, chart, rows, cx, (extent, top, is_stack))?;
    annotations::draw_ground(&mut drawing, chart, &plot);
    let placement = plot.label_placement();
    let mut bars = Upright { cx, rows, palette, axis, plot, placement };
    for (index, row) in rows.rows.iter().enumerate() {
        match segments.get(index) {
            Some(segments) => bars.stack(&mut drawing, (index, row), segments, &labels),
            None => bars.group(&mut drawing, (index, row), &labels),
        }
    }
    let area = bars.plot.area;
    let zero = bars.plot.y.at(0.0).round();
    drawing.rule_across(area.x, area.right(), zero, Ink::Muted.solid());
    bars.lines(&mut drawing);
    bars.plot.bottom = bars.axis.draw(&mut drawing, area);
    let bottom = annotations::draw(&mut drawing, cx, chart, &bars.plot, &mut bars.placement);
    let bottom = annotations::below(&mut drawing, cx, bottom, &labels.below);
    Some(drawing.sized(cx.width, bottom))
}

impl Upright<'_> {
    /// The bars of a row beside each other.
    fn group(
        &mut self,
        drawing: &mut Drawing,
        (index, row): (usize, &Row),
        labels: &UprightLabels,
    ) {
        for (series, number) in row.values.iter().enumerate() {
            if self.is_line(series) {
                continue;
            }
            let (left, right) = self.axis.bar_edges(index, self.axis.place_of(series));
            let mark = Mark::Value { series, index };
            let words = labels.words(index, series);
            let Some(number) = number else {
                let room = if row.values.len() == 1 {
                    self.axis.slot - 2.0 * WITHIN
                } else {
                    right - left
                };
                self.missing(drawing, (mark, index), room, words);
                continue;
            };
            let fill = self.palette.fill(series, row.subject);
            let rect = self.bar(drawing, (left, right), (0.0, number.value), fill);
            let middle = ((left + right) / 2.0).floor();
            let half = (right - left) / 2.0 - 1.0;
            whisker(drawing, &self.plot.y, number, (middle, half), true);
            self.words(drawing, rect, number, words);
            drawing.mark_bar(mark, rect, self.area(left, right));
            self.placement.occupy(rect);
        }
    }

    /// The values of a row on top of each other.
    fn stack(
        &mut self,
        drawing: &mut Drawing,
        (index, row): (usize, &Row),
        segments: &[Segment],
        labels: &UprightLabels,
    ) {
        let (left, right) = self.axis.bar_edges(index, 0);
        if segments.is_empty() {
            // Shares of nothing are not missing.
            let is_missing = row.values.contains(&None);
            for series in 0..row.values.len() {
                let is_said = is_missing && series == 0;
                let room = if is_said { self.axis.slot - 2.0 * WITHIN } else { 0.0 };
                let words = labels.words(index, series);
                self.missing(drawing, (Mark::Value { series, index }, index), room, words);
            }
            return;
        }
        let zero = self.plot.y.at(0.0).round();
        let end = segments.iter().map(|segment| segment.to).fold(0.0, f64::max);
        let top = self.plot.y.at(end).round();
        let mut whole = Rect::between(left, zero, right, zero);
        for series in 0..row.values.len() {
            let mark = Mark::Value { series, index };
            let Some(segment) = segments.iter().find(|segment| segment.series == series) else {
                // Nothing is drawn of it, and yet a reader comes by.
                let rect = Rect::between(left, top - 2.0, right, top);
                drawing.mark_bar(mark, rect, rect);
                continue;
            };
            let rect = self.segment(drawing, (left, right), segment, row);
            drawing.mark_bar(mark, rect, rect);
            whole =
                Rect::between(left, whole.y.min(rect.y), right, whole.bottom().max(rect.bottom()));
        }
        self.words(drawing, whole, &Number::exact(end), labels.words(index, 0));
        self.placement.occupy(whole);
    }

    /// Draws a part of a stack, with its words where they find room; returns where it is.
    fn segment(
        &self,
        drawing: &mut Drawing,
        sides: (f64, f64),
        segment: &Segment,
        row: &Row,
    ) -> Rect {
        let fill = self.palette.fill(segment.series, row.subject);
        let rect = self.bar(drawing, sides, (segment.from, segment.to), fill);
        let words = self.cx.fitting(rect.width - 2.0 * WITHIN, &|notation| {
            let words = segment.words(self.rows.stack, notation, self.cx.messages);
            self.cx.typesetter.line(&words, TEXT, Ink::Ink)
        });
        if rect.height >= LINE_HEIGHT {
            let at = Point::new(rect.center().x, rect.center().y.round());
            drawing.text_on(&words, at, Anchor::Middle, Some(fill));
        }
        rect
    }

    /// Draws a bar from one value to another; returns where it is.
    fn bar(
        &self,
        drawing: &mut Drawing,
        (left, right): (f64, f64),
        (from, to): (f64, f64),
        fill: Fill,
    ) -> Rect {
        let (from_y, to_y) = (self.plot.y.at(from).round(), self.plot.y.at(to).round());
        let up = if to < from { 1.0 } else { -1.0 };
        // What is something is seen, and a px of paper is between neighbours that can spare it.
        let end = if from_y == to_y { from_y + up } else { to_y };
        let gap = if from != 0.0 && (from_y - end).abs() > 3.0 { up } else { 0.0 };
        let rect = Rect::between(left, from_y + gap, right, end);
        if from != to {
            drawing.block(rect, fill);
        }
        rect
    }

    /// Writes words beyond the end of a bar.
    fn words(
        &mut self,
        drawing: &mut Drawing,
        bar: Rect,
        number: &Number,
        words: Option<&BarWords>,
    ) {
        let Some(BarWords(lines)) = words else { return };
        let high = lines.len() as f64 * LINE_HEIGHT;
        let top = if number.value < 0.0 {
            bar.bottom().max(self.plot.y.at(number.low)) + NEAR
        } else {
            bar.y.min(self.plot.y.at(number.high)) - NEAR - high
        };
        self.write(drawing, lines, bar.center().x, top);
    }

    fn write(&mut self, drawing: &mut Drawing, lines: &[TextLine], x: f64, top: f64) {
        for (nth, line) in lines.iter().enumerate() {
            let at = Point::new(x, (top + (nth as f64 + 0.5) * LINE_HEIGHT).round());
            drawing.text(line, at, Anchor::Middle);
            let (width, height) = (line.width(), LINE_HEIGHT);
            self.placement.occupy(Rect {
                x: at.x - width / 2.0,
                y: at.y - height / 2.0,
                width,
                height,
            });
        }
    }

    /// Says that there is no figure, where the bar would be: in words if they find room, else by a
    /// dash if that does; over it what else is said of the row.
    fn missing(
        &mut self,
        drawing: &mut Drawing,
        (mark, index): (Mark, usize),
        room: f64,
        above: Option<&BarWords>,
    ) {
        let Mark::Value { series, .. } = mark else { return };
        let (left, right) = self.axis.bar_edges(index, self.axis.place_of(series));
        let zero = self.plot.y.at(0.0).round();
        let rect = Rect::between(left, zero - 2.0, right, zero);
        let words = self.cx.note(self.cx.messages.text(MessageKey::ChartNoValue));
        let words = if words.width() <= room { words } else { self.cx.note(MISSING) };
        let mut lines = above.map(|words| words.0.clone()).unwrap_or_default();
        lines.extend((words.width() <= room).then_some(words));
        let top = zero - NEAR - lines.len() as f64 * LINE_HEIGHT;
        self.write(drawing, &lines, rect.center().x, top);
        drawing.mark_bar(mark, rect, self.area(left, right));
    }

    /// Where a pointer means a bar: above and below it as well.
    fn area(&self, left: f64, right: f64) -> Rect {
        let area = self.plot.area;
        Rect::between(left, area.y, right, area.bottom())
    }

    fn is_line(&self, series: usize) -> bool {
        self.rows.series.get(series).is_some_and(|series| series.mark == SeriesMark::Line)
    }

    /// The series that are lines, in front of the bars.
    fn lines(&mut self, drawing: &mut Drawing) {
        for series in 0..self.rows.series.len() {
            if self.is_line(series) {
                let at = |(index, row): (usize, &Row)| {
                    let value = row.values.get(series).copied().flatten()?.value;
                    Some(Point::new(self.axis.middle(index), self.plot.y.at(value).round()))
                };
                let points: Vec<_> = self.rows.rows.iter().enumerate().map(at).collect();
                let fill = line_ink(&self.palette, series).solid();
                let (has_dots, has_halo) = (true, true);
                Stroke { has_halo, ..Stroke::straight(fill, has_dots) }.draw(
                    drawing,
                    &mut self.placement,
                    &points,
                );
                let zero = self.plot.y.at(0.0).round();
                for (index, point) in points.into_iter().enumerate() {
                    let at = point.unwrap_or(Point::new(self.axis.middle(index), zero));
                    drawing.mark_dot(Mark::Value { series, index }, at, 4.0);
                }
            }
        }
    }
}
