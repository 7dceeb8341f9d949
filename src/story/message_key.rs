//! Every message of the card: its name in code, its key in a story, its English.
//!
//! Out: what a story puts in its place, and how it is filled (`messages`); the English for one thing
//! (`counted_message`).

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

messages! {
    Kicker "card.kicker" "Facts, with their sources",
    CardSections "card.sections" "Sections",
    CardMore "card.more" "More",
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
    HoldsFacts "section.holds-overview" "{n} facts",
    HoldsQuestions "section.holds-trivia" "{n} questions",
    HoldsEvents "section.holds-timeline" "{n} events",
    HoldsCharts "section.holds-charts" "{n} charts",
    HoldsPeople "section.holds-cast" "{n} people",
    HoldsAnswers "section.holds-faq" "{n} answers",
    HoldsOutcomes "section.holds-outcomes" "{n} compared",
    HoldsDisputes "section.holds-disputes" "{n} points",

    FactsMore "overview.more" "{n} more facts",

    NumberDecimal "number.decimal" ".",
    NumberGroup "number.group" ",",
    NumberGroupSizes "number.group-sizes" "3",
    NumberThousand "number.thousand" "{number} k",
    NumberMillion "number.million" "{number} mn",
    NumberBillion "number.billion" "{number} bn",
    NumberTrillion "number.trillion" "{number} tn",
    NumberScientific "number.scientific" "{number} × 10{power}",
    NumberRange "number.range" "{low} to {high}",
    NumberFrom "number.from" "from {low}",
    NumberTo "number.to" "to {high}",
    NumberUnit "number.unit" "{number} {unit}",
    NumberPercent "number.percent" "{number}{unit}",
    NumberUnitBefore "number.unit-before" "{unit}{number}",
    DateMonths "date.months" "January|February|March|April|May|June|July|August|September|October|November|December",
    DateMonthsShort "date.months-short" "Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec",
    DateMonth "date.month" "{month} {year}",
    DateDay "date.day" "{day} {month} {year}",
    DateDayMonth "date.day-month" "{day} {month}",
    DateQuarter "date.quarter" "Q{n} {year}",
    DateDecade "date.decade" "{year}s",
    DateDecadeBehind "date.decade-behind" "the {year}s",
    DateTime "date.time" "{date}, {time}",
    DateClock "date.clock" "{hour}:{minute}",
    DateOffset "date.offset" "{time} UTC{offset}",
    DateBce "date.bce" "{year} BCE",
    DateCe "date.ce" "{year} CE",
    DateYearsAgo "date.years-ago" "{n} years ago",
    DateMillionAgo "date.million-years-ago" "{n} million years ago",
    DateBillionAgo "date.billion-years-ago" "{n} billion years ago",
    DateAgo "date.ago" "{number} ago",
    DateAbout "date.about" "about {date}",
    DateBefore "date.before" "before {date}",
    DateAfter "date.after" "after {date}",
    DateFrom "date.from" "from {date} on",
    DateUntil "date.until" "until {date}",
    DateRange "date.range" "{from} to {to}",

    StatusReported "status.reported" "reported",
    StatusExpected "status.expected" "expected",
    StatusOpinion "status.opinion" "opinion",
    StatusDerived "status.derived" "worked out from the sources",
    SourcesLabel "claim.sources" "Sources:",
    SourceMark "claim.source" "Source {n}: {title}",
    SourceOpen "claim.source-open" "Open",
    SourceRests "claim.source-rests" "All that rests on it",
    SourceClose "claim.source-close" "Close",
    SourceBack "claim.source-back" "Back to the statement",
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
    QuizType "quiz.type" "Type the answer",
    QuizArticles "quiz.articles" "the a an",
    QuizTrue "quiz.true" "True",
    QuizFalse "quiz.false" "False",
    QuizHint "quiz.hint" "Hint",
    QuizCheck "quiz.check" "Check the answer",
    QuizCheckNone "quiz.check-none" "Choose an answer first",
    QuizCheckSeveral "quiz.check-several" "Choose at least one answer first",
    QuizCheckNumber "quiz.check-number" "Set a number first",
    QuizCheckPairs "quiz.check-pairs" "Choose a match for each entry first",
    QuizCheckDraw "quiz.check-draw" "Set a value first",
    QuizCheckPlace "quiz.check-place" "Put the event onto the line first.",
    QuizPlace "quiz.place" "Place it in time",
    QuizPlaceHow "quiz.place-how" "Press or drag along the line",
    QuizPlaceLabel "quiz.place-label" "When it happened",
    QuizPlaceTyped "quiz.place-typed" "A date such as {date}",
    QuizPlaceBack "quiz.place-back" "Earlier",
    QuizPlaceOn "quiz.place-on" "Later",
    QuizEarly "quiz.early" "{date} ({span} early)",
    QuizLate "quiz.late" "{date} ({span} late)",
    SpanYears "span.years" "{n} years",
    SpanMonths "span.months" "{n} months",
    SpanDays "span.days" "{n} days",
    SpanMinutes "span.minutes" "{n} minutes",
    QuizCheckType "quiz.check-type" "Type an answer first",
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
    QuizVerdictTyped "quiz.verdict-typed" "Right. The answer is: {answer}.",
    QuizVerdictSlip "quiz.verdict-slip" "Right, but for the spelling. The answer is: {answer}.",
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
    QuizDrawBars "quiz.draw-bars" "Drag each bar to your guess",
    QuizDrawLine "quiz.draw-line" "Draw the line in one stroke, or drag its points",
    QuizUnset "quiz.unset" "not set yet",
    QuizValuePrevious "quiz.value-previous" "Previous value",
    QuizValueNext "quiz.value-next" "Next value",
    QuizOff "quiz.off" "Off on average",
    QuizClosest "quiz.closest" "Closest",
    QuizFurthest "quiz.furthest" "Furthest off",
    QuizDifference "quiz.difference" "Difference",
    QuizMatchChoose "quiz.match-choose" "Choose",
    QuizEstimateLabel "quiz.estimate-label" "Your estimate",
    QuizResult "quiz.result" "{score} of {total} points",
    QuizResultParts "quiz.result-parts" "{right} of {total} right, and {n} in part",
    QuizResultHeading "quiz.result-heading" "Your round",
    QuizAgain "quiz.again" "Play another round",
    QuizRetry "quiz.retry" "Try the wrong ones again",
    QuizReview "quiz.review" "Every question, with your answer",
    QuizMissedFact "quiz.missed-fact" "Worth knowing, from what you missed",
    QuizLength "quiz.length" "Questions in a round:",
    QuizLengthAll "quiz.length-all" "All {n}",
    QuizFinishNow "quiz.finish-now" "Finish now",
    QuizLeft "quiz.left" "{n} more questions for another round",
    QuizStreak "quiz.streak" "{n} in a row are right.",
    QuizClosestSoFar "quiz.closest-so-far" "Your closest estimate so far.",
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
    TimelineOtherDates "timeline.other-dates" "{date}; other sources give {others}",
    TimelinePlace "timeline.place" "Place {n}",
    TimelineLeftOut "timeline.left-out" "Events left out here: {n}.",
    TimelineEarlier "timeline.earlier" "Before: {event}",
    TimelineLater "timeline.later" "After: {event}",
    TimelineBefore "timeline.before" "{n} earlier",
    TimelineBeyond "timeline.beyond" "{n} later",
    TimelineByRank "timeline.by-rank" "in order, not to scale",
    TimelineWindow "timeline.window" "{from} to {to}, {n} of {all} events",
    TimelineZoom "timeline.zoom" "What is shown",
    TimelineZoomIn "timeline.zoom-in" "Zoom in",
    TimelineZoomOut "timeline.zoom-out" "Zoom out",
    TimelineFit "timeline.fit" "All",
    TimelineFirst "timeline.first" "Start",
    TimelineLanes "timeline.lanes" "Lanes",
    TimelineTags "timeline.tags" "Tags",
    TimelineFind "timeline.find" "Find events",
    TimelineNone "timeline.none" "No event has this. Take a filter away.",
    TimelineStep "timeline.step" "{event}, {n} of {all}",
    TimelineEras "timeline.eras" "Phases",
    TimelineWhole "timeline.whole" "The whole timeline, {n} events",
    ListAll "list.all" "All {n}",
    ListComma "list.comma" ", ",
    ListSemicolon "list.semicolon" "; ",
    ListExpand "list.expand" "Open all",
    ListCollapse "list.collapse" "Close all",
    ListFind "list.find" "Find",
    ListFound "list.found" "{n} found",
    ListFile "list.file" "The whole list (CSV)",

    ChartChoose "chart.choose" "Choose a chart",
    ChartPrevious "chart.previous" "Previous chart",
    ChartNext "chart.next" "Next chart",
    ChartAll "chart.all" "All {n} charts",
    ChartNotes "chart.notes" "Notes",
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
    ChartCut "chart.cut" "bar cut short",
    ChartFocus "chart.focus" "Series in focus",
    ChartLog "chart.log" "logarithmic axis",
    ChartSymlog "chart.symlog" "axis logarithmic on both sides of 0",
    ChartTotal "chart.total" "Total",
    ChartHighest "chart.highest" "Highest: {words}.",
    ChartLowest "chart.lowest" "Lowest: {words}.",
    ChartFirst "chart.first" "First: {words}.",
    ChartLast "chart.last" "Last: {words}.",
    ChartDiffer "chart.differ" "Sources differ most here: {words}.",
    ChartUnknown "chart.unknown" "{n} values are missing.",
    ChartCompare "chart.compare" "Press a value to compare others with it.",
    ChartPinned "chart.pinned" "{words}. Others are compared with it.",
    ChartCompared "chart.compared" "{words}. Against {other}: {difference}",
    ChartTimes "chart.times" "{difference}, {times} times",
    ChartPoints "chart.points" "{n} percentage points",
    ChartArrange "chart.arrange" "Arrange",
    ChartOrder "chart.order" "Order",
    ChartOrderStory "chart.order-story" "As given",
    ChartOrderValue "chart.order-value" "Highest first",
    ChartOrderName "chart.order-name" "By name",
    ChartShares "chart.shares" "As shares of the whole",
    ChartValues "chart.values" "As values",
    ChartFind "chart.find" "Find entries",
    ChartFoundNone "chart.found-none" "None found: all are shown.",
    ChartExport "chart.export" "Save",
    ChartCopyValues "chart.copy-values" "Copy the values",
    ChartSaveValues "chart.save-values" "Save the values (CSV)",
    ChartSaveDrawing "chart.save-drawing" "Save the drawing (SVG)",
    ChartCopied "chart.copied" "The values are copied.",
    ChartSaved "chart.saved" "Saved as {file}.",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_by_its_id_and_is_unique() {
        for key in MessageKey::ALL {
            assert_eq!(MessageKey::from_id(key.id()), Some(*key));
        }
        assert_eq!(MessageKey::from_id("nothing"), None);
    }
}
