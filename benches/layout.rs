//! How long charts and timelines take to be laid out, natively.
#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a bench that cannot go on has failed")]

mod large;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use story_card::{
    layout::{
        self, ChartView, Layout, Point, TableMeasure, TimelineIndex, TimelineRoom, TimelineView,
    },
    story::{Messages, ScaleId, Story, Timeline},
};

/// A card in a column of text, and a phone.
const WIDTHS_PX: [f64; 2] = [640.0, 320.0];

fn stories() -> [(&'static str, Story); 3] {
    let texts = [
        ("bench", large::BENCH.to_owned()),
        ("ballerina", include_str!("../static/stories/ballerina.story.json").to_owned()),
        ("large", large::story()),
    ];
    texts.map(|(name, text)| (name, Story::parse(text.as_bytes()).unwrap()))
}

fn charts(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("layout of all charts");
    for (name, story) in stories().iter().filter(|(name, _)| *name != "large") {
        for width in WIDTHS_PX {
            group.bench_function(format!("{name} at {width} px"), |bencher| {
                bencher.iter(|| {
                    for chart in &story.charts {
                        black_box(layout::chart(chart, &story.messages, width, &TableMeasure));
                    }
                });
            });
        }
    }
}

/// Opens a timeline: its events are sorted, its rows counted, the first picture laid out.
fn timelines(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("layout of the timeline");
    for (name, story) in &stories() {
        for width in WIDTHS_PX {
            group.bench_function(format!("{name} at {width} px"), |bencher| {
                bencher.iter(|| black_box(Opened::new(&story.timeline, &story.messages, width)));
            });
        }
    }
}

/// A timeline that is open, as the card keeps it between two frames.
struct Opened<'a> {
    timeline: &'a Timeline,
    messages: &'a Messages,
    width: f64,
    index: TimelineIndex,
    room: TimelineRoom,
}

impl<'a> Opened<'a> {
    fn new(timeline: &'a Timeline, messages: &'a Messages, width: f64) -> Self {
        let index = TimelineIndex::new(timeline, &|_| true);
        let first = |scale| timeline.first_window(scale);
        let view = Self::view(&first);
        let room = layout::timeline_room(timeline, &index, &view, messages, width, &TableMeasure);
        let opened = Self { timeline, messages, width, index, room };
        black_box(opened.frame(&first));
        opened
    }

    fn view<'b>(window: &'b dyn Fn(ScaleId) -> (f64, f64)) -> TimelineView<'b> {
        let (hidden, strip) = (&|_| false, Some(ScaleId::Shared));
        TimelineView { window, hidden, selected: None, is_small: false, strip }
    }

    /// One frame: the picture of a window.
    fn frame(&self, window: &dyn Fn(ScaleId) -> (f64, f64)) -> Layout {
        let view = (&Self::view(window), &self.room);
        layout::timeline(self.timeline, &self.index, view, self.messages, self.width, &TableMeasure)
    }
}

/// A frame of moving along, of all events and of a hundredth of them.
fn frames(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a frame of the timeline");
    for count in [100, 1_000, 10_000, 100_000] {
        let story = Story::parse(large::events(count).as_bytes()).unwrap();
        let opened = Opened::new(&story.timeline, &story.messages, 640.0);
        for (name, share) in [("all", 1.0), ("a hundredth", 0.01)] {
            group.bench_function(format!("{name} of {count} events"), |bencher| {
                let (low, high) = story.timeline.first_window(ScaleId::Shared);
                let (middle, half) = (f64::midpoint(low, high), (high - low) * share / 2.0);
                bencher.iter(|| black_box(opened.frame(&|_| (middle - half, middle + half))));
            });
        }
    }
}

/// A chart of long lines: opened, a step of zooming, a pointer over it.
fn long_lines(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a chart of long lines");
    for (lines, points) in [(1, 1_000), (1, 10_000), (1, 100_000), (10, 100_000)] {
        let text = large::long_lines(lines, points);
        let story = Story::parse(text.as_bytes()).unwrap();
        let (chart, width) = (&story.charts[0], 640.0);
        let index = layout::chart_index(chart, width);
        let of = |window| {
            let view =
                ChartView { window, has_strip: true, index: Some(&index), ..Default::default() };
            layout::chart_view(chart, view, &story.messages, width, &TableMeasure)
        };
        let name = format!("{lines} x {points} points");
        group.bench_function(format!("{name}: open"), |bencher| {
            bencher.iter(|| {
                black_box(layout::chart_index(chart, width));
                black_box(of(None))
            });
        });
        let end = points as f64;
        for (step, window) in [("half", (end / 4.0, end * 0.75)), ("1 %", (end / 2.0, end * 0.51))]
        {
            group.bench_function(format!("{name}: zoom to {step}"), |bencher| {
                bencher.iter(|| black_box(of(Some(window))));
            });
        }
        let whole = of(None);
        let size = whole.size();
        let at = Point::new(size.width / 2.0, size.height / 2.0);
        group.bench_function(format!("{name}: hover"), |bencher| {
            bencher.iter(|| black_box(whole.hit(at).map(|mark| whole.emphasis(mark))));
        });
    }
}

criterion_group!(all, charts, timelines, frames, long_lines);
criterion_main!(all);
