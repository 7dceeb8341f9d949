//! The mark of a disputed value.

use crate::layout::Ink;
use crate::layout::drawing::Drawing;
use crate::layout::scale::Scale;
use crate::story::Number;

/// From the lowest to the highest value the sources give, if they differ.
pub(super) fn whisker(drawing: &mut Drawing, scale: &Scale, number: &Number, y: f64) {
    if !number.is_disputed() {
        return;
    }
    let (low, high) = (scale.at(number.low).round(), scale.at(number.high).round());
    let ink = Ink::Ink.solid();
    drawing.rule_across(low, high.max(low + 1.0), y, ink);
    for x in [low, high] {
        drawing.rule_down(x, y - 4.0, y + 5.0, ink);
    }
}

/// The same, upright at `x`, with ends of so many px to each side at most.
pub(super) fn upright_whisker(
    drawing: &mut Drawing,
    scale: &Scale,
    number: &Number,
    (x, most): (f64, f64),
) {
    let half = most.min(4.0).floor();
    if !number.is_disputed() {
        return;
    }
    let (low, high) = (scale.at(number.low).round(), scale.at(number.high).round());
    let ink = Ink::Ink.solid();
    drawing.rule_down(x, high.min(low - 1.0), low, ink);
    for y in [low, high] {
        drawing.rule_across(x - half, x + half + 1.0, y, ink);
    }
}
