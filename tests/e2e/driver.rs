//! One chromedriver for all tests, and its browser sessions, which tests use in turn.

use std::{
    env,
    net::{TcpListener, TcpStream},
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    process::{Child, Command, Stdio},
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

use thirtyfour::{
    ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel, WebDriver,
    support::block_on,
};

use crate::{
    Outcome,
    page::Page,
    site::Site,
    world::{Running, World},
};

/// A running chromedriver.
pub(crate) struct Driver {
    process: Mutex<Child>,
    port: u16,
    idle: Mutex<Vec<WebDriver>>,
}

impl Driver {
    /// Starts chromedriver on a free port; the error says what is missing.
    pub(crate) fn start() -> Result<Self, String> {
        let port = free_port().map_err(|error| format!("no free port: {error}"))?;
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
        let process = Command::new(&program)
            .arg(format!("--port={port}"))
            .arg("--log-level=SEVERE")
            .stdout(Stdio::null())
            .spawn()
            .map_err(|error| {
                format!("{program} cannot be started ({error}); `cargo xtask test` installs it")
            })?;
        let driver = Self { process: Mutex::new(process), port, idle: Mutex::default() };
        driver.wait_until_it_listens()?;
        Ok(driver)
    }

    fn wait_until_it_listens(&self) -> Result<(), String> {
        let end = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if Instant::now() > end {
                return Err("chromedriver did not come up within 20 seconds".into());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Runs one test with a web server of its own and a clean browser.
    ///
    /// The browser is used again only if the test passed: a failed one may have left anything.
    pub(crate) fn run(&self, name: &str, test: fn(World) -> Running) -> Outcome {
        let session = self.session()?;
        let run = AssertUnwindSafe(|| block_on(with_world(session.clone(), test)));
        let outcome = catch_unwind(run);
        if matches!(outcome, Ok(Ok(()))) {
            self.idle.lock().expect("no test panics while it holds this").push(session);
        } else {
            block_on(dismiss(session, name));
        }
        outcome.unwrap_or_else(|panic| resume_unwind(panic))
    }

    fn session(&self) -> Outcome<WebDriver> {
        let idle = self.idle.lock().expect("no test panics while it holds this").pop();
        Ok(match idle {
            Some(session) => session,
            None => block_on(WebDriver::new(
                format!("http://127.0.0.1:{}", self.port),
                capabilities()?,
            ))?,
        })
    }

    /// Ends every browser and chromedriver.
    pub(crate) fn stop(&self) {
        for session in self.idle.lock().expect("all tests are through").drain(..) {
            drop(block_on(session.quit()));
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Ok(process) = self.process.get_mut() {
            drop(process.kill());
            drop(process.wait());
        }
    }
}

async fn with_world(session: WebDriver, test: fn(World) -> Running) -> Outcome {
    let page = Page::new(session).await?;
    test(World { site: Site::start()?, page }).await
}

/// Keeps a picture of what a failed test saw, and ends its browser.
async fn dismiss(session: WebDriver, name: &str) {
    let picture = format!("failed-{}", name.replace("::", "-"));
    // A browser that cannot even do this has said so already, as the test's failure.
    drop(Page::of(session.clone()).save_picture(&picture).await);
    drop(session.quit().await);
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// A browser that looks the same on every machine and asks nothing of anybody.
fn capabilities() -> Outcome<ChromeCapabilities> {
    let mut capabilities = ChromeCapabilities::new();
    if let Ok(chrome) = env::var("CHROME") {
        capabilities.set_binary(&chrome)?;
    }
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        "--font-render-hinting=none",
        "--lang=en-GB",
    ] {
        capabilities.add_arg(argument)?;
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}
