//! A chart's values as a table.

use super::claim::{firmness, marks};
use super::prose::prose;
use super::reader::Reader;
use crate::story::{Chart, ChartKind, Columns, Data, Key, Line, Number, Row, Rows, number};
use yew::prelude::*;

/// A chart's values as a table.
pub(super) fn table(reader: &Reader, chart: &Chart) -> Html {
    let body = match &chart.data {
        Data::Rows(rows) => rows_table(reader, rows, chart.kind == ChartKind::Stacked),
        Data::Columns(columns) => columns_table(reader, columns),
    };
    html! {
        <table>
            <caption>{format!("{} ({})", chart.title.words(), chart.unit)}</caption>
            {body}
        </table>
    }
}

/// One row to a thing, one column to a series.
fn rows_table(reader: &Reader, rows: &Rows, has_total: bool) -> Html {
    let has_notes = rows.rows.iter().any(|row| row.note.is_some() || row.annotation.is_some());
    let named = |series: &str| {
        if series.is_empty() { reader.say(Key::ChartColumnValue) } else { series.to_owned() }
    };
    html! {<>
        <thead><tr>
            <th scope="col">{reader.say(Key::ChartColumnItem)}</th>
            {for rows.series.iter().map(|series| html! { <th scope="col">{named(&series.label)}</th> })}
            if has_total { <th scope="col">{reader.say(Key::ChartTotal)}</th> }
            if has_notes { <th scope="col">{reader.say(Key::ChartColumnNote)}</th> }
            <th scope="col">{reader.say(Key::ChartColumnSources)}</th>
        </tr></thead>
        <tbody>{for rows.rows.iter().map(|row| table_row(reader, row, has_total, has_notes))}</tbody>
    </>}
}

fn table_row(reader: &Reader, row: &Row, has_total: bool, has_notes: bool) -> Html {
    html! {
        <tr>
            <th scope="row">
                {&row.label}
                if let Some(detail) = &row.detail { <span class="sc-detail">{" "}{detail}</span> }
            </th>
            {for row.values.iter().map(|value| html! { <td class="sc-number">{cell(reader, value.as_ref())}</td> })}
            if has_total { <td class="sc-number">{total(reader, row)}</td> }
            if has_notes { <td>{row.annotation.clone()}{notes_gap(row)}{row.note.as_ref().map(prose)}</td> }
            <td>{marks(reader, &row.sources)}{firmness(reader, row.status, row.as_of.as_ref())}</td>
        </tr>
    }
}

/// What stands between an annotation and a note.
fn notes_gap(row: &Row) -> &'static str {
    if row.annotation.is_some() && row.note.is_some() { ". " } else { "" }
}

/// A value with its spread, or that none was found.
fn cell(reader: &Reader, value: Option<&Number>) -> Html {
    let Some(value) = value else { return html! { {reader.say(Key::ChartNoValue)} } };
    html! {<>
        {number::format(value.value, reader.messages())}
        if let Some(spread) = value.spread(reader.messages()) { <span class="sc-detail">{" ("}{spread}{")"}</span> }
    </>}
}

/// The sum of a row, where all of it is known.
fn total(reader: &Reader, row: &Row) -> String {
    let values: Option<Vec<f64>> =
        row.values.iter().map(|value| value.map(|value| value.value)).collect();
    values.map_or_else(
        || reader.say(Key::ChartNoValue),
        |values| number::format(values.into_iter().sum(), reader.messages()),
    )
}

/// One row to a point, series after series.
fn columns_table(reader: &Reader, columns: &Columns) -> Html {
    let x = columns.x_label.clone().unwrap_or_else(|| reader.say(Key::ChartColumnItem));
    html! {
        <>
            <thead><tr>
                <th scope="col">{x}</th>
                <th scope="col">{reader.say(Key::ChartColumnSeries)}</th>
                <th scope="col">{reader.say(Key::ChartColumnValue)}</th>
                <th scope="col">{reader.say(Key::ChartColumnSources)}</th>
            </tr></thead>
            <tbody>{for columns.lines.iter().flat_map(|line| points(reader, line))}</tbody>
        </>
    }
}

fn points<'a>(reader: &'a Reader, line: &'a Line) -> impl Iterator<Item = Html> + 'a {
    line.x.iter().zip(&line.y).enumerate().map(move |(place, (x, y))| {
        let at = match line.dates.get(place) {
            Some(date) => date.words(reader.messages()),
            None => number::format(*x, reader.messages()),
        };
        let label = line.labels.get(place).filter(|label| !label.is_empty());
        html! {
            <tr>
                <th scope="row">{at}if let Some(label) = label { <span class="sc-detail">{" "}{label}</span> }</th>
                <td>{&line.series.label}</td>
                <td class="sc-number">{cell(reader, y.map(Number::exact).as_ref())}</td>
                <td>{marks(reader, &line.sources)}</td>
            </tr>
        }
    })
}
