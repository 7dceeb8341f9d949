//! What stands in the field an event came from.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

/// The value of an `<input>` or `<select>`; none if the event came from elsewhere.
pub(super) fn value_of(event: &Event) -> Option<String> {
    let target = event.target()?;
    let input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    input.or_else(|| target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value))
}

/// The number in an `<input>`; none if there is no finite number in it.
pub(super) fn number_of(event: &Event) -> Option<f64> {
    let number = event.target()?.dyn_ref::<HtmlInputElement>()?.value_as_number();
    number.is_finite().then_some(number)
}
