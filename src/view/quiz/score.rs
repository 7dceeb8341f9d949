//! The score of a round in a sentence, and what to say to it.

use crate::story::{MessageKey, Text, number};
use crate::view::context::ViewContext;

/// The score in one sentence.
pub(super) fn score(cx: &ViewContext) -> String {
    let (quiz, story) = (cx.session().quiz(), cx.story());
    points(cx, MessageKey::QuizResult, quiz.score(story), quiz.total(story))
}

/// A sentence about points.
pub(super) fn points(cx: &ViewContext, key: MessageKey, score: f64, total: f64) -> String {
    let tenths = |points: f64| number::format((points * 10.0).round() / 10.0, cx.messages());
    cx.fill_counted(key, total as usize, &[("score", &tenths(score)), ("total", &tenths(total))])
}

/// The sentence for the share of points reached: the author's, or a neutral one.
pub(super) fn band(cx: &ViewContext) -> Text {
    let (quiz, story) = (cx.session().quiz(), cx.story());
    let total = quiz.total(story);
    let share = if total > 0.0 { quiz.score(story) / total } else { 0.0 };
    let own = story.trivia.bands.iter().rev().find(|band| share >= band.from);
    if let Some(band) = own {
        return band.text.clone();
    }
    let key = match share {
        share if share >= 0.8 => MessageKey::QuizBandHigh,
        share if share >= 0.4 => MessageKey::QuizBandMiddle,
        _ => MessageKey::QuizBandLow,
    };
    Text::plain(cx.say(key))
}
