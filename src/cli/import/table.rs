//! A table: values for a chart, events, questions (`questions`), or the spreadsheet of a TimelineJS
//! timeline; which, the names of its columns tell.
//!
//! Charts and events refer to the table, so that it can be worked on further.

mod questions;

use std::path::Path;

use serde::de::IgnoredAny;

use super::Refused;
use super::draft::{Draft, DraftAxis, DraftChart, DraftEvents, DraftLane, DraftTable, SOURCE};
use super::remarks::Remarks;
use super::timelinejs::{DateParts, Media, Slide, SlideText, slides};
use crate::story::limits::{MOST_LANES, MOST_LINES, MOST_POINTS, MOST_ROWS, MOST_SERIES};
use crate::story::{CsvRow, CsvTable, Date, Ids};

/// A table whose columns are found by any of several names.
struct Columns<'t> {
    table: &'t CsvTable,
    names: Vec<String>,
}

/// Makes a story of a table in a file.
pub(super) fn import(
    bytes: &[u8],
    file: &Path,
    draft: &mut Draft,
    remarks: &mut Remarks,
) -> Result<(), Refused> {
    let table = CsvTable::parse(bytes).map_err(|fault| {
        let row = fault.row.map_or_else(String::new, |row| format!("row {row}: "));
        format!("{row}{}. {}", fault.wrong, fault.right)
    })?;
    let names = table.names().map(str::to_lowercase).collect();
    let columns = Columns { table: &table, names };
    let path = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if columns.has("year") && columns.has("headline") {
        return spreadsheet(&columns, draft, remarks);
    }
    if let (Some(prompt), Some(answer)) = (
        columns.find(&["question", "prompt"]),
        columns.find(&["answer", "correct", "correct answer"]),
    ) {
        return questions::import(&columns, prompt, answer, draft, remarks);
    }
    if file == Path::new("-") {
        let refused = "the story refers to its table, which needs a name. Import a file.";
        return Err(refused.into());
    }
    let is_dated = table.names().any(|name| name == "date" || name == "order");
    if is_dated && table.names().any(|name| name == "title") {
        return events(&table, path, draft, remarks);
    }
    chart(&table, path, draft, remarks)
}

impl Columns<'_> {
    fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.names.iter().position(|known| known == name))
    }

    /// The words in a row below the first of these names.
    fn cell<'r>(&self, row: &'r CsvRow, names: &[&str]) -> &'r str {
        self.find(names).map_or("", |column| row.cell(column))
    }
}

/// The spreadsheet that TimelineJS takes its slides from.
fn spreadsheet(
    columns: &Columns<'_>,
    draft: &mut Draft,
    remarks: &mut Remarks,
) -> Result<(), Refused> {
    let (mut title, mut events, mut eras) = (None, Vec::new(), Vec::new());
    for row in &columns.table.rows {
        let cell = |name: &str| columns.cell(row, &[name]).to_owned();
        let parts = |before: &str| DateParts {
            year: cell(&format!("{before}year")),
            month: cell(&format!("{before}month")),
            day: cell(&format!("{before}day")),
            ..DateParts::default()
        };
        let time = cell("time");
        let (hour, minute) = time.split_once(':').unwrap_or(("", ""));
        let start = DateParts { hour: hour.into(), minute: minute.into(), ..parts("") };
        let slide = Slide {
            start_date: Some(start),
            end_date: Some(parts("end ")),
            text: Some(SlideText { headline: cell("headline"), text: cell("text") }),
            media: Some(Media {
                url: cell("media"),
                caption: cell("media caption"),
                credit: cell("media credit"),
            }),
            group: cell("group"),
            display_date: cell("display date"),
            background: (!cell("background").is_empty()).then_some(IgnoredAny),
            row: Some(row.number),
        };
        match cell("type").to_lowercase().as_str() {
            "title" => title = Some(slide),
            "era" => eras.push(slide),
            _ => events.push(slide),
        }
    }
    slides(title.as_ref(), &events, &eras, false, draft, remarks)
}

