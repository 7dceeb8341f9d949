//! The author's tool, native and in Node: checking stories as large as may be, and making a page.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::Instant,
};

use serde_json::Value;

use super::{Bench, large::story};
use crate::{
    Outcome, doing, folders, machine,
    options::Effort,
    quiet::Watch,
    report::{Column, Row, Table},
    rounds::{Run, interleave},
};

const COLUMNS: [Column; 1] = [Column::new("time", "ms", 0)];

const NOTE: &str = "From the start of the program to its end. Native: built as `cargo xtask dist` packs it; in Node: the package for npm. The stories are made by a seeded generator: \
    10 MB of events, printed as authors have them; the same with a fault in 1,000 of the events; 10 MB of points in eight lines. `build`: page, snippet and offline file of the \
    Ballerina story, and the runtime beside them. Both tools have built the same bytes, and said the same of every story.";

/// Bytes of a story that is checked.
const LARGE: usize = 10_000_000;
/// In CI, where it only has to work.
const SMALL: usize = 200_000;

/// Faults of one that has some.
const FAULTS: usize = 1_000;

/// The folder that `build` writes to.
const BUILT: &str = "built";

/// How a program ends that has found faults.
const WITH_FAULTS: i32 = 1;

/// A program.
struct Tool {
    id: &'static str,
    title: &'static str,
    program: PathBuf,
    /// What comes before the arguments of the tool.
    first: Vec<PathBuf>,
}

/// What a program is told to do.
struct Task {
    id: &'static str,
    title: &'static str,
    arguments: Vec<String>,
    /// How the program ends.
    status: i32,
}

/// One table: every task with every tool.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    let tools = tools(bench.options.effort)?;
    let tasks = tasks(bench.options.effort)?;
    let cases: Vec<_> =
        tasks.iter().flat_map(|task| tools.iter().map(move |tool| (tool, task))).collect();
    let wanted = bench.options.repeats(7, 3);
    let all = interleave(cases.len(), wanted, |place| measure(cases[place].0, cases[place].1))?;
    compare(&tools, &tasks)?;
    let rows = cases.iter().zip(&all).map(|((tool, task), runs)| {
        let (id, title) =
            (format!("{}-{}", tool.id, task.id), format!("{}, {}", tool.title, task.title));
        Row::of(&id, &title, &COLUMNS, runs, wanted)
    });
    Ok(vec![Table {
        scene: "authoring",
        title: "The author's tool".to_owned(),
        note: NOTE.to_owned(),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    }])
}

/// Whether both tools are there, which takes minutes to make.
pub(super) fn needs(effort: Effort) -> Outcome {
    for (path, command) in [
        (native(effort), "cargo build --profile native --bin story-card"),
        (package(), "cargo xtask dist --npm --built"),
    ] {
        if !path.is_file() {
            return Err(format!("{} is not there: run `{command}`", path.display()));
        }
    }
    Ok(())
}

/// In CI the tool that the pages have been made with.
fn native(effort: Effort) -> PathBuf {
    let profile = if effort == Effort::Smoke { "debug" } else { "native" };
    let name = format!("story-card{}", std::env::consts::EXE_SUFFIX);
    folders::cargo_target().join(profile).join(name)
}

/// What `cargo xtask dist` packs.
fn package() -> PathBuf {
    let name = format!("story-card-{}.tgz", machine::card_version());
    folders::cargo_target().join("dist").join(name)
}

/// Where the stories are; each tool writes to a folder of its own in it.
fn folder() -> PathBuf {
    folders::work().join("authoring")
}

fn tools(effort: Effort) -> Outcome<[Tool; 2]> {
    let script = installed()?.join("node_modules/story-card/bin.js");
    let tools = [
        Tool { id: "native", title: "native", program: native(effort), first: Vec::new() },
        Tool { id: "node", title: "in Node", program: "node".into(), first: vec![script] },
    ];
    tools.iter().try_for_each(|tool| empty(&tool.folder()))?;
    Ok(tools)
}

/// The folder into which the package is installed anew.
fn installed() -> Outcome<PathBuf> {
    let folder = folder().join("package");
    empty(&folder)?;
    // A manifest of its own, so that npm does not look for one above.
    write(&folder.join("package.json"), "{}")?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--offline", "--no-audit", "--no-fund"]).arg(package());
    let output = npm.current_dir(&folder).output().map_err(doing("npm"))?;
    if output.status.success() { Ok(folder) } else { Err(said(&output)) }
}

fn tasks(effort: Effort) -> Outcome<Vec<Task>> {
    let bytes = if effort == Effort::Smoke { SMALL } else { LARGE };
    let events = events(bytes)?;
    let stories = [
        ("events", "check of 10 MB of events", pretty(&events)?, 0),
        ("faults", "the same with 1,000 faults", pretty(&with_faults(events))?, WITH_FAULTS),
        // Eight lines; a point has some 13 bytes.
        ("points", "check of 10 MB of points", story::long_lines(8, bytes / 100), 0),
    ];
    let mut tasks = vec![Task::new("start", "--version", &["--version"], 0)];
    for (id, title, text, status) in stories {
        let name = format!("{id}.story.json");
        write(&folder().join(&name), &text)?;
        tasks.push(Task::new(id, title, &["check", &format!("../{name}")], status));
    }
    tasks.push(build());
    Ok(tasks)
}

