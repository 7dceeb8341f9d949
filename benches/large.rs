//! A story larger than authors write: 500 questions and 1,000 events.

use serde_json::{Value, json};

/// The story that rivals are compared with: 10 questions, 12 events, 4 charts.
pub(crate) const BENCH: &str = include_str!("stories/bench.story.json");

/// The bench's story with its questions and events many times over, ids and dates changed.
pub(crate) fn story() -> String {
    let mut story: Value = serde_json::from_str(BENCH).unwrap();
    repeat(&mut story["trivia"]["questions"], 500, |_, _| {});
    repeat(&mut story["timeline"]["events"], 1_000, |event, nth| {
        let (year, month, day) = (1_900 + nth % 120, 1 + nth % 12, 1 + nth % 28);
        event["date"] = json!(format!("{year}-{month:02}-{day:02}"));
    });
    story.to_string()
}

fn repeat(list: &mut Value, count: usize, change: impl Fn(&mut Value, usize)) {
    let few = list.as_array().unwrap().clone();
    let many = few.iter().cycle().take(count).enumerate().map(|(nth, item)| {
        let mut item = item.clone();
        item["id"] = json!(format!("{}-{nth}", item["id"].as_str().unwrap()));
        change(&mut item, nth);
        item
    });
    *list = many.collect();
}

/// Numbers below what is asked for, the same wherever and whenever they are drawn.
fn random(mut seed: u64) -> impl FnMut(u64) -> u64 {
    move |below| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    }
}

/// A story of nothing but so many events in two lanes: days, months, years and spans from 1900 on,
/// a fifth of them of the subject, each with a tag.
pub(crate) fn events(count: usize) -> String {
    let mut next = random(7);
    let event = |nth: usize| {
        let (year, month, day) = (1900 + next(120), 1 + next(12), 1 + next(28));
        let date = match next(10) {
            0 => format!("{year}"),
            1 | 2 => format!("{year}-{month:02}"),
            3 => format!("{year}-{month:02}-{day:02}/{}-{month:02}-28", year + 1 + next(6)),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        let (lane, tag) = (["a", "b"][nth % 2], ["land", "sea", "air"][nth % 3]);
        json!({
            "id": format!("e{nth}"), "lane": lane, "date": date,
            "title": format!("Event {nth}"), "subject": nth.is_multiple_of(5),
            "tags": [tag],
        })
    };
    let events: Vec<Value> = (0..count).map(event).collect();
    json!({
        "format": 1, "id": "events", "title": "Many events", "lang": "en",
        "sections": ["timeline", "sources"], "sources": [{ "id": "s", "title": "A source" }],
        "timeline": {
            "sources": ["s"], "events": events,
            "lanes": [{ "id": "a", "title": "One" }, { "id": "b", "title": "Another" }],
        },
    })
    .to_string()
}

/// A story of one chart of lines, each with so many points of a random walk.
pub(crate) fn long_lines(lines: usize, points: usize) -> String {
    let mut next = random(11);
    let mut column = |nth: usize| {
        let mut height = 0.0;
        let walk = (0..points).map(|_| {
            height += next(2001) as f64 / 100.0 - 10.0;
            (height * 100.0_f64).round() / 100.0
        });
        let y: Vec<f64> = walk.collect();
        json!({
            "id": format!("l{nth}"), "label": format!("Line {nth}"),
            "x": (0..points).collect::<Vec<_>>(), "y": y,
        })
    };
    let columns: Vec<Value> = (0..lines).map(&mut column).collect();
    json!({
        "format": 1, "id": "long", "title": "Long lines", "lang": "en",
        "sections": ["charts", "sources"], "sources": [{ "id": "s", "title": "A source" }],
        "charts": [{
            "id": "walk", "kind": "lines", "title": "A walk", "sources": ["s"],
            "x": { "label": "Step" }, "columns": columns,
        }],
    })
    .to_string()
}
