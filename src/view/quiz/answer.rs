//! Answers in words: the right one, the reader's, and what to say to it.

use super::place::placed_words;
use crate::session::{Asked, Guess};
use crate::story::{Choice, Form, MessageKey, Number, Pair, Question, Text};
use crate::view::context::ViewContext;
use crate::view::event_words::when_words;
use crate::view::guess::known_entries;
use crate::view::tag::{Tag, tag};
use crate::view::value_words::{named, spread, with_unit};

/// The right answer in words.
pub(super) fn right_answer(cx: &ViewContext, question: &Question) -> String {
    match &question.form {
        Form::One { options, answer } => words_at(cx, options, &[*answer]),
        Form::Several { options, answers } => words_at(cx, options, answers),
        Form::TrueFalse { answer } => judged(cx, *answer),
        Form::Order { items } => words_at(cx, items, &(0..items.len()).collect::<Vec<_>>()),
        Form::Estimate { answer, unit, .. } => {
            let value = with_unit(cx, answer, unit);
            spread(cx, answer).map_or(value.clone(), |spread| format!("{value} ({spread})"))
        }
        Form::Match { pairs } => {
            let pair = |pair: &Pair| named(cx, &pair.left.words(), &pair.right.words());
            pairs
                .iter()
                .map(pair)
                .collect::<Vec<_>>()
                .join(cx.messages().text(MessageKey::ListSemicolon))
        }
        Form::Draw { chart, .. } => drawn(cx, *chart, None),
        Form::Type { answer, .. } => answer.words(),
        Form::Place { event, .. } => {
            let event = cx.story().timeline.events.get(*event);
            event.map_or_else(String::new, |event| when_words(cx, event))
        }
    }
}

/// The reader's answer in words.
pub(super) fn given_answer(cx: &ViewContext, question: &Question, guess: &Guess) -> String {
    match (&question.form, guess) {
        (Form::One { options, .. }, Guess::One(option)) => words_at(cx, options, &[*option]),
        (Form::Several { options, .. }, Guess::Several(chosen)) => words_at(cx, options, chosen),
        (Form::TrueFalse { .. }, Guess::TrueFalse(value)) => judged(cx, *value),
        (Form::Order { items }, Guess::Order(order)) => words_at(cx, items, order),
        (Form::Estimate { unit, .. }, Guess::Estimate(value)) => {
            with_unit(cx, &Number::exact(*value), unit)
        }
        (Form::Match { pairs }, Guess::Match(chosen)) => {
            let pairs = pairs.iter().zip(chosen).map(|(pair, chosen)| {
                let right = chosen.and_then(|right| pairs.get(right));
                let right = right.map_or_else(String::new, |pair| pair.right.words());
                named(cx, &pair.left.words(), &right)
            });
            pairs.collect::<Vec<_>>().join(cx.messages().text(MessageKey::ListSemicolon))
        }
        (Form::Draw { chart, .. }, Guess::Draw(values)) => drawn(cx, *chart, Some(values)),
        (Form::Type { .. }, Guess::Type(text)) => text.clone(),
        (form @ Form::Place { .. }, Guess::Place(step)) => placed_words(cx, form, *step),
        _ => cx.say(MessageKey::QuizUnanswered),
    }
}

/// The entries of a chart with the values drawn, or with the true ones.
fn drawn(cx: &ViewContext, chart: usize, values: Option<&[f64]>) -> String {
    let Some(chart) = cx.story().charts.get(chart) else { return String::new() };
    let mut words = Vec::new();
    for (place, (name, truth)) in known_entries(cx, &chart.data).into_iter().enumerate() {
        let drawn = values.and_then(|values| values.get(place).copied());
        let value = drawn.map_or(truth, Number::exact);
        words.push(named(cx, &name, &with_unit(cx, &value, &chart.unit)));
    }
    words.join(cx.messages().text(MessageKey::ListSemicolon))
}

/// The options a reader chose of which the author says something, each with that.
pub(super) fn remarks<'a>(question: &'a Question, asked: &Asked) -> Vec<(&'a Choice, &'a Text)> {
    let (options, chosen): (&[Choice], &[usize]) = match (&question.form, &asked.guess) {
        (Form::One { options, .. }, Guess::One(option)) => (options, std::slice::from_ref(option)),
        (Form::Several { options, .. }, Guess::Several(chosen)) => (options, chosen),
        _ => return Vec::new(),
    };
    let chosen = chosen.iter().filter_map(|place| options.get(*place));
    chosen.filter_map(|option| Some((option, option.remark.as_ref()?))).collect()
}

/// An answer under its name, for a list of answers.
pub(super) fn answer_entry(cx: &ViewContext, name: MessageKey, words: String) -> Tag {
    tag("div").tag(tag("dt").words(cx.say(name))).tag(tag("dd").words(words))
}

fn judged(cx: &ViewContext, value: bool) -> String {
    cx.say(if value { MessageKey::QuizTrue } else { MessageKey::QuizFalse })
}

/// The words of the options at these places.
fn words_at(cx: &ViewContext, options: &[Choice], places: &[usize]) -> String {
    let words =
        places.iter().filter_map(|place| options.get(*place)).map(|option| option.text.words());
    words.collect::<Vec<_>>().join(cx.messages().text(MessageKey::ListSemicolon))
}
