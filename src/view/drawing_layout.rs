//! What is drawn, and how it is laid out: for the canvas of the live card and the SVG of the
//! static one alike.

use super::StoryRef;
use super::context::ViewContext;
use super::guess::drawn;
use crate::browser::hooks::measure;
use crate::layout::{self, Layout, TimelineView};
use crate::story::{Form, Section};

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The chart at this place of the story's list.
    Chart(usize),
    /// The timeline.
    Timeline,
    /// The lane of the event that the story leads with, as a way into the timeline.
    Strip,
    /// The answer to the question at this place of the story's pool, if it is the one being asked.
    Guess(usize),
}

/// What a layout is made of besides the subject.
#[derive(PartialEq)]
pub(super) struct LayoutInput {
    width: f64,
    /// Whether it stands on the cover.
    is_small: bool,
    story: StoryRef,
    /// By event of the timeline, whether its words are folded.
    folded: Vec<bool>,
    /// The picked event of the timeline.
    selected: Option<usize>,
    /// The values of a guess, and whether the true ones may be seen.
    drawn: Option<(Vec<f64>, bool)>,
}

impl LayoutInput {
    /// What a drawing is made of now, `width` CSS px wide.
    pub(super) fn new(cx: &ViewContext, subject: Subject, width: f64) -> Self {
        let (mut folded, mut selected, mut values) = (Vec::new(), None, None);
        match subject {
            Subject::Timeline | Subject::Strip => {
                for event in cx.story().items_of(Section::Timeline) {
                    folded.push(cx.is_folded(event));
                }
                selected = match subject {
                    Subject::Strip => cx.story().lead_event(),
                    _ => cx.event().filter(|_| !cx.is_static()),
                };
            }
            Subject::Guess(question) => values = drawn(cx, question),
            Subject::Chart(_) => {}
        }
        let (story, is_small) = (cx.model.story.clone(), cx.is_cover);
        Self { width, is_small, story, folded, selected, drawn: values }
    }
}

/// The layout of a subject; none if the story has no such chart.
pub(super) fn layout_of(subject: Subject, input: &LayoutInput) -> Option<Layout> {
    let LayoutInput { width, is_small, story, folded, selected, drawn } = input;
    let (measure, messages) = (measure(), &story.messages);
    Some(match subject {
        Subject::Chart(place) => {
            let chart = story.charts.get(place)?;
            let lay_out = if *is_small { layout::small_chart } else { layout::chart };
            lay_out(chart, messages, *width, measure.as_ref())
        }
        Subject::Guess(question) => {
            let (drawn, is_known) = drawn.as_ref()?;
            let measure = measure.as_ref();
            match &story.trivia.questions.get(question)?.form {
                Form::Draw { chart, .. } => {
                    let chart = story.charts.get(*chart)?;
                    layout::guess(chart, drawn, *is_known, messages, *width, measure)
                }
                Form::Estimate { answer, min, max, unit, .. } => {
                    let (guess, ends) = (*drawn.first()?, (*min, *max, unit));
                    layout::estimate(answer, guess, ends, messages, *width, measure)
                }
                _ => return None,
            }
        }
        Subject::Timeline | Subject::Strip => {
            let lead = selected.and_then(|event| story.timeline.events.get(event));
            let lane = lead.map(|event| event.lane).filter(|_| subject == Subject::Strip);
            let view = TimelineView {
                window: story.timeline.window_span(),
                hidden: &|event| folded.get(event).copied().unwrap_or(true),
                shown: &|shown| lane.is_none_or(|lane| lane == shown),
                selected: *selected,
                is_small: subject == Subject::Strip,
            };
            let (timeline, measure) = (&story.timeline, measure.as_ref());
            layout::timeline(timeline, &view, messages, *width, measure)
        }
    })
}
