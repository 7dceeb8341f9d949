//! What an answer was worth and by how much it missed, in words and on a scale.

use super::answer::{answer_entry, given_answer, right_answer};
use crate::session::{Asked, tally};
use crate::story::{Form, MessageKey, Question};
use crate::view::context::ViewContext;
use crate::view::drawing::drawing;
use crate::view::drawing_layout::Subject;
use crate::view::guess::drawn_words;
use crate::view::tag::{classed, nodes, nothing, tag};
use yew::prelude::*;

/// What a verdict says of the parts of an answer that is not all right or wrong.
pub(super) fn answer_parts(cx: &ViewContext, question: &Question, asked: &Asked) -> Html {
    match &question.form {
        Form::Estimate { .. } => {
            let given = given_answer(cx, question, &asked.guess);
            let right = right_answer(cx, question);
            let words = classed("dl", "sc-answers-given")
                .tag(answer_entry(cx, MessageKey::QuizYourAnswer, given))
                .tag(answer_entry(cx, MessageKey::QuizRightAnswer, right));
            nodes(vec![words.done(), drawing(cx, Subject::Guess(asked.question))])
        }
        Form::Draw { chart, .. } => {
            let Some(chart) = cx.story().charts.get(*chart) else { return nothing() };
            let list = classed("ul", "sc-choices");
            let count = chart.data.known().len();
            list.each(count, &|nth| tag("li").words(drawn_words(cx, chart, nth)).done()).done()
        }
        _ => counted(cx, question, asked),
    }
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
    tag("p").words(words).done()
}
