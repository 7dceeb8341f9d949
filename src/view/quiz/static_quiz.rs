//! The quiz for reading: every question, its options, and its answer behind `<details>`.
//!
//! Made natively for the static card (feature `cli`). Numbers are those of the story's list;
//! options stand shuffled, for authors like to write the right one first.

use super::answer::right_answer;
use super::verdict::why;
use crate::session::{Asked, Quiz};
use crate::story::{
    Chart, Choice, Form, Item, MessageKey, Number, Question, Section, Text, Unit, number,
};
use crate::view::claim::{firmness, link, see};
use crate::view::context::ViewContext;
use crate::view::guess::known_entries;
use crate::view::prose::prose;
use crate::view::spoilers::foldable;
use crate::view::tag::{Tag, classed, nodes, nothing, tag, words};
use crate::view::value_words::{before_value, named, with_unit};
use yew::prelude::*;

/// Every question of the story, in its order.
pub(in crate::view) fn questions(cx: &ViewContext) -> Html {
    let seed = cx.session().options().seed.unwrap_or_default();
    let round = Quiz::new(cx.story(), seed, None, true);
    let mut asked: Vec<&Asked> = round.asked().iter().collect();
    asked.sort_unstable_by_key(|asked| asked.question);
    classed("ol", "sc-questions").each(asked.len(), &|nth| question(cx, asked[nth])).done()
}

fn question(cx: &ViewContext, asked: &Asked) -> Html {
    let Some(question) = cx.story().trivia.questions.get(asked.question) else {
        return nothing();
    };
    let item = Item { section: Section::Trivia, index: asked.question };
    foldable(cx, item, "li", "sc-asked", &|| {
        let prompt = cx.heading(1).attr("class", "sc-question").child(prose(&question.prompt));
        nodes(vec![
            prompt.done(),
            how(cx, question),
            ways(cx, question, &asked.order),
            hint(cx, question),
            answer(cx, question),
        ])
    })
}

/// What the reader is asked to do, and how hard it is.
fn how(cx: &ViewContext, question: &Question) -> Html {
    let difficulty = cx.say(super::difficulty_name(question.difficulty));
    classed("p", "sc-how")
        .words(cx.say(super::how(&question.form)))
        .text(" \u{b7} ")
        .words(difficulty)
        .done()
}

/// What there is to choose from, to put in order, to match or to set.
fn ways(cx: &ViewContext, question: &Question, order: &[usize]) -> Html {
    match &question.form {
        Form::One { options, .. } | Form::Several { options, .. } => {
            lettered(order, &|place| &options[place].text).done()
        }
        Form::TrueFalse { .. } => nothing(),
        Form::Order { items } => {
            let list = classed("ul", "sc-choices");
            list.each(order.len(), &|nth| entry(&items[order[nth]].text)).done()
        }
        Form::Match { pairs } => {
            let lefts = classed("ul", "sc-choices");
            let lefts = lefts.each(pairs.len(), &|nth| entry(&pairs[nth].left));
            let rights = lettered(order, &|place| &pairs[place].right);
            classed("div", "sc-pair").tag(lefts).tag(rights).done()
        }
        Form::Estimate { min, max, unit, .. } => scale(cx, *min, *max, unit),
        Form::Draw { chart, .. } => {
            cx.story().charts.get(*chart).map_or_else(nothing, |chart| to_draw(cx, chart))
        }
    }
}

/// A, B, C, …, in this order.
fn lettered<'a>(order: &[usize], text: &dyn Fn(usize) -> &'a Text) -> Tag {
    let list = classed("ol", "sc-choices").attr("type", "A");
    list.each(order.len(), &|nth| entry(text(order[nth])))
}

fn entry(text: &Text) -> Html {
    tag("li").child(prose(text)).done()
}

