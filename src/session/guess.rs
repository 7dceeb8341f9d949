//! Answers: what a reader has set, whether it fits its question, and how parts of it change.

use super::shuffle::is_permutation;
use crate::story::{Form, Placing, Question, Story};

/// An answer, in the terms of the question's form. All numbers are places in the question's own lists.
#[derive(Clone, Debug, PartialEq)]
pub enum Guess {
    /// Nothing yet.
    None,
    /// One option.
    One(usize),
    /// Several options, ascending.
    Several(Vec<usize>),
    /// A judgement.
    TrueFalse(bool),
    /// Entries in the order the reader gave them.
    Order(Vec<usize>),
    /// A number.
    Estimate(f64),
    /// For each left side the right side chosen.
    Match(Vec<Option<usize>>),
    /// A value for each row of the chart.
    Draw(Vec<f64>),
    /// A text, as it was typed.
    Type(String),
    /// A step of the scale of [`Placing`](crate::story::Placing).
    Place(i64),
}

/// A change of a part of an answer. It names the part only, so that two changes between two
/// renders do not undo each other. All numbers are places in the question's own lists.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// An option is chosen or no longer chosen.
    Toggle(usize),
    /// An entry goes to a place of the reader's order; those between make room.
    Place(usize, usize),
    /// A left side is matched with a right side, or with none.
    Pair(usize, Option<usize>),
    /// A value of a drawn guess is set.
    Value {
        /// Which.
        place: usize,
        /// To what.
        value: f64,
        /// What those have that were never set.
        rest: f64,
    },
}

impl Guess {
    /// Whether this is an answer in the terms of `question`, every place in range.
    pub fn fits(&self, story: &Story, question: &Question) -> bool {
        match (&question.form, self) {
            (_, Self::None)
            | (Form::TrueFalse { .. }, Self::TrueFalse(_))
            | (Form::Type { .. }, Self::Type(_)) => true,
            (Form::One { options, .. }, Self::One(option)) => *option < options.len(),
            (Form::Several { options, .. }, Self::Several(chosen)) => {
                chosen.is_sorted_by(|one, next| one < next)
                    && chosen.last().is_none_or(|last| *last < options.len())
            }
            (Form::Order { items }, Self::Order(order)) => {
                order.len() == items.len() && is_permutation(order)
            }
            (Form::Estimate { min, max, .. }, Self::Estimate(value)) => {
                (*min..=*max).contains(value)
            }
            (Form::Match { pairs }, Self::Match(chosen)) => {
                chosen.len() == pairs.len()
                    && chosen.iter().flatten().all(|right| *right < pairs.len())
            }
            (Form::Draw { chart, .. }, Self::Draw(values)) => {
                known_len(story, *chart) == Some(values.len())
                    && values.iter().all(|value| value.is_finite())
            }
            (form @ Form::Place { .. }, Self::Place(step)) => {
                let ends = Placing::of(story, form).map(|placing| placing.ends());
                ends.is_some_and(|(first, last)| (first..=last).contains(step))
            }
            _ => false,
        }
    }
}

/// How many values there are to draw.
fn known_len(story: &Story, chart: usize) -> Option<usize> {
    Some(story.charts.get(chart)?.data.known().len())
}

/// The answer after a change; none if the form has no such part.
pub(super) fn changed(story: &Story, form: &Form, guess: &Guess, change: Change) -> Option<Guess> {
    Some(match (form, change, guess.clone()) {
        (Form::Several { .. }, Change::Toggle(option), Guess::Several(chosen)) => {
            toggled(chosen, option)
        }
        (Form::Several { .. }, Change::Toggle(option), _) => Guess::Several(vec![option]),
        (Form::Order { .. }, Change::Place(entry, place), Guess::Order(mut order)) => {
            let from = order.iter().position(|known| *known == entry)?;
            if place >= order.len() {
                return None;
            }
            order.remove(from);
            order.insert(place, entry);
            Guess::Order(order)
        }
        (Form::Match { pairs }, Change::Pair(left, right), guess) => {
            let mut chosen = match guess {
                Guess::Match(chosen) => chosen,
                _ => vec![None; pairs.len()],
            };
            *chosen.get_mut(left)? = right;
            Guess::Match(chosen)
        }
        (Form::Draw { chart, .. }, Change::Value { place, value, rest }, guess) => {
            let mut values = match guess {
                Guess::Draw(values) => values,
                _ => vec![rest; known_len(story, *chart)?],
            };
            *values.get_mut(place)? = value;
            Guess::Draw(values)
        }
        _ => return None,
    })
}

/// The chosen options with one put in or taken out, ascending.
fn toggled(mut chosen: Vec<usize>, option: usize) -> Guess {
    match chosen.binary_search(&option) {
        Ok(place) => drop(chosen.remove(place)),
        Err(place) => chosen.insert(place, option),
    }
    Guess::Several(chosen)
}
