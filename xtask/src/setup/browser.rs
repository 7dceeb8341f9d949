//! The browsers with their drivers: from the `PATH`, else from the system's packages
//! (geckodriver, which few systems have, from its crate).
//!
//! Chromium must be there. Firefox and WebKitGTK are taken where they can be had;
//! with `ENGINES="chromium firefox webkit"` in the environment those named must be there
//! and no other is taken.

use std::{env, path::PathBuf};

use super::rust;
use crate::run::{Outcome, ask, find, program, run, say};

/// A browser engine the tests run in.
pub(crate) struct Engine {
    /// What `ENGINES` and the names of tests call it.
    pub(crate) name: &'static str,
    programs: &'static [Program],
    /// What brings it on Debian and what is like it.
    packages: &'static str,
    /// What brings it on macOS, if anything does.
    casks: &'static str,
}

struct Program {
    /// The environment variable that names it, for people and for the tests.
    variable: &'static str,
    /// What it is called on the `PATH`.
    names: &'static [&'static str],
}

const CHROMIUM: Engine = Engine {
    name: "chromium",
    programs: &[
        Program {
            variable: "CHROME",
            names: &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
                "chrome",
            ],
        },
        Program { variable: "CHROMEDRIVER", names: &["chromedriver"] },
    ],
    packages: "chromium chromium-driver fonts-liberation fonts-dejavu-core",
    casks: "google-chrome chromedriver",
};

const FIREFOX: Engine = Engine {
    name: "firefox",
    programs: &[
        Program { variable: "FIREFOX", names: &["firefox", "firefox-esr"] },
        Program { variable: "GECKODRIVER", names: &["geckodriver"] },
    ],
    packages: "firefox-esr",
    casks: "firefox",
};

/// Its screen and the settings of its desktop are programs of their own.
const WEBKIT: Engine = Engine {
    name: "webkit",
    programs: &[
        Program { variable: "WEBKIT_DRIVER", names: &["WebKitWebDriver"] },
        Program { variable: "XVFB", names: &["Xvfb"] },
        Program { variable: "XSETTINGSD", names: &["xsettingsd"] },
    ],
    packages: "webkit2gtk-driver xvfb xsettingsd",
    casks: "",
};

/// The variables that name an engine's programs, with their paths.
pub(crate) type Paths = Vec<(&'static str, PathBuf)>;

impl Engine {
    /// Where its programs are; the error names the first that is missing.
    fn locate(&self) -> Outcome<Paths> {
        let located = self.programs.iter().map(|program| {
            let path = program.path().ok_or_else(|| format!("{} is missing", program.names[0]))?;
            Ok((program.variable, path))
        });
        located.collect()
    }

    /// What is missing, and how it comes here.
    fn advice(&self, missing: &str) -> String {
        let line = if find("apt-get").is_some() {
            format!("sudo apt-get install {}", self.packages)
        } else if find("brew").is_some() && !self.casks.is_empty() {
            format!("brew install --cask {}", self.casks)
        } else {
            let variables: Vec<_> = self.programs.iter().map(|program| program.variable).collect();
            return format!(
                "{missing}; put it on the PATH, or name it in {}",
                variables.join(", ")
            );
        };
        format!("{missing}; install it with: {line}")
    }
}

impl Program {
    fn path(&self) -> Option<PathBuf> {
        let named = env::var_os(self.variable).map(PathBuf::from).filter(|path| path.is_file());
        named.or_else(|| self.names.iter().find_map(|name| find(name)))
    }
}

/// Chromium and its driver on this machine.
pub(crate) fn chromium() -> Outcome<Paths> {
    CHROMIUM.locate()
}

/// The engines that can be had and, in a sentence each, those that cannot.
pub(crate) struct Engines {
    /// Those to run in.
    pub(crate) here: Vec<(Engine, Paths)>,
    /// `webkit: not run: …`.
    pub(crate) not_run: Vec<String>,
}

/// Which engines are to be tested, of those on this machine.
pub(crate) fn engines() -> Outcome<Engines> {
    let mut engines = Engines { here: Vec::new(), not_run: Vec::new() };
    for engine in wanted()? {
        match engine.locate() {
            Ok(paths) => engines.here.push((engine, paths)),
            Err(missing) if is_named(&engine) || engine.name == CHROMIUM.name => {
                return Err(format!("{}: {}", engine.name, engine.advice(&missing)));
            }
            Err(missing) => {
                engines.not_run.push(format!(
                    "{}: not run: {}",
                    engine.name,
                    engine.advice(&missing)
                ));
            }
        }
    }
    Ok(engines)
}

fn named() -> String {
    env::var("ENGINES").unwrap_or_default()
}

fn is_named(engine: &Engine) -> bool {
    named().split_whitespace().any(|name| name == engine.name)
}

fn wanted() -> Outcome<Vec<Engine>> {
    let all = [CHROMIUM, FIREFOX, WEBKIT];
    let named = named();
    let unknown = named.split_whitespace().find(|name| all.iter().all(|one| one.name != *name));
    if let Some(unknown) = unknown {
        return Err(format!("ENGINES names {unknown}; there are chromium, firefox and webkit"));
    }
    Ok(all.into_iter().filter(|engine| named.trim().is_empty() || is_named(engine)).collect())
}

/// Installs Chromium where that can be done without asking.
pub(super) fn ensure_chromium() -> Outcome {
    install(&[CHROMIUM])?;
    CHROMIUM.locate().map(drop).map_err(|missing| CHROMIUM.advice(&missing))
}

/// Installs the engines where that can be done without asking, and says which there are not.
pub(super) fn ensure_engines() -> Outcome {
    let wanted = wanted()?;
    install(&wanted)?;
    if wanted
        .iter()
        .any(|engine| engine.name == FIREFOX.name && engine.programs[0].path().is_some())
    {
        rust::geckodriver()?;
    }
    let engines = engines()?;
    engines.not_run.iter().for_each(|line| say(line));
    Ok(())
}

/// Installs the packages of engines with a program missing, as root on a system with apt.
fn install(engines: &[Engine]) -> Outcome {
    let is_missing = |engine: &&Engine| {
        engine.programs.iter().any(|one| one.variable != "GECKODRIVER" && one.path().is_none())
    };
    let missing: Vec<_> = engines.iter().filter(is_missing).collect();
    if missing.is_empty() || find("apt-get").is_none() || !is_root() {
        return Ok(());
    }
    say("Installing browsers and drivers from the system's packages");
    run(&mut program("apt-get update -q"))?;
    missing.iter().try_for_each(|engine| {
        let line = format!("apt-get install -q -y --no-install-recommends {}", engine.packages);
        let outcome = run(program(&line).env("DEBIAN_FRONTEND", "noninteractive"));
        // Another system's packages: what is missing is said later, with what to do.
        outcome.or_else(|error| if engine.name == CHROMIUM.name { Err(error) } else { Ok(()) })
    })
}

fn is_root() -> bool {
    ask("id -u").is_some_and(|answer| answer.trim() == "0")
}
