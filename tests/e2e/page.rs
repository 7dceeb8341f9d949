//! The page a reader looks at, and what can be done to a browser from outside.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use thirtyfour::{
    WebDriver, WebElement,
    common::print::{PrintPage, PrintPageRange, PrintParameters},
};
use tokio::time::sleep;

use crate::{
    Outcome,
    engine::{Browser, Engine},
};

/// How long a reader is expected to wait at most; a slow machine needs it, a quick one does not.
const PATIENCE: Duration = Duration::from_secs(60);

/// Light or dark, as the reader's system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    /// The word CSS has for it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A browser page.
#[derive(Clone)]
pub(crate) struct Page {
    browser: Arc<Browser>,
    driver: WebDriver,
}

impl Page {
    /// The browser's page, without what an earlier test left.
    pub(crate) async fn new(browser: Arc<Browser>) -> Outcome<Self> {
        let page = Self::of(browser);
        page.browser.prepare().await?;
        page.window(1024, 800).await?;
        page.prefer(Scheme::Light, false).await?;
        Ok(page)
    }

    /// The browser's page as it is.
    pub(crate) fn of(browser: Arc<Browser>) -> Self {
        let driver = browser.driver.clone();
        Self { browser, driver }
    }

    /// What shows it.
    pub(crate) fn engine(&self) -> Engine {
        self.browser.engine()
    }

    /// Opens an address.
    pub(crate) async fn go(&self, address: &str) -> Outcome {
        self.browser.go(address).await
    }

    /// Gives the page this many CSS pixels, one device pixel each.
    pub(crate) async fn window(&self, width: u32, height: u32) -> Outcome {
        self.window_at_ratio(width, height, 1.0).await
    }

    /// Gives the page this many CSS pixels, with device pixels in this ratio to them.
    pub(crate) async fn window_at_ratio(&self, width: u32, height: u32, ratio: f64) -> Outcome {
        self.browser.resize(width, height, ratio).await
    }

    /// Sets what the reader's system prefers.
    pub(crate) async fn prefer(&self, scheme: Scheme, less_motion: bool) -> Outcome {
        self.browser.prefer(scheme, less_motion).await
    }

    /// Shows the page in the system's few colours, or in its own again: in Chromium alone.
    pub(crate) async fn force_colors(&self, is_forced: bool) -> Outcome {
        self.browser.force_colors(is_forced).await
    }

    /// Lays the page out as for paper, or as for the window again.
    pub(crate) async fn preview_print(&self, is_paper: bool) -> Outcome {
        self.browser.preview_print(is_paper).await
    }

    /// Whether the page, printed on A4, has so many sheets.
    pub(crate) async fn has_sheet(&self, n: u64) -> Outcome<bool> {
        let page = PrintPage { width: 21.0, height: 29.7 };
        let page_ranges = [PrintPageRange::Integer(n)].into();
        let only = PrintParameters { page, page_ranges, ..Default::default() };
        match self.driver.print_page(only).await {
            // Firefox makes a file without sheets.
            Ok(pdf) => Ok(pdf.len() > 4000),
            Err(error) if error.to_string().contains("exceeds page count") => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Saves the page as one file, as a browser's menu does; where that is. In Chromium alone.
    pub(crate) async fn save_archive(&self, name: &str) -> Outcome<PathBuf> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/archives");
        fs::create_dir_all(&folder)?;
        let file = folder.join(name);
        fs::write(&file, self.browser.archive().await?)?;
        Ok(file)
    }

    /// The text that a browser's reader mode makes of the page.
    pub(crate) async fn reader_text(&self) -> Outcome<String> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("target/frameworks/node_modules/@mozilla/readability/Readability.js");
        let readability = fs::read_to_string(&path).map_err(|error| {
            format!("{}: {error}; `cargo xtask test` installs it", path.display())
        })?;
        let script = format!(
            "{readability}; return new Readability(document.cloneNode(true)).parse().textContent"
        );
        let text = self.js(&script, vec![]).await?;
        let words = text.as_str().ok_or("it makes nothing of it")?.split_whitespace();
        Ok(words.collect::<Vec<_>>().join(" "))
    }

    /// What scripts hold after a collection, where the engine tells: bytes, nodes, listeners.
    pub(crate) async fn heap(&self) -> Outcome<Option<[u64; 3]>> {
        self.browser.heap().await
    }

    /// Looks into the `n`-th frame of the page (from 0), until [`Page::leave_frame`].
    pub(crate) async fn enter_frame(&self, n: usize) -> Outcome {
        let frames = "return [...document.querySelectorAll('iframe')]";
        let frame = self.elements(frames, vec![]).await?.into_iter().nth(n);
        Ok(frame.ok_or_else(|| format!("there is no frame {n}"))?.enter_frame().await?)
    }

    /// Looks at the page again.
    pub(crate) async fn leave_frame(&self) -> Outcome {
        Ok(self.driver.enter_default_frame().await?)
    }

    /// Runs a script with `arguments`; its value.
    pub(crate) async fn js(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        run(&self.driver, script, arguments).await
    }

