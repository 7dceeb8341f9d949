//! The right answers to a story's questions.

use story_card::session::Guess;
use story_card::story::{Data, Form, Placing, Story};

/// An answer with full credit.
pub(crate) fn right_answer(story: &Story, form: &Form) -> Guess {
    match form {
        Form::One { answer, .. } => Guess::One(*answer),
        Form::Several { answers, .. } => Guess::Several(answers.clone()),
        Form::TrueFalse { answer } => Guess::TrueFalse(*answer),
        Form::Order { items } => Guess::Order((0..items.len()).collect()),
        Form::Estimate { answer, .. } => Guess::Estimate(answer.value),
        Form::Match { pairs } => Guess::Match((0..pairs.len()).map(Some).collect()),
        Form::Draw { chart, .. } => Guess::Draw(true_values(story, *chart)),
        Form::Type { answer, .. } => Guess::Type(answer.words()),
        Form::Place { event, .. } => {
            let placing = Placing::of(story, form).unwrap();
            let (start, end) = story.timeline.events[*event].when.span(story.timeline.clock);
            Guess::Place(placing.step_at(f64::midpoint(start, end)))
        }
    }
}

/// The known values of a chart's first series.
pub(crate) fn true_values(story: &Story, chart: usize) -> Vec<f64> {
    match &story.charts[chart].data {
        Data::Rows(rows) => rows.rows.iter().filter_map(|row| Some(row.values[0]?.value)).collect(),
        Data::Columns(columns) => columns.lines[0].y.iter().copied().flatten().collect(),
    }
}
