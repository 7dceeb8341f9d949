//! The x axis of a chart of columns: what it counts, and the values on it.

use super::leaf::PlainText;
use super::object::{Destination, Fields, Keys, object, shape};
use super::shape::Shape;
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::number::decimals;
use crate::story::{Axis, AxisScale, Date};

/// The x axis.
#[derive(Default)]
pub(in crate::story) struct XAxis {
    pub(super) axis: Axis,
    pub(super) label: Option<String>,
}

impl Keys for XAxis {
    fn take(&mut self, fields: &mut Fields<'_>, cx: &mut Context) -> bool {
        let label = &mut Destination::<Option<PlainText>>(&mut self.label);
        self.axis.take(fields, cx) & fields.take(&[("label", true)], &mut [label], cx)
    }

    fn check(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        cx.chart.x_axis = Some((self.axis.scale, self.axis.decimals));
        self.axis.check(node, cx)
    }
}

shape! { XAxis }

/// A value on the x axis: what it is, with how many decimals it was written, and how if it is a date.
pub(super) type WrittenX = (f64, u8, Option<Date>);

/// A value on the x axis.
pub(in crate::story) struct XValue;

impl Shape for XValue {
    type Value = WrittenX;

    fn read(value: &mut WrittenX, node: Node<'_>, cx: &mut Context) -> bool {
        if node.string().is_none() {
            let (scale, least) = cx.chart.x_axis.unwrap_or_default();
            value.1 = decimals(node.text).max(least);
            return f64::read(&mut value.0, node, cx)
                && is_on(false, node, cx)
                && scale.check_sign(value.0, node.at, cx);
        }
        let mut date = Date::default();
        if !Date::read(&mut date, node, cx) || !is_on(true, node, cx) {
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

/// Whether the axis takes dates, or numbers; notes it if not.
fn is_on(is_date: bool, node: Node<'_>, cx: &mut Context) -> bool {
    let takes_dates = |(scale, _)| scale == AxisScale::Date;
    let is_on = cx.chart.x_axis.is_none_or(|axis| takes_dates(axis) == is_date);
    if !is_on {
        let (wrong, right) = match is_date {
            false => (
                "expected a date, found a number",
                "Write dates such as \"2025-06\" in quotes, or give the axis the scale \"number\".",
            ),
            true => (
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

/// A value on the x axis, and where what begins there ends.
pub(super) type XStretch = (WrittenX, Option<WrittenX>);

/// A place of the x axis in the plot: a value, or from one to another.
pub(in crate::story) struct XPlace;

/// From one value of the x axis to another.
#[derive(Default)]
pub(in crate::story) struct RawXStretch {
    from: WrittenX,
    to: WrittenX,
}

object! {
    /// A stretch of the x axis.
    "AxisStretch" for RawXStretch, |it| {
        /// Where it begins.
        from: XInPlot = it.from,
        /// Where it ends; a date as a whole.
        to: XInPlot = it.to,
    }
    check RawXStretch::settle
}

impl RawXStretch {
    fn settle(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        if let Some(Date::At(moment)) = self.to.2 {
            let (_, last) = cx.chart.x_range.unwrap_or((f64::MIN, f64::MAX));
            self.to.0 = (moment.end(cx.chart.clock) as f64).min(last);
        }
        let is_ordered = self.from.0 < self.to.0;
        if !is_ordered {
            let right = "Write the smaller or earlier end first.";
            fault!(cx, node.at, "this stretch does not end behind its start", "{right}");
        }
        is_ordered
    }
}

impl Shape for XPlace {
    type Value = XStretch;

    fn read(value: &mut XStretch, node: Node<'_>, cx: &mut Context) -> bool {
        if !node.text.starts_with('{') {
            return XInPlot::read(&mut value.0, node, cx);
        }
        let mut stretch = RawXStretch::default();
        let is_whole = RawXStretch::read(&mut stretch, node, cx);
        *value = (stretch.from, Some(stretch.to));
        is_whole
    }
}
