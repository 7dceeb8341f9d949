//! A headless Chromium with a profile of its own, steered over its DevTools pipe.
//!
//! In: one process for each cold run, its pages, what the kernel says about its memory.
//! The DevTools protocol is spoken directly and not through a driver, which would switch on
//! much of it that costs the page time. The pipe also ends the browser when this program ends.

mod memory;
mod page;
mod pipe;

use std::{
    env, fs,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

pub(crate) use page::{Memory, Page, Scroll, Throttle};
use pipe::Pipe;

use crate::{Outcome, doing, quiet::Watch};

/// What makes a browser the same on every machine, and keeps it from doing things of its own.
const ARGUMENTS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--no-first-run",
    "--no-startup-window",
    "--remote-debugging-pipe",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-features=SpareRendererForSitePerProcess,Translate,OptimizationHints,MediaRouter",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--lang=en-GB",
];

/// A running browser.
pub(crate) struct Browser {
    process: Child,
    pipe: Pipe,
    profile: PathBuf,
    watch: Watch,
}

impl Browser {
    /// Starts a browser with a fresh profile. `CHROME` names the program.
    pub(crate) fn start() -> Outcome<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let nth = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile =
            env::temp_dir().join(format!("story-card-bench-{}-{nth}", std::process::id()));
        fs::create_dir_all(&profile).map_err(doing(profile.display()))?;
        let watch = Watch::start();
        let mut process = command(&profile)
            .spawn()
            .map_err(doing("the browser cannot be started (`cargo xtask bench` finds it)"))?;
        let pipe = Pipe::of(&mut process)?;
        Ok(Self { process, pipe, profile, watch })
    }

    /// Opens an empty page.
    pub(crate) fn page(&mut self) -> Outcome<Page<'_>> {
        Page::open(self)
    }

    /// The browser's name and version.
    pub(crate) fn version(&mut self) -> Outcome<String> {
        let answer = self.call(None, "Browser.getVersion", &json!({}))?;
        Ok(answer["product"].as_str().unwrap_or("unknown").to_owned())
    }

    /// Ends the browser; the share of the machine that others used while it ran.
    pub(crate) fn end(self) -> Option<f64> {
        self.watch.foreign_share(self.process.id())
    }

    /// Bytes that only the process of the page has.
    fn renderer_bytes(&mut self) -> Outcome<Option<u64>> {
        let answer = self.call(None, "SystemInfo.getProcessInfo", &json!({}))?;
        let all = answer["processInfo"].as_array().cloned().unwrap_or_default();
        let renderers = all.iter().filter(|process| process["type"] == "renderer");
        let ids = renderers.filter_map(|process| process["id"].as_u64());
        // Parts of the browser's own surface are renderers too.
        Ok(ids
            .filter(|id| !memory::is_browser_surface(*id))
            .filter_map(memory::private_bytes)
            .max())
    }

    fn call(&mut self, session: Option<&str>, method: &str, parameters: &Value) -> Outcome<Value> {
        self.pipe.call(session, method, parameters)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        drop(self.call(None, "Browser.close", &json!({})));
        let end = Instant::now() + Duration::from_secs(5);
        while matches!(self.process.try_wait(), Ok(None)) && Instant::now() < end {
            thread::sleep(Duration::from_millis(10));
        }
        drop(self.process.kill());
        drop(self.process.wait());
        // A late child of the browser may still write; the system clears the folder in the end.
        drop(fs::remove_dir_all(&self.profile));
    }
}

/// The shell puts our two pipes where the browser looks for them: at 3 and 4.
fn command(profile: &std::path::Path) -> Command {
    let chrome = env::var_os("CHROME").unwrap_or_else(|| "chromium".into());
    let mut command = Command::new("sh");
    command
        .args(["-c", r#"exec "$@" 3<&0 4>&1 </dev/null >/dev/null 2>/dev/null"#, "sh"])
        .arg(chrome)
        .args(ARGUMENTS)
        .arg(format!("--user-data-dir={}", profile.display()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    command
}
