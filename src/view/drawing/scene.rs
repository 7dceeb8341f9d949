//! A drawing that is laid out, with what stands around it: its slider, the words of what is picked.

use super::cluster::{cluster, to_list};
use super::moving::{self, Press, SharedGesture, ZoomPointer};
use super::pointer::point_of;
use super::{Drawing, DrawingProps, Msg, SharedStroke, canvas};
use crate::browser::hooks::{capture, number_of};
use crate::layout::{self, Layout, Mark, Size};
use crate::session::{Action, Guess};
use crate::story::{Chart, Item, MessageKey, Placing, Section, Text};
use crate::view::claim::marks;
use crate::view::context::ViewContext;
use crate::view::drawing_layout::Subject;
use crate::view::event_words::event_words;
use crate::view::keys::is_modified;
use crate::view::tag::{classed, nodes, nothing, status};
use crate::view::timeline_tools;
use crate::view::zoom::{Zoom, window_words};
use std::cell::Cell;
use std::rc::Rc;
use yew::html::{
    Scope, onblur, onfocus, oninput, onkeydown, onpointerdown, onpointerleave, onpointermove,
};
use yew::prelude::*;

/// A finished layout, who reads it and what is picked.
pub(super) struct Scene<'a> {
    pub(super) props: &'a DrawingProps,
    pub(super) cx: &'a ViewContext,
    pub(super) subject: Subject,
    pub(super) layout: &'a Rc<Layout>,
    /// What zooms it, if it can be.
    pub(super) zoom: Option<Zoom>,
    /// CSS px to a px of the layout.
    pub(super) scale: f64,
    /// The room that is kept for the first picture.
    pub(super) room: Option<Size>,
    /// The mark under the pointer.
    pub(super) pointed: Option<Mark>,
    /// The value of a chart with which others are compared.
    pub(super) pinned: Option<Mark>,
    /// Where the pointer is told.
    pub(super) link: &'a Scope<Drawing>,
    pub(super) stroke: &'a SharedStroke,
    /// Whether a finger that goes down is to drag and not to scroll.
    pub(super) is_held: &'a Rc<Cell<bool>>,
    pub(super) gesture: &'a SharedGesture,
}

/// The mark under the pointer.
fn mark_at(layout: &Layout, event: &MouseEvent, scale: f64) -> Option<Mark> {
    layout.hit(point_of(event, scale))
}

/// In the timeline the mark of the event that stands out.
pub(super) fn selected(cx: &ViewContext, subject: Subject, layout: &Layout) -> Option<Mark> {
    let event = match subject {
        Subject::Timeline => cx.event(),
        Subject::Strip => cx.story().lead_event(),
        Subject::Chart(_) | Subject::Guess(_) | Subject::Place(_) => None,
    };
    event.and_then(|event| layout.mark_of(event))
}

/// The events that a mark of the timeline stands for.
fn events(layout: &Layout, mark: Option<Mark>) -> &[usize] {
    mark.map_or(&[], |mark| layout.events(mark))
}

