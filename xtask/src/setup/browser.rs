//! Chromium and its driver: from the `PATH`, else from the system's packages.

use std::path::PathBuf;

use crate::run::{Outcome, ask, find, program, run, say};

const BROWSERS: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PACKAGES: &str = "chromium chromium-driver fonts-liberation fonts-dejavu-core";

/// A browser and the driver that steers it.
pub(crate) struct Browser {
    /// The browser's program.
    pub(crate) chrome: PathBuf,
    /// The driver's program.
    pub(crate) driver: PathBuf,
}

/// The browser on this machine.
pub(crate) fn locate() -> Option<Browser> {
    let chrome = from_env("CHROME").or_else(|| BROWSERS.iter().find_map(|name| find(name)))?;
    let driver = from_env("CHROMEDRIVER").or_else(|| find("chromedriver"))?;
    Some(Browser { chrome, driver })
}

fn from_env(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_file())
}

/// Installs the browser where that can be done without asking.
pub(super) fn ensure() -> Outcome {
    if locate().is_some() {
        return Ok(());
    }
    if find("apt-get").is_some() && is_root() {
        say("Installing Chromium and its driver from the system's packages");
        run(&mut program("apt-get update -q"))?;
        let line = format!("apt-get install -q -y --no-install-recommends {PACKAGES}");
        run(program(&line).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    locate().map(|_| ()).ok_or_else(|| advice().to_owned())
}

fn is_root() -> bool {
    ask("id -u").is_some_and(|answer| answer.trim() == "0")
}

fn advice() -> &'static str {
    if find("apt-get").is_some() {
        "Chromium and chromedriver are missing; install them with: sudo apt-get install chromium chromium-driver"
    } else if find("brew").is_some() {
        "Chrome and chromedriver are missing; install them with: brew install --cask google-chrome chromedriver"
    } else {
        "Chromium and chromedriver are missing; put both on the PATH, or name them in CHROME and CHROMEDRIVER"
    }
}
