//! Answers in words: the right one, the reader's, and what to say to it.

use super::estimate::known_entries;
use crate::session::{Asked, Guess};
use crate::story::{Choice, Form, Key, Number, Pair, Question, Text, number};
use crate::view::reader::Reader;

/// The right answer in words.
pub(super) fn right_answer(reader: &Reader, question: &Question) -> String {
    match &question.form {
        Form::One { options, answer } => words_at(options, &[*answer]),
        Form::Several { options, answers } => words_at(options, answers),
        Form::TrueFalse { answer } => judged(reader, *answer),
        Form::Order { items } => words_at(items, &(0..items.len()).collect::<Vec<_>>()),
        Form::Estimate { answer, unit, .. } => {
            let value = with_unit(reader, answer.value, unit.as_deref());
            spread(reader, answer).map_or(value.clone(), |spread| format!("{value} ({spread})"))
        }
        Form::Match { pairs } => {
            let pair = |pair: &Pair| named(reader, &pair.left.words(), &pair.right.words());
            pairs.iter().map(pair).collect::<Vec<_>>().join("; ")
        }
        Form::Draw { chart, .. } => drawn(reader, *chart, None),
    }
}

/// The reader's answer in words.
pub(super) fn given_answer(reader: &Reader, question: &Question, guess: &Guess) -> String {
    match (&question.form, guess) {
        (Form::One { options, .. }, Guess::One(option)) => words_at(options, &[*option]),
        (Form::Several { options, .. }, Guess::Several(chosen)) => words_at(options, chosen),
        (Form::TrueFalse { .. }, Guess::TrueFalse(value)) => judged(reader, *value),
        (Form::Order { items }, Guess::Order(order)) => words_at(items, order),
        (Form::Estimate { unit, .. }, Guess::Estimate(value)) => {
            with_unit(reader, *value, unit.as_deref())
        }
        (Form::Match { pairs }, Guess::Match(chosen)) => {
            let pairs = pairs.iter().zip(chosen).map(|(pair, chosen)| {
                let right = chosen.and_then(|right| pairs.get(right));
                let right = right.map_or_else(String::new, |pair| pair.right.words());
                named(reader, &pair.left.words(), &right)
            });
            pairs.collect::<Vec<_>>().join("; ")
        }
        (Form::Draw { chart, .. }, Guess::Draw(values)) => drawn(reader, *chart, Some(values)),
        _ => reader.say(Key::QuizUnanswered),
    }
}

/// The entries of a chart with the values drawn, or with the true ones.
fn drawn(reader: &Reader, chart: usize, values: Option<&[f64]>) -> String {
    let Some(chart) = reader.story().charts.get(chart) else { return String::new() };
    let mut words = Vec::new();
    for (place, (name, truth)) in known_entries(reader, &chart.data).into_iter().enumerate() {
        let drawn = values.and_then(|values| values.get(place).copied());
        let value = drawn.unwrap_or(truth.value);
        words.push(named(reader, &name, &number::format(value, reader.messages())));
    }
    words.join("; ")
}

/// What the author says to those who chose these options.
pub(super) fn remarks<'a>(question: &'a Question, asked: &Asked) -> Vec<&'a Text> {
    let (options, chosen): (&[Choice], &[usize]) = match (&question.form, &asked.guess) {
        (Form::One { options, .. }, Guess::One(option)) => (options, std::slice::from_ref(option)),
        (Form::Several { options, .. }, Guess::Several(chosen)) => (options, chosen),
        _ => return Vec::new(),
    };
    chosen.iter().filter_map(|place| options.get(*place)?.remark.as_ref()).collect()
}

/// A name and what stands to it.
pub(super) fn named(reader: &Reader, label: &str, value: &str) -> String {
    reader.fill(Key::ChartValue, &[("label", label), ("value", value)])
}

/// What the sources give, where they differ.
pub(super) fn spread(reader: &Reader, number: &Number) -> Option<String> {
    let spread = number.spread(reader.messages())?;
    Some(reader.fill(Key::SourcesDiffer, &[("spread", &spread)]))
}

/// A number with its unit.
pub(super) fn with_unit(reader: &Reader, value: f64, unit: Option<&str>) -> String {
    let number = number::format(value, reader.messages());
    match unit {
        Some(unit) => reader.fill(Key::NumberUnit, &[("number", &number), ("unit", unit)]),
        None => number,
    }
}

fn judged(reader: &Reader, value: bool) -> String {
    reader.say(if value { Key::QuizTrue } else { Key::QuizFalse })
}

/// The words of the options at these places.
fn words_at(options: &[Choice], places: &[usize]) -> String {
    let words =
        places.iter().filter_map(|place| options.get(*place)).map(|option| option.text.words());
    words.collect::<Vec<_>>().join("; ")
}
