//! Many cards in one page: what each further one costs.

use super::{Bench, cold, figure, kilo};
use crate::{
    Outcome,
    browser::{Page, Throttle},
    options::Effort,
    pages,
    report::{Column, Row, Summary, Table},
    rounds::{Figures, interleave},
};

const COLUMNS: [Column; 6] = [
    Column::new("all ready", "ms", 0),
    Column::new("JS heap", "KB", 0),
    Column::new("WebAssembly memory", "KB", 0),
    Column::new("private memory", "KB", 0),
    Column::new("time for each further card", "ms", 1),
    Column::new("private memory for each further card", "KB", 0),
];

const NOTE: &str = "Cards of one story below each other, all started at once (`loading=\"eager\"`), unthrottled. \
    What each further card costs: the difference to the median of the page with one card, divided by the further cards.";

/// One table, one row for each number of cards.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    let counts: &[usize] =
        if bench.options.effort == Effort::Smoke { &[1, 10] } else { &[1, 10, 50, 100] };
    for count in counts {
        bench.site.put(&path(*count), page_with(*count)?);
    }
    let wanted = bench.options.repeats(3, 3);
    let all =
        interleave(counts.len(), wanted, |place| cold(|page| measure(bench, page, counts[place])))?;
    let mut rows: Vec<Row> = counts
        .iter()
        .zip(&all)
        .map(|(count, runs)| {
            let title = format!("{count} card{}", if *count == 1 { "" } else { "s" });
            Row::of(&format!("cards-{count}"), &title, &COLUMNS[..4], runs, wanted)
        })
        .collect();
    add_shares(&mut rows, counts);
    Ok(vec![Table {
        scene: "cards",
        title: "Many cards in one page".to_owned(),
        note: NOTE.to_owned(),
        columns: COLUMNS.to_vec(),
        rows,
    }])
}

fn path(count: usize) -> String {
    format!("/cards-{count}.html")
}

/// A page with this many cards.
pub(super) fn page_with(count: usize) -> Outcome<String> {
    let card = r#"<story-card loading="eager" src="/card/bench.story.json"></story-card>"#;
    pages::with_cards(&vec![card; count].join("\n    "))
}

fn measure(bench: &Bench, page: &mut Page, count: usize) -> Outcome<Figures> {
    page.throttle(Throttle::None)?;
    let times = page.load(&bench.site.url(&path(count)), "card")?;
    let memory = page.memory()?;
    Ok(vec![
        figure(&times, "ready"),
        Some(kilo(memory.heap)),
        Some(kilo(memory.wasm)),
        memory.private.map(kilo),
    ])
}

/// Adds the two columns about each further card; the first row has none.
fn add_shares(rows: &mut [Row], counts: &[usize]) {
    let single =
        |column| rows.first().and_then(|row| row.summary(column)).map(|all: Summary| all.median);
    let bases = [(0, single(0)), (3, single(3))];
    for (row, count) in rows.iter_mut().zip(counts) {
        for (column, base) in bases {
            let values = row.values.get(column).cloned().unwrap_or_default();
            let further = count.saturating_sub(1) as f64;
            let shares = base
                .filter(|_| further > 0.0)
                .map(|base| values.iter().map(|value| (value - base) / further).collect());
            row.values.push(shares.unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_further_card_costs_the_difference_divided_by_the_further_cards() {
        let row = |ready: f64, private: f64| Row {
            id: String::new(),
            title: String::new(),
            is_rival: false,
            values: vec![vec![ready], vec![], vec![], vec![private]],
            dropped: 0,
            is_disturbed: false,
            foreign: vec![],
        };
        let mut rows = [row(100.0, 1000.0), row(190.0, 1900.0)];
        add_shares(&mut rows, &[1, 10]);
        assert_eq!(rows[0].values[4..], [Vec::<f64>::new(), Vec::new()]);
        assert_eq!(rows[1].values[4..], [vec![10.0], vec![100.0]]);
    }
}
