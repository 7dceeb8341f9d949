//! A chart's values as a table, in the static card as much of it as that holds.

use super::claim::{firmness, marks};
use super::context::ViewContext;
use super::guess::{known_entries, miss};
use super::lists::MOST_ROWS;
use super::prose::prose;
use super::tag::{Tag, classed, nodes, nothing, tag, words};
use super::value_words::unit_behind;
use crate::story::{
    Chart, ChartKind, Columns, Data, Line, MessageKey, Notation, Number, Row, Rows, number,
};
use yew::prelude::*;

/// A chart's values as a table.
pub(super) fn table(cx: &ViewContext, chart: &Chart) -> Html {
    let body = match &chart.data {
        // What is left of a stack is not what it comes to.
        Data::Rows(rows) => {
            rows_table(cx, rows, chart.kind == ChartKind::Stacked && !rows.is_part())
        }
        Data::Columns(columns) => columns_table(cx, columns),
    };
    captioned(chart, body)
}

/// The values that a reader drew beside the true ones, as a table.
pub(super) fn drawn_table(cx: &ViewContext, chart: &Chart, drawn: &[f64]) -> Html {
    let names = [
        MessageKey::ChartColumnItem,
        MessageKey::QuizYourAnswer,
        MessageKey::QuizRightAnswer,
        MessageKey::QuizDifference,
    ];
    let entries = known_entries(cx, &chart.data);
    let body = tag("tbody").each(entries.len().min(drawn.len()), &|place| {
        let ((label, truth), value) = (&entries[place], drawn[place]);
        let off = number::difference(value, truth.value, cx.messages());
        let off = match miss(truth, value) {
            0.0 => "0".to_owned(),
            miss => [if miss > 0.0 { "+" } else { "\u{2212}" }, &off].concat(),
        };
        let number = |content| classed("td", "sc-number").child(content);
        tag("tr")
            .tag(name(label, None))
            .tag(number(cell(cx, Some(&Number::exact(value)))))
            .tag(number(cell(cx, Some(truth))))
            .tag(number(words(off)))
            .done()
    });
    captioned(chart, nodes(vec![head(&names.map(|name| cx.say(name))), body.done()]))
}

fn captioned(chart: &Chart, body: Html) -> Html {
    let title = chart.title.words();
    let caption = [title.as_str(), &unit_behind(&chart.unit, "")].concat();
    tag("table").tag(tag("caption").words(caption)).child(body).done()
}

/// One row to a thing, one column to a series.
fn rows_table(cx: &ViewContext, rows: &Rows, has_total: bool) -> Html {
    let has_notes = rows.rows.iter().any(|row| row.note.is_some() || row.annotation.is_some());
    let mut names = vec![cx.say(MessageKey::ChartColumnItem)];
    for series in &rows.series {
        let is_named = !series.label.is_empty();
        names.push(if is_named {
            series.label.clone()
        } else {
            cx.say(MessageKey::ChartColumnValue)
        });
    }
    if has_total {
        names.push(cx.say(MessageKey::ChartTotal));
    }
    if has_notes {
        names.push(cx.say(MessageKey::ChartColumnNote));
    }
    names.push(cx.say(MessageKey::ChartColumnSources));
    let body = tag("tbody").each(cx.held(rows.rows.len(), MOST_ROWS), &|place| {
        table_row(cx, &rows.rows[place], has_total, has_notes)
    });
    nodes(vec![head(&names), body.done()])
}

/// The names of the columns.
fn head(names: &[String]) -> Html {
    let row = tag("tr")
        .each(names.len(), &|nth| tag("th").attr("scope", "col").words(names[nth].clone()).done());
    tag("thead").tag(row).done()
}

fn table_row(cx: &ViewContext, row: &Row, has_total: bool, has_notes: bool) -> Html {
    let mut cells =
        tag("tr").tag(name(&row.label, row.detail.as_deref())).each(row.values.len(), &|nth| {
            classed("td", "sc-number").child(cell(cx, row.values[nth].as_ref())).done()
        });
    if has_total {
        cells = cells.tag(classed("td", "sc-number").words(total(cx, row)));
    }
    if has_notes {
        cells = cells.tag(remarks(row));
    }
    let firmness = firmness(cx, row.status, row.as_of.as_ref());
    cells.tag(tag("td").child(marks(cx, &row.sources, row.status)).child(firmness)).done()
}

/// The heading of a row.
fn name(label: &str, detail: Option<&str>) -> Tag {
    let name = tag("th").attr("scope", "row").words(label.to_owned());
    match detail {
        Some(detail) => name.tag(classed("span", "sc-detail").text(" ").words(detail.to_owned())),
        None => name,
    }
}

/// A row's annotation and note.
fn remarks(row: &Row) -> Tag {
    let gap = if row.annotation.is_some() && row.note.is_some() { ". " } else { "" };
    tag("td")
        .words(row.annotation.clone().unwrap_or_default())
        .text(gap)
        .child(row.note.as_ref().map_or_else(nothing, prose))
}

/// A value with its spread, or that none was found.
fn cell(cx: &ViewContext, value: Option<&Number>) -> Html {
    let Some(value) = value else { return words(cx.say(MessageKey::ChartNoValue)) };
    let number = words(value.words(Notation::Standard, cx.messages()));
    match value.spread(cx.messages()) {
        Some(spread) => {
            let spread = [" (", &spread, ")"].concat();
            nodes(vec![number, classed("span", "sc-detail").words(spread).done()])
        }
        None => number,
    }
}

/// The sum of a row, where all of it is known.
fn total(cx: &ViewContext, row: &Row) -> String {
    if row.values.iter().any(Option::is_none) {
        return cx.say(MessageKey::ChartNoValue);
    }
    let sum = Number::sum(row.values.iter().flatten().copied());
    sum.words(Notation::Standard, cx.messages())
}

/// One row to a point, series after series.
fn columns_table(cx: &ViewContext, columns: &Columns) -> Html {
    let x = columns.x_label.clone().unwrap_or_else(|| cx.say(MessageKey::ChartColumnItem));
    let mut names =
        vec![x, cx.say(MessageKey::ChartColumnSeries), cx.say(MessageKey::ChartColumnValue)];
    names.extend(
        columns
            .size
            .as_ref()
            .map(|size| [size.label.as_str(), &unit_behind(&size.unit, &size.label)].concat()),
    );
    names.push(cx.say(MessageKey::ChartColumnSources));
    let mut body = tag("tbody");
    let mut room = cx.held(usize::MAX, MOST_ROWS);
    for line in &columns.lines {
        let count = line.x.len().min(room);
        room -= count;
        body = body.child(points(cx, columns, line, count));
    }
    nodes(vec![head(&names), body.done()])
}

/// The first points of a line.
fn points(cx: &ViewContext, columns: &Columns, line: &Line, count: usize) -> Html {
    super::tag::each(count, &|place| {
        let at = columns.x_words(line, place, cx.messages()).unwrap_or_default();
        let label = line.labels.get(place).map(String::as_str).filter(|label| !label.is_empty());
        let value = line.value(place);
        let size = line.sizes.get(place).map_or_else(nothing, |size| {
            let words = number::format(*size, cx.messages());
            classed("td", "sc-number").words(words).done()
        });
        tag("tr")
            .tag(name(&at, label))
            .tag(tag("td").words(line.series.label.clone()))
            .tag(classed("td", "sc-number").child(cell(cx, value.as_ref())))
            .child(size)
            .tag(tag("td").child(marks(cx, &line.sources, line.status)).child(firmness(
                cx,
                line.status,
                None,
            )))
            .done()
    })
}
