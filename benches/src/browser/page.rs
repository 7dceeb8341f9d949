//! One page: loading, throttling, asking scripts, trusted input, memory.

use std::{thread, time::Duration};

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use super::Browser;
use crate::{Outcome, doing, folders};

/// Width and height of the window in CSS px.
const WINDOW: (u32, u32) = (1024, 800);

/// How often a mouse moves over a card that does not hear it, at most: for a minute.
const MOST_MOVES: u32 = 3000;
const BETWEEN_MOVES: Duration = Duration::from_millis(20);

/// How far one swipe, or one turn of the wheel, goes, in CSS px, in how many moves of the finger.
const SWIPE: f64 = 500.0;
const SWIPE_STEPS: u32 = 10;
/// How many there may be.
const MOST_SWIPES: u32 = 200;

/// The Control key, as the DevTools protocol counts modifiers.
const CONTROL: u32 = 2;

/// As near to the end of the page as scrolling comes, in CSS px.
const NEAR_END: f64 = 2.0;

/// How slow the machine and the line are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Throttle {
    /// As they are.
    None,
    /// A processor four times slower.
    Cpu,
    /// That, and 1.6 Mbit/s down, 750 kbit/s up, 150 ms.
    CpuAndLine,
}

/// With what a reader scrolls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scroll {
    Wheel,
    Finger,
}

/// A page of a browser.
pub(crate) struct Page<'a> {
    browser: &'a mut Browser,
    session: String,
}

/// What a page holds after garbage has been collected.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Memory {
    /// Bytes in use in the JavaScript heap.
    pub(crate) heap: f64,
    /// Bytes of all WebAssembly memories.
    pub(crate) wasm: f64,
    /// Bytes that only the page's process has; none where the kernel does not say.
    pub(crate) private: Option<f64>,
    /// DOM nodes, detached ones included.
    pub(crate) nodes: f64,
    /// Event listeners.
    pub(crate) listeners: f64,
}

