//! What the values of a chart come to, in words: for who does not see it, and for who reads its table.

use super::sentence::sentence;
use super::stack::drawn_value;
use crate::layout::Mark;
use crate::story::{Chart, Data, MessageKey, Messages, Number};

/// Sentences on the values of a chart: the highest and the lowest; of lines where the first begins
/// and ends; on which sources differ most; how many are missing. Empty for a single value.
pub fn summary(chart: &Chart, messages: &Messages) -> String {
    let values = values(chart);
    let known: Vec<(Mark, Number)> =
        values.iter().filter_map(|(mark, number)| ranked(chart, *mark, *number)).collect();
    let (mut sentences, mut said) = (Vec::new(), Vec::new());
    let mut say = |key, mark: Option<Mark>| {
        let Some(mark) = mark.filter(|mark| !said.contains(mark)) else { return };
        said.push(mark);
        let words = sentence(chart, mark, messages);
        sentences.push(messages.fill(key, &[("words", &words)]));
    };
    let by = |size: &dyn Fn(&Number) -> f64| most(&known, size);
    let (highest, lowest) = (by(&|it| it.value), by(&|it| -it.value));
    if highest != lowest {
        say(MessageKey::ChartHighest, highest);
        say(MessageKey::ChartLowest, lowest);
        if let Some((first, last)) = ends(chart, &known) {
            say(MessageKey::ChartFirst, Some(first));
            say(MessageKey::ChartLast, Some(last));
        }
        let is_disputed = known.iter().any(|(_, number)| number.is_disputed());
        say(MessageKey::ChartDiffer, by(&|it| it.high - it.low).filter(|_| is_disputed));
    }
    match values.iter().filter(|(_, number)| number.is_none()).count() {
        0 => {}
        n => sentences.push(messages.fill_counted(
            MessageKey::ChartUnknown,
            n as f64,
            &[("n", &n.to_string())],
        )),
    }
    sentences.join(" ")
}

/// Every value, row by row or line by line.
fn values(chart: &Chart) -> Vec<(Mark, Option<Number>)> {
    let mut values = Vec::new();
    match &chart.data {
        Data::Rows(rows) => {
            for (index, row) in rows.rows.iter().enumerate() {
                let numbered = row.values.iter().enumerate();
                values.extend(
                    numbered.map(|(series, value)| (Mark::Value { series, index }, *value)),
                );
            }
        }
        Data::Columns(columns) => {
            for (series, line) in columns.lines.iter().enumerate() {
                for index in 0..line.y.len() {
                    // A band with a name is not what sources give.
                    let value = match line.band_label {
                        Some(_) => line.y.get(index).copied().flatten().map(Number::exact),
                        None => line.value(index),
                    };
                    values.push((Mark::Value { series, index }, value));
                }
            }
        }
    }
    values
}

/// A known value with the size that is drawn.
fn ranked(chart: &Chart, mark: Mark, number: Option<Number>) -> Option<(Mark, Number)> {
    let Number { value, .. } = drawn_value(chart, mark)?;
    Some((mark, Number { value, ..number? }))
}

/// The first of those of the greatest size.
fn most(known: &[(Mark, Number)], size: &dyn Fn(&Number) -> f64) -> Option<Mark> {
    let mut best: Option<(Mark, f64)> = None;
    for (mark, number) in known {
        if best.is_none_or(|(_, most)| size(number) > most) {
            best = Some((*mark, size(number)));
        }
    }
    best.map(|(mark, _)| mark)
}

/// The first and the last known value of the only line.
fn ends(chart: &Chart, known: &[(Mark, Number)]) -> Option<(Mark, Mark)> {
    let Data::Columns(columns) = &chart.data else { return None };
    let is_line = columns.lines.len() == 1 && chart.kind != crate::story::ChartKind::Scatter;
    let (first, last) = (known.first()?.0, known.last()?.0);
    is_line.then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{ChartKind, Columns, Line, Row, Rows, Series};

    fn bars(values: &[Option<Number>]) -> Chart {
        let row = |(nth, value): (usize, &Option<Number>)| Row {
            label: ["One", "Two", "Three", "Four"][nth].into(),
            values: vec![*value],
            ..Row::default()
        };
        let rows = values.iter().enumerate().map(row).collect();
        let rows = Rows { series: vec![Series::default()], rows, ..Rows::default() };
        Chart { data: Data::Rows(rows), ..Chart::default() }
    }

    fn said(chart: &Chart) -> String {
        summary(chart, &Messages::default())
    }

    #[test]
    fn the_highest_the_lowest_and_what_is_missing_are_said() {
        let number = |value| Some(Number::exact(value));
        assert_eq!(
            said(&bars(&[number(3.0), number(-1.0), None, number(7.0)])),
            "Highest: Four: 7. Lowest: Two: \u{2212}1. 1 value is missing."
        );
        assert_eq!(said(&bars(&[None, None])), "2 values are missing.");
        assert_eq!(said(&bars(&[number(3.0)])), "", "there is nothing to compare");
    }

    #[test]
    fn the_value_on_which_sources_differ_most_is_said() {
        let spread =
            |value, by| Some(Number { low: value - by, high: value + by, ..Number::exact(value) });
        let words = said(&bars(&[spread(3.0, 1.0), spread(5.0, 2.0), spread(9.0, 0.0)]));
        assert!(
            words.ends_with("Sources differ most here: Two: 5, sources give 3 to 7."),
            "{words}"
        );
    }

    #[test]
    fn a_line_begins_and_ends_somewhere() {
        let line = Line {
            x: vec![1.0, 2.0, 3.0, 4.0],
            y: vec![Some(5.0), Some(9.0), Some(1.0), Some(6.0)],
            ..Line::default()
        };
        let columns = Columns { lines: vec![line], ..Columns::default() };
        let chart =
            Chart { kind: ChartKind::Lines, data: Data::Columns(columns), ..Chart::default() };
        assert_eq!(said(&chart), "Highest: 2: 9. Lowest: 3: 1. First: 1: 5. Last: 4: 6.");
    }
}
