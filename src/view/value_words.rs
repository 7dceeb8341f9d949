//! Values in words: with their unit, with what they belong to, with how far sources differ.

use super::context::ViewContext;
use crate::story::{Axis, AxisScale, Chart, Data, MessageKey, Notation, Number, Unit};

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

/// What values count, behind words that may say it already.
pub(super) fn unit_behind(unit: &Unit, words: &str) -> String {
    match unit.is_said_by(words) {
        true => String::new(),
        false => [" (", &unit.words(), ")"].concat(),
    }
}
