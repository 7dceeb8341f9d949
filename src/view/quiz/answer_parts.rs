//! What an answer was worth and by how much it missed, in words and on a scale.

use super::answer::{answer_entry, given_answer, right_answer};
use crate::layout::slider_range;
use crate::session::{Asked, Disclosure, Guess, tally};
use crate::story::{Chart, Form, MessageKey, Pair, Question, number};
use crate::view::context::ViewContext;
use crate::view::disclosure::late_disclosure;
use crate::view::guess::{known_entries, miss, off_words};
use crate::view::prose::prose;
use crate::view::table::drawn_table;
use crate::view::tag::{classed, nodes, nothing, tag, words};
use yew::prelude::*;

/// What a verdict says of the parts of an answer that is not all right or wrong.
pub(super) fn answer_parts(cx: &ViewContext, question: &Question, asked: &Asked) -> Html {
    // What was set when the time was up, or of an order that was left as it stood, is no answer.
    if !asked.is_given() {
        return nothing();
    }
    match &question.form {
        Form::Estimate { .. } | Form::Place { .. } => {
            let given = given_answer(cx, question, &asked.guess);
            let right = right_answer(cx, question);
            classed("dl", "sc-answers-given")
                .tag(answer_entry(cx, MessageKey::QuizYourAnswer, given))
                .tag(answer_entry(cx, MessageKey::QuizRightAnswer, right))
                .done()
        }
        Form::Draw { chart, .. } => match (cx.story().charts.get(*chart), &asked.guess) {
            (Some(chart), Guess::Draw(values)) => {
                let name = words(cx.say(MessageKey::ChartTable));
                let what = Disclosure::Drawn(asked.question);
                let table =
                    late_disclosure(cx, what, "sc-table", name, &|| drawn_table(cx, chart, values));
                nodes(vec![drawn_off(cx, chart, values), table])
            }
            _ => nothing(),
        },
        _ => counted(cx, question, asked),
    }
}

/// How far a drawn guess is off, on average, at best and at worst.
fn drawn_off(cx: &ViewContext, chart: &Chart, values: &[f64]) -> Html {
    let entries = known_entries(cx, &chart.data);
    let (mut mean, mut best, mut worst) = (0.0, (0, f64::INFINITY), (0, 0.0));
    for (place, ((_, truth), value)) in entries.iter().zip(values).enumerate() {
        let off = miss(truth, *value).abs();
        mean += off / entries.len() as f64;
        if off < best.1 {
            best = (place, off);
        }
        if off >= worst.1 {
            worst = (place, off);
        }
    }
    let mean = number::worked_out(mean, slider_range(chart).step, cx.messages());
    let mean = chart.unit.beside(&mean, cx.messages());
    let entry = |key, place: usize| {
        let (name, truth) = &entries[place];
        answer_entry(cx, key, off_words(cx, name, truth, values[place]))
    };
    classed("dl", "sc-answers-given")
        .tag(answer_entry(cx, MessageKey::QuizOff, mean))
        .tag(entry(MessageKey::QuizClosest, best.0))
        .tag(entry(MessageKey::QuizFurthest, worst.0))
        .done()
}

/// How many parts of an answer are right, where some are not.
fn counted(cx: &ViewContext, question: &Question, asked: &Asked) -> Html {
    let tally = tally(&question.form, &asked.guess);
    let Some(tally) = tally.filter(|tally| tally.right < tally.total || tally.wrong > 0) else {
        return nothing();
    };
    let key = match question.form {
        Form::Order { .. } => MessageKey::QuizPartOrder,
        Form::Match { .. } => MessageKey::QuizPartMatch,
        _ => MessageKey::QuizPartSeveral,
    };
    let [n, wrong, total] = [tally.right, tally.wrong, tally.total].map(|it| it.to_string());
    let words = cx.fill(key, &[("n", &n), ("total", &total), ("wrong", &wrong)]);
    nodes(vec![tag("p").words(words).done(), right_parts(&question.form)])
}

/// The right order, or the right pairs, part by part.
fn right_parts(form: &Form) -> Html {
    match form {
        Form::Order { items } => {
            let item = |nth: usize| tag("li").child(prose(&items[nth].text)).done();
            classed("ol", "sc-ranks").each(items.len(), &item).done()
        }
        Form::Match { pairs } => {
            let pair = |nth: usize| {
                let Pair { left, right, .. } = &pairs[nth];
                let pair = tag("div").tag(tag("dt").child(prose(left)));
                pair.tag(tag("dd").child(prose(right))).done()
            };
            classed("dl", "sc-answers-given").each(pairs.len(), &pair).done()
        }
        _ => nothing(),
    }
}