impl<'a> Page<'a> {
    pub(super) fn open(browser: &'a mut Browser) -> Outcome<Self> {
        let target = browser.call(None, "Target.createTarget", &json!({ "url": "about:blank" }))?;
        let target = json!({ "targetId": target["targetId"], "flatten": true });
        let answer = browser.call(None, "Target.attachToTarget", &target)?;
        let session = answer["sessionId"].as_str().ok_or("the browser opens no page")?.to_owned();
        let mut page = Self { browser, session };
        let (width, height) = WINDOW;
        page.call(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        )?;
        page.call("Page.enable", &json!({}))?;
        for name in ["probe.js", "kits.js"] {
            let path = folders::sources().join("pages").join(name);
            let source = std::fs::read_to_string(&path).map_err(doing(path.display()))?;
            page.call("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": source }))?;
        }
        Ok(page)
    }

    fn call(&mut self, method: &str, parameters: &Value) -> Outcome<Value> {
        self.browser.call(Some(&self.session), method, parameters)
    }

    /// Makes machine and line slower.
    pub(crate) fn throttle(&mut self, throttle: Throttle) -> Outcome {
        let rate = if throttle == Throttle::None { 1 } else { 4 };
        self.call("Emulation.setCPUThrottlingRate", &json!({ "rate": rate }))?;
        if throttle == Throttle::CpuAndLine {
            self.call("Network.enable", &json!({}))?;
            let line = json!({
                "offline": false, "latency": 150,
                "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8,
            });
            self.call("Network.emulateNetworkConditions", &line)?;
        }
        Ok(())
    }

    /// Opens an address, watched from the beginning as that kit says, turns to the card if the
    /// kit says so, and waits until it is through; what the probe says about that.
    pub(crate) fn load(&mut self, url: &str, kit: &str) -> Outcome<Value> {
        self.watch(url, &format!("probe.watch(kits.{kit})"))?;
        let place = self.js("probe.turn")?;
        if let (Some(x), Some(y)) = (place["x"].as_f64(), place["y"].as_f64()) {
            self.turn_to(x, y)?;
        }
        self.js("probe.loaded")
    }

    /// Moves the mouse over a card, to and fro until the card has heard of it: its script may
    /// still be on the way.
    fn turn_to(&mut self, x: f64, y: f64) -> Outcome {
        for _ in 0..MOST_MOVES {
            self.point(x, y)?;
            self.point(x + 1.0, y)?;
            if self.js("kits.turned.isHeard()")? == Value::Bool(true) {
                return Ok(());
            }
            thread::sleep(BETWEEN_MOVES);
        }
        Err("the card does not hear the mouse".to_owned())
    }

    /// Opens an address; a statement runs in it before its own scripts.
    pub(crate) fn watch(&mut self, url: &str, statement: &str) -> Outcome {
        let source = format!("if (window === top) {{ {statement} }}");
        let script = json!({ "source": source });
        self.call("Page.addScriptToEvaluateOnNewDocument", &script)?;
        self.go(url)
    }

    fn go(&mut self, url: &str) -> Outcome {
        let answer = self.call("Page.navigate", &json!({ "url": url }))?;
        match answer["errorText"].as_str() {
            Some(error) => Err(format!("{url}: {error}")),
            None => Ok(()),
        }
    }

    /// Brings the page to the front of the browser, where frames are made.
    pub(crate) fn show(&mut self) -> Outcome {
        self.call("Page.bringToFront", &json!({})).map(drop)
    }

    /// The value of an expression, awaited if it is a promise.
    pub(crate) fn js(&mut self, expression: &str) -> Outcome<Value> {
        let question =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.call("Runtime.evaluate", &question)?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(format!("{expression}: {}", details["exception"]["description"])),
            None => Ok(answer["result"]["value"].clone()),
        }
    }

    /// The numbers of an expression's object that has only numbers and nulls.
    pub(crate) fn number(&mut self, expression: &str) -> Outcome<f64> {
        let value = self.js(expression)?;
        value.as_f64().ok_or_else(|| format!("{expression} gave {value}, not a number"))
    }

    /// Moves the mouse.
    pub(crate) fn point(&mut self, x: f64, y: f64) -> Outcome {
        self.mouse("mouseMoved", x, y, 0)
    }

    /// Presses and lets go the left button of the mouse.
    pub(crate) fn press(&mut self, x: f64, y: f64) -> Outcome {
        self.hold(x, y)?;
        self.let_go(x, y)
    }

    /// Presses the left button of the mouse and holds it.
    pub(crate) fn hold(&mut self, x: f64, y: f64) -> Outcome {
        self.mouse("mousePressed", x, y, 1)
    }

    /// Moves the mouse with its left button held.
    pub(crate) fn pull(&mut self, x: f64, y: f64) -> Outcome {
        let event = json!({ "type": "mouseMoved", "x": x, "y": y, "button": "left", "buttons": 1 });
        self.call("Input.dispatchMouseEvent", &event).map(drop)
    }

    /// Lets the left button of the mouse go.
    pub(crate) fn let_go(&mut self, x: f64, y: f64) -> Outcome {
        self.mouse("mouseReleased", x, y, 1)
    }

    /// Scrolls to the end of the page: turns the wheel of a mouse that rests there, or swipes
    /// with a finger that comes down there.
    pub(crate) fn scroll_past(&mut self, by: Scroll, x: f64, y: f64) -> Outcome {
        if by == Scroll::Finger {
            self.call("Emulation.setTouchEmulationEnabled", &json!({ "enabled": true }))?;
        }
        for _ in 0..MOST_SWIPES {
            match by {
                Scroll::Wheel => self.wheel(x, y)?,
                Scroll::Finger => self.swipe(x, y)?,
            }
            if self.number("probe.scrolled()")? < NEAR_END {
                return Ok(());
            }
        }
        Err(format!("{by:?} does not scroll to the end of the page"))
    }

    fn wheel(&mut self, x: f64, y: f64) -> Outcome {
        self.turn_wheel(x, y, SWIPE, 0)?;
        // A browser with a window tells what comes to lie under a mouse at rest.
        self.point(x, y)
    }

    /// Turns the wheel with the Control key held.
    pub(crate) fn wheel_with_control(&mut self, x: f64, y: f64, by: f64) -> Outcome {
        self.turn_wheel(x, y, by, CONTROL)
    }

    fn turn_wheel(&mut self, x: f64, y: f64, by: f64, modifiers: u32) -> Outcome {
        let event = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": by, "modifiers": modifiers });
        self.call("Input.dispatchMouseEvent", &event).map(drop)
    }

    fn swipe(&mut self, x: f64, y: f64) -> Outcome {
        self.touch("touchStart", &json!([{ "x": x, "y": y }]))?;
        for step in 1..=SWIPE_STEPS {
            let up = SWIPE * f64::from(step) / f64::from(SWIPE_STEPS);
            self.touch("touchMove", &json!([{ "x": x, "y": y - up }]))?;
        }
        self.touch("touchEnd", &json!([]))
    }

    fn touch(&mut self, kind: &str, points: &Value) -> Outcome {
        let event = json!({ "type": kind, "touchPoints": points });
        self.call("Input.dispatchTouchEvent", &event).map(drop)
    }

    /// The height of the page in CSS px.
    fn height(&mut self) -> Outcome<f64> {
        self.number("document.documentElement.scrollHeight")
    }

    fn mouse(&mut self, kind: &str, x: f64, y: f64, clicks: u32) -> Outcome {
        let button = if clicks > 0 { "left" } else { "none" };
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": clicks });
        self.call("Input.dispatchMouseEvent", &event).map(drop)
    }

    /// The whole page as a PNG.
    pub(crate) fn picture(&mut self) -> Outcome<Vec<u8>> {
        let height = self.height()?;
        let clip = json!({ "x": 0, "y": 0, "width": WINDOW.0, "height": height, "scale": 1 });
        let wanted = json!({ "captureBeyondViewport": true, "clip": clip });
        let answer = self.call("Page.captureScreenshot", &wanted)?;
        BASE64_STANDARD
            .decode(answer["data"].as_str().unwrap_or_default())
            .map_err(doing("picture"))
    }

    /// Twice: what the first time has freed may hold more. Under pressure allocators give back
    /// at once what is free; else private memory depends on when they last did.
    fn collect_garbage(&mut self) -> Outcome {
        for _ in 0..2 {
            self.call("HeapProfiler.collectGarbage", &json!({}))?;
            self.call("Memory.simulatePressureNotification", &json!({ "level": "critical" }))?;
            self.js("new Promise((resolve) => setTimeout(resolve, 300))")?;
        }
        Ok(())
    }

    /// The browser's own counters of the page.
    fn metrics(&mut self) -> Outcome<Value> {
        self.call("Performance.enable", &json!({}))?;
        self.call("Performance.getMetrics", &json!({}))
    }

    /// How long scripts have run in the page, WebAssembly included, in ms.
    pub(crate) fn script_time(&mut self) -> Outcome<f64> {
        Ok(1000.0 * metric(&self.metrics()?, "ScriptDuration"))
    }

    /// How long the page's main thread has been busy, in ms: scripts, layout, painting. What it does
    /// for us is left out.
    pub(crate) fn work(&mut self) -> Outcome<f64> {
        let metrics = self.metrics()?;
        let of = |name| 1000.0 * metric(&metrics, name);
        Ok(of("TaskDuration") - of("DevToolsCommandDuration"))
    }

    /// Collects garbage and says what is left.
    pub(crate) fn memory(&mut self) -> Outcome<Memory> {
        self.collect_garbage()?;
        let heap = self.call("Runtime.getHeapUsage", &json!({}))?;
        let metrics = self.metrics()?;
        Ok(Memory {
            heap: heap["usedSize"].as_f64().unwrap_or(f64::NAN),
            nodes: metric(&metrics, "Nodes"),
            listeners: metric(&metrics, "JSEventListeners"),
            wasm: self.number("probe.wasmBytes()")?,
            private: self.browser.renderer_bytes()?.map(|bytes| bytes as f64),
        })
    }
}

/// One of the browser's counters.
fn metric(metrics: &Value, name: &str) -> f64 {
    let all = metrics["metrics"].as_array().into_iter().flatten();
    let mut named = all.filter(|metric| metric["name"] == name);
    named.next().and_then(|metric| metric["value"].as_f64()).unwrap_or(f64::NAN)
}
