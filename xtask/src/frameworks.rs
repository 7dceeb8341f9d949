//! The applications in which the end-to-end tests put a card.
//!
//! Their sources stand in `tests/frameworks`; what they are made with is installed into
//! `target/frameworks`, and the scripts that the tests' pages load are made in `pages` there.

use crate::{
    project::root,
    run::{Outcome, program, run},
    setup::{self, Need, npm},
};

/// What says which frameworks are wanted. React 18 has a package of its own, apart from React 19.
const MANIFESTS: &[&str] = &["package.json", "package-lock.json", "react18/package.json"];

/// Installs what is missing and makes the scripts.
pub(crate) fn build() -> Outcome {
    setup::ensure(&[Need::Esbuild])?;
    let (sources, folder) = (root().join("tests/frameworks"), root().join("target/frameworks"));
    npm::install_locked(&sources, MANIFESTS, &folder)?;
    run(program("node").arg(sources.join("build.mjs")).current_dir(folder))
}
