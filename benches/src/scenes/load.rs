//! Loading: the same post with each contestant in it, in a fresh browser.

use std::fs;

use super::{Bench, cold, figure, kilo};
use crate::{
    Outcome,
    browser::{Page, Throttle},
    contestant::{ALL, Contestant, named},
    doing, folders,
    options::Effort,
    report::{Column, Row, Table},
    rounds::{Figures, interleave},
};

const COLUMNS: [Column; 11] = [
    Column::new("requests", "", 0),
    Column::new("bytes", "KB", 1),
    Column::new("first contentful paint", "ms", 0),
    Column::new("largest contentful paint", "ms", 0),
    Column::new("layout shift", "", 3),
    Column::new("blocking time", "ms", 0),
    Column::new("first answer possible", "ms", 0),
    Column::new("ready", "ms", 0),
    Column::new("JS heap", "KB", 0),
    Column::new("WebAssembly memory", "KB", 0),
    Column::new("private memory", "KB", 0),
];

const NOTE: &str = "A new browser opens the post. Bytes are what the server's sockets wrote, headers included. \
    Ready: every part that shows at the start is visible and drawn, one more frame is out, and the main thread \
    takes the next task. First answer possible: the same for the quiz alone. Blocking time: what is over 50 ms of \
    tasks between first contentful paint and ready. The card shows one section at a time; a row of its own shows \
    quiz, timeline and charts open at once, as the rivals do.";

/// Both settings.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    Ok(vec![
        table(
            bench,
            Throttle::None,
            "Load",
            "Memory after garbage has been collected; private: what only the page's process has.",
        )?,
        table(
            bench,
            Throttle::CpuAndLine,
            "Load, slow machine and line",
            "Processor four times slower, 1.6 Mbit/s down, 750 kbit/s up, 150 ms.",
        )?,
    ])
}

fn table(bench: &Bench, throttle: Throttle, title: &str, note: &str) -> Outcome<Table> {
    println!("    {title}");
    let contestants = match (bench.options.effort, throttle) {
        // Everybody has been seen once by then.
        (Effort::Smoke, Throttle::CpuAndLine) => named(&["story-card", "stack", "light"]),
        _ => ALL.to_vec(),
    };
    let wanted = bench.options.repeats(7, 3);
    let all = interleave(contestants.len(), wanted, |place| {
        let contestant = contestants[place];
        cold(|page| measure(bench, page, contestant, throttle)).map_err(doing(contestant.id))
    })?;
    let columns = if throttle == Throttle::None { &COLUMNS[..] } else { &COLUMNS[..8] };
    let rows = contestants.iter().zip(&all).map(|(one, runs)| Row {
        is_rival: one.is_rival,
        ..Row::of(one.id, one.title, columns, runs, wanted)
    });
    Ok(Table {
        scene: "load",
        title: title.to_owned(),
        note: format!("{NOTE} {note}"),
        columns: columns.to_vec(),
        rows: rows.collect(),
    })
}

fn measure(
    bench: &Bench,
    page: &mut Page,
    contestant: Contestant,
    throttle: Throttle,
) -> Outcome<Figures> {
    page.throttle(throttle)?;
    bench.site.take_traffic();
    let times = page.load(&bench.site.url(&contestant.path()), contestant.kit)?;
    let (requests, bytes) = bench.site.take_traffic();
    let mut figures = vec![
        Some(requests as f64),
        Some(kilo(bytes as f64)),
        figure(&times, "fcp"),
        figure(&times, "lcp"),
        figure(&times, "shift"),
        figure(&times, "blocking"),
        // Of the whole Ballerina story the first section is no quiz.
        figure(&times, "answer"),
        figure(&times, "ready"),
    ];
    if throttle == Throttle::None {
        let memory = page.memory()?;
        let wasm = (memory.wasm > 0.0).then_some(kilo(memory.wasm));
        figures.extend([Some(kilo(memory.heap)), wasm, memory.private.map(kilo)]);
        keep_picture(page, contestant)?;
    }
    Ok(figures)
}

/// What was measured can be looked at: `target/bench/pictures/ID.png`, once for each contestant and run.
fn keep_picture(page: &mut Page, contestant: Contestant) -> Outcome {
    let folder = folders::work().join("pictures");
    let file = folder.join(format!("{}.png", contestant.id));
    fs::create_dir_all(&folder).map_err(doing(folder.display()))?;
    fs::write(&file, page.picture()?).map_err(doing(file.display()))
}
