//! The end of a round: the score in one sentence, every question with the reader's answer.

use super::answer::{given_answer, right_answer};
use super::share::share;
use super::tools::{tools, with_seed};
use super::verdict::{Grade, say, why};
use crate::session::{Action, Asked, Best, Reply, Target};
use crate::story::{Item, Key, Section, Text, number};
use crate::view::claim::see;
use crate::view::prose::prose;
use crate::view::reader::Reader;
use crate::view::tag::{Tag, button, classed, nothing, tag};
use yew::prelude::*;

/// The end of a round.
pub(super) fn result(reader: &Reader) -> Html {
    let quiz = reader.session().quiz();
    let head = tag("div")
        .set("id", reader.target_id(Target::Result))
        .attr("tabindex", "-1")
        .child(reader.subheading(reader.say(Key::QuizResultHeading)))
        .tag(classed("p", "sc-score").words(score(reader)))
        .tag(tag("p").child(prose(&band(reader))))
        .child(best(reader));
    let review = classed("ol", "sc-review");
    let review = review.each(quiz.asked().len(), &|nth| reviewed(reader, &quiz.asked()[nth]));
    classed("div", "sc-quiz")
        .tag(head)
        .tag(rounds(reader))
        .child(share(reader))
        .child(reader.subheading(reader.say(Key::QuizReview)))
        .tag(review)
        .child(super::left_out(reader))
        .child(tools(reader))
        .done()
}

/// The best round, where rounds are remembered.
fn best(reader: &Reader) -> Html {
    let Some(Best { score, total }) = reader.session().best() else { return nothing() };
    let words = points(reader, Key::QuizBest, score, total);
    classed("p", "sc-note").words(words).done()
}

/// The ways into the next round.
fn rounds(reader: &Reader) -> Tag {
    let quiz = reader.session().quiz();
    let retry = with_seed(reader, |seed| Action::Retry { seed });
    let again = with_seed(reader, |seed| Action::Restart { seed, focus: true });
    let row = classed("p", "sc-row");
    if quiz.right() == quiz.asked().len() {
        return row.tag(button("sc-button", reader.say(Key::QuizAgain), again));
    }
    row.tag(button("sc-button", reader.say(Key::QuizRetry), retry)).tag(button(
        "sc-link",
        reader.say(Key::QuizAgain),
        again,
    ))
}

/// The score in one sentence.
pub(super) fn score(reader: &Reader) -> String {
    let (quiz, story) = (reader.session().quiz(), reader.story());
    points(reader, Key::QuizResult, quiz.score(story), quiz.total(story))
}

/// A sentence about points.
fn points(reader: &Reader, key: Key, score: f64, total: f64) -> String {
    let tenths = |points: f64| number::format((points * 10.0).round() / 10.0, reader.messages());
    reader.fill(key, &[("score", &tenths(score)), ("total", &tenths(total))])
}

/// The sentence for the share of points reached: the author's, or a neutral one.
pub(super) fn band(reader: &Reader) -> Text {
    let (quiz, story) = (reader.session().quiz(), reader.story());
    let total = quiz.total(story);
    let share = if total > 0.0 { quiz.score(story) / total } else { 0.0 };
    let own = story.trivia.bands.iter().rev().find(|band| share >= band.from);
    if let Some(band) = own {
        return band.text.clone();
    }
    let key = match share {
        share if share >= 0.8 => Key::QuizBandHigh,
        share if share >= 0.4 => Key::QuizBandMiddle,
        _ => Key::QuizBandLow,
    };
    Text::plain(reader.say(key))
}

/// One question of the round with the reader's answer and the right one.
fn reviewed(reader: &Reader, asked: &Asked) -> Html {
    let item = Item { section: Section::Trivia, index: asked.question };
    let reader = &reader.reviewing(asked.question);
    let Some(question) = reader.story().trivia.questions.get(asked.question) else {
        return nothing();
    };
    let grade = Grade::of(asked.reply);
    let given = match asked.reply {
        Some(Reply::Answered(_)) => given_answer(reader, question, &asked.guess),
        Some(Reply::Skipped) | None => reader.say(Key::QuizUnanswered),
    };
    let mut answers =
        classed("dl", "sc-answers-given").tag(entry(reader, Key::QuizYourAnswer, given));
    if grade != Grade::Right {
        answers = answers.tag(entry(reader, Key::QuizRightAnswer, right_answer(reader, question)));
    }
    let why = classed("details", "sc-why")
        .tag(tag("summary").words(reader.say(Key::QuizWhy)))
        .child(why(reader, question));
    classed("li", "sc-reviewed")
        .set("id", reader.item_id(item))
        .attr("tabindex", "-1")
        .tag(classed("p", "sc-reviewed-prompt").child(prose(&question.prompt)))
        .tag(classed("p", grade.class()).child(say(reader, grade.picture(), grade.word())))
        .tag(answers)
        .tag(why)
        .child(see(reader, &question.claim))
        .done()
}

pub(super) fn entry(reader: &Reader, name: Key, words: String) -> Tag {
    tag("div").tag(tag("dt").words(reader.say(name))).tag(tag("dd").words(words))
}
