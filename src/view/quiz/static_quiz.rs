//! The quiz without a script: questions to play by picking options, and all of them to read.
//!
//! Made for the static card (feature `tool`). An option is a `<details>` that holds its
//! verdict: opening it answers, and the style sheet then opens the reason below and locks the
//! other options. Without the sheet the reason is behind one fold more. Other forms of question,
//! and folded spoilers, are there to read. Options stand shuffled, for authors like to write the
//! right one first.

use super::answer::right_answer;
use super::grade::symbol_and_word;
use super::place::step_words;
use super::verdict::reason;
use super::{folded_hint, pictured};
use crate::session::Asked;
use crate::story::{
    Chart, Choice, Form, Item, MessageKey, Number, Placing, Question, Section, Text, Unit, number,
};
use crate::view::claim::{claim_line, firmness, link, see};
use crate::view::context::ViewContext;
use crate::view::guess::known_entries;
use crate::view::prose::prose;
use crate::view::spoilers::foldable;
use crate::view::tag::{Tag, classed, nodes, nothing, tag, words};
use crate::view::value_words::{before_value, named, with_unit};
use yew::prelude::*;

/// The questions of the story in its order, each folded; without the one on the cover, which is
/// the first. Where none is on a cover, the first question stands open.
pub(in crate::view) fn questions(cx: &ViewContext) -> Html {
    let on_cover = cx.session().cover_question(cx.story());
    let asked = listed(cx);
    let list =
        classed("ol", if on_cover.is_some() { "sc-questions sc-later" } else { "sc-questions" });
    list.each(asked.len(), &|nth| {
        let is_open = nth == 0 && on_cover.is_none();
        entry(cx, &asked[nth], is_open, asked.get(nth + 1..).unwrap_or_default())
    })
    .done()
}

/// The questions of the list, in the order of the story.
fn listed(cx: &ViewContext) -> Vec<Asked> {
    let (session, story) = (cx.session(), cx.story());
    let on_cover = session.cover_question(story);
    let listed = (0..story.trivia.questions.len()).filter(|place| Some(*place) != on_cover);
    listed.filter_map(|question| session.asked(story, question)).collect()
}

/// The question on the cover.
pub(super) fn on_cover(cx: &ViewContext, question: &Question, asked: &Asked) -> Html {
    let prompt = cx.item_heading().attr("class", "sc-prompt").child(prose(&question.prompt));
    let id = cx.item_id(item(asked));
    let body = body(cx, question, asked, next(cx, &listed(cx)));
    nodes(vec![prompt.done(), classed("div", "sc-ask").set("id", id).child(body).done()])
}

/// A question of the list; `later` are those behind it.
fn entry(cx: &ViewContext, asked: &Asked, is_open: bool, later: &[Asked]) -> Html {
    let Some(question) = cx.story().trivia.questions.get(asked.question) else {
        return nothing();
    };
    let prompt =
        || cx.item_heading().attr("class", "sc-question").child(prose(&question.prompt)).done();
    let body = |next| body(cx, question, asked, next);
    if cx.is_folded(item(asked)) {
        let content = || nodes(vec![prompt(), body(nothing())]);
        return foldable(cx, item(asked), "li", "sc-asked", &content);
    }
    // The id stands inside, for a link to what is inside opens the fold.
    let id = cx.item_id(item(asked));
    let body = classed("div", "sc-ask").set("id", id).child(body(next(cx, later)));
    let entry = classed("li", "sc-asked");
    match is_open {
        true => entry.child(prompt()).tag(body).done(),
        false => {
            let fold = classed("details", "sc-fold").tag(tag("summary").child(prompt()));
            entry.tag(fold.tag(body)).done()
        }
    }
}

fn item(asked: &Asked) -> Item {
    Item { section: Section::Trivia, index: asked.question }
}

