//! One chart of many points, beside those of its rivals.

use super::{CARD_PAGE, Lines, Place, open, page_of, place, put};
use crate::{
    Outcome,
    browser::{Page, Throttle},
    doing,
    options::Effort,
    report::{Column, Row, Table},
    rounds::{Figures, interleave},
    scenes::{Bench, cold, kilo},
};

const COLUMNS: [Column; 12] = [
    Column::new("read", "ms", 1),
    Column::new("first drawing", "ms", 1),
    Column::new("work of the first drawing", "ms", 1),
    Column::new("script of a hover step", "ms", 2),
    Column::new("work of a hover step", "ms", 2),
    Column::new("script of a zoom step", "ms", 2),
    Column::new("work of a zoom step", "ms", 2),
    Column::new("script of a drag step", "ms", 2),
    Column::new("work of a drag step", "ms", 2),
    Column::new("JS heap", "KB", 0),
    Column::new("WebAssembly memory", "KB", 0),
    Column::new("private memory", "KB", 0),
];

/// Steps of hovering, of zooming (half of them in, half out) and of dragging.
const STEPS: usize = 20;

/// How far one step drags, in CSS px, how far one turns the wheel, and how often it is turned before
/// something is dragged.
const DRAG: f64 = 6.0;
const WHEEL: f64 = 100.0;
const TURNS_BEFORE_DRAG: usize = 3;

/// Who shows them.
struct Contestant {
    /// Its kit in `pages/points.js`.
    kit: &'static str,
    title: &'static str,
    head: &'static str,
    /// The most points it is measured with.
    most: usize,
    /// Whether it answers a mouse.
    is_live: bool,
}

const CARD: &str = "card";

const CONTESTANTS: [Contestant; 5] = [
    Contestant { kit: CARD, title: "Story Card", head: "", most: usize::MAX, is_live: true },
    Contestant {
        kit: "uplot",
        title: "uPlot",
        head: r#"<link rel="stylesheet" href="/rivals/uplot/dist/uPlot.min.css">
  <script defer src="/rivals/uplot/dist/uPlot.iife.min.js"></script>"#,
        most: usize::MAX,
        is_live: true,
    },
    Contestant {
        kit: "chartjs",
        title: "Chart.js",
        head: r#"<script defer src="/rivals/chart.js/dist/chart.umd.min.js"></script>"#,
        most: usize::MAX,
        is_live: true,
    },
    Contestant {
        kit: "echarts",
        title: "ECharts",
        head: r#"<script defer src="/rivals/echarts/dist/echarts.min.js"></script>"#,
        most: usize::MAX,
        is_live: true,
    },
    Contestant {
        kit: "plot",
        title: "Observable Plot",
        head: r#"<script defer src="/rivals/d3/dist/d3.min.js"></script>
  <script defer src="/rivals/@observablehq/plot/dist/plot.umd.min.js"></script>"#,
        // It makes an SVG of every point.
        most: 10_000,
        is_live: false,
    },
];

/// One thing to measure.
#[derive(Clone, Copy)]
struct Case {
    contestant: &'static Contestant,
    lines: Lines,
}

/// Every number of points, beside each other.
pub(super) fn run(bench: &Bench) -> Outcome<Table> {
    let all_lines = all_lines(bench.options.effort);
    for lines in all_lines {
        put(bench, *lines)?;
    }
    let size = size(bench)?;
    for contestant in CONTESTANTS.iter().filter(|one| one.kit != CARD) {
        let (width, height) = (size.width, size.height);
        let body =
            format!(r#"<div id="chart" style="width: {width}px; height: {height}px"></div>"#);
        bench.site.put(&path(contestant), page_of(contestant.head, &body)?);
    }
    let cases = cases(all_lines);
    let wanted = bench.options.repeats(5, 3);
    let all = interleave(cases.len(), wanted, |place| {
        let case = cases[place];
        cold(|page| measure(bench, page, &case)).map_err(doing(case.title()))
    })?;
    let rows = cases
        .iter()
        .zip(&all)
        .map(|(case, runs)| Row::of(&case.id(), &case.title(), &COLUMNS, runs, wanted));
    Ok(Table {
        scene: "points",
        title: "Charts of many points".to_owned(),
        note: note(size),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    })
}

fn note(Place { width, height, .. }: Place) -> String {
    format!(
        "The same lines everywhere, walks made by a seeded generator, at places 0, 1, 2 and so on. Every drawing, axes included, is {width:.0} by {height:.0} px; \
         the card's holds a strip to move along as well, uPlot's legend stands below its drawing. Nothing is animated. Read: from the text in memory to what can be shown (the card \
         checks everything, the others parse JSON and put it into the form they take over unchanged). First drawing: from the call to the first task after the frame that shows it. Work: what \
         the page's main thread did meanwhile, layout and painting included, waiting not. A step: one move of the mouse over the drawing, one turn of the wheel with the Control key, one \
         move of a mouse that drags, in a part that has been zoomed into; script is what the browser counts as such, layout and painting not included, but for what a script makes the browser lay out at once, as the card does that writes words on its canvas. uPlot and Chart.js leave wheel and drag \
         to the page, which sets the scale of x; ECharts has its own (`dataZoom`). Chart.js decimates by `min-max`, ECharts samples by `minmax`. Observable Plot makes an SVG without \
         anything to zoom, of 10,000 points at most. Memory after garbage has been collected."
    )
}

fn all_lines(effort: Effort) -> &'static [Lines] {
    const ALL: [Lines; 4] = [
        Lines { lines: 1, points: 1_000 },
        Lines { lines: 1, points: 10_000 },
        Lines { lines: 1, points: 100_000 },
        // The most that one line may have, in ten.
        Lines { lines: 10, points: 100_000 },
    ];
    if effort == Effort::Smoke { &ALL[..1] } else { &ALL }
}

