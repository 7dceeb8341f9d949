//! The row of tabs: the ARIA tabs pattern, one stop for Tab, arrows between the tabs.

use super::place::Place;
use super::reader::Reader;
use crate::session::{Action, Target};
use crate::story::{Direction, Key, Section};
use yew::prelude::*;

/// The row of tabs.
pub(super) fn tabs(reader: &Reader) -> Html {
    let sections = reader.session().sections();
    html! {
        <div class="sc-tabs" part="tabs" role="tablist" aria-label={reader.say(Key::CardSections)}>
            {for sections.iter().map(|section| html! { <Tab reader={reader.clone()} section={*section} /> })}
        </div>
    }
}

/// What [`Tab`] needs.
#[derive(Clone, PartialEq, Properties)]
struct TabProps {
    reader: Reader,
    section: Section,
}

/// One tab.
#[component]
fn Tab(props: &TabProps) -> Html {
    let (reader, section) = (&props.reader, props.section);
    let node = use_node_ref();
    crate::browser::hooks::use_focus(&node, reader.attention(Target::Tab(section)));
    let is_open = reader.session().open() == section;
    html! {
        <button ref={node} type="button" role="tab" id={tab_id(reader, section)} class={classes!("sc-tab", is_open.then_some("sc-current"))}
            aria-selected={is_open.to_string()} aria-controls={panel_id(reader, section)}
            tabindex={if is_open { "0" } else { "-1" }}
            onclick={reader.wish(Action::Open(section))} onkeydown={on_key(reader, section)}>
            {reader.say(section.name())}
        </button>
    }
}

/// The arrows go to the neighbours, Home and End to the ends.
fn on_key(reader: &Reader, section: Section) -> Callback<KeyboardEvent> {
    let reader = reader.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let is_rtl = reader.story().dir == Direction::Rtl;
        if let Some(next) = neighbour(reader.session().sections(), section, &event.key(), is_rtl) {
            event.prevent_default();
            event.stop_propagation();
            reader.act(Action::Open(next));
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
pub(super) fn panel(reader: &Reader, content: Html) -> Html {
    let open = reader.session().open();
    html! {
        <Place key={open.id()} tag="div" class="sc-panel" part="panel" role="tabpanel" tab_index={0}
            id={panel_id(reader, open)} labelled_by={tab_id(reader, open)}
            wish={reader.attention(Target::Panel)}>
            {content}
        </Place>
    }
}

fn tab_id(reader: &Reader, section: Section) -> String {
    format!("sc-{}-tab-{}", reader.story().id, section.id())
}

fn panel_id(reader: &Reader, section: Section) -> String {
    format!("sc-{}-{}", reader.story().id, section.id())
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
