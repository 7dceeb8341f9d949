//! What is measured. A scene is one small file: a function that makes tables, and a line here.

mod authoring;
mod cards;
mod early;
mod events;
mod interaction;
mod large;
mod load;
mod passing;
mod points;
mod pure;
mod soak;

use serde_json::Value;

use crate::{
    Outcome,
    browser::{Browser, Page},
    machine,
    options::{Effort, Options},
    pages, report,
    report::Table,
    rounds::{Figures, Run},
    site::Site,
};

/// One thing to measure.
struct Scene {
    /// Its name, for `--only`.
    name: &'static str,
    run: fn(&Bench) -> Outcome<Vec<Table>>,
    /// Whether there is what it needs beyond `dist/`; the error says what to run.
    needs: fn(Effort) -> Outcome,
}

const NOTHING: fn(Effort) -> Outcome = |_| Ok(());

/// Every scene, in the order of the report.
const SCENES: &[Scene] = &[
    Scene { name: "load", run: load::run, needs: NOTHING },
    Scene { name: "passing", run: passing::run, needs: NOTHING },
    Scene { name: "early", run: early::run, needs: NOTHING },
    Scene { name: "interaction", run: interaction::run, needs: NOTHING },
    Scene { name: "cards", run: cards::run, needs: NOTHING },
    Scene { name: "large", run: large::run, needs: NOTHING },
    Scene { name: "events", run: events::run, needs: NOTHING },
    Scene { name: "points", run: points::run, needs: NOTHING },
    Scene { name: "soak", run: soak::run, needs: NOTHING },
    Scene { name: "pure", run: pure::run, needs: NOTHING },
    Scene { name: "authoring", run: authoring::run, needs: authoring::needs },
];

/// What scenes work with.
pub(crate) struct Bench {
    /// The site with all pages.
    pub(crate) site: Site,
    /// How often, and what.
    pub(crate) options: Options,
}

/// Their names.
pub(crate) fn names() -> Vec<&'static str> {
    SCENES.iter().map(|scene| scene.name).collect()
}

/// Runs the scenes asked for and writes the report.
pub(crate) fn run(options: &Options) -> Outcome {
    let wanted = || SCENES.iter().filter(|scene| options.wants(scene.name));
    // Before hours are spent on the others.
    wanted().try_for_each(|scene| (scene.needs)(options.effort))?;
    println!("\n==> Making the pages");
    let bench = Bench { site: pages::site()?, options: options.clone() };
    let about = machine::describe(&mut Browser::start()?);
    let mut tables = Vec::new();
    for scene in wanted() {
        println!("\n==> Scene {}", scene.name);
        tables.extend((scene.run)(&bench)?);
    }
    let page = report::write(&about, &tables, options)?;
    println!("\n==> Written to {} and the JSON beside it", page.display());
    Ok(())
}

/// One run: a new browser, a page in it, and what `measure` makes of that.
fn cold(measure: impl FnOnce(&mut Page) -> Outcome<Figures>) -> Outcome<Run> {
    let mut browser = Browser::start()?;
    let mut page = browser.page()?;
    page.show()?;
    let figures = measure(&mut page)?;
    Ok(Run { figures, foreign: browser.end() })
}

/// The number under a key; none for null.
fn figure(values: &Value, key: &str) -> Option<f64> {
    values[key].as_f64()
}

/// Thousands, as bytes are told.
fn kilo(bytes: f64) -> f64 {
    bytes / 1000.0
}