impl Scene<'_> {
    /// The picked mark: in a chart the one pointed at, in the timeline that of the picked event.
    fn picked(&self) -> Option<Mark> {
        match self.subject {
            Subject::Timeline => selected(self.cx, self.subject, self.layout),
            _ => self.pointed,
        }
    }

    /// The canvas and all that stands around it.
    pub(super) fn content(&self, node: &NodeRef) -> Html {
        if let Some(sketch) = self.sketch(node) {
            return sketch;
        }
        if let Subject::Place(question) = self.subject {
            return self.placing(node, question);
        }
        let pointer = self.zoom_pointer();
        let can_zoom = pointer.is_some();
        if self.layout.marks().is_empty() && !can_zoom {
            return canvas(node, self.room).done();
        }
        let mut drawn = canvas(node, self.room);
        let class =
            if self.subject == Subject::Timeline { "sc-zoomed sc-timeline" } else { "sc-zoomed" };
        drawn = match pointer {
            Some(pointer) => drawn.attr("class", class).on_pointer(self.on_move(pointer)),
            None => {
                let on_point = self.on_point();
                drawn
                    .listen(Rc::new(onpointermove::Wrapper::new(on_point.clone())))
                    .listen(Rc::new(onpointerdown::Wrapper::new(on_point)))
                    .listen(Rc::new(onpointerleave::Wrapper::new(self.on_leave())))
            }
        };
        drawn = match self.subject {
            Subject::Timeline | Subject::Strip => drawn.on_click(self.on_click()),
            Subject::Chart(_) if can_zoom || self.can_compare() => drawn.on_click(self.on_press()),
            _ => drawn,
        };
        let reading = classed("p", "sc-reading").attr("aria-hidden", "true");
        let reading = match self.pointed.or(self.pinned) {
            Some(mark) => reading.words(self.words(mark)),
            None if self.can_compare() => {
                let hint = self.cx.say(MessageKey::ChartCompare);
                reading.tag(classed("span", "sc-detail").words(hint))
            }
            None => reading.words(String::new()),
        };
        let shown = |words| status("p", "sc-window").words(words);
        let (slider, drawn) = (self.slider(), drawn.done());
        if self.subject != Subject::Timeline {
            let read = match self.value_marks() {
                Some(marks) => classed("div", "sc-read").tag(reading).child(marks).done(),
                None => reading.done(),
            };
            let window = match self.subject {
                Subject::Chart(chart) if can_zoom => {
                    shown(window_words(self.cx, chart, self.layout)).done()
                }
                _ => nothing(),
            };
            return nodes(vec![slider, drawn, read, window]);
        }
        let shown = shown(timeline_tools::window_words(self.cx, self.layout.event_count()));
        let eras = timeline_tools::eras(self.cx);
        let line = classed("div", "sc-below").tag(reading).tag(shown).child(eras);
        let picked = events(self.layout, self.picked());
        nodes(vec![slider, drawn, line.done(), cluster(self.cx, picked), to_list(self.cx)])
    }

    /// The line on which an event is placed: by a press, or by dragging along.
    fn placing(&self, node: &NodeRef, question: usize) -> Html {
        let asked = self.cx.session().quiz().current();
        let is_open = asked.is_some_and(|it| it.question == question && it.reply.is_none());
        let form = self.cx.story().trivia.questions.get(question).map(|asks| &asks.form);
        let placing = form.and_then(|form| Placing::of(self.cx.story(), form));
        let Some(placing) = placing.filter(|_| is_open) else {
            return canvas(node, self.room).done();
        };
        let (cx, layout, scale) = (self.cx.clone(), self.layout.clone(), self.scale);
        let hear = Callback::from(move |event: PointerEvent| {
            // A finger that goes down may be about to scroll.
            let is_touch = event.pointer_type() == "touch";
            let is_set = match event.type_().as_str() {
                "pointerdown" => !is_touch && event.button() == 0,
                "pointermove" => event.buttons() & 1 == 1,
                kind => is_touch && kind == "pointerup",
            };
            if !is_set {
                return;
            }
            if event.type_() == "pointerdown" {
                capture(&event);
            }
            if let Some(minutes) = layout.value_at(point_of(&event, scale)) {
                let step = placing.step_at(minutes);
                cx.dispatch(Action::Guess(Guess::Place(step)));
            }
        });
        canvas(node, self.room).attr("class", "sc-sketch").on_pointer(hear).done()
    }

    /// The source marks of the value that is read; none but in a chart of its own.
    fn value_marks(&self) -> Option<Html> {
        let chart = self.chart()?;
        let value = match self.pointed.or(self.pinned) {
            Some(Mark::Value { series, index }) => chart.data.basis(series, index),
            _ => None,
        };
        Some(value.map_or_else(nothing, |(sources, status)| marks(self.cx, sources, status)))
    }

    /// What a mark says, in a line.
    pub(super) fn words(&self, mark: Mark) -> String {
        let cx = self.cx;
        match (self.subject, self.layout.events(mark)) {
            (Subject::Guess(question), _) => self.drawn_words(question, mark),
            (Subject::Place(_), _) => String::new(),
            (Subject::Chart(place), _) => {
                let Some(chart) = cx.chart(place) else { return String::new() };
                let other = self.pinned.unwrap_or(mark);
                let words = layout::comparison(chart, other, mark, cx.messages());
                match self.pinned == Some(mark) {
                    true => cx.fill(MessageKey::ChartPinned, &[("words", &words)]),
                    false => words,
                }
            }
            (Subject::Timeline | Subject::Strip, [event]) => event_words(cx, *event),
            (Subject::Timeline | Subject::Strip, events) => {
                cx.count(MessageKey::TimelineCluster, events.len())
            }
        }
    }

    fn on_point(&self) -> Callback<PointerEvent> {
        let (layout, link, scale) = (self.layout.clone(), self.link.clone(), self.scale);
        Callback::from(move |event: PointerEvent| {
            link.send_message(Msg::Pointed(mark_at(&layout, &event, scale)));
        })
    }

    /// The chart whose values are read and compared: not on the cover, where it is a way in.
    fn chart(&self) -> Option<&Chart> {
        let Subject::Chart(place) = self.subject else { return None };
        self.cx.chart(place).filter(|_| !self.cx.is_cover)
    }

    /// Whether there are values to compare.
    fn can_compare(&self) -> bool {
        let Some(chart) = self.chart() else { return false };
        let mut known = self.layout.marks().iter().filter(|mark| layout::is_known(chart, **mark));
        known.nth(1).is_some()
    }

    /// Presses a value, if it is known: with another nothing can be compared.
    fn press(&self) -> Rc<dyn Fn(Mark)> {
        let (cx, subject, link) = (self.cx.clone(), self.subject, self.link.clone());
        Rc::new(move |mark| {
            let Subject::Chart(place) = subject else { return };
            if cx.chart(place).is_some_and(|chart| layout::is_known(chart, mark)) {
                link.send_message(Msg::Pressed(mark));
            }
        })
    }

    /// Presses the value under the pointer.
    fn on_press(&self) -> Callback<MouseEvent> {
        let (layout, press, scale) = (self.layout.clone(), self.press(), self.scale);
        let pointer = self.zoom_pointer();
        Callback::from(move |event: MouseEvent| {
            // To press again is to take it back.
            if !matches!(pointer.as_ref().map(|it| it.press(&event)), Some(Press::Done)) {
                mark_at(&layout, &event, scale).into_iter().for_each(|mark| press(mark));
            }
        })
    }

    /// Presses the value at which the slider stands, zooms and moves along.
    fn on_key(&self, mark: Option<Mark>) -> Callback<KeyboardEvent> {
        let (press, zoom, around) = (self.press(), self.zoom.clone(), self.value_read());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.repeat() && !is_modified(&event) {
                mark.into_iter().for_each(|mark| press(mark));
            }
            zoom.iter().for_each(|zoom| zoom.on_key(&event, around));
        })
    }

    /// Where the value of a chart that is read lies along its axis.
    fn value_read(&self) -> Option<f64> {
        let at = self.layout.rect(self.pointed.filter(|_| self.chart().is_some())?)?.center();
        Some(self.layout.axis_at(at)?.value_at(at))
    }

    /// Moves along the timeline or a chart; a pointer that does not points at a mark.
    fn on_move(&self, pointer: ZoomPointer) -> Callback<PointerEvent> {
        let (link, leave) = (self.link.clone(), self.on_leave());
        Callback::from(move |event: PointerEvent| {
            let is_drag = pointer.hear(&event);
            if event.type_() == "pointerleave" {
                return leave.emit(event);
            }
            let mark = || mark_at(&pointer.layout, &event, pointer.scale);
            link.send_message(Msg::Pointed(if is_drag { None } else { mark() }));
        })
    }

    fn zoom_pointer(&self) -> Option<ZoomPointer> {
        let (zoom, layout) = (self.zoom.clone()?, self.layout.clone());
        Some(ZoomPointer { zoom, layout, scale: self.scale, gesture: self.gesture.clone() })
    }

    fn on_leave(&self) -> Callback<PointerEvent> {
        let (subject, link) = (self.subject, self.link.clone());
        Callback::from(move |event: PointerEvent| {
            // A finger leaves when it is lifted; the value it picked in a chart stays.
            if matches!(subject, Subject::Timeline | Subject::Strip)
                || event.pointer_type() != "touch"
            {
                link.send_message(Msg::Pointed(None));
            }
        })
    }

    /// Picks the event under the pointer. On the cover it leads to the event in the timeline.
    fn on_click(&self) -> Callback<MouseEvent> {
        let (cx, layout, scale) = (self.cx.clone(), self.layout.clone(), self.scale);
        let pointer = self.zoom_pointer();
        Callback::from(move |event: MouseEvent| {
            let events = events(&layout, mark_at(&layout, &event, scale));
            if let Some(pointer) = &pointer {
                if let Press::Picks(scale) = pointer.press(&event) {
                    moving::pick(&cx, scale, events);
                }
            } else if let Some(index) = events.first().copied() {
                let address = ViewContext::address(Item { section: Section::Timeline, index });
                cx.dispatch(Action::Follow { address, question: None });
            }
        })
    }

    /// Picks a mark, from the slider.
    fn pick(&self) -> Rc<dyn Fn(Option<Mark>)> {
        let (cx, layout, link) = (self.cx.clone(), self.layout.clone(), self.link.clone());
        let subject = self.subject;
        Rc::new(move |mark| {
            if subject != Subject::Timeline {
                link.send_message(Msg::Pointed(mark));
            } else if let Some(event) = events(&layout, mark).first() {
                cx.dispatch(Action::PickEvent(Some(*event)));
            }
        })
    }

    /// A slider with one step to a mark: keys, switches and screen readers walk the drawing with it.
    pub(super) fn slider(&self) -> Html {
        let (layout, marks) = (self.layout.clone(), self.layout.marks());
        // What has marks elsewhere keeps its slider, and the keys that lead there.
        if marks.is_empty() && self.zoom.is_none() {
            return nothing();
        }
        let picked = self.picked();
        let at = picked.and_then(|mark| marks.iter().position(|known| *known == mark)).unwrap_or(0);
        let shown = picked.or(marks.first().copied());
        let (pick, enter, leave) = (self.pick(), self.pick(), self.pick());
        // In the timeline a pick is told to the page, so coming by is not one.
        let entered = shown.filter(|_| self.subject != Subject::Timeline);
        let slider = classed("input", "sc-walker")
            .attr("type", "range")
            .attr("min", "0")
            .set("max", marks.len().saturating_sub(1).to_string())
            .attr("step", "1")
            // The arrow to the right leads to the right; drawings are mirrored as the words are.
            .attr("dir", self.cx.story().dir.as_str())
            .value(at.to_string())
            .set("aria-label", self.name())
            .set("aria-valuetext", shown.map_or_else(String::new, |mark| self.step_words(mark)));
        let compared = shown.filter(|_| self.can_compare());
        let slider = match compared {
            Some(_) => slider
                .attr("aria-keyshortcuts", "Enter")
                .set("aria-description", self.cx.say(MessageKey::ChartCompare)),
            None => slider,
        };
        let slider = slider.listen(Rc::new(onkeydown::Wrapper::new(self.on_key(compared))));
        let on_input = Callback::from(move |event: InputEvent| {
            pick(number_of(&event).and_then(|at| layout.marks().get(at as usize).copied()));
        });
        slider
            .listen(Rc::new(oninput::Wrapper::new(on_input)))
            .listen(Rc::new(onfocus::Wrapper::new(Callback::from(move |_| enter(entered)))))
            .when(self.chart().is_none(), &|slider| {
                // The value of a chart stays, for its sources are the next stop.
                let leave = leave.clone();
                slider.listen(Rc::new(onblur::Wrapper::new(Callback::from(move |_| leave(None)))))
            })
            .done()
    }

    /// What a mark says as a step of the slider: of an event also which it is of its lane.
    fn step_words(&self, mark: Mark) -> String {
        let words = self.words(mark);
        let [event] = *self.layout.events(mark) else { return words };
        let timeline = &self.cx.story().timeline;
        let Some(lane) = timeline.events.get(event).map(|event| event.lane) else { return words };
        let of_lane = timeline.events_of(lane);
        let counts = [event + 1 - of_lane.start, of_lane.len()];
        let [n, all] = counts.map(|count| self.cx.number(count));
        self.cx.fill(MessageKey::TimelineStep, &[("event", &words), ("n", &n), ("all", &all)])
    }

    /// What the slider walks through.
    fn name(&self) -> String {
        let story = self.cx.story();
        let title = match self.subject {
            Subject::Timeline | Subject::Strip => return self.cx.say(MessageKey::TimelineWalk),
            Subject::Chart(place) => story.charts.get(place).map(|chart| &chart.title),
            // The title of the chart would tell the answer.
            Subject::Guess(place) | Subject::Place(place) => {
                story.trivia.questions.get(place).map(|asks| &asks.prompt)
            }
        };
        let title = title.map(Text::words).unwrap_or_default();
        self.cx.fill(MessageKey::ChartWalk, &[("title", &title)])
    }
}
