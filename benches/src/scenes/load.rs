//! Loading: the same post with each contestant in it, in a fresh browser.

use std::fs;

use super::{Bench, cold, figure, kilo};
use crate::{
    Outcome,
    browser::{Page, Throttle},
    contestant::{ALL, Contestant, OURS, TURNED, named},
    doing, folders,
    options::Effort,
    report::{Column, Row, Table},
    rounds::{Figures, Runs, interleave},
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

/// The last column on a slow line, where memory says nothing else.
const READY: usize = 7;

/// Behind all columns: from a mouse that moves over the static card to the live one.
const LIVE: usize = COLUMNS.len();

const NOTE: &str = "A new browser opens the post. Bytes are what the server's sockets wrote, headers included. \
    Ready: every part that shows at the start is visible and drawn, one more frame is out, and the main thread \
    takes the next task. First answer possible: the same for the quiz alone. Blocking time: what is over 50 ms of \
    tasks between first contentful paint and ready, or the page's `load` event where that is later. Story Card is \
    the static card, which plays by itself: ready when it stands there in its style; nobody turns to it, so no \
    WebAssembly is fetched. Turned to at first paint: a mouse begins to move over it at first contentful paint; \
    ready, and the first answer possible, are those of the live card (the static card can be answered as early as \
    in the row above). Without its static card, the live card starts by itself near the window. A card shows one \
    section and one chart at a time; a row of its own shows quiz, timeline and all charts at once, as the rivals do.";

const LIVE_NOTE: &str = "Of the runs above. Story Card, turned to at first paint: from the time stamp of the first move \
    of a mouse over the static card, at first contentful paint, to the live card, ready and drawn. The others need no \
    sign and begin with the page: from navigation to ready.";

/// Every contestant's runs in one setting.
struct Loads {
    contestants: Vec<Contestant>,
    runs: Vec<Runs>,
    wanted: usize,
}

/// Both settings, and what they say of the way to the live card.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    let fast = loads(bench, Throttle::None)?;
    let slow = loads(bench, Throttle::CpuAndLine)?;
    Ok(vec![
        fast.table(
            "Load",
            &COLUMNS,
            "Memory after garbage has been collected; private: what only the page's process has.",
        ),
        slow.table(
            "Load, slow machine and line",
            &COLUMNS[..=READY],
            "Processor four times slower, 1.6 Mbit/s down, 750 kbit/s up, 150 ms.",
        ),
        live(&fast, &slow),
    ])
}

fn loads(bench: &Bench, throttle: Throttle) -> Outcome<Loads> {
    println!("    {throttle:?}");
    let contestants = match (bench.options.effort, throttle) {
        // Everybody has been seen once by then.
        (Effort::Smoke, Throttle::CpuAndLine) => named(&[OURS, TURNED, "stack", "light"]),
        _ => ALL.to_vec(),
    };
    let wanted = bench.options.repeats(7, 3);
    let runs = interleave(contestants.len(), wanted, |place| {
        let contestant = contestants[place];
        cold(|page| measure(bench, page, contestant, throttle)).map_err(doing(contestant.id))
    })?;
    Ok(Loads { contestants, runs, wanted })
}

impl Loads {
    fn row(&self, place: usize, columns: &[Column]) -> Row {
        let one = self.contestants[place];
        Row {
            is_rival: one.is_rival,
            ..Row::of(one.id, one.title, columns, &self.runs[place], self.wanted)
        }
    }

    fn table(&self, title: &str, columns: &[Column], note: &str) -> Table {
        Table {
            scene: "load",
            title: title.to_owned(),
            note: format!("{NOTE} {note}"),
            columns: columns.to_vec(),
            rows: (0..self.contestants.len()).map(|place| self.row(place, columns)).collect(),
        }
    }

    /// The values of a contestant's column.
    fn values(&self, id: &str, column: usize) -> Vec<f64> {
        let place = self.contestants.iter().position(|one| one.id == id);
        place.map_or_else(Vec::new, |place| self.runs[place].values(column, self.wanted))
    }
}

/// How long a reader waits for the live card who turns to it at once, beside those that begin
/// with the page.
fn live(fast: &Loads, slow: &Loads) -> Table {
    let columns =
        [Column::new("to live, unthrottled", "ms", 0), Column::new("to live, slow", "ms", 0)];
    let rows =
        [(TURNED, LIVE), ("stack", READY), ("light", READY)].iter().filter_map(|(id, from)| {
            let place = slow.contestants.iter().position(|one| one.id == *id)?;
            let mut row = slow.row(place, &[]);
            row.values = vec![fast.values(id, *from), slow.values(id, *from)];
            // Rivals are compared with it.
            row.id = if *id == TURNED { OURS.to_owned() } else { row.id };
            Some(row)
        });
    Table {
        scene: "load",
        title: "From the first sign of a reader to the live card".to_owned(),
        note: LIVE_NOTE.to_owned(),
        columns: columns.to_vec(),
        rows: rows.collect(),
    }
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
        figure(&times, "answer"),
        figure(&times, "ready"),
    ];
    if throttle == Throttle::None {
        let memory = page.memory()?;
        let wasm = (memory.wasm > 0.0).then_some(kilo(memory.wasm));
        figures.extend([Some(kilo(memory.heap)), wasm, memory.private.map(kilo)]);
        keep_picture(page, contestant)?;
    }
    figures.resize(LIVE, None);
    figures.push(figure(&times, "live"));
    Ok(figures)
}

/// What was measured can be looked at: `target/bench/pictures/ID.png`, once for each contestant and run.
fn keep_picture(page: &mut Page, contestant: Contestant) -> Outcome {
    let folder = folders::work().join("pictures");
    let file = folder.join(format!("{}.png", contestant.id));
    fs::create_dir_all(&folder).map_err(doing(folder.display()))?;
    fs::write(&file, page.picture()?).map_err(doing(file.display()))
}
