//! The verdict on an answer, with its reason and sources.

use super::answer::{remarks, right_answer};
use super::answer_parts::answer_parts;
use super::grade::{Grade, hidden};
use crate::session::{Action, Asked, Target};
use crate::story::{Choice, Form, Item, MessageKey, Question, Section, Text};
use crate::view::claim::{link, see};
use crate::view::context::ViewContext;
use crate::view::prose::prose;
use crate::view::tag::{Tag, button, classed, nodes, nothing, tag, words};
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
        .tag(reasons.child(why(cx, question)))
        .tag(row)
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
    nodes(vec![reason(question), source_line(cx, question)])
}

/// Why the answer is right.
pub(super) fn reason(question: &Question) -> Html {
    tag("p").child(prose(&question.explanation)).done()
}

/// Who says so.
pub(super) fn source_line(cx: &ViewContext, question: &Question) -> Html {
    let sources = &question.claim.sources;
    let line = classed("p", "sc-source-line").words(cx.say(MessageKey::SourcesLabel));
    line.each(sources.len(), &|nth| source_link(cx, nth, sources[nth])).done()
}

fn source_link(cx: &ViewContext, nth: usize, source: usize) -> Html {
    let Some(entry) = cx.story().sources.get(source) else { return nothing() };
    let address = ViewContext::address(Item { section: Section::Sources, index: source });
    let title = if cx.shows(Section::Sources) {
        link(cx, address, entry.title.clone(), None)
    } else {
        words(entry.title.clone())
    };
    let gap = if nth == 0 { " " } else { ", " };
    nodes(vec![words(gap.to_owned()), title])
}
