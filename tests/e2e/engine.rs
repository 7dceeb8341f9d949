//! The engines the tests run in, and all that differs between them.
//!
//! In: which programs an engine needs, how its browser is started, and what WebDriver has
//! no common word for: sizes and pixel ratios, the reader's preferences, touch, wheel and
//! console, each in the engine's own module. Out: what all engines do alike ([`crate::page`]).

mod chromium;
mod firefox;
mod program;
mod webkit;

use std::{
    env,
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use serde_json::{Value, json};
use thirtyfour::{WebDriver, WebElement, common::command::Command};

use self::{
    program::{Process, Program},
    webkit::Desktop,
};
use crate::{Outcome, page::Scheme};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, in its MiniBrowser.
    WebKit,
}

impl Engine {
    const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What the names of its tests begin with.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    fn programs(self) -> &'static [&'static Program] {
        match self {
            Self::Chromium => chromium::PROGRAMS,
            Self::Firefox => firefox::PROGRAMS,
            Self::WebKit => webkit::PROGRAMS,
        }
    }

    /// The engines to test in: those that `ENGINES` names, else Chromium and what else is there.
    ///
    /// One that is left out is told; the error names a program that is missing.
    pub(crate) fn chosen() -> Result<Vec<Self>, String> {
        let named = env::var("ENGINES").unwrap_or_default();
        let mut chosen = Vec::new();
        for engine in Self::ALL {
            let is_named = named.split_whitespace().any(|name| name == engine.name());
            if !named.is_empty() && !is_named {
                continue;
            }
            match engine.programs().iter().try_for_each(|program| program.path().map(drop)) {
                Ok(()) => chosen.push(engine),
                Err(missing) if is_named || engine == Self::Chromium => {
                    return Err(format!("{}: {missing}", engine.name()));
                }
                Err(missing) => eprintln!("{}: not run: {missing}", engine.name()),
            }
        }
        match named.split_whitespace().find(|name| Self::ALL.iter().all(|e| e.name() != *name)) {
            Some(unknown) => Err(format!("ENGINES: there is no engine {unknown}")),
            None => Ok(chosen),
        }
    }

    /// Starts a browser.
    pub(crate) async fn start(self) -> Outcome<Browser> {
        let (own, process, driver) = match self {
            Self::Chromium => chromium::start().await?,
            Self::Firefox => firefox::start().await?,
            Self::WebKit => webkit::start().await?,
        };
        // Much may be under way beside it.
        driver.set_script_timeout(Duration::from_secs(100)).await?;
        Ok(Browser { engine: self, driver, said: Mutex::default(), own, _process: process })
    }
}

/// What a browser needs beside itself.
enum Own {
    Nothing,
    /// A screen with its settings.
    Desktop(Desktop),
}

/// A browser with a driver of its own.
pub(crate) struct Browser {
    engine: Engine,
    /// Steers it.
    pub(crate) driver: WebDriver,
    /// What the pages that were left said to the console, where the engine keeps no log.
    said: Mutex<Vec<String>>,
    own: Own,
    // Ended after the session that runs in it.
    _process: Process,
}

impl Browser {
    /// Its engine.
    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// Gets it ready for the pages of a new test.
    ///
    /// Every page then has `probe.js` before its own scripts: from Chromium itself,
    /// elsewhere from the web server ([`crate::site`]).
    pub(crate) async fn prepare(&self) -> Outcome {
        self.driver.goto("about:blank").await?;
        match self.engine {
            Engine::Chromium => {
                self.console().await?;
                chromium::add_probe(&self.driver).await
            }
            Engine::Firefox | Engine::WebKit => {
                self.said.lock().expect("nothing panics while it holds this").clear();
                Ok(())
            }
        }
    }

    /// Opens an address.
    pub(crate) async fn go(&self, address: &str) -> Outcome {
        if self.engine != Engine::Chromium {
            self.keep_console().await?;
        }
        Ok(self.driver.goto(address).await?)
    }

