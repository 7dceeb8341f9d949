//! On what and with what was measured.

use std::{fs, process::Command, time::SystemTime};

use serde_json::{Value, json};

use crate::{browser::Browser, folders};

/// Machine, versions and date, for the report.
pub(crate) fn describe(browser: &mut Browser) -> Value {
    json!({
        "date": today(),
        "machine": {
            "processor": processor().unwrap_or_else(|| std::env::consts::ARCH.to_owned()),
            "processors": std::thread::available_parallelism().map_or(0, usize::from),
            "memory_gib": memory_gib(),
            "system": system(),
        },
        "versions": versions(browser),
    })
}

fn versions(browser: &mut Browser) -> Value {
    let mut all = json!({
        "story-card": own_version(),
        "browser": browser.version().unwrap_or_default(),
        "rustc": said_by("rustc", &["--version"]),
    });
    for name in [
        "@knight-lab/timelinejs",
        "survey-core",
        "survey-js-ui",
        "chart.js",
        "echarts",
        "@observablehq/plot",
        "uplot",
        "preact",
        "vis-timeline",
    ] {
        all[name] = package_version(name).into();
    }
    all
}

/// The version of the card.
pub(crate) fn card_version() -> String {
    let id = said_by("cargo", &["pkgid", "--package", "story-card"]);
    id.rsplit(['@', '#']).next().unwrap_or_default().to_owned()
}

/// Version and commit; `+` for changes that are not committed.
fn own_version() -> String {
    let commit = said_by("git", &["rev-parse", "--short", "HEAD"]);
    let changed = !said_by("git", &["status", "--porcelain"]).is_empty();
    format!("{} ({commit}{})", card_version(), if changed { "+" } else { "" })
}

fn package_version(name: &str) -> Option<String> {
    let manifest = fs::read(folders::rivals().join(name).join("package.json")).ok()?;
    let manifest: Value = serde_json::from_slice(&manifest).ok()?;
    manifest["version"].as_str().map(str::to_owned)
}

fn said_by(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(folders::root()).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    text.unwrap_or_default()
}

fn today() -> String {
    humantime::format_rfc3339_seconds(SystemTime::now()).to_string().chars().take(10).collect()
}

fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    line.split_once(':').map(|(_, name)| name.trim().to_owned())
}

fn memory_gib() -> Option<u64> {
    let text = fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some((kilobytes + (1 << 19)) >> 20)
}

fn system() -> String {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    name.map_or_else(|| std::env::consts::OS.to_owned(), |name| name.trim_matches('"').to_owned())
}
