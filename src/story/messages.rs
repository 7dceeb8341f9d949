//! What the card itself says: English built in, any of it replaced by a story.

use super::PluralCategory;

/// Declares every message once: its name in code, its key in a story, its English.
macro_rules! messages {
    ($($name:ident $key:literal $english:literal,)+) => {
        /// Names one message of the card.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum MessageKey {
            $(
                #[doc = concat!("`", $key, "`: ", $english)]
                $name,
            )+
        }

        /// The keys of all messages, each on a line.
        const IDS: &str = concat!($($key, "\n"),+);

        /// The English of all messages, each on a line.
        const ENGLISH: &str = concat!($($english, "\n"),+);

        impl MessageKey {
            /// Every message.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The key under which a story's `messages` replaces it.
            pub fn id(self) -> &'static str {
                line(IDS, self)
            }

            /// The message with this key.
            pub fn from_id(id: &str) -> Option<Self> {
                let place = IDS.lines().position(|known| known == id)?;
                Self::ALL.get(place).copied()
            }

            /// The built-in words.
            pub fn english(self) -> &'static str {
                line(ENGLISH, self)
            }
        }
    };
}

/// The line of a message: one long text is lighter than a table of short ones.
fn line(lines: &'static str, key: MessageKey) -> &'static str {
    lines.split('\n').nth(key as usize).unwrap_or("")
}

/// The messages that count something, which may have a form for each plural category, with the
/// English for one.
const COUNTED: &[(MessageKey, &str)] = &[
    (MessageKey::FootStatements, "{n} statement"),
    (MessageKey::FootSources, "{n} source"),
    (MessageKey::SpoilerQuestions, "One question with a spoiler is left out."),
    (MessageKey::QuizScore, "{n} right so far"),
    (MessageKey::QuizResult, "{score} of {total} point"),
    (MessageKey::QuizBest, "Best round so far: {score} of {total} point"),
    (MessageKey::QuizTimeLeft, "Seconds left: {n}"),
    (MessageKey::TimelineCluster, "One event"),
    (MessageKey::SourceUses, "Used once"),
    (MessageKey::ErrorMore, "One more fault in the console"),
];

impl MessageKey {
    /// The built-in words for one, if the message counts something.
    pub fn english_one(self) -> Option<&'static str> {
        COUNTED.iter().find(|(key, _)| *key == self).map(|(_, words)| *words)
    }
}

