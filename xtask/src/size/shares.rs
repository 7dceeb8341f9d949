//! Which crate, and which module of ours, the WebAssembly's code comes from.
//!
//! The shipped files have no names, so the sizes are those of the same code with its names. Each function is laid to the crate its name begins with.
//! Inlined code counts for the function it ended up in.

use std::{collections::BTreeMap, fs};

use crate::{
    build, project,
    run::{Outcome, say},
};

use super::{
    code::Sizes,
    origin::{crate_of, module_of},
    record::{Kind, Record},
};

/// Crates and modules with a smaller share than this are summed up.
const SHOWN_FROM: f64 = 0.005;

/// Prints the share of each crate and module in the shipped code, and adds them to `now`.
pub(super) fn report(now: &mut Record, last: &Record) -> Outcome {
    let sizes = sizes()?;
    let mut crates = sizes.by(|name| Some(crate_of(name).to_owned()));
    crates.insert("(texts and tables)".to_owned(), sizes.data);
    let modules = sizes.by(|name| module_of(name, &project::root().join("src")));
    say("Share of each crate in the code of the WebAssembly, in bytes without compression");
    print(Kind::Crate, &crates, now, last);
    say("Share of each of our modules");
    print(Kind::Module, &modules, now, last);
    let list = build::bindgen().join("functions.txt");
    fs::write(&list, sizes.list()).map_err(|error| format!("{}: {error}", list.display()))?;
    println!("\n    every function, largest first: {}", list.display());
    Ok(())
}

fn sizes() -> Outcome<Sizes> {
    let module = build::with_function_names()?;
    Sizes::of(&module).map_err(|error| format!("the WebAssembly: {error}"))
}

/// Prints what is large, largest first, then the rest as one.
fn print(kind: Kind, shares: &BTreeMap<String, usize>, now: &mut Record, last: &Record) {
    let total: usize = shares.values().sum();
    let (large, small): (Vec<_>, Vec<_>) =
        shares.iter().partition(|(_, size)| share(**size, total) >= SHOWN_FROM);
    let mut rows: Vec<(&str, usize)> =
        large.into_iter().map(|(name, size)| (name.as_str(), *size)).collect();
    rows.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    rows.push(("(others)", small.iter().map(|(_, size)| **size).sum()));
    for (name, size) in rows {
        now.add(kind, name, size);
        let difference = last.difference(kind, name, size);
        println!("    {name:<26}{size:>10}{:>9.1} %{difference:>12}", 100.0 * share(size, total));
    }
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
