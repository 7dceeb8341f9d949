//! Bars from zero, one to a row and series.

use super::category_axis::{self, Frame, Slot};
use super::legend::{self, Symbol};
use super::palette::Palette;
use super::references::Header;
use crate::layout::context::{Desk, LINE};
use crate::layout::drawing::Drawing;
use crate::layout::scale::{Extent, Need, Scale};
use crate::layout::text::Line;
use crate::layout::{Anchor, Fill, Ink, Mark, Point, Rect};
use crate::story::{Chart, Key, Number, Row, Rows};

/// Between a bar and its words, in px.
pub(super) const NEAR: f64 = 8.0;
/// Words may leave the bars no less than this share of the plot.
const LEAST_BARS: f64 = 0.5;

/// What stands behind the bars of all rows, and what below them.
struct Words {
    /// By row, then series.
    behind: Vec<Vec<Line>>,
    /// By row.
    below: Vec<Vec<Line>>,
    /// The first row names the series.
    names_series: bool,
}

/// How much is said behind a bar; the rest goes below.
#[derive(Clone, Copy, PartialEq)]
enum Behind {
    Everything,
    ValueAndSpread,
    Value,
}

/// What a guess asks of the bars.
#[derive(Clone, Copy, Default)]
pub(super) struct Guessed<'a> {
    /// Room that is kept whatever the values are, so that the axis stays where it is.
    pub(super) room: &'a [Need],
    /// By row a value to draw below its bar, which is then thinner.
    pub(super) under: &'a [f64],
}

/// Lays out bars.
pub(super) fn bars(chart: &Chart, rows: &Rows, desk: &Desk, guessed: Guessed) -> Drawing {
    let palette = Palette::rows(rows);
    let frame = Frame::new(desk, &rows.rows);
    let stretch = stretch(chart, category_axis::extent(&rows.rows));
    let (words, scale) = words_that_fit(desk, rows, &frame, stretch, guessed);
    let mut drawing = Drawing { values: Some((scale, false)), ..Drawing::default() };
    let mut y = desk.unit(&mut drawing, chart);
    if rows.series.len() > 1 && !words.names_series {
        let entry = |(place, series): (usize, &crate::story::Series)| {
            (Symbol::Square(palette.fill(place, false)), legend::words(desk, &series.label))
        };
        let entries: Vec<_> = rows.series.iter().enumerate().map(entry).collect();
        y = legend::draw(&mut drawing, desk, y, &entries);
    }
    if !guessed.under.is_empty() {
        let entries =
            [(Key::QuizYourAnswer, Ink::Muted.soft()), (Key::QuizRightAnswer, Ink::Accent.solid())]
                .map(|(name, fill)| {
                    (Symbol::Square(fill), legend::words(desk, desk.messages.text(name)))
                });
        y = legend::draw(&mut drawing, desk, y, &entries);
    }
    let header = Header::new(desk, &chart.references, &scale);
    let tails: Vec<usize> = words.below.iter().map(Vec::len).collect();
    let top = y + header.height();
    let (slots, bottom) = frame.slots(top, frame.tracks(rows.series.len()), &tails);
    frame.draw_names(&mut drawing, &slots);
    let said = words.behind.iter().zip(&words.below);
    let drawn = rows.rows.iter().zip(&slots).zip(said).enumerate();
    for (place, ((row, slot), (behind, below))) in drawn {
        for (series, (value, words)) in row.values.iter().zip(behind).enumerate() {
            let bar = Bar {
                mark: Mark::Value { series, place },
                number: value.as_ref(),
                fill: palette.fill(series, row.subject),
                under: guessed.under.get(place).copied(),
            };
            bar.draw(&mut drawing, desk, &scale, slot, words, &frame);
        }
        slot.draw_tails(&mut drawing, frame.left, below);
    }
    frame.draw_baseline(&mut drawing, &slots, scale.at(0.0));
    header.draw(&mut drawing, y, bottom);
    drawing.sized(desk.width, bottom)
}

/// The stretch of the value axis: what the author fixed, or from the least to
/// the greatest of zero, what the values span, and the references.
pub(super) fn stretch(chart: &Chart, values: Extent) -> (f64, f64) {
    let mut found = values;
    for reference in &chart.references {
        found.add(reference.value);
    }
    found.add(0.0);
    chart.domain.or(found.ends).unwrap_or((0.0, 1.0))
}

/// Says as much behind the bars as leaves them enough room.
fn words_that_fit(
    desk: &Desk,
    rows: &Rows,
    frame: &Frame,
    stretch: (f64, f64),
    guessed: Guessed,
) -> (Words, Scale) {
    let can_name = rows.series.len() > 1
        && rows.rows.first().is_some_and(|row| row.values.iter().all(Option::is_some));
    let mut names = can_name;
    let mut behind = Behind::Everything;
    loop {
        let words = Words::new(desk, rows, names, behind, frame);
        let scale = Scale::with_room(stretch, frame.left, frame.right, &words.needs(rows, guessed));
        let roomy = scale.to - scale.from >= LEAST_BARS * (frame.right - frame.left);
        if roomy || behind == Behind::Value {
            return (words, scale);
        }
        // Less and less: first without names, then without remarks, then without spreads.
        behind = match behind {
            Behind::Everything if names => Behind::Everything,
            Behind::Everything => Behind::ValueAndSpread,
            Behind::ValueAndSpread | Behind::Value => Behind::Value,
        };
        names = false;
    }
}

