//! The row of sections: a `nav` of buttons, links in the static card. What has no room in the row
//! stands behind "More", a disclosure.
//!
//! Which sections have room is worked out here for some widths of the card, from how wide their
//! names are at most; the style sheet then shows a name in the row or behind "More" by the card's
//! own width. Nothing is measured in the page, so nothing flickers, and a row that is wider than
//! was thought wraps.

use super::context::ViewContext;
use super::section_link::section_link;
use super::tag::{Tag, button, classed, nodes, tag, words};
use crate::browser::hooks::{close_around, close_left, keep_row};
use crate::layout::{Font, Measure, TableMeasure};
use crate::session::Action;
use crate::story::{MessageKey, Section};
use std::rc::Rc;
use yew::html::{onfocusout, onkeydown};
use yew::prelude::*;

/// Widths of the card, in px of a text of 16 px, from which more names have room. The style sheet
/// has the same in em, as `sc-from-1` and so on; what has room from the first on needs no class.
const STEPS: [f64; 9] = [280.0, 320.0, 360.0, 400.0, 448.0, 512.0, 576.0, 672.0, 800.0];

/// The size of the names in px.
const NAME_PX: f64 = 15.0;

/// The sections in the row: all but the sources, which the foot leads to, unless there is nothing
/// else.
pub(super) fn listed(cx: &ViewContext) -> Vec<Section> {
    let sections = cx.session().sections();
    let rest: Vec<Section> =
        sections.iter().copied().filter(|section| *section != Section::Sources).collect();
    if rest.is_empty() { sections.to_vec() } else { rest }
}

/// The row of sections.
pub(super) fn section_nav(cx: &ViewContext) -> Html {
    let sections = listed(cx);
    let names: Vec<String> = sections.iter().map(|section| cx.say(section.name())).collect();
    let steps = steps(&names, &cx.say(MessageKey::CardMore));
    classed("nav", "sc-tabs")
        .attr("part", "tabs")
        .set("aria-label", cx.say(MessageKey::CardSections))
        .each(sections.len(), &|nth| {
            let class = ["sc-tab", current(cx, sections[nth]), &from(steps[nth])].concat();
            let link = link(cx, sections[nth], class);
            let link = link.when(!cx.is_static(), &|it| it.set("id", cx.tab_id(sections[nth])));
            // Nothing in the row, a gap where there is no style sheet.
            let gap = if cx.is_static() { " " } else { "" };
            nodes(vec![link.done(), words(gap.to_owned())])
        })
        .child(more(cx, &sections, &steps))
        .done()
}

/// The button that opens a section, or the link to it.
fn link(cx: &ViewContext, section: Section, class: String) -> Tag {
    let name = cx.say(section.name());
    let link = if cx.is_static() {
        section_link(cx, section, name)
    } else {
        let cx = cx.clone();
        let open = Callback::from(move |event: MouseEvent| {
            keep_row(&event);
            close_around(&event);
            cx.dispatch(Action::Open(section));
        });
        button("", name, open)
    };
    let is_open = cx.session().open() == section;
    link.set("class", class).when(is_open, &|it| it.attr("aria-current", "true"))
}

fn current(cx: &ViewContext, section: Section) -> &'static str {
    if cx.session().open() == section { " sc-current" } else { "" }
}

/// The class of what is shown from a step on; none where that is always.
fn from(step: usize) -> String {
    if step == 0 { String::new() } else { [" sc-from-", &step.to_string()].concat() }
}

/// The class of what is shown below a step.
fn below(step: usize) -> String {
    [" sc-below-", &step.to_string()].concat()
}

