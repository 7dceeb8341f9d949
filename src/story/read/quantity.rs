//! Numbers, spreads, units and dates.

use super::leaf::{PlainText, text};
use super::object::object;
use super::shape::{Shape, expected};
use super::wrapper::{OrDefault, WithDecimals};
use super::{Context, Node};
use crate::story::date::{DateFault, proposal};
use crate::story::fault::{fault, quote, shortened};
use crate::story::limits::LARGEST;
use crate::story::number::plain;
use crate::story::{Date, Number, Unit};

/// No count or place of a story is larger.
pub(in crate::story) const MOST_WHOLE: u32 = 100_000;

object! {
    /// A number on which sources differ.
    "Span" for DisputedNumber, |it| {
        /// The value to show.
        value: WithDecimals<f64> = it.value,
        /// The lowest value a source gives; at most `value`.
        low: Option<WithDecimals<f64>> = it.low,
        /// The highest value a source gives; at least `value`.
        high: Option<WithDecimals<f64>> = it.high,
    }
}

#[derive(Default)]
pub(in crate::story) struct DisputedNumber {
    value: (f64, u8),
    low: Option<(f64, u8)>,
    high: Option<(f64, u8)>,
}

/// A finite number of bearable size.
impl Shape for f64 {
    type Value = Self;

    fn read(value: &mut Self, node: Node<'_>, cx: &mut Context) -> bool {
        let Some(number) = node.number() else {
            expected(node, "a number", "Write digits without quotes, such as 137.2.", cx);
            return false;
        };
        let bearable = number.filter(|number| number.abs() <= LARGEST);
        if bearable.is_none() {
            let number = shortened(node.text);
            let right = "A number may reach from -1e15 to 1e15; choose a larger unit.";
            fault!(cx, node.at, "{number} is too large", "{right}");
        }
        *value = bearable.unwrap_or_default();
        bearable.is_some()
    }
}

/// A whole number from 0.
impl Shape for u32 {
    type Value = Self;

    fn read(value: &mut Self, node: Node<'_>, cx: &mut Context) -> bool {
        let mut number = 0.0;
        if !f64::read(&mut number, node, cx) {
            return false;
        }
        // What is below 0 or too large becomes the nearest there is, and is not the number then.
        *value = number as Self;
        let is_whole = f64::from(*value) == number && *value <= MOST_WHOLE;
        if !is_whole {
            let number = shortened(node.text);
            fault!(
                cx,
                node.at,
                "{number} is not a whole number from 0 to {MOST_WHOLE}",
                "Write one, such as 3."
            );
        }
        is_whole
    }
}

/// A number, or a number with the lowest and highest value that sources give.
impl Shape for Number {
    type Value = Self;

    fn read(number: &mut Self, node: Node<'_>, cx: &mut Context) -> bool {
        let mut written = DisputedNumber::default();
        let is_whole = if node.text.starts_with('{') {
            DisputedNumber::read(&mut written, node, cx)
        } else {
            WithDecimals::<f64>::read(&mut written.value, node, cx)
        };
        let ends = [Some(written.value), written.low, written.high];
        let [value, low, high] = ends.map(|end| end.unwrap_or(written.value).0);
        let decimals = ends.map(|end| end.unwrap_or(written.value).1);
        *number = Self { value, low, high, decimals };
        let is_ordered = low <= value && value <= high;
        if is_whole && !is_ordered {
            let [value, low, high] = [value, low, high].map(plain);
            fault!(
                cx,
                node.at,
                "the value {value} does not lie between its low {low} and its high {high}",
                "Write low at most as large and high at least as large."
            );
        }
        is_whole && is_ordered
    }
}

object! {
    /// What stands before numbers and behind them.
    "Unit" for UnitParts, |it| {
        /// Directly before the number, such as $.
        before: OrDefault<PlainText> = it.unit.before,
        /// Behind the number, such as million.
        after: OrDefault<PlainText> = it.unit.after,
    }
    check UnitParts::say
}

/// A unit that is not only a text.
#[derive(Default)]
pub(in crate::story) struct UnitParts {
    unit: Unit,
}

impl UnitParts {
    fn say(&mut self, node: Node<'_>, cx: &mut Context) -> bool {
        if self.unit.is_empty() {
            let right = "Write \"before\", \"after\" or both, or leave the unit out.";
            fault!(cx, node.at, "this unit says nothing", "{right}");
        }
        !self.unit.is_empty()
    }
}

/// A text that stands behind numbers, or what stands before and behind them.
impl Shape for Unit {
    type Value = Self;

    fn read(unit: &mut Self, node: Node<'_>, cx: &mut Context) -> bool {
        if !node.text.starts_with('{') {
            return PlainText::read(&mut unit.after, node, cx);
        }
        let mut parts = UnitParts::default();
        let is_whole = UnitParts::read(&mut parts, node, cx);
        *unit = parts.unit;
        is_whole
    }
}

impl Shape for Date {
    type Value = Self;

    fn read(value: &mut Self, node: Node<'_>, cx: &mut Context) -> bool {
        let mut words = String::new();
        if !text(&mut words, node, cx) {
            return false;
        }
        match Self::parse(&words) {
            Ok(date) => *value = date,
            Err(fault) => {
                note_date(fault, &words, node.at, cx);
                return false;
            }
        }
        true
    }
}

/// What dates look like.
const DATE_FORMS: &str = "Write 2025, 2025-06, 2025-06-06 or 2025-06-06T20:17Z, 1960s, 2025-Q2, or \
                          -0043 for 44 BCE, two of these as 2024-03/2025-06, one as 2025/ or /2025, \
                          or one behind about, before or after.";

/// What the calendar has.
const CALENDAR: &str = "Write a month from 01 to 12 or a quarter from Q1 to Q4, a day that the month has, a time \
                        from 00:00 to 23:59, an offset of less than 16 hours.";

/// Notes why `words` are no date, and what would be right.
fn note_date(fault: DateFault, words: &str, at: usize, cx: &mut Context) {
    let found = quote(words);
    match fault {
        DateFault::Form => {
            let right = proposal(words);
            let right = right.as_deref().unwrap_or(DATE_FORMS);
            fault!(cx, at, "{found} is not a date", "{right}");
        }
        DateFault::Missing => {
            let right = proposal(words);
            let right = right.as_deref().unwrap_or(CALENDAR);
            fault!(cx, at, "{found} is not in the calendar", "{right}");
        }
        DateFault::Far => fault!(
            cx,
            at,
            "{found} is further away than all there is",
            "Write a year from -13800000000 to +13800000000."
        ),
        DateFault::Order => fault!(
            cx,
            at,
            "the range {found} does not end behind its start",
            "The second date must begin later than the first, and not end before it; a part of a \
             year, month or day stands alone."
        ),
        DateFault::HalfOffset => fault!(
            cx,
            at,
            "only one end of the range {found} has an offset",
            "Write the offset at both ends, or at neither."
        ),
    }
}
