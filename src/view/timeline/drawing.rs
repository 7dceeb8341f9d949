//! The timeline on canvas: lanes, marks, the words of what is picked.

use super::when_words;
use crate::browser::hooks::{measure, use_surface, use_width, value_of};
use crate::layout::{self, Mark, Point, TimelineLayout, TimelineView};
use crate::paint::Picture;
use crate::session::Action;
use crate::story::{Item, Key, Section};
use crate::view::reader::Reader;
use std::rc::Rc;
use yew::prelude::*;

/// What [`TimelineDrawing`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DrawingProps {
    /// Story and session.
    pub reader: Reader,
}

/// The timeline on canvas.
#[component]
pub(super) fn TimelineDrawing(props: &DrawingProps) -> Html {
    let reader = &props.reader;
    let (frame, canvas) = (use_node_ref(), use_node_ref());
    let width = use_width(&frame);
    let pointed = use_state(|| None::<Mark>);
    let selected = reader.session().event();
    let layout = use_layout(reader, width, selected);
    let picture =
        layout.clone().map(|layout| Picture::Timeline { layout, selected, mark: *pointed });
    use_surface(&canvas, picture);
    let (onpointermove, onpointerleave) = (on_point(layout.clone(), &pointed), on_leave(&pointed));
    let onclick = on_pick(reader, layout.clone());
    let selected_mark = selected.and_then(|event| layout.as_ref()?.mark_of(event));
    let shown = (*pointed).or(selected_mark);
    html! {
        <div class="sc-frame sc-timeline" part="axis" ref={frame}>
            {walker(reader, layout.as_deref(), selected_mark)}
            <canvas ref={canvas} aria-hidden="true" {onpointermove} {onpointerleave} {onclick} />
            <p class="sc-reading" aria-hidden="true">{layout.as_deref().and_then(|layout| Some(words(reader, layout, shown?)))}</p>
            {cluster(reader, layout.as_deref(), selected_mark)}
        </div>
    }
}

/// The layout for this width, these folded events and this selection.
#[hook]
fn use_layout(
    reader: &Reader,
    width: Option<f64>,
    selected: Option<usize>,
) -> Option<Rc<TimelineLayout>> {
    let story = reader.model.story.clone();
    let folded: Vec<bool> =
        story.items_of(Section::Timeline).map(|item| reader.is_folded(item)).collect();
    let layout = use_memo((width, story, folded, selected), |(width, story, folded, selected)| {
        let hidden = |event: usize| folded.get(event).copied().unwrap_or(true);
        let view =
            TimelineView { window: None, hidden: &hidden, shown: &|_| true, selected: *selected };
        let layout = layout::timeline(
            &story.timeline,
            &view,
            &story.messages,
            (*width)?,
            measure().as_ref(),
        );
        Some(Rc::new(layout))
    });
    (*layout).clone()
}

fn on_point(
    layout: Option<Rc<TimelineLayout>>,
    pointed: &UseStateHandle<Option<Mark>>,
) -> Callback<PointerEvent> {
    let pointed = pointed.clone();
    Callback::from(move |event: PointerEvent| {
        let mark = layout.as_deref().and_then(|layout| layout.hit(point(&event)));
        if *pointed != mark {
            pointed.set(mark);
        }
    })
}

fn on_leave(pointed: &UseStateHandle<Option<Mark>>) -> Callback<PointerEvent> {
    let pointed = pointed.clone();
    Callback::from(move |_| pointed.set(None))
}

/// Picks the event under the pointer; a click beside all marks picks none.
fn on_pick(reader: &Reader, layout: Option<Rc<TimelineLayout>>) -> Callback<MouseEvent> {
    let reader = reader.clone();
    Callback::from(move |event: MouseEvent| {
        let Some(layout) = &layout else { return };
        let mark = layout.hit(point(&event));
        reader.act(Action::PickEvent(mark.and_then(|mark| layout.events(mark).first().copied())));
    })
}

/// Where in the canvas a pointer is, in CSS px.
fn point(event: &MouseEvent) -> Point {
    Point { x: f64::from(event.offset_x()), y: f64::from(event.offset_y()) }
}

/// What a mark stands for, in a line.
fn words(reader: &Reader, layout: &TimelineLayout, mark: Mark) -> String {
    match layout.events(mark) {
        [event] => event_words(reader, *event),
        events => reader.fill(Key::TimelineCluster, &[("n", &events.len().to_string())]),
    }
}

/// An event in a line, or that it is folded.
fn event_words(reader: &Reader, index: usize) -> String {
    let Some(event) = reader.story().timeline.events.get(index) else { return String::new() };
    if reader.is_folded(Item { section: Section::Timeline, index }) {
        return reader.say(Key::SpoilerFolded);
    }
    let (label, value) = (when_words(reader, event), event.title.words());
    reader.fill(Key::ChartValue, &[("label", &label), ("value", &value)])
}

/// The events of a picked mark that stands for several, to pick among.
fn cluster(reader: &Reader, layout: Option<&TimelineLayout>, mark: Option<Mark>) -> Html {
    let events = layout.zip(mark).map_or(&[][..], |(layout, mark)| layout.events(mark));
    if events.len() < 2 {
        return html! {};
    }
    let entry = |event: &usize| {
        let is_picked = reader.session().event() == Some(*event);
        html! {
            <li>
                <button type="button" class="sc-link" aria-pressed={is_picked.to_string()}
                    onclick={reader.wish(Action::PickEvent(Some(*event)))}>{event_words(reader, *event)}</button>
            </li>
        }
    };
    html! { <ul class="sc-cluster">{for events.iter().map(entry)}</ul> }
}

/// A slider with one step to a mark: keys, switches and screen readers walk the drawing with it.
fn walker(reader: &Reader, layout: Option<&TimelineLayout>, selected: Option<Mark>) -> Html {
    let Some(layout) = layout else { return html! {} };
    let marks = layout.marks();
    let Some(first) = marks.first().copied() else { return html! {} };
    let at = selected.and_then(|mark| marks.iter().position(|known| *known == mark)).unwrap_or(0);
    let firsts: Vec<Option<usize>> =
        marks.iter().map(|mark| layout.events(*mark).first().copied()).collect();
    let oninput = {
        let reader = reader.clone();
        Callback::from(move |event: InputEvent| {
            let place = value_of(&event).and_then(|value| value.parse::<usize>().ok());
            let event = place.and_then(|place| firsts.get(place).copied().flatten());
            reader.act(Action::PickEvent(event));
        })
    };
    html! {
        <input type="range" class="sc-walker" min="0" max={(marks.len() - 1).to_string()} step="1" value={at.to_string()}
            aria-label={reader.say(Key::TimelineWalk)} aria-valuetext={words(reader, layout, selected.unwrap_or(first))} {oninput} />
    }
}