    /// Gives the page this many CSS pixels, with device pixels in this ratio to them.
    pub(crate) async fn resize(&self, width: u32, height: u32, ratio: f64) -> Outcome {
        match (self.engine, &self.own) {
            (Engine::Chromium, _) => chromium::resize(&self.driver, width, height, ratio).await?,
            (_, Own::Desktop(desktop)) => {
                desktop.resize(&self.driver, width, height, ratio).await?;
            }
            _ => firefox::resize(&self.driver, width, height, ratio).await?,
        }
        let script = "return arguments[0] === innerWidth && arguments[1] === innerHeight
            && arguments[2] === devicePixelRatio";
        let sizes = vec![json!(width), json!(height), json!(ratio)];
        self.until("a window of this size", script, sizes).await
    }

    /// Sets what the reader's system prefers.
    pub(crate) async fn prefer(&self, scheme: Scheme, less_motion: bool) -> Outcome {
        match (self.engine, &self.own) {
            (Engine::Chromium, _) => chromium::prefer(&self.driver, scheme, less_motion).await?,
            (_, Own::Desktop(desktop)) => desktop.prefer(scheme, less_motion)?,
            _ => firefox::prefer(&self.driver, scheme, less_motion).await?,
        }
        let script = "return arguments[0] === matchMedia('(prefers-color-scheme: dark)').matches
            && arguments[1] === matchMedia('(prefers-reduced-motion: reduce)').matches";
        let wishes = vec![json!(scheme == Scheme::Dark), json!(less_motion)];
        self.until("the preferences", script, wishes).await
    }

    /// Shows pages in the system's few colours, or in their own again: in Chromium alone.
    pub(crate) async fn force_colors(&self, is_forced: bool) -> Outcome {
        chromium::force_colors(&self.driver, is_forced).await
    }

    /// Lays the page out as for paper, or as for the window again. WebKitGTK cannot.
    pub(crate) async fn preview_print(&self, is_paper: bool) -> Outcome {
        match self.engine {
            Engine::Chromium => chromium::preview_print(&self.driver, is_paper).await?,
            Engine::Firefox => firefox::preview_print(&self.driver, is_paper).await?,
            Engine::WebKit => return Err("WebKitGTK has no preview to steer".into()),
        }
        let script = "return arguments[0] === matchMedia('print').matches";
        self.until("the preview", script, vec![json!(is_paper)]).await
    }

    /// The page as one file. Only Chromium's driver makes one.
    pub(crate) async fn archive(&self) -> Outcome<String> {
        chromium::archive(&self.driver).await
    }

    /// What scripts hold after a collection: bytes, nodes, listeners. Only Chromium tells.
    pub(crate) async fn heap(&self) -> Outcome<Option<[u64; 3]>> {
        match self.engine {
            Engine::Chromium => chromium::heap(&self.driver).await.map(Some),
            Engine::Firefox | Engine::WebKit => Ok(None),
        }
    }

