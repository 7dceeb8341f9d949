//! Which line of a chart with many of them is in focus.

use super::choice::choice;
use super::context::ViewContext;
use super::tag::{classed, nothing};
use crate::browser::hooks::choice_of;
use crate::session::Action;
use crate::story::{Chart, Data, MessageKey};
use yew::prelude::*;

/// The field in which a line is chosen, above a chart that has more of them than colours can tell
/// apart; in the live card only. `index` is the chart's place in the story's list.
pub(super) fn line_focus(cx: &ViewContext, index: usize, chart: &Chart) -> Html {
    let Data::Columns(columns) = &chart.data else { return nothing() };
    if cx.is_static() || !columns.has_focus() {
        return nothing();
    }
    let shown = cx.session().focused_line(index).unwrap_or_else(|| columns.first_focus());
    let cx_of_choice = cx.clone();
    let choose = Callback::from(move |event: Event| {
        if let Some(line) = choice_of(&event).and_then(|value| value.parse().ok()) {
            cx_of_choice.dispatch(Action::FocusLine { chart: index, line });
        }
    });
    let name = cx.say(MessageKey::ChartFocus);
    let select = classed("select", "sc-menu")
        .set("aria-label", name.clone())
        .on_change(choose)
        .each(columns.lines.len(), &|line| {
            let label = columns.lines[line].series.label.clone();
            choice(line.to_string(), line == shown, label)
        });
    classed("label", "sc-focus").words(name).text(" ").tag(select).done()
}
