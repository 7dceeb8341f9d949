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
    let copy = Way { name: Key::ShareCopy, done: Said::Copied, failed: Said::TakeText };
    let send = Way { name: Key::ShareSend, done: Said::Sent, failed: Said::TakeText };
    let link = Way { name: Key::ShareLink, done: Said::LinkCopied, failed: Said::TakeLink };
    let save = Way { name: Key::SharePicture, done: Said::Picture, failed: Said::NoPicture };
    let mut row = classed("p", "sc-row sc-share").tag(copy.button(reader, copy_text));
    // Any text will do to ask.
    if hooks::can_share(&reader.story().title) {
        row = row.tag(send.button(reader, send_text));
    }
    let row = row.tag(link.button(reader, copy_link)).tag(save.button(reader, save_picture));
    let said = reader.session().quiz().said();
    nodes(vec![row.done(), super::live(outcome(reader, said)), take(reader, said)])
}

/// A way to share.
struct Way {
    name: Key,
    /// What is said if it works.
    done: Said,
    /// What is said if not.
    failed: Said,
}

/// Shares, and tells whether it worked.
type Act = fn(&Reader, &MouseEvent, Callback<bool>);

impl Way {
    fn button(self, reader: &Reader, act: Act) -> Tag {
        let (name, reader) = (reader.say(self.name), reader.clone());
        let press = Callback::from(move |event: MouseEvent| {
            let (then, done, failed) = (reader.clone(), self.done, self.failed);
            let told = move |works| then.act(Action::Say(if works { done } else { failed }));
            act(&reader, &event, Callback::from(told));
        });
        button("sc-link", name, press)
    }
}

fn copy_text(reader: &Reader, _: &MouseEvent, told: Callback<bool>) {
    hooks::copy(&text(reader), told);
}

fn send_text(reader: &Reader, _: &MouseEvent, told: Callback<bool>) {
    hooks::share(&text(reader), told);
}

fn copy_link(reader: &Reader, _: &MouseEvent, told: Callback<bool>) {
    hooks::copy(&link(reader), told);
}

fn save_picture(reader: &Reader, event: &MouseEvent, told: Callback<bool>) {
    hooks::save_picture(event, picture(reader), file(reader), told);
}

/// What the picture is called.
fn file(reader: &Reader) -> String {
    [&reader.story().id, "-result.png"].concat()
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
fn outcome(reader: &Reader, said: Option<Said>) -> Html {
    words(match said {
        Some(Said::Copied) => reader.say(Key::ShareCopied),
        Some(Said::LinkCopied) => reader.say(Key::ShareLinkCopied),
        Some(Said::Picture) => reader.fill(Key::SharePictureMade, &[("file", &file(reader))]),
        Some(Said::NoPicture) => reader.say(Key::ShareNoPicture),
        Some(Said::TakeText | Said::TakeLink | Said::Sent) | None => return nothing(),
    })
}

/// The text for the reader to take, selected, where the clipboard took nothing.
fn take(reader: &Reader, said: Option<Said>) -> Html {
    let (text, lines) = match said {
        Some(Said::TakeText) => (text(reader), "8"),
        Some(Said::TakeLink) => (link(reader), "3"),
        _ => return nothing(),
    };
    let field = classed("textarea", "sc-text")
        .set("id", reader.target_id(Target::Text))
        .flag("readonly", true)
        .attr("rows", lines)
        .value(text);
    tag("label").words(reader.say(Key::ShareTake)).tag(field).done()
}
