//! One chart: its finding, its drawing, what it does not show, its values as a table.

use super::claim::{firmness, see, source_line};
use super::drawing::{Drawing, Subject};
use super::prose::prose;
use super::reader::Reader;
use super::table::table;
use crate::story::{Chart, Key};
use yew::prelude::*;

/// One chart with its words; `index` is its place in the story's list.
pub(super) fn figure(reader: &Reader, index: usize, chart: &Chart) -> Html {
    let name = format!("sc-{}-title-{}", reader.story().id, chart.id);
    html! {
        <figure class="sc-chart" part="chart" aria-labelledby={name.clone()}>
            <figcaption>
                if let Some(question) = &chart.question { <p class="sc-asks">{prose(question)}</p> }
                <@{reader.heading(1)} class="sc-finding" id={name}>{prose(&chart.title)}</@>
                <p class="sc-measured">{subtitle(chart)}</p>
            </figcaption>
            <Drawing reader={reader.clone()} subject={Subject::Chart(index)} />
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
