//! `licenses`: writes anew which licences the runtime and the author's tool hold.
//!
//! The lists are committed, for making them needs a tool that takes minutes to install and they
//! change with the dependencies only. A test says when one does not fit them any more.

use crate::{
    build::RUNTIME,
    project::{WASM_TARGET, root},
    run::{Outcome, program, run, say},
    setup::{self, Need},
};

/// A list of the licences of some crates.
struct List {
    /// Where it stands in the workspace.
    path: &'static str,
    /// What is built of the crates.
    features: &'static str,
    /// What it is built for.
    targets: &'static [&'static str],
}

/// The lists of the runtime, and of the tool as a program and as a module.
const LISTS: [List; 2] = [
    List { path: "static/THIRD-PARTY-LICENSES.txt", features: RUNTIME, targets: &[WASM_TARGET] },
    List {
        path: "npm/THIRD-PARTY-LICENSES.txt",
        features: "--features cli,module",
        targets: &[
            WASM_TARGET,
            "x86_64-unknown-linux-gnu",
            "aarch64-apple-darwin",
            "x86_64-pc-windows-msvc",
        ],
    },
];

/// Writes the lists.
pub(crate) fn write() -> Outcome {
    setup::ensure(&[Need::About])?;
    LISTS.iter().try_for_each(|list| {
        say(&format!("Writing {}", list.path));
        // Without the network: what is missing in a crate's own files is not looked up elsewhere.
        let line = format!(
            "cargo about generate --locked --offline {} --config xtask/licenses/about.toml \
             xtask/licenses/licenses.hbs",
            list.features
        );
        let mut command = program(&line);
        for target in list.targets {
            command.args(["--target", target]);
        }
        run(command.arg("--output-file").arg(root().join(list.path)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::ask;
    use std::{collections::BTreeSet, fs};

    /// `name version` of every crate that something is made of.
    fn dependencies(list: &List) -> BTreeSet<String> {
        let mut crates = BTreeSet::new();
        for target in list.targets {
            let line = format!(
                "cargo tree --locked --package story-card --edges normal --target {target} \
                 --prefix none {}",
                list.features
            );
            let tree = ask(&line).unwrap();
            let lines = tree.lines().filter(|line| !line.starts_with("story-card "));
            crates
                .extend(lines.map(|line| line.split(" (").next().unwrap().replacen(" v", " ", 1)));
        }
        crates
    }

    /// `name version` of every crate in the list.
    fn listed(list: &str) -> BTreeSet<String> {
        let is_rule =
            |line: &str, of: char| line.len() == 80 && line.chars().all(|char| char == of);
        let mut is_crate = false;
        let mut crates = BTreeSet::new();
        for line in list.lines() {
            if is_rule(line, '=') || is_rule(line, '-') {
                is_crate = line.starts_with('=');
            } else if is_crate && line.contains(" (https://") {
                crates.insert(line.split(" (").next().unwrap().to_owned());
            }
        }
        crates
    }

    #[test]
    fn the_lists_fit_the_dependencies() {
        for list in &LISTS {
            let text = fs::read_to_string(root().join(list.path)).unwrap();
            let (listed, dependencies) = (listed(&text), dependencies(list));
            assert!(dependencies.len() > 40, "the crates were found: {dependencies:?}");
            let missing: Vec<_> = dependencies.difference(&listed).collect();
            let superfluous: Vec<_> = listed.difference(&dependencies).collect();
            assert!(
                missing.is_empty() && superfluous.is_empty(),
                "{} is stale; run `cargo xtask licenses`. Missing: {missing:?}, superfluous: \
                 {superfluous:?}",
                list.path
            );
        }
    }
}
