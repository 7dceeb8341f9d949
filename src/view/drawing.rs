//! A chart or the timeline on canvas: what is under the pointer, the slider that walks
//! through the marks, the words of what is picked.

use super::claim::link;
use super::reader::Reader;
use super::tag::{button, classed, nodes, nothing, tag};
use super::timeline::event_words;
use crate::browser::hooks::{measure, number_of, use_surface, use_width};
use crate::layout::{self, ChartLayout, Mark, Point, TimelineLayout, TimelineView};
use crate::paint::Picture;
use crate::session::Action;
use crate::story::{Date, Item, Key, Section};
use std::rc::Rc;
use yew::html::{onblur, onfocus, oninput, onpointerdown, onpointerleave, onpointermove};
use yew::prelude::*;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The chart at this place of the story's list.
    Chart(usize),
    /// The timeline.
    Timeline,
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

/// Where everything of a drawing is.
#[derive(Clone)]
enum Layout {
    Chart(Rc<ChartLayout>),
    Timeline(Rc<TimelineLayout>),
}

/// A finished layout, who reads it and what is picked.
struct Scene<'a> {
    reader: &'a Reader,
    subject: Subject,
    layout: Layout,
    /// The mark under the pointer.
    pointed: UseStateHandle<Option<Mark>>,
}

/// A chart or the timeline on canvas.
#[component]
fn Drawing(props: &DrawingProps) -> Html {
    let (frame, canvas) = (use_node_ref(), use_node_ref());
    let width = use_width(&frame);
    let pointed = use_state_eq(|| None::<Mark>);
    let layout = use_layout(&props.reader, props.subject, width);
    let scene = layout.map(|layout| Scene {
        reader: &props.reader,
        subject: props.subject,
        layout,
        pointed,
    });
    use_surface(&canvas, scene.as_ref().map(Scene::picture));
    let content = match &scene {
        Some(scene) => scene.content(&canvas),
        None => tag("canvas").node(&canvas).attr("aria-hidden", "true").done(),
    };
    classed("div", "sc-frame").attr("part", "axis").node(&frame).child(content).done()
}

/// The layout for this width, these folded events and this selection; none before the width is known.
#[hook]
fn use_layout(reader: &Reader, subject: Subject, width: Option<f64>) -> Option<Layout> {
    let story = reader.model.story.clone();
    let (folded, selected) = match subject {
        Subject::Chart(_) => (Vec::new(), None),
        Subject::Timeline => {
            let folded =
                story.items_of(Section::Timeline).map(|item| reader.is_folded(item)).collect();
            (folded, reader.session().event())
        }
    };
    let layout = use_memo(
        (width, story, subject, folded, selected),
        |(width, story, subject, folded, selected)| {
            let width = (*width)?;
            let measure = measure();
            Some(match subject {
                Subject::Chart(place) => {
                    let chart = story.charts.get(*place)?;
                    Layout::Chart(Rc::new(layout::chart(
                        chart,
                        &story.messages,
                        width,
                        measure.as_ref(),
                    )))
                }
                Subject::Timeline => {
                    let hidden = |event: usize| folded.get(event).copied().unwrap_or(true);
                    let window = story.timeline.window.as_ref().map(Date::span);
                    let view = TimelineView {
                        window,
                        hidden: &hidden,
                        shown: &|_| true,
                        selected: *selected,
                    };
                    let timeline = &story.timeline;
                    Layout::Timeline(Rc::new(layout::timeline(
                        timeline,
                        &view,
                        &story.messages,
                        width,
                        measure.as_ref(),
                    )))
                }
            })
        },
    );
    (*layout).clone()
}

impl Layout {
    fn hit(&self, event: &MouseEvent) -> Option<Mark> {
        let point = Point { x: f64::from(event.offset_x()), y: f64::from(event.offset_y()) };
        match self {
            Self::Chart(layout) => layout.hit(point),
            Self::Timeline(layout) => layout.hit(point),
        }
    }

    fn marks(&self) -> &[Mark] {
        match self {
            Self::Chart(layout) => layout.marks(),
            Self::Timeline(layout) => layout.marks(),
        }
    }

    /// The events a mark of the timeline stands for.
    fn events(&self, mark: Option<Mark>) -> &[usize] {
        match (self, mark) {
            (Self::Timeline(layout), Some(mark)) => layout.events(mark),
            _ => &[],
        }
    }
}

