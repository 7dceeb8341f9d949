//! A chart of many points that is hovered and zoomed without end: memory before and after.

use super::{CARD_PAGE, Lines, open, place, put};
use crate::{
    Outcome,
    browser::{Page, Throttle},
    options::Effort,
    report::{Column, Row, Table},
    rounds::{Figures, interleave},
    scenes::{Bench, cold, kilo},
};

const COLUMNS: [Column; 8] = [
    Column::new("hovers", "", 0),
    Column::new("zooms", "", 0),
    Column::new("JS heap before", "KB", 0),
    Column::new("its growth", "KB", 0),
    Column::new("WebAssembly memory before", "KB", 0),
    Column::new("its growth", "KB", 0),
    Column::new("private memory growth", "KB", 0),
    Column::new("growth in DOM nodes", "", 0),
];

const NOTE: &str = "One line of 10,000 points in the card: moves of the mouse all over it, a frame after every fourth; then turns of the wheel with the \
    Control key, ten in and ten out by turns, a frame after each. Before: after a warm-up of a tenth as many, garbage collected. Growth: from there to the end.";

const LINES: Lines = Lines { lines: 1, points: 10_000 };

/// The warm-up is one part, as many as it are measured.
const PARTS: usize = 10;

/// One row.
pub(super) fn run(bench: &Bench) -> Outcome<Table> {
    put(bench, LINES)?;
    let part = match bench.options.effort {
        Effort::Full | Effort::Quick => (1_000, 100),
        Effort::Smoke => (20, 2),
    };
    let wanted = 1;
    let all = interleave(1, wanted, |_| cold(|page| measure(bench, page, part)))?;
    let rows =
        all.iter().map(|runs| Row::of("card-endurance", "Story Card", &COLUMNS, runs, wanted));
    Ok(Table {
        scene: "points",
        title: "A chart of many points, hovered and zoomed without end".to_owned(),
        note: NOTE.to_owned(),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    })
}

fn measure(bench: &Bench, page: &mut Page, (moves, turns): (usize, usize)) -> Outcome<Figures> {
    page.throttle(Throttle::None)?;
    page.load(&bench.site.url(CARD_PAGE), "bare")?;
    open(page, "card", LINES)?;
    place(page, "card")?;
    let soak = format!("points.soak('card', {moves}, {turns})");
    page.js(&soak)?;
    let before = page.memory()?;
    for _ in 0..PARTS {
        page.js(&soak)?;
    }
    let after = page.memory()?;
    Ok(vec![
        Some((PARTS * moves) as f64),
        Some((PARTS * turns) as f64),
        Some(kilo(before.heap)),
        Some(kilo(after.heap - before.heap)),
        Some(kilo(before.wasm)),
        Some(kilo(after.wasm - before.wasm)),
        after.private.zip(before.private).map(|(after, before)| kilo(after - before)),
        Some(after.nodes - before.nodes),
    ])
}