/// Events, whose table has the keys of an event for names.
fn events(
    table: &CsvTable,
    csv: String,
    draft: &mut Draft,
    remarks: &mut Remarks,
) -> Result<(), Refused> {
    let column = |name: &str| table.names().position(|known| known == name);
    let (lane, order) = (column("lane"), column("order"));
    let mut lanes: Vec<DraftLane> = Vec::new();
    let mut ids = Ids::default();
    ids.take(SOURCE);
    let own = column("id");
    for row in &table.rows {
        ids.take(own.map_or("", |own| row.cell(own)));
    }
    for row in &table.rows {
        let title = lane.map_or("", |lane| row.cell(lane));
        let title = if title.is_empty() { "Events" } else { title };
        if lanes.iter().any(|lane| lane.title == title) {
            continue;
        }
        if lanes.len() == MOST_LANES {
            remarks.say(
                &format!("row {}", row.number),
                format_args!("its lane is one too many; {MOST_LANES} are the most"),
            );
            continue;
        }
        let is_order = order.is_some_and(|order| !row.cell(order).is_empty());
        let id = ids.make(title, &format!("lane {}", lanes.len() + 1));
        lanes.push(DraftLane { id, title: title.to_owned(), scale: is_order.then_some("order") });
    }
    draft.date(lanes, Vec::new(), DraftEvents::Table { csv });
    Ok(())
}

/// A chart of the columns that are numbers over the first column.
fn chart(
    table: &CsvTable,
    csv: String,
    draft: &mut Draft,
    remarks: &mut Remarks,
) -> Result<(), Refused> {
    let Some(x) = table.names().next().filter(|name| !name.is_empty()) else {
        return Err("its first column has no name.".into());
    };
    let (kind, scale, most) = match axis(table) {
        Some(scale) => ("lines", Some(scale), MOST_LINES),
        None => ("bars", None, MOST_SERIES),
    };
    let is_number =
        |cell: &str| cell.is_empty() || serde_json::from_str::<serde_json::Number>(cell).is_ok();
    let mut y = Vec::new();
    for (column, name) in table.names().enumerate().skip(1) {
        let mut cells = table.rows.iter().map(|row| row.cell(column));
        let is_filled = cells.clone().any(|cell| !cell.is_empty());
        let place = format!("column \"{name}\"");
        if name.is_empty() || table.column(name).is_err() {
            remarks.say(&place, "it is left out: it has no name of its own");
        } else if !is_filled || !cells.all(is_number) {
            remarks.say(&place, "it is left out: not all its cells are numbers such as 1234.5");
        } else if y.len() == most {
            let why = format!("it is left out: a chart of {kind} has {most} series at most");
            remarks.say(&place, why);
        } else {
            y.push(name.to_owned());
        }
    }
    if y.is_empty() {
        return Err("it has no column of numbers behind the first, which names them. Events have \
                    the columns date and title, questions the columns question and answer."
            .into());
    }
    if scale.is_none() && table.rows.len() > MOST_ROWS {
        return Err(format!("a chart of bars has {MOST_ROWS} rows at most."));
    }
    draft.charts.push(DraftChart {
        id: "chart",
        kind,
        title: "[The finding, as a sentence]",
        subtitle: "[What is measured]",
        sources: [SOURCE],
        x: scale.map(|scale| DraftAxis { scale, label: x.to_owned() }),
        data: DraftTable { csv, x: x.to_owned(), y },
    });
    Ok(())
}

/// What the first column counts, if points over it make a line.
fn axis(table: &CsvTable) -> Option<&'static str> {
    let cells: Vec<&str> = table.rows.iter().map(|row| row.cell(0)).collect();
    if cells.len() < 2 || cells.len() > MOST_POINTS {
        return None;
    }
    let dates: Option<Vec<i64>> = cells
        .iter()
        .map(|cell| {
            Date::of(cell).filter(|date| matches!(date, Date::At(_))).map(|date| date.order(None))
        })
        .collect();
    if let Some(dates) = dates {
        return dates.is_sorted_by(|one, next| one < next).then_some("date");
    }
    let numbers: Option<Vec<f64>> =
        cells.iter().map(|cell| serde_json::from_str(cell).ok()).collect();
    numbers?.is_sorted_by(|one, next| one < next).then_some("number")
}