    /// Runs a script that calls its last argument when it is through.
    pub(crate) async fn js_later(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.driver.execute_async(script, arguments).await?.json().clone())
    }

    /// The elements a script returns.
    pub(crate) async fn elements(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Outcome<Vec<WebElement>> {
        Ok(self.driver.execute(script, arguments).await?.elements()?)
    }

    /// The first of the elements a script returns, if there is one.
    pub(crate) async fn element(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Outcome<Option<WebElement>> {
        let script =
            format!("return (function () {{ {script}\n }}).apply(null, arguments)[0] ?? null");
        let found = self.driver.execute(script, arguments).await?;
        if found.json().is_null() { Ok(None) } else { Ok(Some(found.element()?)) }
    }

    /// Waits until a script says something true; `what` names it if it never does.
    pub(crate) async fn until(
        &self,
        what: &str,
        script: &str,
        arguments: Vec<Value>,
    ) -> Outcome<Value> {
        until(&self.driver, what, script, arguments).await
    }

    /// Waits until a script gives this value; an error with the last one, if it never does.
    pub(crate) async fn until_is(
        &self,
        what: &str,
        script: &str,
        arguments: Vec<Value>,
        wanted: &Value,
    ) -> Outcome {
        let patience = Patience::new();
        loop {
            let now = self.js(script, arguments.clone()).await?;
            if now == *wanted {
                return Ok(());
            }
            patience.wait(|| format!("{what}: {now} in place of {wanted}")).await?;
        }
    }

    /// Waits until what was asked for is drawn. That takes up to five frames: a change, what the
    /// page is told of it, new sizes, and the drawing that fits them. A slow machine takes its time
    /// for each, whatever clocks say.
    pub(crate) async fn settle(&self) -> Outcome {
        let script = "const done = arguments[0];
            const frames = (count, then) =>
                requestAnimationFrame(() => (count > 1 ? frames(count - 1, then) : then()));
            let left = 2;
            const end = () => (left -= 1) || setTimeout(done);
            frames(2, () => (setTimeout(end, 60), frames(3, end)));";
        self.js_later(script, vec![]).await.map(drop)
    }

    /// Waits until the page has stopped scrolling, as it does some time after a finger is lifted.
    pub(crate) async fn come_to_rest(&self) -> Outcome {
        let script = "const done = arguments[0];
            let [last, same] = [NaN, 0];
            const look = () => {
                same = scrollY === last ? same + 1 : 0;
                last = scrollY;
                same < 10 ? requestAnimationFrame(look) : done();
            };
            look();";
        self.js_later(script, vec![]).await.map(drop)
    }

    /// Everything the console got since the last call, as far as the engine tells.
    pub(crate) async fn console(&self) -> Outcome<Vec<String>> {
        self.browser.console().await
    }

    /// As [`Page::console`], or nothing where nobody listens: in pages from disk outside Chromium.
    pub(crate) async fn console_if_heard(&self) -> Outcome<Vec<String>> {
        Ok(self.console().await.unwrap_or_default())
    }

    /// The story events that reached the window, in order.
    pub(crate) async fn events(&self) -> Outcome<Vec<Value>> {
        let events = self.js("return probe.events", vec![]).await?;
        Ok(events.as_array().cloned().unwrap_or_default())
    }

    /// The details of the events of one kind that reached the window.
    pub(crate) async fn details(&self, kind: &str) -> Outcome<Vec<Value>> {
        let events = self.events().await?;
        Ok(events
            .into_iter()
            .filter(|event| event["type"] == kind)
            .map(|event| event["detail"].clone())
            .collect())
    }

    /// Waits until so many events of one kind have reached the window; their details.
    pub(crate) async fn told(&self, kind: &str, count: usize) -> Outcome<Vec<Value>> {
        let script = "return probe.events.filter(({ type }) => type === arguments[0]).length";
        self.until_is(kind, script, vec![json!(kind)], &json!(count)).await?;
        self.details(kind).await
    }

    /// How far things in sight moved by themselves; 0 is not at all.
    pub(crate) async fn layout_shift(&self) -> Outcome<(f64, Value)> {
        self.settle().await?;
        let answer = self.js("return [probe.shift, probe.shifts]", vec![]).await?;
        Ok((answer[0].as_f64().unwrap_or(f64::NAN), answer[1].clone()))
    }

    /// The layout shift while the page came; from here on it is counted anew. A busy machine lays a
    /// page out while it is still coming, and a line may end in the middle of a mark then.
    pub(crate) async fn shift_while_coming(&self) -> Outcome<(f64, Value)> {
        let shift = self.layout_shift().await?;
        self.js("probe.shift = 0; probe.shifts.length = 0", vec![]).await?;
        Ok(shift)
    }

    /// Presses keys, one after the other, wherever focus is.
    pub(crate) async fn press(&self, keys: impl Into<thirtyfour::TypingData>) -> Outcome {
        let keys = keys.into().as_vec().iter().collect::<String>();
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Touches the middle of an element with one finger.
    pub(crate) async fn tap(&self, element: &WebElement) -> Outcome {
        element.scroll_into_view().await?;
        self.browser.tap(element).await
    }

    /// Drags with a pointer (`mouse` or `touch`) through places in the window, presses the Escape
    /// key if that is wanted, and lets go.
    pub(crate) async fn drag(&self, pointer: &str, path: &[(f64, f64)], escape: bool) -> Outcome {
        self.browser.drag(pointer, path, escape).await?;
        self.settle().await
    }

    /// Drags with a mouse, and holds still at the last place until `meanwhile` is over.
    pub(crate) async fn drag_and_hold(
        &self,
        path: &[(f64, f64)],
        meanwhile: impl Future<Output = Outcome>,
    ) -> Outcome {
        self.browser.drag_and_hold("mouse", path, meanwhile).await?;
        self.settle().await
    }

    /// Presses with a mouse at a place in the window: what a driver takes for closed can be pressed so.
    pub(crate) async fn press_at(&self, (x, y): (f64, f64)) -> Outcome {
        self.driver.action_chain().move_to(x as i64, y as i64).click().perform().await?;
        self.settle().await
    }

    /// Moves a mouse through places in the window.
    pub(crate) async fn hover(&self, path: &[(f64, f64)]) -> Outcome {
        let mut chain = self.driver.action_chain();
        for (x, y) in path {
            chain = chain.move_to(*x as i64, *y as i64);
        }
        Ok(chain.perform().await?)
    }

    /// Turns the wheel over the middle of an element, `down` CSS pixels.
    pub(crate) async fn wheel(&self, element: &WebElement, down: i32) -> Outcome {
        self.browser.wheel(element, down).await
    }

    /// Every barrier axe-core finds in the page, one line each.
    pub(crate) async fn barriers(&self) -> Outcome<Vec<String>> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("target/tools/npm/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&path).map_err(|error| {
            format!("{}: {error}; `cargo xtask test` installs it", path.display())
        })?;
        if self.js("return !window.axe", vec![]).await? == json!(true) {
            self.js(&axe, vec![]).await?;
        }
        self.settle().await?;
        // A colour that fades is none that a reader is left with.
        let rests = "return [document, ...[...document.querySelectorAll('story-card')].map((it) => it.shadowRoot)]
            .every((root) => !root?.getAnimations().length)";
        self.until("a page at rest", rests, vec![]).await?;
        let found = self.js_later(include_str!("barriers.js"), vec![]).await?;
        let lines = found.as_array().ok_or_else(|| format!("axe says {found}"))?;
        Ok(lines.iter().filter_map(|line| line.as_str().map(str::to_owned)).collect())
    }

    /// Saves what the window shows as `target/screenshots/NAME.png`.
    pub(crate) async fn save_picture(&self, name: &str) -> Outcome {
        self.driver.screenshot(&picture_path(name)?).await?;
        Ok(())
    }
}

