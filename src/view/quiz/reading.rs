//! The quiz for reading: every question, its options, and its answer behind `<details>`.
//!
//! Made natively for the static card (feature `cli`). Numbers are those of the story's list;
//! options stand shuffled, for authors like to write the right one first.

use super::answer::{named, right_answer, with_unit};
use super::estimate::known_entries;
use super::verdict::why;
use crate::session::{Asked, Quiz};
use crate::story::{Chart, Choice, Form, Item, Key, Question, Section, Text, number};
use crate::view::claim::{firmness, link, see};
use crate::view::fold::foldable;
use crate::view::prose::prose;
use crate::view::reader::Reader;
use crate::view::tag::{Tag, classed, nodes, nothing, tag, words};
use yew::prelude::*;

/// Every question of the story, in its order.
pub(in crate::view) fn questions(reader: &Reader) -> Html {
    let seed = reader.session().options().seed.unwrap_or_default();
    let round = Quiz::new(reader.story(), seed, None, true);
    let mut asked: Vec<&Asked> = round.asked().iter().collect();
    asked.sort_unstable_by_key(|asked| asked.question);
    classed("ol", "sc-questions").each(asked.len(), &|nth| question(reader, asked[nth])).done()
}

fn question(reader: &Reader, asked: &Asked) -> Html {
    let Some(question) = reader.story().trivia.questions.get(asked.question) else {
        return nothing();
    };
    let item = Item { section: Section::Trivia, index: asked.question };
    foldable(reader, item, "li", "sc-asked", &|| {
        let prompt = reader.heading(1).attr("class", "sc-question").child(prose(&question.prompt));
        nodes(vec![
            prompt.done(),
            how(reader, question),
            ways(reader, question, &asked.order),
            hint(reader, question),
            answer(reader, question),
        ])
    })
}

/// What the reader is asked to do, and how hard it is.
fn how(reader: &Reader, question: &Question) -> Html {
    let difficulty = reader.say(super::difficulty_name(question.difficulty));
    classed("p", "sc-how")
        .words(reader.say(super::how(&question.form)))
        .text(" \u{b7} ")
        .words(difficulty)
        .done()
}

/// What there is to choose from, to put in order, to match or to set.
fn ways(reader: &Reader, question: &Question, order: &[usize]) -> Html {
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
        Form::Estimate { min, max, unit, .. } => scale(reader, *min, *max, unit.as_deref()),
        Form::Draw { chart, .. } => {
            reader.story().charts.get(*chart).map_or_else(nothing, |chart| to_draw(reader, chart))
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
fn scale(reader: &Reader, low: f64, high: f64, unit: Option<&str>) -> Html {
    let low = number::format(low, reader.messages());
    let high = with_unit(reader, high, unit);
    let words = reader.fill(Key::NumberRange, &[("low", &low), ("high", &high)]);
    classed("p", "sc-choices").words(words).done()
}

/// The names of the values to set, and their unit. A scale would tell how high they go.
fn to_draw(reader: &Reader, chart: &Chart) -> Html {
    let entries = known_entries(reader, &chart.data);
    let names = classed("ul", "sc-choices");
    let names = names.each(entries.len(), &|nth| tag("li").words(entries[nth].0.clone()).done());
    nodes(vec![names.done(), classed("p", "sc-choices").words(chart.unit.clone()).done()])
}

fn hint(reader: &Reader, question: &Question) -> Html {
    question.hint.as_ref().map_or_else(nothing, |hint| {
        let text = classed("p", "sc-hint").child(prose(hint));
        classed("details", "sc-clue")
            .tag(tag("summary").words(reader.say(Key::QuizHint)))
            .tag(text)
            .done()
    })
}

/// The right answer, what to say to the options, why, and who says so.
fn answer(reader: &Reader, question: &Question) -> Html {
    let claim = &question.claim;
    classed("details", "sc-why")
        .tag(tag("summary").words(reader.say(Key::QuizRightAnswer)))
        .child(right(reader, question))
        .child(remarks(reader, question))
        .child(why(reader, question))
        .child(firmness(reader, claim.status, claim.as_of.as_ref()))
        .child(see(reader, claim))
        .done()
}

/// The right answer: a line, or a list where it has several parts.
fn right(reader: &Reader, question: &Question) -> Html {
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
                value(reader, &left, &right)
            })
            .done(),
        Form::Draw { chart, .. } => {
            reader.story().charts.get(*chart).map_or_else(nothing, |it| drawn(reader, *chart, it))
        }
        Form::One { .. } | Form::TrueFalse { .. } | Form::Estimate { .. } => {
            classed("p", "sc-rights").words(right_answer(reader, question)).done()
        }
    }
}

/// The values of a chart's first series, and the way to the chart.
fn drawn(reader: &Reader, index: usize, chart: &Chart) -> Html {
    let entries = known_entries(reader, &chart.data);
    let list = classed("ul", "sc-rights").each(entries.len(), &|nth| {
        let (name, number) = &entries[nth];
        value(reader, name, &with_unit(reader, number.value, Some(&chart.unit)))
    });
    let item = Item { section: Section::Charts, index };
    let title = match reader.leads_to(item) {
        true => link(reader, Reader::address(item), chart.title.words(), None),
        false => words(chart.title.words()),
    };
    nodes(vec![list.done(), tag("p").child(title).done()])
}

fn value(reader: &Reader, label: &str, value: &str) -> Html {
    tag("li").words(named(reader, label, value)).done()
}

/// A label as it stands before its value: with a colon, in most languages.
fn before_value(reader: &Reader, label: &str) -> String {
    named(reader, label, "").trim().to_owned()
}

/// What the author says to those who choose an option.
fn remarks(reader: &Reader, question: &Question) -> Html {
    let options: &[Choice] = match &question.form {
        Form::One { options, .. } | Form::Several { options, .. } => options,
        Form::Order { items } => items,
        _ => return nothing(),
    };
    crate::view::tag::each(options.len(), &|nth| match &options[nth].remark {
        Some(remark) => tag("p")
            .tag(tag("b").words(before_value(reader, &options[nth].text.words())))
            .text(" ")
            .child(prose(remark))
            .done(),
        None => nothing(),
    })
}
