//! The overview, which is the cover: premise, numbers to remember, three ways in (a question, a
//! chart, the timeline as a strip), facts, and what the other sections hold.

use super::claim::{claim, marks, see};
use super::context::ViewContext;
use super::disclosure::disclosure;
use super::drawing::drawing;
use super::drawing_layout::Subject;
use super::prose::prose;
use super::quiz::cover;
use super::section_link::section_link;
use super::spoilers::{foldable, spoiler_switch};
use super::tag::{Tag, classed, each, nodes, nothing, tag};
use crate::session::{Action, Disclosure};
use crate::story::{
    Chart, Fact, Figure, Item, MessageKey, Notation, Number, Section, Statement, Unit,
};
use yew::prelude::*;

/// So many figures and facts stand in the open.
const FIGURES: usize = 4;
const FACTS: usize = 1;

/// The overview.
pub(super) fn overview(cx: &ViewContext) -> Html {
    nodes(vec![
        opening(cx, 0, 1),
        figures(cx, 0, FIGURES),
        ways_in(cx),
        facts(cx),
        spoiler_switch(cx, Section::Overview),
    ])
}

/// A list; nothing where it would be empty.
fn list(class: &'static str, count: usize, node: &dyn Fn(usize) -> Html) -> Html {
    if count == 0 { nothing() } else { classed("ul", class).each(count, node).done() }
}

/// Some of the opening paragraphs; the marks of what they rest on stand behind the last that rests
/// on it.
fn opening(cx: &ViewContext, from: usize, to: usize) -> Html {
    let text = &cx.story().overview.text;
    let to = to.min(text.len());
    each(to.saturating_sub(from), &|nth| {
        let place = from + nth;
        let Statement { text: words, sources } = &text[place];
        let goes_on = place + 1 < to && text[place + 1].sources == *sources;
        let marks = if goes_on { nothing() } else { marks(cx, sources, None) };
        classed("p", "sc-opening").child(prose(words)).child(marks).done()
    })
}

/// The question, the chart and the timeline, each small.
fn ways_in(cx: &ViewContext) -> Html {
    let on_cover = cx.on_cover();
    let (question, chart, strip) = (cover(cx), chart(&on_cover), strip(&on_cover));
    let are_two = cx.session().cover_question(cx.story()).is_some() && lead_chart(cx).is_some();
    let class = if are_two { "sc-ways sc-two" } else { "sc-ways" };
    nodes(vec![classed("div", class).child(question).child(chart).done(), strip])
}

/// The chart that the story leads with, and its place, if the card shows charts.
fn lead_chart(cx: &ViewContext) -> Option<(usize, &Chart)> {
    let index = cx.story().lead_chart().filter(|_| cx.shows(Section::Charts))?;
    Some((index, cx.story().charts.get(index)?))
}

fn chart(cx: &ViewContext) -> Html {
    let Some((index, chart)) = lead_chart(cx) else { return nothing() };
    let asks = chart.question.as_ref().unwrap_or(&chart.title);
    let count = cx.story().charts.len();
    classed("div", "sc-way sc-way-chart")
        .tag(cx.item_heading().attr("class", "sc-question").child(prose(asks)))
        .tag(classed("p", "sc-measured").words(chart.unit.words()))
        .child(drawing(cx, Subject::Chart(index)))
        .tag(way(cx, Section::Charts, cx.count(MessageKey::ChartAll, count)))
        .done()
}

/// The lane of the event that the story leads with.
fn strip(cx: &ViewContext) -> Html {
    let count = cx.story().timeline.events.len();
    if cx.story().lead_event().is_none() || !cx.shows(Section::Timeline) {
        return nothing();
    }
    classed("div", "sc-way sc-way-strip")
        .child(drawing(cx, Subject::Strip))
        .tag(way(cx, Section::Timeline, cx.count(MessageKey::TimelineWhole, count)))
        .done()
}

/// The way into a section.
fn way(cx: &ViewContext, section: Section, words: String) -> Tag {
    classed("p", "sc-into").tag(section_link(cx, section, words))
}