impl Words {
    fn new(desk: &Desk, rows: &Rows, names_series: bool, behind: Behind, frame: &Frame) -> Self {
        let mut words = Self { behind: Vec::new(), below: Vec::new(), names_series };
        for (place, row) in rows.rows.iter().enumerate() {
            let names = (names_series && place == 0).then_some(rows);
            let lines =
                (0..row.values.len()).map(|series| behind_bar(desk, row, series, names, behind));
            words.behind.push(lines.collect());
            words.below.push(below_row(desk, rows, row, behind, frame));
        }
        words
    }

    fn needs(&self, rows: &Rows, guessed: Guessed) -> Vec<Need> {
        let mut needs = guessed.room.to_vec();
        for (place, (row, lines)) in rows.rows.iter().zip(&self.behind).enumerate() {
            for (number, line) in row.values.iter().flatten().zip(lines) {
                let room = line.width() + NEAR;
                let under = guessed.under.get(place).copied().unwrap_or(number.value);
                needs.push(if number.value < 0.0 {
                    Need { value: number.low.min(under), left: room, right: 0.0 }
                } else {
                    Need { value: number.high.max(under), left: 0.0, right: room }
                });
            }
        }
        needs
    }
}

/// What stands behind one bar.
fn behind_bar(desk: &Desk, row: &Row, series: usize, names: Option<&Rows>, behind: Behind) -> Line {
    let Some(number) = row.values.get(series).and_then(Option::as_ref) else {
        let words = desk.messages.text(Key::ChartNoValue);
        return desk.note(words);
    };
    let last = series + 1 == row.values.len();
    let name =
        names.and_then(|rows| rows.series.get(series)).map(|series| desk.small(&series.label));
    let spread = (behind != Behind::Value).then(|| desk.spread(number)).flatten();
    let annotation = row.annotation.as_deref().filter(|_| last && behind == Behind::Everything);
    let line = Line { runs: vec![desk.value(number.value, row.subject)] };
    line.with(name).with(spread).with(annotation.map(|text| desk.small(text)))
}

/// What did not go behind the bars of a row.
fn below_row(desk: &Desk, rows: &Rows, row: &Row, behind: Behind, frame: &Frame) -> Vec<Line> {
    let mut texts: Vec<String> = Vec::new();
    if behind == Behind::Value {
        for (series, number) in rows.series.iter().zip(&row.values) {
            let spread = number.as_ref().and_then(|number| number.spread(desk.messages));
            texts.extend(spread.map(|spread| match series.label.as_str() {
                "" => spread,
                label => desk.labelled(label, &spread),
            }));
        }
    }
    if behind != Behind::Everything {
        texts.extend(row.annotation.clone());
    }
    desk.notes(&texts, frame.right - frame.left, 2)
}

/// One bar.
struct Bar<'a> {
    mark: Mark,
    number: Option<&'a Number>,
    fill: Fill,
    /// A value drawn below it.
    under: Option<f64>,
}

impl Bar<'_> {
    fn draw(
        &self,
        drawing: &mut Drawing,
        desk: &Desk,
        scale: &Scale,
        slot: &Slot,
        words: &Line,
        frame: &Frame,
    ) {
        let Mark::Value { series, .. } = self.mark else { return };
        let (top, bottom) = slot.track(series);
        let middle = ((top + bottom) / 2.0).round();
        let zero = scale.at(0.0).round();
        let Some(number) = self.number else {
            let rect = no_figure(drawing, desk, words, Point::new(zero, middle), frame);
            drawing.mark_bar(self.mark, rect, slot.area(series));
            return;
        };
        let end = |value: f64| {
            let end = scale.at(value).round();
            if (end - zero).abs() < 1.0 { zero + 1.0 } else { end }
        };
        let (mut rect, mut under) = (Rect::between(zero, top, end(number.value), bottom), zero);
        if let Some(value) = self.under {
            under = end(value);
            drawing.block(Rect::between(zero, top, under, bottom), Ink::Muted.soft());
            let inset = (rect.height / 3.0).round();
            rect = Rect { y: top + inset, height: rect.height - 2.0 * inset, ..rect };
        }
        drawing.block(rect, self.fill);
        whisker(drawing, scale, number, middle);
        let (at, room, anchor) = if number.value < 0.0 {
            let x = scale.at(number.low).min(rect.x).min(under) - NEAR;
            (x, x - frame.left, Anchor::End)
        } else {
            let x = scale.at(number.high).max(rect.right()).max(under) + NEAR;
            (x, frame.right - x, Anchor::Start)
        };
        drawing.set(&desk.setter.fit(words, room), Point::new(at, middle), anchor);
        drawing.mark_bar(self.mark, rect, slot.area(series));
    }
}

/// Says that there is no figure, to that side of the baseline where there is more room;
/// returns where it stands.
fn no_figure(drawing: &mut Drawing, desk: &Desk, words: &Line, at: Point, frame: &Frame) -> Rect {
    let (before, behind) = (at.x - frame.left, frame.right - at.x);
    let words = desk.setter.fit(words, before.max(behind) - NEAR);
    let (x, y) = (at.x + if behind < before { -NEAR - words.width() } else { NEAR }, at.y);
    drawing.set(&words, Point::new(x, y), Anchor::Start);
    Rect::between(x, y - LINE / 2.0, x + words.width(), y + LINE / 2.0)
}

/// From the lowest to the highest value the sources give, if they differ.
pub(super) fn whisker(drawing: &mut Drawing, scale: &Scale, number: &Number, y: f64) {
    if !number.is_disputed() {
        return;
    }
    let (low, high) = (scale.at(number.low).round(), scale.at(number.high).round());
    let ink = Ink::Ink.solid();
    drawing.rule_across(low, high.max(low + 1.0), y, ink);
    for x in [low, high] {
        drawing.rule_down(x, y - 4.0, y + 5.0, ink);
    }
}
