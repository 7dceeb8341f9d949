//! A number to each row, set large.

use crate::layout::context::{LABEL_GAP, LINE_HEIGHT, LayoutContext, TEXT};
use crate::layout::drawing::Drawing;
use crate::layout::text::TextLine;
use crate::layout::{Anchor, Font, Ink, Mark, Point, Rect};
use crate::story::{Chart, MessageKey, Notation, Row, Rows, Unit};

/// The face of a number, and of one that has less room.
const NUMERAL: Font = Font { size_px: 30.0, bold: true, serif: true };
const SMALL_NUMERAL: Font = Font { size_px: 20.0, ..NUMERAL };
/// From the edge of a tile to its number, and how high the number is, in px.
const AIR: f64 = 8.0;
const NUMERAL_HEIGHT: f64 = 38.0;
/// A tile is at least so wide, in px; between two.
const LEAST_WIDTH: f64 = 128.0;
const GAP: f64 = 20.0;
/// More beside each other are no longer seen at one glance.
const MOST_COLUMNS: f64 = 6.0;

/// What one tile says.
struct Tile {
    numeral: TextLine,
    below: Vec<TextLine>,
}

/// Lays out tiles.
pub(super) fn tiles(chart: &Chart, rows: &Rows, cx: &LayoutContext) -> Drawing {
    let count = rows.rows.len();
    let most = ((cx.width + GAP) / (LEAST_WIDTH + GAP)).floor().clamp(1.0, MOST_COLUMNS) as usize;
    // As many in each line as the others have, where that is possible.
    let columns = count.div_ceil(count.div_ceil(most).max(1)).max(1);
    let width = ((cx.width - (columns - 1) as f64 * GAP) / columns as f64).floor();
    let mut drawing = Drawing::default();
    let mut y = 0.0;
    for (line, rows) in rows.rows.chunks(columns).enumerate() {
        let tiles: Vec<_> = rows.iter().map(|row| tile(cx, &chart.unit, row, width)).collect();
        let lines = tiles.iter().map(|tile| tile.below.len()).max().unwrap_or_default();
        let height = AIR + NUMERAL_HEIGHT + lines as f64 * LINE_HEIGHT + 1.0;
        for (nth, (row, tile)) in rows.iter().zip(&tiles).enumerate() {
            let rect = Rect { x: nth as f64 * (width + GAP), y, width, height };
            draw(&mut drawing, rect, row, tile);
            let mark = Mark::Value { series: 0, index: line * columns + nth };
            drawing.mark_bar(mark, rect, rect);
        }
        y += height + GAP;
    }
    drawing.sized(cx.width, y - GAP)
}

fn tile(cx: &LayoutContext, unit: &Unit, row: &Row, width: f64) -> Tile {
    let number = row.values.first().copied().flatten();
    let ink = if row.subject { Ink::Accent } else { Ink::Ink };
    let before = Unit { after: String::new(), ..unit.clone() };
    let numeral = number.map(|number| {
        let set = |font: Font, notation: Notation| {
            let words = number.words(notation, cx.messages);
            cx.typesetter.line(&before.beside(&words, cx.messages), font, ink)
        };
        // All digits in a smaller face before fewer digits.
        let large = set(NUMERAL, cx.notation);
        match large.width() <= width {
            true => large,
            false => cx.fitting(width, &|notation| set(SMALL_NUMERAL, notation)),
        }
    });
    let name =
        cx.typesetter.line(&row.label, if row.subject { TEXT.bold() } else { TEXT }, Ink::Ink);
    let mut below = cx.typesetter.wrap(&name, width, 3);
    let spread = number.and_then(|number| cx.spread_words(&number));
    let small: Vec<String> =
        [row.detail.clone(), spread, row.annotation.clone()].into_iter().flatten().collect();
    below.extend(cx.notes(&small, width, 2));
    let missing = || cx.typesetter.fit(&cx.note(cx.messages.text(MessageKey::ChartNoValue)), width);
    Tile { numeral: numeral.unwrap_or_else(missing), below }
}

fn draw(drawing: &mut Drawing, rect: Rect, row: &Row, Tile { numeral, below }: &Tile) {
    let ink = if row.subject { Ink::Accent } else { Ink::Rule };
    let thick = if row.subject { 3.0 } else { 1.0 };
    drawing.block(Rect { height: thick, ..rect }, ink.solid());
    let middle = (rect.y + AIR + NUMERAL_HEIGHT / 2.0 - LABEL_GAP / 4.0).round();
    drawing.text(numeral, Point::new(rect.x, middle), Anchor::Start);
    for (nth, line) in below.iter().enumerate() {
        let y = rect.y + AIR + NUMERAL_HEIGHT + (nth as f64 + 0.5) * LINE_HEIGHT;
        drawing.text(line, Point::new(rect.x, y.round()), Anchor::Start);
    }
}
