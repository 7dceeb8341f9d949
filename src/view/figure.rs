//! One chart: drawn, walked through value by value, and as a table.

use super::claim::{firmness, see, source_line};
use super::prose::prose;
use super::reader::Reader;
use super::table::table;
use crate::browser::hooks::{measure, use_surface, use_width, value_of};
use crate::layout::{self, ChartLayout, Mark, Point};
use crate::paint::Picture;
use crate::story::{Chart, Key};
use std::rc::Rc;
use yew::prelude::*;

/// What [`Figure`] needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FigureProps {
    /// Story and session.
    pub reader: Reader,
    /// Place of the chart in the story's list.
    pub index: usize,
}

/// One chart with its words.
#[component]
pub(super) fn Figure(props: &FigureProps) -> Html {
    let reader = &props.reader;
    let Some(chart) = reader.story().charts.get(props.index) else { return html! {} };
    let name = format!("sc-{}-title-{}", reader.story().id, chart.id);
    html! {
        <figure class="sc-chart" part="chart" aria-labelledby={name.clone()}>
            <figcaption>
                if let Some(question) = &chart.question { <p class="sc-asks">{prose(question)}</p> }
                <@{reader.heading(1)} class="sc-finding" id={name}>{prose(&chart.title)}</@>
                <p class="sc-measured">{subtitle(chart)}</p>
            </figcaption>
            <Drawing reader={reader.clone()} index={props.index} />
            if let Some(note) = &chart.note { <p class="sc-note">{prose(note)}</p> }
            {missing(reader, chart)}
            <details class="sc-table">
                <summary>{reader.say(Key::ChartTable)}</summary>
                {table(reader, chart)}
            </details>
            <p class="sc-source-line">
                {source_line(reader, &chart.claim.sources)}
                {firmness(reader, chart.claim.status, chart.claim.as_of.as_ref())}
            </p>
            {see(reader, &chart.claim)}
        </figure>
    }
}

/// What is measured; the unit where the author says nothing more.
fn subtitle(chart: &Chart) -> Html {
    chart.subtitle.as_ref().map_or_else(|| html! { {&chart.unit} }, prose)
}

/// What the chart does not show.
fn missing(reader: &Reader, chart: &Chart) -> Html {
    if chart.missing.is_empty() {
        return html! {};
    }
    html! {
        <details class="sc-missing">
            <summary>{reader.say(Key::ChartMissing)}</summary>
            <ul>{for chart.missing.iter().map(|text| html! { <li>{prose(text)}</li> })}</ul>
        </details>
    }
}

/// The canvas, the words of the picked value, and the slider that walks through the values.
#[component]
fn Drawing(props: &FigureProps) -> Html {
    let reader = &props.reader;
    let (frame, canvas) = (use_node_ref(), use_node_ref());
    let width = use_width(&frame);
    let picked = use_state(|| None::<Mark>);
    let layout =
        use_memo((width, reader.model.story.clone(), props.index), |(width, story, index)| {
            let chart = story.charts.get(*index)?;
            let layout = layout::chart(chart, &story.messages, (*width)?, measure().as_ref());
            Some(Rc::new(layout))
        });
    use_surface(&canvas, (*layout).clone().map(|layout| Picture::Chart { layout, mark: *picked }));
    let Some(chart) = reader.story().charts.get(props.index) else { return html! {} };
    let words = picked.map(|mark| layout::sentence(chart, mark, reader.messages()));
    let on_point = on_point((*layout).clone(), &picked);
    let onpointerleave = {
        let picked = picked.clone();
        Callback::from(move |event: PointerEvent| {
            // A finger leaves when it is lifted; what it picked stays.
            if event.pointer_type() != "touch" {
                picked.set(None);
            }
        })
    };
    html! {
        <div class="sc-frame" ref={frame}>
            {walker(reader, chart, (*layout).as_deref(), &picked)}
            <canvas ref={canvas} aria-hidden="true" onpointermove={on_point.clone()} onpointerdown={on_point} {onpointerleave} />
            <p class="sc-reading" aria-hidden="true">{words}</p>
        </div>
    }
}

/// Picks the value under the pointer.
fn on_point(
    layout: Option<Rc<ChartLayout>>,
    picked: &UseStateHandle<Option<Mark>>,
) -> Callback<PointerEvent> {
    let picked = picked.clone();
    Callback::from(move |event: PointerEvent| {
        let point = Point { x: f64::from(event.offset_x()), y: f64::from(event.offset_y()) };
        let mark = layout.as_deref().and_then(|layout| layout.hit(point));
        if *picked != mark {
            picked.set(mark);
        }
    })
}

/// A slider with one step to a value: keys, switches and screen readers walk the chart with it.
fn walker(
    reader: &Reader,
    chart: &Chart,
    layout: Option<&ChartLayout>,
    picked: &UseStateHandle<Option<Mark>>,
) -> Html {
    let marks: Rc<[Mark]> = layout.map_or_else(|| Rc::from([]), |layout| Rc::from(layout.marks()));
    let Some(first) = marks.first().copied() else { return html! {} };
    let at = picked.and_then(|mark| marks.iter().position(|known| *known == mark)).unwrap_or(0);
    let words = layout::sentence(chart, picked.unwrap_or(first), reader.messages());
    let name = reader.fill(Key::ChartWalk, &[("title", &chart.title.words())]);
    let max = marks.len() - 1;
    let pick = |mark: Option<Mark>| {
        let picked = picked.clone();
        Callback::from(move |_: FocusEvent| picked.set(mark))
    };
    let oninput = {
        let picked = picked.clone();
        Callback::from(move |event: InputEvent| {
            let place = value_of(&event).and_then(|value| value.parse::<usize>().ok());
            picked.set(place.and_then(|place| marks.get(place).copied()));
        })
    };
    html! {
        <input type="range" class="sc-walker" min="0" max={max.to_string()} step="1" value={at.to_string()}
            aria-label={name} aria-valuetext={words} {oninput}
            onfocus={pick(Some(picked.unwrap_or(first)))} onblur={pick(None)} />
    }
}
