//! What only some kinds of chart have.

use super::enumeration::Enumeration;
use super::leaf::PlainText;
use super::object::object;
use super::shape::Shape;
use super::wrapper::OrDefault;
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::{ChartKind, Curve, Orientation, PointSize, SeriesMark, Stack, Unit};

/// A value that only charts of some kinds have.
pub(in crate::story) struct OfKind<S>(S);

/// Which kinds of chart have a value.
pub(in crate::story) trait Kinds {
    /// The kinds.
    const KINDS: &'static [ChartKind];
}

impl<S: Shape + Kinds> Shape for OfKind<S> {
    type Value = S::Value;

    fn read(value: &mut S::Value, node: Node<'_>, cx: &mut Context) -> bool {
        cx.is_of_kind(S::KINDS, node) && S::read(value, node, cx)
    }
}

impl Context {
    /// Whether the chart is of one of some kinds; notes it if not.
    pub(super) fn is_of_kind(&mut self, kinds: &[ChartKind], node: Node<'_>) -> bool {
        let is_of_kind = kinds.contains(&self.chart.kind);
        if !is_of_kind {
            let words: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
            let words = words.join("\" or \"");
            let right = "Leave this key out, or give the chart another kind.";
            fault!(self, node.at, "only charts of the kind \"{words}\" have this key", "{right}");
        }
        is_of_kind
    }
}

impl Kinds for Orientation {
    const KINDS: &'static [ChartKind] = &[ChartKind::Bars, ChartKind::Stacked];
}

impl Kinds for SeriesMark {
    const KINDS: &'static [ChartKind] = &[ChartKind::Bars];
}

impl Kinds for Curve {
    const KINDS: &'static [ChartKind] = &[ChartKind::Lines, ChartKind::Areas];
}

impl Kinds for PointSize {
    const KINDS: &'static [ChartKind] = &[ChartKind::Scatter];
}

object! {
    /// What the size of a point counts.
    "PointSize" for PointSize, |it| {
        /// Its name, such as `Inhabitants`.
        label: PlainText = it.label,
        /// Its unit.
        unit: OrDefault<Unit> = it.unit,
    }
}

/// The axis of shares, and what to do with what lies beyond it.
pub(super) const SHARES: ((f64, f64), &str) =
    ((0.0, 100.0), "Leave it out: shares go from 0 to 100 %.");

/// What the parts of a stack are.
pub(in crate::story) struct StackParts;

impl Kinds for StackParts {
    const KINDS: &'static [ChartKind] = &[ChartKind::Stacked, ChartKind::Areas];
}

impl Shape for StackParts {
    type Value = Stack;

    fn read(value: &mut Stack, node: Node<'_>, cx: &mut Context) -> bool {
        let is_whole = Stack::read(value, node, cx);
        cx.chart.stack = *value;
        if *value == Stack::Percent {
            for (end, at) in cx.chart.marked {
                cx.check_within(at, end, SHARES);
            }
            if cx.chart.domain.is_some() {
                let right = "Leave the domain out.";
                fault!(cx, node.at, "an axis of shares goes from 0 to 100 %", "{right}");
            }
        }
        is_whole
    }
}

/// Parts of a whole around a circle.
pub(in crate::story) struct Donut;

impl Kinds for Donut {
    const KINDS: &'static [ChartKind] = &[ChartKind::Shares];
}

impl Shape for Donut {
    type Value = bool;

    fn read(value: &mut bool, node: Node<'_>, cx: &mut Context) -> bool {
        bool::read(value, node, cx)
    }
}

/// An axis of its own for a series, which none has.
pub(in crate::story) struct OwnAxis;

impl Shape for OwnAxis {
    type Value = ();

    fn read(_: &mut (), node: Node<'_>, cx: &mut Context) -> bool {
        fault!(
            cx,
            node.at,
            "a chart has one axis of values",
            "On two, where lines cross is the author's choice and not a finding; make a second \
             chart, or bring both to one measure, such as percent of the first year."
        );
        false
    }
}
