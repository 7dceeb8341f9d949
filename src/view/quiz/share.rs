//! Sharing a result: as text, as a link to the same round, as a picture. Nothing is sent by the card.

use super::result::{band, score};
use super::verdict::Grade;
use crate::browser::hooks;
use crate::layout::{self, ResultCard, ResultMark};
use crate::session::{Action, Link, Said, Target};
use crate::story::{Direction, Key};
use crate::view::reader::Reader;
use crate::view::tag::{Tag, button, classed, nodes, nothing, tag, words};
use yew::prelude::*;

/// The ways to share the result, and what came of it.
pub(super) fn share(reader: &Reader) -> Html {
    let mut row = classed("p", "sc-row sc-share").tag(way(reader, Key::ShareCopy, copy_result));
    if hooks::can_share(&text(reader)) {
        row = row.tag(way(reader, Key::ShareSend, send));
    }
    row = row.tag(way(reader, Key::ShareLink, copy_link));
    row = row.tag(way(reader, Key::SharePicture, save_picture));
    let said = reader.session().quiz().said();
    nodes(vec![
        row.done(),
        super::live(said.map_or_else(nothing, |it| outcome(reader, it))),
        take(reader, said),
    ])
}

fn way(reader: &Reader, name: Key, act: fn(&Reader, &MouseEvent)) -> Tag {
    let reader_then = reader.clone();
    let press = Callback::from(move |event: MouseEvent| act(&reader_then, &event));
    button("sc-link", reader.say(name), press)
}

fn copy_result(reader: &Reader, _: &MouseEvent) {
    copy(reader, text(reader), Said::Copied);
}

fn copy_link(reader: &Reader, _: &MouseEvent) {
    copy(reader, link(reader), Said::LinkCopied);
}

/// Puts a text into the clipboard, or shows it to the reader.
fn copy(reader: &Reader, text: String, done: Said) {
    let (reader, shown) = (reader.clone(), text.clone());
    let on_done = Callback::from(move |is_done| {
        let said = if is_done { done.clone() } else { Said::Text(shown.clone()) };
        reader.act(Action::Say(said));
    });
    hooks::copy(&text, on_done);
}

/// Gives the text to the share sheet. What comes of it is said there.
fn send(reader: &Reader, _: &MouseEvent) {
    let (reader, text) = (reader.clone(), text(reader));
    let shown = text.clone();
    let on_refused = Callback::from(move |()| reader.act(Action::Say(Said::Text(shown.clone()))));
    hooks::share(&text, on_refused);
}

fn save_picture(reader: &Reader, event: &MouseEvent) {
    let file = [&reader.story().id, "-result.png"].concat();
    let (reader_then, name) = (reader.clone(), file.clone());
    let on_done = Callback::from(move |is_done| {
        let said = if is_done { Said::Picture(name.clone()) } else { Said::NoPicture };
        reader_then.act(Action::Say(said));
    });
    hooks::save_picture(event, picture(reader), file, on_done);
}

/// The result in lines: title, score, a mark for each question, the way to the same round.
/// No prompts and no answers, so that it spoils nothing.
fn text(reader: &Reader) -> String {
    let mut lines = vec![reader.story().title.clone(), score(reader)];
    for (nth, grade) in grades(reader).into_iter().enumerate() {
        lines.push([&(nth + 1).to_string(), " ", grade.picture()].concat());
    }
    lines.push(link(reader));
    lines.join("\n")
}

fn grades(reader: &Reader) -> Vec<Grade> {
    let asked = reader.session().quiz().asked();
    asked.iter().map(|asked| Grade::of(asked.reply)).collect()
}

/// The address at which the same questions are asked in the same order.
fn link(reader: &Reader) -> String {
    let story = reader.story();
    let round = Link::address(story, reader.session().quiz());
    [&hooks::page_address(), "#", &story.id, "/", &round].concat()
}

/// The picture of the result.
fn picture(reader: &Reader) -> layout::Layout {
    let story = reader.story();
    let card = ResultCard {
        kicker: &reader.say(Key::SectionTrivia),
        title: &story.title,
        score: &score(reader),
        sentence: &band(reader).words(),
        marks: grades(reader).into_iter().map(mark).collect(),
        host: &hooks::page_host(),
        is_rtl: story.dir == Direction::Rtl,
    };
    layout::result(&card, hooks::measure().as_ref())
}

fn mark(grade: Grade) -> ResultMark {
    ResultMark { sign: grade.picture(), ink: grade.ink() }
}

/// What came of it, in words.
fn outcome(reader: &Reader, said: &Said) -> Html {
    let key = match said {
        Said::Copied => Key::ShareCopied,
        Said::LinkCopied => Key::ShareLinkCopied,
        Said::Picture(file) => {
            return words(reader.fill(Key::SharePictureMade, &[("file", file)]));
        }
        Said::NoPicture => Key::ShareNoPicture,
        Said::Text(_) => return nothing(),
    };
    words(reader.say(key))
}

/// The text for the reader to take, selected, where the clipboard took nothing.
fn take(reader: &Reader, said: Option<&Said>) -> Html {
    let Some(Said::Text(text)) = said else { return nothing() };
    let lines = text.lines().count().min(12).to_string();
    let field = classed("textarea", "sc-text")
        .set("id", reader.target_id(Target::Text))
        .flag("readonly", true)
        .set("rows", lines)
        .value(text.clone());
    tag("label").words(reader.say(Key::ShareTake)).tag(field).done()
}
