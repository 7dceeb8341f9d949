//! Scrolling an element of a card into view, and focusing it.

use super::motion::wants_no_motion;
use super::number::number;
use super::scroll_request::ScrollRequest;
use super::sticky_bar::covered_px;
use js_sys::{Number, WeakMap};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, HtmlTextAreaElement, Node, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions,
};
use yew::NodeRef;

thread_local! {
    /// By the root of a card's tree: the serial of the last request that was served.
    static SERVED: WeakMap = WeakMap::new();
    /// By the same root: where the element of the next request is to stand, see [`place_next`].
    static PLACES: WeakMap = WeakMap::new();
}

/// Has the element of the next request of the card below `root` stand `top` CSS px below the upper
/// edge of the window, as far as the page can be scrolled for that.
pub fn place_next(root: &Node, top: f64) {
    PLACES.with(|places| places.set(root, &Number::from(top)));
}

/// Has the element of the next request of a card stand where the row of sections does in which
/// something was pressed: the head above it may lose height.
pub(super) fn keep_row(event: &Event) {
    let pressed = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let row = pressed.and_then(|it| it.closest(".sc-tabs").ok().flatten());
    if let Some(row) = row {
        place_next(&row.get_root_node(), row.get_bounding_client_rect().top());
    }
}

/// Scrolls what a request names into view with as little movement as possible, once for every new
/// serial of its card, and focuses it if the request says so.
///
/// `card` is the element in which it is looked for. The serial is remembered for the whole
/// card, so that a card which is rendered anew for an old request neither scrolls the page nor
/// takes the focus.
pub fn scroll_into_view(card: &NodeRef, request: &ScrollRequest) {
    let Some(card) = card.cast::<Element>() else { return };
    let root = card.get_root_node();
    if !is_new(&root, request.serial) {
        return;
    }
    let place = taken_place(&root);
    let wanted = element_of(&card, &request.id).filter(has_box);
    let other = || request.else_id.as_deref().and_then(|id| element_of(&card, id));
    let Some(element) = wanted.or_else(other) else { return };
    match place {
        Some(top) => scroll_by(element.get_bounding_client_rect().top() - top),
        None => scroll_to(&element),
    }
    if request.focus {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus_with_options(&options);
        if element.tag_name() == "TEXTAREA" {
            element.unchecked_ref::<HtmlTextAreaElement>().select();
        }
    }
}

/// The form in which an element stands.
fn form_of(element: &HtmlElement) -> Option<HtmlElement> {
    element.closest("form").ok()??.dyn_into().ok()
}

/// Whether an element is laid out, and not hidden for want of room.
fn has_box(element: &HtmlElement) -> bool {
    element.get_bounding_client_rect().width() > 0.0
}

fn element_of(card: &Element, id: &str) -> Option<HtmlElement> {
    // A story's ids are letters, digits and hyphens, so they need no escape in a selector.
    card.query_selector(&["#", id].concat()).ok().flatten()?.dyn_into().ok()
}

/// Forgets which requests of the card below `root` were served: a new story counts from the start.
pub fn forget_requests(root: &Node) {
    SERVED.with(|served| served.delete(root));
    PLACES.with(|places| places.delete(root));
}

/// Where the element of a request is to stand, if anybody wants that.
fn taken_place(root: &Node) -> Option<f64> {
    PLACES.with(|places| {
        let place = places.get(root).as_f64();
        places.delete(root);
        place
    })
}

/// Scrolls the window at once: what stays where it is must not be seen to move.
fn scroll_by(down: f64) {
    let options = ScrollToOptions::new();
    options.set_top(down);
    options.set_behavior(ScrollBehavior::Instant);
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_scroll_to_options(&options);
    }
}

fn is_new(root: &Node, turn: u32) -> bool {
    SERVED.with(|served| {
        let last = served.get(root).as_f64();
        served.set(root, &Number::from(turn));
        last != Some(f64::from(turn))
    })
}

/// Below a bar of the page that stays at the top of the window, whether the page keeps room for it
/// or not. The page's own `scroll-behavior` decides how, unless the reader wants no motion.
fn scroll_to(element: &HtmlElement) {
    // Of a question all ways to answer are to be seen, or as many as the window holds.
    let form = form_of(element);
    let element = form.as_ref().unwrap_or(element);
    let (covered, padding) = (covered_px(element), scroll_padding_px());
    let margin = (covered - padding).max(0.0).ceil() as i32;
    // Only a read-only style refuses.
    let _ =
        element.style().set_property("scroll-margin-top", &[&margin.to_string(), "px"].concat());
    let behavior = if wants_no_motion() { ScrollBehavior::Instant } else { ScrollBehavior::Auto };
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(behavior);
    // The nearest edge of what is higher than the window may be its end.
    let height = element.get_bounding_client_rect().height() + covered.max(padding);
    let is_higher = height > window_height();
    let block =
        if is_higher { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Nearest };
    options.set_block(block);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn window_height() -> f64 {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    height.unwrap_or(f64::INFINITY)
}

/// What the page itself keeps free at the top of the window.
fn scroll_padding_px() -> f64 {
    let page = web_sys::window().and_then(|window| {
        let page = window.document()?.document_element()?;
        window.get_computed_style(&page).ok()?
    });
    let padding = page.and_then(|style| style.get_property_value("scroll-padding-top").ok());
    padding.and_then(|padding| number(padding.strip_suffix("px")?)).unwrap_or(0.0)
}
