//! How long a story takes to be parsed and checked, natively.
#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a bench that cannot go on has failed")]

mod large;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use story_card::story::Story;

fn parse_and_check(criterion: &mut Criterion) {
    let stories = [
        ("bench", large::BENCH.to_owned()),
        ("ballerina", include_str!("../static/stories/ballerina.story.json").to_owned()),
        ("large", large::story()),
        ("10000 events", large::events(10_000)),
        ("100000 events", large::events(100_000)),
        ("100000 points", large::long_lines(1, 100_000)),
    ];
    let mut group = criterion.benchmark_group("parse and check");
    for (name, text) in &stories {
        assert!(Story::parse(text.as_bytes()).is_ok(), "{name} has faults");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), text, |bencher, text| {
            bencher.iter(|| Story::parse(black_box(text.as_bytes())));
        });
    }
}

criterion_group!(all, parse_and_check);
criterion_main!(all);
