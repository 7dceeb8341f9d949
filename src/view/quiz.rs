//! The quiz: one question at a time, its verdict in the flow, the review at the end.

mod answer;
mod answer_keys;
mod answer_parts;
mod cover;
mod estimate;
mod grade;
mod options;
mod order_and_match;
mod place;
mod progress;
mod result;
mod round_tools;
mod score;
mod share;
#[cfg(feature = "tool")]
mod static_quiz;
mod typed_answer;
mod verdict;

#[cfg(feature = "tool")]
pub(super) use static_quiz::questions;

pub(super) use cover::cover;
pub(super) use round_tools::countdown;

use super::context::ViewContext;
use super::drawing::drawing;
use super::drawing_layout::Subject;
use super::number_field::NumberRange;
use super::picture::picture;
use super::prose::prose;
use super::tag::{Tag, button, classed, live, nodes, nothing, tag, words};
use crate::session::{Action, Asked, Guess, Phase, Target};
use crate::story::{Form, MessageKey, Question};
use std::rc::Rc;
use yew::html::onsubmit;
use yew::prelude::*;

/// The quiz.
pub(super) fn quiz(cx: &ViewContext) -> Html {
    let quiz = cx.session().quiz();
    match (quiz.phase(), quiz.current()) {
        (Phase::Empty, _) => {
            nodes(vec![tag("p").words(cx.say(MessageKey::QuizEmpty)).done(), left_out(cx)])
        }
        (_, Some(asked)) => asking(cx, asked),
        (_, None) => result::result(cx),
    }
}

/// The question being asked, or its verdict.
fn asking(cx: &ViewContext, asked: &Asked) -> Html {
    let Some(question) = cx.story().trivia.questions.get(asked.question) else {
        return nothing();
    };
    let seed = cx.session().quiz().seed().to_string();
    let asking = answer_keys::answered_by_keys(cx, classed("div", "sc-asking"), question, asked)
        .key([&seed, "-", &question.id].concat())
        .child(round_tools::time(cx, asked))
        .child(form(cx, question, asked, buttons(cx, question)))
        .child(verdict::verdict(cx, question, asked));
    classed("div", "sc-quiz")
        .child(progress::progress(cx, question, asked))
        .tag(asking)
        .child(left_out(cx))
        .child(round_tools::tools(cx))
        .done()
}

/// Prompt, ways to answer, and, while there is no reply, what to do with the answer.
fn form(cx: &ViewContext, question: &Question, asked: &Asked, buttons: Html) -> Html {
    let on_submit = {
        let cx = cx.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            cx.dispatch(Action::Submit);
        })
    };
    let prompt = cx.item_heading().attr("class", "sc-prompt").child(prose(&question.prompt));
    let prompt = tag("legend")
        .set("id", cx.target_id(Target::Question))
        .attr("tabindex", "-1")
        .tag(prompt)
        .tag(classed("span", "sc-how").words(cx.say(how(&question.form))));
    let fieldset = classed("fieldset", "sc-fieldset")
        .tag(prompt)
        .child(pictured(cx, question))
        .child(ways(cx, question, asked));
    let is_open = asked.reply.is_none();
    // The card says itself what is missing, in its own language.
    classed("form", "sc-form")
        .flag("novalidate", true)
        .listen(Rc::new(onsubmit::Wrapper::new(on_submit)))
        .tag(fieldset)
        .child(if is_open { buttons } else { nothing() })
        .done()
}

/// The picture that stands with a question.
fn pictured(cx: &ViewContext, question: &Question) -> Html {
    picture(cx, question.image.as_deref())
}

/// What the reader is asked to do.
fn how(form: &Form) -> MessageKey {
    match form {
        Form::One { .. } => MessageKey::QuizOne,
        Form::Several { .. } => MessageKey::QuizSeveral,
        Form::TrueFalse { .. } => MessageKey::QuizTrueFalse,
        Form::Order { .. } => MessageKey::QuizOrder,
        Form::Estimate { .. } => MessageKey::QuizEstimate,
        Form::Match { .. } => MessageKey::QuizMatch,
        Form::Draw { .. } => MessageKey::QuizDraw,
        Form::Type { .. } => MessageKey::QuizType,
        Form::Place { .. } => MessageKey::QuizPlace,
    }
}

