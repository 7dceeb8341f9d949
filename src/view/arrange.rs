//! How a reader arranges a chart: chips for the order of its rows, its series and its shares, and a
//! field to find rows.

use super::context::ViewContext;
use super::disclosure::late_disclosure;
use super::find_field::find_field;
use super::tag::{Tag, button, classed, group, live, nodes, nothing, words};
use super::value_words::stack_name;
use crate::session::{Action, Arrangeable, Arrangement, ArrangementChange, Disclosure, RowOrder};
use crate::story::{Chart, ChartKind, MessageKey, Stack};
use yew::prelude::*;

/// The orders of rows, and what they are called.
const ORDERS: [(RowOrder, MessageKey); 3] = [
    (RowOrder::Story, MessageKey::ChartOrderStory),
    (RowOrder::Value, MessageKey::ChartOrderValue),
    (RowOrder::Name, MessageKey::ChartOrderName),
];

/// What the chart at this place of the story's list is arranged with; in the live card only, and if
/// there is anything to arrange.
pub(super) fn arrange(cx: &ViewContext, index: usize) -> Html {
    let Some(chart) = cx.story().charts.get(index).filter(|_| !cx.is_static()) else {
        return nothing();
    };
    let can = Arrangeable::of(chart);
    if !can.is_any() {
        return nothing();
    }
    let name = words(cx.say(MessageKey::ChartArrange));
    let what = Disclosure::Arrange(index);
    late_disclosure(cx, what, "sc-arrange", name, &|| Tools { cx, index, chart, can }.shown())
}

/// The tools for a chart as the story has it.
struct Tools<'a> {
    cx: &'a ViewContext,
    index: usize,
    chart: &'a Chart,
    can: Arrangeable,
}

impl Tools<'_> {
    fn shown(&self) -> Html {
        let arranged = self.cx.arranged(self.index);
        let chosen = arranged.map(|arranged| arranged.arrangement.clone()).unwrap_or_default();
        let stack = chosen.stack.unwrap_or(self.chart.data.stack());
        let found = arranged.and_then(|arranged| arranged.found);
        classed("div", "sc-chip-row")
            .child(self.order(chosen.order))
            // A share is one of the whole, so that none is left out.
            .child(if stack == Stack::Absolute { self.series(&chosen) } else { nothing() })
            .child(self.shares(stack))
            .child(self.finder(&chosen, found))
            .done()
    }

    /// A button that is on or off.
    fn chip(&self, name: String, is_on: bool, change: ArrangementChange) -> Tag {
        let press = self.cx.on_press(Action::Arrange(self.index, change));
        button("sc-chip", name, press).aria("aria-pressed", is_on)
    }

    fn order(&self, order: RowOrder) -> Html {
        if !self.can.order {
            return nothing();
        }
        group("sc-chips", self.cx.say(MessageKey::ChartOrder))
            .each(ORDERS.len(), &|nth| {
                let (of, name) = ORDERS[nth];
                self.chip(self.order_name(of, name), of == order, ArrangementChange::Order(of))
                    .done()
            })
            .done()
    }

    /// What an order is called; that of values with the series by which it goes, if there are several.
    fn order_name(&self, order: RowOrder, name: MessageKey) -> String {
        let (words, chart) = (self.cx.say(name), self.cx.chart(self.index).unwrap_or(self.chart));
        let is_sum = chart.kind == ChartKind::Stacked && !chart.data.is_percent();
        match chart.data.series().as_slice() {
            [first, _, ..] if order == RowOrder::Value && !is_sum => {
                let values = [("words", &*words), ("detail", first.label.as_str())];
                self.cx.fill(MessageKey::ChartDetail, &values)
            }
            _ => words,
        }
    }

    fn series(&self, chosen: &Arrangement) -> Html {
        if !self.can.series {
            return nothing();
        }
        let series = self.chart.data.series();
        group("sc-chips", self.cx.say(MessageKey::ChartColumnSeries))
            .each(series.len(), &|nth| {
                let is_on = chosen.series.contains(&nth);
                self.chip(series[nth].label.clone(), is_on, ArrangementChange::Series(nth)).done()
            })
            .done()
    }

    /// A chip for what the story does not stack.
    fn shares(&self, stack: Stack) -> Html {
        if !self.can.stack {
            return nothing();
        }
        let other = self.chart.data.stack().other();
        let change = ArrangementChange::Stack(stack.other());
        self.chip(self.cx.say(stack_name(other)), stack == other, change).done()
    }

    fn finder(&self, chosen: &Arrangement, found: Option<usize>) -> Html {
        if !self.can.rows {
            return nothing();
        }
        let index = self.index;
        let find = move |wanted| Action::Arrange(index, ArrangementChange::Find(wanted));
        let name = self.cx.say(MessageKey::ChartFind);
        let said = match found {
            None => String::new(),
            Some(0) => self.cx.say(MessageKey::ChartFoundNone),
            Some(n) => self.cx.count(MessageKey::ListFound, n),
        };
        let field = find_field(self.cx, name, &chosen.wanted, find);
        nodes(vec![field.done(), live(words(said))])
    }
}
