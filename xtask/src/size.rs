//! `size`: what a reader downloads, against the budgets and the last figures, and where it comes from.

mod code;
mod origin;
mod record;
mod shares;

pub(crate) use code::imported_functions;

use std::{fs, io::Write, path::Path};

use pico_args::Arguments;
use record::{Kind, Record};

use crate::{
    build, project,
    run::{Outcome, say},
};

/// Bytes of brotli that a reader may fetch who passes by a card: loader and style sheet.
const PASSING_BY: usize = 9_000;

/// What all files together may take, runtime and bundled story. 204,000 were meant for the card,
/// 4,000 for life with frameworks and translators, 3,000 to take over what was answered in the static
/// card, 12,000 for the shape of the card, 5,000 for the quiz as play, 16,000 for the timeline, 24,000
/// for charts: 268,000. What is above that is named in DESIGN.md ("What do charts weigh?" and "Why does
/// the runtime weigh more than was meant?"), and is to be found and taken out again.
const ALTOGETHER: usize = 326_000;

/// How much a figure may exceed the one last kept, in parts of a hundred. What grows more is kept
/// anew on purpose (`--keep`), so that it is seen in the change that made it.
const HEADROOM: usize = 2;

/// What a reader of a page with one card downloads; first what anybody does who passes by it.
const FILES: &[&str] = &[
    "story-card.js",
    "story-card.css",
    "story-card-live.css",
    "story-card-app.js",
    "story-card-app_bg.wasm",
    "ballerina.story.json",
];

/// How many of them a reader downloads who passes by.
const PASSED: usize = 2;

struct Weighed {
    name: &'static str,
    raw: usize,
    brotli: usize,
    /// At most, in bytes of brotli.
    budget: usize,
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
    let files = FILES.iter().map(|name| weigh(name, &last)).collect::<Outcome<Vec<_>>>()?;
    say("Size of what a reader downloads, in bytes; how much more than the last figures kept");
    println!(
        "    {:<26}{:>10}{:>10}{:>10}{:>10}{:>10}",
        "", "raw", "more", "brotli", "more", "at most"
    );
    let files = with_sums(files, &last);
    for file in &files {
        now.add(Kind::Raw, file.name, file.raw);
        now.add(Kind::Brotli, file.name, file.brotli);
        print_row(file, &last);
    }
    shares::report(&mut now, &last)?;
    Ok((files, now))
}

/// The files, and what they are together.
fn with_sums(mut files: Vec<Weighed>, last: &Record) -> Vec<Weighed> {
    let sum = |name, files: &[Weighed], most: usize| Weighed {
        name,
        raw: files.iter().map(|file| file.raw).sum(),
        brotli: files.iter().map(|file| file.brotli).sum(),
        budget: most.min(budget(name, last)),
    };
    let passing_by = sum("passing by", &files[..PASSED], PASSING_BY);
    let altogether = sum("altogether", &files, ALTOGETHER);
    files.extend([passing_by, altogether]);
    files
}

/// What something may weigh, going by what it last weighed; any weight where that is not known.
fn budget(name: &str, last: &Record) -> usize {
    last.get(Kind::Brotli, name).map_or(usize::MAX, |kept| kept + kept * HEADROOM / 100)
}

fn print_row(file: &Weighed, last: &Record) {
    println!(
        "    {:<26}{:>10}{:>10}{:>10}{:>10}{:>10}",
        file.name,
        file.raw,
        last.difference(Kind::Raw, file.name, file.raw),
        file.brotli,
        last.difference(Kind::Brotli, file.name, file.brotli),
        if file.budget == usize::MAX { String::new() } else { file.budget.to_string() },
    );
}

fn weigh(name: &'static str, last: &Record) -> Outcome<Weighed> {
    let bytes = read(&project::dist().join(name))?;
    let budget = budget(name, last);
    Ok(Weighed { name, raw: bytes.len(), brotli: brotli(&bytes)?, budget })
}

fn judge(files: &[Weighed]) -> Outcome {
    let faults: Vec<String> = files
        .iter()
        .filter(|file| file.brotli > file.budget)
        .map(|file| {
            format!("{}: {} bytes of brotli, {} are allowed", file.name, file.brotli, file.budget)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &'static str, brotli: usize) -> Weighed {
        Weighed { name, raw: 2 * brotli, brotli, budget: usize::MAX }
    }

    #[test]
    fn what_grows_by_more_than_the_headroom_is_refused() {
        let mut last = Record::default();
        last.add(Kind::Brotli, "a", 1_000);
        assert_eq!((budget("a", &last), budget("b", &last)), (1_020, usize::MAX));
        let weighed = |brotli| [Weighed { budget: budget("a", &last), ..file("a", brotli) }];
        assert_eq!(judge(&weighed(1_020)), Ok(()));
        let refused = judge(&weighed(1_021)).unwrap_err();
        assert_eq!(refused, "over budget: a: 1021 bytes of brotli, 1020 are allowed");
    }

    #[test]
    fn sums_have_limits_of_their_own() {
        let files = vec![file("a", PASSING_BY), file("b", 1), file("c", ALTOGETHER)];
        let files = with_sums(files, &Record::default());
        let refused = judge(&files).unwrap_err();
        let sums = [PASSING_BY + 1, PASSING_BY + 1 + ALTOGETHER];
        let told = [format!("passing by: {}", sums[0]), format!("altogether: {}", sums[1])];
        assert!(told.iter().all(|sum| refused.contains(sum)), "{refused}");
    }
}
