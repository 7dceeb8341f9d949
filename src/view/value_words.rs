//! Values in words: with their unit, with what they belong to, with how far sources differ.

use super::context::ViewContext;
use crate::story::{MessageKey, Number, number};

/// A name and what stands to it.
pub(super) fn named(cx: &ViewContext, label: &str, value: &str) -> String {
    cx.fill(MessageKey::ChartValue, &[("label", label), ("value", value)])
}

/// What the sources give, where they differ.
pub(super) fn spread(cx: &ViewContext, number: &Number) -> Option<String> {
    let spread = number.spread(cx.messages())?;
    Some(cx.fill(MessageKey::SourcesDiffer, &[("spread", &spread)]))
}

/// A number with its unit.
pub(super) fn with_unit(cx: &ViewContext, value: f64, unit: Option<&str>) -> String {
    let number = number::format(value, cx.messages());
    match unit {
        Some(unit) => cx.fill(MessageKey::NumberUnit, &[("number", &number), ("unit", unit)]),
        None => number,
    }
}
