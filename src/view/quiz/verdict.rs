//! The verdict on an answer, with its reason and sources.

use super::answer::{remarks, right_answer};
use super::answer_parts::answer_parts;
use super::grade::{Grade, hidden};
use crate::session::{Action, Asked, Target};
use crate::story::{Choice, Form, MessageKey, Question, Text};
use crate::view::claim::{see, source_line};
use crate::view::context::ViewContext;
use crate::view::prose::prose;
use crate::view::tag::{Tag, button, classed, nodes, nothing, tag};
use crate::view::value_words::before_value;
use yew::prelude::*;

/// The verdict on the question being asked; nothing before it is answered.
pub(super) fn verdict(cx: &ViewContext, question: &Question, asked: &Asked) -> Html {
    let Some(reply) = asked.reply else { return nothing() };
    let grade = Grade::of(Some(reply));
    let quiz = cx.session().quiz();
    let is_last = quiz.answered() == quiz.asked().len();
    let next = if is_last { MessageKey::QuizFinish } else { MessageKey::QuizNext };
    let mut reasons = tag("div").set("id", cx.target_id(Target::Verdict)).attr("tabindex", "-1");
    reasons = reasons.tag(
        tag("p")
            .set("class", ["sc-verdict-word ", grade.class()].concat())
            .tag(hidden(grade.symbol()))
            .words(sentence(grade, cx, question)),
    );
    reasons = reasons.child(answer_parts(cx, question, asked));
    for (option, remark) in remarks(question, asked) {
        reasons = reasons.tag(said_of(cx, question, option, remark));
    }
    let row = classed("div", "sc-row")
        .tag(button("sc-button", cx.say(next), cx.on_press(Action::Next)))
        .child(see(cx, &question.claim));
    classed("div", "sc-verdict")
        .attr("part", "verdict")
        .tag(reasons.child(reason(question)))
        .tag(row)
        .child(source_line(cx, &cx.say(MessageKey::SourcesLabel), &question.claim.sources))
        .done()
}

/// What the author says of a chosen option, behind its name where others may have been chosen too.
fn said_of(cx: &ViewContext, question: &Question, option: &Choice, remark: &Text) -> Tag {
    let line = tag("p");
    let line = match question.form {
        Form::Several { .. } => {
            line.tag(tag("b").words(before_value(cx, &option.text.words()))).text(" ")
        }
        _ => line,
    };
    line.child(prose(remark))
}

/// The verdict as a sentence.
fn sentence(grade: Grade, cx: &ViewContext, question: &Question) -> String {
    let key = match grade {
        Grade::Right => return cx.say(MessageKey::QuizVerdictRight),
        // What was set and what is true stands below, number by number.
        _ if matches!(question.form, Form::Draw { .. } | Form::Estimate { .. }) => {
            return cx.say(grade.word());
        }
        Grade::Partly => MessageKey::QuizVerdictPartly,
        Grade::Wrong => MessageKey::QuizVerdictWrong,
        Grade::Skipped => MessageKey::QuizVerdictSkipped,
    };
    cx.fill(key, &[("answer", &right_answer(cx, question))])
}

/// Why the answer is right, and who says so.
pub(super) fn why(cx: &ViewContext, question: &Question) -> Html {
    let sources = source_line(cx, &cx.say(MessageKey::SourcesLabel), &question.claim.sources);
    nodes(vec![reason(question), sources])
}

/// Why the answer is right.
pub(super) fn reason(question: &Question) -> Html {
    tag("p").child(prose(&question.explanation)).done()
}
