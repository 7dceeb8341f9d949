//! A guess that is drawn by hand: dragged on the canvas, or set with the fields below it.
//!
//! A finger that moves up or down scrolls the page, unless it went down on a point of a line, which
//! moves up and down itself. What a finger changed before the browser took it for scrolling goes
//! back.

use super::scene::{Scene, place_of};
use super::{Drawing, News, Subject};
use crate::browser::hooks::capture;
use crate::layout::{Layout, Mark, Point, guess_scale};
use crate::session::{Action, Guess};
use crate::story::{Chart, Data, Form};
use crate::view::quiz::estimate::{self, drawn, drawn_words, set_drawn};
use crate::view::reader::Reader;
use crate::view::tag::{classed, nodes, nothing, tag};
use std::rc::Rc;
use yew::html::{onpointercancel, onpointerdown, onpointerleave, onpointermove, onpointerup};
use yew::prelude::*;

/// A finger is not finer than this, in px.
const REACH_PX: f64 = 24.0;

/// The fields for the values of a guess that can still be changed; nothing for other subjects.
pub(super) fn settings(context: &Context<Drawing>) -> Html {
    let (reader, link) = (&context.props().reader, context.link().clone());
    let Subject::Guess(question) = context.props().subject else { return nothing() };
    let (Some(chart), Some((values, false))) = (chart(reader, question), drawn(reader, question))
    else {
        return nothing();
    };
    let on_focus = Callback::from(move |place: Option<usize>| {
        link.send_message(News::Pointed(place.map(|place| Mark::Value { series: 0, place })));
    });
    estimate::settings(reader, chart, &values, &on_focus)
}

/// The chart that a question asks to draw.
fn chart(reader: &Reader, question: usize) -> Option<&Chart> {
    let Form::Draw { chart, .. } = reader.story().trivia.questions.get(question)?.form else {
        return None;
    };
    reader.story().charts.get(chart)
}

/// Sets the value of a mark to where the pointer is.
fn set(reader: &Reader, layout: &Layout, question: usize, mark: Option<Mark>, at: Point) {
    let (Some(chart), Some(Mark::Value { place, .. })) = (chart(reader, question), mark) else {
        return;
    };
    let step = guess_scale(chart).step;
    if let Some(value) = layout.value_at(at) {
        set_drawn(reader, chart, place).emit((value / step).round() * step);
    }
}

impl Scene<'_> {
    /// The canvas of a guess, and the words of the value pointed at.
    pub(super) fn sketch(&self, question: usize, canvas: &NodeRef) -> Html {
        let mut drawn = tag("canvas").node(canvas).attr("aria-hidden", "true");
        let Some(chart) = chart(self.reader, question) else { return drawn.done() };
        let is_open = self.guess().is_some();
        if is_open {
            drawn = drawn
                .attr("class", "sc-sketch")
                .listen(Rc::new(onpointerdown::Wrapper::new(self.on_down(chart))))
                .listen(Rc::new(onpointerup::Wrapper::new(self.on_up())))
                .listen(Rc::new(onpointercancel::Wrapper::new(self.on_cancel())))
                .on_click(self.on_press(question));
        }
        drawn = drawn
            .listen(Rc::new(onpointermove::Wrapper::new(self.on_move(question))))
            .listen(Rc::new(onpointerleave::Wrapper::new(self.on_leave())));
        let words = self.pointed.map_or_else(String::new, |mark| self.words(mark));
        let reading = classed("p", "sc-reading").attr("aria-hidden", "true").words(words);
        nodes(vec![drawn.done(), reading.done()])
    }

    /// What a mark of a guess says.
    pub(super) fn drawn_words(&self, question: usize, mark: Mark) -> String {
        match (chart(self.reader, question), mark) {
            (Some(chart), Mark::Value { place, .. }) => drawn_words(self.reader, chart, place),
            _ => String::new(),
        }
    }

    /// The guess, while it can be changed.
    fn guess(&self) -> Option<&Guess> {
        let asked = self.reader.session().quiz().current();
        asked.filter(|asked| asked.reply.is_none()).map(|asked| &asked.guess)
    }

    fn on_down(&self, chart: &Chart) -> Callback<PointerEvent> {
        let (layout, link) = (self.layout.clone(), self.link.clone());
        let (guess, is_held) = (self.guess().cloned(), self.is_held.clone());
        let is_line = matches!(chart.data, Data::Columns(_));
        Callback::from(move |event: PointerEvent| {
            let at = place_of(&event);
            let mark = layout.hit(at);
            let rect = mark.and_then(|mark| layout.rect(mark));
            let is_near = rect.is_some_and(|rect| rect.distance(at) <= REACH_PX);
            is_held.set(is_line && is_near);
            link.send_message(News::Pointed(mark));
            if event.button() == 0 && mark.is_some() {
                capture(&event);
                link.send_message(News::Held(guess.clone()));
            }
        })
    }

    /// Drags the value that the pointer holds, or looks for the one it is at.
    fn on_move(&self, question: usize) -> Callback<PointerEvent> {
        let (reader, layout, link) = (self.reader.clone(), self.layout.clone(), self.link.clone());
        let mark = self.pointed.filter(|_| self.before.is_some());
        Callback::from(move |event: PointerEvent| {
            let at = place_of(&event);
            if mark.is_some() {
                set(&reader, &layout, question, mark, at);
            } else {
                link.send_message(News::Pointed(layout.hit(at)));
            }
        })
    }

    fn on_up(&self) -> Callback<PointerEvent> {
        let link = self.link.clone();
        Callback::from(move |_| link.send_message(News::Held(None)))
    }

    fn on_cancel(&self) -> Callback<PointerEvent> {
        let (reader, link, before) = (self.reader.clone(), self.link.clone(), self.before.cloned());
        Callback::from(move |_| {
            link.send_message(News::Held(None));
            if let Some(guess) = &before {
                reader.act(Action::Guess(guess.clone()));
            }
        })
    }

    /// Sets the value at the place of a click or tap.
    fn on_press(&self, question: usize) -> Callback<MouseEvent> {
        let (reader, layout, pointed) = (self.reader.clone(), self.layout.clone(), self.pointed);
        Callback::from(move |event: MouseEvent| {
            let at = place_of(&event);
            set(&reader, &layout, question, layout.hit(at).and(pointed), at);
        })
    }
}
