//! The mark of a disputed value.

use crate::layout::Ink;
use crate::layout::drawing::Drawing;
use crate::layout::scale::Scale;
use crate::story::Number;

/// Half of the rule at either end, in px, where there is room.
pub(super) const HALF: f64 = 4.0;

/// From the lowest to the highest value the sources give, if they differ: at so many px of the other
/// axis, with ends of so many px to each side at most.
pub(super) fn whisker(
    drawing: &mut Drawing,
    scale: &Scale,
    number: &Number,
    (at, most): (f64, f64),
    is_upright: bool,
) {
    if !number.is_disputed() {
        return;
    }
    let half = most.min(HALF).floor();
    let (low, high) = (scale.at(number.low).round(), scale.at(number.high).round());
    let mut rule = |from: f64, to: f64, at: f64, is_down: bool| match is_down {
        true => drawing.rule_down(at, from, to, Ink::Ink.solid()),
        false => drawing.rule_across(from, to, at, Ink::Ink.solid()),
    };
    match is_upright {
        true => rule(high.min(low - 1.0), low, at, true),
        false => rule(low, high.max(low + 1.0), at, false),
    }
    for end in [low, high] {
        rule(at - half, at + half + 1.0, end, !is_upright);
    }
}
