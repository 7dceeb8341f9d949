//! The value axis of a chart: its ends, and the values that must lie between them.

use super::list::List;
use super::shape::Shape;
use super::{Context, Node};
use crate::story::ChartKind;
use crate::story::fault::fault;
use crate::story::number::plain;

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
        let is_bars = matches!(cx.chart.kind, ChartKind::Bars | ChartKind::Stacked);
        if is_bars && !(low <= 0.0 && 0.0 <= high) {
            fault!(
                cx,
                node.at,
                "bars start at 0, which this domain leaves out",
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

/// A number on the value axis of a chart.
pub(in crate::story) struct AxisValue;

impl Shape for AxisValue {
    type Value = f64;

    fn read(value: &mut f64, node: Node<'_>, cx: &mut Context) -> bool {
        let is_whole = f64::read(value, node, cx);
        if is_whole {
            cx.check_in_domain(node.at, *value);
        }
        is_whole
    }
}

impl Context {
    /// Notes a value that a fixed domain would leave out.
    pub(super) fn check_in_domain(&mut self, at: usize, value: f64) {
        if let Some((low, high)) = self.chart.domain
            && !(low <= value && value <= high)
        {
            let [value, low, high] = [value, low, high].map(plain);
            fault!(
                self,
                at,
                "{value} lies outside the chart's domain, {low} to {high}",
                "Widen the domain, or leave it out."
            );
        }
    }
}
