//! The x axis of a chart of columns: what it counts, and the values on it.

use super::leaf::PlainText;
use super::object::object;
use super::shape::Shape;
use super::wrapper::OrDefault;
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::number::decimals;
use crate::story::{Date, XScale};

/// The x axis.
#[derive(Default)]
pub(in crate::story) struct XAxis {
    pub(super) scale: XScale,
    pub(super) label: Option<String>,
}

object! {
    /// The x axis.
    "X" for XAxis, |it| {
        /// What it counts; numbers if left out.
        scale: OrDefault<XScale> = it.scale,
        /// Its name.
        label: Option<PlainText> = it.label,
    }
    check XAxis::keep_scale
}

impl XAxis {
    fn keep_scale(&mut self, _: Node<'_>, cx: &mut Context) -> bool {
        cx.chart.x_scale = Some(self.scale);
        true
    }
}

/// A value on the x axis: what it is, with how many decimals it was written, and how if it is a date.
pub(super) type WrittenX = (f64, u8, Option<Date>);

/// A value on the x axis.
pub(in crate::story) struct XValue;

impl Shape for XValue {
    type Value = WrittenX;

    fn read(value: &mut WrittenX, node: Node<'_>, cx: &mut Context) -> bool {
        if node.string().is_none() {
            value.1 = decimals(node.text);
            return f64::read(&mut value.0, node, cx) && is_on(XScale::Number, node, cx);
        }
        let mut date = Date::default();
        if !Date::read(&mut date, node, cx) || !is_on(XScale::Date, node, cx) {
            return false;
        }
        let Date::At(moment) = date else {
            let right = "Write a decade, a year, a quarter, a month, a day or a minute, such as \"2025-06\".";
            fault!(cx, node.at, "a point needs a single date", "{right}");
            return false;
        };
        cx.chart.clock = cx.chart.clock.or(date.offset());
        *value = (moment.start(cx.chart.clock) as f64, 0, Some(date));
        true
    }
}

/// Whether the axis takes values of this kind; notes it if not.
fn is_on(kind: XScale, node: Node<'_>, cx: &mut Context) -> bool {
    let is_on = cx.chart.x_scale.is_none_or(|scale| scale == kind);
    if !is_on {
        let (wrong, right) = match kind {
            XScale::Number => (
                "expected a date, found a number",
                "Write dates such as \"2025-06\" in quotes, or give the axis the scale \"number\".",
            ),
            XScale::Date => (
                "expected a number, found a date",
                "Write numbers, or give the axis the scale \"date\".",
            ),
        };
        fault!(cx, node.at, "{wrong}", "{right}");
    }
    is_on
}

/// A value on the x axis between the first point and the last.
pub(in crate::story) struct XInPlot;

impl Shape for XInPlot {
    type Value = WrittenX;

    fn read(value: &mut WrittenX, node: Node<'_>, cx: &mut Context) -> bool {
        let is_whole = XValue::read(value, node, cx);
        if let Some((first, last)) = cx.chart.x_range
            && is_whole
            && !(first <= value.0 && value.0 <= last)
        {
            let right = "Move it between the first and the last point.";
            fault!(cx, node.at, "this remark lies outside the plot", "{right}");
        }
        is_whole
    }
}