messages! {
    Kicker "card.kicker" "Facts, with their sources",
    CardSections "card.sections" "Sections",
    FootStatements "card.statements" "{n} statements",
    FootSources "card.sources" "{n} sources",
    FootPrivate "card.private" "Nothing is sent or stored",
    FootStored "card.stored" "Nothing is sent; answers stay in this browser",
    AsOf "claim.as-of" "as of {date}",

    SectionOverview "section.overview" "Overview",
    SectionTrivia "section.trivia" "Trivia",
    SectionTimeline "section.timeline" "Timeline",
    SectionCharts "section.charts" "Charts",
    SectionCast "section.cast" "Cast",
    SectionFaq "section.faq" "Questions",
    SectionOutcomes "section.outcomes" "Expectations",
    SectionDisputes "section.disputes" "Disputes",
    SectionSources "section.sources" "Sources",

    NumberDecimal "number.decimal" ".",
    NumberGroup "number.group" ",",
    NumberThousand "number.thousand" "{number} k",
    NumberMillion "number.million" "{number} mn",
    NumberBillion "number.billion" "{number} bn",
    NumberTrillion "number.trillion" "{number} tn",
    NumberScientific "number.scientific" "{number} × 10{power}",
    NumberRange "number.range" "{low} to {high}",
    NumberFrom "number.from" "from {low}",
    NumberTo "number.to" "to {high}",
    NumberUnit "number.unit" "{number} {unit}",
    NumberUnitBefore "number.unit-before" "{unit}{number}",
    DateMonths "date.months" "January|February|March|April|May|June|July|August|September|October|November|December",
    DateMonthsShort "date.months-short" "Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec",
    DateMonth "date.month" "{month} {year}",
    DateDay "date.day" "{day} {month} {year}",
    DateDayMonth "date.day-month" "{day} {month}",
    DateBce "date.bce" "{year} BCE",
    DateAbout "date.about" "about {date}",
    DateBefore "date.before" "before {date}",
    DateAfter "date.after" "after {date}",
    DateRange "date.range" "{from} to {to}",

    StatusReported "status.reported" "reported",
    StatusExpected "status.expected" "expected",
    StatusOpinion "status.opinion" "opinion",
    StatusDerived "status.derived" "worked out from the sources",
    SourcesLabel "claim.sources" "Sources:",
    SourceMark "claim.source" "Source {n}: {title}",
    SourcesDiffer "claim.disputed" "sources give {spread}",
    SeeQuestion "see.trivia" "Try the question on this",
    SeeEvent "see.timeline" "See it in the timeline",
    SeeChart "see.charts" "See it in the chart",
    SeePerson "see.cast" "See who it is",
    SeeAnswer "see.faq" "See the answer",
    SeeOutcome "see.outcomes" "See what came of it",
    SeeDispute "see.disputes" "Sources differ",
    SeeOverview "see.overview" "See the overview",
    SeeSource "see.sources" "See the source",

    SpoilerFolded "spoiler.folded" "Spoiler, folded",
    SpoilerShowItem "spoiler.show-item" "Show this spoiler: {section}, {n}",
    SpoilerShow "spoiler.show" "Show this spoiler",
    SpoilerShowAll "spoiler.show-all" "Show all spoilers",
    SpoilerHideAll "spoiler.hide-all" "Fold all spoilers",
    SpoilerQuestions "spoiler.questions" "{n} questions with spoilers are left out.",

    QuizProgress "quiz.progress" "{n} of {total}",
    QuizScore "quiz.score" "{n} right so far",
    QuizEasy "quiz.easy" "easy",
    QuizMedium "quiz.medium" "medium",
    QuizHard "quiz.hard" "hard",
    QuizOne "quiz.one" "Choose one answer",
    QuizSeveral "quiz.several" "Choose all that apply",
    QuizTrueFalse "quiz.true-false" "True or false?",
    QuizOrder "quiz.order" "Put these in order",
    QuizEstimate "quiz.estimate" "Estimate the number",
    QuizMatch "quiz.match" "Match the pairs",
    QuizDraw "quiz.draw" "Set each value where you think it stands",
    QuizTrue "quiz.true" "True",
    QuizFalse "quiz.false" "False",
    QuizHint "quiz.hint" "Hint",
    QuizCheck "quiz.check" "Check the answer",
    QuizCheckNone "quiz.check-none" "Choose an answer first",
    QuizCheckSeveral "quiz.check-several" "Choose at least one answer first",
    QuizCheckNumber "quiz.check-number" "Set a number first",
    QuizCheckPairs "quiz.check-pairs" "Choose a match for each entry first",
    QuizCheckDraw "quiz.check-draw" "Set a value first",
    QuizNext "quiz.next" "Next question",
    QuizSkip "quiz.skip" "Skip",
    QuizFinish "quiz.finish" "See the result",
    QuizRight "quiz.right" "Right",
    QuizWrong "quiz.wrong" "Not right",
    QuizPartly "quiz.partly" "Partly right",
    QuizSkipped "quiz.skipped" "Skipped",
    QuizYourAnswer "quiz.your-answer" "Your answer",
    QuizRightAnswer "quiz.right-answer" "Right answer",
    QuizFindAll "quiz.find-all" "Find all that are right: each option tells as you open it, the reason comes with the last",
    QuizPlayLive "quiz.play-live" "Play this question in the live card",
    QuizMissed "quiz.missed" "Missed",
    QuizUnanswered "quiz.unanswered" "Not answered",
    QuizVerdictRight "quiz.verdict-right" "Right.",
    QuizVerdictWrong "quiz.verdict-wrong" "Not right. The answer is: {answer}.",
    QuizVerdictSkipped "quiz.verdict-skipped" "Not answered. The answer is: {answer}.",
    QuizVerdictPartly "quiz.verdict-partly" "Partly right. The answer is: {answer}.",
    QuizMoveUp "quiz.move-up" "Move {item} up",
    QuizMoveDown "quiz.move-down" "Move {item} down",
    QuizMoved "quiz.moved" "{item} is now {n} of {total}",
    QuizPartSeveral "quiz.part-several" "Right ones chosen: {n} of {total}; wrong ones, which count against them: {wrong}",
    QuizPartOrder "quiz.part-order" "Pairs of entries that stand in the right order: {n} of {total}",
    QuizPartMatch "quiz.part-match" "Right pairs: {n} of {total}",
    QuizDrawn "quiz.drawn" "{words}, you drew {guess}",
    QuizDrawnHigh "quiz.drawn-high" "{words}, you drew {guess}: {difference} too high",
    QuizDrawnLow "quiz.drawn-low" "{words}, you drew {guess}: {difference} too low",
    QuizMatchChoose "quiz.match-choose" "Choose",
    QuizEstimateLabel "quiz.estimate-label" "Your estimate",
    QuizResult "quiz.result" "{score} of {total} points",
    QuizResultHeading "quiz.result-heading" "Your round",
    QuizAgain "quiz.again" "Play another round",
    QuizRetry "quiz.retry" "Try the wrong ones again",
    QuizReview "quiz.review" "Every question, with your answer",
    QuizBandHigh "quiz.band-high" "You know this story thoroughly.",
    QuizBandMiddle "quiz.band-middle" "You know a good part of this story.",
    QuizBandLow "quiz.band-low" "There is much here still to discover.",
    QuizWhy "quiz.why" "Why",
    QuizBack "quiz.back" "Back to the question",
    QuizTimer "quiz.timer" "Timer",
    QuizTimeLeft "quiz.time-left" "Seconds left: {n}",
    QuizTimeUp "quiz.time-up" "Time is up.",
    QuizBest "quiz.best" "Best round so far: {score} of {total} points",
    QuizForget "quiz.forget" "Forget my answers",
    QuizEmpty "quiz.empty" "There is no question to ask while spoilers are folded.",

    ShareCopy "share.copy" "Copy result",
    ShareSend "share.send" "Share",
    ShareLink "share.link" "Copy link",
    SharePicture "share.picture" "Save picture",
    ShareCopied "share.copied" "The result is copied.",
    ShareLinkCopied "share.link-copied" "The link is copied. It opens the same questions in the same order.",
    ShareTake "share.take" "The browser did not take the text. Copy it from here.",
    SharePictureMade "share.picture-made" "The picture is saved as {file}.",
    ShareNoPicture "share.no-picture" "This browser makes no picture.",

    TimelineCluster "timeline.cluster" "{n} events close together",
    TimelineWalk "timeline.walk" "Walk through the events of the drawing",
    TimelineToList "timeline.to-list" "See it in the list",
    TimelinePlace "timeline.place" "Place {n}",
    TimelineLeftOut "timeline.left-out" "Events left out here: {n}.",
    ListFile "list.file" "The whole list (CSV)",

    ChartTable "chart.table" "Show as table",
    ChartWalk "chart.walk" "Walk through the values of: {title}",
    ChartValue "chart.value" "{label}: {value}",
    ChartSeriesValue "chart.series-value" "{label}, {series}: {value}",
    ChartNoValue "chart.no-value" "no figure found",
    ChartDetail "chart.detail" "{words}, {detail}",
    ChartMissing "chart.missing" "What is missing here",
    ChartColumnItem "chart.column-item" "Entry",
    ChartColumnValue "chart.column-value" "Value",
    ChartColumnSeries "chart.column-series" "Series",
    ChartColumnNote "chart.column-note" "Note",
    ChartColumnSources "chart.column-sources" "Sources",
    ChartLeftOut "chart.left-out" "Rows left out here: {n}.",
    ChartTotal "chart.total" "Total",
    ChartReference "chart.reference" "Marked line at {value}: {label}",

    CastReturning "cast.returning" "returning",
    OutcomeExpected "outcome.expected" "Expected",
    OutcomeHappened "outcome.happened" "Happened",
    OutcomeMet "outcome.met" "met",
    OutcomePartly "outcome.partly" "partly met",
    OutcomeMissed "outcome.missed" "missed",
    OutcomeOpen "outcome.open" "open",
    DisputeSettled "dispute.settled" "settled",
    DisputePartly "dispute.partly" "partly settled",
    DisputeOpen "dispute.open" "open",
    DisputeOpinion "dispute.opinion" "matter of opinion",
    SourceUses "source.uses" "Used {n} times",

    ErrorTitle "error.title" "This card cannot be shown",
    ErrorUnavailable "error.unavailable" "The live card cannot be loaded.",
    ErrorRetry "error.retry" "Try again",
    ErrorMore "error.more" "{n} more faults in the console",
}