/// What an answer lacks that is none yet.
fn lacking(form: &Form) -> MessageKey {
    match form {
        Form::One { .. } | Form::TrueFalse { .. } => MessageKey::QuizCheckNone,
        Form::Several { .. } => MessageKey::QuizCheckSeveral,
        Form::Estimate { .. } => MessageKey::QuizCheckNumber,
        Form::Match { .. } => MessageKey::QuizCheckPairs,
        Form::Type { .. } => MessageKey::QuizCheckType,
        Form::Place { .. } => MessageKey::QuizCheckPlace,
        // An order is an answer as it first stands.
        Form::Draw { .. } | Form::Order { .. } => MessageKey::QuizCheckDraw,
    }
}

/// The controls of a question's form.
fn ways(cx: &ViewContext, question: &Question, asked: &Asked) -> Html {
    match &question.form {
        Form::One { options, answer } => options::one(cx, asked, options, *answer),
        Form::Several { options, answers } => options::several(cx, asked, options, answers),
        Form::TrueFalse { answer } => options::true_false(cx, asked, *answer),
        Form::Order { items } => order_and_match::order(cx, asked, items),
        Form::Match { pairs } => order_and_match::pairs(cx, asked, pairs),
        // Guess and answer on the scale, where it was set.
        Form::Estimate { .. } if asked.reply.is_some() && asked.guess != Guess::None => {
            drawing(cx, Subject::Guess(asked.question))
        }
        Form::Estimate { min, max, step, unit, .. } => {
            let range = NumberRange { min: *min, max: *max, step: *step, unit };
            estimate::estimate(cx, asked, range)
        }
        Form::Draw { .. } => drawing(cx, Subject::Guess(asked.question)),
        Form::Type { .. } => typed_answer::typed_answer(cx, asked),
        form @ Form::Place { .. } => place::place(cx, asked, form),
    }
}

fn buttons(cx: &ViewContext, question: &Question) -> Html {
    let quiz = cx.session().quiz();
    let incomplete =
        if quiz.is_incomplete() { hint(words(cx.say(lacking(&question.form)))) } else { nothing() };
    let shown = question.hint.as_ref().filter(|_| quiz.shows_hint());
    let mut row = classed("p", "sc-row").tag(check(cx)).tag(button(
        "sc-link",
        cx.say(MessageKey::QuizSkip),
        cx.on_press(Action::Skip),
    ));
    if question.hint.is_some() {
        let hint = button("sc-link", cx.say(MessageKey::QuizHint), cx.on_press(Action::Hint));
        row = row.tag(hint.aria("aria-expanded", shown.is_some()));
    }
    let shown = shown.map_or_else(nothing, |text| hint(prose(text)));
    classed("div", "sc-give").child(live(incomplete)).child(live(shown)).tag(row).done()
}

/// The button that gives the answer.
fn check(cx: &ViewContext) -> Tag {
    let check = classed("button", "sc-button").attr("type", "submit");
    check.words(cx.say(MessageKey::QuizCheck))
}

/// The hint, folded.
fn folded_hint(cx: &ViewContext, question: &Question) -> Html {
    question.hint.as_ref().map_or_else(nothing, |text| {
        classed("details", "sc-clue")
            .tag(tag("summary").words(cx.say(MessageKey::QuizHint)))
            .child(hint(prose(text)))
            .done()
    })
}

/// A hint, as a paragraph.
fn hint(content: Html) -> Html {
    classed("p", "sc-hint").child(content).done()
}

/// How many questions were left out for their spoilers, and the switch that lets them in.
fn left_out(cx: &ViewContext) -> Html {
    let words = match cx.session().quiz().left_out() {
        0 => return nothing(),
        n => cx.count(MessageKey::SpoilerQuestions, n),
    };
    let switch =
        button("sc-link", cx.say(MessageKey::SpoilerShowAll), cx.on_press(Action::FoldAll(false)));
    classed("p", "sc-switch").tag(tag("span").words(words)).text(" ").tag(switch).done()
}
