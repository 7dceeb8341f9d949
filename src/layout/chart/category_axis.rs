//! The category axis of a chart of rows: names to the left of the plot where there is
//! room, above their bars where there is not.

use crate::layout::context::{LINE_HEIGHT, LayoutContext, TEXT};
use crate::layout::drawing::Drawing;
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Ink, Point, Rect};
use crate::story::{Row, Rows};

/// Between the names and the plot, in px.
const GUTTER: f64 = 12.0;
/// Names take at most this share of the width.
const NAMES_SHARE: f64 = 0.36;
const SMALL_NAMES_SHARE: f64 = 0.45;
/// With names beside it, a plot is at least this wide, in px.
const LEAST_PLOT: f64 = 250.0;
/// The same in a small chart.
const LEAST_SMALL_PLOT: f64 = 130.0;
/// Between two rows, in px, and the same in a small chart.
const ROW_GAP: f64 = 14.0;
const SMALL_ROW_GAP: f64 = 9.0;

/// Names of rows and where the plot lies.
pub(super) struct CategoryAxis {
    /// Names stand to the left, not above.
    pub(super) names_beside: bool,
    /// Left edge of the plot.
    pub(super) left: f64,
    /// Right edge of the plot.
    pub(super) right: f64,
    /// The name of each row on its lines.
    names: Vec<Vec<TextLine>>,
    /// Between two rows, in px.
    row_gap: f64,
    is_small: bool,
}

/// The bars of a row: how many, how high and how far apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct BarGroup {
    pub(super) count: usize,
    pub(super) height: f64,
    pub(super) gap: f64,
}

/// Where one row goes: its share of the axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Band {
    /// The whole row, across the drawing; bands touch.
    pub(super) area: Rect,
    /// Upper edge of the first bar.
    bars_y: f64,
    /// Middle of the first line below the bars.
    notes_y: f64,
    group: BarGroup,
}

impl CategoryAxis {
    /// Sets the names of the rows.
    pub(super) fn new(cx: &LayoutContext, rows: &[Row]) -> Self {
        let names: Vec<TextLine> = rows.iter().map(|row| name(cx, row)).collect();
        let (right, is_small) = (cx.width - 2.0, cx.is_small);
        let row_gap = if is_small { SMALL_ROW_GAP } else { ROW_GAP };
        match column(cx, &names) {
            Some((column, names)) => {
                let left = (column + GUTTER).ceil();
                Self { names_beside: true, left, right, names, row_gap, is_small }
            }
            None => {
                let names =
                    names.iter().map(|name| cx.typesetter.wrap(name, cx.width, 2)).collect();
                Self { names_beside: false, left: 2.0, right, names, row_gap, is_small }
            }
        }
    }

    /// Gives every row its place from `y` down; `notes` counts the lines below each row's bars.
    /// Returns the bands and where they end.
    pub(super) fn bands(&self, y: f64, group: BarGroup, notes: &[usize]) -> (Vec<Band>, f64) {
        let mut y = y;
        let mut bands = Vec::with_capacity(self.names.len());
        for (index, name) in self.names.iter().enumerate() {
            let name = name.len() as f64 * LINE_HEIGHT;
            let notes = notes.get(index).map_or(0.0, |lines| *lines as f64 * LINE_HEIGHT);
            let (above, bars) = if self.names_beside {
                let bars = group.total().max(name);
                ((bars - group.total()) / 2.0, bars)
            } else {
                (name + 2.0, name + 2.0 + group.total())
            };
            let top = y + self.row_gap / 2.0;
            let bottom = top + bars + notes + self.row_gap / 2.0;
            let area = Rect::between(0.0, y, self.right + 2.0, bottom);
            bands.push(Band {
                area,
                bars_y: (top + above).round(),
                notes_y: top + bars + LINE_HEIGHT / 2.0 + 1.0,
                group,
            });
            y = bottom;
        }
        (bands, y)
    }

    /// Writes the names.
    pub(super) fn draw_names(&self, drawing: &mut Drawing, bands: &[Band]) {
        for (name, band) in self.names.iter().zip(bands) {
            let (first, x, anchor) = if self.names_beside {
                let middle = band.bars_y + band.group.total() / 2.0;
                (
                    middle - (name.len() as f64 - 1.0) * LINE_HEIGHT / 2.0,
                    self.left - GUTTER,
                    Anchor::End,
                )
            } else {
                (band.area.y + self.row_gap / 2.0 + LINE_HEIGHT / 2.0, 0.0, Anchor::Start)
            };
            for (index, line) in name.iter().enumerate() {
                drawing.text(line, Point::new(x, first + index as f64 * LINE_HEIGHT), anchor);
            }
        }
    }

