//! What a chart of a story of the tests shows and says, in words.

use crate::labels::texts;
use story_card::layout::{self, Mark, TableMeasure};
use story_card::story::{Chart, Messages, Story};

/// The story with this name.
pub(crate) fn story(name: &str) -> Story {
    let path = format!("{}/tests/stories/good/{name}.story.json", env!("CARGO_MANIFEST_DIR"));
    Story::parse(&std::fs::read(path).unwrap()).unwrap()
}

/// A chart of it.
pub(crate) fn chart(story: &str, id: &str) -> Chart {
    self::story(story).charts.into_iter().find(|chart| chart.id == id).unwrap()
}

/// The words in the drawing of a chart.
pub(crate) fn drawn(chart: &Chart, width: f64) -> Vec<String> {
    let layout = layout::chart(chart, &Messages::default(), width, &TableMeasure);
    texts(layout.shapes()).into_iter().map(str::to_owned).collect()
}

/// What is said of a value of the first series.
pub(crate) fn spoken(chart: &Chart, index: usize) -> String {
    layout::sentence(chart, Mark::Value { series: 0, index }, &Messages::default())
}
