//! Charts of long lines: the part of the x axis that is shown, and what is drawn of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use story_card::layout::{self, ChartView, Layout, Mark, Shape, TableMeasure};
use story_card::session::{Action, Options, Session, WindowChange};
use story_card::story::{
    Annotation, Axis, AxisScale, Chart, ChartKind, Columns, Curve, Data, Line, Messages, Series,
    Stack, Story,
};

#[path = "session/after.rs"]
mod after;
#[path = "layout/invariants.rs"]
mod invariants;
#[path = "layout/labels.rs"]
mod labels;

use after::after;
use labels::texts;

const WIDTH: f64 = 640.0;

fn line(y: Vec<Option<f64>>) -> Line {
    let x = (1..=y.len()).map(|place| place as f64).collect();
    Line {
        series: Series { id: "l".into(), label: "Line".into(), ..Series::default() },
        x,
        y,
        ..Line::default()
    }
}

fn chart(kind: ChartKind, lines: Vec<Line>) -> Chart {
    Chart { kind, data: Data::Columns(Columns { lines, ..Columns::default() }), ..Chart::default() }
}

/// A hundred points that rise and fall.
fn hundred() -> Chart {
    let y = |place: u32| Some(f64::from(place * 37 % 50));
    chart(ChartKind::Lines, vec![line((0..100).map(y).collect())])
}

fn story(charts: Vec<Chart>) -> Story {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stories/good/minimal.story.json");
    Story { charts, ..Story::parse(&std::fs::read(path).unwrap()).unwrap() }
}

fn shown(chart: &Chart, window: Option<(f64, f64)>, width: f64) -> Layout {
    let index = layout::chart_index(chart, width);
    let view = ChartView { window, has_strip: true, index: Some(&index), ..ChartView::default() };
    layout::chart_view(chart, view, &Messages::default(), width, &TableMeasure)
}

fn places(layout: &Layout) -> Vec<usize> {
    let place = |mark: &Mark| match mark {
        Mark::Value { index, .. } => *index,
        Mark::Event(_) => panic!("no event is in a chart"),
    };
    layout.marks().iter().map(place).collect()
}

/// How many points all paths have.
fn path_points(layout: &Layout) -> usize {
    let points = |shape: &Shape| match shape {
        Shape::Path(points, _) => points.len(),
        _ => 0,
    };
    layout.shapes().iter().map(points).sum()
}

// The session.

fn zoomed(story: &Story, changes: &[Option<WindowChange>]) -> Session {
    let start = Session::new(story, Options::default(), 1);
    after(story, &start, changes.iter().map(|change| Action::ZoomChart(0, *change)))
}

fn zoom(factor: f64, around: f64) -> Option<WindowChange> {
    Some(WindowChange::Zoom { factor, around: Some(around) })
}

#[test]
fn a_chart_is_zoomed_moved_and_shown_whole() {
    let story = story(vec![hundred()]);
    assert_eq!(zoomed(&story, &[]).chart_zoom(&story, 0), Some(((1.0, 100.0), (true, false))));
    let near = [zoom(2.0, 1.0)];
    assert_eq!(zoomed(&story, &near).chart_window(0), Some((1.0, 50.5)));
    let moved = [zoom(2.0, 1.0), Some(WindowChange::Pan(9.0))];
    assert_eq!(zoomed(&story, &moved).chart_window(0), Some((50.5, 100.0)), "no further than all");
    for back in [None, zoom(0.5, 1.0), Some(WindowChange::Show((-1e9, 1e9)))] {
        assert_eq!(zoomed(&story, &[near[0], back]).chart_window(0), None, "{back:?}");
    }
    let other = after(&story, &zoomed(&story, &near), [Action::ZoomChart(1, near[0])]);
    assert_eq!(other, zoomed(&story, &near), "there is no such chart");
}

#[test]
fn what_changes_no_window_changes_nothing() {
    let story = story(vec![hundred(), hundred()]);
    let both = [0, 1].map(|chart| Action::ZoomChart(chart, zoom(2.0, 1.0)));
    let session = after(&story, &Session::new(&story, Options::default(), 1), both);
    let further = Action::ZoomChart(0, Some(WindowChange::Pan(-1.0)));
    assert_eq!(session.apply(&story, further), None, "it is at its beginning");
    let focused = [0, 1].map(|chart| Action::FocusLine { chart, line: 0 });
    let session = after(&story, &session, focused);
    for (chart, line) in [(0, 0), (0, 1), (2, 0)] {
        assert_eq!(session.apply(&story, Action::FocusLine { chart, line }), None);
    }
}

