//! The end of a round: the score in one sentence, every question with the reader's answer.

use super::answer::{answer_entry, given_answer, right_answer};
use super::grade::{Grade, symbol_and_word};
use super::round_tools::{tools, with_seed};
use super::score::{band, points, score};
use super::share::share;
use super::verdict::why;
use crate::session::{Action, Asked, BestScore, Reply, Target};
use crate::story::{Item, MessageKey, Section};
use crate::view::claim::see;
use crate::view::context::ViewContext;
use crate::view::prose::prose;
use crate::view::tag::{Tag, button, classed, nothing, tag};
use yew::prelude::*;

/// The end of a round.
pub(super) fn result(cx: &ViewContext) -> Html {
    let quiz = cx.session().quiz();
    let head = tag("div")
        .set("id", cx.target_id(Target::Result))
        .attr("tabindex", "-1")
        .child(cx.subheading(cx.say(MessageKey::QuizResultHeading)))
        .tag(classed("p", "sc-score").words(score(cx)))
        .tag(tag("p").child(prose(&band(cx))))
        .child(best(cx));
    let review = classed("ol", "sc-review");
    let review = review.each(quiz.asked().len(), &|nth| reviewed(cx, &quiz.asked()[nth]));
    classed("div", "sc-quiz")
        .tag(head)
        .tag(rounds(cx))
        .child(share(cx))
        .child(cx.subheading(cx.say(MessageKey::QuizReview)))
        .tag(review)
        .child(super::left_out(cx))
        .child(tools(cx))
        .done()
}

/// The best round, where rounds are remembered.
fn best(cx: &ViewContext) -> Html {
    let Some(BestScore { score, total }) = cx.session().best() else { return nothing() };
    let words = points(cx, MessageKey::QuizBest, score, total);
    classed("p", "sc-note").words(words).done()
}

/// The ways into the next round.
fn rounds(cx: &ViewContext) -> Tag {
    let quiz = cx.session().quiz();
    let retry = with_seed(cx, |seed| Action::Retry { seed });
    let again = with_seed(cx, |seed| Action::Restart { seed, focus: true });
    let row = classed("p", "sc-row");
    if quiz.right() == quiz.asked().len() {
        return row.tag(button("sc-button", cx.say(MessageKey::QuizAgain), again));
    }
    row.tag(button("sc-button", cx.say(MessageKey::QuizRetry), retry)).tag(button(
        "sc-link",
        cx.say(MessageKey::QuizAgain),
        again,
    ))
}

/// One question of the round with the reader's answer and the right one.
fn reviewed(cx: &ViewContext, asked: &Asked) -> Html {
    let item = Item { section: Section::Trivia, index: asked.question };
    let cx = &cx.reviewing(asked.question);
    let Some(question) = cx.story().trivia.questions.get(asked.question) else {
        return nothing();
    };
    let grade = Grade::of(asked.reply);
    let given = match asked.reply {
        Some(Reply::Answered(_)) => given_answer(cx, question, &asked.guess),
        Some(Reply::Skipped) | None => cx.say(MessageKey::QuizUnanswered),
    };
    let mut answers =
        classed("dl", "sc-answers-given").tag(answer_entry(cx, MessageKey::QuizYourAnswer, given));
    if grade != Grade::Right {
        answers =
            answers.tag(answer_entry(cx, MessageKey::QuizRightAnswer, right_answer(cx, question)));
    }
    let why = classed("details", "sc-why")
        .tag(tag("summary").words(cx.say(MessageKey::QuizWhy)))
        .child(why(cx, question));
    classed("li", "sc-reviewed")
        .set("id", cx.item_id(item))
        .attr("tabindex", "-1")
        .tag(classed("p", "sc-reviewed-prompt").child(prose(&question.prompt)))
        .tag(classed("p", grade.class()).child(symbol_and_word(cx, grade.symbol(), grade.word())))
        .tag(answers)
        .tag(why)
        .child(see(cx, &question.claim))
        .done()
}
