//! `test`: everything CI runs, fast checks first, stopping at the first failure.

mod web;

use std::time::{Duration, Instant};

use crate::{
    bench, build,
    dist::{self, MODULE},
    frameworks,
    project::{WASM_TARGET, root},
    run::{Outcome, program, run, say},
    setup::{
        self, Need,
        browser::{self, Engines},
    },
    size,
};

/// Runs every check and test; `quick` leaves out what needs a release build or a browser.
pub(crate) fn run_all(quick: bool) -> Outcome {
    let mut report = Report::default();
    let outcome =
        if quick { fast(&mut report) } else { fast(&mut report).and_then(|()| slow(&mut report)) };
    report.print(&outcome);
    outcome
}

/// What needs neither a browser nor a release build.
fn fast(report: &mut Report) -> Outcome {
    report.step("set-up", || setup::ensure(&[Need::Lints, Need::WasmTarget]))?;
    report.step("format", || run(&mut program("cargo fmt --all --check")))?;
    report.step("lints, native", lint_native)?;
    report.step("lints, WebAssembly", lint_wasm)?;
    report.step("documentation", || {
        run(program("cargo doc --workspace --no-deps --lib").env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    report.step("tests, native", || run(&mut program("cargo test --workspace")))
}

/// What needs a browser or a release build.
fn slow(report: &mut Report) -> Outcome {
    report.step("set-up of tools and browsers", || setup::ensure(setup::ALL))?;
    let engines = browser::engines()?;
    report.remarks.clone_from(&engines.not_run);
    if has_web_tests() {
        report.step("tests of Rust code in browsers", || web::test(&engines))?;
    }
    report.step("release build", build::release)?;
    report.step("runtime that traps", build::with_traps)?;
    report.step("size", size::report)?;
    report.step("package for npm", || dist::package().map(drop))?;
    report.step("tests of the package", || run(&mut program("cargo test --test package")))?;
    report.step("applications in frameworks", frameworks::build)?;
    report.step("tests, end to end", || end_to_end(&engines, ""))?;
    report.step("benchmarks, each once", bench::try_all)
}

fn lint_native() -> Outcome {
    run(&mut program("cargo clippy --workspace --all-targets -- -D warnings"))?;
    // Left out of `--all-targets`, as `cargo test` without more leaves them out.
    run(&mut program("cargo clippy --test e2e --test package -- -D warnings"))
}

fn lint_wasm() -> Outcome {
    let tests = if has_web_tests() { "--test web --test trap" } else { "" };
    run(&mut program(&format!(
        "cargo clippy --target {WASM_TARGET} --no-default-features --features traps --lib --bin story-card-app {tests} -- -D warnings"
    )))?;
    run(&mut program(&format!(
        "cargo clippy {MODULE} --target {WASM_TARGET} --lib --bin story-card-tool -- -D warnings"
    )))
}

fn has_web_tests() -> bool {
    root().join("tests/web.rs").is_file()
}

/// The tests of the built `dist/` in these engines, with these arguments for the runner.
pub(crate) fn end_to_end(engines: &Engines, arguments: &str) -> Outcome {
    let mut command = program(&format!("cargo test --test e2e -- {arguments}"));
    let names: Vec<_> = engines.here.iter().map(|(engine, _)| engine.name).collect();
    command.env("ENGINES", names.join(" "));
    for (_, paths) in &engines.here {
        command.envs(paths.iter().cloned());
    }
    say(&format!("in {}", names.join(", ")));
    run(&mut command)
}

/// Takes a picture of every section, and those of the guide.
pub(crate) fn screenshots() -> Outcome {
    build::release()?;
    setup::ensure(&[Need::Axe, Need::Browser])?;
    say("Writing target/screenshots/ and docs/guide/pictures/");
    end_to_end(&browser::engines()?, "--ignored chromium::pictures")
}

/// Which steps ran, and how long each took.
#[derive(Default)]
struct Report {
    steps: Vec<(&'static str, Duration)>,
    /// What was not run.
    remarks: Vec<String>,
}

impl Report {
    fn step(&mut self, name: &'static str, work: impl FnOnce() -> Outcome) -> Outcome {
        say(name);
        let start = Instant::now();
        let outcome = work();
        self.steps.push((name, start.elapsed()));
        outcome.map_err(|error| format!("{name}: {error}"))
    }

    fn print(&self, outcome: &Outcome) {
        say("Summary");
        for (place, (name, time)) in self.steps.iter().enumerate() {
            let failed = outcome.is_err() && place + 1 == self.steps.len();
            println!(
                "    {:<30} {:>7.1} s  {}",
                name,
                time.as_secs_f64(),
                if failed { "FAILED" } else { "ok" }
            );
        }
        self.remarks.iter().for_each(|line| println!("    {line}"));
        let total: Duration = self.steps.iter().map(|(_, time)| *time).sum();
        println!("    {:<30} {:>7.1} s", "together", total.as_secs_f64());
    }
}
