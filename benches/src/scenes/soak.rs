//! Endurance: a bounded mix of everything a reader and a page do to cards, memory before and after.

use std::fs;

use super::{Bench, cards::page_with, cold, kilo};
use crate::{
    Outcome,
    browser::{Memory, Page, Throttle},
    doing, folders,
    options::Effort,
    report::{Column, Row, Table},
    rounds::{Figures, interleave},
};

/// Stages before memory is first read. Code gets compiled and tables get their size over the
/// first few thousand actions; in a full run these are through by then.
const WARM_UP: usize = 2;

/// How often memory is read after that.
const STAGES: usize = 4;

/// How many actions are asked for at once.
const PART: usize = 250;

const COLUMNS: [Column; 8] = [
    Column::new("actions", "", 0),
    Column::new("JS heap before", "KB", 0),
    Column::new("its growth", "KB", 0),
    Column::new("WebAssembly memory before", "KB", 0),
    Column::new("its growth", "KB", 0),
    Column::new("private memory growth", "KB", 0),
    Column::new("growth in DOM nodes", "", 0),
    Column::new("growth in listeners", "", 0),
];

const NOTE: &str = "Mixed actions in a fixed random order: tabs, answers, next questions, rounds, folds, values of \
    charts, themes, widths, `show()`, moving a card, taking it out and putting it back. Before: after a warm-up of \
    half as many actions, garbage collected. Growth: from there to the end.";

/// One card, and fifty.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    let counts: &[usize] = if bench.options.effort == Effort::Smoke { &[1, 5] } else { &[1, 50] };
    for count in counts {
        bench.site.put(&path(*count), page_with(*count)?);
    }
    let stage = match bench.options.effort {
        Effort::Full => 1000,
        Effort::Quick => 400,
        Effort::Smoke => 50,
    };
    let wanted = bench.options.repeats(1, 1);
    let all = interleave(counts.len(), wanted, |place| {
        cold(|page| measure(bench, page, counts[place], stage))
    })?;
    let rows = counts.iter().zip(&all).map(|(count, runs)| {
        let title = format!("{count} card{}", if *count == 1 { "" } else { "s" });
        Row::of(&format!("soak-{count}"), &title, &COLUMNS, runs, wanted)
    });
    Ok(vec![Table {
        scene: "soak",
        title: "Endurance".to_owned(),
        note: NOTE.to_owned(),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    }])
}

fn path(count: usize) -> String {
    format!("/soak-{count}.html")
}

fn measure(bench: &Bench, page: &mut Page, count: usize, stage: usize) -> Outcome<Figures> {
    page.throttle(Throttle::None)?;
    page.load(&bench.site.url(&path(count)), "card")?;
    let script = folders::sources().join("pages/soak.js");
    page.js(&fs::read_to_string(&script).map_err(doing(script.display()))?)?;
    let mut done = act(page, WARM_UP * stage)?;
    let before = page.memory()?;
    let mut after = before;
    for _ in 0..STAGES {
        done += act(page, stage)?;
        after = page.memory()?;
        println!("        cards: {count}, actions: {done}, {}", told(&after));
    }
    Ok(vec![
        Some(done),
        Some(kilo(before.heap)),
        Some(kilo(after.heap - before.heap)),
        Some(kilo(before.wasm)),
        Some(kilo(after.wasm - before.wasm)),
        after.private.zip(before.private).map(|(after, before)| kilo(after - before)),
        Some(after.nodes - before.nodes),
        Some(after.listeners - before.listeners),
    ])
}

/// Acts, brings every card to rest, and gives back how often something could be done.
fn act(page: &mut Page, count: usize) -> Outcome<f64> {
    let mut done = 0.0;
    // In parts, each of them far below the time that an answer may take.
    for from in (0..count).step_by(PART) {
        done += page.number(&format!("soak({})", PART.min(count - from)))?;
    }
    page.js("rest()")?;
    Ok(done)
}

fn told(memory: &Memory) -> String {
    format!(
        "heap {:.0} KB, WebAssembly {:.0} KB, private {:.0} KB, {} nodes, {} listeners",
        kilo(memory.heap),
        kilo(memory.wasm),
        kilo(memory.private.unwrap_or(f64::NAN)),
        memory.nodes,
        memory.listeners
    )
}