/// Some of the numbers to remember.
fn figures(cx: &ViewContext, from: usize, to: usize) -> Html {
    let figures = &cx.story().overview.figures;
    let to = to.min(figures.len());
    let count = to.saturating_sub(from);
    let class = match count {
        ..3 => "sc-figures",
        3 => "sc-figures sc-three",
        _ => "sc-figures sc-four",
    };
    list(class, count, &|nth| {
        let index = from + nth;
        figure(cx, Item { section: Section::Overview, index }, &figures[index])
    })
}

fn figure(cx: &ViewContext, item: Item, figure: &Figure) -> Html {
    foldable(cx, item, "li", "sc-figure", &|| {
        let value = figure.value.words(Notation::Standard, cx.messages());
        let before = Unit { after: String::new(), ..figure.unit.clone() };
        let mut numeral = classed("p", "sc-numeral")
            .tag(classed("span", "sc-value").words(before.beside(&value, cx.messages())));
        if !figure.unit.after.is_empty() {
            let unit = classed("span", "sc-unit").words(figure.unit.after.clone());
            numeral = numeral.text(" ").tag(unit);
        }
        let label = classed("p", "sc-figure-label")
            .child(prose(&figure.label))
            .words(spread(cx, &figure.value))
            .child(claim(cx, &figure.claim));
        nodes(vec![numeral.done(), label.done(), see(cx, &figure.claim)])
    })
}

/// What the sources give, where they differ.
fn spread(cx: &ViewContext, number: &Number) -> String {
    match number.spread(cx.messages()) {
        Some(spread) => {
            let differ = cx.fill(MessageKey::SourcesDiffer, &[("spread", &spread)]);
            [cx.say(MessageKey::ListSemicolon), differ].concat()
        }
        None => String::new(),
    }
}

/// The first facts; the others unfold, behind what is left of the opening words and figures.
fn facts(cx: &ViewContext) -> Html {
    let overview = &cx.story().overview;
    let count = overview.facts.len();
    let some = |from: usize, to: usize| {
        let fact = |nth: usize| {
            let index = overview.figures.len() + from + nth;
            fact(cx, Item { section: Section::Overview, index }, &overview.facts[from + nth])
        };
        list("sc-facts", to.saturating_sub(from), &fact)
    };
    let shown = FACTS.min(count);
    let more = count - shown;
    if more == 0 && overview.text.len() < 2 && overview.figures.len() <= FIGURES {
        return some(0, shown);
    }
    let what = Disclosure::Rest(Section::Overview);
    let name = match more {
        0 => cx.say(MessageKey::CardMore),
        _ => cx.count(MessageKey::FactsMore, more),
    };
    let name = super::tag::words(name);
    let rest = nodes(vec![
        opening(cx, 1, overview.text.len()),
        figures(cx, FIGURES, overview.figures.len()),
        some(shown, count),
    ]);
    nodes(vec![some(0, shown), disclosure(cx, what, "sc-more-facts", name, rest)])
}

fn fact(cx: &ViewContext, item: Item, fact: &Fact) -> Html {
    foldable(cx, item, "li", "sc-fact", &|| {
        let text = tag("p").child(prose(&fact.text)).child(claim(cx, &fact.claim));
        nodes(vec![text.done(), see(cx, &fact.claim)])
    })
}

/// What the other sections hold, with the way into each. In the static card they stand there
/// themselves, folded.
pub(super) fn contents(cx: &ViewContext) -> Html {
    let sections = cx.session().sections();
    let rest: Vec<Section> =
        sections.iter().copied().filter(|it| *it != Section::Overview).collect();
    classed("ul", "sc-parts")
        .each(rest.len(), &|nth| {
            let part = tag("button").attr("type", "button").attr("class", "sc-part");
            let open = cx.on_press(Action::Open(rest[nth]));
            let name = classed("span", "sc-part-name").words(cx.say(rest[nth].name()));
            let part = part.on_click(open).tag(name).child(part_count(cx, rest[nth]));
            tag("li").tag(part).done()
        })
        .done()
}

/// What a section holds, to stand behind its name.
pub(super) fn part_count(cx: &ViewContext, section: Section) -> Html {
    let count = cx.count(section.holds(), cx.story().item_count(section));
    nodes(vec![super::tag::words(" ".to_owned()), classed("span", "sc-count").words(count).done()])
}