#[test]
fn nothing_is_zoomed_nearer_than_four_points() {
    let story = story(vec![hundred()]);
    let session = zoomed(&story, &[zoom(2.0, 50.0); 20]);
    let ((low, high), can) = session.chart_zoom(&story, 0).unwrap();
    let (columns, _) = story.charts[0].zoomable().unwrap();
    let has = |count| story.charts[0].has_within(columns, (low, high), count);
    assert!(has(4) && !has(8), "{low} to {high}");
    assert_eq!(can, (false, true));
    assert_eq!(zoomed(&story, &[Some(WindowChange::Show((7.2, 7.3)))]).chart_window(0), None);
}

#[test]
fn equal_ratios_are_equally_near_on_a_logarithmic_axis() {
    let mut chart = hundred();
    let Data::Columns(columns) = &mut chart.data else { panic!() };
    columns.x.scale = AxisScale::Log;
    let story = story(vec![chart]);
    let (low, high) = zoomed(&story, &[zoom(2.0, 0.0)]).chart_window(0).unwrap();
    assert!((low.exp2() - 1.0).abs() < 1e-9 && (high.exp2() - 10.0).abs() < 1e-9, "{low} {high}");
    let layout = shown(&story.charts[0], Some((low, high)), WIDTH);
    assert_eq!(places(&layout), (0..10).collect::<Vec<_>>());
}

#[test]
fn short_lines_and_other_charts_are_not_zoomed() {
    let few = chart(ChartKind::Lines, vec![line(vec![Some(1.0); 60])]);
    let mut symlog = hundred();
    let Data::Columns(columns) = &mut symlog.data else { panic!() };
    columns.x.scale = AxisScale::Symlog;
    let mut one = hundred();
    let Data::Columns(columns) = &mut one.data else { panic!() };
    columns.lines[0].x.fill(3.0);
    one.kind = ChartKind::Scatter;
    let story = story(vec![few, symlog, one, Chart::default()]);
    let start = Session::new(&story, Options::default(), 1);
    for at in 0..5 {
        assert_eq!(start.chart_zoom(&story, at), None, "{at}");
        assert_eq!(start.apply(&story, Action::ZoomChart(at, zoom(2.0, 1.0))), None);
    }
}

// The picture.

#[test]
fn a_part_has_its_marks_alone_and_the_height_of_all() {
    let chart = hundred();
    let (whole, part) = (shown(&chart, None, WIDTH), shown(&chart, Some((20.0, 30.0)), WIDTH));
    assert_eq!(places(&whole), (0..100).collect::<Vec<_>>());
    assert_eq!(places(&part), (19..30).collect::<Vec<_>>());
    assert_eq!(whole.size(), part.size());
    let at =
        |layout: &Layout| layout.rect(Mark::Value { series: 0, index: 25 }).unwrap().center().y;
    assert_eq!(at(&whole), at(&part), "the axis of values stays");
    let texts = texts(part.shapes());
    assert!(texts.contains(&"22") && texts.contains(&"28") && !texts.contains(&"60"), "{texts:?}");
    // The last value in sight: 29 * 37 % 50.
    assert!(texts.iter().any(|text| text.contains("23")), "{texts:?}");
}

#[test]
fn remarks_elsewhere_are_not_drawn() {
    let remark = |x: f64, end: Option<f64>, text: &str| Annotation {
        x,
        end,
        text: text.into(),
        ..Annotation::default()
    };
    let annotations = vec![
        remark(5.0, None, "Early"),
        remark(25.0, None, "Here"),
        remark(28.0, Some(90.0), "Long"),
    ];
    let chart = Chart { annotations, ..hundred() };
    let part = shown(&chart, Some((20.0, 80.0)), WIDTH);
    invariants::check(&part);
    let words = texts(part.shapes()).concat();
    assert!(
        !words.contains("Early") && words.contains("Here") && words.contains("Long"),
        "{words}"
    );
}

