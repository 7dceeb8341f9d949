//! A press as soon as there is something to press, on a slow machine and line: when its answer shows.

use super::{Bench, cold, figure};
use crate::{
    Outcome,
    browser::{Page, Throttle},
    contestant::{OURS, named, without_loader},
    doing, pages,
    report::{Column, Row, Table},
    rounds::{Figures, interleave},
};

const COLUMNS: [Column; 5] = [
    Column::new("first contentful paint", "ms", 0),
    Column::new("pressed", "ms", 0),
    Column::new("verdict", "ms", 0),
    Column::new("reason", "ms", 0),
    Column::new("section", "ms", 0),
];

const NOTE: &str = "Processor four times slower, 1.6 Mbit/s down, 750 kbit/s up, 150 ms; times since navigation. \
    Of the static card an option of the first question is pressed at first contentful paint, before any WebAssembly \
    is there; of the rivals as soon as one can be pressed. Verdict: the word stands at the option. Reason: it stands \
    below; the rivals say both at once. Without its script: the loader is left out, as with scripts off. A tab: the \
    timeline's is clicked at first contentful paint; section: it is open, in the static card, which needs no script \
    for it, or drawn in the live one.";

/// One row: what it is called, whose page it is, and what is pressed there (in `pages/kits.js`).
struct Early {
    id: &'static str,
    title: &'static str,
    path: &'static str,
    kit: &'static str,
    is_rival: bool,
}

const PLAIN: &str = "/story-card-plain.html";

const ROWS: [Early; 5] = [
    Early {
        id: OURS,
        title: "Story Card, an option pressed at first paint",
        path: "/story-card.html",
        kit: "static",
        is_rival: false,
    },
    Early {
        id: "plain",
        title: "The same without its script",
        path: PLAIN,
        kit: "static",
        is_rival: false,
    },
    Early {
        id: "tab",
        title: "Story Card, a tab clicked at first paint",
        path: "/story-card.html",
        kit: "tab",
        is_rival: false,
    },
    Early {
        id: "stack",
        title: "SurveyJS + TimelineJS3 + Chart.js",
        path: "/stack.html",
        kit: "stack",
        is_rival: true,
    },
    Early {
        id: "light",
        title: "Light stack: Preact quiz, list, uPlot",
        path: "/light.html",
        kit: "light",
        is_rival: true,
    },
];

/// One table.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    for card in named(&[OURS]) {
        bench.site.put(PLAIN, without_loader(&pages::of(&card)?));
    }
    bench.site.prepare(PLAIN)?;
    let wanted = bench.options.repeats(7, 3);
    let all = interleave(ROWS.len(), wanted, |place| {
        cold(|page| measure(bench, page, &ROWS[place])).map_err(doing(ROWS[place].id))
    })?;
    let rows = ROWS.iter().zip(&all).map(|(row, runs)| Row {
        is_rival: row.is_rival,
        ..Row::of(row.id, row.title, &COLUMNS, runs, wanted)
    });
    Ok(vec![Table {
        scene: "early",
        title: "The first verdict, slow machine and line".to_owned(),
        note: NOTE.to_owned(),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    }])
}

fn measure(bench: &Bench, page: &mut Page, row: &Early) -> Outcome<Figures> {
    page.throttle(Throttle::CpuAndLine)?;
    let statement = format!("probe.pressable = probe.early(kits.early.{})", row.kit);
    page.watch(&bench.site.url(row.path), &statement)?;
    let place = page.js("probe.pressable")?;
    let at = |key: &str| place[key].as_f64().ok_or("there is nothing to press");
    page.press(at("x")?, at("y")?)?;
    let shown = page.js("probe.shown")?;
    Ok(vec![
        figure(&place, "fcp"),
        figure(&place, "possible"),
        figure(&shown, "verdict"),
        figure(&shown, "reason"),
        figure(&shown, "section"),
    ])
}
