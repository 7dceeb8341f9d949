//! Sharing a result: as text, as a link to the same round, as a picture. Nothing is sent by the card.

use super::grade::Grade;
use super::score::{band, score};
use crate::browser::hooks;
use crate::layout::{self, ResultCard, ResultMark};
use crate::session::{Action, ShareOutcome};
use crate::story::{Direction, MessageKey};
use crate::view::context::ViewContext;
use crate::view::sharing::{Way, text_to_take};
use crate::view::tag::{classed, live, nodes, nothing, words};
use std::rc::Rc;
use yew::prelude::*;

/// The ways to share the result, and what came of it.
pub(super) fn share(cx: &ViewContext) -> Html {
    let copy = Way {
        name: MessageKey::ShareCopy,
        done: ShareOutcome::Copied,
        failed: ShareOutcome::TakeText,
    };
    let send = Way {
        name: MessageKey::ShareSend,
        done: ShareOutcome::Sent,
        failed: ShareOutcome::TakeText,
    };
    let link = Way {
        name: MessageKey::ShareLink,
        done: ShareOutcome::LinkCopied,
        failed: ShareOutcome::TakeLink,
    };
    let save = Way {
        name: MessageKey::SharePicture,
        done: ShareOutcome::Picture,
        failed: ShareOutcome::NoPicture,
    };
    let button = |way: Way, act: fn(&ViewContext, &MouseEvent, Callback<bool>)| {
        way.button(cx, Rc::new(act), Rc::new(Action::EndSharing))
    };
    let mut row = classed("p", "sc-row sc-share").tag(button(copy, copy_text));
    // Any text will do to ask.
    if hooks::can_share(&cx.story().title) {
        row = row.tag(button(send, send_text));
    }
    if self::link(cx).is_some() {
        row = row.tag(button(link, copy_link));
    }
    let row = row.tag(button(save, save_picture));
    let shared = cx.session().quiz().share_outcome();
    nodes(vec![row.done(), live(outcome(cx, shared)), take(cx, shared)])
}

fn copy_text(cx: &ViewContext, _: &MouseEvent, told: Callback<bool>) {
    hooks::copy(&text(cx), told);
}

fn send_text(cx: &ViewContext, _: &MouseEvent, told: Callback<bool>) {
    hooks::share(&text(cx), told);
}

fn copy_link(cx: &ViewContext, _: &MouseEvent, told: Callback<bool>) {
    hooks::copy(&link(cx).unwrap_or_default(), told);
}

fn save_picture(cx: &ViewContext, event: &MouseEvent, told: Callback<bool>) {
    hooks::save_picture(event, picture(cx), file(cx), told);
}

/// What the picture is called.
fn file(cx: &ViewContext) -> String {
    [&cx.story().id, "-result.png"].concat()
}

/// The result in lines: title, score, the marks, the way to the same round if there is one.
/// No prompts and no answers, so that it spoils nothing.
fn text(cx: &ViewContext) -> String {
    let mut lines = vec![cx.story().title.clone(), score(cx), marks(&grades(cx))];
    lines.extend(link(cx));
    lines.join("\n")
}

/// So many marks stand together in a line.
const GROUP: usize = 5;
/// More marks than this are counted.
const MOST_MARKS: usize = 20;

/// A mark for each question in one line, in groups; of many questions how often each mark was given.
fn marks(grades: &[Grade]) -> String {
    if grades.len() <= MOST_MARKS {
        let group = |group: &[Grade]| group.iter().map(|grade| grade.symbol()).collect::<String>();
        return grades.chunks(GROUP).map(group).collect::<Vec<_>>().join(" ");
    }
    let kinds = [Grade::Right, Grade::Partly, Grade::Wrong, Grade::Skipped];
    let counted = kinds.map(|kind| (kind, grades.iter().filter(|grade| **grade == kind).count()));
    let given = counted.into_iter().filter(|(_, count)| *count > 0);
    given
        .map(|(kind, count)| [kind.symbol(), " ", &count.to_string()].concat())
        .collect::<Vec<_>>()
        .join("  ")
}

fn grades(cx: &ViewContext) -> Vec<Grade> {
    let asked = cx.session().quiz().asked();
    asked.iter().map(|asked| Grade::of(asked.reply)).collect()
}

/// The address at which the same questions are asked in the same order; none for a page from disk.
fn link(cx: &ViewContext) -> Option<String> {
    let story = cx.story();
    let page = hooks::page_address();
    let round = cx.session().quiz().address(story);
    (!page.is_empty()).then(|| [&page, "#", &story.id, "/", &round].concat())
}

/// The picture of the result.
fn picture(cx: &ViewContext) -> layout::Layout {
    let story = cx.story();
    let card = ResultCard {
        kicker: &cx.say(MessageKey::SectionTrivia),
        title: &story.title,
        score: &score(cx),
        sentence: &band(cx).words(),
        marks: grades(cx).into_iter().map(mark).collect(),
        host: &hooks::page_host(),
        is_rtl: story.dir == Direction::Rtl,
    };
    layout::result_card(&card, hooks::measure().as_ref())
}

fn mark(grade: Grade) -> ResultMark {
    ResultMark { sign: grade.symbol(), ink: grade.ink() }
}

/// What came of it, in words.
fn outcome(cx: &ViewContext, shared: Option<ShareOutcome>) -> Html {
    words(match shared {
        Some(ShareOutcome::Copied) => cx.say(MessageKey::ShareCopied),
        Some(ShareOutcome::LinkCopied) => cx.say(MessageKey::ShareLinkCopied),
        Some(ShareOutcome::Picture) => {
            cx.fill(MessageKey::SharePictureMade, &[("file", &file(cx))])
        }
        Some(ShareOutcome::NoPicture) => cx.say(MessageKey::ShareNoPicture),
        // The rest is seen, or is of charts.
        _ => return nothing(),
    })
}

/// The text for the reader to take, selected, where the clipboard took nothing.
fn take(cx: &ViewContext, shared: Option<ShareOutcome>) -> Html {
    let (text, lines) = match shared {
        Some(ShareOutcome::TakeText) => (text(cx), "8"),
        Some(ShareOutcome::TakeLink) => (link(cx).unwrap_or_default(), "3"),
        _ => return nothing(),
    };
    text_to_take(cx, text, lines)
}
