//! The quiz: one question at a time, its verdict in the flow, the review at the end.

mod answer;
mod arrange;
pub(super) mod estimate;
mod options;
mod parts;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
mod reading;
mod result;
mod share;
mod tools;
mod verdict;

#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub(super) use reading::questions;

pub(super) use tools::turn;

use super::drawing::{Subject, drawing};
use super::prose::prose;
use super::reader::Reader;
use super::tag::{button, classed, nodes, nothing, tag, words};
use crate::session::{Action, Asked, Phase, Target};
use crate::story::{Difficulty, Form, Key, Question};
use std::rc::Rc;
use yew::html::onsubmit;
use yew::prelude::*;

/// The quiz.
pub(super) fn quiz(reader: &Reader) -> Html {
    let quiz = reader.session().quiz();
    match (quiz.phase(), quiz.current()) {
        (Phase::Empty, _) => {
            nodes(vec![tag("p").words(reader.say(Key::QuizEmpty)).done(), left_out(reader)])
        }
        (_, Some(asked)) => asking(reader, asked),
        (_, None) => result::result(reader),
    }
}

/// The question being asked, or its verdict.
fn asking(reader: &Reader, asked: &Asked) -> Html {
    let Some(question) = reader.story().trivia.questions.get(asked.question) else {
        return nothing();
    };
    let seed = reader.session().quiz().seed().to_string();
    classed("div", "sc-quiz")
        .key([&seed, "-", &question.id].concat())
        .child(progress(reader, question))
        .child(tools::time(reader, asked))
        .child(form(reader, question, asked))
        .child(verdict::verdict(reader, question, asked))
        .child(left_out(reader))
        .child(tools::tools(reader))
        .done()
}

fn progress(reader: &Reader, question: &Question) -> Html {
    let quiz = reader.session().quiz();
    let (at, total) = ((quiz.at() + 1).to_string(), quiz.asked().len().to_string());
    let place = reader.fill(Key::QuizProgress, &[("n", &at), ("total", &total)]);
    let right = reader.fill(Key::QuizScore, &[("n", &quiz.right().to_string())]);
    let words = classed("p", "sc-progress-words")
        .tag(tag("span").words(place))
        .tag(tag("span").words(reader.say(difficulty_name(question.difficulty))))
        .tag(tag("span").words(right));
    let bar = classed("progress", "sc-progress")
        .attr("aria-hidden", "true")
        .set("max", total)
        .set("value", quiz.answered().to_string());
    nodes(vec![words.done(), bar.done()])
}

/// The message that names a difficulty.
fn difficulty_name(difficulty: Difficulty) -> Key {
    match difficulty {
        Difficulty::Easy => Key::QuizEasy,
        Difficulty::Medium => Key::QuizMedium,
        Difficulty::Hard => Key::QuizHard,
    }
}

/// Prompt, ways to answer, and what to do with the answer.
fn form(reader: &Reader, question: &Question, asked: &Asked) -> Html {
    let on_submit = {
        let reader = reader.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            reader.act(Action::Submit);
        })
    };
    let prompt = reader.heading(1).attr("class", "sc-prompt").child(prose(&question.prompt));
    let prompt = tag("legend")
        .set("id", reader.target_id(Target::Question))
        .attr("tabindex", "-1")
        .tag(prompt)
        .tag(classed("span", "sc-how").words(reader.say(how(&question.form))));
    let fieldset =
        classed("fieldset", "sc-fieldset").tag(prompt).child(ways(reader, question, asked));
    let is_open = asked.reply.is_none();
    // The card says itself what is missing, in its own language.
    classed("form", "sc-form")
        .flag("novalidate", true)
        .listen(Rc::new(onsubmit::Wrapper::new(on_submit)))
        .tag(fieldset)
        .child(if is_open { buttons(reader, question) } else { nothing() })
        .done()
}

/// What the reader is asked to do.
fn how(form: &Form) -> Key {
    match form {
        Form::One { .. } => Key::QuizOne,
        Form::Several { .. } => Key::QuizSeveral,
        Form::TrueFalse { .. } => Key::QuizTrueFalse,
        Form::Order { .. } => Key::QuizOrder,
        Form::Estimate { .. } => Key::QuizEstimate,
        Form::Match { .. } => Key::QuizMatch,
        Form::Draw { .. } => Key::QuizDraw,
    }
}

/// The controls of a question's form.
fn ways(reader: &Reader, question: &Question, asked: &Asked) -> Html {
    match &question.form {
        Form::One { options, answer } => options::one(reader, asked, options, *answer),
        Form::Several { options, answers } => options::several(reader, asked, options, answers),
        Form::TrueFalse { answer } => options::true_false(reader, asked, *answer),
        Form::Order { items } => arrange::order(reader, asked, items),
        Form::Match { pairs } => arrange::pairs(reader, asked, pairs),
        Form::Estimate { min, max, step, unit, .. } => {
            let scale =
                estimate::Scale { min: *min, max: *max, step: *step, unit: unit.as_deref() };
            estimate::estimate(reader, asked, &scale)
        }
        Form::Draw { .. } => drawing(reader, Subject::Guess(asked.question)),
    }
}

fn buttons(reader: &Reader, question: &Question) -> Html {
    let quiz = reader.session().quiz();
    let incomplete =
        if quiz.is_incomplete() { hint(words(reader.say(Key::QuizCheckNone))) } else { nothing() };
    let shown = question.hint.as_ref().filter(|_| quiz.shows_hint());
    let mut row = classed("p", "sc-row")
        .tag(
            classed("button", "sc-button").attr("type", "submit").words(reader.say(Key::QuizCheck)),
        )
        .tag(button("sc-link", reader.say(Key::QuizSkip), reader.wish(Action::Skip)));
    if question.hint.is_some() {
        let hint = button("sc-link", reader.say(Key::QuizHint), reader.wish(Action::Hint));
        row = row.tag(hint.aria("aria-expanded", shown.is_some()));
    }
    let shown = shown.map_or_else(nothing, |text| hint(prose(text)));
    nodes(vec![live(incomplete), live(shown), row.done()])
}

/// A place whose changes are spoken.
fn live(content: Html) -> Html {
    tag("div").attr("aria-live", "polite").child(content).done()
}

fn hint(content: Html) -> Html {
    classed("p", "sc-hint").child(content).done()
}

/// How many questions were left out for their spoilers, and the switch that lets them in.
fn left_out(reader: &Reader) -> Html {
    let words = match reader.session().quiz().left_out() {
        0 => return nothing(),
        1 => reader.say(Key::SpoilerQuestion),
        n => reader.fill(Key::SpoilerQuestions, &[("n", &n.to_string())]),
    };
    let switch =
        button("sc-link", reader.say(Key::SpoilerShowAll), reader.wish(Action::FoldAll(false)));
    classed("p", "sc-switch").tag(tag("span").words(words)).text(" ").tag(switch).done()
}