impl Scene<'_> {
    fn picture(&self) -> Picture {
        let mark = *self.pointed;
        match &self.layout {
            Layout::Chart(layout) => Picture::Chart { layout: layout.clone(), mark },
            Layout::Timeline(layout) => Picture::Timeline {
                layout: layout.clone(),
                selected: self.reader.session().event(),
                mark,
            },
        }
    }

    /// The picked mark: in a chart the one pointed at, in the timeline that of the picked event.
    fn picked(&self) -> Option<Mark> {
        match &self.layout {
            Layout::Chart(_) => *self.pointed,
            Layout::Timeline(layout) => {
                self.reader.session().event().and_then(|event| layout.mark_of(event))
            }
        }
    }

    fn content(&self, canvas: &NodeRef) -> Html {
        let on_point = self.on_point();
        let mut drawn = tag("canvas")
            .node(canvas)
            .attr("aria-hidden", "true")
            .listen(Rc::new(onpointermove::Wrapper::new(on_point.clone())))
            .listen(Rc::new(onpointerdown::Wrapper::new(on_point)))
            .listen(Rc::new(onpointerleave::Wrapper::new(self.on_leave())));
        if self.subject == Subject::Timeline {
            drawn = drawn.on_click(self.on_click());
        }
        let mark = (*self.pointed).or_else(|| self.picked());
        let words = mark.map_or_else(String::new, |mark| self.words(mark));
        let reading = classed("p", "sc-reading").attr("aria-hidden", "true").words(words);
        nodes(vec![self.walker(), drawn.done(), reading.done(), self.cluster(), self.to_list()])
    }

    /// What a mark says, in a line.
    fn words(&self, mark: Mark) -> String {
        let reader = self.reader;
        match (self.subject, self.layout.events(Some(mark))) {
            (Subject::Chart(place), _) => {
                let chart = reader.story().charts.get(place);
                chart.map_or_else(String::new, |chart| {
                    layout::sentence(chart, mark, reader.messages())
                })
            }
            (Subject::Timeline, [event]) => event_words(reader, *event),
            (Subject::Timeline, events) => {
                reader.fill(Key::TimelineCluster, &[("n", &events.len().to_string())])
            }
        }
    }

    fn on_point(&self) -> Callback<PointerEvent> {
        let (layout, pointed) = (self.layout.clone(), self.pointed.clone());
        Callback::from(move |event: PointerEvent| pointed.set(layout.hit(&event)))
    }

    fn on_leave(&self) -> Callback<PointerEvent> {
        let (subject, pointed) = (self.subject, self.pointed.clone());
        Callback::from(move |event: PointerEvent| {
            // A finger leaves when it is lifted; the value it picked in a chart stays.
            if subject == Subject::Timeline || event.pointer_type() != "touch" {
                pointed.set(None);
            }
        })
    }

    /// Picks the event under the pointer; a click beside all marks picks none.
    fn on_click(&self) -> Callback<MouseEvent> {
        let (reader, layout) = (self.reader.clone(), self.layout.clone());
        Callback::from(move |event: MouseEvent| {
            let event = layout.events(layout.hit(&event)).first().copied();
            reader.act(Action::PickEvent(event));
        })
    }

    /// Picks a mark, from the slider.
    fn pick(&self) -> Rc<dyn Fn(Option<Mark>)> {
        let (reader, layout, pointed) =
            (self.reader.clone(), self.layout.clone(), self.pointed.clone());
        Rc::new(move |mark| match &layout {
            Layout::Chart(_) => pointed.set(mark),
            Layout::Timeline(_) => {
                if let Some(event) = layout.events(mark).first() {
                    reader.act(Action::PickEvent(Some(*event)));
                }
            }
        })
    }

    /// A slider with one step to a mark: keys, switches and screen readers walk the drawing with it.
    fn walker(&self) -> Html {
        let marks: Rc<[Mark]> = Rc::from(self.layout.marks());
        let Some(first) = marks.first().copied() else { return nothing() };
        let picked = self.picked();
        let at = picked.and_then(|mark| marks.iter().position(|known| *known == mark)).unwrap_or(0);
        let shown = picked.unwrap_or(first);
        let (pick, enter, leave) = (self.pick(), self.pick(), self.pick());
        // In the timeline a pick is told to the page, so coming by is not one.
        let entered = (self.subject != Subject::Timeline).then_some(shown);
        let slider = classed("input", "sc-walker")
            .attr("type", "range")
            .attr("min", "0")
            .set("max", (marks.len() - 1).to_string())
            .attr("step", "1")
            .value(at.to_string())
            .set("aria-label", self.name())
            .set("aria-valuetext", self.words(shown));
        let on_input = Callback::from(move |event: InputEvent| {
            pick(number_of(&event).and_then(|at| marks.get(at as usize).copied()));
        });
        slider
            .listen(Rc::new(oninput::Wrapper::new(on_input)))
            .listen(Rc::new(onfocus::Wrapper::new(Callback::from(move |_| enter(entered)))))
            .listen(Rc::new(onblur::Wrapper::new(Callback::from(move |_| leave(None)))))
            .done()
    }

    /// What the slider walks through.
    fn name(&self) -> String {
        match self.subject {
            Subject::Timeline => self.reader.say(Key::TimelineWalk),
            Subject::Chart(place) => {
                let title = self.reader.story().charts.get(place).map(|chart| chart.title.words());
                self.reader.fill(Key::ChartWalk, &[("title", &title.unwrap_or_default())])
            }
        }
    }

    /// The events of a picked mark that stands for several, to pick among.
    fn cluster(&self) -> Html {
        let events = self.layout.events(self.picked());
        if events.len() < 2 {
            return nothing();
        }
        classed("ul", "sc-cluster")
            .each(events.len(), &|nth| self.cluster_entry(events[nth]))
            .done()
    }

    /// The way from the picked event to its place in the list.
    fn to_list(&self) -> Html {
        let picked = self.reader.session().event().filter(|_| self.subject == Subject::Timeline);
        let Some(index) = picked else { return nothing() };
        let address = Reader::address(Item { section: Section::Timeline, index });
        let words = self.reader.say(Key::TimelineToList);
        classed("p", "sc-see").child(link(self.reader, address, words, None)).done()
    }

    fn cluster_entry(&self, event: usize) -> Html {
        let is_picked = self.reader.session().event() == Some(event);
        let words = event_words(self.reader, event);
        let entry = button("sc-link", words, self.reader.wish(Action::PickEvent(Some(event))));
        tag("li").tag(entry.aria("aria-pressed", is_picked)).done()
    }
}