/// How long something is waited for.
pub(crate) struct Patience {
    end: Instant,
}

impl Patience {
    /// From now on.
    pub(crate) fn new() -> Self {
        Self { end: Instant::now() + PATIENCE }
    }

    /// Waits a little before another look; an error if that was done long enough.
    pub(crate) async fn wait(&self, what: impl FnOnce() -> String) -> Outcome {
        if Instant::now() > self.end {
            return Err(what().into());
        }
        sleep(Duration::from_millis(30)).await;
        Ok(())
    }
}

/// Runs a script with `arguments`; its value, which may be anything JSON can say.
///
/// It comes as text: what a page adds to all objects and lists is too much for the drivers.
async fn run(driver: &WebDriver, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
    Ok(try_run(driver, script, arguments).await?.ok_or("a script gave no text")?)
}

/// As [`run`]; none if the page went away meanwhile, which some drivers answer with nothing, others
/// with a frame that is not found.
async fn try_run(
    driver: &WebDriver,
    script: &str,
    arguments: Vec<Value>,
) -> Outcome<Option<Value>> {
    let script = format!(
        "return JSON.stringify((function () {{ {script}\n }}).apply(null, arguments)) ?? 'null'"
    );
    let value = match driver.execute(script, arguments).await {
        Err(error) if error.to_string().contains("Frame not found") => return Ok(None),
        value => value?,
    };
    Ok(value.json().as_str().map(serde_json::from_str).transpose()?)
}

/// Waits until a script says something true, as JavaScript has it: neither 0 nor an empty text is.
/// `what` names it if it never does.
pub(crate) async fn until(
    driver: &WebDriver,
    what: &str,
    script: &str,
    arguments: Vec<Value>,
) -> Outcome<Value> {
    let end = Instant::now() + PATIENCE;
    loop {
        let value = try_run(driver, script, arguments.clone()).await?;
        if let Some(value) = value.filter(is_true) {
            return Ok(value);
        }
        if Instant::now() > end {
            return Err(format!("waited in vain: {what}").into());
        }
        sleep(Duration::from_millis(30)).await;
    }
}

/// Whether JavaScript takes a value for true.
fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(is_true) => *is_true,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

/// Where a picture of this name belongs.
fn picture_path(name: &str) -> Outcome<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(format!("{name}.png")))
}
