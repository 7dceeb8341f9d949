//! Messages that count something: their English for one.

use super::MessageKey;

/// The messages that count something, which may have a form for each plural category, with the
/// English for one.
const COUNTED: &[(MessageKey, &str)] = &[
    (MessageKey::FootStatements, "{n} statement"),
    (MessageKey::FootSources, "{n} source"),
    (MessageKey::SpoilerQuestions, "One question with a spoiler is left out."),
    (MessageKey::QuizScore, "{n} right so far"),
    (MessageKey::QuizResult, "{score} of {total} point"),
    (MessageKey::QuizResultParts, "{right} of {total} right, and {n} in part"),
    (MessageKey::QuizLeft, "{n} more question for another round"),
    (MessageKey::QuizBest, "Best round so far: {score} of {total} point"),
    (MessageKey::QuizTimeLeft, "Seconds left: {n}"),
    (MessageKey::SpanYears, "{n} year"),
    (MessageKey::SpanMonths, "{n} month"),
    (MessageKey::SpanDays, "{n} day"),
    (MessageKey::SpanMinutes, "{n} minute"),
    (MessageKey::TimelineCluster, "One event"),
    (MessageKey::TimelineWhole, "The whole timeline, one event"),
    (MessageKey::HoldsFacts, "{n} fact"),
    (MessageKey::FactsMore, "One more fact"),
    (MessageKey::HoldsQuestions, "{n} question"),
    (MessageKey::HoldsEvents, "{n} event"),
    (MessageKey::ChartUnknown, "{n} value is missing."),
    (MessageKey::ChartPoints, "{n} percentage point"),
    (MessageKey::HoldsCharts, "{n} chart"),
    (MessageKey::HoldsPeople, "{n} person"),
    (MessageKey::HoldsAnswers, "{n} answer"),
    (MessageKey::HoldsOutcomes, "{n} compared"),
    (MessageKey::HoldsDisputes, "{n} point"),
    (MessageKey::ChartAll, "The chart"),
    (MessageKey::DateYearsAgo, "{n} year ago"),
    (MessageKey::DateMillionAgo, "{n} million years ago"),
    (MessageKey::DateBillionAgo, "{n} billion years ago"),
    (MessageKey::ListFound, "One found"),
    (MessageKey::SourceUses, "Used once"),
    (MessageKey::ErrorMore, "One more fault in the console"),
];

impl MessageKey {
    /// The built-in words for one, if the message counts something.
    pub fn english_one(self) -> Option<&'static str> {
        COUNTED.iter().find(|(key, _)| *key == self).map(|(_, words)| *words)
    }
}
