//! What was measured, as tables: kept as numbers, written as JSON and as Markdown.

mod markdown;

use std::{fs, path::PathBuf};

use serde_json::{Value, json};

use crate::{Outcome, contestant::OURS, doing, folders, options::Options, quiet, rounds::Runs};

/// One figure of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    /// Its name, as the head of its column.
    pub(crate) title: &'static str,
    /// Its unit; empty for counts.
    pub(crate) unit: &'static str,
    /// Digits after the point.
    pub(crate) digits: usize,
}

/// Everything of one thing that was measured.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Its name in the data.
    pub(crate) id: String,
    /// Its name in the table.
    pub(crate) title: String,
    /// Whether ours are compared with it.
    pub(crate) is_rival: bool,
    /// Column by column, every value; none where there is nothing to measure.
    pub(crate) values: Vec<Vec<f64>>,
    /// Runs left out since others used the machine.
    pub(crate) dropped: usize,
    /// Whether disturbed runs had to count, too few being quiet.
    pub(crate) is_disturbed: bool,
    /// Shares of the machine that others used, run by run.
    pub(crate) foreign: Vec<f64>,
}

/// One table.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// The scene it comes from.
    pub(crate) scene: &'static str,
    /// Its heading.
    pub(crate) title: String,
    /// What was done and how to read it.
    pub(crate) note: String,
    /// The figures.
    pub(crate) columns: Vec<Column>,
    /// What was measured.
    pub(crate) rows: Vec<Row>,
}

/// Middle, least and greatest of some values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Summary {
    pub(crate) median: f64,
    pub(crate) min: f64,
    pub(crate) max: f64,
}

impl Column {
    /// A figure with its unit and digits.
    pub(crate) const fn new(title: &'static str, unit: &'static str, digits: usize) -> Self {
        Self { title, unit, digits }
    }
}

impl Row {
    /// A row from runs that were each wanted `wanted` times.
    pub(crate) fn of(
        id: &str,
        title: &str,
        columns: &[Column],
        runs: &Runs,
        wanted: usize,
    ) -> Self {
        let (dropped, is_disturbed) = runs.dropped(wanted);
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            is_rival: false,
            values: (0..columns.len()).map(|column| runs.values(column, wanted)).collect(),
            dropped,
            is_disturbed,
            foreign: runs.foreign(),
        }
    }

    /// Middle, least and greatest value of a column, if there is any.
    pub(crate) fn summary(&self, column: usize) -> Option<Summary> {
        Summary::of(self.values.get(column)?)
    }
}

impl Summary {
    /// None without values.
    pub(crate) fn of(values: &[f64]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (min, max) = (*sorted.first()?, *sorted.last()?);
        let median = f64::midpoint(sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2]);
        Some(Self { median, min, max })
    }
}

impl Table {
    /// The row of ours that rivals are compared with.
    fn ours(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == OURS)
    }

    /// Ours divided by a rival, by medians; none where either has none or the rival has 0.
    fn ratio(&self, rival: &Row, column: usize) -> Option<f64> {
        let (ours, theirs) = (self.ours()?.summary(column)?, rival.summary(column)?);
        (rival.is_rival && theirs.median > 0.0).then(|| ours.median / theirs.median)
    }

    fn json(&self) -> Value {
        let rows = self.rows.iter().map(|row| {
            let figures = (0..self.columns.len()).filter_map(|place| {
                let (column, summary) = (self.columns[place], row.summary(place)?);
                Some(json!({
                    "figure": column.title, "unit": column.unit, "median": summary.median,
                    "min": summary.min, "max": summary.max,
                    "ours_divided_by_this": self.ratio(row, place), "values": row.values[place],
                }))
            });
            json!({
                "id": row.id, "title": row.title, "figures": figures.collect::<Vec<_>>(),
                "dropped_runs": row.dropped, "disturbed": row.is_disturbed,
                "used_by_others": row.foreign,
            })
        });
        json!({ "scene": self.scene, "title": self.title, "rows": rows.collect::<Vec<_>>() })
    }
}

/// Writes both files: to `docs/` after a complete run, else to `target/bench/`. Gives back where.
pub(crate) fn write(about: &Value, tables: &[Table], options: &Options) -> Outcome<PathBuf> {
    let folder = if options.is_complete() { folders::root().join("docs") } else { folders::work() };
    let mut whole = about.clone();
    whole["run"] = format!("{:?}", options.effort).to_lowercase().into();
    whole["disturbed_from"] = quiet::DISTURBED_FROM.into();
    whole["tables"] = tables.iter().map(Table::json).collect();
    let text = serde_json::to_string_pretty(&whole).map_err(doing("JSON"))? + "\n";
    let (page, data) = (folder.join("benchmarks.md"), folder.join("benchmarks.json"));
    fs::write(&data, text).map_err(doing(data.display()))?;
    fs::write(&page, markdown::page(&whole, tables)).map_err(doing(page.display()))?;
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_lies_between() {
        assert_eq!(Summary::of(&[]), None);
        assert_eq!(Summary::of(&[3.0, 1.0]), Some(Summary { median: 2.0, min: 1.0, max: 3.0 }));
        assert_eq!(Summary::of(&[9.0, 1.0, 2.0]).map(|all| all.median), Some(2.0));
    }
}
