//! The value axis of a chart: its ends, and the values that must lie between them.

use super::list::List;
use super::shape::Shape;
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::number::plain;
use crate::story::{Axis, AxisScale, ChartKind};

/// Both ends of an axis.
pub(in crate::story) struct Domain;

impl Shape for Domain {
    type Value = (f64, f64);

    fn read(value: &mut (f64, f64), node: Node<'_>, cx: &mut Context) -> bool {
        let mut ends = Vec::new();
        if !List::<f64>::read(&mut ends, node, cx) {
            return false;
        }
        let [low, high] = ends[..] else { return note_domain(node, cx) };
        if low >= high {
            return note_domain(node, cx);
        }
        *value = (low, high);
        cx.chart.domain = Some(*value);
        if !cx.chart.kind.has_axis() {
            fault!(cx, node.at, "a chart of this kind has no axis", "Leave the domain out.");
        }
        if cx.chart.kind.is_filled() && !(low <= 0.0 && 0.0 <= high) {
            fault!(
                cx,
                node.at,
                "bars and areas start at 0, which this domain leaves out",
                "Let the domain include 0: the length of a bar is its value."
            );
        }
        true
    }
}

fn note_domain(node: Node<'_>, cx: &mut Context) -> bool {
    let right = "Write them as [0, 150].";
    fault!(cx, node.at, "a domain is two numbers, the smaller first", "{right}");
    false
}

/// The axis of the values.
pub(in crate::story) struct ValueAxis;

impl Shape for ValueAxis {
    type Value = Axis;

    fn read(value: &mut Axis, node: Node<'_>, cx: &mut Context) -> bool {
        if !Axis::read(value, node, cx) || !suits(value, node.at, cx) {
            return false;
        }
        cx.chart.axis = (value.scale, value.decimals);
        let ends = cx.chart.domain.map(|(low, high)| [low, high]).into_iter().flatten();
        ends.chain(value.ticks.clone()).all(|value| cx.check_on_axis(node.at, value))
    }
}

/// Whether the values of a chart of this kind can lie on an axis; notes it if not.
fn suits(axis: &Axis, at: usize, cx: &mut Context) -> bool {
    let kind = cx.chart.kind;
    let has_log = matches!(kind, ChartKind::Ranges | ChartKind::Lines | ChartKind::Scatter);
    let has_ticks = has_log || kind == ChartKind::Areas;
    let is_marked = !axis.ticks.is_empty() || !axis.unit.is_empty();
    let runs_down = matches!(kind, ChartKind::Lines | ChartKind::Scatter);
    let (wrong, right) = if axis.scale == AxisScale::Date {
        ("the values of this chart are numbers", "Only an x axis has dates.")
    } else if !has_log && axis.scale.is_log() {
        (
            "lengths and areas are values, which a logarithmic axis would not show",
            "Make it a chart of ranges, lines or points.",
        )
    } else if !has_ticks && is_marked {
        (
            "figures stand beside what is drawn here, and not along an axis",
            "Leave out \"ticks\" and \"unit\" of the axis; the chart has a unit.",
        )
    } else if !runs_down && axis.is_reversed {
        ("only lines and points have an axis that can run down", "Leave \"reverse\" out.")
    } else {
        return true;
    };
    fault!(cx, at, "{wrong}", "{right}");
    false
}

/// A number on the value axis of a chart.
pub(in crate::story) struct AxisValue;

impl Shape for AxisValue {
    type Value = f64;

    fn read(value: &mut f64, node: Node<'_>, cx: &mut Context) -> bool {
        let is_whole = f64::read(value, node, cx);
        if is_whole {
            cx.check_on_axis(node.at, *value);
        }
        is_whole
    }
}

impl Context {
    /// Whether a value lies on the value axis; notes one that has no place there or that a fixed
    /// domain would leave out.
    pub(super) fn check_on_axis(&mut self, at: usize, value: f64) -> bool {
        let (scale, _) = self.chart.axis;
        let ends = self.chart.domain.unwrap_or((f64::MIN, f64::MAX));
        scale.check_sign(value, at, self)
            && self.check_within(at, value, (ends, "Widen the domain, or leave it out."))
    }

    /// Whether a value lies between the ends of an axis; notes it, and what is right, if not.
    pub(super) fn check_within(
        &mut self,
        at: usize,
        value: f64,
        ((low, high), right): ((f64, f64), &str),
    ) -> bool {
        let is_within = low <= value && value <= high;
        if !is_within {
            let [value, low, high] = [value, low, high].map(plain);
            fault!(self, at, "{value} lies outside the chart's domain, {low} to {high}", "{right}");
        }
        is_within
    }
}
