//! `size`: what a reader downloads, against the budgets and the last figures, and where it comes from.

mod code;
mod origin;
mod record;
mod shares;

pub(crate) use code::function_names;

use std::{fs, io::Write, path::Path};

use pico_args::Arguments;
use record::{Kind, Record};

use crate::{
    build, project,
    run::{Outcome, say},
};

/// Bytes of brotli that a card may take until it takes answers: loader, style sheet, glue, first
/// part of the WebAssembly and story. Lower it whenever they take less; the project's limit
/// is 140,000.
const AT_START: usize = 133_500;

/// What all files together may take, the rest of the WebAssembly included.
const ALTOGETHER: usize = 200_500;

/// What a reader of a page with one card downloads, with the budget of single files; last what
/// comes only when the reader touches the card.
const FILES: &[(&str, Option<usize>)] = &[
    ("story-card.js", Some(3_000)),
    ("story-card.css", None),
    ("story-card-app.js", None),
    ("story-card-app_bg.wasm", None),
    ("ballerina.story.json", Some(30_000)),
    ("story-card-app_rest.wasm", None),
];

struct Weighed {
    name: &'static str,
    raw: usize,
    brotli: usize,
    budget: Option<usize>,
}

/// The command: builds, unless `--built` says that it is done; `--keep` keeps the figures.
pub(crate) fn run(mut arguments: Arguments) -> Outcome {
    let (keep, built) = (arguments.contains("--keep"), arguments.contains("--built"));
    if let Some(unknown) = arguments.finish().first() {
        return Err(format!("size has no {}", unknown.to_string_lossy()));
    }
    if !built {
        build::release()?;
    }
    if keep { report_and_keep() } else { report() }
}

/// Prints the sizes of `dist/`, with the difference to the kept figures; an error if they are
/// over budget.
pub(crate) fn report() -> Outcome {
    weigh_all().and_then(|(files, _)| judge(&files))
}

fn report_and_keep() -> Outcome {
    let (files, record) = weigh_all()?;
    record.keep()?;
    say("The figures are kept in docs/size.txt");
    judge(&files)
}

fn weigh_all() -> Outcome<(Vec<Weighed>, Record)> {
    let (mut now, last) = (Record::default(), Record::last());
    let files =
        FILES.iter().map(|(name, budget)| weigh(name, *budget)).collect::<Outcome<Vec<_>>>()?;
    say("Size of what a reader downloads, in bytes; how much more than the last figures kept");
    println!(
        "    {:<26}{:>10}{:>10}{:>10}{:>10}{:>10}",
        "", "raw", "more", "brotli", "more", "at most"
    );
    for file in files.iter().chain(&sums(&files)) {
        now.add(Kind::Raw, file.name, file.raw);
        now.add(Kind::Brotli, file.name, file.brotli);
        print_row(file, &last);
    }
    shares::report(&mut now, &last)?;
    Ok((files, now))
}

/// What is downloaded at the start of a card, and altogether.
fn sums(files: &[Weighed]) -> [Weighed; 2] {
    let at_start = &files[..files.len().saturating_sub(1)];
    [("at the start", at_start, AT_START), ("altogether", files, ALTOGETHER)].map(
        |(name, files, budget)| Weighed {
            name,
            raw: files.iter().map(|file| file.raw).sum(),
            brotli: files.iter().map(|file| file.brotli).sum(),
            budget: Some(budget),
        },
    )
}

fn print_row(file: &Weighed, last: &Record) {
    println!(
        "    {:<26}{:>10}{:>10}{:>10}{:>10}{:>10}",
        file.name,
        file.raw,
        last.difference(Kind::Raw, file.name, file.raw),
        file.brotli,
        last.difference(Kind::Brotli, file.name, file.brotli),
        file.budget.map(|bytes| bytes.to_string()).unwrap_or_default(),
    );
}

fn weigh(name: &'static str, budget: Option<usize>) -> Outcome<Weighed> {
    let bytes = read(&project::dist().join(name))?;
    Ok(Weighed { name, raw: bytes.len(), brotli: brotli(&bytes)?, budget })
}

fn judge(files: &[Weighed]) -> Outcome {
    let sums = sums(files);
    let faults: Vec<String> = files
        .iter()
        .chain(&sums)
        .filter_map(|file| {
            let budget = file.budget.filter(|budget| file.brotli > *budget)?;
            Some(format!("{}: {} bytes of brotli, {budget} are allowed", file.name, file.brotli))
        })
        .collect();
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
