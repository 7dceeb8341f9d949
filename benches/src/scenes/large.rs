//! A story far larger than authors write: how long it takes to open and to answer, and its memory.

use super::{Bench, cold, figure, interaction, kilo};
use crate::{
    Outcome,
    browser::{Page, Throttle},
    pages,
    report::{Column, Row, Table},
    rounds::{Figures, interleave},
};

#[path = "../../large.rs"]
#[allow(
    clippy::unwrap_used,
    dead_code,
    reason = "the story is our own; benches use the rest of it"
)]
pub(super) mod story;

const COLUMNS: [Column; 6] = [
    Column::new("story", "KB", 0),
    Column::new("first answer possible", "ms", 0),
    Column::new("answer", "ms", 1),
    Column::new("next question", "ms", 1),
    Column::new("JS heap", "KB", 0),
    Column::new("WebAssembly memory", "KB", 0),
];

const NOTE: &str = "500 questions and 1,000 events, and the bench's own story with 10 and 12 beside it; unthrottled, without a static \
    card, so that it starts by itself. Answer and next question: from the time stamp of a trusted click to the first task after the frame \
    that shows it. Story: bytes without compression.";

/// Two rows: the bench's story, and the large one.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    let stories = [
        ("bench", "10 questions, 12 events", story::BENCH.to_owned()),
        ("large", "500 questions, 1,000 events", story::story()),
    ];
    for (id, _, text) in &stories {
        let card = format!(
            r#"<story-card sections="trivia timeline" src="/{id}.story.json"></story-card>"#
        );
        let path = format!("/{id}.story.json");
        bench.site.put(&path, text.clone());
        bench.site.prepare(&path)?;
        bench.site.put(&format!("/{id}.html"), pages::with_cards(&card)?);
    }
    let wanted = bench.options.repeats(3, 3);
    let all = interleave(stories.len(), wanted, |place| {
        let (id, _, text) = &stories[place];
        cold(|page| measure(bench, page, id, text.len()))
    })?;
    let rows = stories
        .iter()
        .zip(&all)
        .map(|((id, title, _), runs)| Row::of(id, title, &COLUMNS, runs, wanted));
    Ok(vec![Table {
        scene: "large",
        title: "A large story".to_owned(),
        note: NOTE.to_owned(),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    }])
}

fn measure(bench: &Bench, page: &mut Page, id: &str, bytes: usize) -> Outcome<Figures> {
    page.throttle(Throttle::None)?;
    let times = page.load(&bench.site.url(&format!("/{id}.html")), "card")?;
    let answer = interaction::press(page, "card", "answer", 0)?;
    let next = interaction::press(page, "card", "next", 0)?;
    let memory = page.memory()?;
    Ok(vec![
        Some(kilo(bytes as f64)),
        figure(&times, "answer"),
        Some(answer.time),
        Some(next.time),
        Some(kilo(memory.heap)),
        Some(kilo(memory.wasm)),
    ])
}
