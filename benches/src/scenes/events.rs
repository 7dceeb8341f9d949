//! Timelines of many events beside their rivals: how long one takes to open, and what a step of
//! zooming and of dragging costs.

use super::{Bench, cold, figure, kilo, large::story};
use crate::{
    Outcome,
    browser::{Page, Throttle},
    doing,
    options::Effort,
    pages,
    report::{Column, Row, Table},
    rounds::{Figures, interleave},
};

const COLUMNS: [Column; 8] = [
    Column::new("read", "ms", 1),
    Column::new("opened", "ms", 1),
    Column::new("opened", "frames", 0),
    Column::new("script of a zoom step", "ms", 2),
    Column::new("script of a drag step", "ms", 2),
    Column::new("JS heap", "KB", 0),
    Column::new("WebAssembly memory", "KB", 0),
    Column::new("private memory", "KB", 0),
];

const NOTE: &str = "The same events everywhere, made by a seeded generator: two lanes; days, months, years and spans from 1900 on. Read: from \
    the text in memory to what can be shown (the card checks everything, the others parse JSON and take over). Opened: from the call to the \
    first task after the frame that shows it. A step: one turn of the wheel with the Control key (TimelineJS3: one press of its button), one \
    move of a mouse that drags; script is what the browser counts as such, layout and painting not included. TimelineJS3 moves one picture of all \
    its events when it is dragged. With 100,000 events the rivals are not measured: vis-timeline did not answer within two minutes. Memory after garbage has been collected.";

/// Steps of zooming, half of them in and half out, and of dragging.
const STEPS: usize = 20;

/// How far one step drags, in CSS px, and how far one turns the wheel.
const DRAG: f64 = 6.0;
const WHEEL: f64 = 100.0;

/// Who shows them.
struct Contestant {
    /// Its kit in `pages/events.js`.
    kit: &'static str,
    title: &'static str,
    head: &'static str,
    /// Its element; ours stands with its runtime.
    body: &'static str,
    /// The most events it is measured with.
    most: usize,
}

const CONTESTANTS: [Contestant; 3] = [
    Contestant {
        kit: "card",
        title: "Story Card",
        head: "",
        body: r#"<story-card loading="eager" section="sources" src="/events-1.story.json"></story-card>"#,
        most: usize::MAX,
    },
    Contestant {
        kit: "vis",
        title: "vis-timeline",
        head: r#"<link rel="stylesheet" href="/rivals/vis-timeline/styles/vis-timeline-graph2d.min.css">
  <script defer src="/rivals/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>"#,
        body: r#"<div id="timeline"></div>"#,
        most: 10_000,
    },
    Contestant {
        kit: "timelinejs",
        title: "TimelineJS3",
        head: r#"<link rel="stylesheet" href="/rivals/@knight-lab/timelinejs/dist/css/timeline.css">
  <link rel="stylesheet" href="/pages/rivals.css">
  <script defer src="/rivals/@knight-lab/timelinejs/dist/js/timeline.js"></script>"#,
        body: r#"<div id="timeline"></div>"#,
        most: 10_000,
    },
];

/// One thing to measure.
#[derive(Clone, Copy)]
struct Case {
    contestant: &'static Contestant,
    count: usize,
    throttle: Throttle,
}

/// One table: every number of events, beside each other.
pub(super) fn run(bench: &Bench) -> Outcome<Vec<Table>> {
    let cases = cases(bench.options.effort);
    bench.site.put("/events-1.story.json", story::events(1));
    for contestant in &CONTESTANTS {
        bench.site.put(&path(contestant), page_of(contestant)?);
    }
    for case in &cases {
        bench.site.put(&case.story(), story::events(case.count));
        // Large ones take longer to compress than a browser may be silent.
        bench.site.prepare(&case.story())?;
    }
    let wanted = bench.options.repeats(3, 1);
    let all = interleave(cases.len(), wanted, |place| {
        let case = cases[place];
        cold(|page| measure(bench, page, &case)).map_err(doing(case.title()))
    })?;
    let rows = cases
        .iter()
        .zip(&all)
        .map(|(case, runs)| Row::of(&case.id(), &case.title(), &COLUMNS, runs, wanted));
    Ok(vec![Table {
        scene: "events",
        title: "Timelines of many events".to_owned(),
        note: NOTE.to_owned(),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    }])
}