/// What the card says, in the story's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages {
    replaced: Vec<(MessageKey, PluralCategory, String)>,
}

impl Messages {
    /// English, with these messages replaced.
    pub fn new(replaced: Vec<(MessageKey, String)>) -> Self {
        let replaced = replaced.into_iter();
        Self::with_forms(replaced.map(|(key, text)| (key, PluralCategory::Other, text)).collect())
    }

    /// English, with these messages replaced; each has a text for `Other`, counted ones may have
    /// texts for other categories as well.
    pub fn with_forms(replaced: Vec<(MessageKey, PluralCategory, String)>) -> Self {
        Self { replaced }
    }

    /// The words that the story brings for a category.
    fn form(&self, key: MessageKey, category: PluralCategory) -> Option<&str> {
        let mut all = self.replaced.iter();
        let form = all.find(|(name, form, _)| *name == key && *form == category);
        form.map(|(_, _, text)| text.as_str())
    }

    /// The words of a message, its placeholders unfilled.
    pub fn text(&self, key: MessageKey) -> &str {
        self.form(key, PluralCategory::Other).unwrap_or_else(|| key.english())
    }

    /// The words of a message for so many things, its placeholders unfilled; `category_of` knows
    /// the rules of the story's language, and is only asked where there is a choice.
    fn counted(
        &self,
        key: MessageKey,
        count: usize,
        category_of: impl FnOnce() -> PluralCategory,
    ) -> &str {
        match self.replaced.iter().filter(|(name, ..)| *name == key).count() {
            0 => key.english_one().filter(|_| count == 1).unwrap_or_else(|| key.english()),
            1 => self.text(key),
            _ => self.form(key, category_of()).unwrap_or_else(|| self.text(key)),
        }
    }

