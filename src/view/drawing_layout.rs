//! What is drawn, and how it is laid out: for the canvas of the live card and the SVG of the
//! static one alike.

use super::StoryRef;
use super::context::ViewContext;
use super::event_words::active_scale;
use super::guess::drawn;
use crate::browser::hooks::measure;
use crate::layout::{
    self, ChartIndex, ChartView, Layout, PlacingView, TimelineIndex, TimelineRoom, TimelineView,
};
use crate::session::{ArrangedRef, Spoilers, TimelineState, chart_shown};
use crate::story::{Chart, Direction, Form, Item, Placing, ScaleId, Section};
use std::rc::Rc;

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
    /// The event that such a question asks to place in time.
    Place(usize),
}

/// What a layout is made of besides the subject.
#[derive(PartialEq)]
pub(super) struct LayoutInput {
    width: f64,
    /// Whether it stands on the cover.
    is_small: bool,
    /// Whether a strip stands below a chart that can be looked at in part.
    pub(super) has_strip: bool,
    story: StoryRef,
    /// The spoilers that are folded.
    spoilers: Spoilers,
    /// What of the timeline is shown.
    timeline: TimelineState,
    /// The picked event of the timeline.
    selected: Option<usize>,
    /// The scale that buttons move; none where windows cannot be moved.
    active: Option<ScaleId>,
    /// The chart as the reader has arranged it; none for as in the story.
    pub(super) arranged: Option<ArrangedRef>,
    /// The line of a chart that the reader has brought into focus.
    focus: Option<usize>,
    /// The part of its x axis that is shown; none for all.
    window: Option<(f64, f64)>,
    /// The values of a guess, and whether the true ones may be seen.
    drawn: Option<(Vec<f64>, bool)>,
}

impl LayoutInput {
    /// What a drawing is made of now, `width` CSS px wide.
    pub(super) fn new(cx: &ViewContext, subject: Subject, width: f64) -> Self {
        let session = cx.session();
        let mut input = Self {
            width,
            is_small: cx.is_cover,
            has_strip: false,
            story: cx.model.story.clone(),
            spoilers: Spoilers::default(),
            timeline: TimelineState::default(),
            selected: None,
            active: None,
            arranged: None,
            focus: None,
            window: None,
            drawn: None,
        };
        if !matches!(subject, Subject::Chart(_) | Subject::Guess(_)) {
            input.spoilers = session.spoilers().clone();
        }
        match subject {
            Subject::Timeline => {
                input.selected = cx.event().filter(|_| !cx.is_static());
                let can_move = !cx.is_static() && cx.story().timeline.events.len() > 1;
                input.active = can_move.then(|| active_scale(cx));
                input.timeline = session.timeline().clone();
            }
            Subject::Strip => input.selected = cx.story().lead_event(),
            Subject::Guess(question) | Subject::Place(question) => {
                input.drawn = drawn(cx, question);
            }
            Subject::Chart(chart) => {
                input.arranged = cx.arranged(chart).cloned();
                input.focus = session.focused_line(chart);
                input.has_strip = !cx.is_cover && !cx.is_static();
                input.window = session.chart_window(chart).filter(|_| input.has_strip);
            }
        }
        input
    }

    /// The chart at this place, as it is shown.
    fn chart(&self, place: usize) -> Option<&Chart> {
        chart_shown(self.arranged.as_ref(), &self.story, place)
    }

    /// Whether an event keeps its words folded.
    fn is_folded(&self, event: usize) -> bool {
        let item = Item { section: Section::Timeline, index: event };
        self.spoilers.fold(&self.story, item)
    }
}

/// A width, a story, which events the reader wants to see, and how a chart is arranged.
type MadeFor = (f64, StoryRef, Option<Rc<[bool]>>, Option<ArrangedRef>);

/// What of a layout stays the same while windows onto it move.
#[derive(Default)]
pub(super) struct Prepared {
    made_for: Option<MadeFor>,
    timeline: Option<(TimelineIndex, TimelineRoom)>,
    chart: Option<ChartIndex>,
}

impl Prepared {
    /// Lets go of what is no longer good.
    fn renew(&mut self, input: &LayoutInput) {
        let matching = input.timeline.matching().cloned();
        let arranged = input.arranged.clone();
        let made_for = Some((input.width, input.story.clone(), matching, arranged));
        if self.made_for != made_for {
            *self = Self { made_for, ..Self::default() };
        }
    }
}

/// The layout of a subject; none if the story has no such chart.
///
/// `prepared` keeps what is still good for the next layout of the same subject.
pub(super) fn layout_of(
    subject: Subject,
    input: &LayoutInput,
    prepared: &mut Prepared,
) -> Option<Layout> {
    prepared.renew(input);
    let LayoutInput { width, story, drawn, .. } = input;
    let (measure, messages) = (measure(), &story.messages);
    let layout = match subject {
        Subject::Chart(place) => {
            let chart = input.chart(place)?;
            let measure = measure.as_ref();
            let index = || layout::chart_index(chart, *width);
            let index = Some(&*prepared.chart.get_or_insert_with(index));
            let LayoutInput { is_small, focus, window, has_strip, .. } = *input;
            let view = ChartView { is_small, focus, window, has_strip, index };
            layout::chart_view(chart, view, messages, *width, measure)
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
        Subject::Place(question) => {
            let (drawn, is_known) = drawn.as_ref()?;
            let placing = Placing::of(story, &story.trivia.questions.get(question)?.form)?;
            let guess = drawn.first().map(|step| *step as i64);
            let hidden = &|event| input.is_folded(event);
            let view = PlacingView { placing: &placing, guess, is_known: *is_known, hidden };
            layout::placing(&story.timeline, &view, messages, *width, measure.as_ref())
        }
        Subject::Timeline | Subject::Strip => timeline(subject, input, prepared),
    };
    let is_mirrored = story.dir == Direction::Rtl;
    Some(if is_mirrored { layout.mirrored() } else { layout })
}

fn timeline(subject: Subject, input: &LayoutInput, prepared: &mut Prepared) -> Layout {
    let LayoutInput { width, story, timeline: state, selected, .. } = input;
    let (timeline, messages, measure) = (&story.timeline, &story.messages, measure());
    let is_small = subject == Subject::Strip;
    let window = |scale| state.window(timeline, scale);
    let view = TimelineView {
        window: &window,
        hidden: &|event| input.is_folded(event),
        selected: *selected,
        is_small,
        strip: input.active,
    };
    let find = || {
        let lead = selected.and_then(|event| timeline.events.get(event)).filter(|_| is_small);
        let index = match lead {
            Some(lead) => TimelineIndex::of_lane(timeline, lead.lane, &|_| true),
            None => TimelineIndex::new(timeline, &|event| state.shows(event)),
        };
        let measure = measure.as_ref();
        let room = layout::timeline_room(timeline, &index, &view, messages, *width, measure);
        (index, room)
    };
    let (index, room) = &*prepared.timeline.get_or_insert_with(find);
    let measure = measure.as_ref();
    layout::timeline(timeline, index, (&view, room), messages, *width, measure)
}
