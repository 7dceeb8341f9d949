//! WebKitGTK: MiniBrowser on a screen of its own, whose desktop says what the reader prefers.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{self, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    },
};

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver, WebElement};

use super::{Own, Process, Program, program::free_port};
use crate::{Outcome, page::Scheme};

const DRIVER: Program = Program { variable: "WEBKIT_DRIVER", names: &["WebKitWebDriver"] };
const SCREEN: Program = Program { variable: "XVFB", names: &["Xvfb"] };
const SETTINGS: Program = Program { variable: "XSETTINGSD", names: &["xsettingsd"] };

pub(super) const PROGRAMS: &[&Program] = &[&DRIVER, &SCREEN, &SETTINGS];

/// MiniBrowser's window without bars, so that it may be as narrow as a telephone.
const NO_BARS: &str = "* { all: unset; font-size: 1px } image { margin: -8px }";

/// A screen nobody sees, with a desktop's settings.
pub(super) struct Desktop {
    folder: PathBuf,
    wishes: Mutex<Wishes>,
    settings: Process,
    _screen: Process,
}

/// What the desktop tells its programs.
#[derive(Clone, Copy)]
struct Wishes {
    scheme: Scheme,
    less_motion: bool,
    ratio: f64,
}

pub(super) async fn start() -> Outcome<(Own, Process, WebDriver)> {
    let (desktop, display) = Desktop::start()?;
    let port = free_port()?;
    let mut command = Command::new(DRIVER.path()?);
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", display)
        .env("GDK_BACKEND", "x11")
        .env("XDG_CONFIG_HOME", &desktop.folder)
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("GTK_THEME")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let process = Process::serve(&mut command, port)?;
    let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities()?).await?;
    Ok((Own::Desktop(desktop), process, driver))
}

/// The driver knows where MiniBrowser is, unless the environment names another.
fn capabilities() -> Outcome<Capabilities> {
    let mut capabilities = Capabilities::new();
    if let Some(browser) = std::env::var_os("MINI_BROWSER") {
        let options = json!({ "binary": browser.to_string_lossy(), "args": ["--automation"] });
        capabilities.set("webkitgtk:browserOptions", options)?;
    }
    Ok(capabilities)
}

impl Desktop {
    /// Starts a screen with the default settings; also says which display it is.
    fn start() -> Outcome<(Self, String)> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name =
            format!("story-card-e2e-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(folder.join("gtk-3.0"))?;
        fs::write(folder.join("gtk-3.0/gtk.css"), NO_BARS)?;
        let wishes = Wishes { scheme: Scheme::Light, less_motion: false, ratio: 1.0 };
        wishes.write(&folder)?;
        let (screen, display) = screen()?;
        let mut command = Command::new(SETTINGS.path()?);
        command
            .arg("-c")
            .arg(folder.join("settings"))
            .env("DISPLAY", &display)
            .stderr(Stdio::null());
        let settings = Process::start(&mut command)?;
        Ok((Self { folder, wishes: Mutex::new(wishes), settings, _screen: screen }, display))
    }

    pub(super) async fn resize(
        &self,
        driver: &WebDriver,
        width: u32,
        height: u32,
        ratio: f64,
    ) -> Outcome {
        self.wish(|wishes| wishes.ratio = ratio)?;
        crate::page::until(
            driver,
            "the pixel ratio",
            "return devicePixelRatio === arguments[0]",
            vec![json!(ratio)],
        )
        .await?;
        // The window has a frame, which shows in the page it leaves room for.
        let inside =
            driver.execute("return outerHeight - innerHeight", vec![]).await?.json().clone();
        let frame = u32::try_from(inside.as_u64().unwrap_or_default())?;
        driver.set_window_rect(0, 0, width, height + frame).await?;
        Ok(())
    }

    pub(super) fn prefer(&self, scheme: Scheme, less_motion: bool) -> Outcome {
        self.wish(|wishes| (wishes.scheme, wishes.less_motion) = (scheme, less_motion))
    }

    /// Changes what the desktop tells its programs, which hear of it soon after.
    fn wish(&self, change: impl FnOnce(&mut Wishes)) -> Outcome {
        let mut wishes = self.wishes.lock().expect("nothing panics while it holds this");
        change(&mut wishes);
        wishes.write(&self.folder)?;
        let id = self.settings.0.id().to_string();
        let status = Command::new("kill").args(["-HUP", &id]).status()?;
        if status.success() { Ok(()) } else { Err("xsettingsd has ended".into()) }
    }
}

impl Wishes {
    fn write(self, folder: &Path) -> Outcome {
        let theme = if self.scheme == Scheme::Dark { "Adwaita-dark" } else { "Adwaita" };
        let text = format!(
            "Net/ThemeName \"{theme}\"\nGtk/EnableAnimations {}\nGdk/WindowScalingFactor {:.0}\n",
            u8::from(!self.less_motion),
            self.ratio
        );
        Ok(fs::write(folder.join("settings"), text)?)
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// Starts a screen large enough for every window; it says itself which display it is.
fn screen() -> Outcome<(Process, String)> {
    let mut command = Command::new(SCREEN.path()?);
    command
        .args(["-displayfd", "1", "-screen", "0", "2560x9000x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut process = Process::start(&mut command)?;
    let output = process.0.stdout.take().ok_or("Xvfb says nothing")?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    if number.trim().is_empty() {
        return Err("Xvfb did not start".into());
    }
    Ok((process, format!(":{}", number.trim())))
}

/// WebKitWebDriver has no finger: the events one makes, as far as a page can tell.
pub(super) async fn tap(driver: &WebDriver, element: &WebElement) -> Outcome {
    let script = "const box = arguments[0].getBoundingClientRect();
        const place = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
        let at = document.elementFromPoint(place.clientX, place.clientY);
        for (let inner; at.shadowRoot && (inner = at.shadowRoot.elementFromPoint(place.clientX, place.clientY)); ) at = inner;
        const event = { ...place, bubbles: true, composed: true, cancelable: true, pointerType: 'touch', isPrimary: true };
        for (const type of ['pointerdown', 'pointerup']) at.dispatchEvent(new PointerEvent(type, event));
        at.click();";
    let arguments: Vec<Value> = vec![element.to_json()?];
    driver.execute(script, arguments).await?;
    Ok(())
}
