//! Values in words: with their unit, with what they belong to, with how far sources differ.

use super::context::ViewContext;
use crate::story::{Axis, AxisScale, Chart, Data, MessageKey, Notation, Number, Stack, Unit};

/// A name and what stands to it.
pub(super) fn named(cx: &ViewContext, label: &str, value: &str) -> String {
    cx.fill(MessageKey::ChartValue, &[("label", label), ("value", value)])
}

/// A label as it stands before its value: with a colon, in most languages.
pub(super) fn before_value(cx: &ViewContext, label: &str) -> String {
    named(cx, label, "").trim().to_owned()
}

/// What the sources give, where they differ.
pub(super) fn spread(cx: &ViewContext, number: &Number) -> Option<String> {
    let spread = number.spread(cx.messages())?;
    Some(cx.fill(MessageKey::SourcesDiffer, &[("spread", &spread)]))
}

/// A number with its unit.
pub(super) fn with_unit(cx: &ViewContext, number: &Number, unit: &Unit) -> String {
    unit.beside(&number.words(Notation::Standard, cx.messages()), cx.messages())
}

/// What a chart measures, and in which unit.
pub(super) fn measured(chart: &Chart) -> String {
    match &chart.subtitle {
        Some(subtitle) => {
            let words = subtitle.words();
            [words.as_str(), &unit_behind(&chart.unit, &words)].concat()
        }
        None => chart.unit.words(),
    }
}

/// Which axes of a chart are logarithmic, for a reader who takes distances for differences.
pub(super) fn axis_words(cx: &ViewContext, chart: &Chart) -> Option<String> {
    let said = |axis: &Axis| match axis.scale {
        AxisScale::Log => Some(cx.say(MessageKey::ChartLog)),
        AxisScale::Symlog => Some(cx.say(MessageKey::ChartSymlog)),
        _ => None,
    };
    let across = match &chart.data {
        Data::Columns(columns) => {
            let name = columns.x_label.as_deref().unwrap_or("x");
            said(&columns.x).map(|words| named(cx, name, &words))
        }
        Data::Rows(_) => None,
    };
    let words: Vec<String> = said(&chart.axis).into_iter().chain(across).collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// What stacks are drawn as where the story has them otherwise.
pub(super) fn stack_name(stack: Stack) -> MessageKey {
    match stack {
        Stack::Absolute => MessageKey::ChartValues,
        Stack::Percent => MessageKey::ChartShares,
    }
}

/// What the reader has left out of the chart at this place, and as what it is drawn; none where it
/// shows all as the story does.
pub(super) fn arranged_words(cx: &ViewContext, index: usize) -> Option<String> {
    let (arranged, chart) = (cx.arranged(index)?, cx.story().charts.get(index)?);
    let mut words = Vec::new();
    words.extend(arranged.arrangement.stack.map(|stack| cx.say(stack_name(stack))));
    if !arranged.arrangement.series.is_empty() {
        let series = arranged.chart.data.series();
        let names: Vec<&str> = series.iter().map(|series| series.label.as_str()).collect();
        let names = names.join(cx.messages().text(MessageKey::ListComma));
        words.push(named(cx, &cx.say(MessageKey::ChartColumnSeries), &names));
    }
    if let (Data::Rows(all), Data::Rows(shown)) = (&chart.data, &arranged.chart.data)
        && shown.rows.len() < all.rows.len()
    {
        words.push(cx.count(MessageKey::ChartLeftOut, all.rows.len() - shown.rows.len()));
    }
    (!words.is_empty()).then(|| words.join(" · "))
}

/// What values count, behind words that may say it already.
pub(super) fn unit_behind(unit: &Unit, words: &str) -> String {
    match unit.is_said_by(words) {
        true => String::new(),
        false => [" (", &unit.words(), ")"].concat(),
    }
}
