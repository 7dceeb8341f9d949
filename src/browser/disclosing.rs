//! What is disclosed by native means: `<details>` and popovers.

use js_sys::{Function, Reflect, WeakMap};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, FocusOptions, HtmlElement, Node, ShadowRoot};

/// The panel of sources of a card.
const PANEL: &str = ".sc-panel-of-sources";
/// What the panel is while it is shown.
const OPEN: &str = ":popover-open";
/// Between a mark and the panel, and between the panel and the edge of the card, in px.
const GAP: f64 = 8.0;
/// How wide the panel is at most, in px of a text of 16 px.
const WIDEST: f64 = 352.0;
/// With less room than this below it, in px, the panel stands above the mark if there is more.
const LEAST_HEIGHT: f64 = 220.0;

thread_local! {
    /// By panel: the mark at which it was shown last.
    static MARKS: WeakMap = WeakMap::new();
}

/// Whether the `<details>` an event came from are open.
pub(super) fn is_open(event: &Event) -> bool {
    target(event).is_some_and(|it| it.has_attribute("open"))
}

/// Closes the `<details>` that the focus has left.
pub(super) fn close_left(event: &FocusEvent) {
    let next = event.related_target().and_then(|it| it.dyn_into::<Node>().ok());
    if let Some(details) = open_around(event).filter(|it| !it.contains(next.as_ref())) {
        close(&details);
    }
}

/// Closes the `<details>` in which something was pressed; their summary gets the focus.
pub(super) fn close_around(event: &Event) {
    if let Some(details) = open_around(event) {
        close(&details);
        // A key is used by that.
        event.prevent_default();
        focus(details.query_selector("summary").ok().flatten());
    }
}

/// The open `<details>` around what an event came from.
fn open_around(event: &Event) -> Option<Element> {
    target(event)?.closest("details[open]").ok()?
}

fn close(details: &Element) {
    // Only a name that is none is refused.
    let _ = details.remove_attribute("open");
}

/// The id of the innermost element around what was pressed that has one; empty for none.
pub(super) fn id_around(event: &Event) -> String {
    let around = target(event).and_then(|it| it.closest("[id]").ok().flatten());
    around.map_or_else(String::new, |it| it.id())
}

/// Shows the panel of sources of the card at the mark that was pressed, or closes it if it stands
/// there already.
pub(super) fn show_panel(event: &Event) {
    // The browser would open or close it wherever it stands, see `popovertarget`.
    event.prevent_default();
    let mark = target(event).and_then(|it| it.closest("button").ok().flatten());
    let Some(mark) = mark else { return };
    let Some(panel) = panel_beside(&mark) else { return };
    let last = MARKS.with(|marks| marks.get(&panel));
    if last.loose_eq(&mark) && panel.matches(OPEN).unwrap_or(false) {
        return call(&panel, "hidePopover");
    }
    place(&panel, &mark);
    MARKS.with(|marks| marks.set(&panel, &mark));
    call(&panel, "showPopover");
    focus(Some(panel.into()));
}

/// Gives the focus back to the mark that was pressed, when its panel has closed and nothing else has
/// taken the focus: browsers do not, in a shadow tree.
pub(super) fn panel_toggled(event: &Event) {
    let Some(panel) = target(event) else { return };
    let is_open = panel.matches(OPEN).unwrap_or(true);
    if !is_open && is_focus_free(&panel) {
        focus(MARKS.with(|marks| marks.get(&panel).dyn_into().ok()));
    }
}

/// Whether the focus is in the panel still, or nowhere.
fn is_focus_free(panel: &Element) -> bool {
    let root = panel.get_root_node();
    let focused = root.dyn_ref::<ShadowRoot>().and_then(|root| root.active_element());
    match focused {
        Some(focused) => panel.contains(Some(&focused)),
        None => {
            let document = web_sys::window().and_then(|it| it.document());
            document.and_then(|it| it.active_element()).is_none_or(|it| it.tag_name() == "BODY")
        }
    }
}

/// Hides the panel in which something was pressed.
pub(super) fn hide_panel(event: &Event) {
    let panel = target(event).and_then(|it| it.closest(PANEL).ok().flatten());
    if let Some(panel) = panel.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        call(&panel, "hidePopover");
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn panel_beside(mark: &Element) -> Option<HtmlElement> {
    mark.closest(".sc-card").ok()??.query_selector(PANEL).ok()??.dyn_into().ok()
}

/// Tells the panel where to stand: at the mark, in the card, below it or where there is more room
/// above. It is laid out in the page, so that it scrolls with the mark.
fn place(panel: &HtmlElement, mark: &Element) {
    let Some(window) = web_sys::window() else { return };
    let page = window.document().and_then(|it| it.document_element());
    let (Some(card), Some(page)) = (mark.closest(".sc-card").ok().flatten(), page) else { return };
    let (card, at) = (card.get_bounding_client_rect(), mark.get_bounding_client_rect());
    let height = f64::from(page.client_height());
    let x = window.page_x_offset().unwrap_or(0.0);
    let y = window.page_y_offset().unwrap_or(0.0);
    let width = WIDEST.min(card.width() - 2.0 * GAP);
    let most = card.right() - GAP - width;
    let left = at.left().min(most).max(card.left() + GAP) + x;
    let above = at.top();
    let below = height - at.bottom();
    let is_above = below < LEAST_HEIGHT && above > below;
    let (top, bottom) = if is_above {
        ("auto".to_owned(), px(height - (at.top() - GAP + y)))
    } else {
        (px(at.bottom() + GAP + y), "auto".to_owned())
    };
    let style = panel.style();
    for (name, value) in
        [("--left", px(left)), ("--top", top), ("--bottom", bottom), ("--width", px(width))]
    {
        // Only a read-only style refuses.
        let _ = style.set_property(name, &value);
    }
}

fn px(value: f64) -> String {
    [&(value.round() as i32).to_string(), "px"].concat()
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // The page stays where it is; what cannot take the focus leaves it where it is.
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Calls a method that older browsers lack, or that refuses what is so already.
fn call(element: &HtmlElement, method: &str) {
    let function = Reflect::get(element, &method.into()).ok();
    if let Some(function) = function.and_then(|it| it.dyn_into::<Function>().ok()) {
        let _ = function.call0(element);
    }
}
