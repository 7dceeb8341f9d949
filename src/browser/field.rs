//! What stands in the field an event came from.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

/// The choice in a `<select>`; none if the event came from elsewhere.
pub(super) fn choice_of(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlSelectElement>().ok()?.value())
}

/// The number in an `<input>`, read by the browser; none if there is none.
pub(super) fn number_of(event: &Event) -> Option<f64> {
    let number = event.target()?.dyn_into::<HtmlInputElement>().ok()?.value_as_number();
    number.is_finite().then_some(number)
}
