//! Chromium: what WebDriver has no word for goes through its DevTools protocol.

use std::process::{Command, Stdio};

use serde_json::{Value, json};
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel, WebDriver};

use super::{Own, Process, Program, program::free_port};
use crate::{Outcome, page::Scheme};

const CHROME: Program = Program {
    variable: "CHROME",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
};
const DRIVER: Program = Program { variable: "CHROMEDRIVER", names: &["chromedriver"] };

pub(super) const PROGRAMS: &[&Program] = &[&CHROME, &DRIVER];

pub(super) async fn start() -> Outcome<(Own, Process, WebDriver)> {
    let port = free_port()?;
    let mut command = Command::new(DRIVER.path()?);
    command.arg(format!("--port={port}")).arg("--log-level=SEVERE").stdout(Stdio::null());
    let process = Process::serve(&mut command, port)?;
    let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities()?).await?;
    Ok((Own::Nothing, process, driver))
}

/// A browser that looks the same on every machine and asks nothing of anybody.
fn capabilities() -> Outcome<ChromeCapabilities> {
    let mut capabilities = ChromeCapabilities::new();
    capabilities.set_binary(&CHROME.path()?.to_string_lossy())?;
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        // Code that V8 compiles as it grows warm is no memory that a card keeps.
        "--js-flags=--no-opt --no-maglev --no-sparkplug",
        "--font-render-hinting=none",
        "--lang=en-GB",
    ] {
        capabilities.add_arg(argument)?;
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}

async fn tell(driver: &WebDriver, command: &str, parameters: Value) -> Outcome {
    driver.cdp().send_raw(command, parameters).await?;
    Ok(())
}

pub(super) async fn add_probe(driver: &WebDriver) -> Outcome {
    let script = json!({ "source": include_str!("../probe.js"), "runImmediately": false });
    tell(driver, "Page.addScriptToEvaluateOnNewDocument", script).await
}

pub(super) async fn resize(driver: &WebDriver, width: u32, height: u32, ratio: f64) -> Outcome {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false });
    tell(driver, "Emulation.setDeviceMetricsOverride", metrics).await
}

pub(super) async fn preview_print(driver: &WebDriver, is_paper: bool) -> Outcome {
    let media = if is_paper { "print" } else { "" };
    tell(driver, "Emulation.setEmulatedMedia", json!({ "media": media })).await
}

pub(super) async fn archive(driver: &WebDriver) -> Outcome<String> {
    let snapshot = driver.cdp().send_raw("Page.captureSnapshot", json!({})).await?;
    Ok(snapshot["data"].as_str().ok_or("no snapshot")?.to_owned())
}

pub(super) async fn heap(driver: &WebDriver) -> Outcome<[u64; 3]> {
    // What is held weakly goes with the second collection.
    for _ in 0..2 {
        tell(driver, "HeapProfiler.collectGarbage", json!({})).await?;
    }
    let heap = driver.cdp().send_raw("Runtime.getHeapUsage", json!({})).await?;
    let things = driver.cdp().send_raw("Memory.getDOMCounters", json!({})).await?;
    let counts = [&heap["usedSize"], &things["nodes"], &things["jsEventListeners"]];
    let [Some(bytes), Some(nodes), Some(listeners)] = counts.map(Value::as_f64) else {
        return Err(format!("no counts: {heap} {things}").into());
    };
    Ok([bytes, nodes, listeners].map(|count| count as u64))
}

pub(super) async fn prefer(driver: &WebDriver, scheme: Scheme, less_motion: bool) -> Outcome {
    let motion = if less_motion { "reduce" } else { "no-preference" };
    let features = json!([
        { "name": "prefers-color-scheme", "value": scheme.word() },
        { "name": "prefers-reduced-motion", "value": motion },
    ]);
    tell(driver, "Emulation.setEmulatedMedia", json!({ "features": features })).await
}

pub(super) async fn force_colors(driver: &WebDriver, is_forced: bool) -> Outcome {
    let value = if is_forced { "active" } else { "none" };
    let features = json!([{ "name": "forced-colors", "value": value }]);
    tell(driver, "Emulation.setEmulatedMedia", json!({ "features": features })).await
}

pub(super) async fn console(driver: &WebDriver) -> Outcome<Vec<String>> {
    let entries = driver.browser_log().await?;
    Ok(entries.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
}

pub(super) async fn tap(driver: &WebDriver, (x, y): (f64, f64)) -> Outcome {
    tell(driver, "Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    let point = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
    tell(driver, "Input.dispatchTouchEvent", point).await?;
    let end = json!({ "type": "touchEnd", "touchPoints": [] });
    tell(driver, "Input.dispatchTouchEvent", end).await?;
    tell(driver, "Emulation.setTouchEmulationEnabled", json!({ "enabled": false })).await
}

pub(super) async fn wheel(driver: &WebDriver, (x, y): (f64, f64), down: i32) -> Outcome {
    let wheel = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": down });
    tell(driver, "Input.dispatchMouseEvent", wheel).await
}
