//! Pure code, natively: what criterion measured (`benches/story.rs`, `benches/layout.rs`).

use std::{env, fs, path::Path, process::Command};

use serde_json::Value;

use super::Bench;
use crate::{
    Outcome, doing, folders,
    options::Effort,
    report::{Column, Row, Table},
};

const NOTE: &str = "Native code at `opt-level = 3`, by criterion; each value is the mean of one of its samples. \
    The large story has 500 questions and 1,000 events. WebAssembly is built for size and runs some times slower.";

/// Runs criterion and takes its samples over.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    let folder = folders::cargo_target().join("criterion");
    // What an earlier version of the benches has left.
    drop(fs::remove_dir_all(&folder));
    criterion(bench.options.effort)?;
    let mut rows = Vec::new();
    collect(&folder, &mut rows)?;
    rows.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(vec![Table {
        scene: "pure",
        title: "Pure code, native".to_owned(),
        note: NOTE.to_owned(),
        columns: vec![Column::new("time", "ms", 3)],
        rows,
    }])
}

fn criterion(effort: Effort) -> Outcome {
    // Figures of unoptimised code are of no use, but show in no time that all works.
    let (profile, settings): (_, &[_]) = match effort {
        Effort::Full => ("bench", &[]),
        Effort::Quick => ("bench", &["--warm-up-time", "1", "--measurement-time", "2"]),
        Effort::Smoke => ("dev", &["--quick"]),
    };
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["bench", "--quiet", "--package", "story-card-bench", "--benches"])
        .args(["--profile", profile, "--"])
        .args(settings)
        .current_dir(folders::root())
        .status()
        .map_err(doing("cargo bench"))?;
    if status.success() { Ok(()) } else { Err(format!("cargo bench failed ({status})")) }
}

/// Every `new/sample.json` below a folder, named by the `benchmark.json` beside it.
fn collect(folder: &Path, rows: &mut Vec<Row>) -> Outcome {
    for entry in fs::read_dir(folder).map_err(doing(folder.display()))?.flatten() {
        let path = entry.path();
        if path.ends_with("new") {
            rows.push(row(&path)?);
        } else if path.is_dir() {
            collect(&path, rows)?;
        }
    }
    Ok(())
}

fn row(folder: &Path) -> Outcome<Row> {
    let read = |name: &str| -> Outcome<Value> {
        let path = folder.join(name);
        let bytes = fs::read(&path).map_err(doing(path.display()))?;
        serde_json::from_slice(&bytes).map_err(doing(path.display()))
    };
    let id = read("benchmark.json")?["full_id"].as_str().unwrap_or_default().to_owned();
    Ok(Row {
        title: id.clone(),
        id,
        is_rival: false,
        values: vec![milliseconds(&read("sample.json")?)],
        dropped: 0,
        is_disturbed: false,
        foreign: Vec::new(),
    })
}

/// The mean of each sample: its nanoseconds divided by its iterations.
fn milliseconds(sample: &Value) -> Vec<f64> {
    let numbers =
        |key: &str| sample[key].as_array().into_iter().flatten().filter_map(Value::as_f64);
    numbers("times").zip(numbers("iters")).map(|(time, count)| time / count / 1e6).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_time_by_iterations() {
        let sample = serde_json::json!({ "iters": [10.0, 20.0], "times": [10e6, 40e6] });
        assert_eq!(milliseconds(&sample), [1.0, 2.0]);
    }
}