/// Everything of a question below its prompt. Behind the reason stands `next`.
fn body(cx: &ViewContext, question: &Question, asked: &Asked, next: Html) -> Html {
    nodes(vec![
        how(cx, question, asked),
        pictured(cx, question),
        ways(cx, question, asked),
        folded_hint(cx, question),
        answer(cx, question, asked, next),
    ])
}

/// Whether the question can be played here: it has options to pick, and gives nothing away.
fn is_playable(cx: &ViewContext, question: &Question, asked: &Asked) -> bool {
    question.form.is_choice() && !cx.is_folded(item(asked))
}

/// What the reader is asked to do, and how hard it is.
fn how(cx: &ViewContext, question: &Question, asked: &Asked) -> Html {
    let how = match &question.form {
        Form::Several { .. } if is_playable(cx, question, asked) => MessageKey::QuizFindAll,
        form => super::how(form),
    };
    classed("p", "sc-how")
        .words(cx.say(how))
        .text(" \u{b7} ")
        .words(cx.say(super::progress::difficulty_name(question.difficulty)))
        .done()
}

/// The way to the next question that can be played here, of those behind this one.
fn next(cx: &ViewContext, later: &[Asked]) -> Html {
    let questions = &cx.story().trivia.questions;
    let can_play = |asked: &&Asked| {
        let question = questions.get(asked.question);
        question.is_some_and(|question| is_playable(cx, question, asked))
    };
    let Some(next) = later.iter().find(can_play) else { return nothing() };
    let next = classed("a", "sc-button").set("href", ["#", &cx.item_id(item(next))].concat());
    classed("p", "sc-row").tag(next.words(cx.say(MessageKey::QuizNext))).done()
}

/// What there is to choose from, to put in order, to match or to set.
fn ways(cx: &ViewContext, question: &Question, asked: &Asked) -> Html {
    if is_playable(cx, question, asked) {
        return options(cx, &question.form, &asked.order);
    }
    let order = &asked.order;
    let ways = match &question.form {
        Form::One { options, .. } | Form::Several { options, .. } => {
            lettered(order, &|place| &options[place].text).done()
        }
        Form::TrueFalse { .. } | Form::Type { .. } => nothing(),
        form @ Form::Place { .. } => tag("p").words(time_scale(cx, form)).done(),
        Form::Order { items } => {
            let list = classed("ul", "sc-choices");
            list.each(order.len(), &|nth| part(&items[order[nth]].text)).done()
        }
        Form::Match { pairs } => {
            let lefts = classed("ul", "sc-choices");
            let lefts = lefts.each(pairs.len(), &|nth| part(&pairs[nth].left));
            let rights = lettered(order, &|place| &pairs[place].right);
            classed("div", "sc-pair").tag(lefts).tag(rights).done()
        }
        Form::Estimate { min, max, unit, .. } => scale(cx, *min, *max, unit),
        Form::Draw { chart, .. } => {
            cx.story().charts.get(*chart).map_or_else(nothing, |chart| to_draw(cx, chart))
        }
    };
    match cx.is_folded(item(asked)) {
        true => ways,
        false => nodes(vec![ways, play_live(cx, asked)]),
    }
}

/// From when to when an event can be placed.
fn time_scale(cx: &ViewContext, form: &Form) -> String {
    let Some(placing) = Placing::of(cx.story(), form) else { return String::new() };
    let (first, last) = placing.ends();
    let [low, high] = [first, last].map(|step| step_words(cx, &placing, step));
    cx.fill(MessageKey::NumberRange, &[("low", &low), ("high", &high)])
}

/// The way to the live card, for what cannot be played without it.
fn play_live(cx: &ViewContext, asked: &Asked) -> Html {
    let link = classed("a", "sc-link").set("href", ["#", &cx.item_id(item(asked))].concat());
    tag("p").tag(link.words(cx.say(MessageKey::QuizPlayLive))).done()
}

