//! A guess that is drawn by hand: dragged on the canvas, or set with the fields below it.
//!
//! A finger that moves up or down scrolls the page, unless it went down on a point of a line, which
//! moves up and down itself. What a finger changed before the browser took it for scrolling goes
//! back.

use super::scene::{Scene, point_of};
use super::{Drag, Drawing, Msg};
use crate::browser::hooks::capture;
use crate::layout::{Layout, Mark, Point, SliderRange, slider_range};
use crate::session::{Action, Guess};
use crate::story::{Chart, Data, Form};
use crate::view::context::ViewContext;
use crate::view::drawing_layout::Subject;
use crate::view::guess::{drawn, drawn_words, known_entries, set_drawn};
use crate::view::number_field::{NumberField, NumberRange, number_field};
use crate::view::tag::{classed, nodes, nothing, tag};
use std::cell::Cell;
use std::rc::Rc;
use yew::html::{Scope, onfocusin};
use yew::prelude::*;

/// A finger is not finer than this, in px.
const REACH_PX: f64 = 24.0;

/// The fields for the values of a guess that can still be changed; nothing for other subjects.
pub(super) fn settings(context: &Context<Drawing>) -> Html {
    let (cx, link) = (&context.props().cx, context.link().clone());
    let Subject::Guess(question) = context.props().subject else { return nothing() };
    let (Some(chart), Some((values, false))) = (chart(cx, question), drawn(cx, question)) else {
        return nothing();
    };
    let on_focus = Callback::from(move |index| {
        link.send_message(Msg::Pointed(Some(Mark::Value { series: 0, index })));
    });
    fields(cx, chart, &values, &on_focus)
}

/// A value for each entry of a chart whose value is known; `on_focus` is told which one has the
/// focus.
fn fields(cx: &ViewContext, chart: &Chart, drawn: &[f64], on_focus: &Callback<usize>) -> Html {
    let entries = known_entries(cx, &chart.data);
    let slider = slider_range(chart);
    let SliderRange { low: min, high: max, step } = slider;
    let range = NumberRange { min, max, step, unit: &chart.unit };
    let settings = classed("div", "sc-options");
    settings
        .each(entries.len(), &|index| {
            let set = set_drawn(cx, index, slider.initial_value());
            let field = NumberField {
                name: &entries[index].0,
                beside: chart.unit.words(),
                place: index,
                range,
                value: drawn.get(index).copied(),
                is_open: true,
                // What is no number leaves the drawing as it is.
                on_value: Callback::from(move |value: Option<f64>| {
                    value.into_iter().for_each(|value| set.emit(value));
                }),
            };
            let enter = on_focus.reform(move |_| index);
            tag("div")
                .listen(Rc::new(onfocusin::Wrapper::new(enter)))
                .child(number_field(cx, &field))
                .done()
        })
        .done()
}

/// The chart that a question asks to draw.
fn chart(cx: &ViewContext, question: usize) -> Option<&Chart> {
    let Form::Draw { chart, .. } = cx.story().trivia.questions.get(question)?.form else {
        return None;
    };
    cx.story().charts.get(chart)
}

/// All that a pointer may do on a guess.
struct GuessPointer {
    cx: ViewContext,
    layout: Rc<Layout>,
    scale: f64,
    link: Scope<Drawing>,
    question: usize,
    /// The guess, while it can be changed.
    guess: Option<Guess>,
    drag: Drag,
    is_held: Rc<Cell<bool>>,
}

impl GuessPointer {
    fn hear(&self, event: &PointerEvent) -> Option<()> {
        let at = point_of(event, self.scale);
        let chart = chart(&self.cx, self.question)?;
        let is_line = self.guess.is_some() && matches!(chart.data, Data::Columns(_));
        let mark = if is_line { nearest(&self.layout, at) } else { self.layout.hit(at) };
        let held = self.drag.borrow().as_ref().map(|(mark, _)| *mark);
        match event.type_().as_str() {
            "pointerdown" if event.button() == 0 => {
                let (mark, guess) = (mark?, self.guess.clone()?);
                let near = self.layout.rect(mark)?.distance(at) <= REACH_PX;
                self.is_held.set(is_line && near);
                self.link.send_message(Msg::Pointed(Some(mark)));
                capture(event);
                self.drag.replace(Some((mark, guess)));
            }
            "pointermove" if held.is_some() => self.set(chart, held?, at)?,
            "pointermove" => self.link.send_message(Msg::Pointed(mark)),
            "pointerup" => {
                self.set(chart, held?, at)?;
                self.drag.replace(None);
            }
            "pointercancel" => {
                let (_, before) = self.drag.replace(None)?;
                self.cx.dispatch(Action::Guess(before));
            }
            "pointerleave" => self.link.send_message(Msg::Pointed(None)),
            _ => {}
        }
        Some(())
    }

    /// Sets the value of a mark to where the pointer is.
    fn set(&self, chart: &Chart, mark: Mark, at: Point) -> Option<()> {
        self.guess.as_ref()?;
        let Mark::Value { index, .. } = mark else { return None };
        let slider = slider_range(chart);
        let value = self.layout.value_at(at)?;
        let setting = (value / slider.step).round() * slider.step;
        set_drawn(&self.cx, index, slider.initial_value()).emit(setting);
        Some(())
    }
}

/// The mark above or below which a point lies.
fn nearest(layout: &Layout, at: Point) -> Option<Mark> {
    let away =
        |mark: &Mark| layout.rect(*mark).map_or(f64::MAX, |rect| (rect.center().x - at.x).abs());
    layout.marks().iter().copied().min_by(|a, b| away(a).total_cmp(&away(b)))
}

impl Scene<'_> {
    /// The canvas of a guess, and the words of the value pointed at.
    pub(super) fn sketch(&self, question: usize, canvas: &NodeRef) -> Html {
        let drawn = tag("canvas").node(canvas).attr("aria-hidden", "true");
        if chart(self.cx, question).is_none() {
            return drawn.done();
        }
        let asked = self.cx.session().quiz().current();
        let guess = asked.filter(|asked| asked.reply.is_none()).map(|asked| asked.guess.clone());
        let class = if guess.is_some() { "sc-sketch" } else { "" };
        let pointer = GuessPointer {
            cx: self.cx.clone(),
            layout: self.layout.clone(),
            scale: self.scale,
            link: self.link.clone(),
            question,
            guess,
            drag: self.drag.clone(),
            is_held: self.is_held.clone(),
        };
        let hear = Callback::from(move |event: PointerEvent| {
            let _ = pointer.hear(&event);
        });
        let words = self.pointed.map_or_else(String::new, |mark| self.words(mark));
        let reading = classed("p", "sc-reading").attr("aria-hidden", "true").words(words);
        let drawn = drawn.attr("class", class).on_pointer(hear);
        nodes(vec![drawn.done(), reading.done()])
    }

    /// What a mark of a guess says.
    pub(super) fn drawn_words(&self, question: usize, mark: Mark) -> String {
        match (chart(self.cx, question), mark) {
            (Some(chart), Mark::Value { index, .. }) => drawn_words(self.cx, chart, index),
            _ => String::new(),
        }
    }
}
