//! A trusted press or move of the pointer until its answer is on the screen, on a processor
//! four times slower.

use serde_json::Value;

use super::{Bench, cold};
use crate::{
    Outcome,
    browser::{Page, Throttle},
    contestant::named,
    doing,
    options::Effort,
    report::{Column, Row, Summary, Table},
    rounds::{Figures, interleave},
};

const COLUMNS: [Column; 4] = [
    Column::new("first answer", "ms", 1),
    Column::new("answer", "ms", 1),
    Column::new("tab", "ms", 1),
    Column::new("chart point", "ms", 1),
];

const NOTE: &str = "Processor four times slower. From the time stamp of a trusted event to the first task after \
    the frame that shows its answer. Each run presses several times and gives the median; the first answer stands \
    alone, since code that runs for the first time is slower. Answer: an option of a question is clicked, its \
    verdict shows. Tab: charts are opened or left. Chart point: the mouse moves to another value, its words show.";

/// One table, after the clock has been checked.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    let checked = check(bench)?;
    let contestants = match bench.options.effort {
        Effort::Smoke => named(&["story-card", "stack", "light"]),
        _ => named(&["story-card", "stack", "surveyjs", "chartjs", "light"]),
    };
    let wanted = bench.options.repeats(5, 3);
    let all = interleave(contestants.len(), wanted, |place| {
        let contestant = contestants[place];
        cold(|page| {
            open(bench, page, &contestant.path(), contestant.kit)?;
            measure(bench, page, contestant.kit)
        })
        .map_err(doing(contestant.id))
    })?;
    let rows = contestants.iter().zip(&all).map(|(one, runs)| Row {
        is_rival: one.is_rival,
        ..Row::of(one.id, one.title, &COLUMNS, runs, wanted)
    });
    Ok(vec![Table {
        scene: "interaction",
        title: "Interaction, slow machine".to_owned(),
        note: format!("{NOTE} {checked}"),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    }])
}

/// Measures a page that is known to block for 40 ms: less would mean that the clock is wrong.
fn check(bench: &Bench) -> Outcome<String> {
    let mut times = Vec::new();
    let run = cold(|page| {
        open(bench, page, "/blocker.html", "blocker")?;
        for nth in 0..5 {
            times.push(press(page, "blocker", "block", nth)?);
        }
        Ok(Vec::new())
    })?;
    let Summary { median, min, max } = Summary::of(&times).ok_or("no press was measured")?;
    println!(
        "    a page that blocks for 40 ms: {median:.1} ms ({min:.1} to {max:.1}), {:.0} % used by others",
        100.0 * run.foreign.unwrap_or(0.0)
    );
    if min < 40.0 {
        return Err(format!(
            "a page that blocks for 40 ms was measured with {min:.1} ms: the clock is wrong"
        ));
    }
    Ok(format!(
        "The clock was checked first with a page that blocks for 40 ms on a click: {median:.1} ms ({min:.1} to {max:.1})."
    ))
}

fn open(bench: &Bench, page: &mut Page, path: &str, kit: &str) -> Outcome {
    page.throttle(Throttle::Cpu)?;
    page.load(&bench.site.url(path), kit).map(drop)
}

fn measure(bench: &Bench, page: &mut Page, kit: &str) -> Outcome<Figures> {
    let count = bench.options.repeats(8, 5).max(2);
    let answers = series(page, kit, "answer", count)?;
    let (first, later) =
        answers.split_first().map_or((None, &[][..]), |(first, rest)| (Some(*first), rest));
    let median = |times: &[f64]| Summary::of(times).map(|all| all.median);
    let later = median(later);
    let tabs = median(&series(page, kit, "tab", count)?);
    let points = median(&series(page, kit, "point", count)?);
    Ok(vec![first, later, tabs, points])
}

/// The times of a number of presses; none where the contestant has no such thing.
fn series(page: &mut Page, kit: &str, name: &str, count: usize) -> Outcome<Vec<f64>> {
    if page.js(&format!("!!kits.{kit}.presses?.{name}"))? != Value::Bool(true) {
        return Ok(Vec::new());
    }
    (0..count).map(|nth| press(page, kit, name, nth)).collect()
}

/// The time of one press.
pub(super) fn press(page: &mut Page, kit: &str, name: &str, nth: usize) -> Outcome<f64> {
    let press = format!("kits.{kit}.presses.{name}");
    let place = page.js(&format!("probe.aim({press}, {nth})"))?;
    let at = |key: &str| place[key].as_f64().ok_or_else(|| format!("{press} has no place"));
    let (x, y) = (at("x")?, at("y")?);
    let is_click = page.js(&format!("{press}.event === 'click'"))? == Value::Bool(true);
    if is_click {
        page.point(x, y)?;
        page.js("new Promise((resolve) => setTimeout(resolve, 100))")?;
    }
    page.js(&format!("probe.arm({press})"))?;
    if is_click {
        page.press(x, y)?;
    } else {
        page.point(x, y)?;
    }
    page.number("probe.response")
}