    /// Draws the line the bars start from: one for all, or one to a row where names stand between.
    pub(super) fn draw_baseline(&self, drawing: &mut Drawing, bands: &[Band], x: f64) {
        let x = x.round();
        if let (true, Some(first), Some(last)) = (self.names_beside, bands.first(), bands.last()) {
            drawing.rule_down_around_words(x, first.area.y, last.area.bottom(), Ink::Muted.solid());
            return;
        }
        for band in bands {
            let (top, bottom) = (band.bars_y, band.bars_y + band.group.total());
            drawing.rule_down(x, top - 3.0, bottom + 3.0, Ink::Muted.solid());
        }
    }

    /// How high a bar is, with `count` of them to a row.
    pub(super) fn bar_group(&self, count: usize) -> BarGroup {
        let height = match (count, self.names_beside) {
            (1, true) if !self.is_small => 24.0,
            (1, _) => 18.0,
            _ => 17.0,
        };
        BarGroup { count, height, gap: 2.0 }
    }
}

impl BarGroup {
    fn total(self) -> f64 {
        let count = self.count as f64;
        count * self.height + (count - 1.0).max(0.0) * self.gap
    }
}

impl Band {
    /// Upper and lower edge of a bar.
    pub(super) fn bar_edges(&self, index: usize) -> (f64, f64) {
        let top = self.bars_y + index as f64 * (self.group.height + self.group.gap);
        (top, top + self.group.height)
    }

    /// Where a pointer means a bar: its share of the row, across the drawing.
    pub(super) fn hit_area(&self, index: usize) -> Rect {
        let (top, bottom) = self.bar_edges(index);
        let top = if index == 0 { self.area.y } else { top };
        let bottom = if index + 1 >= self.group.count { self.area.bottom() } else { bottom };
        Rect::between(self.area.x, top, self.area.right(), bottom)
    }

    /// Writes lines below the bars.
    pub(super) fn draw_notes(&self, drawing: &mut Drawing, x: f64, lines: &[TextLine]) {
        for (index, line) in lines.iter().enumerate() {
            let y = self.notes_y + index as f64 * LINE_HEIGHT;
            drawing.text(line, Point::new(x, y), Anchor::Start);
        }
    }
}

/// What sources give for the values of a row, each with the name of its series.
pub(super) fn spreads(cx: &LayoutContext, rows: &Rows, row: &Row) -> Vec<String> {
    let mut spreads = Vec::new();
    for (series, number) in rows.series.iter().zip(&row.values) {
        let spread = number.and_then(|number| number.spread(cx.messages));
        spreads.extend(spread.map(|spread| cx.labelled(&series.label, &spread)));
    }
    spreads
}

/// A row's name with its detail.
pub(super) fn name(cx: &LayoutContext, row: &Row) -> TextLine {
    let font = if row.subject { TEXT.bold() } else { TEXT };
    let detail = row.detail.as_deref().map(|detail| cx.small(detail));
    cx.typesetter.line(&row.label, font, Ink::Ink).with(detail)
}

/// Names in a column of their own, at most two lines each: its width and the lines.
/// None if that leaves too little for the plot.
fn column(cx: &LayoutContext, names: &[TextLine]) -> Option<(f64, Vec<Vec<TextLine>>)> {
    let (share, least_plot) = match cx.is_small {
        true => (SMALL_NAMES_SHARE, LEAST_SMALL_PLOT),
        false => (NAMES_SHARE, LEAST_PLOT),
    };
    let most = (cx.width * share).min(cx.width - least_plot - GUTTER);
    let widest = names.iter().map(TextLine::width).fold(0.0, f64::max);
    let room = widest.min(most);
    if room < 30.0 && widest > room {
        return None;
    }
    let wrapped: Vec<_> = names.iter().map(|name| cx.typesetter.wrap(name, room, 2)).collect();
    let whole = names.iter().zip(&wrapped).all(|(name, lines)| is_whole(name, lines));
    let column = wrapped.iter().flatten().map(TextLine::width).fold(0.0, f64::max);
    whole.then_some((column, wrapped))
}

/// Whether some lines hold all of a line.
pub(super) fn is_whole(line: &TextLine, lines: &[TextLine]) -> bool {
    letters(lines) >= letters(std::slice::from_ref(line))
}

/// Letters on the lines, spaces not counted; fewer after shortening.
fn letters(lines: &[TextLine]) -> usize {
    let mut letters = 0;
    for run in lines.iter().flat_map(|line| &line.runs) {
        letters += run.text.chars().filter(|c| !matches!(c, ' ' | '\u{2026}')).count();
    }
    letters
}
