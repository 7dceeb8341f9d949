//! What the overview leads with: it must be there, and fit to be shown so.

use super::leaf::text;
use super::shape::Shape;
use super::{Context, Node};
use crate::story::fault::fault;
use crate::story::{ChartKind, Item, Section, Story};

/// Where the overview says what it leads with, as offsets into the text.
#[derive(Default)]
pub(super) struct LeadContext {
    question: Option<usize>,
    chart: Option<usize>,
    event: Option<usize>,
}

/// The address of a question that can be answered on the cover.
pub(in crate::story) struct LeadQuestion;

/// The address of a chart that is shown on the cover.
pub(in crate::story) struct LeadChart;

/// The address of an event that stands out in the timeline.
pub(in crate::story) struct LeadEvent;

impl Shape for LeadQuestion {
    /// An index into the story's questions.
    type Value = usize;

    fn read(value: &mut usize, node: Node<'_>, cx: &mut Context) -> bool {
        let right = "Name a question, such as \"trivia/q-first\".";
        cx.lead.question = Some(node.at);
        item_of(Section::Trivia, ["this is not a question", right], value, node, cx)
    }
}

impl Shape for LeadChart {
    /// An index into the story's charts.
    type Value = usize;

    fn read(value: &mut usize, node: Node<'_>, cx: &mut Context) -> bool {
        let right = "Name a chart, such as \"charts/c-first\".";
        cx.lead.chart = Some(node.at);
        item_of(Section::Charts, ["this is not a chart", right], value, node, cx)
    }
}

impl Shape for LeadEvent {
    /// An index into the story's events.
    type Value = usize;

    fn read(value: &mut usize, node: Node<'_>, cx: &mut Context) -> bool {
        let right = "Name an event, such as \"timeline/premiere\".";
        cx.lead.event = Some(node.at);
        item_of(Section::Timeline, ["this is not an event", right], value, node, cx)
    }
}

/// Reads the address of an item of one section.
fn item_of(
    section: Section,
    words: [&str; 2],
    value: &mut usize,
    node: Node<'_>,
    cx: &mut Context,
) -> bool {
    let mut address = String::new();
    if !text(&mut address, node, cx) {
        return false;
    }
    let index = cx.index_in(section, (node.at, &address), words);
    *value = index.unwrap_or_default();
    index.is_some()
}

/// Notes that what the overview leads with cannot be shown there.
pub(super) fn check(story: &Story, cx: &mut Context) {
    let lead = &story.overview.lead;
    check_question(story, cx);
    let charts = Section::Charts;
    check_spoiler(story, cx, (cx.lead.chart, lead.chart, charts), "this chart is a spoiler");
    check_drawn(story, cx);
    let events = Section::Timeline;
    check_spoiler(story, cx, (cx.lead.event, lead.event, events), "this event is a spoiler");
}

fn check_drawn(story: &Story, cx: &mut Context) {
    let chart = story.overview.lead.chart.and_then(|it| story.charts.get(it));
    let (Some(at), Some(chart)) = (cx.lead.chart, chart) else { return };
    if chart.kind == ChartKind::Table {
        let right = "Name a chart that is drawn, or leave the key out.";
        fault!(cx, at, "this chart is a table, which is too long for the overview", "{right}");
    }
}

fn check_question(story: &Story, cx: &mut Context) {
    let question = story.overview.lead.question.and_then(|it| story.trivia.questions.get(it));
    // A broken question rests on nothing; it has its fault.
    let question = question.filter(|question| !question.claim.sources.is_empty());
    let (Some(at), Some(question)) = (cx.lead.question, question) else { return };
    if !question.form.is_choice() {
        let right = "Name one of one choice, several choices, or true or false.";
        fault!(cx, at, "this question has no options to choose from", "{right}");
    } else if question.claim.spoiler {
        let right = "Name a question without a spoiler.";
        fault!(cx, at, "this question is a spoiler, and the overview would show it", "{right}");
    }
}

fn check_spoiler(
    story: &Story,
    cx: &mut Context,
    (at, index, section): (Option<usize>, Option<usize>, Section),
    wrong: &'static str,
) {
    let (Some(at), Some(index)) = (at, index) else { return };
    if story.is_spoiler(Item { section, index }) {
        fault!(cx, at, "{wrong}", "The overview would show it. Name one without a spoiler.");
    }
}
