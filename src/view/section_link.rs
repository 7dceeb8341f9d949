//! The way to a section: a button that opens it, or an anchor in the static card.

use super::context::ViewContext;
use super::tag::{Tag, button, classed};
use crate::session::Action;
use crate::story::Section;

/// The way to a section, in these words.
pub(super) fn section_link(cx: &ViewContext, section: Section, words: String) -> Tag {
    if cx.is_static() {
        let href = ["#", &cx.panel_id(section)].concat();
        return classed("a", "sc-link").set("href", href).words(words);
    }
    button("sc-link", words, cx.on_press(Action::Open(section)))
}
