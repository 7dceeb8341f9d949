//! The verdict on an answer, with its reason and sources.

use super::answer::{remarks, right_answer};
use super::answer_keys::left_by_enter;
use super::answer_parts::answer_parts;
use super::grade::{Grade, hidden};
use crate::session::{Action, Asked, Target, spelling};
use crate::story::{Choice, Form, MessageKey, Question, Spelling, Text};
use crate::view::claim::{claim_line, see};
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
    let id = cx.target_id(Target::Verdict);
    let [word_id, praise_id, why_id] = ["-word", "-praise", "-why"].map(|end| [&id, end].concat());
    let name = [&*word_id, " ", &praise_id].concat();
    let word = tag("p")
        .set("id", word_id)
        .set("class", ["sc-verdict-word ", grade.class()].concat())
        .tag(hidden(grade.symbol()))
        .words(sentence(grade, cx, question, asked));
    let on = classed("p", "sc-row sc-on")
        .tag(tag("span").words(cx.count(MessageKey::QuizScore, quiz.right())))
        .tag(button("sc-button", cx.say(next), cx.on_press(Action::Next)));
    // Focus comes here: the verdict is said with its reason, and what goes on is next.
    let head = tag("div")
        .attr("tabindex", "-1")
        .attr("role", "group")
        .set("aria-labelledby", name)
        .set("aria-describedby", why_id.clone())
        .set("id", id)
        .tag(word)
        .child(praise(cx, asked, praise_id))
        .tag(on);
    let mut reasons = tag("div").set("id", why_id).child(answer_parts(cx, question, asked));
    for (option, remark) in remarks(question, asked) {
        reasons = reasons.tag(said_of(cx, question, option, remark));
    }
    classed("div", "sc-verdict")
        .attr("part", "verdict")
        .tag(left_by_enter(cx, head))
        .tag(reasons.child(reason(question)))
        .child(see(cx, &question.claim))
        .child(claim_line(cx, &question.claim))
        .done()
}

/// What is said once, quietly, of an answer beside others; not on the cover once the quiz has gone on.
fn praise(cx: &ViewContext, asked: &Asked, id: String) -> Html {
    let quiz = cx.session().quiz();
    if quiz.current().is_none_or(|current| current.question != asked.question) {
        return nothing();
    }
    let words = match quiz.streak() {
        RUN => cx.count(MessageKey::QuizStreak, RUN),
        _ if quiz.is_closest(cx.story()) => cx.say(MessageKey::QuizClosestSoFar),
        _ => return nothing(),
    };
    classed("p", "sc-note").set("id", id).words(words).done()
}

/// So many right answers are a run; it is said as it comes to this length.
const RUN: usize = 3;

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
fn sentence(grade: Grade, cx: &ViewContext, question: &Question, asked: &Asked) -> String {
    let spelling = spelling(cx.story(), &question.form, &asked.guess);
    let key = match grade {
        Grade::Right => match spelling {
            None => return cx.say(MessageKey::QuizVerdictRight),
            Some(Spelling::Right) => MessageKey::QuizVerdictTyped,
            Some(Spelling::Slip) => MessageKey::QuizVerdictSlip,
        },
        Grade::Partly | Grade::Wrong if has_parts(&question.form) => return cx.say(grade.word()),
        Grade::Partly => MessageKey::QuizVerdictPartly,
        Grade::Wrong => MessageKey::QuizVerdictWrong,
        Grade::Skipped => MessageKey::QuizVerdictSkipped,
    };
    cx.fill(key, &[("answer", &right_answer(cx, question))])
}

/// Whether what is true of a given answer stands below the verdict, number by number or part by part.
fn has_parts(form: &Form) -> bool {
    matches!(
        form,
        Form::Draw { .. }
            | Form::Estimate { .. }
            | Form::Order { .. }
            | Form::Match { .. }
            | Form::Place { .. }
    )
}

/// Why the answer is right, and who says so.
pub(super) fn why(cx: &ViewContext, question: &Question) -> Html {
    let sources = claim_line(cx, &question.claim);
    nodes(vec![reason(question), sources])
}

/// Why the answer is right.
pub(super) fn reason(question: &Question) -> Html {
    tag("p").child(prose(&question.explanation)).done()
}
