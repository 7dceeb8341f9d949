//! What an answer was worth and by how much it missed, in words and on a scale.

use super::answer::{given_answer, right_answer};
use super::estimate::drawn_words;
use super::result::entry;
use crate::session::{Asked, tally};
use crate::story::{Form, Key, Question};
use crate::view::drawing::{Subject, drawing};
use crate::view::reader::Reader;
use crate::view::tag::{classed, nodes, nothing, tag};
use yew::prelude::*;

/// What a verdict says of the parts of an answer that is not all right or wrong.
pub(super) fn parts(reader: &Reader, question: &Question, asked: &Asked) -> Html {
    match &question.form {
        Form::Estimate { .. } => {
            let given = given_answer(reader, question, &asked.guess);
            let right = right_answer(reader, question);
            let words = classed("dl", "sc-answers-given")
                .tag(entry(reader, Key::QuizYourAnswer, given))
                .tag(entry(reader, Key::QuizRightAnswer, right));
            nodes(vec![words.done(), drawing(reader, Subject::Guess(asked.question))])
        }
        Form::Draw { chart, .. } => {
            let Some(chart) = reader.story().charts.get(*chart) else { return nothing() };
            let list = classed("ul", "sc-choices");
            let count = chart.data.known().len();
            list.each(count, &|nth| tag("li").words(drawn_words(reader, chart, nth)).done()).done()
        }
        _ => counted(reader, question, asked),
    }
}

/// How many parts of an answer are right, where some are not.
fn counted(reader: &Reader, question: &Question, asked: &Asked) -> Html {
    let tally = tally(&question.form, &asked.guess);
    let Some(tally) = tally.filter(|tally| tally.right < tally.total || tally.wrong > 0) else {
        return nothing();
    };
    let key = match question.form {
        Form::Order { .. } => Key::QuizPartOrder,
        Form::Match { .. } => Key::QuizPartMatch,
        _ => Key::QuizPartSeveral,
    };
    let [n, wrong, total] = [tally.right, tally.wrong, tally.total].map(|it| it.to_string());
    let words = reader.fill(key, &[("n", &n), ("total", &total), ("wrong", &wrong)]);
    tag("p").words(words).done()
}
