//! Charts: of many points beside their rivals, hovered and zoomed without end, and those of a real
//! story.

mod beside;
mod endurance;
mod whole_story;

use super::{Bench, figure, large::story};
use crate::{Outcome, browser::Page, contestant, pages, report::Table};

/// The card alone, and what is fetched before anything is measured.
const CARD: &str =
    r#"<story-card loading="eager" section="sources" src="/points-1x2.story.json"></story-card>"#;
/// The card's page.
const CARD_PAGE: &str = "/points-card.html";

/// So many lines of so many points each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Lines {
    lines: usize,
    points: usize,
}

/// Where something stands in the window, in CSS px.
#[derive(Clone, Copy, Debug)]
struct Place {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

/// One table for each.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    put(bench, Lines { lines: 1, points: 2 })?;
    bench.site.put(CARD_PAGE, page_of("", &contestant::with_runtime(CARD))?);
    Ok(vec![beside::run(bench)?, whole_story::run(bench)?, endurance::run(bench)?])
}

/// A page with this in its head and body, and with the kits.
fn page_of(head: &str, body: &str) -> Outcome<String> {
    pages::with(&format!("{head}\n  <script defer src=\"/pages/points.js\"></script>"), body)
}

/// Puts a story on the site.
fn put(bench: &Bench, lines: Lines) -> Outcome {
    bench.site.put(&lines.path(), story::long_lines(lines.lines, lines.points));
    // Large ones take longer to compress than a browser may be silent.
    bench.site.prepare(&lines.path())
}

impl Lines {
    fn path(self) -> String {
        format!("/points-{}x{}.story.json", self.lines, self.points)
    }

    fn total(self) -> usize {
        self.lines * self.points
    }
}

/// Opens a chart of these lines with a kit of `pages/points.js`; how long reading and opening took.
fn open(page: &mut Page, kit: &str, lines: Lines) -> Outcome<Opened> {
    page.js(&format!("points.fetch('{kit}', '{}')", lines.path()))?;
    let read = page.number(&format!("points.read('{kit}')"))?;
    let before = page.work()?;
    let opened = page.js(&format!("points.open('{kit}')"))?;
    let work = page.work()? - before;
    let time = figure(&opened, "time").ok_or("no time of opening")?;
    Ok(Opened { read, time, work })
}

/// What it took to open, in ms.
struct Opened {
    /// From the text in memory to what can be shown.
    read: f64,
    /// From the call to the first task after the frame that shows it.
    time: f64,
    /// What the page's main thread did meanwhile.
    work: f64,
}

/// Where the drawing stands, when it has come to rest in the middle of the window.
fn place(page: &mut Page, kit: &str) -> Outcome<Place> {
    let place = page.js(&format!("points.rest('{kit}')"))?;
    let at = |key: &str| figure(&place, key).ok_or_else(|| format!("no place in {place}"));
    Ok(Place { left: at("left")?, top: at("top")?, width: at("width")?, height: at("height")? })
}

impl Place {
    /// A point so far along, a third from the top: there is no caption, legend or strip.
    fn at(&self, share: f64) -> (f64, f64) {
        (self.left + self.width * share, self.top + self.height / 3.0)
    }
}