fn build() -> Task {
    let of = |path: &str| folders::root().join(path).display().to_string();
    let (story, runtime) = (of("static/stories/ballerina.story.json"), of("dist"));
    let base = "https://example.org/";
    let line = ["build", &story, "--runtime", &runtime, "--base", base, "--out", BUILT];
    Task::new("build", "build of Ballerina", &line, 0)
}

/// A story of events of so many bytes or a few more, printed as authors have it.
fn events(bytes: usize) -> Outcome<Value> {
    let of = |count| serde_json::from_str(&story::events(count)).map_err(doing("events"));
    let (few, thousand) = (pretty(&of(1_000)?)?, 1_000);
    of(bytes * thousand / few.len())
}

fn pretty(story: &Value) -> Outcome<String> {
    serde_json::to_string_pretty(story).map_err(doing("JSON"))
}

/// The same with faults of three kinds, all over it.
fn with_faults(mut story: Value) -> Value {
    if let Some(events) = story["timeline"]["events"].as_array_mut() {
        let step = (events.len() / FAULTS).max(1);
        for (nth, event) in events.iter_mut().step_by(step).take(FAULTS).enumerate() {
            let (key, value) =
                [("date", "1900-13"), ("lane", "nowhere"), ("tittle", "A slip")][nth % 3];
            event[key] = value.into();
        }
    }
    story
}

impl Tool {
    fn folder(&self) -> PathBuf {
        folder().join(self.id)
    }

    fn run(&self, task: &Task) -> Outcome<Output> {
        let mut command = Command::new(&self.program);
        command.args(&self.first).args(&task.arguments).current_dir(self.folder());
        let output = command.output().map_err(doing(self.program.display()))?;
        if output.status.code() == Some(task.status) {
            return Ok(output);
        }
        Err(format!("{} {:?}: {}", self.id, task.arguments, said(&output)))
    }
}

impl Task {
    fn new(id: &'static str, title: &'static str, arguments: &[&str], status: i32) -> Self {
        let arguments = arguments.iter().map(|it| (*it).to_owned()).collect();
        Self { id, title, arguments, status }
    }
}

fn measure(tool: &Tool, task: &Task) -> Outcome<Run> {
    let (watch, start) = (Watch::start(), Instant::now());
    tool.run(task)?;
    let time = 1000.0 * start.elapsed().as_secs_f64();
    Ok(Run { figures: vec![Some(time)], foreign: watch.foreign_share_after_end() })
}

/// Both say the same of every story, and have built the same bytes.
fn compare([native, node]: &[Tool; 2], tasks: &[Task]) -> Outcome {
    for task in tasks {
        if native.run(task)?.stdout != node.run(task)?.stdout {
            return Err(format!("in Node {:?} says something else", task.arguments));
        }
    }
    let [one, other] = [native, node].map(|tool| contents(&tool.folder().join(BUILT)));
    if one? == other? { Ok(()) } else { Err("in Node other bytes are built".to_owned()) }
}

/// Every file of a folder by its name.
fn contents(folder: &Path) -> Outcome<BTreeMap<OsString, Vec<u8>>> {
    let entries = fs::read_dir(folder).map_err(doing(folder.display()))?.flatten();
    let file = |entry: fs::DirEntry| {
        let bytes = fs::read(entry.path()).map_err(doing(entry.path().display()))?;
        Ok((entry.file_name(), bytes))
    };
    entries.map(file).collect()
}

fn empty(folder: &Path) -> Outcome {
    drop(fs::remove_dir_all(folder));
    fs::create_dir_all(folder).map_err(doing(folder.display()))
}

fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(doing(path.display()))
}

fn said(output: &Output) -> String {
    format!("{} {}", output.status, String::from_utf8_lossy(&output.stderr).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_faults_as_are_wanted_are_spread_over_a_story() {
        let good = events(1_000_000).unwrap();
        assert!((1_000_000..1_100_000).contains(&pretty(&good).unwrap().len()));
        let bad = with_faults(good.clone());
        let events = |story: &Value| story["timeline"]["events"].as_array().unwrap().clone();
        let pairs: Vec<_> = events(&good).into_iter().zip(events(&bad)).collect();
        assert_eq!(pairs.iter().filter(|(one, other)| one != other).count(), FAULTS);
        let halves = pairs.split_at(pairs.len() / 2);
        let count =
            |half: &[(Value, Value)]| half.iter().filter(|(one, other)| one != other).count();
        assert!(count(halves.0).abs_diff(count(halves.1)) < FAULTS / 4);
    }
}
