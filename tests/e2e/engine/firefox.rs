//! Firefox: what WebDriver has no word for is set from the browser's own script context.

use std::process::{Command, Stdio};

use http::Method;
use serde_json::{Value, json};
use thirtyfour::{
    BrowserCapabilitiesHelper, FirefoxCapabilities, RequestData, SessionId, WebDriver,
    common::command::FormatRequestData,
};

use super::{Own, Process, Program, act, program::free_port};
use crate::{Outcome, page::Scheme};

const FIREFOX: Program = Program { variable: "FIREFOX", names: &["firefox", "firefox-esr"] };
const DRIVER: Program = Program { variable: "GECKODRIVER", names: &["geckodriver"] };

pub(super) const PROGRAMS: &[&Program] = &[&FIREFOX, &DRIVER];

pub(super) async fn start() -> Outcome<(Own, Process, WebDriver)> {
    let port = free_port()?;
    let mut command = Command::new(DRIVER.path()?);
    command
        .args(["--port", &port.to_string(), "--websocket-port", &free_port()?.to_string()])
        // For `set`, below.
        .args(["--log", "fatal", "--allow-system-access"])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let process = Process::serve(&mut command, port)?;
    let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities()?).await?;
    Ok((Own::Nothing, process, driver))
}

fn capabilities() -> Outcome<FirefoxCapabilities> {
    let mut capabilities = FirefoxCapabilities::new();
    capabilities.set_firefox_binary(&FIREFOX.path()?.to_string_lossy())?;
    capabilities.set_headless()?;
    let preferences = json!({
        "intl.accept_languages": "en-GB",
        // A mouse: a pointer that is fine (2) and can hover (4).
        "ui.primaryPointerCapabilities": 6,
        "ui.allPointerCapabilities": 6,
        "ui.useOverlayScrollbars": 1,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
    });
    capabilities.set_browser_option("prefs", preferences)?;
    Ok(capabilities)
}

/// Runs a script that may set anything.
async fn set(driver: &WebDriver, script: &str, arguments: Vec<Value>) -> Outcome {
    driver.handle().cmd(Context("chrome")).await?;
    let outcome = driver.execute(script, arguments).await;
    driver.handle().cmd(Context("content")).await?;
    outcome?;
    Ok(())
}

/// Where scripts run: in the browser (`chrome`) or in its page (`content`).
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("session/{session}/moz/context"))
            .add_body(json!({ "context": self.0 }))
    }
}

pub(super) async fn resize(driver: &WebDriver, width: u32, height: u32, ratio: f64) -> Outcome {
    // The window has a least width, the page in it has none.
    let script = "const [width, height, ratio] = arguments;
        Services.prefs.setStringPref('layout.css.devPixelsPerPx', ratio);
        const { style } = gBrowser.selectedBrowser;
        for (const [name, length] of Object.entries({ width, height }))
            for (const limit of ['min', 'max']) style.setProperty(`${limit}-${name}`, `${length}px`);";
    set(driver, script, vec![json!(width), json!(height), json!(format!("{ratio:.1}"))]).await
}

pub(super) async fn prefer(driver: &WebDriver, scheme: Scheme, less_motion: bool) -> Outcome {
    let script = "const [isLight, lessMotion] = arguments;
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', isLight ? 1 : 0);
        Services.prefs.setIntPref('ui.prefersReducedMotion', lessMotion ? 1 : 0);";
    set(driver, script, vec![json!(scheme == Scheme::Light), json!(less_motion)]).await
}

pub(super) async fn preview_print(driver: &WebDriver, is_paper: bool) -> Outcome {
    let script = "gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0];";
    set(driver, script, vec![json!(if is_paper { "print" } else { "" })]).await
}

pub(super) async fn tap(driver: &WebDriver, (x, y): (f64, f64)) -> Outcome {
    let actions = json!([
        { "type": "pointerMove", "x": x as i64, "y": y as i64, "duration": 0 },
        { "type": "pointerDown", "button": 0 },
        { "type": "pointerUp", "button": 0 },
    ]);
    let finger = json!({ "type": "pointer", "actions": actions,
        "parameters": { "pointerType": "touch" } });
    act(driver, finger).await
}
