//! Bars of a page that stay at the top of the window and cover what is scrolled below them.

use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot, Window};

/// How many px at the top of the window a bar of the page covers above an element; 0 where there
/// is none.
pub(super) fn covered_px(element: &Element) -> f64 {
    web_sys::window().and_then(|window| bar_bottom(&window, element)).unwrap_or(0.0)
}

fn bar_bottom(window: &Window, element: &Element) -> Option<f64> {
    let bounds = element.get_bounding_client_rect();
    let middle = bounds.left() + bounds.width() / 2.0;
    let height = window.inner_height().ok()?.as_f64()?;
    let mut next = window.document()?.element_from_point(middle as f32, 1.0);
    while let Some(above) = next {
        if stays(window, &above) && !holds(&above, element) {
            // What fills the window is no bar.
            let bottom = above.get_bounding_client_rect().bottom();
            return (bottom < height / 2.0).then_some(bottom);
        }
        next = above.parent_element();
    }
    None
}

/// Whether an element stays where it is when the page scrolls.
fn stays(window: &Window, element: &Element) -> bool {
    let style = window.get_computed_style(element).ok().flatten();
    let position = style.and_then(|style| style.get_property_value("position").ok());
    position.is_some_and(|position| matches!(&*position, "fixed" | "sticky"))
}

/// Whether the card of an element is in a box of the page.
fn holds(above: &Element, element: &Element) -> bool {
    let root = element.get_root_node();
    let host = root.dyn_ref::<ShadowRoot>().map(ShadowRoot::host);
    above.contains(Some(host.as_ref().unwrap_or(element)))
}
