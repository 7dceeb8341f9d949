//! How long charts and timelines take to be laid out, natively.
#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a bench that cannot go on has failed")]

mod large;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use story_card::{
    layout::{self, TableMeasure, TimelineView},
    story::Story,
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

fn timelines(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("layout of the timeline");
    let view = TimelineView {
        window: None,
        hidden: &|_| false,
        shown: &|_| true,
        selected: None,
        is_small: false,
    };
    for (name, story) in &stories() {
        for width in WIDTHS_PX {
            group.bench_function(format!("{name} at {width} px"), |bencher| {
                let timeline = &story.timeline;
                let messages = &story.messages;
                bencher.iter(|| layout::timeline(timeline, &view, messages, width, &TableMeasure));
            });
        }
    }
}

criterion_group!(all, charts, timelines);
criterion_main!(all);
