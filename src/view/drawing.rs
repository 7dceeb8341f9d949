//! A chart or the timeline on canvas: laid out for the width there is, and what is under the
//! pointer. What stands around the canvas is in `scene`.

mod scene;
mod sketch;

use super::StoryRef;
use super::quiz::estimate::drawn;
use super::reader::Reader;
use super::tag::{classed, nodes, tag};
use crate::browser::hooks::{Painter, TouchGuard, WidthWatch, measure};
use crate::layout::{self, Layout, Mark, TimelineView};
use crate::session::Guess;
use crate::story::{Date, Form, Section};
use scene::Scene;
use std::cell::{Cell, RefCell};
use std::mem::replace;
use std::rc::Rc;
use yew::prelude::*;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The chart at this place of the story's list.
    Chart(usize),
    /// The timeline.
    Timeline,
    /// The answer to the question at this place of the story's pool, if it is the one being asked.
    Guess(usize),
}

/// What [`Drawing`] needs.
#[derive(Clone, PartialEq, Properties)]
struct DrawingProps {
    /// Story and session.
    reader: Reader,
    /// What is drawn.
    subject: Subject,
}

/// A chart or the timeline: on canvas, and in the static card as SVG.
pub(super) fn drawing(reader: &Reader, subject: Subject) -> Html {
    #[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
    if reader.is_static() {
        return super::page::printed(reader, subject);
    }
    html! { <Drawing reader={reader.clone()} {subject} /> }
}

/// A chart or the timeline on canvas.
struct Drawing {
    frame: NodeRef,
    canvas: NodeRef,
    watch: WidthWatch,
    painter: Painter,
    /// Of the frame, in whole CSS px; none before it is known.
    width: Option<f64>,
    /// The mark under the pointer.
    pointed: Option<Mark>,
    grip: Grip,
    /// Whether a finger that goes down is to drag and not to scroll.
    is_held: Rc<Cell<bool>>,
    guard: TouchGuard,
    /// The last layout and what it was made of.
    made: Option<(Basis, Rc<Layout>)>,
}

/// The mark of a guess that a pointer holds, and what the guess was when it went down. It is
/// shared, for a pointer may be up again before the next render.
type Grip = Rc<RefCell<Option<(Mark, Guess)>>>;

/// What a drawing is told.
enum News {
    /// The frame has another width.
    Width(f64),
    /// The pointer is at a mark, or at none.
    Pointed(Option<Mark>),
}

/// What a layout is made of besides the subject.
#[derive(PartialEq)]
pub(super) struct Basis {
    width: f64,
    story: StoryRef,
    /// By event of the timeline, whether its words are folded.
    folded: Vec<bool>,
    /// The picked event of the timeline.
    selected: Option<usize>,
    /// The values of a guess, and whether the true ones may be seen.
    drawn: Option<(Vec<f64>, bool)>,
}

impl Component for Drawing {
    type Message = News;
    type Properties = DrawingProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            frame: NodeRef::default(),
            canvas: NodeRef::default(),
            watch: WidthWatch::default(),
            painter: Painter::default(),
            width: None,
            pointed: None,
            grip: Grip::default(),
            is_held: Rc::default(),
            guard: TouchGuard::default(),
            made: None,
        }
    }

    fn update(&mut self, context: &Context<Self>, news: News) -> bool {
        match news {
            News::Width(width) => {
                self.width = Some(width);
                self.lay_out(context.props());
                true
            }
            News::Pointed(mark) => mark != replace(&mut self.pointed, mark),
        }
    }

    fn changed(&mut self, context: &Context<Self>, _: &DrawingProps) -> bool {
        self.lay_out(context.props());
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let content = match self.scene(context) {
            Some(scene) => scene.content(&self.canvas),
            None => tag("canvas").node(&self.canvas).attr("aria-hidden", "true").done(),
        };
        let frame = classed("div", "sc-frame").attr("part", "axis").node(&self.frame);
        nodes(vec![frame.child(content).done(), sketch::settings(context)])
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let link = context.link().clone();
        let tell = Callback::from(move |px| link.send_message(News::Width(px)));
        self.watch.follow(&self.frame, tell);
        self.guard.follow(&self.canvas, &self.is_held);
        self.painter.show(&self.canvas, self.scene(context).map(|scene| scene.picture()));
    }
}

impl Drawing {
    /// Lays the subject out anew if anything that it is made of has changed.
    fn lay_out(&mut self, props: &DrawingProps) {
        let DrawingProps { reader, subject } = props;
        let Some(width) = self.width else { return };
        let basis = Basis::new(reader, *subject, width);
        if self.made.as_ref().is_none_or(|(made, _)| *made != basis) {
            self.made = layout_of(*subject, &basis).map(|layout| (basis, Rc::new(layout)));
        }
    }

    fn scene<'a>(&'a self, context: &'a Context<Self>) -> Option<Scene<'a>> {
        let DrawingProps { reader, subject } = context.props();
        let (_, layout) = self.made.as_ref()?;
        let (pointed, link) = (self.pointed, context.link());
        let (grip, is_held) = (&self.grip, &self.is_held);
        Some(Scene { reader, subject: *subject, layout, pointed, link, grip, is_held })
    }
}

impl Basis {
    /// What a drawing is made of now, `width` CSS px wide.
    pub(super) fn new(reader: &Reader, subject: Subject, width: f64) -> Self {
        let (mut folded, mut selected, mut values) = (Vec::new(), None, None);
        match subject {
            Subject::Timeline => {
                for event in reader.story().items_of(Section::Timeline) {
                    folded.push(reader.is_folded(event));
                }
                selected = reader.session().event();
            }
            Subject::Guess(question) => values = drawn(reader, question),
            Subject::Chart(_) => {}
        }
        Self { width, story: reader.model.story.clone(), folded, selected, drawn: values }
    }
}

/// None if the story has no such chart.
pub(super) fn layout_of(subject: Subject, basis: &Basis) -> Option<Layout> {
    let Basis { width, story, folded, selected, drawn } = basis;
    let (measure, messages) = (measure(), &story.messages);
    Some(match subject {
        Subject::Chart(place) => {
            let chart = story.charts.get(place)?;
            layout::chart(chart, messages, *width, measure.as_ref())
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
                    let (guess, ends) = (*drawn.first()?, (*min, *max, unit.as_deref()));
                    layout::estimate(answer, guess, ends, messages, *width, measure)
                }
                _ => return None,
            }
        }
        Subject::Timeline => {
            let view = TimelineView {
                window: story.timeline.window.as_ref().map(Date::span),
                hidden: &|event| folded.get(event).copied().unwrap_or(true),
                shown: &|_| true,
                selected: *selected,
            };
            let (timeline, measure) = (&story.timeline, measure.as_ref());
            layout::timeline(timeline, &view, messages, *width, measure)
        }
    })
}
