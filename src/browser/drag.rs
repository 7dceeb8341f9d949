//! Dragging: the pointer that stays with what it took hold of, and rows that make way.

use super::edge_scroll::scroll_at_edge;
use super::node_listener::NodeListener;
use crate::layout::drop_index;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, PointerEvent};
use yew::NodeRef;

/// Sends all further events of a pointer to the element that it went down on.
pub fn capture(event: &PointerEvent) {
    if let Some(element) = target(event) {
        // A pointer that is gone by now is refused.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Lets the row at the index `held` of the list that the pointer came from follow the pointer, by
/// the property `--drag`, and the page scroll where the pointer is at an edge of it. The index that
/// its entry takes; none outside of a list.
pub fn drag(event: &PointerEvent, held: usize) -> Option<usize> {
    let list = list(event)?;
    let rows: Vec<(f64, f64)> = rows(&list)
        .iter()
        .map(|row| {
            let top = f64::from(row.offset_top() - list.offset_top());
            (top, top + f64::from(row.offset_height()))
        })
        .collect();
    let y = f64::from(event.client_y()) - list.get_bounding_client_rect().top();
    let (index, middle) = drop_index(&rows, held, y)?;
    let px = ((y - middle).round() as i32).to_string();
    // Only a read-only style refuses.
    let _ = list.style().set_property("--drag", &[&px, "px"].concat());
    scroll_at_edge(event, &list);
    Some(index)
}

/// Focuses what fits a selector in a row of the list that an event came from.
pub fn focus_in_row(event: &Event, place: usize, selector: &str) {
    let row = list(event).and_then(|list| rows(&list).into_iter().nth(place));
    let found = row.and_then(|row| row.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus_with_options(&options);
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn list(event: &Event) -> Option<HtmlElement> {
    target(event)?.closest("ol").ok()??.dyn_into().ok()
}

fn rows(list: &HtmlElement) -> Vec<HtmlElement> {
    let mut rows = Vec::new();
    let mut next = list.first_element_child();
    while let Some(row) = next {
        next = row.next_element_sibling();
        rows.extend(row.dyn_into::<HtmlElement>());
    }
    rows
}

/// Keeps a finger from scrolling the page while it is to drag something.
///
/// Whether it is, a handler of `pointerdown` says; that event comes before `touchstart`. The style
/// property `touch-action` cannot say it, for it holds for the whole canvas.
#[derive(Default)]
pub struct TouchGuard {
    listener: NodeListener,
}

impl TouchGuard {
    /// Watches the touches of one node; `is_held` says whether the page stays where it is.
    pub fn follow(&mut self, node: &NodeRef, is_held: &Rc<Cell<bool>>) {
        let is_held = Rc::clone(is_held);
        self.listener.follow(node, "touchstart", move |event| {
            if is_held.get() {
                event.prevent_default();
            }
        });
    }
}
