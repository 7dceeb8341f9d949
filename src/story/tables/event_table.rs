//! A table as the events of a timeline.

use serde_json::json;

use super::csv_table::{CsvRow, CsvTable, TableFault};
use super::writer::{Writer, is_number};
use crate::story::Ids;
use crate::story::fault::quote;
use crate::story::read::EventTable;

/// What stands in the picture of an event besides its address; a table without pictures may have
/// columns of its own with these names.
const IN_PICTURE: [&str; 4] = ["alt", "credit", "width", "height"];

/// What events are written with.
pub(super) struct EventForm {
    /// Id and title of each lane.
    pub(super) lanes: Vec<(String, String)>,
    /// The ids of the story.
    pub(super) ids: Ids,
}

/// A key of an event, the column it stands in and what that is called.
struct KeyColumn {
    key: &'static str,
    index: usize,
    name: String,
}

/// Writes the events of a table, or says what is wrong with it and at which offset it is named.
pub(super) fn write(
    mut form: EventForm,
    said: &EventTable,
    table: &CsvTable,
    writer: &mut Writer,
) -> Result<(), (usize, TableFault)> {
    let columns = columns(said, table)?;
    let missing = missing(&columns, form.lanes.len());
    if let Some((wrong, right)) = missing {
        let (wrong, right) = (wrong.to_owned(), right.to_owned());
        return Err((said.csv.0, TableFault { row: Some(1), wrong, right }));
    }
    for row in &table.rows {
        if let Some(id) = columns.iter().find(|column| column.key == "id") {
            form.ids.take(row.cell(id.index));
        }
    }
    writer.list(["[", "]"], &table.rows, |writer, row| {
        writer.part(Some(row.number), None, |writer| {
            writer.push("{");
            write_event(&mut form, row, &columns, writer);
            writer.push("}");
            true
        });
    });
    Ok(())
}

/// Which column holds which key.
fn columns(said: &EventTable, table: &CsvTable) -> Result<Vec<KeyColumn>, (usize, TableFault)> {
    let mut keys = said.columns().to_vec();
    let has_pictures = keys.iter().any(|(key, named)| {
        *key == "image" && (named.is_some() || table.names().any(|name| name == "image"))
    });
    keys.retain(|(key, named)| has_pictures || named.is_some() || !IN_PICTURE.contains(key));
    let mut columns = Vec::new();
    for (key, named) in keys.iter().copied() {
        if let Some((at, name)) = named {
            let index = table.column(name).map_err(|fault| (*at, fault))?;
            columns.push(KeyColumn { key, index, name: name.trim().to_owned() });
        } else if table.names().any(|name| name == key) {
            let index = table.column(key).map_err(|fault| (said.csv.0, fault))?;
            columns.push(KeyColumn { key, index, name: key.to_owned() });
        }
    }
    for (index, name) in table.names().enumerate() {
        let is_used = columns.iter().any(|column| column.index == index);
        let keys = keys.iter().map(|(key, _)| *key);
        let mut free = keys.filter(|key| !is_used && columns.iter().all(|it| it.key != *key));
        if let Some(key) = free.find(|key| is_slip(name, key)) {
            let wrong = format!("the column {} means nothing", quote(name));
            let right = format!(
                "Did you mean \"{key}\"? Name it so, or write \"{key}\": {} behind \"csv\".",
                json!(name)
            );
            return Err((said.csv.0, TableFault { row: Some(1), wrong, right }));
        }
    }
    Ok(columns)
}

/// What no event can be without, and what would be right.
fn missing(columns: &[KeyColumn], lanes: usize) -> Option<(&'static str, &'static str)> {
    let has = |key| columns.iter().any(|column| column.key == key);
    if !has("title") {
        let right = "Name it so, or write \"title\": and its name behind \"csv\".";
        return Some(("no column holds the titles", right));
    }
    if !has("date") && !has("order") {
        let right = "Name it \"date\", or \"order\" for lanes of order, or write one of these and \
                     its name behind \"csv\".";
        return Some(("no column says when it happened", right));
    }
    let right = "Name it \"lane\", or write \"lane\": and its name behind \"csv\".";
    (!has("lane") && lanes > 1).then_some(("no column says which lane it is", right))
}

/// Whether a name is a key but for a slip, or one of what the key has several of; what is like none
/// of them is a column of the author's own.
fn is_slip(name: &str, key: &str) -> bool {
    const SHORTEST: usize = 4;
    let name = name.to_lowercase();
    let is_near = name.len() >= SHORTEST && strsim::osa_distance(&name, key) == 1;
    name == key || key.strip_suffix('s') == Some(&name) || is_near
}

