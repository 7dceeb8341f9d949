//! The end of a round: the score in one sentence, every question with the reader's answer.

use super::answer::{given_answer, right_answer};
use super::verdict::{Grade, why};
use crate::browser::hooks::new_seed;
use crate::session::{Action, Asked, Reply, Target};
use crate::story::{Key, number};
use crate::view::claim::see;
use crate::view::prose::prose;
use crate::view::reader::Reader;
use yew::prelude::*;

/// The end of a round.
pub(super) fn result(reader: &Reader) -> Html {
    let quiz = reader.session().quiz();
    let all_right = quiz.right() == quiz.asked().len();
    html! {
        <div class="sc-quiz">
            <div id={reader.target_id(Target::Result)} tabindex="-1">
                <@{reader.heading(1)} class="sc-subheading">{reader.say(Key::QuizResultHeading)}</@>
                <p class="sc-score">{score(reader)}</p>
                <p>{band(reader)}</p>
            </div>
            <p class="sc-row">
                if !all_right {
                    <button type="button" class="sc-button" onclick={with_seed(reader, |seed| Action::Retry { seed })}>
                        {reader.say(Key::QuizRetry)}
                    </button>
                }
                <button type="button" class={if all_right { "sc-button" } else { "sc-link" }}
                    onclick={with_seed(reader, |seed| Action::Restart { seed, focus: true })}>
                    {reader.say(Key::QuizAgain)}
                </button>
            </p>
            <@{reader.heading(1)} class="sc-subheading">{reader.say(Key::QuizReview)}</@>
            <ol class="sc-review">{for quiz.asked().iter().map(|asked| reviewed(reader, asked))}</ol>
            {super::left_out(reader)}
        </div>
    }
}

/// A wish that takes a fresh seed when it is made.
fn with_seed(reader: &Reader, action: fn(u64) -> Action) -> Callback<MouseEvent> {
    let reader = reader.clone();
    Callback::from(move |_| reader.act(action(new_seed())))
}

fn score(reader: &Reader) -> String {
    let quiz = reader.session().quiz();
    let tenths = |points: f64| number::format((points * 10.0).round() / 10.0, reader.messages());
    let (score, total) = (tenths(quiz.score(reader.story())), tenths(quiz.total(reader.story())));
    reader.fill(Key::QuizResult, &[("score", &score), ("total", &total)])
}

/// The sentence for the share of points reached: the author's, or a neutral one.
fn band(reader: &Reader) -> Html {
    let (quiz, story) = (reader.session().quiz(), reader.story());
    let total = quiz.total(story);
    let share = if total > 0.0 { quiz.score(story) / total } else { 0.0 };
    let own = story.trivia.bands.iter().rev().find(|band| share >= band.from);
    if let Some(band) = own {
        return prose(&band.text);
    }
    let key = match share {
        share if share >= 0.8 => Key::QuizBandHigh,
        share if share >= 0.4 => Key::QuizBandMiddle,
        _ => Key::QuizBandLow,
    };
    html! { {reader.say(key)} }
}

/// One question of the round with the reader's answer and the right one.
fn reviewed(reader: &Reader, asked: &Asked) -> Html {
    let Some(question) = reader.story().trivia.questions.get(asked.question) else {
        return html! {};
    };
    let grade = Grade::of(asked.reply);
    let given = match asked.reply {
        Some(Reply::Answered(_)) => given_answer(reader, question, &asked.guess),
        Some(Reply::Skipped) | None => reader.say(Key::QuizUnanswered),
    };
    html! {
        <li class="sc-reviewed">
            <p class="sc-reviewed-prompt">{prose(&question.prompt)}</p>
            <p class={grade.class()}>
                <span class="sc-say"><span aria-hidden="true">{grade.picture()}{" "}</span>{reader.say(grade.word())}</span>
            </p>
            <dl class="sc-answers-given">
                <div><dt>{reader.say(Key::QuizYourAnswer)}</dt><dd>{given}</dd></div>
                if grade != Grade::Right {
                    <div><dt>{reader.say(Key::QuizRightAnswer)}</dt><dd>{right_answer(reader, question)}</dd></div>
                }
            </dl>
            <details class="sc-why"><summary>{reader.say(Key::QuizWhy)}</summary>{why(reader, question)}</details>
            {see(reader, &question.claim)}
        </li>
    }
}
