//! The charts of a whole story on a slow machine: each opened by a press, then drawn anew.

use crate::{
    Outcome,
    browser::{Page, Throttle},
    pages,
    report::{Column, Row, Table},
    rounds::{Figures, interleave},
    scenes::{Bench, cold, interaction},
};

const COLUMNS: [Column; 6] = [
    Column::new("charts", "", 0),
    Column::new("all laid out and drawn anew, script", "ms", 1),
    Column::new("all opened, script", "ms", 1),
    Column::new("the slowest opened, script", "ms", 1),
    Column::new("the slowest opened", "ms", 1),
    Column::new("the slowest opened", "frames", 0),
];

const NOTE: &str = "The Ballerina story, processor four times slower. Each chart is opened by a trusted press on the next question of the menu, from the time stamp of the press to the first \
    task after the frame that shows the chart; its table, reading and question are made too. Laid out and drawn anew: the card grows narrower by some px and wider again; what one of both \
    costs each chart, by the script that the browser counts. Script includes WebAssembly and the calls that draw, layout of the page and painting not.";

const PAGE: &str = "/points-whole-story.html";
const KIT: &str = "chartCard";
const PRESS: &str = "chart";

/// What makes the card narrower, and as wide as it was. Enough for another layout of every chart.
const NARROWER: &str = "document.querySelector('story-card').style.width = 'calc(100% - 9px)'";
const AS_WIDE: &str = "document.querySelector('story-card').style.width = ''";

/// One row.
pub(super) fn run(bench: &Bench) -> Outcome<Table> {
    let card = r#"<story-card loading="eager" section="charts" src="/card/ballerina.story.json"></story-card>"#;
    bench.site.put(PAGE, pages::with_cards(card)?);
    let wanted = bench.options.repeats(5, 3);
    let all = interleave(1, wanted, |_| cold(|page| measure(bench, page)))?;
    let rows = all.iter().map(|runs| Row::of("ballerina", "Story Card", &COLUMNS, runs, wanted));
    Ok(Table {
        scene: "points",
        title: "The charts of a whole story, slow machine".to_owned(),
        note: NOTE.to_owned(),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    })
}

fn measure(bench: &Bench, page: &mut Page) -> Outcome<Figures> {
    page.throttle(Throttle::Cpu)?;
    page.load(&bench.site.url(PAGE), KIT)?;
    let count = page.number(&format!("kits.{KIT}.count()"))? as usize;
    // The first is open: it is drawn anew, and opened last.
    let (mut anew, mut scripts, mut times, mut frames) = (0.0, Vec::new(), Vec::new(), Vec::new());
    for nth in 1..=count {
        anew += drawn_anew(page)?;
        let at = interaction::aim(page, KIT, PRESS, nth)?;
        let before = page.script_time()?;
        let response = interaction::answer(page, KIT, PRESS, nth, at)?;
        scripts.push(page.script_time()? - before);
        times.push(response.time);
        frames.push(response.frames);
    }
    Ok(vec![
        Some(count as f64),
        Some(anew),
        Some(scripts.iter().sum()),
        greatest(&scripts),
        greatest(&times),
        greatest(&frames),
    ])
}

fn greatest(values: &[f64]) -> Option<f64> {
    values.iter().copied().reduce(f64::max)
}

/// The script of one of two changes of width, in ms.
fn drawn_anew(page: &mut Page) -> Outcome<f64> {
    let before = page.script_time()?;
    for change in [NARROWER, AS_WIDE] {
        page.js(&format!("{change}; probe.frames(3)"))?;
    }
    Ok((page.script_time()? - before) / 2.0)
}