/// What has no room in the row, behind a word: the name of the open section, if that is there.
fn more(cx: &ViewContext, sections: &[Section], steps: &[usize]) -> Html {
    let last = steps.last().copied().unwrap_or_default();
    if last == 0 {
        return words(String::new());
    }
    let open = sections.iter().position(|section| *section == cx.session().open());
    let step_of_open = open.map_or(0, |place| steps[place]);
    let open_name = open.map_or_else(String::new, |place| cx.say(sections[place].name()));
    let summary = tag("summary")
        .set("id", cx.more_id())
        .attr("class", "sc-tab")
        .tag(
            tag("span")
                .set("class", ["sc-word", &from(step_of_open)].concat())
                .words(cx.say(MessageKey::CardMore)),
        )
        .when(step_of_open > 0, &|it| {
            let name = tag("span").set("class", ["sc-current", &below(step_of_open)].concat());
            let more = [cx.say(MessageKey::ListComma), cx.say(MessageKey::CardMore)].concat();
            let name = name.attr("aria-current", "true").words(open_name.clone());
            it.tag(name.tag(classed("span", "sc-spoken").words(more)))
        });
    // It may have the focus, for in some browsers a button has none that is pressed with a mouse.
    let list = classed("ul", "sc-more-list").attr("tabindex", "-1").each(sections.len(), &|nth| {
        if steps[nth] == 0 {
            return words(String::new());
        }
        let class = ["sc-link", current(cx, sections[nth])].concat();
        let entry = tag("li").set("class", below(steps[nth]));
        entry.tag(link(cx, sections[nth], class)).done()
    });
    let more = tag("details").set("class", ["sc-more", &below(last)].concat());
    // Another element for each section: a choice closes it.
    let key = [&cx.story().id, " ", cx.session().open().id()].concat();
    let more = more.key(key).tag(summary).tag(list);
    if cx.is_static() { more.done() } else { closing(more).done() }
}

/// Escape closes it, and so does focus that goes elsewhere.
fn closing(more: Tag) -> Tag {
    let leave = Callback::from(|event: FocusEvent| close_left(&event));
    let escape = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Escape" {
            close_around(&event);
        }
    });
    more.listen(Rc::new(onfocusout::Wrapper::new(leave)))
        .listen(Rc::new(onkeydown::Wrapper::new(escape)))
}

/// For each name the step from which it has room in the row, beside `more` as long as others have
/// none: 0 for always.
fn steps(names: &[String], more: &str) -> Vec<usize> {
    let width = |words: &str| TableMeasure.width(words, Font::text(NAME_PX));
    let widths: Vec<f64> = names.iter().map(|name| width(name)).collect();
    let fits = |count: usize, card: f64| {
        let gap = (card * 0.03).clamp(12.0, 20.0);
        let row: f64 = widths.iter().take(count).map(|width| width + gap).sum();
        // With the mark that it opens.
        let more = if count < names.len() { width(more) + NAME_PX } else { -gap };
        row + more <= card - 2.0 * (card * 0.047).clamp(16.0, 32.0) - 2.0
    };
    let step =
        |place: usize| STEPS.iter().position(|card| fits(place + 1, *card)).unwrap_or(STEPS.len());
    let mut steps: Vec<usize> = (0..names.len()).map(step).collect();
    // Where more have room without "More" than with it, those before them have room too.
    for place in (1..steps.len()).rev() {
        steps[place - 1] = steps[place - 1].min(steps[place]);
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::{STEPS, steps};

    fn steps_of(names: &[&str]) -> Vec<usize> {
        steps(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>(), "More")
    }

    #[test]
    fn few_sections_always_have_room() {
        assert_eq!(steps_of(&["Overview", "Trivia"]), [0, 0]);
        assert_eq!(steps_of(&[]), [0_usize; 0]);
    }

    #[test]
    fn a_later_section_never_has_room_before_an_earlier_one() {
        let names = [
            "Overview",
            "Trivia",
            "Timeline",
            "Charts",
            "Cast",
            "Questions",
            "Expectations",
            "Disputes",
        ];
        let steps = steps_of(&names);
        assert!(steps.is_sorted(), "{steps:?}");
        assert_eq!(steps[0], 0);
        assert!(steps[2] <= 2, "three names and More stand in a card of 360 px: {steps:?}");
        assert!(steps[7] > 4 && steps[7] < STEPS.len(), "{steps:?}");
    }

    #[test]
    fn no_section_is_out_of_reach() {
        // The last name is shorter than "More".
        let steps = steps_of(&["Overview", "Trivia", "Timeline", "Cast"]);
        assert!(steps.is_sorted(), "{steps:?}");
        let names = ["Cast", "Charts", "Expectations", "Overview", "Trivia", "Questions", "FAQ"];
        for first in 0..names.len() {
            for count in 1..=names.len() {
                let turned: Vec<&str> =
                    (0..count).map(|nth| names[(first + nth * 3) % names.len()]).collect();
                let steps = steps_of(&turned);
                assert!(steps.is_sorted(), "{turned:?}: {steps:?}");
            }
        }
    }

    #[test]
    fn a_name_without_end_is_behind_more_at_every_width() {
        assert_eq!(steps_of(&["Overview", &"x".repeat(200)])[1], STEPS.len());
    }
}
