//! What the types of a story promise, checked on a whole story.

use std::collections::HashSet;

use story_card::story::{
    AxisScale, Chart, ChartKind, Claim, Columns, Data, Date, EventTime, Form, Inline, Item,
    LaneKind, Number, Placing, Question, Rows, Section, SeriesMark, Stack, Story, Text, folded,
};

/// Panics if a story breaks a promise of its types.
pub(crate) fn check(story: &Story) {
    identity(story);
    story.items().for_each(|item| item_of(story, item));
    overview(story);
    story.trivia.questions.iter().for_each(|question| question_of(story, question));
    bands(story);
    timeline(story);
    story.charts.iter().for_each(|chart| chart_of(story, chart));
    statements(story);
}

fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
}

fn is_sane(value: f64) -> bool {
    value.abs() <= 1e15
}

fn identity(story: &Story) {
    assert!(is_id(&story.id));
    assert!(!story.title.trim().is_empty());
    let shown: HashSet<_> = story.sections.iter().collect();
    assert!(!shown.is_empty() && shown.len() == story.sections.len());
    for section in Section::ALL {
        let has_content = story.item_count(section) > 0
            || (section == Section::Overview && !story.overview.text.is_empty());
        assert!(has_content || !shown.contains(&section));
        assert!(!has_content || shown.contains(&section) || section == Section::Sources);
    }
    let ids = story.items().map(|item| story.item_id(item));
    let ids: Vec<&str> = ids.chain(story.timeline.lanes.iter().map(|lane| &*lane.id)).collect();
    assert!(ids.iter().all(|id| is_id(id)));
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    for source in &story.sources {
        assert!(!source.title.trim().is_empty());
        assert!(source.url.as_ref().is_none_or(|url| url.starts_with("http")));
    }
}

fn item_of(story: &Story, item: Item) {
    let Some(claim) = story.claim(item) else {
        assert_eq!(item.section, Section::Sources);
        return;
    };
    claim_of(story, claim);
    assert!(!claim.see.contains(&item));
    assert!(!story.item_title(item).trim().is_empty());
}

fn sources_of(story: &Story, sources: &[usize]) {
    assert!(!sources.is_empty());
    assert!(sources.iter().all(|source| *source < story.sources.len()));
    assert_eq!(sources.iter().collect::<HashSet<_>>().len(), sources.len());
}

fn claim_of(story: &Story, claim: &Claim) {
    sources_of(story, &claim.sources);
    for link in &claim.see {
        assert!(link.index < story.item_count(link.section));
        assert!(story.sections.contains(&link.section));
    }
}

fn number(number: &Number) {
    assert!(number.low <= number.value && number.value <= number.high);
    assert!(is_sane(number.low) && is_sane(number.high));
}

fn text(text: &Text) {
    assert!(!text.words().trim().is_empty());
    for inline in &text.0 {
        match inline {
            Inline::Plain(words) | Inline::Emphasis(words) => assert!(!words.is_empty()),
            Inline::Link { label, href } => {
                assert!(!label.trim().is_empty());
                assert!(href.starts_with("https://") || href.starts_with("http://"));
                assert!(!href.contains(['"', '<', '>', ' ']));
            }
        }
    }
}

fn overview(story: &Story) {
    for paragraph in &story.overview.text {
        text(&paragraph.text);
        sources_of(story, &paragraph.sources);
    }
    story.overview.figures.iter().for_each(|figure| number(&figure.value));
}

fn bands(story: &Story) {
    let bands = &story.trivia.bands;
    assert!(bands.iter().all(|band| (0.0..=1.0).contains(&band.from)));
    assert!(bands.windows(2).all(|pair| pair[0].from < pair[1].from));
}

fn question_of(story: &Story, question: &Question) {
    assert!(question.points >= 1);
    text(&question.prompt);
    text(&question.explanation);
    let unique = |ids: Vec<&String>| {
        assert!(ids.len() >= 2);
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    };
    match &question.form {
        Form::One { options, answer } => {
            unique(options.iter().map(|option| &option.id).collect());
            assert!(*answer < options.len());
        }
        Form::Several { options, answers } => {
            unique(options.iter().map(|option| &option.id).collect());
            assert!(!answers.is_empty() && answers.iter().all(|answer| *answer < options.len()));
            assert!(answers.windows(2).all(|pair| pair[0] < pair[1]));
        }
        Form::TrueFalse { .. } => {}
        Form::Order { items } => unique(items.iter().map(|item| &item.id).collect()),
        Form::Estimate { answer, min, max, step, full, none, .. } => {
            number(answer);
            assert!(min < max && *step > 0.0 && *step <= max - min);
            assert!(*min <= answer.value && answer.value <= *max);
            assert!(*full >= 0.0 && full <= none);
        }
        Form::Match { pairs } => {
            unique(pairs.iter().map(|pair| &pair.id).collect());
            let rights: HashSet<_> = pairs.iter().map(|pair| pair.right.words()).collect();
            assert_eq!(rights.len(), pairs.len());
        }
        Form::Type { answer, alternatives } => {
            text(answer);
            let answer = answer.words();
            let can_be_typed = |it: &String| !folded(it).is_empty() && it.chars().count() <= 80;
            assert!(can_be_typed(&answer) && alternatives.iter().all(can_be_typed));
        }
        Form::Place { event, .. } => {
            let placing = Placing::of(story, &question.form).unwrap();
            assert!(placing.none > 0.0 && placing.window.0 < placing.window.1);
            let event = &story.timeline.events[*event];
            assert!(matches!(event.when, EventTime::Date(_)));
            assert!(!event.claim.spoiler || question.claim.spoiler);
        }
        Form::Draw { chart, tolerance } => {
            let chart = &story.charts[*chart];
            assert!(*tolerance > 0.0 && *tolerance <= 1.0);
            assert!(matches!(chart.kind, ChartKind::Bars | ChartKind::Lines));
            match &chart.data {
                Data::Rows(rows) => assert_eq!(rows.series.len(), 1),
                Data::Columns(columns) => assert_eq!(columns.lines.len(), 1),
            }
            assert!(!chart.claim.spoiler || question.claim.spoiler);
        }
    }
}

