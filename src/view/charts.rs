//! The charts, one below the other.

use super::context::ViewContext;
use super::figure::figure;
use super::spoilers::{foldable, spoiler_switch};
use super::tag::{classed, nodes};
use crate::story::{Item, Section};
use yew::prelude::*;

/// The charts.
pub(super) fn charts(cx: &ViewContext) -> Html {
    let charts = &cx.story().charts;
    let list = classed("ul", "sc-charts").each(charts.len(), &|index| {
        let item = Item { section: Section::Charts, index };
        foldable(cx, item, "li", "sc-chart-place", &|| figure(cx, index, &charts[index]))
    });
    nodes(vec![list.done(), spoiler_switch(cx, Section::Charts)])
}
