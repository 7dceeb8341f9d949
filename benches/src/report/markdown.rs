//! The tables as a page for readers.

use std::fmt::Write;

use serde_json::Value;

use super::{Column, Row, Table};

/// The whole page.
pub(super) fn page(about: &Value, tables: &[Table]) -> String {
    let mut page = String::from("# Benchmarks\n\n");
    page += &head(about);
    for table in tables {
        page += &section(table);
    }
    page
}

fn head(about: &Value) -> String {
    let said = |path: &str| match about.pointer(path) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let versions = about["versions"].as_object().into_iter().flatten();
    let versions: Vec<String> = versions
        .map(|(name, version)| format!("{name} {}", version.as_str().unwrap_or("?")))
        .collect();
    format!(
        "Made by `cargo xtask bench` ({} run) on {}. Do not edit: run the command.\n\n\
         Machine: {}, {} processors, {} GiB, {}.\n\n\
         Versions: {}.\n\n\
         Each cell: median (least to greatest). Contestants take turns in random order, each run \
         in a new browser process with a new profile. Figures of one table compare; figures of \
         different days or machines do not. The same post and the same story (12 events, 10 \
         questions, 4 charts) everywhere, files brotli-compressed ahead (quality 11).\n\n",
        said("/run"),
        said("/date"),
        said("/machine/processor"),
        said("/machine/processors"),
        said("/machine/memory_gib"),
        said("/machine/system"),
        versions.join(", "),
    )
}

fn section(table: &Table) -> String {
    let mut text = format!("## {}\n\n{}\n\n", table.title, table.note);
    text += &grid(table, "", table.rows.iter().collect(), |row, place, column| {
        row.summary(place).map(|figure| {
            let digits = column.digits;
            let one = |value: f64| format!("{value:.digits$}");
            if one(figure.min) == one(figure.max) {
                one(figure.median)
            } else {
                format!("{} ({} to {})", one(figure.median), one(figure.min), one(figure.max))
            }
        })
    });
    let rivals: Vec<&Row> = table.rows.iter().filter(|row| row.is_rival).collect();
    if !rivals.is_empty() && table.ours().is_some() {
        text += &grid(table, "Story Card divided by", rivals, |row, place, _| {
            table.ratio(row, place).map(|ratio| format!("{ratio:.2}"))
        });
    }
    text += &disturbance(table);
    text
}

fn grid(
    table: &Table,
    corner: &str,
    rows: Vec<&Row>,
    cell: impl Fn(&Row, usize, Column) -> Option<String>,
) -> String {
    let heads = table.columns.iter().map(|column| match column.unit {
        "" => column.title.to_owned(),
        unit => format!("{}, {unit}", column.title),
    });
    let mut text = format!("| {corner} | {} |\n", heads.collect::<Vec<_>>().join(" | "));
    text += &format!("| --- |{}\n", " ---: |".repeat(table.columns.len()));
    for row in rows {
        let cells = table.columns.iter().enumerate();
        let cells = cells.map(|(place, column)| cell(row, place, *column).unwrap_or_default());
        // Writing to a text cannot fail.
        let _ = writeln!(text, "| {} | {} |", row.title, cells.collect::<Vec<_>>().join(" | "));
    }
    text + "\n"
}

/// What is to be known of runs that others disturbed.
fn disturbance(table: &Table) -> String {
    let dropped: usize = table.rows.iter().map(|row| row.dropped).sum();
    let disturbed: Vec<&str> =
        table.rows.iter().filter(|row| row.is_disturbed).map(|row| row.title.as_str()).collect();
    let mut text = String::new();
    if dropped > 0 {
        text += &format!("Left out, since others used the machine: {dropped} runs.\n\n");
    }
    if !disturbed.is_empty() {
        text +=
            &format!("**Disturbed by others, not to be relied on**: {}.\n\n", disturbed.join("; "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, is_rival: bool, values: &[f64]) -> Row {
        Row {
            id: id.to_owned(),
            title: id.to_uppercase(),
            is_rival,
            values: vec![values.to_vec(), Vec::new()],
            dropped: 0,
            is_disturbed: is_rival,
            foreign: Vec::new(),
        }
    }

    #[test]
    fn a_table_shows_medians_ranges_ratios_and_disturbances() {
        let table = Table {
            scene: "load",
            title: "Load".to_owned(),
            note: "Note.".to_owned(),
            columns: vec![Column::new("ready", "ms", 0), Column::new("requests", "", 0)],
            rows: vec![row("story-card", false, &[10.0, 20.0, 30.0]), row("rival", true, &[40.0])],
        };
        assert_eq!(
            section(&table),
            "## Load\n\nNote.\n\n\
             |  | ready, ms | requests |\n| --- | ---: | ---: |\n\
             | STORY-CARD | 20 (10 to 30) |  |\n| RIVAL | 40 |  |\n\n\
             | Story Card divided by | ready, ms | requests |\n| --- | ---: | ---: |\n\
             | RIVAL | 0.50 |  |\n\n\
             **Disturbed by others, not to be relied on**: RIVAL.\n\n"
        );
    }
}
