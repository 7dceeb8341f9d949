//! The charts, one at a time: the questions that they answer are the menu.

use super::choice::choice;
use super::context::ViewContext;
use super::figure::figure;
use super::spoilers::{foldable, spoiler_switch};
use super::tag::{button, classed, nodes, nothing, tag};
use crate::browser::hooks::choice_of;
use crate::session::Action;
use crate::story::{Chart, Item, MessageKey, Section};
use yew::prelude::*;

/// More questions than so many are higher than a card may be; then they are chosen in a field at
/// every width.
const MOST_LISTED: usize = 10;

/// The charts: in the live card the one that was picked, with a menu; in the static card all.
pub(super) fn charts(cx: &ViewContext) -> Html {
    let charts = &cx.story().charts;
    let content = match (cx.is_static(), cx.chart(cx.session().chart())) {
        (false, Some(chart)) => classed("div", "sc-one-chart")
            .when(charts.len() > MOST_LISTED, &|it| it.attr("class", "sc-one-chart sc-many"))
            .child(menu(cx, charts))
            .child(place(cx, "div", cx.session().chart(), chart))
            .done(),
        _ => classed("ul", "sc-charts")
            .each(charts.len(), &|index| place(cx, "li", index, &charts[index]))
            .done(),
    };
    nodes(vec![content, spoiler_switch(cx, Section::Charts)])
}

fn place(cx: &ViewContext, name: &'static str, index: usize, chart: &Chart) -> Html {
    let item = Item { section: Section::Charts, index };
    foldable(cx, item, name, "sc-chart-place", &|| figure(cx, index, chart))
}

/// The questions, as a list where there is room beside the chart, else as a field with buttons.
fn menu(cx: &ViewContext, charts: &[Chart]) -> Html {
    if charts.len() < 2 {
        return nothing();
    }
    nodes(vec![list(cx, charts), field(cx, charts)])
}

/// What a chart answers, or shows, unless it is folded.
fn question(cx: &ViewContext, index: usize, chart: &Chart) -> String {
    if cx.is_folded(Item { section: Section::Charts, index }) {
        let (section, n) = (cx.say(Section::Charts.name()), (index + 1).to_string());
        return cx.fill(MessageKey::SpoilerShowItem, &[("section", &section), ("n", &n)]);
    }
    chart.question.as_ref().unwrap_or(&chart.title).words()
}

fn list(cx: &ViewContext, charts: &[Chart]) -> Html {
    let list = tag("ul").each(charts.len(), &|index| {
        let is_shown = cx.session().chart() == index;
        let class = if is_shown { "sc-choice sc-current" } else { "sc-choice" };
        let pick = cx.on_press(Action::PickChart(index));
        let entry = button(class, question(cx, index, &charts[index]), pick);
        tag("li").tag(entry.when(is_shown, &|it| it.attr("aria-current", "true"))).done()
    });
    let nav = classed("nav", "sc-chart-list").set("aria-label", cx.say(MessageKey::ChartChoose));
    nav.tag(list).done()
}

fn field(cx: &ViewContext, charts: &[Chart]) -> Html {
    let shown = cx.session().chart();
    let (cx_of_choice, total) = (cx.clone(), charts.len().to_string());
    let choose = Callback::from(move |event: Event| {
        if let Some(index) = choice_of(&event).and_then(|value| value.parse().ok()) {
            cx_of_choice.dispatch(Action::PickChart(index));
        }
    });
    let select = classed("select", "sc-menu")
        .set("aria-label", cx.say(MessageKey::ChartChoose))
        .on_change(choose)
        .each(charts.len(), &|index| {
            let n = (index + 1).to_string();
            let count = cx.fill(MessageKey::QuizProgress, &[("n", &n), ("total", &total)]);
            let words = [&count, " · ", &question(cx, index, &charts[index])].concat();
            choice(index.to_string(), index == shown, words)
        });
    let step = |name: MessageKey, arrow: &str, to: Option<usize>| {
        let press = to.map_or_else(Callback::noop, |to| cx.on_press(Action::PickChart(to)));
        let step = button("sc-mover sc-step", arrow.to_owned(), press);
        step.set("aria-label", cx.say(name)).aria("aria-disabled", to.is_none())
    };
    let next = Some(shown + 1).filter(|next| *next < charts.len());
    classed("div", "sc-chart-field")
        .tag(step(MessageKey::ChartPrevious, "‹", shown.checked_sub(1)))
        .tag(select)
        .tag(step(MessageKey::ChartNext, "›", next))
        .done()
}
