//! The row of tabs: the ARIA tabs pattern, one stop for Tab, arrows between the tabs.

use super::context::ViewContext;
use super::tag::{button, classed};
use crate::session::Action;
use crate::story::{Direction, MessageKey, Section};
use std::rc::Rc;
use yew::html::onkeydown;
use yew::prelude::*;

/// The row of tabs.
pub(super) fn tabs(cx: &ViewContext) -> Html {
    let sections = cx.session().sections();
    classed("div", "sc-tabs")
        .attr("part", "tabs")
        .attr("role", "tablist")
        .set("aria-label", cx.say(MessageKey::CardSections))
        .each(sections.len(), &|nth| tab(cx, sections[nth]))
        .done()
}

fn tab(cx: &ViewContext, section: Section) -> Html {
    let is_open = cx.session().open() == section;
    let (class, tab_index) = if is_open { ("sc-tab sc-current", "0") } else { ("sc-tab", "-1") };
    button(class, cx.say(section.name()), cx.on_press(Action::Open(section)))
        .attr("role", "tab")
        .set("id", cx.tab_id(section))
        .aria("aria-selected", is_open)
        .attr("tabindex", tab_index)
        .listen(Rc::new(onkeydown::Wrapper::new(on_key(cx, section))))
        .when(is_open, &|tab| tab.set("aria-controls", cx.panel_id(section)))
        .done()
}

/// The arrows go to the neighbours, Home and End to the ends.
fn on_key(cx: &ViewContext, section: Section) -> Callback<KeyboardEvent> {
    let cx = cx.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let is_rtl = cx.story().dir == Direction::Rtl;
        if let Some(next) = neighbour(cx.session().sections(), section, &event.key(), is_rtl) {
            event.prevent_default();
            event.stop_propagation();
            cx.dispatch(Action::Open(next));
        }
    })
}

/// The section a key leads to, if it is one of ours.
fn neighbour(sections: &[Section], from: Section, key: &str, is_rtl: bool) -> Option<Section> {
    let at = sections.iter().position(|section| *section == from)?;
    let count = sections.len();
    let step = match key {
        "ArrowLeft" if is_rtl => 1,
        "ArrowRight" if is_rtl => count - 1,
        "ArrowRight" => 1,
        "ArrowLeft" => count - 1,
        "Home" => count - at,
        "End" => count - 1 - at,
        _ => return None,
    };
    sections.get((at + step) % count).copied()
}

/// The panel of the open section.
pub(super) fn panel(cx: &ViewContext, content: Html) -> Html {
    let open = cx.session().open();
    classed("div", "sc-panel")
        .key(open.id().to_owned())
        .attr("part", "panel")
        .attr("role", "tabpanel")
        .attr("tabindex", "0")
        .set("id", cx.panel_id(open))
        .set("aria-labelledby", cx.tab_id(open))
        .child(content)
        .done()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_walk_the_row_round() {
        let row = [Section::Overview, Section::Trivia, Section::Charts];
        let go = |from, key, rtl| neighbour(&row, from, key, rtl);
        assert_eq!(go(Section::Overview, "ArrowRight", false), Some(Section::Trivia));
        assert_eq!(go(Section::Overview, "ArrowLeft", false), Some(Section::Charts));
        assert_eq!(go(Section::Charts, "ArrowRight", false), Some(Section::Overview));
        assert_eq!(go(Section::Trivia, "ArrowRight", true), Some(Section::Overview));
        assert_eq!(go(Section::Trivia, "Home", false), Some(Section::Overview));
        assert_eq!(go(Section::Trivia, "End", false), Some(Section::Charts));
        assert_eq!(go(Section::Trivia, "a", false), None);
    }
}
