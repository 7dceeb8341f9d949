//! Keys that the card uses do not reach the page.
//!
//! A page sees them come from `<story-card>` and not from a field, so a shortcut of a single letter
//! would fire while somebody types. All other keys are the page's: Escape, the Tab key, letters on a
//! button, whatever is pressed together with Control, Alt or the Command key.

use super::tag::Tag;
use crate::browser::hooks::control_of;
use std::rc::Rc;
use yew::html::{onkeydown, onkeypress, onkeyup};
use yew::prelude::*;

/// Keeps the keys that are used within an element from what stands around it.
pub(super) fn keeping_own_keys(element: Tag) -> Tag {
    let hear = Callback::from(|event: KeyboardEvent| {
        let is_used = || !is_modified(&event) && is_used(&control_of(&event), &event.key());
        if event.default_prevented() || is_used() {
            event.stop_propagation();
        }
    });
    element
        .listen(Rc::new(onkeydown::Wrapper::new(hear.clone())))
        .listen(Rc::new(onkeypress::Wrapper::new(hear.clone())))
        .listen(Rc::new(onkeyup::Wrapper::new(hear)))
}

/// Whether a key is pressed together with one that makes it the page's or the browser's.
pub(super) fn is_modified(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.alt_key() || event.meta_key()
}

/// Whether a control does something by itself at a key.
fn is_used(control: &str, key: &str) -> bool {
    let is_character = key.chars().nth(1).is_none();
    let is_arrow = key.starts_with("Arrow");
    let is_end = matches!(key, "Home" | "End");
    let is_page = matches!(key, "PageUp" | "PageDown");
    let is_press = matches!(key, "Enter" | " ");
    // What is composed of several keys has one of the last three names meanwhile.
    let is_edit = matches!(key, "Backspace" | "Delete" | "Dead" | "Process" | "Unidentified");
    match control {
        "text" | "search" | "textarea" => is_character || is_edit || is_arrow || is_end || is_press,
        "select-one" => is_character || is_arrow || is_end || is_page || is_press,
        // At Enter a value of a chart is compared with; in a form it gives the answer.
        "range" => is_arrow || is_end || is_page || key == "Enter",
        "radio" => is_arrow || is_press,
        "checkbox" | "button" | "submit" | "summary" => is_press,
        "a" => key == "Enter",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_used;

    #[test]
    fn what_a_control_does_something_at_is_its_own() {
        for (control, keys) in [
            ("text", "a 7 . , - Backspace Delete Enter ArrowLeft Home Dead Process"),
            ("textarea", "a ArrowUp End"),
            ("search", "a / Backspace ArrowLeft"),
            ("select-one", "j ArrowDown Home PageUp Enter"),
            ("range", "ArrowLeft End PageDown Enter"),
            ("radio", "ArrowUp Enter"),
            ("summary", "Enter"),
            ("button", "Enter"),
            ("a", "Enter"),
        ] {
            for key in keys.split(' ') {
                assert!(is_used(control, key), "{key} in {control}");
            }
        }
        assert!(["text", "checkbox", "radio", "button"].iter().all(|it| is_used(it, " ")));
    }

    #[test]
    fn all_else_is_the_pages() {
        for (control, keys) in [
            ("text", "Escape Tab F1 PageDown Shift Control"),
            ("select-one", "Escape Tab F5"),
            ("range", "j / Escape Tab"),
            ("radio", "j / Escape Tab Home"),
            ("button", "j / ? Escape ArrowDown"),
            ("a", "j ArrowDown"),
            ("legend", "j ArrowDown Enter"),
            ("", "j Enter"),
        ] {
            for key in keys.split(' ') {
                assert!(!is_used(control, key), "{key} in {control}");
            }
        }
    }
}
