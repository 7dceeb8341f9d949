//! The quiz: one question at a time, its verdict in the flow, the review at the end.

mod answer;
mod arrange;
mod estimate;
mod options;
mod result;
mod verdict;

use super::prose::prose;
use super::reader::Reader;
use crate::session::{Action, Asked, Phase, Target};
use crate::story::{Difficulty, Form, Key, Question};
use yew::prelude::*;

/// The quiz.
pub(super) fn quiz(reader: &Reader) -> Html {
    let quiz = reader.session().quiz();
    match quiz.phase() {
        Phase::Empty => html! { <p>{reader.say(Key::QuizEmpty)}</p> },
        Phase::Finished => result::result(reader),
        Phase::Asking | Phase::Answered => {
            quiz.current().map_or_else(Html::default, |asked| asking(reader, asked))
        }
    }
}

/// The question being asked, or its verdict.
fn asking(reader: &Reader, asked: &Asked) -> Html {
    let Some(question) = reader.story().trivia.questions.get(asked.question) else {
        return html! {};
    };
    html! {
        <div class="sc-quiz" key={format!("{}-{}", reader.session().quiz().seed(), question.id)}>
            {progress(reader, question)}
            {form(reader, question, asked)}
            {verdict::verdict(reader, question, asked)}
            {left_out(reader)}
        </div>
    }
}

fn progress(reader: &Reader, question: &Question) -> Html {
    let quiz = reader.session().quiz();
    let (at, total) = (quiz.at() + 1, quiz.asked().len());
    let place =
        reader.fill(Key::QuizProgress, &[("n", &at.to_string()), ("total", &total.to_string())]);
    let right = reader.fill(Key::QuizScore, &[("n", &quiz.right().to_string())]);
    html! {<>
        <p class="sc-progress-words">
            <span>{place}</span><span>{reader.say(difficulty_name(question.difficulty))}</span><span>{right}</span>
        </p>
        <progress class="sc-progress" aria-hidden="true" max={total.to_string()} value={quiz.answered().to_string()} />
    </>}
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
    let onsubmit = {
        let reader = reader.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            reader.act(Action::Submit);
        })
    };
    html! {
        <form class="sc-form" {onsubmit}>
            <fieldset class="sc-fieldset">
                <legend>
                    <div id={reader.target_id(Target::Question)} tabindex="-1">
                        <@{reader.heading(1)} class="sc-prompt">{prose(&question.prompt)}</@>
                        <span class="sc-how">{reader.say(how(&question.form))}</span>
                    </div>
                </legend>
                {ways(reader, question, asked)}
            </fieldset>
            if asked.reply.is_none() { {buttons(reader, question)} }
        </form>
    }
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
        Form::Draw { chart, .. } => estimate::draw(reader, asked, *chart),
    }
}

fn buttons(reader: &Reader, question: &Question) -> Html {
    let quiz = reader.session().quiz();
    let shows_hint = quiz.shows_hint();
    html! {<>
        <div aria-live="polite">
            if quiz.is_incomplete() { <p class="sc-hint">{reader.say(Key::QuizCheckNone)}</p> }
        </div>
        if let Some(hint) = &question.hint {
            <div aria-live="polite">
                if shows_hint { <p class="sc-hint">{prose(hint)}</p> }
            </div>
        }
        <p class="sc-row">
            <button type="submit" class="sc-button">{reader.say(Key::QuizCheck)}</button>
            <button type="button" class="sc-link" onclick={reader.wish(Action::Skip)}>{reader.say(Key::QuizSkip)}</button>
            if question.hint.is_some() && !shows_hint {
                <button type="button" class="sc-link" onclick={reader.wish(Action::Hint)}>{reader.say(Key::QuizHint)}</button>
            }
        </p>
    </>}
}

/// How many questions were left out for their spoilers, and the switch that lets them in.
fn left_out(reader: &Reader) -> Html {
    let count = reader.session().quiz().left_out();
    if count == 0 {
        return html! {};
    }
    let words = match count {
        1 => reader.say(Key::SpoilerQuestion),
        n => reader.fill(Key::SpoilerQuestions, &[("n", &n.to_string())]),
    };
    html! {
        <p class="sc-switch">
            <span>{words}</span>{" "}
            <button type="button" class="sc-link" onclick={reader.wish(Action::FoldAll(false))}>{reader.say(Key::SpoilerShowAll)}</button>
        </p>
    }
}
