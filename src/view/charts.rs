//! The charts, one below the other.

use super::figure::figure;
use super::fold::{foldable, spoiler_switch};
use super::reader::Reader;
use super::tag::{classed, nodes};
use crate::story::{Item, Section};
use yew::prelude::*;

/// The charts.
pub(super) fn charts(reader: &Reader) -> Html {
    let charts = &reader.story().charts;
    let list = classed("ul", "sc-charts").each(charts.len(), &|index| {
        let item = Item { section: Section::Charts, index };
        foldable(reader, item, "li", "sc-chart-place", &|| figure(reader, index, &charts[index]))
    });
    nodes(vec![list.done(), spoiler_switch(reader, Section::Charts)])
}
