//! What a static card leaves out of a long list, and the file that has all of it.

use super::context::ViewContext;
use super::lists::{Lists, list_file};
use super::tag::{classed, nothing};
use crate::story::{MessageKey, number};
use yew::prelude::*;

/// How many entries a static card leaves out, in the words of `key`, and the file that has them
/// all; `list` names it.
pub(super) fn left_out(cx: &ViewContext, key: MessageKey, count: usize, list: &str) -> Html {
    if !cx.is_static() || count == 0 {
        return nothing();
    }
    let n = number::format(count as f64, cx.messages());
    let note = classed("p", "sc-note").words(cx.fill(key, &[("n", &n)]));
    match &cx.lists {
        Lists::Begun { files: Some(start) } if !list.is_empty() => {
            let file = classed("a", "sc-link").set("href", list_file(start, list));
            note.text(" ").tag(file.words(cx.say(MessageKey::ListFile))).done()
        }
        _ => note.done(),
    }
}
