//! The charts, one below the other.

use super::figure::figure;
use super::fold::{foldable, spoiler_switch};
use super::reader::Reader;
use crate::story::{Item, Section};
use yew::prelude::*;

/// The charts.
pub(super) fn charts(reader: &Reader) -> Html {
    let items = reader.story().items_of(Section::Charts);
    html! {<>
        <ul class="sc-charts">{for items.map(|item| chart(reader, item))}</ul>
        {spoiler_switch(reader, Section::Charts)}
    </>}
}

fn chart(reader: &Reader, item: Item) -> Html {
    foldable(reader, item, "li", "sc-chart-place", &|| {
        let chart = reader.story().charts.get(item.index);
        chart.map_or_else(Html::default, |chart| figure(reader, item.index, chart))
    })
}