/// Writes the keys of one event.
fn write_event(form: &mut EventForm, row: &CsvRow, columns: &[KeyColumn], writer: &mut Writer) {
    let cell = |key| {
        let column = columns.iter().find(|column| column.key == key);
        column.map_or("", |column| row.cell(column.index))
    };
    let is_needed = |key| key == "title" || key == "lane" && form.lanes.len() != 1;
    let written = columns.iter().filter(|column| {
        let is_filled = is_needed(column.key) || !row.cell(column.index).is_empty();
        is_filled && !IN_PICTURE.contains(&column.key)
    });
    let mut parts: Vec<(&str, Option<&KeyColumn>)> =
        written.map(|column| (column.key, Some(column))).collect();
    // What goes without saying comes first, as authors write it.
    for key in ["lane", "id"] {
        let is_made = key == "id" || form.lanes.len() == 1;
        if is_made && cell(key).is_empty() {
            parts.insert(0, (key, None));
        }
    }
    let otherwise = format!("event {}", row.number);
    let id = if cell("id").is_empty() {
        form.ids.make(cell("title"), &otherwise)
    } else {
        String::new()
    };
    writer.list(["", ""], parts, |writer, (key, column)| {
        writer.push(format_args!("\"{key}\": "));
        match column {
            Some(column) if key == "image" => write_picture(row, column, columns, writer),
            Some(column) => write_value(form, row, column, writer),
            None if key == "id" => writer.push(json!(id)),
            None => writer.push(json!(form.lanes.first().map(|(id, _)| id))),
        }
    });
}

/// Writes a picture, whose address stands in `column`.
fn write_picture(row: &CsvRow, column: &KeyColumn, columns: &[KeyColumn], writer: &mut Writer) {
    let said = columns
        .iter()
        .filter(|column| IN_PICTURE.contains(&column.key) && !row.cell(column.index).is_empty());
    let parts = std::iter::once(("url", column)).chain(said.map(|column| (column.key, column)));
    writer.part(Some(row.number), Some(&column.name), |writer| {
        writer.list(["{", "}"], parts, |writer, (key, column)| {
            writer.push(format_args!("\"{key}\": "));
            let is_number = matches!(key, "width" | "height");
            let write = if is_number { Writer::number } else { Writer::words };
            write(writer, row, column.index, &column.name);
        });
        true
    });
}

/// Writes the value of one key.
fn write_value(form: &EventForm, row: &CsvRow, column: &KeyColumn, writer: &mut Writer) {
    let cell = row.cell(column.index);
    let value = match column.key {
        _ if cell.is_empty() => {
            Err((format!("the event has no {}", column.key), "Write one into this cell.".into()))
        }
        "lane" => {
            let lane = form.lanes.iter().find(|(id, title)| id == cell || title == cell);
            Ok(json!(lane.map_or(cell, |(id, _)| id)).to_string())
        }
        "tags" => Ok(json!(entries(cell, &[';'])).to_string()),
        "sources" | "see" => Ok(json!(entries(cell, &BETWEEN_IDS)).to_string()),
        "other_dates" => other_dates(cell),
        "subject" | "spoiler" => switch(cell),
        "order" => places(cell),
        _ => return writer.words(row, column.index, &column.name),
    };
    writer.part(Some(row.number), Some(&column.name), |writer| match value {
        Ok(value) => {
            writer.push(value);
            true
        }
        Err(fault) => {
            writer.push("null");
            writer.fault(row.number, &column.name, fault);
            false
        }
    });
}

type CellFault = (String, String);

/// What may stand between ids in a cell.
const BETWEEN_IDS: [char; 3] = [';', ',', ' '];

/// What some signs separate in a cell.
fn entries<'a>(cell: &'a str, signs: &[char]) -> Vec<&'a str> {
    cell.split(signs).map(str::trim).filter(|entry| !entry.is_empty()).collect()
}

/// Dates with their sources: `1931-05: log, letters; 1932: diary`.
fn other_dates(cell: &str) -> Result<String, CellFault> {
    let mut dates = Vec::new();
    for entry in entries(cell, &[';']) {
        // A time of day has a colon too, and no blank behind it.
        let Some((date, sources)) = entry.rsplit_once(": ") else {
            return Err((
                format!("{} is no date with its sources", quote(entry)),
                "Write them as 1931-05: log, letters; and a semicolon before the next date.".into(),
            ));
        };
        dates.push(json!({ "date": date.trim(), "sources": entries(sources, &BETWEEN_IDS) }));
    }
    Ok(json!(dates).to_string())
}

fn switch(cell: &str) -> Result<String, CellFault> {
    match cell.to_lowercase().as_str() {
        known @ ("true" | "false") => Ok(known.to_owned()),
        _ => Err((
            format!("{} is neither true nor false", quote(cell)),
            "Write true or false, or leave the cell empty.".into(),
        )),
    }
}

/// A place in an order, or the first and the last.
fn places(cell: &str) -> Result<String, CellFault> {
    match cell.split_once('/') {
        _ if is_number(cell) => Ok(cell.to_owned()),
        Some((from, to)) if is_number(from.trim()) && is_number(to.trim()) => {
            Ok(format!("{{\"from\": {}, \"to\": {}}}", from.trim(), to.trim()))
        }
        _ => Err((
            format!("{} is no place in an order", quote(cell)),
            "Write a number such as 3, or the first and the last as 2/4.".into(),
        )),
    }
}
