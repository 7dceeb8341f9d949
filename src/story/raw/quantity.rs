//! Numbers, spreads, dates and places on an axis.

use super::fields::{expected, keys, read_object};
use super::leaf::{text, text_at};
use super::{List, Node, Read};
use crate::story::date::DateFault;
use crate::story::fault::{Faults, cut, quote};
use crate::story::{Date, Moment, Number};

/// Beyond this a double no longer tells one whole from the next.
pub(in crate::story) const LARGEST: f64 = 1e15;

/// No count or place of a story is larger.
pub(in crate::story) const MOST_WHOLE: f64 = 100_000.0;

/// A finite number of bearable size.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::story) struct Num {
    pub(in crate::story) at: usize,
    pub(in crate::story) value: f64,
}

/// A whole number from 0.
#[derive(Clone, Copy, Debug, Default)]
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
#[derive(Clone, Copy, Debug, Default)]
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

impl Default for Spread {
    fn default() -> Self {
        Self { at: 0, number: Number::exact(0.0) }
    }
}

impl Default for Day {
    fn default() -> Self {
        Self { at: 0, date: Date::At(Moment::EPOCH) }
    }
}

impl Default for XValue {
    fn default() -> Self {
        Self::Number(Num::default())
    }
}

impl Read for Num {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        let Some(value) = node.number() else {
            expected(node, "a number", "Write digits without quotes, such as 137.2.", faults);
            return false;
        };
        let bearable = value.filter(|value| value.abs() <= LARGEST);
        if bearable.is_none() {
            let right = "A number may reach from -1e15 to 1e15; choose a larger unit.";
            faults.push(node.at, format!("{} is too large", cut(node.text)), right);
        }
        self.value = bearable.unwrap_or_default();
        bearable.is_some()
    }
}

impl Read for Whole {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        let mut number = Num::default();
        if !number.read(node, faults) {
            return false;
        }
        let value = number.value;
        if value.fract() != 0.0 || !(0.0..=MOST_WHOLE).contains(&value) {
            let wrong = format!("{} is not a whole number from 0 to {MOST_WHOLE}", cut(node.text));
            faults.push(node.at, wrong, "Write one, such as 3.");
            return false;
        }
        // In range, so nothing is cut off.
        *self = Self { at: node.at, value: value as u32 };
        true
    }
}

impl Read for Spread {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        let mut span = Span::default();
        let is_whole = if node.text.starts_with('{') {
            read_object(&mut span, node, faults)
        } else {
            span.value.read(node, faults)
        };
        let value = span.value.value;
        let low = span.low.map_or(value, |low| low.value);
        let high = span.high.map_or(value, |high| high.value);
        self.number = Number { value, low, high };
        let is_ordered = low <= value && value <= high;
        if is_whole && !is_ordered {
            let wrong =
                format!("the value {value} does not lie between its low {low} and its high {high}");
            faults.push(node.at, wrong, "Write low at most as large and high at least as large.");
        }
        is_whole && is_ordered
    }
}

impl Read for Day {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        let mut words = String::new();
        if !text(&mut words, node, faults) {
            return false;
        }
        match Date::parse(&words) {
            Ok(date) => {
                self.date = date;
                true
            }
            Err(fault) => {
                let (wrong, right) = date_fault(fault, &quote(&words));
                faults.push(node.at, wrong, right);
                false
            }
        }
    }
}

/// Why `words` are no date, and what would be right.
fn date_fault(fault: DateFault, words: &str) -> (String, &'static str) {
    match fault {
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
    }
}

impl Read for XValue {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        if text_at(node).is_some() {
            *self = Self::Date(Day::default());
        }
        match self {
            Self::Number(number) => number.read(node, faults),
            Self::Date(day) => day.read(node, faults),
        }
    }
}

impl Read for Domain {
    fn read(&mut self, node: Node<'_>, faults: &mut Faults) -> bool {
        self.at = node.at;
        let mut ends: List<Num> = List::default();
        if !ends.read(node, faults) {
            return false;
        }
        match ends.entries.as_slice() {
            [low, high] if low.value < high.value => {
                self.ends = (low.value, high.value);
                true
            }
            _ => {
                let wrong = "a domain is two numbers, the smaller first";
                faults.push(node.at, wrong, "Write them as [0, 150].");
                false
            }
        }
    }
}
