//! A table as the data of a chart: rows with their series, or columns of points.

use serde_json::{Value, json};

use super::csv_table::{CsvRow, CsvTable, TableFault};
use super::writer::{Writer, is_number};
use crate::story::read::{ChartTable, NamedColumn, TableSeries};
use crate::story::{ChartKind, Ids, SeriesMark};

/// What of a chart decides how its table is written.
pub(super) struct ChartForm {
    pub(super) kind: ChartKind,
    /// Its x axis is one of dates.
    pub(super) has_dates: bool,
}

/// A column of a table with its name.
#[derive(Clone, Copy)]
struct Column<'a> {
    index: usize,
    name: &'a str,
}

/// A series with its columns.
struct Series<'a> {
    said: &'a TableSeries,
    value: Column<'a>,
    ends: [(&'static str, Option<Column<'a>>); 2],
    size: Option<Column<'a>>,
}

/// What is wrong with a table, and the offset at which the author names it.
type NamedFault = (usize, TableFault);

/// Finds a column that the author names.
fn column<'a>(table: &CsvTable, (at, name): &'a NamedColumn) -> Result<Column<'a>, NamedFault> {
    let found = table.column(name).map(|index| Column { index, name: name.trim() });
    found.map_err(|fault| (*at, fault))
}

/// The same for one that may be left out.
fn column_if<'a>(
    table: &CsvTable,
    named: Option<&'a NamedColumn>,
) -> Result<Option<Column<'a>>, NamedFault> {
    named.map(|named| column(table, named)).transpose()
}

/// Writes the keys of a chart that its table stands for.
pub(super) fn write(
    form: &ChartForm,
    said: &ChartTable,
    table: &CsvTable,
    writer: &mut Writer,
) -> Result<(), NamedFault> {
    let (_, most) = form.kind.series_bounds();
    if said.y.len() > most {
        let wrong = format!("the number of series is {}", said.y.len());
        let right = format!("There may be at most {most}.");
        return Err((said.x.0, TableFault { row: None, wrong, right }));
    }
    let x = column(table, &said.x)?;
    let mut series = Vec::new();
    for said in &said.y {
        if said.mark == SeriesMark::Line && form.kind != ChartKind::Bars {
            return Err((
                said.column.0,
                refused("a line across bars", "charts of bars", "\"mark\""),
            ));
        }
        let [low, high] = [&said.low, &said.high].map(|end| column_if(table, end.as_ref()));
        let value = column(table, &said.column)?;
        let size = column_if(table, said.size.as_ref())?;
        series.push(Series { said, value, ends: [("low", low?), ("high", high?)], size });
    }
    if form.kind.has_rows() {
        refuse(&[&said.labels], "names of points", "charts of lines and points")?;
        for said in &said.y {
            refuse(&[&said.size], "sizes", "charts of points")?;
        }
        let words = [
            ("date", column_if(table, said.date.as_ref())?),
            ("detail", column_if(table, said.detail.as_ref())?),
            ("annotation", column_if(table, said.annotation.as_ref())?),
            ("note", column_if(table, said.note.as_ref())?),
        ];
        write_rows(form, x, &series, &words, table, writer);
    } else {
        let of_rows = [&said.date, &said.detail, &said.annotation, &said.note];
        refuse(&of_rows, "dates, details, annotations and notes", "charts of rows")?;
        for said in said.y.iter().filter(|_| form.kind != ChartKind::Lines) {
            let whose = "charts of rows and of lines";
            refuse(&[&said.low, &said.high], "lowest and highest values", whose)?;
        }
        let labels = column_if(table, said.labels.as_ref())?;
        write_columns(form, x, &series, labels, table, writer);
    }
    Ok(())
}

/// Refuses columns of which a chart of this kind can make nothing.
fn refuse(named: &[&Option<NamedColumn>], what: &str, whose: &str) -> Result<(), NamedFault> {
    let Some((at, _)) = named.iter().find_map(|named| named.as_ref()) else { return Ok(()) };
    Err((*at, refused(what, whose, "this column")))
}

/// What is wrong with something of which only other kinds of chart can make something.
fn refused(what: &str, whose: &str, named: &str) -> TableFault {
    let wrong = format!("only {whose} have {what}");
    TableFault { row: None, wrong, right: format!("Leave {named} out.") }
}

