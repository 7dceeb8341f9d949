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
