//! What every axis of a chart says: how values lie along it, how its numbers are written.

use super::list::List;
use super::object::object;
use super::shape::Shape;
use super::wrapper::OrDefault;
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::{Axis, AxisScale, Notation, Unit};

/// Nobody reads more digits behind a point.
pub(in crate::story) const MOST_DECIMALS: u32 = 9;

/// More ticks than this no drawing has room for.
pub(in crate::story) const MOST_TICKS: usize = 20;

object! {
    /// An axis.
    "Axis" for Axis, |it| {
        /// `log` is for values above 0, `symlog` goes through 0; `date` is for `x`.
        scale: OrDefault<AxisScale> = it.scale,
        /// What is marked.
        ticks: OrDefault<List<f64, 0, MOST_TICKS>> = it.ticks,
        /// Shown at least.
        decimals: OrDefault<Decimals> = it.decimals,
        /// `compact` draws 1500000 as 1.5 mn.
        notation: OrDefault<Notation> = it.notation,
        /// Beside the numbers along it.
        unit: OrDefault<Unit> = it.unit,
        /// Of lines and points: down, or from the right.
        reverse: OrDefault<bool> = it.is_reversed,
    }
    check Axis::settle
}

/// A number of decimals.
pub(in crate::story) struct Decimals;

impl Shape for Decimals {
    type Value = u8;

    fn read(value: &mut u8, node: Node<'_>, cx: &mut Context) -> bool {
        let mut count = 0;
        if !u32::read(&mut count, node, cx) {
            return false;
        }
        *value = count.min(MOST_DECIMALS) as u8;
        if count > MOST_DECIMALS {
            fault!(
                cx,
                node.at,
                "{count} decimals are more than a reader reads",
                "Write at most {MOST_DECIMALS}."
            );
        }
        count <= MOST_DECIMALS
    }
}

impl Axis {
    /// Settles what its keys mean together.
    fn settle(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        self.ticks.sort_by(f64::total_cmp);
        self.ticks.dedup();
        let plain =
            Self { scale: AxisScale::Date, is_reversed: self.is_reversed, ..Self::default() };
        let is_plain = self.scale != AxisScale::Date || *self == plain;
        if !is_plain {
            fault!(
                cx,
                node.at,
                "dates are not written as numbers are",
                "Leave out ticks, decimals, notation and unit; the card finds round dates."
            );
        }
        is_plain && self.ticks.iter().all(|tick| self.scale.check_sign(*tick, node.at, cx))
    }
}

impl AxisScale {
    /// Whether a value has a place on such an axis; notes it if not.
    pub(super) fn check_sign(self, value: f64, at: usize, cx: &mut Context) -> bool {
        let is_on = self != Self::Log || value > 0.0;
        if !is_on {
            let value = crate::story::number::plain(value);
            fault!(
                cx,
                at,
                "{value} has no place on a logarithmic axis, which never reaches 0",
                "Give the axis the scale \"symlog\", which goes through 0 and below."
            );
        }
        is_on
    }
}