fn cases(effort: Effort) -> Vec<Case> {
    let counts: &[usize] =
        if effort == Effort::Smoke { &[44] } else { &[44, 1_000, 10_000, 100_000] };
    let throttled = (44, Throttle::Cpu);
    let plain = counts.iter().map(|count| (*count, Throttle::None));
    std::iter::once(throttled)
        .chain(plain)
        .flat_map(|(count, throttle)| {
            let able = CONTESTANTS.iter().filter(move |contestant| contestant.most >= count);
            able.map(move |contestant| Case { contestant, count, throttle })
        })
        .collect()
}

impl Case {
    fn id(&self) -> String {
        let slow = if self.throttle == Throttle::Cpu { "-slow" } else { "" };
        format!("{}-{}{slow}", self.contestant.kit, self.count)
    }

    fn title(&self) -> String {
        let slow =
            if self.throttle == Throttle::Cpu { ", processor four times slower" } else { "" };
        format!("{}, {} events{slow}", self.contestant.title, self.count)
    }

    fn story(&self) -> String {
        format!("/events-{}.story.json", self.count)
    }
}

fn path(contestant: &Contestant) -> String {
    format!("/events-{}.html", contestant.kit)
}

fn page_of(contestant: &Contestant) -> Outcome<String> {
    let body = if contestant.head.is_empty() {
        crate::contestant::with_runtime(contestant.body)
    } else {
        contestant.body.to_owned()
    };
    let head = format!("{}\n  <script defer src=\"/pages/events.js\"></script>", contestant.head);
    pages::with(&head, &body)
}

fn measure(bench: &Bench, page: &mut Page, case: &Case) -> Outcome<Figures> {
    let kit = case.contestant.kit;
    page.throttle(case.throttle)?;
    page.load(&bench.site.url(&path(case.contestant)), "bare")?;
    let read = page.number(&format!("events.read('{kit}', '{}')", case.story()))?;
    let opened = page.js(&format!("events.open('{kit}')"))?;
    let zoom = zoom(page, kit)?;
    let drag = drag(page, kit)?;
    let memory = page.memory()?;
    Ok(vec![
        Some(read),
        figure(&opened, "time"),
        figure(&opened, "frames"),
        Some(zoom),
        Some(drag),
        Some(kilo(memory.heap)),
        Some(kilo(memory.wasm)),
        memory.private.map(kilo),
    ])
}

/// The script of one step, in ms: as many in as out again.
fn zoom(page: &mut Page, kit: &str) -> Outcome<f64> {
    let (x, y) = point(&page.js(&format!("events.place('{kit}')"))?)?;
    page.point(x, y)?;
    let before = page.script_time()?;
    for step in 0..STEPS {
        let is_in = step < STEPS / 2;
        let button = page.js(&format!("events.button('{kit}', {is_in})"))?;
        if button.is_null() {
            page.wheel_with_control(x, y, if is_in { -WHEEL } else { WHEEL })?;
        } else {
            let (x, y) = point(&button)?;
            page.press(x, y)?;
        }
        page.js("probe.afterFrame()")?;
    }
    Ok((page.script_time()? - before) / STEPS as f64)
}

/// The script of one step, in ms, in a part of the timeline that has been zoomed into.
fn drag(page: &mut Page, kit: &str) -> Outcome<f64> {
    let (x, y) = point(&page.js(&format!("events.place('{kit}')"))?)?;
    if page.js(&format!("events.button('{kit}', true)"))?.is_null() {
        for _ in 0..3 {
            page.wheel_with_control(x, y, -WHEEL)?;
            page.js("probe.afterFrame()")?;
        }
    }
    page.hold(x, y)?;
    let before = page.script_time()?;
    for step in 1..=STEPS {
        page.pull(x - DRAG * step as f64, y)?;
        page.js("probe.afterFrame()")?;
    }
    let after = page.script_time()?;
    page.let_go(x - DRAG * STEPS as f64, y)?;
    Ok((after - before) / STEPS as f64)
}

fn point(place: &serde_json::Value) -> Outcome<(f64, f64)> {
    let at = |key: &str| figure(place, key).ok_or_else(|| format!("no place in {place}"));
    Ok((at("x")?, at("y")?))
}
