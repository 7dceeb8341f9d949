//! The panel of the open section, labelled by its heading.

use super::context::ViewContext;
use super::tag::{Tag, classed};
use crate::story::Section;
use yew::prelude::*;

/// The panel of a section.
pub(super) fn panel(cx: &ViewContext, shown: Section, content: Html) -> Tag {
    let heading = cx.heading(1).set("id", cx.heading_id(shown)).attr("class", "sc-spoken");
    classed("section", "sc-panel")
        .attr("part", "panel")
        .set("id", cx.panel_id(shown))
        .set("aria-labelledby", cx.heading_id(shown))
        .tag(heading.words(cx.say(shown.name())))
        .child(content)
}
