//! Scrolling while something is dragged to the edge of what is in sight.

use super::frame::Frame;
use super::sticky_bar::covered_px;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, EventTarget, HtmlElement, PointerEvent, PointerEventInit, ScrollBehavior,
    ScrollToOptions, ShadowRoot,
};

/// So near to the edge a pointer scrolls, in px.
const EDGE_PX: f64 = 48.0;
/// So far in one frame.
const STEP_PX: f64 = 8.0;

thread_local! {
    /// The next step; there is only one drag at a time.
    static STEP: Frame = Frame::default();
}

/// Scrolls by a step with the next frame, if the pointer that drags in `list` is at an edge beyond
/// which more of the list lies. Then the event happens again, for the list has moved below it.
pub(super) fn scroll_at_edge(event: &PointerEvent, list: &HtmlElement) {
    let Some(scroller) = scroller(list) else { return };
    let Some(step) = step(f64::from(event.client_y()), list, in_sight(&scroller, list)) else {
        return;
    };
    let (Some(target), again) = (event.target(), same_place(event)) else { return };
    STEP.with(|frame| frame.request(move || take(&scroller, step, &target, &again)));
}

/// How far to scroll, down or up.
fn step(y: f64, list: &Element, (top, bottom): (f64, f64)) -> Option<f64> {
    let bounds = list.get_bounding_client_rect();
    let (first, last) = (top + EDGE_PX, bottom - EDGE_PX);
    if y > last && bounds.bottom() > last {
        Some(STEP_PX)
    } else if y < first && bounds.top() < first {
        Some(-STEP_PX)
    } else {
        None
    }
}

fn take(scroller: &Element, step: f64, target: &EventTarget, again: &PointerEventInit) {
    let before = scroller.scroll_top();
    let options = ScrollToOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_top(step);
    scroller.scroll_by_with_scroll_to_options(&options);
    if scroller.scroll_top() == before {
        return;
    }
    if let Ok(event) = PointerEvent::new_with_event_init_dict("pointermove", again) {
        // Only what is under way already is refused.
        let _ = target.dispatch_event(&event);
    }
}

/// What tells where the pointer is.
fn same_place(event: &PointerEvent) -> PointerEventInit {
    let init = PointerEventInit::new();
    init.set_bubbles(true);
    init.set_buttons(event.buttons());
    init.set_client_x(event.client_x());
    init.set_client_y(event.client_y());
    init.set_pointer_id(event.pointer_id());
    init
}

/// What scrolls the element: a box around it, or the page.
fn scroller(element: &Element) -> Option<Element> {
    let page = web_sys::window()?.document()?.scrolling_element();
    let mut next = Some(element.clone());
    while let Some(around) = next.filter(|it| !matches!(&*it.local_name(), "body" | "html")) {
        if around.scroll_height() > around.client_height() && scrolls(&around) {
            return Some(around);
        }
        next = around.parent_element().or_else(|| host(&around));
    }
    page
}

fn scrolls(element: &Element) -> bool {
    let style = web_sys::window().and_then(|it| it.get_computed_style(element).ok()?);
    let overflow = style.and_then(|style| style.get_property_value("overflow-y").ok());
    overflow.is_some_and(|overflow| matches!(&*overflow, "auto" | "scroll"))
}

/// The element of whose shadow tree this one is a part.
fn host(element: &Element) -> Option<Element> {
    Some(element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host())
}

/// From where to where things can be seen in a box or in the page, in px of the window.
fn in_sight(scroller: &Element, list: &HtmlElement) -> (f64, f64) {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    let (top, bottom) = (covered_px(list), height.unwrap_or(f64::MAX));
    if scroller.local_name() == "html" {
        return (top, bottom);
    }
    let bounds = scroller.get_bounding_client_rect();
    (top.max(bounds.top()), bottom.min(bounds.bottom()))
}
