//! A guess that is drawn by hand: stroked and dragged on the canvas, or set value by value below it.
//!
//! One value is picked: by a pointer, by the keys on the drawing, or by the buttons at its name. The
//! one slider and the one field below the canvas are those of the picked value.
//!
//! A finger that moves up or down scrolls the page, unless it went down on the grip of a line, which
//! moves up and down itself. What a finger changed before the browser took it for scrolling goes
//! back.

use super::pointer::point_of;
use super::scene::Scene;
use super::{Drawing, DrawingProps, Msg, SharedStroke, canvas};
use crate::browser::hooks::capture;
use crate::layout::{Layout, Mark, Point, SliderRange, slider_range};
use crate::session::{Action, Guess};
use crate::story::{Chart, Data, Form, MessageKey};
use crate::view::context::ViewContext;
use crate::view::drawing_layout::Subject;
use crate::view::guess::{drawn, drawn_words, name, set_drawn};
use crate::view::number_field::{NumberField, NumberRange, number_field};
use crate::view::tag::{button, nodes, nothing};
use std::cell::Cell;
use std::rc::Rc;
use yew::html::Scope;
use yew::prelude::*;

/// A stroke: the values as they are by now, where the pointer was last, and the guess before it.
#[derive(Clone)]
pub(super) struct Stroke {
    values: Vec<f64>,
    last: Point,
    /// The middle of the bar that it holds, from the upper edge.
    bar: Option<f64>,
    before: Guess,
    /// Whether a value was set.
    is_begun: bool,
}

/// The question whose guess can be drawn now, and its chart.
fn open_chart(props: &DrawingProps) -> Option<(usize, &Chart)> {
    let Subject::Guess(question) = props.subject else { return None };
    let asked = props.cx.session().quiz().current()?;
    let is_open = asked.question == question && asked.reply.is_none();
    Some((question, chart(&props.cx, question)?)).filter(|_| is_open)
}

/// Whether a drawing is a guess that can be drawn now.
pub(super) fn is_open(props: &DrawingProps) -> bool {
    open_chart(props).is_some()
}

/// What sets the picked value of a guess that can still be changed; nothing for other drawings.
pub(super) fn setting(context: &Context<Drawing>, picked: Option<Mark>) -> Html {
    let (DrawingProps { cx, .. }, link) = (context.props(), context.link());
    let Some((question, chart)) = open_chart(context.props()) else { return nothing() };
    let known = chart.data.known();
    let Some(Mark::Value { index: place, .. }) = picked else { return nothing() };
    let Some((entry, _)) = known.get(place) else { return nothing() };
    let range = slider_range(chart);
    let set = set_drawn(cx, place, range.initial_value());
    let SliderRange { low: min, high: max, step } = range;
    let field = NumberField {
        name: &name(cx, &chart.data, *entry),
        place,
        range: NumberRange { min, max, step, unit: &chart.unit },
        value: drawn(cx, question).and_then(|(values, _)| values.get(place).copied()),
        is_open: true,
        // What is no number leaves the drawing as it is.
        on_value: Callback::from(move |value: Option<f64>| {
            value.into_iter().for_each(|value| set.emit(value));
        }),
    };
    let step = |name: MessageKey, arrow: &str, to: Option<usize>| {
        let (link, to) = (link.clone(), to.filter(|to| *to < known.len()));
        let press = Callback::from(move |_| {
            if let Some(index) = to {
                link.send_message(Msg::Pointed(Some(Mark::Value { series: 0, index })));
            }
        });
        // Keys walk the drawing itself.
        button("sc-mover sc-step", arrow.to_owned(), press)
            .attr("tabindex", "-1")
            .set("aria-label", cx.say(name))
            .aria("aria-disabled", to.is_none())
            .done()
    };
    let steps = [
        step(MessageKey::QuizValuePrevious, "\u{2039}", place.checked_sub(1)),
        step(MessageKey::QuizValueNext, "\u{203a}", Some(place + 1)),
    ];
    number_field(cx, &field, steps)
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
    /// The picked value.
    picked: Option<Mark>,
    range: SliderRange,
    is_line: bool,
    /// The guess, and its values.
    guess: Guess,
    values: Vec<f64>,
    stroke: SharedStroke,
    is_held: Rc<Cell<bool>>,
}

