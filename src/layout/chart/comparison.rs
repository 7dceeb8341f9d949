//! Two values of a chart beside each other, in words.

use super::sentence::Wording;
use super::stack::drawn_value;
use crate::layout::Mark;
use crate::story::{Chart, MessageKey, Messages, number};

/// Places that a ratio is told with.
const RATIO_STEP: f64 = 0.01;
/// A ratio beyond this says no more than the values do.
const MOST_TIMES: f64 = 1000.0;

/// How a value differs from another one: `Chapter 4, 2023: 440.1 million dollars. Against John Wick,
/// 2014: +352.3 million dollars, 5.01 times`. Of a value that is the other one, or of which one is
/// missing, its own words. A ratio is told of values of the same sign.
pub fn comparison(chart: &Chart, other: Mark, mark: Mark, messages: &Messages) -> String {
    let wording = Wording { chart, messages };
    let words = super::sentence(chart, mark, messages);
    let value = |mark| drawn_value(chart, mark).map(|number| number.value);
    let (Some(base), Some(value)) = (value(other), value(mark)) else { return words };
    if mark == other {
        return words;
    }
    let sign = if value > base { "+" } else { "\u{2212}" };
    let sign = if value == base { "" } else { sign };
    let mut against = [sign, &difference(&wording, value, base)].concat();
    let times = value / base;
    if times > RATIO_STEP && times < MOST_TIMES && value != base {
        let times = number::worked_out(times, RATIO_STEP, messages);
        let parts = [("difference", against.as_str()), ("times", times.as_str())];
        against = messages.fill(MessageKey::ChartTimes, &parts);
    }
    let other = wording.label(other).unwrap_or_default();
    let parts = [("words", words.as_str()), ("other", &other), ("difference", &against)];
    messages.fill(MessageKey::ChartCompared, &parts)
}

/// Whether a mark of a chart stands for a value that is known, so that others can be compared with it.
pub fn is_known(chart: &Chart, mark: Mark) -> bool {
    drawn_value(chart, mark).is_some()
}

/// What two values differ by, with the unit: shares and percentages by percentage points.
fn difference(wording: &Wording<'_>, value: f64, base: f64) -> String {
    let Wording { chart, messages } = wording;
    let size = (value - base).abs();
    let (size, words) = if chart.data.is_percent() {
        // As finely as shares themselves are told.
        let parts = if size < 1.0 { 10.0 } else { 1.0 };
        let size = (size * parts).round() / parts;
        (size, number::format(size, messages))
    } else {
        (number::without_noise(size), number::difference(value, base, messages))
    };
    if !chart.data.is_percent() && chart.unit.after != "%" {
        return wording.with_unit(&words);
    }
    messages.fill_counted(MessageKey::ChartPoints, size, &[("n", &words)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Data, Number, Row, Rows, Series, Unit};

    fn compared(values: [Option<f64>; 2]) -> String {
        let row = |(label, value): (&str, Option<f64>)| Row {
            label: label.into(),
            values: vec![value.map(Number::exact)],
            ..Row::default()
        };
        let rows = ["One", "Two"].into_iter().zip(values).map(row).collect();
        let rows = Rows { series: vec![Series::default()], rows, ..Rows::default() };
        let unit = Unit::behind("dollars");
        let chart = Chart { unit, data: Data::Rows(rows), ..Chart::default() };
        let mark = |index| Mark::Value { series: 0, index };
        comparison(&chart, mark(0), mark(1), &Messages::default()).replace('\u{a0}', " ")
    }

    #[test]
    fn two_values_are_compared() {
        let cases = [
            ([Some(87.8), Some(440.1)], "+352.3 dollars, 5.01 times"),
            ([Some(440.1), Some(87.8)], "\u{2212}352.3 dollars, 0.2 times"),
            ([Some(3.0), Some(3.0)], "0 dollars"),
            // A ratio with nothing, or across zero, means nothing.
            ([Some(0.0), Some(3.0)], "+3 dollars"),
            ([Some(-1.0), Some(3.0)], "+4 dollars"),
            ([Some(-2.0), Some(-3.0)], "\u{2212}1 dollars, 1.5 times"),
            ([Some(1e-9), Some(3.0)], "+2.999999999 dollars"),
        ];
        for (values, told) in cases {
            let words = compared(values);
            assert!(words.ends_with(&format!(". Against One: {told}")), "{values:?}: {words}");
        }
    }

    #[test]
    fn what_is_missing_is_not_compared() {
        assert_eq!(compared([None, Some(3.0)]), "Two: 3 dollars");
        assert_eq!(compared([Some(3.0), None]), "Two: no figure found");
    }
}
