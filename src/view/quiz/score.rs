//! The score of a round in a sentence, and what to say to it.

use crate::story::{MessageKey, Text, number};
use crate::view::context::ViewContext;

/// The score in one sentence: in points where these are whole, else how many answers are right and
/// how many in part.
pub(super) fn score(cx: &ViewContext) -> String {
    let (quiz, story) = (cx.session().quiz(), cx.story());
    let score = quiz.score(story);
    if (score - score.round()).abs() < 1e-9 {
        return points(cx, MessageKey::QuizResult, score.round(), quiz.total(story));
    }
    let partly = quiz.partly();
    let counts = [quiz.right(), quiz.asked().len(), partly];
    let [right, total, n] = counts.map(|count| number::format(count as f64, cx.messages()));
    let values = [("right", &*right), ("total", &total), ("n", &n)];
    cx.messages().fill_counted(MessageKey::QuizResultParts, partly as f64, &values)
}

/// A sentence about points.
pub(super) fn points(cx: &ViewContext, key: MessageKey, score: f64, total: f64) -> String {
    let tenths = |points: f64| number::format((points * 10.0).round() / 10.0, cx.messages());
    let values = [("score", &*tenths(score)), ("total", &*tenths(total))];
    cx.messages().fill_counted(key, total, &values)
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