impl GuessPointer {
    fn hear(&self, event: &PointerEvent) -> Option<()> {
        // Further fingers are about to zoom.
        if !event.is_primary() {
            return None;
        }
        let at = point_of(event, self.scale);
        match event.type_().as_str() {
            "pointerdown" if event.button() == 0 => {
                self.is_held.set(self.layout.holds(at, self.picked));
                let stroke = self.begin(at)?;
                capture(event);
                // A finger may be about to scroll.
                if event.pointer_type() != "touch" {
                    self.draw(stroke, at);
                } else {
                    self.stroke.replace(Some(stroke));
                }
            }
            "pointermove" => {
                let stroke = self.stroke.take()?;
                // The first value of a finger's stroke is that where it went down.
                if !stroke.is_begun {
                    self.draw(stroke.clone(), stroke.last);
                }
                self.draw(self.stroke.take().unwrap_or(stroke), at);
            }
            "pointerup" => {
                self.draw(self.stroke.take()?, at);
                self.stroke.take();
            }
            "pointercancel" => self.cx.dispatch(Action::Guess(self.stroke.take()?.before)),
            _ => {}
        }
        Some(())
    }

    /// A stroke that begins at a point, if a value can be set there.
    fn begin(&self, at: Point) -> Option<Stroke> {
        let mark = self.layout.hit(at)?;
        let bar = self.layout.rect(mark).filter(|_| !self.is_line);
        self.link.send_message(Msg::Pointed(Some(mark)));
        let (values, before) = (self.values.clone(), self.guess.clone());
        let bar = bar.map(|rect| rect.center().y);
        Some(Stroke { values, last: at, bar, before, is_begun: false })
    }

    /// Goes on with a stroke to a point: sets all values that it passes on the way. A bar is held
    /// until it is let go of.
    fn draw(&self, mut stroke: Stroke, at: Point) {
        let on_bar = |at: Point| Point { y: stroke.bar.unwrap_or(at.y), ..at };
        for (index, value) in self.layout.stroke(on_bar(stroke.last), on_bar(at)) {
            if let Some(known) = stroke.values.get_mut(index) {
                *known = self.range.nearest(value);
            }
            self.link.send_message(Msg::Pointed(Some(Mark::Value { series: 0, index })));
        }
        let guess = Guess::Draw(stroke.values.clone());
        self.stroke.replace(Some(Stroke { last: at, is_begun: true, ..stroke }));
        self.cx.dispatch(Action::Guess(guess));
    }
}

impl Scene<'_> {
    /// The canvas of a guess that can be drawn now, with the slider that walks it; none for other
    /// drawings.
    pub(super) fn sketch(&self, node: &NodeRef) -> Option<Html> {
        let (question, chart) = open_chart(self.props)?;
        let range = slider_range(chart);
        let (mut values, _) = drawn(self.cx, question)?;
        if values.is_empty() {
            values = vec![range.initial_value(); self.layout.marks().len()];
        }
        let pointer = GuessPointer {
            cx: self.cx.clone(),
            layout: self.layout.clone(),
            scale: self.scale,
            link: self.link.clone(),
            picked: self.pointed,
            range,
            is_line: matches!(chart.data, Data::Columns(_)),
            guess: self.cx.session().quiz().current()?.guess.clone(),
            values,
            stroke: self.stroke.clone(),
            is_held: self.is_held.clone(),
        };
        let hear = Callback::from(move |event: PointerEvent| {
            let _ = pointer.hear(&event);
        });
        let drawn = canvas(node, None).attr("class", "sc-sketch").on_pointer(hear);
        Some(nodes(vec![self.slider(), drawn.done()]))
    }

    /// What a mark of a guess says.
    pub(super) fn drawn_words(&self, question: usize, mark: Mark) -> String {
        match (chart(self.cx, question), mark) {
            (Some(chart), Mark::Value { index, .. }) => drawn_words(self.cx, chart, index),
            _ => String::new(),
        }
    }
}
