//! How far a round has come: in words, and as a mark for each question.

use super::grade::Grade;
use crate::session::Asked;
use crate::story::{Difficulty, MessageKey, Question};
use crate::view::context::ViewContext;
use crate::view::tag::{classed, nodes, tag};
use yew::prelude::*;

/// More marks than this are a bar.
const MOST_MARKS: usize = 30;

/// Where the reader is in the round, and until the verdict says it how many answers were right.
pub(super) fn progress(cx: &ViewContext, question: &Question, asked: &Asked) -> Html {
    let quiz = cx.session().quiz();
    let (at, total) = ((quiz.at() + 1).to_string(), quiz.asked().len().to_string());
    let place = cx.fill(MessageKey::QuizProgress, &[("n", &at), ("total", &total)]);
    let mut words = classed("p", "sc-progress-words")
        .tag(tag("span").words(place))
        .tag(tag("span").words(cx.say(difficulty_name(question.difficulty))));
    if asked.reply.is_none() {
        words = words.tag(tag("span").words(cx.count(MessageKey::QuizScore, quiz.right())));
    }
    nodes(vec![words.done(), track(cx)])
}

/// A mark for each question of the round: how it was answered, by colour and shape, and which is
/// being asked. What they say stands in words elsewhere.
pub(super) fn track(cx: &ViewContext) -> Html {
    let quiz = cx.session().quiz();
    let asked = quiz.asked();
    if asked.len() > MOST_MARKS {
        let bar = classed("progress", "sc-progress").attr("aria-hidden", "true");
        let bar = bar.set("max", asked.len().to_string());
        return bar.set("value", quiz.answered().to_string()).done();
    }
    let mark = |nth: usize| {
        let now = if nth == quiz.at() { "sc-bead sc-now " } else { "sc-bead " };
        tag("span").set("class", [now, asked.get(nth).map_or("", class)].concat()).done()
    };
    classed("div", "sc-track").attr("aria-hidden", "true").each(asked.len(), &mark).done()
}

/// What colours and shapes the mark of a question; nothing before it has a reply.
fn class(asked: &Asked) -> &'static str {
    match asked.reply {
        Some(_) => Grade::of(asked.reply).mark_class(),
        None => "",
    }
}

/// The message that names a difficulty.
pub(super) fn difficulty_name(difficulty: Difficulty) -> MessageKey {
    match difficulty {
        Difficulty::Easy => MessageKey::QuizEasy,
        Difficulty::Medium => MessageKey::QuizMedium,
        Difficulty::Hard => MessageKey::QuizHard,
    }
}
