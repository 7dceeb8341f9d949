//! `licenses`: writes anew which licences the WebAssembly holds.
//!
//! The list is committed, for making it needs a tool that takes minutes to install and it
//! changes with the dependencies only. A test says when it does not fit them any more.

use crate::{
    build::RUNTIME,
    project::root,
    run::{Outcome, program, run, say},
    setup::{self, Need},
};

/// The list, in the workspace.
const LIST: &str = "static/THIRD-PARTY-LICENSES.txt";

/// Writes the list.
pub(crate) fn write() -> Outcome {
    setup::ensure(&[Need::About])?;
    say(&format!("Writing {LIST}"));
    // Without the network: what is missing in a crate's own files is not looked up elsewhere.
    let line = format!(
        "cargo about generate --locked --offline {RUNTIME} --config xtask/licenses/about.toml \
         xtask/licenses/licenses.hbs --output-file"
    );
    run(program(&line).arg(root().join(LIST)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{project::WASM_TARGET, run::ask};
    use std::{collections::BTreeSet, fs};

    /// `name version` of every crate the WebAssembly is made of.
    fn dependencies() -> BTreeSet<String> {
        let line = format!(
            "cargo tree --locked --package story-card --edges normal --target {WASM_TARGET} \
             {RUNTIME} --prefix none"
        );
        let tree = ask(&line).unwrap();
        let crates = tree.lines().filter(|line| !line.starts_with("story-card "));
        crates.map(|line| line.split(" (").next().unwrap().replacen(" v", " ", 1)).collect()
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
    fn the_list_fits_the_dependencies() {
        let list = fs::read_to_string(root().join(LIST)).unwrap();
        let (listed, dependencies) = (listed(&list), dependencies());
        assert!(dependencies.len() > 40, "the crates were found: {dependencies:?}");
        let missing: Vec<_> = dependencies.difference(&listed).collect();
        let superfluous: Vec<_> = listed.difference(&dependencies).collect();
        assert!(
            missing.is_empty() && superfluous.is_empty(),
            "{LIST} is stale; run `cargo xtask licenses`. Missing: {missing:?}, \
             superfluous: {superfluous:?}"
        );
    }
}
