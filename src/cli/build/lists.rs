//! `NAME.timeline.csv`, `NAME.charts-ID.csv`: the lists of which a static card holds the beginning
//! only, whole. Columns are named as the story's keys, and dates are written as there; folded spoilers
//! stay out.

use std::error::Error;
use std::io;

use super::{File, Job};
use crate::story::{
    Chart, Columns, Data, Event, EventTime, Item, Line, Number, Row, Rows, Section, number,
};
use crate::view::{MOST_EVENTS, MOST_ROWS, list_file};

/// A line of a table.
type Record = Vec<String>;

/// A file for each list that is longer than what a static card holds of it.
pub(super) fn files(job: &Job<'_>) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    let story = job.story;
    if story.timeline.events.len() > MOST_EVENTS {
        files.push(file(job, "timeline", &timeline(job))?);
    }
    for (index, chart) in story.charts.iter().enumerate() {
        let is_long = chart.data.row_count() > MOST_ROWS;
        if is_long && !is_folded(job, Item { section: Section::Charts, index }) {
            files.push(file(job, &format!("charts-{}", chart.id), &table(job, chart))?);
        }
    }
    Ok(files)
}

fn is_folded(job: &Job<'_>, item: Item) -> bool {
    job.story.is_spoiler(item) && !job.choices.shows_spoilers()
}

fn file(job: &Job<'_>, list: &str, records: &[Record]) -> io::Result<File> {
    let name = list_file(job.name, list);
    let bytes = written(records).map_err(|error| io::Error::other(format!("{name}: {error}")))?;
    Ok((name, bytes))
}

fn written(records: &[Record]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for record in records {
        writer.write_record(record)?;
    }
    Ok(writer.into_inner()?)
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
    let others: Vec<String> =
        event.other_dates.iter().map(|other| other.date.to_string()).collect();
    vec![
        lane.map_or_else(String::new, |lane| lane.title.clone()),
        when,
        others.join("; "),
        event.title.words(),
        event.text.as_ref().map_or_else(String::new, |text| text.words()),
        sources(job, &event.claim.sources),
    ]
}

fn table(job: &Job<'_>, chart: &Chart) -> Vec<Record> {
    match &chart.data {
        Data::Rows(rows) => rows_table(job, rows),
        Data::Columns(columns) => columns_table(job, columns),
    }
}

fn rows_table(job: &Job<'_>, rows: &Rows) -> Vec<Record> {
    let mut names = head(&["label", "detail"]);
    for series in &rows.series {
        let name = if series.label.is_empty() { "value" } else { &series.label };
        names.extend([name.to_owned(), format!("{name}, low"), format!("{name}, high")]);
    }
    names.extend(head(&["annotation", "note", "sources"]));
    let records = rows.rows.iter().map(|row| row_record(job, row));
    std::iter::once(names).chain(records).collect()
}

fn row_record(job: &Job<'_>, row: &Row) -> Record {
    let mut record = vec![row.label.clone(), row.detail.clone().unwrap_or_default()];
    for value in &row.values {
        record.extend(value.as_ref().map_or_else(Default::default, number_fields));
    }
    record.push(row.annotation.clone().unwrap_or_default());
    record.push(row.note.as_ref().map_or_else(String::new, |note| note.words()));
    record.push(sources(job, &row.sources));
    record
}

/// A number and, where sources differ, its spread.
fn number_fields(number: &Number) -> [String; 3] {
    let end = |value| if number.is_disputed() { number::plain(value) } else { String::new() };
    [number::plain(number.value), end(number.low), end(number.high)]
}

fn columns_table(job: &Job<'_>, columns: &Columns) -> Vec<Record> {
    let mut records = vec![head(&["series", "x", "y", "label", "sources"])];
    for line in &columns.lines {
        records.extend((0..line.x.len()).map(|place| point_record(job, line, place)));
    }
    records
}

fn point_record(job: &Job<'_>, line: &Line, place: usize) -> Record {
    let x = match line.dates.get(place) {
        Some(date) => date.to_string(),
        None => number::plain(line.x[place]),
    };
    vec![
        line.series.label.clone(),
        x,
        line.y[place].map_or_else(String::new, number::plain),
        line.labels.get(place).cloned().unwrap_or_default(),
        sources(job, &line.sources),
    ]
}

/// Sources by their titles and addresses.
fn sources(job: &Job<'_>, places: &[usize]) -> String {
    let known = places.iter().filter_map(|place| job.story.sources.get(*place));
    let named = known.map(|source| match &source.url {
        Some(url) => format!("{} <{url}>", source.title),
        None => source.title.clone(),
    });
    named.collect::<Vec<_>>().join("; ")
}

fn head(names: &[&str]) -> Record {
    names.iter().map(|name| (*name).to_owned()).collect()
}
