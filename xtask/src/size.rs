//! `size`: what a reader downloads, against the budget.

mod crates;

use std::{fs, io::Write, path::Path};

use crate::{
    project,
    run::{Outcome, say},
};

/// Bytes of brotli that loader, style sheet, glue, WebAssembly and story should take together.
const GOAL: usize = 160_000;

/// What they may take until the goal is reached: what they took when this was last lowered.
/// Lower it whenever they take less; never raise it.
const BUDGET: usize = 193_500;

/// What a reader of a page with one card downloads, with the budget of single files.
const FILES: &[(&str, Option<usize>)] = &[
    ("story-card.js", Some(3_000)),
    ("story-card.css", None),
    ("story-card-app.js", None),
    ("story-card-app_bg.wasm", None),
    ("ballerina.story.json", Some(30_000)),
];

struct Weighed {
    name: &'static str,
    raw: usize,
    brotli: usize,
    budget: Option<usize>,
}

/// Prints the sizes of `dist/`; an error if they are over budget.
pub(crate) fn report() -> Outcome {
    let files =
        FILES.iter().map(|(name, budget)| weigh(name, *budget)).collect::<Outcome<Vec<_>>>()?;
    say("Size of what a reader downloads, in bytes");
    println!("    {:<26}{:>10}{:>10}{:>10}", "", "raw", "brotli", "at most");
    for file in &files {
        println!(
            "    {:<26}{:>10}{:>10}{:>10}",
            file.name,
            file.raw,
            file.brotli,
            shown(file.budget)
        );
    }
    let (raw, brotli) =
        files.iter().fold((0, 0), |sum, file| (sum.0 + file.raw, sum.1 + file.brotli));
    println!("    {:<26}{raw:>10}{brotli:>10}{BUDGET:>10}", "together");
    match BUDGET.checked_sub(brotli) {
        Some(left) => println!("    {:<46}{left:>10}", "left"),
        None => println!("    {:<46}{:>10}", "too much", brotli - BUDGET),
    }
    if let Some(beyond) = brotli.checked_sub(GOAL).filter(|beyond| *beyond > 0) {
        println!("    {:<46}{beyond:>10}", format!("above the goal of {GOAL}"));
    }
    crates::report()?;
    judge(&files, brotli)
}

fn weigh(name: &'static str, budget: Option<usize>) -> Outcome<Weighed> {
    let bytes = read(&project::dist().join(name))?;
    Ok(Weighed { name, raw: bytes.len(), brotli: brotli(&bytes)?, budget })
}

fn shown(budget: Option<usize>) -> String {
    budget.map(|bytes| bytes.to_string()).unwrap_or_default()
}

fn judge(files: &[Weighed], together: usize) -> Outcome {
    let single = files.iter().filter_map(|file| {
        let budget = file.budget.filter(|budget| file.brotli > *budget)?;
        Some(format!("{} has {} bytes of brotli, {budget} are allowed", file.name, file.brotli))
    });
    let all = (together > BUDGET)
        .then(|| format!("together {together} bytes of brotli, {BUDGET} are allowed"));
    let faults: Vec<String> = single.chain(all).collect();
    if faults.is_empty() { Ok(()) } else { Err(format!("over budget: {}", faults.join("; "))) }
}

/// The length of the bytes compressed as hosts do ahead of time: quality 11, window 22.
fn brotli(bytes: &[u8]) -> Outcome<usize> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
    writer
        .write_all(bytes)
        .and_then(|()| writer.flush())
        .map_err(|error| format!("brotli: {error}"))?;
    drop(writer);
    Ok(out.len())
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}