    async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) -> Outcome {
        crate::page::until(&self.driver, what, script, arguments).await.map(drop)
    }

    /// Everything the console got since the last call. Chromium tells all, network failures
    /// included; elsewhere it is what `probe.js` can hear, and an error without it.
    pub(crate) async fn console(&self) -> Outcome<Vec<String>> {
        if self.engine == Engine::Chromium {
            return chromium::console(&self.driver).await;
        }
        if !self.keep_console().await? {
            return Err("the page has no probe.js, so nobody heard its console".into());
        }
        Ok(std::mem::take(&mut *self.said.lock().expect("nothing panics while it holds this")))
    }

    /// Takes over what the page has said so far; false without a probe.
    async fn keep_console(&self) -> Outcome<bool> {
        let script =
            "return location.href === 'about:blank' ? [] : window.probe?.said.splice(0) ?? null";
        let said = self.driver.execute(script, vec![]).await?.json().clone();
        let said: Option<Vec<String>> = serde_json::from_value(said)?;
        let is_heard = said.is_some();
        let mut kept = self.said.lock().expect("nothing panics while it holds this");
        kept.extend(said.into_iter().flatten());
        Ok(is_heard)
    }

    /// Touches the middle of an element, which is in the window, with one finger.
    pub(crate) async fn tap(&self, element: &WebElement) -> Outcome {
        match self.engine {
            Engine::Chromium => chromium::tap(&self.driver, self.middle(element).await?).await,
            Engine::Firefox => firefox::tap(&self.driver, self.middle(element).await?).await,
            Engine::WebKit => webkit::tap(&self.driver, element).await,
        }
    }

    /// Turns the wheel over the middle of an element, `down` CSS pixels.
    pub(crate) async fn wheel(&self, element: &WebElement, down: i32) -> Outcome {
        let (x, y) = self.middle(element).await?;
        if self.engine == Engine::Chromium {
            return chromium::wheel(&self.driver, (x, y), down).await;
        }
        let scroll = json!({ "type": "scroll", "x": x as i64, "y": y as i64,
            "deltaX": 0, "deltaY": down, "duration": 0, "origin": "viewport" });
        act(&self.driver, json!({ "type": "wheel", "actions": [scroll] })).await
    }

    /// Puts a pointer (`mouse` or `touch`) down at the first of some places in the window, moves it
    /// through the others, presses the Escape key if that is wanted, and lifts it.
    pub(crate) async fn drag(&self, pointer: &str, path: &[(f64, f64)], escape: bool) -> Outcome {
        let pause = || json!({ "type": "pause", "duration": 0 });
        let mut moves = down_and_along(path);
        let mut keys: Vec<Value> = moves.iter().map(|_| pause()).collect();
        if escape {
            moves.extend([pause(), pause()]);
            keys.extend(["keyDown", "keyUp"].map(|it| json!({ "type": it, "value": "\u{e00c}" })));
        }
        moves.push(up());
        let mut sources = vec![hand(pointer, &source(), &moves)];
        if escape {
            sources.push(json!({ "type": "key", "id": source(), "actions": keys }));
        }
        self.driver.handle().cmd(Command::PerformActions(json!(sources).into())).await?;
        Ok(())
    }

    /// As [`Browser::drag`], but the pointer stays down and where it is until `meanwhile` is over.
    pub(crate) async fn drag_and_hold(
        &self,
        pointer: &str,
        path: &[(f64, f64)],
        meanwhile: impl Future<Output = Outcome>,
    ) -> Outcome {
        let id = source();
        let act = async |moves: &[Value]| -> Outcome {
            let hands = json!([hand(pointer, &id, moves)]);
            self.driver.handle().cmd(Command::PerformActions(hands.into())).await?;
            Ok(())
        };
        act(&down_and_along(path)).await?;
        meanwhile.await?;
        act(&[up()]).await
    }

    async fn middle(&self, element: &WebElement) -> Outcome<(f64, f64)> {
        let script = "const box = arguments[0].getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];";
        let place = self.driver.execute(script, vec![element.to_json()?]).await?.json().clone();
        Ok((place[0].as_f64().ok_or("no place")?, place[1].as_f64().ok_or("no place")?))
    }

    /// Ends it.
    pub(crate) async fn quit(&self) {
        // Its process ends with its driver at the latest.
        drop(self.driver.clone().quit().await);
    }
}

/// Lets a WebDriver input source act that has not acted before: WebKit counts what a wheel
/// turns from where it was left, and turns it back when it is released.
async fn act(driver: &WebDriver, mut source: Value) -> Outcome {
    source["id"] = json!(self::source());
    driver.handle().cmd(Command::PerformActions(json!([source]).into())).await?;
    Ok(())
}

/// A pointer of this kind with what it does.
fn hand(pointer: &str, id: &str, moves: &[Value]) -> Value {
    json!({ "type": "pointer", "id": id, "actions": moves, "parameters": { "pointerType": pointer } })
}

/// A pointer that is put down at the first of some places and moved through the others.
fn down_and_along(path: &[(f64, f64)]) -> Vec<Value> {
    let mut moves = Vec::new();
    for (place, (x, y)) in path.iter().enumerate() {
        moves.push(json!({ "type": "pointerMove", "x": *x as i64, "y": *y as i64,
            "duration": if place == 0 { 0 } else { 50 }, "origin": "viewport" }));
        if place == 0 {
            moves.push(json!({ "type": "pointerDown", "button": 0 }));
        }
    }
    moves
}

fn up() -> Value {
    json!({ "type": "pointerUp", "button": 0 })
}

/// The name of an input source that has not acted before.
fn source() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("source-{}", COUNT.fetch_add(1, Ordering::SeqCst))
}
