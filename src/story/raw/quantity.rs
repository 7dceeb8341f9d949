//! Numbers, spreads, dates and places on an axis.

use super::fields::{expected, keys};
use super::leaf::{text, text_at};
use super::{List, Node, Read};
use crate::story::date::DateFault;
use crate::story::fault::{Faults, cut, quote};
use crate::story::{Date, Number};

/// Beyond this a double no longer tells one whole from the next.
pub(in crate::story) const LARGEST: f64 = 1e15;

/// No count or place of a story is larger.
pub(in crate::story) const MOST_WHOLE: f64 = 100_000.0;

/// A finite number of bearable size.
#[derive(Clone, Copy, Debug)]
pub(in crate::story) struct Num {
    pub(in crate::story) at: usize,
    pub(in crate::story) value: f64,
}

/// A whole number from 0.
#[derive(Clone, Copy, Debug)]
pub(in crate::story) struct Whole {
    pub(in crate::story) at: usize,
    pub(in crate::story) value: u32,
}

/// A number, or a number with the lowest and highest value that sources give.
#[derive(Clone, Copy, Debug)]
pub(in crate::story) struct Spread {
    pub(in crate::story) at: usize,
    pub(in crate::story) number: Number,
}

/// A date.
#[derive(Clone, Copy, Debug)]
pub(in crate::story) struct Day {
    pub(in crate::story) at: usize,
    pub(in crate::story) date: Date,
}

/// A place on the x axis.
#[derive(Clone, Copy, Debug)]
pub(in crate::story) enum XValue {
    Number(Num),
    Date(Day),
}

impl XValue {
    /// Where it stands in the text.
    pub(in crate::story) fn at(self) -> usize {
        match self {
            Self::Number(number) => number.at,
            Self::Date(day) => day.at,
        }
    }
}

/// Both ends of an axis.
#[derive(Clone, Copy, Debug)]
pub(in crate::story) struct Domain {
    pub(in crate::story) at: usize,
    pub(in crate::story) ends: (f64, f64),
}

keys! {
    /// A number on which sources differ.
    struct Span {
        /// The value to show.
        value: Num,
        /// The lowest value a source gives; at most `value`.
        low: Option<Num>,
        /// The highest value a source gives; at least `value`.
        high: Option<Num>,
    }
}

impl Read for Num {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let Some(value) = node.number() else {
            expected(node, "a number", "Write digits without quotes, such as 137.2.", faults);
            return None;
        };
        match value.filter(|value| value.abs() <= LARGEST) {
            Some(value) => Some(Self { at: node.at, value }),
            None => {
                let right = "A number may reach from -1e15 to 1e15; choose a larger unit.";
                faults.push(node.at, format!("{} is too large", cut(node.text)), right);
                None
            }
        }
    }
}

impl Read for Whole {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let value = Num::read(node, faults)?.value;
        if value.fract() != 0.0 || !(0.0..=MOST_WHOLE).contains(&value) {
            let wrong = format!("{} is not a whole number from 0 to {MOST_WHOLE}", cut(node.text));
            faults.push(node.at, wrong, "Write one, such as 3.");
            return None;
        }
        // In range, so nothing is cut off.
        Some(Self { at: node.at, value: value as u32 })
    }
}

impl Read for Spread {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        if !node.text.starts_with('{') {
            let number = Number::exact(Num::read(node, faults)?.value);
            return Some(Self { at: node.at, number });
        }
        let Span { value, low, high } = super::fields::read_object(node, faults)?;
        let (low, high) = (low.unwrap_or(value), high.unwrap_or(value));
        let is_ordered = low.value <= value.value && value.value <= high.value;
        if !is_ordered {
            let wrong = format!(
                "the value {} does not lie between its low {} and its high {}",
                value.value, low.value, high.value
            );
            faults.push(node.at, wrong, "Write low at most as large and high at least as large.");
            return None;
        }
        let number = Number { value: value.value, low: low.value, high: high.value };
        Some(Self { at: node.at, number })
    }
}

impl Read for Day {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let words = text(node, faults)?;
        let fault = match Date::parse(&words) {
            Ok(date) => return Some(Self { at: node.at, date }),
            Err(fault) => fault,
        };
        let words = quote(&words);
        let (wrong, right) = match fault {
            DateFault::Form => (
                format!("{words} is not a date"),
                "Write 2025, 2025-06 or 2025-06-06, two of these as 2024-03/2025-06, \
                 or one behind about, before or after.",
            ),
            DateFault::Missing => (
                format!("{words} is not in the calendar"),
                "Write a month from 01 to 12 and a day that the month has.",
            ),
            DateFault::Order => (
                format!("the range {words} does not end behind its start"),
                "Write the earlier date first.",
            ),
        };
        faults.push(node.at, wrong, right);
        None
    }
}

impl Read for XValue {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        if text_at(node).is_some() {
            Day::read(node, faults).map(Self::Date)
        } else {
            Num::read(node, faults).map(Self::Number)
        }
    }
}

impl Read for Domain {
    fn read(node: Node<'_>, faults: &mut Faults) -> Option<Self> {
        let ends: List<Num> = List::read(node, faults)?;
        match ends.entries.as_slice() {
            [low, high] if low.value < high.value => {
                Some(Self { at: node.at, ends: (low.value, high.value) })
            }
            _ => {
                let wrong = "a domain is two numbers, the smaller first";
                faults.push(node.at, wrong, "Write them as [0, 150].");
                None
            }
        }
    }
}
