//! The end of a round: the score in one sentence, every question with the reader's answer.

use super::answer::{answer_entry, given_answer, right_answer};
use super::grade::{Grade, symbol_and_word};
use super::progress::track;
use super::round_tools::{tools, with_seed};
use super::score::{band, points, score};
use super::share::share;
use super::verdict::{reason, why};
use crate::session::{Action, Asked, BestScore, Disclosure, Reply, Target};
use crate::story::{Item, MessageKey, Question, Section};
use crate::view::claim::see;
use crate::view::context::ViewContext;
use crate::view::disclosure::disclosure;
use crate::view::prose::prose;
use crate::view::tag::{Tag, button, classed, nothing, tag, words};
use yew::prelude::*;

/// The end of a round.
pub(super) fn result(cx: &ViewContext) -> Html {
    let head = tag("div")
        .set("id", cx.target_id(Target::Result))
        .attr("tabindex", "-1")
        .child(cx.subheading(cx.say(MessageKey::QuizResultHeading)))
        .tag(classed("p", "sc-score").words(score(cx)))
        .tag(tag("p").child(prose(&band(cx))))
        .child(best(cx));
    classed("div", "sc-quiz")
        .tag(head)
        .child(track(cx))
        .tag(rounds(cx))
        .child(missed_fact(cx))
        .child(share(cx))
        .child(review(cx))
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

/// The reason of one answer that was missed, of the hardest of them, with where it leads.
fn missed_fact(cx: &ViewContext) -> Html {
    let questions = &cx.story().trivia.questions;
    let asked = cx.session().quiz().asked().iter();
    let missed = asked.filter(|asked| !asked.reply.is_some_and(Reply::is_right));
    let missed = missed.filter_map(|asked| Some((asked.question, questions.get(asked.question)?)));
    // The first of the hardest, and one that leads on before one that does not.
    let worth =
        |(_, question): &(usize, &Question)| (!question.claim.see.is_empty(), question.difficulty);
    let Some((place, question)) = missed.rev().max_by_key(worth) else { return nothing() };
    let cx = &cx.reviewing(place);
    classed("div", "sc-missed")
        .tag(classed("p", "sc-kicker").words(cx.say(MessageKey::QuizMissedFact)))
        .tag(classed("p", "sc-reviewed-prompt").child(prose(&question.prompt)))
        .child(reason(question))
        .child(see(cx, &question.claim))
        .done()
}

/// Every question of the round, folded: what was not right comes first.
fn review(cx: &ViewContext) -> Html {
    let mut asked: Vec<&Asked> = cx.session().quiz().asked().iter().collect();
    asked.sort_by_key(|asked| asked.reply.is_some_and(Reply::is_right));
    let list = classed("ul", "sc-review");
    let list = list.each(asked.len(), &|nth| reviewed(cx, asked[nth])).done();
    let line = words(cx.say(MessageKey::QuizReview));
    disclosure(cx, Disclosure::Review, "sc-entry", line, list)
}

/// One question of the round with the reader's answer and the right one.
fn reviewed(cx: &ViewContext, asked: &Asked) -> Html {
    let item = Item { section: Section::Trivia, index: asked.question };
    let cx = &cx.reviewing(asked.question);
    let Some(question) = cx.story().trivia.questions.get(asked.question) else {
        return nothing();
    };
    let grade = Grade::of(asked.reply);
    let given = if asked.is_given() {
        given_answer(cx, question, &asked.guess)
    } else {
        cx.say(MessageKey::QuizUnanswered)
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
