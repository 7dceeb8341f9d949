//! A click on the static card as soon as it is painted, on a slow machine and line: when the
//! card has answered it.

use super::{Bench, cold, figure};
use crate::{
    Outcome,
    browser::{Page, Throttle},
    contestant::{OURS, named},
    report::{Column, Row, Table},
    rounds::{Figures, interleave},
};

const COLUMNS: [Column; 2] =
    [Column::new("first contentful paint", "ms", 0), Column::new("answered", "ms", 0)];

const NOTE: &str = "Processor four times slower, 1.6 Mbit/s down, 750 kbit/s up, 150 ms; times since navigation. \
    Clicked: at first contentful paint a tab of the static card is clicked (the timeline), before any WebAssembly \
    is there; answered: that section is open, in the static card, which needs no script for it, or drawn in the \
    live one. Left alone: nothing is clicked; answered: the first question can be answered.";

/// The snippet of the bench's story, clicked and left alone.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    let wanted = bench.options.repeats(7, 3);
    let rows =
        [("clicked", "Story Card, clicked at first paint"), ("alone", "Story Card, left alone")];
    let all = interleave(rows.len(), wanted, |place| {
        cold(
            |page| {
                if rows[place].0 == "clicked" { clicked(bench, page) } else { alone(bench, page) }
            },
        )
    })?;
    let rows =
        rows.iter().zip(&all).map(|((id, title), runs)| Row::of(id, title, &COLUMNS, runs, wanted));
    Ok(vec![Table {
        scene: "early",
        title: "A click before the card is there".to_owned(),
        note: NOTE.to_owned(),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    }])
}

fn address(bench: &Bench) -> String {
    named(&[OURS]).first().map(|card| bench.site.url(&card.path())).unwrap_or_default()
}

fn clicked(bench: &Bench, page: &mut Page) -> Outcome<Figures> {
    page.throttle(Throttle::CpuAndLine)?;
    page.watch(&address(bench), "probe.early = probe.painted(kits.early)")?;
    let painted = page.js("probe.early")?;
    let at = |key: &str| painted[key].as_f64().ok_or("the static card has no such tab");
    page.press(at("x")?, at("y")?)?;
    let answered = page.number("probe.seen(kits.early.isShown)")?;
    Ok(vec![figure(&painted, "fcp"), Some(answered)])
}

fn alone(bench: &Bench, page: &mut Page) -> Outcome<Figures> {
    page.throttle(Throttle::CpuAndLine)?;
    let times = page.load(&address(bench), "card")?;
    Ok(vec![figure(&times, "fcp"), figure(&times, "answer")])
}