fn write_rows(
    form: &ChartForm,
    x: Column<'_>,
    series: &[Series<'_>],
    words: &[(&str, Option<Column<'_>>)],
    table: &CsvTable,
    writer: &mut Writer,
) {
    let is_nameless = matches!(series, [Series { said, .. }] if said.is_nameless());
    if !(form.kind.may_be_nameless() && is_nameless) {
        let mut ids = Ids::default();
        writer.push("\"series\": ");
        writer.list(["[", "]"], series, |writer, series| {
            writer.push(Value::Object(head(series, &mut ids)));
        });
        writer.push(", ");
    }
    writer.push("\"rows\": ");
    let mut ids = Ids::default();
    writer.list(["[", "]"], &table.rows, |writer, row| {
        let id = ids.make(row.cell(x.index), &format!("row {}", row.number));
        writer.part(Some(row.number), None, |writer| {
            writer.push(format_args!("{{\"id\": \"{id}\", \"label\": "));
            writer.words(row, x.index, x.name);
            for (key, column) in words {
                if let Some(column) = column.filter(|column| !row.cell(column.index).is_empty()) {
                    writer.push(format_args!(", \"{key}\": "));
                    writer.words(row, column.index, column.name);
                }
            }
            writer.push(", \"values\": ");
            writer.list(["[", "]"], series, |writer, series| write_value(series, row, writer));
            writer.push("}");
            true
        });
    });
}

/// A value of a row, with its spread if the table has one.
fn write_value(series: &Series<'_>, row: &CsvRow, writer: &mut Writer) {
    let is_filled = |column: &Column<'_>| !row.cell(column.index).is_empty();
    let ends = series.ends.map(|(key, column)| (key, column.filter(is_filled)));
    if ends.iter().all(|(_, column)| column.is_none()) {
        writer.number(row, series.value.index, series.value.name);
        return;
    }
    writer.part(Some(row.number), Some(series.value.name), |writer| {
        let value = [("value", Some(series.value))];
        let parts = value.into_iter().chain(ends).filter_map(|(key, column)| Some((key, column?)));
        writer.list(["{", "}"], parts, |writer, (key, column)| {
            writer.push(format_args!("\"{key}\": "));
            writer.number(row, column.index, column.name);
        });
        true
    });
}

fn write_columns(
    form: &ChartForm,
    x: Column<'_>,
    series: &[Series<'_>],
    labels: Option<Column<'_>>,
    table: &CsvTable,
    writer: &mut Writer,
) {
    let mut ids = Ids::default();
    writer.push("\"columns\": ");
    writer.list(["[", "]"], series, |writer, series| {
        let head = head(series, &mut ids);
        let keys = head.into_iter().map(|(key, value)| format!("\"{key}\": {value}"));
        writer.list(["{", ", \"x\": "], keys, |writer, key| writer.push(key));
        writer.list(["[", "]"], &table.rows, |writer, row| {
            write_x(form.has_dates, x, row, writer);
        });
        let value = [("y", Some(series.value))];
        for (key, column) in value.into_iter().chain(series.ends).chain([("size", series.size)]) {
            let Some(column) = column else { continue };
            writer.push(format_args!(", \"{key}\": "));
            writer.list(["[", "]"], &table.rows, |writer, row| {
                writer.number(row, column.index, column.name);
            });
        }
        if let Some(labels) = labels {
            writer.push(", \"labels\": ");
            writer.list(["[", "]"], &table.rows, |writer, row| {
                writer.words(row, labels.index, labels.name);
            });
        }
        writer.push("}");
    });
}

/// A value of x: a date, or a number that is there.
fn write_x(has_dates: bool, x: Column<'_>, row: &CsvRow, writer: &mut Writer) {
    if has_dates || is_number(row.cell(x.index)) {
        let written = if has_dates { Writer::words } else { Writer::number };
        return written(writer, row, x.index, x.name);
    }
    writer.part(Some(row.number), Some(x.name), |writer| {
        writer.push("null");
        let found = crate::story::fault::quote(row.cell(x.index));
        let right = "Write digits with a point before decimals; for dates give the x axis of the \
                     chart the scale \"date\".";
        writer.fault(row.number, x.name, (format!("{found} is not a number"), right.into()));
        false
    });
}

/// Id, name and colour of a series.
fn head(series: &Series<'_>, ids: &mut Ids) -> serde_json::Map<String, Value> {
    let TableSeries { id, label, subject, mark, .. } = series.said;
    let label = label.as_deref().unwrap_or(series.value.name);
    let id = match id {
        Some(id) => {
            ids.take(id);
            id.clone()
        }
        None => ids.make(series.value.name, "series"),
    };
    let mut head = serde_json::Map::new();
    head.insert("id".into(), json!(id));
    head.insert("label".into(), json!(label));
    if *subject {
        head.insert("subject".into(), json!(true));
    }
    if *mark == SeriesMark::Line {
        head.insert("mark".into(), json!("line"));
    }
    head
}