/// The ends of the scale on which a number is to be set.
fn scale(cx: &ViewContext, low: f64, high: f64, unit: &Unit) -> Html {
    let low = number::format(low, cx.messages());
    let high = with_unit(cx, &Number::exact(high), unit);
    let words = cx.fill(MessageKey::NumberRange, &[("low", &low), ("high", &high)]);
    classed("p", "sc-choices").words(words).done()
}

/// The names of the values to set, and their unit. A scale would tell how high they go.
fn to_draw(cx: &ViewContext, chart: &Chart) -> Html {
    let entries = known_entries(cx, &chart.data);
    let names = classed("ul", "sc-choices");
    let names = names.each(entries.len(), &|nth| tag("li").words(entries[nth].0.clone()).done());
    nodes(vec![names.done(), classed("p", "sc-choices").words(chart.unit.words()).done()])
}

fn hint(cx: &ViewContext, question: &Question) -> Html {
    question.hint.as_ref().map_or_else(nothing, |hint| {
        let text = classed("p", "sc-hint").child(prose(hint));
        classed("details", "sc-clue")
            .tag(tag("summary").words(cx.say(MessageKey::QuizHint)))
            .tag(text)
            .done()
    })
}

/// The right answer, what to say to the options, why, and who says so.
fn answer(cx: &ViewContext, question: &Question) -> Html {
    let claim = &question.claim;
    classed("details", "sc-why")
        .tag(tag("summary").words(cx.say(MessageKey::QuizRightAnswer)))
        .child(right(cx, question))
        .child(remarks(cx, question))
        .child(why(cx, question))
        .child(firmness(cx, claim.status, claim.as_of.as_ref()))
        .child(see(cx, claim))
        .done()
}

/// The right answer: a line, or a list where it has several parts.
fn right(cx: &ViewContext, question: &Question) -> Html {
    let list = |name: &'static str| classed(name, "sc-rights");
    match &question.form {
        Form::Several { options, answers } => {
            list("ul").each(answers.len(), &|nth| entry(&options[answers[nth]].text)).done()
        }
        Form::Order { items } => {
            list("ol").each(items.len(), &|nth| entry(&items[nth].text)).done()
        }
        Form::Match { pairs } => list("ul")
            .each(pairs.len(), &|nth| {
                let (left, right) = (pairs[nth].left.words(), pairs[nth].right.words());
                value(cx, &left, &right)
            })
            .done(),
        Form::Draw { chart, .. } => {
            cx.story().charts.get(*chart).map_or_else(nothing, |it| drawn(cx, *chart, it))
        }
        Form::One { .. } | Form::TrueFalse { .. } | Form::Estimate { .. } => {
            classed("p", "sc-rights").words(right_answer(cx, question)).done()
        }
    }
}

/// The values of a chart's first series, and the way to the chart.
fn drawn(cx: &ViewContext, index: usize, chart: &Chart) -> Html {
    let entries = known_entries(cx, &chart.data);
    let list = classed("ul", "sc-rights").each(entries.len(), &|nth| {
        let (name, number) = &entries[nth];
        value(cx, name, &with_unit(cx, number, &chart.unit))
    });
    let item = Item { section: Section::Charts, index };
    let title = match cx.leads_to(item) {
        true => link(cx, ViewContext::address(item), chart.title.words(), None),
        false => words(chart.title.words()),
    };
    nodes(vec![list.done(), tag("p").child(title).done()])
}

fn value(cx: &ViewContext, label: &str, value: &str) -> Html {
    tag("li").words(named(cx, label, value)).done()
}

/// What the author says to those who choose an option.
fn remarks(cx: &ViewContext, question: &Question) -> Html {
    let options: &[Choice] = match &question.form {
        Form::One { options, .. } | Form::Several { options, .. } => options,
        Form::Order { items } => items,
        _ => return nothing(),
    };
    crate::view::tag::each(options.len(), &|nth| match &options[nth].remark {
        Some(remark) => tag("p")
            .tag(tag("b").words(before_value(cx, &options[nth].text.words())))
            .text(" ")
            .child(prose(remark))
            .done(),
        None => nothing(),
    })
}