    /// The words of a message with `{name}` replaced by its value for each pair.
    ///
    /// A value is never looked into, so braces in a story's text stay as they are.
    pub fn fill(&self, key: MessageKey, values: &[(&str, &str)]) -> String {
        filled(self.text(key), values)
    }

    /// The same for so many things: in the form of that number.
    pub fn fill_counted(
        &self,
        key: MessageKey,
        count: usize,
        values: &[(&str, &str)],
        category_of: impl FnOnce() -> PluralCategory,
    ) -> String {
        filled(self.counted(key, count, category_of), values)
    }

    /// The name of a month, 1 to 12; empty for any other number.
    pub fn month(&self, month: u8) -> &str {
        nth(self.text(MessageKey::DateMonths), month)
    }

    /// The short name of a month, 1 to 12; empty for any other number.
    pub fn month_short(&self, month: u8) -> &str {
        nth(self.text(MessageKey::DateMonthsShort), month)
    }
}

/// A text with `{name}` replaced by its value for each pair.
fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, after))
        });
        if let Some((value, after)) = value {
            out.push_str(value);
            rest = after;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// The `n`-th of the names between bars, counted from 1.
fn nth(names: &str, n: u8) -> &str {
    usize::from(n).checked_sub(1).and_then(|place| names.split('|').nth(place)).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_filled_once_and_only_where_it_asks() {
        let messages =
            Messages::new(vec![(MessageKey::QuizProgress, "{n} von {total} {x}".into())]);
        assert_eq!(
            messages.fill(MessageKey::QuizProgress, &[("n", "{total}"), ("total", "9")]),
            "{total} von 9 {x}"
        );
    }

    #[test]
    fn a_count_takes_the_form_of_its_number() {
        let forms = [("one", "{n} Quelle"), ("other", "{n} Quellen")];
        let forms = forms.map(|(name, text)| {
            let category = PluralCategory::from_name(name).unwrap();
            (MessageKey::FootSources, category, text.to_owned())
        });
        let say = |messages: &Messages, count: usize| {
            let n = count.to_string();
            let one = || if count == 1 { PluralCategory::One } else { PluralCategory::Other };
            messages.fill_counted(MessageKey::FootSources, count, &[("n", &n)], one)
        };
        let german = Messages::with_forms(forms.to_vec());
        assert_eq!([1, 2].map(|n| say(&german, n)), ["1 Quelle", "2 Quellen"]);
        assert_eq!([1, 2].map(|n| say(&Messages::default(), n)), ["1 source", "2 sources"]);
        let plain = Messages::new(vec![(MessageKey::FootSources, "Quellen: {n}".into())]);
        assert_eq!([1, 2].map(|n| say(&plain, n)), ["Quellen: 1", "Quellen: 2"]);
    }

    #[test]
    fn every_key_is_found_by_its_id_and_is_unique() {
        for key in MessageKey::ALL {
            assert_eq!(MessageKey::from_id(key.id()), Some(*key));
        }
        assert_eq!(MessageKey::from_id("nothing"), None);
    }

    #[test]
    fn there_are_twelve_months() {
        let messages = Messages::default();
        assert_eq!(messages.month(1), "January");
        assert_eq!(messages.month_short(12), "Dec");
        assert_eq!(messages.month(0), "");
        assert_eq!(messages.month(13), "");
    }
}
