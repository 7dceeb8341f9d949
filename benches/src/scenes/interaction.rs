//! A trusted press or move of the pointer until its answer is on the screen, on a processor
//! four times slower.

use serde_json::Value;

use super::{Bench, cold, figure};
use crate::{
    Outcome,
    browser::{Page, Throttle},
    contestant::{Contestant, OURS, TURNED, named},
    doing,
    options::Effort,
    report::{Column, Row, Summary, Table},
    rounds::{Figures, interleave},
};

const COLUMNS: [Column; 5] = [
    Column::new("first answer", "ms", 1),
    Column::new("answer", "ms", 1),
    Column::new("answer", "frames", 0),
    Column::new("tab", "ms", 1),
    Column::new("chart point", "ms", 1),
];

const NOTE: &str = "Processor four times slower. From the time stamp of a trusted event to the first task after \
    the frame that shows its answer. Each run presses several times and gives the median; the first answer stands \
    alone, since code that runs for the first time is slower. Answer: an option of a question is clicked, its \
    verdict and the reason show; frames are counted from the event. Tab: the charts are opened, of which one is drawn, or left. Chart point: \
    the mouse moves to another value, its words show. The static card is pressed before a mouse has moved over it, \
    and goes on playing once it is answered; to the live one a mouse has turned before.";

/// One table, after the clock has been checked.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    let checked = check(bench)?;
    let contestants = match bench.options.effort {
        Effort::Smoke => named(&[OURS, TURNED, "stack", "light"]),
        _ => named(&[OURS, TURNED, "stack", "surveyjs", "chartjs", "light"]),
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
    let rows = contestants.iter().zip(&all).map(|(one, runs)| {
        let (id, title) = label(one);
        Row { is_rival: one.is_rival, ..Row::of(id, title, &COLUMNS, runs, wanted) }
    });
    Ok(vec![Table {
        scene: "interaction",
        title: "Interaction, slow machine".to_owned(),
        note: format!("{NOTE} {checked}"),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    }])
}

/// Id and title of a row. What rivals are compared with is the live card.
fn label(one: &Contestant) -> (&'static str, &'static str) {
    match one.id {
        OURS => ("static", "Story Card, the static card"),
        TURNED => (OURS, "Story Card, the live card"),
        id => (id, one.title),
    }
}

/// Measures a page that is known to block for 40 ms: less would mean that the clock is wrong.
fn check(bench: &Bench) -> Outcome<String> {
    let mut times = Vec::new();
    let run = cold(|page| {
        open(bench, page, "/blocker.html", "blocker")?;
        for nth in 0..5 {
            times.push(press(page, "blocker", "block", nth)?.time);
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
    let first = answers.first().map(|first| first.time);
    let frames: Vec<f64> = answers.iter().map(|answer| answer.frames).collect();
    let tabs = series(page, kit, "tab", count)?;
    let points = series(page, kit, "point", count)?;
    Ok(vec![
        first,
        median_time(answers.get(1..).unwrap_or_default()),
        Summary::of(&frames).map(|all| all.median),
        median_time(&tabs),
        median_time(&points),
    ])
}

fn median_time(responses: &[Response]) -> Option<f64> {
    let times: Vec<f64> = responses.iter().map(|response| response.time).collect();
    Summary::of(&times).map(|all| all.median)
}

/// A number of presses; none where the contestant has no such thing.
fn series(page: &mut Page, kit: &str, name: &str, count: usize) -> Outcome<Vec<Response>> {
    if !is_true(page, &format!("!!kits.{kit}.presses?.{name}"))? {
        return Ok(Vec::new());
    }
    (0..count).map(|nth| press(page, kit, name, nth)).collect()
}

fn is_true(page: &mut Page, expression: &str) -> Outcome<bool> {
    Ok(page.js(expression)? == Value::Bool(true))
}

/// What came of one press.
pub(super) struct Response {
    /// From the event to the first task after the frame that shows the answer, in ms.
    pub(super) time: f64,
    /// Which frame that was, counted from the event.
    pub(super) frames: f64,
}

/// Presses once.
pub(super) fn press(page: &mut Page, kit: &str, name: &str, nth: usize) -> Outcome<Response> {
    let at = aim(page, kit, name, nth)?;
    answer(page, kit, name, nth, at)
}

/// Brings what is pressed into sight, and the mouse to it; where it is.
pub(super) fn aim(page: &mut Page, kit: &str, name: &str, nth: usize) -> Outcome<(f64, f64)> {
    let press = format!("kits.{kit}.presses.{name}");
    let place = page.js(&format!("probe.aim({press}, {nth})"))?;
    let at = |key: &str| place[key].as_f64().ok_or_else(|| format!("{press} has no place"));
    let (x, y) = (at("x")?, at("y")?);
    if is_click(page, &press)? && !is_true(page, &format!("{press}.isDirect"))? {
        page.point(x, y)?;
        page.js("new Promise((resolve) => setTimeout(resolve, 100))")?;
    }
    Ok((x, y))
}

fn is_click(page: &mut Page, press: &str) -> Outcome<bool> {
    is_true(page, &format!("{press}.event === 'click'"))
}

/// Presses where it has been aimed.
pub(super) fn answer(
    page: &mut Page,
    kit: &str,
    name: &str,
    nth: usize,
    (x, y): (f64, f64),
) -> Outcome<Response> {
    let press = format!("kits.{kit}.presses.{name}");
    page.js(&format!("probe.arm({press}, {nth})"))?;
    if is_click(page, &press)? {
        page.press(x, y)?;
    } else {
        page.point(x, y)?;
    }
    let response = page.js("probe.response")?;
    let number = |key: &str| figure(&response, key).ok_or_else(|| format!("{press}: no {key}"));
    Ok(Response { time: number("time")?, frames: number("frames")? })
}