#[test]
fn a_hundred_thousand_points_leave_no_more_than_can_be_seen() {
    let y = |place: u32| Some(f64::from(place.wrapping_mul(2_654_435_761) >> 8));
    let lines = (0..10).map(|_| line((0..100_000).map(y).collect())).collect();
    let chart = chart(ChartKind::Lines, lines);
    let layout = shown(&chart, None, WIDTH);
    let most = 4 * 640 * 10;
    assert!(layout.marks().len() <= most, "{}", layout.marks().len());
    assert!(path_points(&layout) <= 2 * most, "plot and strip");
    // What lies apart in the window can be pointed at and walked.
    assert_eq!(shown(&chart, Some((500.0, 600.0)), WIDTH).marks().len(), 101 * 10);
}

#[test]
fn of_points_in_one_place_one_is_drawn() {
    let y = |place: usize| Some((place * 7919 % 100_000) as f64);
    let chart = chart(ChartKind::Scatter, vec![line((0..100_000).map(y).collect())]);
    let layout = shown(&chart, None, 320.0);
    let mut places: Vec<_> = Vec::new();
    for mark in layout.marks() {
        let at = layout.rect(*mark).unwrap().center();
        places.push((at.x as i32, at.y as i32));
    }
    let count = places.len();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), count);
    assert!(count < 100_000);
}

fn values(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Option<f64>>> {
    prop::collection::vec(prop::option::weighted(0.97, -1000.0..1000.0_f64), count)
}

fn any_chart() -> impl Strategy<Value = Chart> {
    let kinds = [ChartKind::Lines, ChartKind::Areas, ChartKind::Scatter];
    let scales = [AxisScale::Number, AxisScale::Log, AxisScale::Date];
    let form = (0..3usize, 0..3usize, any::<bool>(), any::<bool>(), any::<bool>());
    (prop::collection::vec(values(61..200), 1..4), form).prop_map(
        move |(lines, (kind, scale, is_reversed, is_step, is_percent))| {
            let kind = kinds[kind];
            let count = lines.iter().map(Vec::len).min().unwrap_or_default();
            let of = |mut y: Vec<Option<f64>>| {
                y.truncate(count);
                if kind == ChartKind::Areas {
                    y.iter_mut().for_each(|y| *y = y.map(f64::abs));
                }
                line(y)
            };
            let columns = Columns {
                x: Axis { scale: scales[scale], is_reversed, ..Axis::default() },
                lines: lines.into_iter().map(of).collect(),
                curve: if is_step { Curve::Step } else { Curve::Linear },
                stack: match kind {
                    ChartKind::Areas if is_percent => Stack::Percent,
                    _ => Stack::Absolute,
                },
                ..Columns::default()
            };
            Chart { kind, data: Data::Columns(columns), ..Chart::default() }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    /// Any chart at any window: nothing leaves the drawing, no words overlap, every mark is found.
    #[test]
    fn any_part_of_any_chart_is_a_picture(
        chart in any_chart(),
        (from, width) in (0.0..1.0_f64, 0.0..1.0_f64),
        px in 120.0..900.0_f64,
    ) {
        let story = story(vec![chart]);
        let ((low, high), _) = zoomed(&story, &[]).chart_zoom(&story, 0).unwrap();
        let size = high - low;
        let part = (low + size * from, low + size * (from + width));
        let session = zoomed(&story, &[Some(WindowChange::Show(part))]);
        let layout = shown(&story.charts[0], session.chart_window(0), px);
        invariants::check(&layout);
        let height = shown(&story.charts[0], None, px).size().height;
        prop_assert_eq!(layout.size().height, height, "nothing below moves");
    }
}

/// A story of one line with so many points.
fn of_points(count: usize) -> Result<Story, String> {
    let numbers = (1..=count).map(|x| x.to_string()).collect::<Vec<_>>().join(",");
    let text = format!(
        r#"{{"format": 1, "id": "long", "title": "Long", "lang": "en", "sections": ["charts"],
        "sources": [{{"id": "s", "title": "S"}}], "charts": [{{"id": "c", "kind": "lines",
        "title": "C", "sources": ["s"], "x": {{}},
        "columns": [{{"id": "l", "label": "L", "x": [{numbers}], "y": [{numbers}]}}]}}]}}"#
    );
    let said =
        |faults: Vec<_>| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    Story::parse(text.as_bytes()).map_err(said)
}

#[test]
fn a_line_has_a_hundred_thousand_points_and_no_more() {
    assert!(of_points(100_000).is_ok());
    let fault = of_points(100_001).unwrap_err();
    assert!(fault.contains("the number of entries is 100001"), "{fault}");
    assert!(fault.contains("There may be at most 100000."), "{fault}");
}