fn timeline(story: &Story) {
    let lanes = &story.timeline.lanes;
    let clock = story.timeline.clock;
    let mut last = (0, i64::MIN);
    for event in &story.timeline.events {
        let start = match (&event.when, lanes[event.lane].kind) {
            (EventTime::Date(date), LaneKind::Dates | LaneKind::Own) => date.order(clock),
            (EventTime::Order { from, to }, LaneKind::Order) => {
                assert!(from <= to);
                i64::from(*from)
            }
            _ => panic!("an event that does not fit its lane"),
        };
        let (from, to) = event.when.span(clock);
        assert!(from < to);
        assert!(last <= (event.lane, start));
        last = (event.lane, start);
        if let EventTime::Date(date @ (Date::Range(from, to) | Date::AboutRange(from, to))) =
            event.when
        {
            let clock = date.offset();
            assert!(from.start(clock) < to.start(clock) && from.end(clock) <= to.end(clock));
        }
    }
}

fn chart_of(story: &Story, chart: &Chart) {
    let has_rows = chart.kind.has_rows();
    for side in [&chart.unit.before, &chart.unit.after] {
        assert!(side.is_empty() || !side.trim().is_empty());
    }
    if let Some((low, high)) = chart.domain {
        assert!(low < high && is_sane(low) && is_sane(high));
        assert!(!chart.kind.is_filled() || (low <= 0.0 && 0.0 <= high));
    }
    match &chart.data {
        Data::Rows(rows) => {
            assert!(has_rows && chart.annotations.is_empty());
            rows_of(story, chart, rows);
        }
        Data::Columns(columns) => {
            assert!(!has_rows);
            columns_of(story, chart, columns);
        }
    }
}

fn rows_of(story: &Story, chart: &Chart, rows: &Rows) {
    assert!((1..=5).contains(&rows.series.len()) && !rows.rows.is_empty());
    match chart.kind {
        ChartKind::Ranges | ChartKind::Slope => assert_eq!(rows.series.len(), 2),
        ChartKind::Shares | ChartKind::Tiles => assert_eq!(rows.series.len(), 1),
        _ => {}
    }
    let is_whole = chart.kind == ChartKind::Shares;
    assert!(!is_whole || (2..=5).contains(&rows.rows.len()));
    let dated = rows.rows.iter().filter(|row| row.date.is_some()).count();
    assert!(dated == 0 || dated == rows.rows.len());
    assert!(rows.series.iter().any(|series| series.mark == SeriesMark::Bar));
    let is_share = is_whole || rows.stack == Stack::Percent;
    assert!(rows.series.len() == 1 || rows.series.iter().all(|series| !series.label.is_empty()));
    assert!(rows.rows.iter().flat_map(|row| &row.values).any(Option::is_some));
    for row in &rows.rows {
        sources_of(story, &row.sources);
        assert!(row.sources.iter().all(|source| chart.claim.sources.contains(source)));
        assert_eq!(row.values.len(), rows.series.len());
        assert!(!is_whole || row.values.iter().all(Option::is_some));
        for value in row.values.iter().flatten() {
            number(value);
            assert!(!is_share || value.low >= 0.0);
        }
    }
}

fn columns_of(story: &Story, chart: &Chart, columns: &Columns) {
    assert!((1..=12).contains(&columns.lines.len()));
    for line in &columns.lines {
        sources_of(story, &line.sources);
        assert!(!line.x.is_empty());
        assert_eq!(line.x.len(), line.y.len());
        assert!(line.labels.is_empty() || line.labels.len() == line.x.len());
        let dates = if columns.x.scale == AxisScale::Date { line.x.len() } else { 0 };
        assert_eq!(line.dates.len(), dates);
        assert!(line.x.iter().chain(line.y.iter().flatten()).all(|value| is_sane(*value)));
        assert!(!chart.kind.is_joined() || line.x.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(line.band.is_empty() || line.band.len() == line.x.len());
        for (ends, y) in line.band.iter().zip(&line.y) {
            assert!(ends.is_none_or(|(low, high)| y.is_some_and(|y| low <= y && y <= high)));
        }
        assert_eq!(line.sizes.len(), if columns.size.is_some() { line.x.len() } else { 0 });
        assert!(line.sizes.iter().all(|size| *size >= 0.0));
        assert!(chart.kind != ChartKind::Areas || line.x == columns.lines[0].x);
    }
}

fn statements(story: &Story) {
    for outcome in &story.outcomes {
        sources_of(story, &outcome.expected.sources);
        sources_of(story, &outcome.happened.sources);
    }
    for dispute in &story.disputes {
        assert!(dispute.sides.len() >= 2);
        dispute.sides.iter().for_each(|side| sources_of(story, &side.sources));
    }
}
