//! `NAME.timeline.csv`, `NAME.charts-ID.csv`: the lists of which a static card holds the beginning
//! only, whole. Columns are named as the story's keys, and dates are written as there; folded spoilers
//! stay out.

use super::{File, Job};
use crate::story::{Event, EventTime, Item, Record, Section, csv};
use crate::view::{MOST_EVENTS, MOST_ROWS, list_file};

/// A file for each list that is longer than what a static card holds of it.
pub(super) fn files(job: &Job<'_>) -> Vec<File> {
    let mut files = Vec::new();
    let story = job.story;
    if story.timeline.events.len() > MOST_EVENTS {
        files.push(file(job, "timeline", &timeline(job)));
    }
    for (index, chart) in story.charts.iter().enumerate() {
        let is_long = chart.data.row_count() > MOST_ROWS;
        if is_long && !is_folded(job, Item { section: Section::Charts, index }) {
            files.push(file(job, &format!("charts-{}", chart.id), &story.chart_records(chart)));
        }
    }
    files
}

fn is_folded(job: &Job<'_>, item: Item) -> bool {
    job.story.is_spoiler(item) && !job.choices.shows_spoilers()
}

fn file(job: &Job<'_>, list: &str, records: &[Record]) -> File {
    (list_file(job.name, list), csv(records).into_bytes())
}

fn timeline(job: &Job<'_>) -> Vec<Record> {
    let mut records = vec![head(&["lane", "date", "other_dates", "title", "text", "sources"])];
    for (index, event) in job.story.timeline.events.iter().enumerate() {
        if !is_folded(job, Item { section: Section::Timeline, index }) {
            records.push(event_record(job, event));
        }
    }
    records
}

fn event_record(job: &Job<'_>, event: &Event) -> Record {
    let lane = job.story.timeline.lanes.get(event.lane);
    let when = match (&event.when, &event.setting) {
        (EventTime::Date(date), _) => date.to_string(),
        (EventTime::Order { .. }, Some(setting)) => setting.clone(),
        (EventTime::Order { from, to }, None) if from == to => from.to_string(),
        (EventTime::Order { from, to }, None) => format!("{from}/{to}"),
    };
    let others = event.other_dates.iter();
    let others: Vec<String> = others
        .map(|other| format!("{} ({})", other.date, job.story.source_field(&other.sources)))
        .collect();
    vec![
        lane.map_or_else(String::new, |lane| lane.title.clone()),
        when,
        others.join("; "),
        event.title.words(),
        event.text.as_ref().map_or_else(String::new, |text| text.words()),
        job.story.source_field(&event.claim.sources),
    ]
}

fn head(names: &[&str]) -> Record {
    names.iter().map(|name| (*name).to_owned()).collect()
}