fn cases(all_lines: &[Lines]) -> Vec<Case> {
    let able = |lines: Lines| CONTESTANTS.iter().filter(move |one| one.most >= lines.total());
    let of = |lines: &Lines| {
        let lines = *lines;
        able(lines).map(move |contestant| Case { contestant, lines })
    };
    all_lines.iter().flat_map(of).collect()
}

impl Case {
    fn id(&self) -> String {
        format!("{}-{}", self.contestant.kit, self.lines.total())
    }

    fn title(&self) -> String {
        let Lines { lines, points } = self.lines;
        let of = if lines == 1 { String::new() } else { format!("{lines} lines of ") };
        format!("{}, {of}{points} points", self.contestant.title)
    }
}

fn path(contestant: &Contestant) -> String {
    format!("/points-{}.html", contestant.kit)
}

/// How large the card draws, which the others are made to.
fn size(bench: &Bench) -> Outcome<Place> {
    let mut size = None;
    cold(|page| {
        page.load(&bench.site.url(CARD_PAGE), "bare")?;
        open(page, CARD, all_lines(Effort::Smoke)[0])?;
        size = Some(place(page, CARD)?);
        Ok(Vec::new())
    })?;
    size.ok_or_else(|| "the card draws nothing".to_owned())
}

fn measure(bench: &Bench, page: &mut Page, case: &Case) -> Outcome<Figures> {
    let kit = case.contestant.kit;
    page.throttle(Throttle::None)?;
    page.load(&bench.site.url(&path(case.contestant)), "bare")?;
    let opened = open(page, kit, case.lines)?;
    let steps = if case.contestant.is_live {
        let place = place(page, kit)?;
        [hover(page, place)?, zoom(page, place)?, drag(page, place)?].map(Some)
    } else {
        [const { None }; 3]
    };
    let memory = page.memory()?;
    let mut figures = vec![Some(opened.read), Some(opened.time), Some(opened.work)];
    for step in &steps {
        figures.extend([step.as_ref().map(|it| it.script), step.as_ref().map(|it| it.work)]);
    }
    figures.extend([
        Some(kilo(memory.heap)),
        (memory.wasm > 0.0).then(|| kilo(memory.wasm)),
        memory.private.map(kilo),
    ]);
    Ok(figures)
}

/// What one step costs, in ms.
struct Step {
    script: f64,
    work: f64,
}

/// Each step to another place.
fn hover(page: &mut Page, place: Place) -> Outcome<Step> {
    let (x, y) = place.at(0.1);
    page.point(x, y)?;
    steps(page, |page, step| {
        let (x, y) = place.at(0.15 + 0.7 * step as f64 / STEPS as f64);
        page.point(x, y)
    })
}

/// As many in as out again.
fn zoom(page: &mut Page, place: Place) -> Outcome<Step> {
    let (x, y) = place.at(0.5);
    page.point(x, y)?;
    steps(page, |page, step| {
        page.wheel_with_control(x, y, if step < STEPS / 2 { -WHEEL } else { WHEEL })
    })
}

/// In a part of the chart that has been zoomed into.
fn drag(page: &mut Page, place: Place) -> Outcome<Step> {
    let (x, y) = place.at(0.5);
    for _ in 0..TURNS_BEFORE_DRAG {
        page.wheel_with_control(x, y, -WHEEL)?;
        page.js("probe.afterFrame()")?;
    }
    page.hold(x, y)?;
    let step = steps(page, |page, step| page.pull(x - DRAG * (step + 1) as f64, y))?;
    page.let_go(x - DRAG * STEPS as f64, y)?;
    Ok(step)
}

fn steps(page: &mut Page, step: impl Fn(&mut Page, usize) -> Outcome) -> Outcome<Step> {
    let (script, work) = (page.script_time()?, page.work()?);
    for nth in 0..STEPS {
        step(page, nth)?;
        page.js("probe.afterFrame()")?;
    }
    let of = |before, after: f64| (after - before) / STEPS as f64;
    Ok(Step { script: of(script, page.script_time()?), work: of(work, page.work()?) })
}
