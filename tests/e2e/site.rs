//! A web site as a test wants it: `dist/` under `/blog/card/`, the example stories
//! under `/blog/stories/`, applications under `/blog/frameworks/`, pages made by the test, and
//! faults on request.
//!
//! Chromium runs `probe.js` in every page by itself. For other engines each HTML page begins
//! with a script element that does it, takes itself away and appears in no list of requests.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use crate::{
    Outcome,
    server::{Answer, Gate, Request, Server},
};

const BASE: &str = "/blog/";
const PROBE: &str = "/probe.js";

/// Where `cargo xtask build` puts what is tested.
pub(crate) fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

/// The style sheet as it is built.
pub(crate) fn sheet() -> String {
    fs::read_to_string(dist().join("story-card.css")).unwrap_or_default()
}

/// The example stories of the tests.
pub(crate) fn stories() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories/good")
}

/// A web site of its own origin.
pub(crate) struct Site {
    server: Server,
    rules: Arc<Mutex<Rules>>,
}

#[derive(Default)]
struct Rules {
    pages: HashMap<String, Vec<u8>>,
    headers: Vec<(String, String)>,
    statuses: HashMap<String, u16>,
    delays: HashMap<String, Duration>,
    held: HashMap<String, Gate>,
    types: HashMap<String, String>,
    cut: HashSet<String>,
    requests: Vec<String>,
}

impl Site {
    /// Starts serving.
    pub(crate) fn start() -> Outcome<Self> {
        let rules = Arc::new(Mutex::new(Rules::default()));
        let asked = Arc::clone(&rules);
        let server = Server::start(move |request| lock(&asked).answer(request))?;
        Ok(Self { server, rules })
    }

    /// The full address of a path below `/blog/`.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("http://{}{BASE}{path}", self.server.address())
    }

    /// Puts a file at a path below `/blog/`, in place of what would be there.
    pub(crate) fn page(&self, path: &str, content: &str) {
        lock(&self.rules).pages.insert(path.into(), content.into());
    }

    /// Serves the runtime that traps when it is told to.
    pub(crate) fn with_traps(&self) -> Outcome {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/traps");
        for name in ["story-card-app.js", "story-card-app_bg.wasm"] {
            let file = folder.join(name);
            let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            lock(&self.rules).pages.insert(format!("card/{name}"), bytes);
        }
        Ok(())
    }

    /// Sends this header with every answer.
    pub(crate) fn header(&self, name: &str, value: &str) {
        lock(&self.rules).headers.push((name.into(), value.into()));
    }

    /// Answers a path with this status instead; with 0 not at all.
    pub(crate) fn fail(&self, path: &str, status: u16) {
        lock(&self.rules).statuses.insert(path.into(), status);
    }

    /// Holds an answer back for a time.
    pub(crate) fn delay(&self, path: &str, time: Duration) {
        lock(&self.rules).delays.insert(path.into(), time);
    }

    /// Holds the answers to a path back until they are released.
    pub(crate) fn hold(&self, path: &str) {
        lock(&self.rules).held.insert(path.into(), Gate::default());
    }

    /// Lets the answers to a path go that were held back.
    pub(crate) fn release(&self, path: &str) {
        if let Some(gate) = lock(&self.rules).held.remove(path) {
            gate.open();
        }
    }

    /// Sends a path with this content type.
    pub(crate) fn content_type(&self, path: &str, value: &str) {
        lock(&self.rules).types.insert(path.into(), value.into());
    }

    /// Breaks off in the middle of a path's answer.
    pub(crate) fn cut_off(&self, path: &str) {
        lock(&self.rules).cut.insert(path.into());
    }

    /// Takes back whatever was said of a path.
    pub(crate) fn mend(&self, path: &str) {
        let mut rules = lock(&self.rules);
        rules.statuses.remove(path);
        rules.delays.remove(path);
        rules.cut.remove(path);
        rules.pages.remove(path);
    }

    /// Puts other bytes at a path below `/blog/`, made from those that are there.
    pub(crate) fn change(&self, path: &str, change: impl Fn(&[u8]) -> Vec<u8>) {
        let bytes = change(&file(path).unwrap_or_default());
        lock(&self.rules).pages.insert(path.into(), bytes);
    }

    /// Every path asked for so far, with its query, below `/blog/` where it is below it.
    pub(crate) fn requests(&self) -> Vec<String> {
        lock(&self.rules).requests.clone()
    }

    /// How often a path was asked for, whatever its query.
    pub(crate) fn count(&self, path: &str) -> usize {
        self.requests().iter().filter(|request| without_query(request) == path).count()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        lock(&self.rules).held.drain().for_each(|(_, gate)| gate.open());
    }
}

/// A test that panicked while it held the rules has failed already.
fn lock(rules: &Mutex<Rules>) -> MutexGuard<'_, Rules> {
    rules.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn without_query(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or(url)
}

impl Rules {
    fn answer(&mut self, request: &Request) -> Answer {
        if request.url == PROBE {
            return Answer::file("text/javascript", include_str!("probe.js"));
        }
        let mut answer = self.answer_without_probe(&request.url);
        if !request.is_chromium && without_query(&request.url).ends_with(".html") {
            answer.body = with_probe(&answer.body);
        }
        answer
    }

    fn answer_without_probe(&mut self, url: &str) -> Answer {
        let path = url.strip_prefix(BASE).unwrap_or(url);
        self.requests.push(path.to_owned());
        let path = without_query(path);
        let body = self.pages.get(path).cloned().or_else(|| file(path));
        let status =
            self.statuses.get(path).copied().unwrap_or(if body.is_some() { 200 } else { 404 });
        let media = self.types.get(path).map_or_else(|| media_type(path), String::as_str);
        let mut headers = vec![
            ("Content-Type".into(), media.into()),
            ("Cache-Control".into(), "no-store".into()),
        ];
        headers.extend(self.headers.iter().cloned());
        let mut body = if status == 200 { body.unwrap_or_default() } else { b"not here".to_vec() };
        if self.cut.contains(path) {
            // One chunk is announced, and half of it comes.
            headers.push(("Transfer-Encoding".into(), "chunked".into()));
            let half = body.split_off(body.len() / 2).len();
            body.splice(..0, format!("{:x}\r\n", body.len() + half).into_bytes());
        }
        let delay = self.delays.get(path).copied().unwrap_or_default();
        Answer { status, headers, body, delay, gate: self.held.get(path).cloned() }
    }
}

/// A page whose first script is the probe.
fn with_probe(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let head = format!(r#"<head><script src="{PROBE}"></script>"#);
    page.replacen("<head>", &head, 1).into_bytes()
}

fn file(path: &str) -> Option<Vec<u8>> {
    let (folder, name) = path.split_once('/')?;
    let folder = match folder {
        "card" => dist(),
        "stories" => stories(),
        "frameworks" => Path::new(env!("CARGO_MANIFEST_DIR")).join("target/frameworks/pages"),
        _ => return None,
    };
    // Flat folders: a name with another separator is none of theirs.
    if name.contains('/') { None } else { fs::read(folder.join(name)).ok() }
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