/// Options to pick, each a fold that holds what is said to who picks it.
fn options(cx: &ViewContext, form: &Form, order: &[usize]) -> Html {
    match form {
        Form::One { options, answer } => picks("sc-one", order.len(), &|nth| {
            choice(cx, &options[order[nth]], order[nth] == *answer)
        }),
        Form::Several { options, answers } => picks("sc-all", order.len(), &|nth| {
            choice(cx, &options[order[nth]], answers.contains(&order[nth]))
        }),
        Form::TrueFalse { answer } => picks("sc-one sc-judged", 2, &|nth| {
            let (judged, id, word) = match nth {
                0 => (true, "true", MessageKey::QuizTrue),
                _ => (false, "false", MessageKey::QuizFalse),
            };
            pick(cx, id.to_owned(), words(cx.say(word)), judged == *answer, None)
        }),
        _ => nothing(),
    }
}

fn picks(class: &'static str, count: usize, pick: &dyn Fn(usize) -> Html) -> Html {
    let list = tag("ol").set("class", ["sc-picks ", class].concat()).attr("type", "A");
    list.each(count, pick).done()
}

fn choice(cx: &ViewContext, choice: &Choice, is_right: bool) -> Html {
    pick(cx, choice.id.clone(), prose(&choice.text), is_right, choice.remark.as_ref())
}

/// An option. The words stand in an element of their own, which stays when the option is locked.
fn pick(cx: &ViewContext, id: String, words: Html, is_right: bool, remark: Option<&Text>) -> Html {
    let (class, symbol, word) = match is_right {
        true => ("sc-try sc-key", "\u{2713}", MessageKey::QuizRight),
        false => ("sc-try", "\u{2715}", MessageKey::QuizWrong),
    };
    let option = classed("details", class)
        .set("data-id", id)
        .tag(tag("summary").tag(tag("span").child(words)))
        .tag(tag("p").child(symbol_and_word(cx, symbol, word)));
    let remark = remark.map_or_else(nothing, |remark| tag("p").child(prose(remark)).done());
    tag("li").tag(option.child(remark)).done()
}

/// A, B, C, …, in this order.
fn lettered<'a>(order: &[usize], text: &dyn Fn(usize) -> &'a Text) -> Tag {
    let list = classed("ol", "sc-choices").attr("type", "A");
    list.each(order.len(), &|nth| part(text(order[nth])))
}

fn part(text: &Text) -> Html {
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

/// The right answer, why, the way on, and who says so. What is said to those who pick an option
/// stands there, if it can be picked.
fn answer(cx: &ViewContext, question: &Question, asked: &Asked, next: Html) -> Html {
    let claim = &question.claim;
    let remarks = match is_playable(cx, question, asked) {
        true => nothing(),
        false => remarks(cx, question),
    };
    classed("details", "sc-why")
        .tag(tag("summary").words(cx.say(MessageKey::QuizRightAnswer)))
        .child(right(cx, question))
        .child(remarks)
        .child(reason(question))
        .child(firmness(cx, claim.status, claim.as_of.as_ref()))
        .child(next)
        .child(claim_line(cx, &question.claim))
        .child(see(cx, claim))
        .done()
}

/// The right answer: a line, or a list where it has several parts.
fn right(cx: &ViewContext, question: &Question) -> Html {
    let list = |name: &'static str| classed(name, "sc-rights");
    match &question.form {
        Form::Several { options, answers } => {
            list("ul").each(answers.len(), &|nth| part(&options[answers[nth]].text)).done()
        }
        Form::Order { items } => list("ol").each(items.len(), &|nth| part(&items[nth].text)).done(),
        Form::Match { pairs } => list("ul")
            .each(pairs.len(), &|nth| {
                let (left, right) = (pairs[nth].left.words(), pairs[nth].right.words());
                value(cx, &left, &right)
            })
            .done(),
        Form::Draw { chart, .. } => {
            cx.story().charts.get(*chart).map_or_else(nothing, |it| drawn(cx, *chart, it))
        }
        Form::Type { answer, .. } => classed("p", "sc-rights").child(prose(answer)).done(),
        Form::One { .. } | Form::TrueFalse { .. } | Form::Estimate { .. } | Form::Place { .. } => {
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
