//! Passing by: the post is opened and scrolled past under a resting mouse, then with a finger;
//! nothing is pressed.

use serde_json::Value;

use super::{Bench, cold, figure, kilo};
use crate::{
    Outcome,
    browser::{Page, Scroll, Throttle},
    contestant::{ALL, Contestant, OURS, TURNED, named},
    doing,
    options::Effort,
    report::{Column, Row, Table},
    rounds::{Figures, interleave},
};

const COLUMNS: [Column; 10] = [
    Column::new("requests", "", 0),
    Column::new("bytes", "KB", 1),
    Column::new("bytes beside its own HTML", "KB", 1),
    Column::new("first contentful paint", "ms", 0),
    Column::new("blocking time", "ms", 0),
    Column::new("layout shift", "", 3),
    Column::new("WebAssembly memory", "KB", 0),
    Column::new("swiped past: further requests", "", 0),
    Column::new("swiped past: further blocking time", "ms", 0),
    Column::new("swiped past: further layout shift", "", 3),
];

const NOTE: &str = "A mouse rests where the widget will be; the post is opened, and when everything is ready and loaded \
    it is scrolled past with the wheel, down to the end of the page. Then, from the top again, it is swiped past with \
    a finger that comes down on the widget each time. Nothing is pressed. Bytes beside its own HTML: without the page \
    itself, which holds the static card; the post's own sheet is among them, as in the last row. Blocking time: what \
    is over 50 ms of all tasks since first contentful paint.";

/// Where the mouse rests and fingers come down: in the widget, which begins above the middle of
/// the window and is higher than the rest of it.
const PLACE: (f64, f64) = (512.0, 660.0);

/// Everybody unthrottled, and some on a slow machine.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    // The card that is turned to is the first one's page.
    let all: Vec<_> = ALL.iter().filter(|one| one.id != TURNED).copied().collect();
    let some = named(&[OURS, "stack", "light", "bare"]);
    let fast = match bench.options.effort {
        Effort::Smoke => some.clone(),
        _ => all,
    };
    Ok(vec![
        table(bench, &fast, bench.options.repeats(15, 3), Throttle::None)?,
        table(bench, &some, bench.options.repeats(5, 1), Throttle::CpuAndLine)?,
    ])
}

fn table(
    bench: &Bench,
    contestants: &[Contestant],
    wanted: usize,
    throttle: Throttle,
) -> Outcome<Table> {
    let (title, setting) = match throttle {
        Throttle::CpuAndLine => (
            "Passing by, slow machine and line",
            "Processor four times slower, 1.6 Mbit/s down, 750 kbit/s up, 150 ms.",
        ),
        _ => ("Passing by", "Unthrottled."),
    };
    println!("    {title}");
    let all = interleave(contestants.len(), wanted, |place| {
        let contestant = contestants[place];
        cold(|page| measure(bench, page, contestant, throttle)).map_err(doing(contestant.id))
    })?;
    let rows = contestants.iter().zip(&all).map(|(one, runs)| Row {
        is_rival: one.is_rival,
        ..Row::of(one.id, one.title, &COLUMNS, runs, wanted)
    });
    Ok(Table {
        scene: "passing",
        title: title.to_owned(),
        note: format!("{NOTE} {setting}"),
        columns: COLUMNS.to_vec(),
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
    let (x, y) = PLACE;
    page.point(x, y)?;
    bench.site.take_traffic();
    let path = contestant.path();
    let statement = format!("probe.ready = probe.opened(kits.{})", contestant.kit);
    page.watch(&bench.site.url(&path), &statement)?;
    page.js("probe.ready")?;
    page.point(x, y)?;
    check_mouse(page)?;
    page.scroll_past(Scroll::Wheel, x, y)?;
    let wheeled = page.js("probe.passed()")?;
    let (requests, bytes) = bench.site.take_traffic();
    let own = bench.site.weight(&path) as f64;
    let memory = page.number("probe.wasmBytes()")?;
    page.js("scrollTo({ top: 0, behavior: 'instant' })")?;
    page.scroll_past(Scroll::Finger, x, y)?;
    let swiped = page.js("probe.passed()")?;
    let further = |key: &str| Some(swiped[key].as_f64()? - wheeled[key].as_f64()?);
    Ok(vec![
        Some(requests as f64),
        Some(kilo(bytes as f64)),
        Some(kilo(bytes as f64 - own)),
        figure(&wheeled, "fcp"),
        figure(&wheeled, "blocking"),
        figure(&wheeled, "shift"),
        Some(kilo(memory)),
        Some(bench.site.take_traffic().0 as f64),
        further("blocking"),
        further("shift"),
    ])
}

/// An error if there is a widget, and the mouse that should rest on it does not.
fn check_mouse(page: &mut Page) -> Outcome {
    let found = page.js("kits.rested()")?;
    if found == Value::Bool(true) { Ok(()) } else { Err("the mouse is beside the widget".into()) }
}
