//! Which line of a chart with many of them is in focus.

use super::{Drawing, Msg};
use crate::browser::hooks::choice_of;
use crate::story::{Data, MessageKey};
use crate::view::choice::choice;
use crate::view::drawing_layout::Subject;
use crate::view::tag::{classed, nothing};
use yew::prelude::*;

/// The field in which a line is chosen, above a chart that has more of them than colours can tell
/// apart.
pub(super) fn chooser(context: &Context<Drawing>, focus: Option<usize>) -> Html {
    let cx = &context.props().cx;
    let Subject::Chart(place) = context.props().subject else { return nothing() };
    let data = cx.story().charts.get(place).map(|chart| &chart.data);
    let Some(Data::Columns(columns)) = data.filter(|_| !cx.is_cover) else { return nothing() };
    if !columns.has_focus() {
        return nothing();
    }
    let shown = focus.unwrap_or_else(|| columns.first_focus());
    let link = context.link().clone();
    let choose = Callback::from(move |event: Event| {
        if let Some(line) = choice_of(&event).and_then(|value| value.parse().ok()) {
            link.send_message(Msg::Focused(line));
        }
    });
    classed("select", "sc-menu")
        .set("aria-label", cx.say(MessageKey::ChartFocus))
        .on_change(choose)
        .each(columns.lines.len(), &|line| {
            let label = columns.lines[line].series.label.clone();
            choice(line.to_string(), line == shown, label)
        })
        .done()
}
